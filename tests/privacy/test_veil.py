"""Under the veil no name leaves, every spelling comes back as it was, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.privacy.kept import kept_names
from advisor.privacy.veil import Uncovering, Veil, veil_over
from advisor.words import Words
from tests.privacy.examples import rows

STAFF = ("鈴木太郎", "鈴木", "高橋", "林", "はな", "ヒラオカ", "John Smith")
NAMED_STAFF = {
    "北村", "三宅", "浜口", "古賀", "真鍋", "榊", "宇野", "菊地", "長谷", "岡本", "中村", "西田", "村田", "原田", "小林",
    "山口", "佐藤", "田中", "緒方", "今井", "児玉",
}  # fmt: skip
"""All who are named in ordinary.txt, as read by hand."""
PIECES = (
    *STAFF, "鈴木 太郎", "鈴木　太郎", "髙橋", "〔人1〕", "〔人１〕", "〔人2・3〕", "〔", "人", "1", "・", "〕", "さん", "課長", "様",
    "〔氏名〕", "県", "業", "が", "。", "\n", "a",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25).map("".join)
NAMES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(min_size=1, max_size=4)), max_size=6)


def _whole(veil: Veil, pieces: list[str]) -> tuple[str, list[str]]:
    stream = Uncovering(veil)
    shown = [stream.feed(piece) for piece in pieces]
    return "".join(shown) + stream.end(), shown


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("鈴木課長と高橋さん", "〔人1〕課長と〔人2〕さん"),
        ("髙橋係長", "〔人2〕係長"),
        ("鈴 木 太 郎", "〔人1〕"),
        ("林さんは林業の担当", "〔人3〕さんは林業の担当"),
        ("担当: 林\n", "担当: 〔人3〕\n"),
        (
            "主任の林だ。森の保全と林道の整備は、建設課の林が",
            "主任の〔人3〕だ。森の保全と林道の整備は、建設課の〔人3〕が",
        ),
        ("はなさん、はなしを聞く", "〔人4〕さん、はなしを聞く"),
        ("ヒラオカ様、ヒラオカズ", "〔人5〕様、ヒラオカズ"),
        ("高橋県議、高橋市民課長", "〔人2〕県議、〔人2〕市民課長"),
        ("高橋町の高橋さん", "高橋町の〔人2〕さん"),
    ],
)
def test_names_are_covered_and_places_and_common_words_are_not(text: str, covered: str) -> None:
    veil = veil_over(("鈴木太郎", "鈴木", "高橋", "林", "はな", "ヒラオカ"), [text])
    assert veil.covered(text) == covered
    assert veil.uncovered(covered) == text


def test_one_person_has_one_number_and_each_spelling_comes_back() -> None:
    text = "鈴木太郎さん、鈴木課長、鈴木 太郎"
    veil = veil_over(("鈴木", "鈴木太郎"), [text])
    assert veil.covered(text) == "〔人1・2〕さん、〔人1・3〕課長、〔人1〕"
    assert veil.uncovered("〔人1・3〕課長と〔人1・9〕") == "鈴木課長と鈴木 太郎"


def test_a_surname_that_two_share_is_nobodys_in_particular() -> None:
    text = "鈴木太郎と鈴木花子。鈴木さん"
    assert (
        veil_over(("鈴木太郎", "鈴木花子", "鈴木"), [text]).covered(text) == "〔人1〕と〔人2〕。〔人3〕さん"
    )


def test_a_placeholder_that_somebody_wrote_stays_what_it_is() -> None:
    text = "〔人1〕と〔人２・1〕と鈴木さん"
    veil = veil_over(("鈴木",), [text])
    assert veil.covered(text) == "〔人1〕と〔人２・1〕と〔人3〕さん"
    assert (
        veil.uncovered("〔人1〕〔人2〕〔人3〕〔人３〕〔人4〕〔氏名〕")
        == "〔人1〕〔人2〕鈴木鈴木〔人4〕〔氏名〕"
    )


@given(NAMES, st.lists(TEXTS, max_size=3))
def test_every_text_comes_back_as_it_was(names: list[str], texts: list[str]) -> None:
    veil = veil_over(names, texts)
    assert [veil.uncovered(veil.covered(text)) for text in texts] == texts


@given(st.lists(TEXTS, max_size=3))
def test_no_name_leaves(texts: list[str]) -> None:
    veil = veil_over(("鈴木太郎", "佐藤"), texts)
    for text in texts:
        assert "鈴木太郎" not in veil.covered(text)
        assert "佐藤さん" not in veil.covered(f"{text}佐藤さん")


@given(TEXTS, TEXTS, st.data())
def test_a_stream_in_any_pieces_says_the_same_as_the_whole(
    sent: str, answer: str, data: st.DataObject
) -> None:
    veil = veil_over(STAFF, [sent])
    said = veil.covered(answer)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(said)), max_size=12)))
    pieces = [said[a:b] for a, b in zip([0, *cuts], [*cuts, len(said)], strict=True)]
    assert _whole(veil, pieces)[0] == veil.uncovered(said)


@given(TEXTS, st.integers(1, 3))
def test_only_what_may_become_a_placeholder_waits(answer: str, size: int) -> None:
    veil = veil_over(("鈴木",), ["鈴木さん"])
    pieces = [answer[at : at + size] for at in range(0, len(answer), size)]
    stream, said, shown = Uncovering(veil), "", ""
    for piece in pieces:
        said += piece
        shown += stream.feed(piece)
        behind = veil.uncovered(said)[len(shown) :]
        assert behind == "" or (behind.startswith("〔") and "〕" not in behind and len(behind) <= 12)


def test_nothing_waits_where_nobody_is_named() -> None:
    assert _whole(veil_over((), ["窓口"]), ["〔", "人", "1", "〕"])[1] == ["〔", "人", "1", "〕"]


@pytest.mark.parametrize(
    ("text", "about_people", "names"),
    [
        ("企画課の鈴木太郎課長と佐藤さん", False, {"鈴木太郎", "鈴木", "佐藤"}),
        ("総務課の髙橋係長", False, {"高橋"}),
        ("鈴木です", False, set()),
        ("鈴木です", True, {"鈴木"}),
        ("企画課 平野健一、泉町自治会", True, {"平野健一", "平野"}),
        ("〔氏名〕さんの窓口の待ち時間を短くしたい", True, set()),
        ("福島県と千葉市に聞く", True, set()),
    ],
)
def test_the_names_that_masks_leave_are_found(
    text: str, about_people: bool, names: set[str], words: Words
) -> None:
    assert set(kept_names(text, words, about_people=about_people)) == names


def test_in_ordinary_texts_every_name_of_staff_is_covered_and_nothing_else(words: Words) -> None:
    covered = set()
    for row in rows("ordinary.txt"):
        veil = veil_over(kept_names(row, words), [row])
        covered |= {each.spellings[0] for each in veil.people if veil.covered(row) != row}
        assert [name for name in NAMED_STAFF if f"の{name}" in veil.covered(row)] == []
    assert covered == NAMED_STAFF
