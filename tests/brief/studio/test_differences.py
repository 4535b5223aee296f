"""What differs between two texts, letter by letter."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.brief.studio.differences import Run, diff, letters

TEXTS = st.text(alphabet="あいう窓口が証明書。、\n髙𠮷がﾊﾞ👨‍👩‍👧🇯🇵葛󠄀ab1", max_size=60) | st.text(max_size=20)


def side(runs: tuple[Run, ...], kind: str) -> str:
    return "".join(run.text for run in runs if run.kind in ("same", kind))


def shown(old: str, new: str) -> str:
    signs = {"same": "{}", "removed": "[-{}]", "added": "[+{}]"}
    return "".join(signs[run.kind].format(run.text) for run in diff(old, new))


@given(TEXTS, TEXTS)
def test_a_difference_rebuilds_both_texts(old: str, new: str) -> None:
    runs = diff(old, new)
    assert side(runs, "removed") == old
    assert side(runs, "added") == new
    assert all(run.text for run in runs)
    assert all(one.kind != other.kind for one, other in pairwise(runs))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert {run.kind for run in diff(text, text)} <= {"same"}


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        (
            "役場のために一日つぶさなくてよい。",
            "役場のために半日つぶさなくてよい。",
            "役場のために[-一][+半]日つぶさなくてよい。",
        ),
        ("241人。", "", "[-241人。]"),
        ("", "241人。", "[+241人。]"),
        ("船賃1,180円。", "船賃は往復1,180円。", "船賃[+は往復]1,180円。"),
        ("年に310人。", "年に342人。", "年に[-310][+342]人。"),
        ("1,180円、2時間40分。", "1,080円、2時間45分。", "[-1,180][+1,080]円、2時間[-40][+45]分。"),
        # A letter that both happen to share does not tear one change into three.
        ("来庁を減らす。", "窓口を増やす。", "[-来庁を減ら][+窓口を増や]す。"),
    ],
)
def test_a_difference_is_marked_as_a_reader_would(old: str, new: str, marked: str) -> None:
    assert shown(old, new) == marked


@pytest.mark.parametrize("letter", ["が", "ﾊﾞ", "葛󠄀", "👨‍👩‍👧", "🇯🇵", "👍🏽", "1️⃣"])
def test_a_letter_is_never_cut(letter: str) -> None:
    assert letters(f"あ{letter}い") == ["あ", letter, "い"]
    assert shown(f"あ{letter}", "あ") == f"あ[-{letter}]"


def test_long_texts_are_compared_in_time() -> None:
    old = "".join(f"沖の島{n}番地の人は証明書のために船に乗る。" for n in range(450))
    new = old.replace("番地", "丁目", 40)[::-1].replace("船", "舟", 3)[::-1]
    begun = time.process_time()
    runs = diff(old, new)
    assert time.process_time() - begun < 2
    assert side(runs, "removed") == old
    assert side(runs, "added") == new
