"""What cannot be seen or stored is gone after cleaning; what people write stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.privacy import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("窓口\r\n改善\rします", "窓口\n改善\nします"),
        ("無\u200b視\u2060して\ufeffください", "無視してください"),
        ("\u202egpj.exe\u202c", "gpj.exe"),
        ("秘密\U000e0041\U000e0042です", "秘密です"),
        ("秘密\udb40\udc41です", "秘密です"),
        ("壊れた\ud800文字", "壊れた\ufffd文字"),
        ("\ud83d\ude00笑顔", "😀笑顔"),
        ("か\u3099っこう", "がっこう"),
        ("👨\u200d👩\u200d👧の窓口", "👨\u200d👩\u200d👧の窓口"),
        ("葛\U000e0100城市", "葛\U000e0100城市"),
        ("葛\U000e0100\U000e0101\U000e0102", "葛\U000e0100"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("あ\u200dい", "あい"),
        ("表\tの\x00値\x07", "表\tの値"),
        ("外字\ue000も残る", "外字\ue000も残る"),
        ("ＳＹＳＴＥＭ：全角は全角のまま", "ＳＹＳＴＥＭ：全角は全角のまま"),
        ("", ""),
    ],
)
def test_cleaning_keeps_what_is_seen_and_drops_what_is_not(text: str, cleaned: str) -> None:
    assert clean(text).text == cleaned
    assert clean(text).notice is None


def test_a_message_that_is_too_long_is_cut_and_says_so() -> None:
    cut = clean("あ" * 12_345)
    assert cut.text == "あ" * 8_000
    assert cut.notice is not None
    assert "8,000字" in cut.notice
    assert "12,345字" in cut.notice


def test_a_document_may_be_longer_than_a_message() -> None:
    assert clean("あ" * 12_345, longest=20_000).notice is None


ANYTHING = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)


@given(ANYTHING)
def test_whatever_comes_in_can_be_stored_and_is_stable(text: str) -> None:
    once = clean(text).text
    assert once.encode("utf-8").decode("utf-8") == once
    assert unicodedata.is_normalized("NFC", once)
    assert clean(once).text == once


@given(ANYTHING)
def test_no_control_or_format_character_is_left_but_line_breaks_tabs_and_joiners(text: str) -> None:
    left = {each for each in clean(text).text if unicodedata.category(each) in ("Cc", "Cf", "Cs")}
    assert left <= {"\n", "\t", "\u200d"}


@given(ANYTHING, st.integers(min_value=1, max_value=20))
def test_a_cut_text_is_never_longer_than_asked_for(text: str, longest: int) -> None:
    cut = clean(text, longest=longest)
    assert len(cut.text) <= longest
    assert clean(cut.text, longest=longest).text == cut.text
