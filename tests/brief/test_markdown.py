"""The paper as Markdown: marks of the two copies, dates, notes, and nothing of a message alive."""

import pytest

from advisor.brief.dates import with_era
from advisor.brief.markdown import markdown
from advisor.brief.model import Brief
from advisor.brief.outline import compose
from advisor.framework.slots import Slot
from advisor.words import Words
from tests.brief.materials import Said, material


def test_the_authors_copy_marks_every_origin(island_brief: Brief) -> None:
    text = markdown(island_brief, private=True)
    assert "- 規模: 241人。〔職員 t6〕" in text
    assert "〔見立て: t4・t8から〕" in text
    assert "〔出典1〕" in text
    assert "含めない人への手当は【要確認: 作成課】。" in text
    assert "### 17 発言の記録" in text


def test_the_copy_to_hand_up_shows_sources_as_notes(island_brief: Brief) -> None:
    text = markdown(island_brief)
    assert "考え方がある。(注1)" in text
    assert "注1 公平の考え方 https://example.jp/fairness(出典の冒頭を確認済み)" in text
    assert "〔見立て〕" in text
    assert "t4" not in text


def test_a_ticked_remark_enters_the_copy_to_hand_up(island_brief: Brief) -> None:
    ticked = markdown(island_brief, ticked=("沖の島の生まれ。",))
    assert "主任の浜口。沖の島の生まれ。" in ticked


def test_a_ticked_message_brings_its_line_of_the_record(island_brief: Brief) -> None:
    ticked = markdown(island_brief, ticked=("年150万。人は増えない。",))
    assert "発言の記録" in ticked
    assert "214人" not in ticked


def test_the_phase_line_can_be_left_out(island_brief: Brief) -> None:
    assert "Phase 2" in markdown(island_brief)
    assert "Phase 2" not in markdown(island_brief, phase_line=False)
    assert "### 14 参考事例" in markdown(island_brief, phase_line=False)


def test_the_line_on_ai_closes_the_paper(island_brief: Brief) -> None:
    assert markdown(island_brief).rstrip().endswith("生成AIは使用していません。")
    written = island_brief.model_copy(update={"written_by": "生成AI(モデルの名)を使用しました"})
    assert markdown(written).rstrip().endswith("生成AI(モデルの名)を使用しました。")


DATES = [
    ("2026-11-24", "令和8年11月24日(2026年)"),
    ("2019-05-01", "令和元年5月1日(2019年)"),
    ("2019-04-30", "平成31年4月30日(2019年)"),
    ("いつか", "いつか"),
]


@pytest.mark.parametrize(("iso", "written"), DATES, ids=[iso for iso, _ in DATES])
def test_dates_show_their_era(iso: str, written: str) -> None:
    assert with_era(iso) == written


ATTACKS = [
    "![x](https://evil.example/p.png?q=1)",
    "<img src=https://evil.example/a.png onerror=alert(1)>",
    "[詳細](javascript:alert(1))",
    "<script>alert(1)</script>",
    "https://evil.example/?d=1 を見る町にする。",
    "www.evil.example を見る町にする。",
    "# 見出しにする町にする。",
    "| 表 | にする町にする。",
    "$$x$$ な町にする。",
    ":material/home: な町にする。",
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("slot", ["aspiration", "current_experience", "stakeholders"])
def test_nothing_of_a_message_becomes_live(attack: str, slot: Slot, words: Words) -> None:
    said: dict[Slot, list[Said]] = {slot: [(1, attack)]}
    for private in (True, False):
        text = markdown(compose(material(said), words), private=private)
        assert "![" not in text
        assert "](" not in text
        assert "<img" not in text.replace("\\<", "")
        assert "<script" not in text.replace("\\<", "")
        assert "https://evil" not in text
        assert "javascript:" not in text
        assert "www.evil" not in text


def test_line_breaks_of_a_message_do_not_break_a_table(words: Words) -> None:
    text = markdown(
        compose(material({"evidence": [(1, "利用者は12人。\n\n# 見出し\n| a | b |")]}), words), private=True
    )
    record = [line for line in text.splitlines() if line.startswith("| t1 ")]
    assert len(record) == 1
