"""提供する価値 and 事業内容: what the customer gets, what is stopped, changed and made."""

import re

from advisor.brief.lexicon import CHANGE, MAKE, STAGES, STOP
from advisor.brief.model import Claim, Item, Section, Table
from advisor.brief.outline.desk import Desk, main_want, stops, wants
from advisor.brief.speech import Clause
from advisor.brief.speech.heads import points_back
from advisor.brief.write import drawn, line, said, unknown

_PAYER = re.compile(r"町費|市費|村費|県費|一般財源|町の|市の|村の|県の|国の|組合の|負担")


def value_section(desk: Desk) -> Section:
    """提供する価値: the value in one sentence, the place's strengths, what is chosen."""
    return Section(id="value", title="提供する価値", items=(_value(desk), _strengths(desk), _choice(desk)))


def worth(desk: Desk) -> tuple[Clause, ...]:
    """Clauses that say what the customer gets; signs and remarks on technology apart."""
    return tuple(
        each for each in desk.sheet.of("value")
        if not each.has("sign") and not each.private and not points_back(each.text)
        and not (desk.sheet.technical(each) and each.ending == "形")
    )  # fmt: skip


def _value(desk: Desk) -> Item:
    found = worth(desk)
    if not found:
        return line(
            "価値", unknown("価値の一文(顧客にとって何がどう変わるか)", "顧客本人", "", True, "value")
        )
    return line(
        "価値",
        said(*found[:3]),
        unknown("価値の一文が本人の言葉と合うか", "顧客本人", "本人の言葉での言い方は", True),
    )


def _strengths(desk: Desk) -> Item:
    found = desk.sheet.of("strengths")
    if not found:
        return line(
            "地域の強み",
            unknown(
                "地域の強み(ほかの町の名に替えると成り立たない事実)",
                "地域をよく知る支所や現場の職員",
                "",
                False,
                "strengths",
            ),
        )
    return line("地域の強み", *(said(each) for each in found[:4]))


def _choice(desk: Desk) -> Item:
    """What is chosen: denials among the wants, and what of the focus is neither stopped nor a side note."""
    heads = main_want(desk)
    denied = [
        each
        for each in wants(desk)
        if each.ending == "形"
        and not each.text.endswith(("ていない", "でいない"))
        and (heads is None or each.text != heads.text)
    ]
    stopped = stops(desk)
    focus = [
        each
        for each in desk.sheet.of("focus")
        if each not in stopped and each not in side_notes(desk) and not each.private
    ]
    found = [*denied[:1], *focus[:3]]
    if found:
        return line("選択と集中", *(said(each) for each in found))
    if stopped:
        return line("選択と集中", said(stopped[0]))
    return line("選択と集中", unknown("何に集中し、何をやめるか", "所属長と財政課", "", False, "focus"))


def side_notes(desk: Desk) -> tuple[Clause, ...]:
    """Clauses of the focus that explain what is stopped: reasons, sums, talks under way."""
    stopped = stops(desk)
    if not stopped:
        return ()
    return tuple(
        each for each in desk.sheet.of("focus")
        if each not in stopped
        and (each.has("reason") or (bool(each.numbers) and each.turns == stopped[0].turns) or points_back(each.text) or re.search(r"話している|話し合って|検討して|\d円|万円|\d時間|しか|まで$", each.text))
    )  # fmt: skip


def work_section(desk: Desk) -> Section:
    """事業内容と価値連鎖: stop, change, make, each with its step of the value chain."""
    rows: list[tuple[str, tuple[Claim, ...], tuple[Claim, ...]]] = []
    rows += [_stopped(desk, each, at == 0) for at, each in enumerate(stops(desk)[:3])]
    for label, found in (("変える", changes(desk)), ("つくる", makes(desk))):
        rows += [(label, _made(desk, each), _stage(each)) for each in found[:4] if not _follows(desk, each)]
    if not stops(desk):
        rows.insert(0, ("やめる", (unknown("やめること", "所属長と財政課", "", False, "focus"),), ()))
    if not desk.sheet.of("measure"):
        rows.append(
            (
                "変える・つくる",
                (unknown("事業内容(仕事の何をどう変えるか)", "実務を担う係", "", True, "measure"),),
                (),
            )
        )
    table = Table(
        columns=("内容", "価値連鎖の段"),
        heads=tuple(row[0] for row in rows),
        head="区分",
        rows=tuple((row[1], row[2]) for row in rows),
    )
    return Section(id="work", title="事業内容と価値連鎖", tables=(table,))


def _stopped(desk: Desk, stop: Clause, first: bool) -> tuple[str, tuple[Claim, ...], tuple[Claim, ...]]:
    notes = side_notes(desk) if first else ()
    claims: list[Claim] = [said(stop, *notes[:3])]
    money = [each for each in notes if re.search(r"円", each.text) and not _PAYER.search(each.text)]
    if money:
        claims.append(
            unknown("やめる事業の費用はだれの負担か。やめた分をどう使うか", "財政課", "だれの負担かは")
        )
    return "やめる", tuple(claims), _stage(stop) if not notes else ()


def changes(desk: Desk) -> tuple[Clause, ...]:
    """Measures that change how work is done."""
    return tuple(each for each in desk.sheet.of("measure") if _kind(each) == "change")


def makes(desk: Desk) -> tuple[Clause, ...]:
    """Measures that put something new."""
    return tuple(each for each in desk.sheet.of("measure") if _kind(each) == "make")


def _kind(clause: Clause) -> str:
    tail = clause.text[-12:]
    for kind, pattern in (("change", CHANGE), ("make", MAKE), ("stop", STOP)):
        if pattern.search(tail):
            return "change" if kind == "stop" else kind
    return "change" if CHANGE.search(clause.text) else "make"


def _made(desk: Desk, clause: Clause) -> tuple[Claim, ...]:
    after = _next_measure(desk, clause)
    claims: list[Claim] = [said(clause, *([after] if after is not None and _follows(desk, after) else []))]
    times = re.search(r"(?:月|年|週)に?\d+回", clause.text)
    if times and not re.search(r"か所|箇所|合計|計\d|ずつ|それぞれ|各", clause.text):
        claims.append(
            unknown(
                f"{times.group()}が1か所の回数か、合計か", "作成課", f"{times.group()}が1か所の回数か合計かは"
            )
        )
    return tuple(claims)


def _follows(desk: Desk, clause: Clause) -> bool:
    """Whether a measure only points back at the one said before it (「それを…」)."""
    found = desk.sheet.of("measure")
    at = found.index(clause)
    return at > 0 and points_back(clause.text) and found[at - 1].turns == clause.turns


def _next_measure(desk: Desk, clause: Clause) -> Clause | None:
    found = desk.sheet.of("measure")
    at = found.index(clause) + 1
    return found[at] if at < len(found) else None


def _stage(clause: Clause) -> tuple[Claim, ...]:
    """The customer's step that the work touches: the one its predicate names, which stands last; else none."""
    places = [(match.start(), stage) for stage, words in STAGES for match in words.finditer(clause.text)]
    return (drawn(max(places)[1], clause),) if places else ()
