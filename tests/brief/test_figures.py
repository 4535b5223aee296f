"""現状の数字と出典: every figure stands with what it counts, and with nothing else."""

import pytest

from advisor.brief.outline import compose
from advisor.framework.slots import Slot
from advisor.words import Words
from tests.brief.materials import Said, material
from tests.brief.test_papers_of_the_models import cell

COUNTED: dict[str, list[tuple[str, str]]] = {
    "去年の出生512人のうち面談で把握できたのが96人です。": [("512人", "出生"), ("96人", "面談で把握できた人")],
    "避難指示のとき、プッシュ通知の開封率は88%なのに、北船町で避難所に来たのは11人です。": [
        ("88%", "プッシュ通知の開封率"),
        ("11人", "北船町で避難所に来た人"),
    ],
    "去年の窓口の来庁が延べ1,240件で、うち八十代が430件でした。": [
        ("延べ1,240件", "窓口の来庁"),
        ("430件", "窓口の来庁のうち八十代"),
    ],
    "福祉タクシーが市内に4社、車いすの乗る車が計16台あります。": [
        ("4社", "福祉タクシー"),
        ("計16台", "車いすの乗る車"),
    ],
    "揚げ物屋が4軒もあって、どこもコロッケ80円のままです。": [("4軒", "揚げ物屋"), ("80円", "コロッケ")],
    "昔34軒あった宿が今12軒です。": [("34軒、12軒", "宿")],
    "四泊以上の人が令和4年は61人、令和6年は187人です。": [("61人、187人", "四泊以上の人")],
    "切削ができる工場が半径2キロに固まっている。": [("2キロ", "切削ができる工場")],
    "平日の午前に、職を探す人が平均で27名います。": [("27名", "職を探す人の平均")],
    "先月の点検で33本になっていた。": [("33本", "先月の点検で33本になっていた")],
}  # fmt: skip


@pytest.mark.parametrize(("fact", "rows"), COUNTED.items(), ids=[each[:10] for each in COUNTED])
def test_each_figure_stands_with_what_it_counts(fact: str, rows: list[tuple[str, str]], words: Words) -> None:
    brief = compose(material({"evidence": [(1, fact)]}), words)
    table = brief.section("figures").tables[0]
    assert [
        (cell(brief, "figures", at, 0), cell(brief, "figures", at, 1)) for at in range(len(table.rows))
    ] == rows


def test_a_count_of_customers_counts_the_customer(words: Words) -> None:
    said: dict[Slot, list[Said]] = {
        "customer": [(1, "親が夜までいない子たちです。1学年に40人くらい。")],
    }
    brief = compose(material(said), words)
    assert cell(brief, "figures", 0, 1) == "親が夜までいない子たち(1学年)"


def test_a_scene_is_cut_from_whole_words(words: Words) -> None:
    said: dict[Slot, list[Said]] = {
        "current_experience": [(1, "電車まで1時間あるのに、コンビニの駐車場で立って食べています。")]
    }
    assert "電車まが" not in cell(compose(material(said), words), "journey", 0, 0)


def test_a_figure_of_what_is_stopped_names_it(words: Words) -> None:
    said: dict[Slot, list[Said]] = {
        "focus": [(1, "全戸一律の4か月アンケートはやめます。入力だけで年600時間かかってる。")]
    }
    brief = compose(material(said), words)
    assert cell(brief, "figures", 0, 1) == "入力(全戸一律の4か月アンケート)"
