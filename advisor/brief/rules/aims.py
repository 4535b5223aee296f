"""Rules on the aim, the customer and the choice."""

import re

from advisor.brief.lexicon import LEADERS, VISITOR, has_technology
from advisor.brief.material import Material
from advisor.brief.model import Brief, Finding
from advisor.brief.rules.rule import filled, line_of, said_text, table_of
from advisor.brief.sheet import technologies

_SLOGAN = re.compile(
    r"^(?:すべての|全ての|広く|多くの|一般の)?(?:住民|市民|町民|村民|区民|県民|みんな|皆|国民|利用者)(?:全員|の皆)?。?$"
)


def no_technology_in_the_summary(brief: Brief, material: Material) -> Finding | None:
    """要旨に技術名がない."""
    names = tuple(mention.name for mention in technologies(material))
    if not has_technology(said_text(brief, "summary"), names):
        return None
    return Finding(
        rule="要旨に技術名がない", where="1", why="手段の名が先に立つと、だれの何が変わるかが読めない",
        do="技術の名を11へ移し、要旨は人と状態だけで書く",
    )  # fmt: skip


def a_sentence_with_the_resident(brief: Brief, material: Material) -> Finding | None:
    """主語が住民である文がある."""
    who = filled(line_of(brief, "customer", "状況"))
    aim = said_text(brief, "purpose")
    if who and who[0].text.rstrip("。") in aim:
        return None
    return Finding(
        rule="主語が住民である文がある", where="2", why="役所だけが主語の紙は、役所の都合の紙に読まれる",
        do="目的を「だれが、どうなる」の形にする",
    )  # fmt: skip


def a_particular_customer(brief: Brief, material: Material) -> Finding | None:
    """顧客が「住民」「市民」だけでない."""
    who = filled(line_of(brief, "customer", "状況"))
    if who and not _SLOGAN.match(who[0].text):
        return None
    return Finding(
        rule="顧客が「住民」「市民」だけでない", where="3", why="全員を相手にすると、だれの困りごとも決まらない",
        do="一人を思い浮かべ、その人の状況と人数を書く",
    )  # fmt: skip


def something_is_stopped(brief: Brief, material: Material) -> Finding | None:
    """やめることが書いてある."""
    table = table_of(brief, "work")
    rows = (
        [
            row
            for head, row in zip(table.heads, table.rows, strict=True)
            if head == "やめる" and filled(row[0])
        ]
        if table
        else []
    )
    if not rows:
        return Finding(
            rule="やめることが書いてある", where="6", why="足すだけの案は、人手も財源も生まない",
            do="この案で要らなくなる仕事か事業を一つ書く",
        )  # fmt: skip
    if all("(検討中)" in claim.text for row in rows for claim in filled(row[0])[:1]):
        return Finding(
            rule="やめることが書いてある", where="6", why="検討中のままのやめることは、財源にも人手にも数えられない",
            do="話し合いの期限を書く。決まるまでは(検討中)を外さない",
        )  # fmt: skip
    return None


def a_leader_among_the_staff(brief: Brief, material: Material) -> Finding | None:
    """庁内リーダーが首長・議員でない."""
    found = filled(line_of(brief, "drive", "庁内のリーダー"))
    if found and not LEADERS.search(found[0].text):
        return None
    why = (
        "首長や議員は方針を決める役で、庁内を動かす役ではない"
        if found
        else "引っ張る職員のいない案は、担当が替わると止まる"
    )
    return Finding(
        rule="庁内リーダーが首長・議員でない", where="8", why=why, do="この案を引っ張る職員を一人書く"
    )


def fairness_is_answered(brief: Brief, material: Material) -> Finding | None:
    """公平性に触れている."""
    line = line_of(brief, "customer", "公平性")
    if not line:
        return Finding(
            rule="公平性に触れている",
            where="3",
            why="「なぜその人たちだけか」に答えがない",
            do="含めない人への手当を一文で入れる",
        )
    if all(claim.origin != "open" for claim in line):
        return None
    return Finding(
        rule="公平性に触れている", where="3", why="触れているが、手当が空。「なぜその人たちだけか」に半分しか答えていない",
        do="手当を一文で入れるか、手当は要らないと判断した理由を書く",
    )  # fmt: skip


def not_any_other_town(brief: Brief, material: Material) -> Finding | None:
    """他市名に差し替えても成り立たない."""
    if filled(line_of(brief, "value", "地域の強み")):
        return None
    return Finding(
        rule="他市名に差し替えても成り立たない", where="5", why="ほかの町の名に替えても通る紙は、この町でやる理由にならない",
        do="この町にしかない事実(場所、人、数)を一つ入れる",
    )  # fmt: skip


def visitors_leave_something(brief: Brief, material: Material) -> Finding | None:
    """顧客が来訪者なら、住民に返るものがある."""
    who = " ".join(claim.text for claim in filled(line_of(brief, "customer", "状況")))
    if brief.phase != 3 or not VISITOR.search(who):
        return None
    if not any(claim.about == "住民に返るもの" for claim in line_of(brief, "customer", "公平性")):
        return None
    return Finding(
        rule="顧客が来訪者なら、住民に返るものがある", where="3", why="来る人のための支出は、住民に何が返るかを議会で問われる",
        do="住民に返るものを一文で入れる",
    )  # fmt: skip


RULES = (
    no_technology_in_the_summary, a_sentence_with_the_resident, a_particular_customer, something_is_stopped,
    a_leader_among_the_staff, fairness_is_answered, not_any_other_town, visitors_leave_something,
)  # fmt: skip
