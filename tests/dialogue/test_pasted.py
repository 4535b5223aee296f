"""Pasted matter is told from an official's own words."""

import pytest

from advisor.dialogue.pasted import own_words

PASTED = {
    "quoted lines": ("部長の話です。\n> 生成AIを全庁へ\n私は反対です", "生成AIを全庁へ", "私は反対です"),
    "an announced list": (
        "アンケートの声を貼ります。\n・バスが遠い\n・店がない\n二つ目が大事です",
        "バスが遠い",
        "二つ目が大事です",
    ),
    "a list after 次のとおり": (
        "意見は次のとおりです。\n1. 会議が長い\n2. 字が小さい\n\nどう思いますか",
        "会議が長い",
        "どう思いますか",
    ),
    "a fenced part": ("下の要旨です\n----\n空き店舗は17\n----\nお願いします", "空き店舗は17", "お願いします"),
    "minutes": (
        "会議の記録です\n議長:開会します\n山本委員:足が足りない\n\n私は足の話をしたい",
        "足が足りない",
        "私は足の話をしたい",
    ),
    "a forwarded mail": (
        "これが来ました\nFrom: a@example.jp\nSubject: 照会\n至急回答を",
        "至急回答を",
        "これが来ました",
    ),
}


@pytest.mark.parametrize(("text", "gone", "kept"), PASTED.values(), ids=PASTED)
def test_the_pasted_part_becomes_blank_and_the_rest_stays(text: str, gone: str, kept: str) -> None:
    own = own_words(text)
    assert gone not in own
    assert kept in own


@pytest.mark.parametrize(("text", "gone", "kept"), PASTED.values(), ids=PASTED)
def test_every_remaining_letter_keeps_its_place(text: str, gone: str, kept: str) -> None:
    own = own_words(text)
    assert len(own) == len(text)
    assert all(mine in (theirs, " ") for mine, theirs in zip(own, text, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "窓口で待つ人を減らしたい",
        "来年度の候補です\n・ドローン\n・RPA\nどれがいいですか",
        "件名:ご相談\nお世話になっております。空き家の件です。",
        "A→B→C",
        "売上 > 費用 にしたい",
    ],
)
def test_words_of_ones_own_stay_as_they_are(text: str) -> None:
    assert own_words(text) == text
