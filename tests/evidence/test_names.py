"""Cards by the names officials use."""

import pytest

from advisor.evidence.cards import CaseCard, CaseLines, Source, TechnologyCard
from advisor.evidence.names import PlaceNames, TechnologyNames, mentions, places_of

SOURCE = Source(title="出典", checked="full")


def technology(id: str, *names: str) -> TechnologyCard:
    """A technology card of these names."""
    return TechnologyCard(
        id=id, title=names[0], kind="technology", names=names, good_at="", bad_at="", advice=None, people="",
        usual_phase=1, phase_note="", without="", sources=(SOURCE,),
    )  # fmt: skip


def case(id: str, place: str, country: str = "日本") -> CaseCard:
    """A case card of this place."""
    return CaseCard(
        id=id, title=place, kind="case", place=place, country=country, population=None, year="2020", phase=2,
        phase_reason="", shelf="success", default=True, fields=(), technologies=(), technology_role="none",
        trigger=None, want="", customer="", lines=CaseLines(want="", happened="", limit=""), before="", what="",
        non_tech_work="", figures=(), limits="", counter_view=None, question="",
    )  # fmt: skip


TECHNOLOGIES = TechnologyNames(
    [
        technology("bot", "チャットボット", "FAQボット"),
        technology("ai", "AI"),
        technology("queue", "発券機"),
        technology("phone", "スマホ"),
    ]
)


@pytest.mark.parametrize(
    ("mention", "id"),
    [
        ("ﾁｬｯﾄﾎﾞｯﾄ", "bot"),
        ("ＦＡＱ ボット", "bot"),
        ("AIチャットボット", "bot"),
        ("ai", "ai"),
        ("AIで", "ai"),
        ("MAIL", None),
        ("スマホで順番が見られる発券機", "queue"),
        ("紙とえんぴつ", None),
        ("", None),
    ],
)
def test_a_technology_is_known_by_name_or_by_the_longest_last_name_in_it(
    mention: str, id: str | None
) -> None:
    found = TECHNOLOGIES.card(mention)
    assert (found.id if found else None) == id


def test_one_spelling_stands_for_all_of_the_same_technology() -> None:
    assert mentions(("faqボット",), TECHNOLOGIES.same("チャットボット"))
    assert not mentions(("AI",), TECHNOLOGIES.same("チャットボット"))
    assert mentions(("量子計算",), TECHNOLOGIES.same("量子計算"))


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("北海道北見市", ("北見市",)),
        ("京都府京都市", ("京都市",)),
        ("宮崎県都城市", ("都城市",)),
        ("大分県別府市", ("別府市",)),
        ("三重県四日市市", ("四日市市",)),
        ("埼玉県さいたま市・東京都港区", ("さいたま市", "港区")),
        ("石川県(志賀町など)", ("志賀町",)),
        ("滋賀県", ()),
        ("全国(国の調査)", ()),
    ],
)
def test_the_municipality_is_taken_out_of_a_place(place: str, names: tuple[str, ...]) -> None:
    assert places_of(case("x", place)) == names


PLACES = PlaceNames(
    [case("kitami", "北海道北見市"), case("sakai", "茨城県境町"), case("seoul", "韓国・ソウル特別市", "韓国")]
)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("北見市みたいにしたい", "kitami"),
        ("茨城県境町と北見市", "sakai"),
        ("ソウルの深夜バス", "seoul"),
        ("下北見市場の再開発", None),
        ("国境町", None),
        ("北見", None),
    ],
)
def test_a_case_is_known_by_its_municipality_and_not_by_a_piece_of_another_word(
    text: str, id: str | None
) -> None:
    found = PLACES.card(text)
    assert (found.id if found else None) == id
