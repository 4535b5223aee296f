"""The two model papers: key lines literally, and what must and must not stand on them."""

import re

import pytest

from advisor.brief.markdown import markdown
from advisor.brief.material import Material
from advisor.brief.model import BODY, SECTION_TITLES, Brief, Claim, SectionId
from advisor.brief.speech import spoken


def line(brief: Brief, section: SectionId, label: str = "") -> str:
    """The text of a labelled line, holes as 【】."""
    for item in brief.section(section).items:
        if item.label == label:
            return "".join(
                claim.text + (f"【{claim.ask}】" if claim.origin == "open" else "") for claim in item.claims
            )
    raise AssertionError(f"no line {label} in {section}")


def cell(brief: Brief, section: SectionId, row: int, column: int) -> str:
    """The text of a cell of the first table, holes as 【】."""
    claims = brief.section(section).tables[0].rows[row][column]
    return "".join(claim.text + (f"【{claim.ask}】" if claim.origin == "open" else "") for claim in claims)


ISLAND_LINES: list[tuple[SectionId, str, str]] = [
    (
        "summary",
        "",
        "沖の3島に住む75歳以上の人(241人)について、証明書1枚で往復2時間40分、船賃1,180円という現状を改め、書類のために船に乗る日をなくす。",
    ),
    (
        "purpose",
        "",
        "沖の3島に住む75歳以上の人が役場のために一日つぶさなくてよい状態にし、書類のために船に乗る日をなくす。",
    ),
    ("customer", "状況", "沖の3島に住む75歳以上の人。"),
    ("customer", "規模", "241人。"),
    (
        "customer",
        "選んだ理由",
        "証明書1枚で往復2時間40分、船賃1,180円という負担があり、昨年度、3島からの来庁が延べ931件、うち6割が証明書だけであることによる。",
    ),
    (
        "customer",
        "公平性",
        "沖の3島に住む75歳未満の人は、主たる顧客に含めない。証明書を出させるのをやめることは、年齢や地区で対象を限らない。"
        "含めない人への手当は【作成課】公平を一人当たりの均等ではなく、「どの国民も幸せに生活できる」こととみる考え方がある。",
    ),
    ("today", "困りごと", "証明書1枚で往復2時間40分。船賃1,180円。船賃の往復・片道の別は【作成課】"),
    (
        "today",
        "数字",
        "昨年度、3島からの来庁が延べ931件。うち6割が証明書だけ。このうち沖の3島に住む75歳以上の人の分は【窓口の記録を持つ係】",
    ),
    ("today", "今のしのぎ方", "【顧客本人】"),
    ("today", "声", "【顧客本人】"),
    ("today", "担当者の言葉", "「乗るなら病院か孫の顔を見に」"),
    ("value", "価値", "役場のために一日つぶさなくてよい。本人の言葉での言い方は【顧客本人】"),
    ("value", "地域の強み", "郵便局が3島とも残っている。局長が全員の顔を知っている。"),
    ("value", "選択と集中", "庁内で見れば分かる分は取らせない。"),
    ("drive", "庁内のリーダー", "主任の浜口。沖の島の生まれ。"),
    ("drive", "体制", "人は増えない。出張する日の窓口は【所属長】"),
    ("drive", "財源", "年150万円。財源と内訳は【財政課】"),
    ("drive", "日程", "期限は令和9年度末。規則改正の時期は【法規】"),
    ("drive", "調整先と懸念", "会計と法規が渋る。様式を変えると規則改正が要る。"),
    (
        "drive",
        "リスク・個人情報",
        "庁内で見ることと、出張先で台帳を見ることについて、個人情報の扱いを決める必要がある。ほかのリスクは【個人情報の担当】",
    ),
]

ONSEN_LINES: list[tuple[SectionId, str, str]] = [
    (
        "summary",
        "",
        "主たる顧客は、介護や看取りが一段落した五十代後半の女性。"
        "宿の献立が二泊分しかなく、三日目から同じ天ぷらが出るという声を受け、ひとりでも気兼ねなく長く居られる温泉場に戻す。",
    ),
    (
        "purpose",
        "",
        "介護や看取りが一段落した五十代後半の女性が、医者でも家でもない、何もしなくてよい十日間を得られるようにし、"
        "ひとりでも気兼ねなく長く居られる温泉場に戻す。",
    ),
    (
        "purpose",
        "ありたい姿",
        "ひとりで来た人が、十日もいるうちに朝の散歩で「おはよう」と声をかけられるようになる温泉場。",
    ),
    (
        "customer",
        "状況",
        "介護や看取りが一段落した五十代後半の女性。このごろ、一週間くらい静かに湯治していく五十代六十代の女性がぽつぽついる。年代の幅は【作成者】",
    ),
    (
        "customer",
        "規模",
        "去年、案内所で話しただけでも38人いて、ほとんどひとりだった。全体の人数は【案内所】",
    ),
    (
        "customer",
        "選んだ理由",
        "宿の献立が二泊分しかなく、三日目から同じ天ぷらが出るという声があり、四泊以上の人が令和4年は61人、令和6年は187人であることによる。",
    ),
    ("today", "困りごと", "宿の献立が二泊分しかなく、三日目から同じ天ぷらが出るとのこと。"),
    ("today", "今のしのぎ方", "スーパーの惣菜を買って部屋でこっそり食べているとのこと。"),
    ("today", "声", "聞いた日と人数は【案内所】宿の側の事情は【宿】"),
    (
        "today",
        "数字",
        "四泊以上の人が令和4年は61人、令和6年は187人。誰も宣伝していない。このうち介護や看取りが一段落した五十代後半の女性の分は【案内所】",
    ),
    ("today", "背景", "昔34軒あった宿が今12軒。"),
    ("value", "価値", "医者でも家でもない、何もしなくてよい十日間。本人の言葉での言い方は【顧客本人】"),
    (
        "value",
        "地域の強み",
        "共同浴場が5つあり、どれも源泉が違う。朝いちばんの「滝の下の湯」は、地元のおばあちゃんが背中を流してくれる。",
    ),
    ("value", "選択と集中", "宴会の大箱の時代には戻らなくてよい。"),
    ("drive", "庁内のリーダー", "課の若手の榊。父が旅館をたたんだ人。組合の人も榊の話なら聞く。"),
    ("drive", "財源", "県の補助が2分の1で上限400万円。率と上限、6の内容に使えるかは【県の補助の担当】"),
    ("drive", "日程", "締切は11月末。"),
    (
        "drive",
        "調整先と懸念",
        "いちばん大きい宿の大旦那が反対の見込み。団体の客で持っている。婦人会と食堂のおかみたちは乗り気。",
    ),
    (
        "drive",
        "リスク・個人情報",
        "おかみたちは平均で71歳。誰かが倒れたらその日の夕食が止まる。案内所のノートについて、個人情報の扱いを決める必要がある。",
    ),
]


@pytest.mark.parametrize(
    ("section", "label", "written"), ISLAND_LINES, ids=[f"{s}-{n}" for s, n, _ in ISLAND_LINES]
)
def test_lines_of_the_first_model(section: SectionId, label: str, written: str, island_brief: Brief) -> None:
    assert line(island_brief, section, label) == written


@pytest.mark.parametrize(
    ("section", "label", "written"), ONSEN_LINES, ids=[f"{s}-{n}" for s, n, _ in ONSEN_LINES]
)
def test_lines_of_the_second_model(section: SectionId, label: str, written: str, onsen_brief: Brief) -> None:
    assert line(onsen_brief, section, label) == written


def test_the_titles_are_wants(island_brief: Brief, onsen_brief: Brief) -> None:
    assert island_brief.title[0].text == "書類のために船に乗る日をなくす取組(案)"
    assert onsen_brief.title[0].text == "ひとりでも気兼ねなく長く居られる温泉場に戻す取組(案)"


def test_the_work_of_the_first_model_is_stopped_changed_and_made(island_brief: Brief) -> None:
    table = island_brief.section("work").tables[0]
    assert table.heads == ("やめる", "変える", "つくる")
    assert [cell(island_brief, "work", row, 0) for row in range(3)] == [
        "証明書を出させるのをやめる。",
        "証明の要る手続31件を洗い直す。",
        "残った分は郵便局に月2回、職員が出張。月2回が1か所の回数か合計かは【作成課】",
    ]
    assert {cell(island_brief, "work", row, 1) for row in range(3)} == {"申し込む"}


def test_the_work_of_the_second_model_keeps_what_is_only_considered(onsen_brief: Brief) -> None:
    assert cell(onsen_brief, "work", 0, 0) == (
        "花火大会と団体バスの誘致はやめる(検討中)。旅館組合の若い人たちと話している。花火だけで650万円かかっている。だれの負担かは【財政課】"
    )
    assert onsen_brief.section("work").tables[0].heads == ("やめる", "変える", "つくる")


def test_the_indicator_of_the_first_model_has_its_present_value(island_brief: Brief) -> None:
    row = [cell(island_brief, "outcome", 0, column) for column in range(6)]
    assert row == [
        "証明書だけの来庁",
        "6割(昨年度)",
        "3割以下",
        "令和9年度末",
        "【窓口の記録を持つ係】",
        "【作成課と財政課】",
    ]


def test_without_targets_candidates_come_from_facts_and_signs(onsen_brief: Brief) -> None:
    table = onsen_brief.section("outcome").tables[0]
    assert table.columns[0] == "指標(候補)"
    assert [cell(onsen_brief, "outcome", row, 0) for row in range(2)] == [
        "四泊以上の人の数",
        "帰りがけに次はいつ来るという話をしてくれた人の数",
    ]
    assert cell(onsen_brief, "outcome", 0, 1) == "令和6年は187人"
    assert all(row[0][0].origin == "inference" for row in table.rows)


def test_a_guess_on_a_technology_is_no_claim_about_it(onsen_brief: Brief) -> None:
    table = onsen_brief.section("means").tables[0]
    content, change = table.rows[0], table.rows[1]
    assert "札を裏返すだけで足りる。" in [claim.text for claim in content[0]]
    assert content[1][0].text == "食堂の席の空きを宿と見せ合うところに何が要るかは"
    assert content[1][0].ask == "宿と食堂"
    assert change[2][0].text == "客が嫌がる見込み。"


def test_the_logic_model_counts_what_is_done_as_output(island_brief: Brief) -> None:
    assert cell(island_brief, "logic", 0, 2) == "手続31件のうち済んだ件数、出張の回数。"
    assert cell(island_brief, "logic", 0, 3) == "証明書だけの来庁を3割以下にする。"


def test_the_scene_of_a_day_is_what_was_told(island_brief: Brief, onsen_brief: Brief) -> None:
    assert [cell(island_brief, "journey", 0, column) for column in range(3)] == [
        "証明書1枚が要る日",
        "往復2時間40分",
        "船賃1,180円",
    ]
    assert cell(onsen_brief, "journey", 0, 0) == "三日目から"
    assert cell(onsen_brief, "journey", 1, 0) == "朝いちばん"


def test_figures_stand_once_each_with_what_they_count(island_brief: Brief, onsen_brief: Brief) -> None:
    def rows(brief: Brief) -> list[tuple[str, str]]:
        return [
            (cell(brief, "figures", at, 0), cell(brief, "figures", at, 1))
            for at in range(len(brief.section("figures").tables[0].rows))
        ]

    assert rows(island_brief) == [
        ("241人", "沖の3島に住む75歳以上の人"), ("往復2時間40分", "証明書1枚"), ("1,180円", "船賃"), ("延べ931件", "3島からの来庁"),
        ("6割", "証明書だけの来庁"), ("31件", "証明の要る手続"), ("年150万円", "概算"),
    ]  # fmt: skip
    assert {
        ("61人、187人", "四泊以上の人"),
        ("34軒、12軒", "宿"),
        ("6軒", "町の食堂"),
        ("650万円", "花火"),
        ("71歳", "おかみたちの平均"),
    } <= set(rows(onsen_brief))


ISLAND_DETAILS = ("241人", "2時間40分", "1,180円", "931件", "31件", "浜口", "150万", "令和9年度末")
ONSEN_DETAILS = ("187人", "38人", "滝の下の湯", "650万", "食堂6軒", "榊", "上限400万", "11月末", "71歳")


@pytest.mark.parametrize("private", [True, False])
def test_what_was_said_in_detail_survives_in_both_copies(
    private: bool, island_brief: Brief, onsen_brief: Brief
) -> None:
    for brief, details in ((island_brief, ISLAND_DETAILS), (onsen_brief, ONSEN_DETAILS)):
        text = markdown(brief, private=private)
        assert [detail for detail in details if detail not in text] == []


def test_a_corrected_figure_stands_only_in_the_record(island_brief: Brief) -> None:
    assert all(
        "214" not in claim.text
        for section in island_brief.sections
        if section.id != "record"
        for claim in section.claims
    )
    assert "214" not in markdown(island_brief)
    assert "214人" in markdown(island_brief, private=True)


def test_a_digression_stands_only_in_the_record(onsen_brief: Brief) -> None:
    assert "猫" not in markdown(onsen_brief)
    assert "猫" in markdown(onsen_brief, private=True)


HIDDEN = (
    "〔職員",
    "渋る",
    "反対の見込み",
    "大旦那",
    "おかみたちは乗り気",
    "沖の島の生まれ",
    "父が旅館",
    "榊の話なら",
    "発言の記録",
)


def test_the_copy_to_hand_up_holds_no_remarks_and_no_marks_of_talk(
    island_brief: Brief, onsen_brief: Brief
) -> None:
    text = markdown(island_brief) + markdown(onsen_brief)
    assert [word for word in HIDDEN if word in text] == []
    assert "調整先: 会計、法規。懸念: 様式を変えると規則改正が要る。" in text
    assert "調整先: いちばん大きい宿。懸念: 団体の客で持っている。協力先: 婦人会、食堂のおかみたち。" in text


def claims_of(brief: Brief) -> list[Claim]:
    """The claims outside the record."""
    record = set(map(id, brief.section("record").claims))
    return [claim for claim in brief.claims if id(claim) not in record]


@pytest.mark.parametrize("which", ["island_brief", "onsen_brief"])
def test_every_claim_has_its_origin_and_none_sounds_spoken(
    which: str, request: pytest.FixtureRequest
) -> None:
    brief: Brief = request.getfixturevalue(which)
    for claim in claims_of(brief):
        assert claim.turns or claim.notes or claim.origin == "open"
        assert claim.origin == "source" or spoken(claim.text) == ()


@pytest.mark.parametrize("which", ["island_brief", "onsen_brief"])
def test_sentences_keep_to_eighty_characters(which: str, request: pytest.FixtureRequest) -> None:
    brief: Brief = request.getfixturevalue(which)
    long = [
        part
        for claim in claims_of(brief)
        if claim.origin != "source"
        for part in re.sub("「[^」]*」", "", claim.text).split("。")
        if len(part) > 80
    ]
    assert long == []


@pytest.mark.parametrize("which", ["island_brief", "onsen_brief"])
def test_the_body_fits_two_pages(which: str, request: pytest.FixtureRequest) -> None:
    brief: Brief = request.getfixturevalue(which)
    body = markdown(brief, private=True).split("## 本文")[1].split("## 別紙")[0]
    assert len(re.sub(r"[\s|#-]", "", body)) < 2000


def test_the_summary_names_no_technology(island_brief: Brief, onsen_brief: Brief) -> None:
    for brief in (island_brief, onsen_brief):
        text = "".join(claim.text for claim in brief.section("summary").claims)
        assert not re.search("電子申請|端末|カメラ|アプリ", text)


def test_all_sections_stand_in_their_order(island_brief: Brief) -> None:
    assert tuple(section.id for section in island_brief.sections) == tuple(SECTION_TITLES)
    assert tuple(section.id for section in island_brief.sections)[: len(BODY)] == BODY


def test_open_points_are_listed_once_with_whom_to_ask(island_brief: Brief) -> None:
    table = island_brief.section("open").tables[0]
    rows = [tuple(row[column][0].text for column in range(3)) for row in table.rows]
    assert len(set(rows)) == len(rows)
    assert table.heads[0] == "★"
    assert "求める判断" in rows[0][0] + rows[1][0]
    assert ("月2回が1か所の回数か、合計か", "作成課", "6") in rows


def test_the_materials_stay_what_they_were(island_material: Material) -> None:
    assert island_material.worksheet["customer"].values[0].text == "沖の3島に住む75歳以上。214人。"
