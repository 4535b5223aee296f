"""A paper comes of anything: nothing, one vague word, a third of the slots, phase 1, dialect, ten thousand characters."""

import re
from itertools import combinations

import pytest

from advisor.brief.markdown import markdown
from advisor.brief.material import Material, Utterance
from advisor.brief.model import SECTION_TITLES, Brief
from advisor.brief.outline import compose
from advisor.brief.pictures import logic_picture, phase_picture
from advisor.brief.review import review
from advisor.brief.speech import spoken
from advisor.framework.slots import SLOTS, Slot
from advisor.words import Words
from tests.brief.materials import Said, island, material, onsen


def sound(given: Material, words: Words) -> Brief:
    """Compose and hold the paper to what every paper must be."""
    brief = compose(given, words)
    assert tuple(section.id for section in brief.sections) == tuple(SECTION_TITLES)
    for section in brief.sections:
        for claim in section.claims if section.id != "record" else ():
            assert claim.turns or claim.notes or claim.origin == "open"
            assert claim.origin == "source" or spoken(claim.text) == ()
    for private in (True, False):
        assert markdown(brief, private=private).startswith("# ")
    assert logic_picture(brief).startswith("<svg")
    assert phase_picture(brief.phase).startswith("<svg")
    review(brief, given)
    return brief


def without(given: Material, dropped: tuple[Slot, ...]) -> Material:
    """The material with some slots never answered."""
    sheet = given.worksheet
    for slot in dropped:
        sheet = sheet.with_state(sheet[slot].model_copy(update={"values": (), "status": "empty"}))
    return given.model_copy(update={"worksheet": sheet})


def test_an_empty_consultation_makes_a_paper_of_holes(words: Words) -> None:
    brief = sound(material({}), words)
    assert all(claim.origin == "open" for claim in brief.claims)
    assert "主たる顧客は【要確認: 窓口の担当】" in markdown(brief)


@pytest.mark.parametrize("slot", SLOTS)
def test_one_vague_answer_makes_a_paper(slot: Slot, words: Words) -> None:
    sound(material({slot: [(1, "うーん、なんか…まあ、そんな感じですかねえ。")]}), words)


@pytest.mark.parametrize("slot", SLOTS)
def test_a_paper_stands_with_any_one_slot_alone(slot: Slot, words: Words) -> None:
    for given in (island(), onsen()):
        sound(without(given, tuple(each for each in SLOTS if each != slot)), words)


@pytest.mark.parametrize("dropped", list(combinations(SLOTS[:6], 2)), ids="-".join)
def test_a_paper_stands_with_any_two_slots_missing(dropped: tuple[Slot, ...], words: Words) -> None:
    sound(without(onsen(), dropped), words)


PHASE_ONE: dict[Slot, list[Said]] = {
    "aspiration": [(1, "RPAで税務の入力を減らしたい、それだけです。")],
    "current_experience": [
        (2, "2月から3月は、一人あたり月78時間残業してます。紙の申告書を手で打ち込んでるんですよね。")
    ],
    "measure": [(3, "とりあえず、様式を3種類にまとめて、読み取りの機械を通すようにします。")],
    "outcome": [(4, "来年の3月に、残業を月78時間から20時間に減らす。")],
}


def test_a_wish_to_save_work_is_called_phase_one_and_still_helped(words: Words) -> None:
    brief = sound(material(PHASE_ONE, phase=1, technologies=("RPA",)), words)
    assert brief.title[0].text == "税務の入力を減らす取組(案)"
    summary = "".join(claim.text for claim in brief.section("summary").claims)
    assert "RPA" not in summary
    assert "一人あたり月78時間残業している" in summary
    phase = "".join(claim.text for claim in brief.section("phase").claims)
    assert phase.startswith("Phase 1。")
    assert "Phase 2" not in phase
    row = brief.section("outcome").tables[0].rows[0]
    assert [cell[0].text for cell in row[:4]] == ["残業", "月78時間", "20時間", "来年の3月"]
    assert any(claim.about == "空いた時間でだれの何を良くするか" for claim in brief.claims)


KANSAI: dict[Slot, list[Said]] = {
    "aspiration": [(1, "八百屋のおっちゃんが店閉めんでもええ町にしたい。")],
    "customer": [(2, "晩の8時過ぎにしか買い物でけへん人らやな。市民病院だけで夜勤が340人おる。")],
    "current_experience": [(3, "店は全部閉まっとって、コンビニの弁当を毎日食べとるんやて。")],
    "focus": [(4, "プレミアム商品券はもうやめたらええねん。")],
    "stakeholders": [(5, "組合長が首を縦に振らへん。病院の事務長は乗り気やで。")],
    "resources": [(6, "商品券の2,800万のうち600万を回してもらう。人は2人しかおらん。")],
}


def test_dialect_comes_to_the_common_tongue(words: Words) -> None:
    text = markdown(sound(material(KANSAI), words))
    for written in (
        "八百屋が店閉めなくてもよい町にする", "晩の8時過ぎにしか買い物できない人たち", "市民病院だけで夜勤が340人いる",
        "コンビニの弁当を毎日食べているとのこと", "プレミアム商品券はやめる", "調整先: 組合。協力先: 病院。",
        "商品券の2,800万円のうち600万円を回してもらう", "人は2人しかいない",
    ):  # fmt: skip
        assert written in text


POLITE: dict[Slot, list[Said]] = {
    "aspiration": [(1, "お一人でお住まいのご高齢の方が、毎日どなたかとお言葉を交わしていらっしゃる、そのような地域になればと存じます。")],
    "customer": [(2, "主に、配偶者を亡くされて1年以内の、80歳以上の方でいらっしゃいます。市内に186名いらっしゃいます。")],
    "current_experience": [(3, "お葬式のあとの手続きがお済みになりますと、どなたもお訪ねにならなくなるそうでございます。")],
    "measure": [(4, "死亡届をお出しになった日に、窓口でお一人お一人に担当の者を決めさせていただきます。四十九日までに3回お訪ねいたします。")],
    "outcome": [(5, "令和9年3月末までに、52名を10名以下にいたしたく存じます。")],
    "leader": [(6, "主任の高柳でございます。以前、葬祭の会社に勤めておりました。")],
}  # fmt: skip


def test_polite_speech_comes_to_plain_style(words: Words) -> None:
    text = markdown(sound(material(POLITE), words))
    for written in (
        "一人で住む高齢の人が、毎日誰かと言葉を交わしている地域になる", "配偶者を亡くして1年以内の、80歳以上の人", "市内に186名いる",
        "葬式のあとの手続きが済むと、誰も訪ねなくなるとのこと", "死亡届を出した日に、窓口で一人一人に担当の者を決める", "3回訪ねる",
        "庁内のリーダー: 主任の高柳。",
    ):  # fmt: skip
        assert written in text


def test_english_words_stay_as_they_were_said(words: Words) -> None:
    said: dict[Slot, list[Said]] = {
        "aspiration": [(1, "Visionで言うと、町工場の二代目三代目が、継ぐ前に一回Challengeできる街。")],
        "customer": [(2, "Targetは従業員20人以下の金属加工の後継ぎ、30代。")],
        "stakeholders": [
            (3, "BlockerはWeb3を推してきた外部のAdvisory Board。信用金庫2行はほぼBuy-in済みです。")
        ],
    }
    text = markdown(sound(material(said), words))
    assert "町工場の二代目三代目が、継ぐ前に一回Challengeできる街をめざす取組(案)" in text
    assert "従業員20人以下の金属加工の後継ぎ(30代)" in text
    assert "調整先: Web3を推してきた外部のAdvisory Board。協力先: 信用金庫2行。" in text


def test_ten_thousand_characters_do_not_flood_the_body(words: Words) -> None:
    said: dict[Slot, list[Said]] = {
        "current_experience": [(1, "バスが減って、買い物に行けないんです。" * 300 + "あと、" * 1500)],
        "evidence": [(2, "利用者は12人です。" * 600)],
    }
    brief = sound(material(said), words)
    body = markdown(brief, private=True).split("## 本文")[1].split("## 別紙")[0]
    assert len(body) < 2600


CORRECTED: list[tuple[str, str, str, str]] = [
    ("対象は214人です。", "訂正。214人じゃない。241人。", "214", "241人"),
    (
        "判定Ⅲの橋が31本ある。",
        "さっき31本と言ったが、先月の点検で33本になっとった。直しといてくれ。",
        "31本",
        "33本",
    ),
    (
        "昨年度の見学は34家族、転入に至ったのは2家族です。",
        "失礼、訂正させてください。昨年度の見学は34家族ではなく43家族でした。",
        "34家族",
        "43家族",
    ),
    ("月に120件の電話があります。", "すみません、120件は間違いで、正しくは210件です。", "120件", "210件"),
]


@pytest.mark.parametrize(("first", "then", "old", "new"), CORRECTED, ids=[new for *_, new in CORRECTED])
def test_an_old_value_never_appears_after_its_correction(
    first: str, then: str, old: str, new: str, words: Words
) -> None:
    correction = Utterance(turn=2, asked=None, text=then, correction=True)
    brief = sound(material({"evidence": [(1, first)]}, (correction,)), words)
    claims = "\n".join(
        claim.text for section in brief.sections if section.id != "record" for claim in section.claims
    )
    assert old not in claims
    assert new in claims


@pytest.mark.parametrize(
    ("first", "then", "old", "new"), CORRECTED[:3], ids=[new for *_, new in CORRECTED[:3]]
)
def test_a_correction_that_came_too_early_holds_for_what_is_said_after(
    first: str, then: str, old: str, new: str, words: Words
) -> None:
    correction = Utterance(turn=1, asked=None, text=then, correction=True)
    brief = sound(material({"evidence": [(2, first)]}, (correction,)), words)
    claims = "\n".join(
        claim.text for section in brief.sections if section.id != "record" for claim in section.claims
    )
    assert old not in claims
    assert new in claims


def test_values_of_the_history_stay_off_the_paper(words: Words) -> None:
    given = material({"customer": [(2, "免許を返した高齢者。")]})
    state = given.worksheet["customer"]
    past = state.values[0].model_copy(update={"text": "若い夫婦。", "turn": 1})
    given = given.model_copy(
        update={"worksheet": given.worksheet.with_state(state.model_copy(update={"history": (past,)}))}
    )
    assert "若い夫婦" not in markdown(sound(given, words), private=True)


REMARKS = ("市長はやる気がなくて困ります。", "議員がうるさいんです。", "部長に言われて困ってるんです。")


@pytest.mark.parametrize("remark", REMARKS)
def test_remarks_on_superiors_stay_in_the_authors_copy(remark: str, words: Words) -> None:
    said: dict[Slot, list[Said]] = {
        slot: [(1, remark)] for slot in ("current_experience", "stakeholders", "evidence")
    }
    public = markdown(sound(material(said), words))
    assert not re.search("市長|議員|部長", public)
