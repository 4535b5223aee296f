"""Which technology is the idea, which is only spoken of beside it, and which is not wanted."""

import pytest

from advisor.dialogue.naming import idea, refused, refuses


@pytest.mark.parametrize(
    ("text", "names", "kept"),
    [
        (
            "前職ではRPAの開発をしていました。いまは窓口の混雑をチャットボットで減らしたいです。",
            ("RPA", "チャットボット"),
            ("チャットボット",),
        ),
        ("民間にいたころSNSの運用をしておりました。", ("SNS",), ()),
        (
            "十年前にホームページ、その次がスタンプラリーのアプリ、今度はメタバースですって。",
            ("ホームページ", "アプリ", "メタバース"),
            ("メタバース",),
        ),
        (
            "昔は電光掲示板を立てたんよ。今回はデジタルサイネージやと。",
            ("電光掲示板", "デジタルサイネージ"),
            ("デジタルサイネージ",),
        ),
        ("十年前に入れた予約システムを直したいんです。", ("予約システム",), ("予約システム",)),
        ("以前入れた予約システムが使われていません。", ("予約システム",), ("予約システム",)),
        (
            "生成AIのことをお尋ねですか。それは学校が決めることです。蔵書の検索だけは要ります。",
            ("生成AI",),
            (),
        ),
        ("電子カルテを入れるかは病院の方がお決めになります。", ("電子カルテ",), ()),
        ("画像診断AIを挟みます。API叩くだけなので早いです。", ("画像診断AI", "API"), ("画像診断AI",)),
        ("ドローンと違って、センサーなら夜も見られます。", ("ドローン", "センサー"), ("センサー",)),
        ("LINEとRPAを入れたいです。", ("LINE", "RPA"), ("LINE", "RPA")),
    ],
)
def test_the_idea_is_what_is_proposed_now(text: str, names: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert idea(names, text) == kept


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("チャットボットは、要らないですね。電話で足ります。", "チャットボット", True),
        ("メタバースなんていらん。", "メタバース", True),
        ("ドローンの導入は見送ります。", "ドローン", True),
        ("タブレットはなくても回ります。", "タブレット", True),
        ("センサーは夜だけ使います。", "センサー", False),
        ("アプリを入れないと間に合いません。", "システム", False),
    ],
)
def test_what_is_not_wanted_is_refused(text: str, name: str, said: bool) -> None:
    assert refused(name, text) is said


def test_a_sentence_that_tells_what_serves_instead_refuses_nothing() -> None:
    assert refuses("展示場は、要らない。")
    assert not refuses("アプリは要らない、回覧板で回ります。")
    assert not refuses("夜の見回りだけ使えばいい。")
