"""Which quotes stand by themselves: whole, and leaning on nothing around them."""

import pytest

from advisor.adapters.words import SudachiWords
from advisor.dialogue.quotes import Aim, alone, quoted
from advisor.framework.slots import Slot

WORDS = SudachiWords()


def sayings(text: str, slot: Slot | None = None) -> tuple[str, ...]:
    aims = (Aim(slot=slot, text=text),) if slot else ()
    return tuple(each.text for each in alone(quoted(text, WORDS, aims).quotes))


@pytest.mark.parametrize(
    ("text", "saying"),
    [
        (
            "雪の朝に門を開ける人がいない家が、去年は14軒あったんです。",
            "雪の朝に門を開ける人がいない家が、去年は14軒あった",
        ),
        (
            "えっと、夕方の5時を過ぎると誰も電話に出ない、ということだと思います。",
            "夕方の5時を過ぎると誰も電話に出ない",
        ),
        (
            "帳簿をつける人が辞めてしまったので、冬の祭りができませんでした。",
            "帳簿をつける人が辞めてしまった",
        ),
        ("港の近くに住む独り身の漁師さんでしょうか。", "港の近くに住む独り身の漁師さん"),
        ("受付係の4名と、書類を運ぶ各所の当番でございます。", "受付係の4名と、書類を運ぶ各所の当番"),
        ("職員にとりましては、間違いが早めに分かることかと存じます。", "間違いが早めに分かる"),
    ],
)
def test_whole_sayings_are_found(text: str, saying: str) -> None:
    assert saying in sayings(text)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("橋の下が狭くて、雨の翌日は自転車が押せないと言われるそうです。", "橋の下が狭くて"),
        (
            "隣の子が、大きくなる前に一度は海で泳いでいる村にしたいです。",
            "大きくなる前に一度は海で泳いでいる村にしたい",
        ),
        ("鐘を鳴らすと同時に、その班の当番にも知らせます。", "同時に、その班の当番にも知らせます"),
        ("急がなくていい、という話だと思います。", "急がなくていい、という"),
        ("50軒のうち20軒で鍵を預かる人が決まっている状態です。", "20軒で鍵を預かる人"),
        (
            "その20分のあいだに誰かが門を開けられるようにしたい。",
            "その20分のあいだに誰かが門を開けられるようにしたい",
        ),
        ("チラシを集めて配るんじゃなくて、一軒ずつ回ります。", "チラシを集めて配る"),
    ],
)
def test_pieces_that_lean_on_their_neighbours_do_not_stand_alone(text: str, piece: str) -> None:
    assert piece not in sayings(text)


def test_a_reason_is_not_quoted_for_the_answer() -> None:
    told = sayings("封筒に宛名を書くのに1件20分かかってるので、宛名だけ機械で。", "technology_role")
    assert "封筒に宛名を書くのに1件20分かかってる" not in told


def test_of_an_answer_only_its_first_sentence_is_repeated() -> None:
    told = sayings("冊子の配布は隔年といたしたく存じます。年に70万円を要しております。", "focus")
    assert "年に70万円を要しております" not in told


def test_own_post_and_own_house_are_not_repeated() -> None:
    assert sayings("下水道課で料金を担当しています。") == ()
    assert not any(each.startswith("うち") for each in sayings("うちの課は夜も電話が鳴ります。"))
