"""Questions to the advisor about the paper are told from answers."""

import pytest

from advisor.dialogue.asked import asked_of_us, asks_us, reports_order


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("どのような順に整理すればよいか、ご助言をいただけますか。", "asks_paper"),
        ("起案には何を載せたらええんやろ。", "asks_paper"),
        ("こんな話で企画として成り立つんでしょうか。", "asks_worth"),
        ("この順番でよろしいでしょうか。", "asks_style"),
        ("次長に何と答えたらいいですか。", "asks_reply"),
        ("これで財政課は通りますか。", "asks_pass"),
        ("どちらを先に並べるべきですか。", "asks_order"),
        ("この数え方、どう思いますか。", "asks_view"),
        ("あと何を決めればいいですか。", "asks_missing"),
        ("まとまらないまま出していいんでしょうか。", "asks_worth"),
        ("あと何問くらい聞かれますか。", "asks_left"),
        ("数の根拠まで書く必要はありますか。", "asks_need"),
        ("出せば何か変わりますか。", "asks_hope"),
        ("議会には何て話せばいいんやろ。", "asks_tell"),
        ("あと何が足りませんか。いま空いているのはどの行ですか。", "asks_missing"),
    ],
)
def test_questions_about_the_paper_are_heard(text: str, name: str) -> None:
    assert name in asked_of_us(text)


@pytest.mark.parametrize(
    "text",
    [
        "12軒が20軒になれば、うまくいったと言えるのではないでしょうか。",
        "郵便を待っている一人暮らしの方でしょうか。",
        "どの家から回るかを班で決めます。",
        "県が半分出せるかどうかという所です。",
        "まずは紙でいいですかね。",
    ],
)
def test_answers_that_waver_are_no_questions(text: str) -> None:
    assert not asks_us(text)


def test_what_a_superior_wants_is_told_from_the_officials_own_words() -> None:
    assert reports_order("局長に、登録を倍にしろって言われました。")
    assert not reports_order("登録を倍にしたいです。")
