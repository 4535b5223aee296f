"""Rules on indicators, figures and means."""

import re

from advisor.brief.gates import missing
from advisor.brief.lexicon import RELATIVE_YEAR
from advisor.brief.material import Material
from advisor.brief.model import Brief, Finding
from advisor.brief.rules.rule import column, filled, line_of, said_text, table_of

_USE = re.compile(
    r"利用(?:者)?(?:件|者)?数|利用率|利用件数|登録(?:者)?数|ダウンロード|アクセス数|閲覧数|申請件数|参加者数|開封率|PV"
)
_LESS = re.compile(r"以下|未満|ゼロ|半減|減らす|なくす|0件|0人")


def targets_have_a_present_value(brief: Brief, material: Material) -> Finding | None:
    """現状値のない目標がない."""
    table = table_of(brief, "outcome")
    rows = table.rows if table else ()
    if not any(filled(row[2]) and not filled(row[1]) for row in rows):
        return None
    return Finding(
        rule="現状値のない目標がない", where="7", why="いまの値がないと、目標が高いか低いか、効いたかどうかが分からない",
        do="同じ数え方で、いまの値を先に数える",
    )  # fmt: skip


def use_is_no_result(brief: Brief, material: Material) -> Finding | None:
    """利用件数を成果と呼んでいない."""
    what = " ".join(claim.text for cell in column(table_of(brief, "outcome"), 0) for claim in filled(cell))
    if not _USE.search(what):
        return None
    return Finding(
        rule="利用件数を成果と呼んでいない", where="7", why="使われた数は産出で、暮らしが変わったかは言っていない",
        do="使われたあとに変わる行動か状態を指標にし、利用の数は12の産出へ移す",
    )  # fmt: skip


def a_way_without_technology(brief: Brief, material: Material) -> Finding | None:
    """技術なしの案が比較にある."""
    cells = column(table_of(brief, "means"), 0)
    if cells and filled(cells[0]):
        return None
    return Finding(
        rule="技術なしの案が比較にある", where="11", why="技術を使わない案と比べないと、技術が要る理由を言えない",
        do="やめる、減らす、出向く、電話で済ます案を一つ書く",
    )  # fmt: skip


def a_condition_to_stop(brief: Brief, material: Material) -> Finding | None:
    """中止条件がある."""
    cells = column(table_of(brief, "outcome"), 5)
    if cells and all(filled(cell) for cell in cells):
        return None
    return Finding(
        rule="中止条件がある", where="7", why="やめる条件のない紙は、始める判断だけを求める紙になる",
        do="いつ、だれが、何を見て止めるかを一文で入れる",
    )  # fmt: skip


def the_four_are_seen(brief: Brief, material: Material) -> Finding | None:
    """四つ(ニーズ調査・事業目標・利用状況の把握・事後評価)が見える."""
    empty = missing(brief)
    if not empty:
        return None
    names = "と".join(part for part in ("、".join(empty[:-1]), empty[-1]) if part)
    return Finding(
        rule="四つが見える", where="7", why=f"{names}が空。会計検査院は、ニーズ調査・事業目標・利用状況の把握・事後評価の欠けを指摘している",
        do="残す記録と、期限のあとに見直す場を決める",
    )  # fmt: skip


def figures_match_the_customer(brief: Brief, material: Material) -> Finding | None:
    """数字の範囲が顧客と合う."""
    holes = [
        claim
        for claim in line_of(brief, "today", "数字")
        if claim.origin == "open" and claim.about.startswith("数字のうち")
    ]
    if not holes:
        return None
    who = re.sub(r"^数字のうち、|の分$", "", holes[0].about)
    return Finding(
        rule="数字の範囲が顧客と合う", where="4", why=f"数字に限りがなく、{who}の分が分からない",
        do="内数を聞く。出せなければ、選んだ理由から外す",
    )  # fmt: skip


def fares_and_times_have_a_unit(brief: Brief, material: Material) -> Finding | None:
    """料金・回数に単位の別がある."""
    places = {"today": "4", "work": "6"}
    for id, where in places.items():
        for claim in brief.section(id).claims:  # type: ignore[arg-type]
            if claim.origin == "open" and re.search(r"往復・片道|1か所の回数", claim.about):
                return Finding(
                    rule="料金・回数に単位の別がある", where=where, why=f"{claim.about}で、積算が変わる", do="どちらかを書く",
                )  # fmt: skip
    return None


def less_needs_a_counterpart(brief: Brief, material: Material) -> Finding | None:
    """減らす目標に、対の確かめがある."""
    table = table_of(brief, "outcome")
    targets = " ".join(claim.text for cell in column(table, 2) for claim in filled(cell))
    if not _LESS.search(targets) or (table is not None and len(table.rows) > 1):
        return None
    return Finding(
        rule="減らす目標に、対の確かめがある", where="7", why="数が減るのは、あきらめた人が増えたときも同じ。この目標だけでは見分けられない",
        do="価値の側の確かめ(本人の暮らしがどうなったか)を一つ足す",
    )  # fmt: skip


def shares_come_with_counts(brief: Brief, material: Material) -> Finding | None:
    """割合の目標に件数を添える."""
    table = table_of(brief, "outcome")
    for row in table.rows if table else ():
        target = "".join(claim.text for claim in filled(row[2]))
        now = "".join(claim.text for claim in filled(row[1]))
        if re.search(r"\d(?:割|%|%)", target) and not re.search(r"\d[件人戸世帯]", target + now):
            return Finding(
                rule="割合の目標に件数を添える", where="7", why="分母が動くと、割合は思うほど動かない",
                do="割合と件数を並べて測る",
            )  # fmt: skip
    return None


def no_relative_year_is_left(brief: Brief, material: Material) -> Finding | None:
    """相対の年が残っていない."""
    text = said_text(
        brief, "summary", "purpose", "customer", "today", "value", "work", "outcome", "drive", "figures"
    )
    found = tuple(dict.fromkeys(match.group() for match in RELATIVE_YEAR.finditer(text)))
    if not found:
        return None
    return Finding(
        rule="相対の年が残っていない", where="4・10", why=f"{'、'.join(found)}は、年度をまたぐと別の年を指す", do="年を書き入れる",
    )  # fmt: skip


RULES = (
    targets_have_a_present_value, use_is_no_result, a_way_without_technology, a_condition_to_stop, the_four_are_seen,
    figures_match_the_customer, fares_and_times_have_a_unit, less_needs_a_counterpart, shares_come_with_counts, no_relative_year_is_left,
)  # fmt: skip
