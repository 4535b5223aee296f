"""The worksheet as clauses: one place for the same words, corrections settled, technologies told from nouns."""

from advisor.brief.material import TechnologyMention, Utterance
from advisor.brief.outline import compose
from advisor.brief.outline.who import named_customer
from advisor.brief.sheet import sheet_of
from advisor.words import Words
from tests.brief.materials import material


def test_the_same_words_under_three_slots_stand_in_one(words: Words) -> None:
    said = "このごろ、静かに湯治していく五十代の女の方がぽつぽついらっしゃるんです。"
    sheet = sheet_of(
        material({"customer": [(1, said)], "current_experience": [(1, said)], "evidence": [(1, said)]}), words
    )
    assert [clause.slot for clause in sheet.clauses] == ["customer"]


def test_who_there_are_many_of_is_the_customer(words: Words) -> None:
    sheet = sheet_of(material({"customer": [(1, "八十代で一人暮らしの人が多いです。")]}), words)
    found = named_customer(sheet)
    assert found is not None
    assert found.text == "八十代で一人暮らしの人"


def test_a_count_of_things_is_no_customer(words: Words) -> None:
    assert (
        named_customer(sheet_of(material({"customer": [(1, "昔34軒あった宿が今12軒です。")]}), words)) is None
    )


def test_the_readers_span_names_the_customer_of_a_whole_want(words: Words) -> None:
    said = "免許を返した高齢者が自分で買い物に行けるまちにしたいです。"
    given = material(
        {"aspiration": [(1, said)], "customer": [(1, said)]}, keys={("customer", 1): "免許を返した高齢者"}
    )
    brief = compose(given, words)
    assert brief.title[0].text == "免許を返した高齢者が自分で買い物に行けるまちにする取組(案)"
    assert brief.section("customer").items[0].claims[0].text == "免許を返した高齢者。"


def test_a_bare_correction_filed_elsewhere_counts_the_customers(words: Words) -> None:
    given = material(
        {
            "customer": [(1, "棟ごとに数えたら86人いました。")],
            "measure": [(2, "ごめん、86人ではなく68人でした。")],
        },
        (Utterance(turn=2, asked="measure", text="ごめん、86人ではなく68人でした。", correction=True),),
    )
    sheet = sheet_of(given, words)
    assert [(clause.slot, clause.text) for clause in sheet.clauses] == [
        ("customer", "棟ごとに数えたら68人いた")
    ]


def test_an_ordinary_noun_read_as_a_technology_hides_nothing(words: Words) -> None:
    given = material({"value": [(1, "役場のために一日つぶさなくていい。")]})
    wrong = (
        TechnologyMention(name="役場のため", turn=1),
        TechnologyMention(name="テレビ", turn=1),
        TechnologyMention(name="メタバース", turn=1),
    )
    sheet = sheet_of(given.model_copy(update={"technologies": wrong}), words)
    assert sheet.technologies == ("メタバース",)
    assert not sheet.technical(sheet.clauses[0])


def test_a_figure_late_in_a_very_long_answer_is_not_lost(words: Words) -> None:
    said = "あのころは道も細くて、人も多かったんです。" * 200 + "待合で待つ人は一日に43人です。"
    sheet = sheet_of(material({"evidence": [(1, said)]}), words)
    assert "待合で待つ人は一日に43人" in [clause.text for clause in sheet.clauses]
