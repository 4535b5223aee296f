"""Residents' data goes, whoever works on the matter stays, and nothing ordinary is touched."""

import pytest

from advisor.privacy import clean, mask
from advisor.privacy.numbers import passes_check
from advisor.words import Words
from tests.privacy.examples import covered, plain, rows


@pytest.mark.parametrize("row", rows("personal.txt"))
def test_only_the_value_of_personal_data_is_replaced(row: str, words: Words) -> None:
    assert mask(plain(row), words).text == covered(row)


@pytest.mark.parametrize("text", rows("ordinary.txt"))
def test_ordinary_municipal_text_is_left_as_it_is(text: str, words: Words) -> None:
    assert mask(text, words).text == text


@pytest.mark.parametrize("text", rows("ordinary.txt"))
def test_ordinary_text_is_left_as_it_is_without_a_dictionary_too(text: str) -> None:
    assert mask(text).text == text


def test_most_personal_data_goes_even_without_a_dictionary() -> None:
    table = rows("personal.txt")
    right = [row for row in table if mask(plain(row)).text == covered(row)]
    assert len(right) >= 0.8 * len(table)


@pytest.mark.parametrize("row", rows("personal.txt"))
def test_masking_twice_changes_nothing(row: str, words: Words) -> None:
    once = mask(plain(row), words).text
    assert mask(once, words).text == once


@pytest.mark.parametrize("row", rows("personal.txt"))
def test_the_places_of_what_was_found_point_into_the_unmasked_text(row: str, words: Words) -> None:
    masked = mask(plain(row), words)
    places = [(each.start, each.end) for each in masked.found]
    assert places == sorted(places)
    rebuilt, at = "", 0
    for each in masked.found:
        rebuilt += plain(row)[at : each.start] + "*"
        at = each.end
    rebuilt += plain(row)[at:]
    assert len(rebuilt) == len(plain(row)) - sum(e - s for s, e in places) + len(places)


def test_what_was_found_never_holds_the_value(words: Words) -> None:
    masked = mask("小暮さん(090-0831-2256)から電話", words)
    assert "小暮" not in masked.model_dump_json()
    assert "2256" not in masked.model_dump_json()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("主任の浜口。沖の島の生まれ。", "浜口"),
        ("うちの課の若手の榊さん。", "榊"),
        ("理事長の古賀さんに話を通さないとだめです。", "古賀"),
        ("防災課の三宅さんです、消防から来た人。", "三宅"),
        ("道路維持係の菊地に継がせる。", "菊地"),
        ("保健師の宇野。産科病棟に10年いた。", "宇野"),
        ("学校教育係主査の長谷です。", "長谷"),
        ("工業技術センターの研究員の真鍋さんが適任です。", "真鍋"),
        ("引っ張るのは企画の西尾さんです。", "西尾"),
    ],
)
def test_who_works_on_the_matter_keeps_the_name(text: str, name: str, words: Words) -> None:
    assert name in mask(text, words).text
    assert name in mask(text, words, keep_names=True).text


def test_an_answer_about_who_leads_keeps_any_surname(words: Words) -> None:
    text = "手順書を一人で書き直した今村さんです"
    assert mask(text, words, keep_names=True).text == text
    assert mask(text, words).text == "手順書を一人で書き直した〔氏名〕さんです"


@pytest.mark.parametrize("keep", [True, False])
def test_a_name_beside_other_data_goes_whatever_was_asked(keep: bool, words: Words) -> None:
    masked = mask("防災課の三宅さん、080-0000-1234です", words, keep_names=keep)
    assert masked.text == "防災課の〔氏名〕さん、〔電話〕です"


def test_no_name_stays_in_pasted_text(words: Words) -> None:
    masked = mask("出席:防災課の三宅さん、係長の北村、田中課長", words, pasted=True)
    assert masked.text == "出席:防災課の〔氏名〕さん、係長の〔氏名〕、〔氏名〕課長"


def test_a_kept_name_stays_at_its_further_mentions(words: Words) -> None:
    text = "防災課の三宅さんに任せたい。三宅さんなら消防も動きます。"
    assert mask(text, words).text == text


@pytest.mark.parametrize(("digits", "right"), [("123456789018", True), ("123456789012", False)])
def test_the_check_digit_follows_the_ordinance(digits: str, right: bool) -> None:
    assert passes_check(digits) is right


def test_a_long_text_is_masked_as_a_short_one_is(words: Words) -> None:
    once = (
        "小暮さん(090-0831-2256)が、白浦市港町2-8-15の前で待っていました。"
        + "窓口の待ち時間は平均42分です。" * 20
    )
    masked = mask(clean(once * 10).text, words)
    assert masked.text == clean(mask(once, words).text * 10, longest=10_000).text[: len(masked.text)]
    assert len(masked.found) >= 30


@pytest.mark.timeout(60)
def test_a_long_list_takes_time_in_proportion_to_its_length(words: Words) -> None:
    # Comparing every find with every other one took minutes for such a document.
    masked = mask("氏名,住所\n" + "田中 花,白浦市港町1-2\n" * 6_000, words, pasted=True)
    assert len(masked.found) == 12_000


def test_every_mention_of_a_whole_name_goes_once_it_was_masked(words: Words) -> None:
    masked = mask("申請者:大石誠一\n大石誠一の件は来週の会議で", words)
    assert masked.text == "申請者:〔氏名〕\n〔氏名〕の件は来週の会議で"
