"""手段の比較: what stands under which of the three ways, and what no way may claim."""

import pytest

from advisor.brief.material import Utterance
from advisor.brief.model import Brief
from advisor.brief.outline import compose
from advisor.framework.slots import Slot
from advisor.words import Words
from tests.brief.materials import Said, material
from tests.brief.test_papers_of_the_models import cell

VALUE: Said = (1, "役場に二度来なくていい。")


def compared(words: Words, *technologies: str, **said: str) -> Brief:
    """A paper of one value and what was said of the means."""
    held: dict[Slot, list[Said]] = {"value": [VALUE]}
    for at, (slot, text) in enumerate(said.items(), start=2):
        held[slot] = [(at, text)]  # type: ignore[index]
    opening = Utterance(turn=1, asked=None, text="、".join(technologies) + "を入れる予定です。")
    return compose(material(held, (opening,) if technologies else (), technologies=technologies), words)


@pytest.mark.parametrize(
    "work",
    [
        "打ち込みだけ機械にやらせます。",
        "申請書の文字を自動で読み取ります。",
        "電子図書館に切り替えます。",
        "インスタで知らせます。",
    ],
)
def test_work_done_by_a_machine_is_no_way_without_technology(work: str, words: Words) -> None:
    brief = compared(words, measure=work)
    assert cell(brief, "means", 0, 0) == "【実務を担う係】"
    assert not cell(brief, "means", 0, 2).startswith("【")


def test_machines_that_the_customer_works_at_are_no_means(words: Words) -> None:
    said: dict[Slot, list[Said]] = {
        "customer": [(1, "従業員20人以下の町工場の後継ぎです。")],
        "aspiration": [(2, "後継ぎが夜に新しい仕事を試せる町にしたい。")],
        "current_experience": [(3, "昼は現場で機械を回して、見積もりは夜9時からです。")],
    }
    summary = "".join(claim.text for claim in compose(material(said), words).section("summary").claims)
    assert "機械を回して" in summary


def test_what_is_at_hand_stands_under_what_is_at_hand(words: Words) -> None:
    brief = compared(words, technology_role="予約だけ、いまある申込フォームで足ります。")
    assert cell(brief, "means", 0, 1) == "予約だけ、いまある申込フォームで足りる。"


def test_a_risk_stands_beside_the_way_it_speaks_of(words: Words) -> None:
    brief = compared(
        words,
        measure="打ち込みだけ機械にやらせます。",
        risks="打ち間違いに気づかないまま課税することが怖いです。",
    )
    assert cell(brief, "means", 5, 0) == "【作成課】"
    assert "打ち間違い" in cell(brief, "means", 5, 2)


def test_stopping_a_thing_alone_promises_no_change_for_the_customer(words: Words) -> None:
    brief = compared(words, focus="保険証の郵送の再確認はやめます。")
    assert cell(brief, "means", 0, 0) == "保険証の郵送の再確認はやめる。"
    assert cell(brief, "means", 1, 0) == "【顧客本人】"


def test_a_technology_is_named_once_by_its_fullest_name(words: Words) -> None:
    brief = compared(words, "母子手帳アプリ", "アプリ", technology_role="アプリは連絡口だけでいい。")
    assert cell(brief, "means", 0, 2).startswith("母子手帳アプリ。アプリは連絡口だけでよい。")
    assert not any("と" in claim.about for claim in brief.claims if "取り下げるか" in claim.about)


def test_a_word_for_technology_as_such_is_no_means(words: Words) -> None:
    assert cell(compared(words, "DX"), "means", 0, 2) == "【情報担当課】"


STAGES = {
    "集会所に係を置きます。": "",
    "職員が集会所へ行って、その場で受け付けます。": "申し込む",
    "母子手帳を渡す日に担当を決め、退院3日後に訪問します。": "使う",
    "担当が駅前で相談の日をつくります。": "知る",
    "週に一度の会議を開きます。": "",
}


@pytest.mark.parametrize(("work", "stage"), STAGES.items())
def test_the_step_of_the_value_chain_is_the_one_the_work_names(work: str, stage: str, words: Words) -> None:
    brief = compared(words, measure=work)
    assert cell(brief, "work", 1, 1) == stage
