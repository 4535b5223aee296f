"""Rules on what the paper rests on, and on the sheet of paper itself."""

import re

from advisor.brief.copies import handed_up
from advisor.brief.lexicon import has_technology
from advisor.brief.material import Material
from advisor.brief.model import BODY, Brief, Finding
from advisor.brief.rules.rule import filled, line_of, said_text
from advisor.brief.sheet import technologies
from advisor.brief.speech.quotes import without_quotes

_LIMIT = 80
_PAYER = re.compile(
    r"町費|市費|村費|県費|国費|一般財源|負担(?:は|する)|補助|予算|委託|(?:町|市|村|県|国|組合|係|課)の"
)


def voices_are_the_customers(brief: Brief, material: Material) -> Finding | None:
    """声が本人のものである."""
    if filled(line_of(brief, "today", "声")):
        return None
    return Finding(
        rule="声が本人のものである", where="4", why="声が空。価値の一文は職員の言葉のままである",
        do="顧客本人に会い、価値の一文を読み上げて直してもらう",
    )  # fmt: skip


def grants_fit_the_work(brief: Brief, material: Material) -> Finding | None:
    """補助の使い道と事業内容が合う."""
    money = " ".join(claim.text for claim in filled(line_of(brief, "drive", "財源")))
    names = tuple(mention.name for mention in technologies(material))
    if (
        not re.search(r"補助|交付金|助成", money)
        or not names
        or any(name in said_text(brief, "work") for name in names)
    ):
        return None
    return Finding(
        rule="補助の使い道と事業内容が合う", where="8", why=f"話の初めの{names[0]}は6の内容にない。補助が6に使えるか分からない",
        do="補助の担当に聞く。使えなければ財源から外す",
    )  # fmt: skip


def adopted_technology_is_settled(brief: Brief, material: Material) -> Finding | None:
    """入れると言った技術の始末がついている."""
    if not any(
        "取り下げるか" in claim.text and claim.origin == "open" for claim in brief.section("means").claims
    ):
        return None
    return Finding(
        rule="入れると言った技術の始末がついている", where="11", why="入れることにした技術が、あとの話では要らないことになっている",
        do="取り下げるか、両方残す理由を書く",
    )  # fmt: skip


def guesses_are_no_facts(brief: Brief, material: Material) -> Finding | None:
    """推量の数を言い切っていない."""
    holes = [
        claim
        for section in brief.sections
        for claim in section.claims
        if claim.origin == "open" and re.search(r"率と上限|の数.*の確かめ", claim.about)
    ]
    if not holes:
        return None
    return Finding(
        rule="推量の数を言い切っていない", where="3・8", why=f"{holes[0].about}が済んでいない数がある", do="元の書類で確かめ、書き直す",
    )  # fmt: skip


def hearsay_is_no_ground(brief: Brief, material: Material) -> Finding | None:
    """伝聞が要旨の土台になっていない."""
    if not re.search(r"という声|とのこと", said_text(brief, "summary")):
        return None
    return Finding(
        rule="伝聞が要旨の土台になっていない", where="1", why="聞いた話のままで、名指しされた側に確かめていない",
        do="相手に聞くか、聞いた日と人数を添える",
    )  # fmt: skip


def one_way_of_saying(brief: Brief, material: Material) -> Finding | None:
    """同じ項目の言い方が二つない."""
    if not any(claim.about == "主たる顧客の年代の幅" for claim in brief.section("customer").claims):
        return None
    return Finding(
        rule="同じ項目の言い方が二つない", where="3", why="主たる顧客の年代が二通りに書かれている", do="新しい方を主にし、幅を確かめる",
    )  # fmt: skip


def money_has_a_payer(brief: Brief, material: Material) -> Finding | None:
    """金額に負担者がある."""
    parts = [part for claim in filled(brief.section("work").claims) for part in claim.text.split("。")]
    for part in parts:
        if re.search(r"\d円|万円|億円", part) and not _PAYER.search(part):
            return Finding(
                rule="金額に負担者がある", where="6", why="だれの金かが書かれていない。役所の費用でなければ、浮いても使えない",
                do="負担する者を書く",
            )  # fmt: skip
    return None


def nobody_is_pointed_at(brief: Brief, material: Material) -> Finding | None:
    """相手が一人に決まらない(提出用)."""
    paper = handed_up(brief)
    text = " ".join(
        claim.text
        for section in paper.sections
        if section.id in ("drive", "logic")
        for claim in section.claims
    )
    found = re.search(r"(?:いちばん|一番|最も|唯一の|ただ一つの)[^。、]{1,16}", text)
    if not found:
        return None
    return Finding(
        rule="相手が一人に決まらない", where="8", why=f"「{found.group()}」は、紙が公開されると相手が分かる", do="団体の単位で書けるかを選ぶ",
    )  # fmt: skip


def sentences_are_short(brief: Brief, material: Material) -> Finding | None:
    """一文80字以内、見出し3階層まで."""
    for section in brief.sections:
        if section.id in ("record", "cases"):
            continue
        for claim in section.claims:
            long = [part for part in without_quotes(claim.text).split("。") if len(part) > _LIMIT]
            if long and claim.origin != "source":
                return Finding(
                    rule="一文80字以内", where=section.title, why=f"{len(long[0])}字の文がある: {long[0][:20]}…", do="二つの文に分ける",
                )  # fmt: skip
    return None


def open_points_are_told(brief: Brief, material: Material) -> Finding | None:
    """【要確認】が残っていることを提出前に知らせる."""
    holes = {claim.about for id in BODY for claim in brief.section(id).claims if claim.origin == "open"}
    holes |= {claim.about for item in brief.fields for claim in item.claims if claim.origin == "open"}
    if not holes:
        return None
    stars = sum(head == "★" for table in brief.section("open").tables for head in table.heads)
    return Finding(
        rule="【要確認】が残っている", where="全体", why=f"本文と表に{len(holes)}件の空きがある。決めてほしいことが空の紙は、読まれても決まらない",
        do=f"15の★の{stars}行を先に埋める" if stars else "15の一覧を上から埋める",
    )  # fmt: skip


def technology_is_compared(brief: Brief, material: Material) -> Finding | None:
    """目的に技術が混じっていない(件名)."""
    title = "".join(claim.text for claim in brief.title if claim.origin != "open")
    if not has_technology(title, tuple(mention.name for mention in technologies(material))):
        return None
    return Finding(
        rule="件名に技術名がない",
        where="件名",
        why="件名が手段の名だと、何がしたいかが伝わらない",
        do="めざす姿で名付ける",
    )


RULES = (
    voices_are_the_customers, grants_fit_the_work, adopted_technology_is_settled, guesses_are_no_facts, hearsay_is_no_ground,
    one_way_of_saying, money_has_a_payer, nobody_is_pointed_at, sentences_are_short, technology_is_compared, open_points_are_told,
)  # fmt: skip
