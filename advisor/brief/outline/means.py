"""手段の比較: without technology, with what is there, with technology; digital serves."""

import re

from advisor.brief.lexicon import AT_HAND, BUZZWORDS
from advisor.brief.material import TechnologyMention
from advisor.brief.model import Claim, Item, Section, Table
from advisor.brief.notes import caution
from advisor.brief.outline import money
from advisor.brief.outline.desk import Desk, stops
from advisor.brief.outline.offer import worth
from advisor.brief.speech import Clause
from advisor.brief.write import cited, drawn, line, said, sentence, unknown, worded

_HEADS = ("内容", "顧客の変化", "費用", "人手", "期間", "リスク")
_ADOPTED = re.compile(
    r"(?:入れる|導入する|入れ)(?:こと)?(?:にした|に決めた|予定|つもり|ことになって|んですよ|たい|ろ)"
)
_DOUBTED = re.compile(r"足りる|嫌|いらない|要らない|なくてもできる|最後で|だけでよい|出番なし|でも可|十分")


def means_section(desk: Desk) -> Section:
    """Three ways side by side, filled from what was said; holes stay holes."""
    plain, there, technical = ways(desk)
    ask = "作成課"
    rows = (
        (_content(plain), _content(there, _unsure(desk)), _technical(desk, technical)),
        (_change(desk, plain), _change(desk, there), _forecast(technical)),
        tuple((unknown("手段ごとの費用の内訳", "財政課" if money.sums(desk) else ask),) for _ in range(3)),
        (_hands(desk, plain), _hands(desk, there), (unknown("手段ごとの人手", "所属長"),)),
        _times(desk),
        (*_risks(desk, plain, there, technical),),
    )
    total = next((each for each in money.sums(desk) if each.text.startswith("年")), None)
    heads = tuple(f"費用({total.text}の内訳)" if head == "費用" and total else head for head in _HEADS)
    table = Table(
        columns=("A 技術なし", "B いまあるもので", "C 技術を使う"), rows=rows, heads=heads, head="項目"
    )
    return Section(id="means", title="手段の比較", tables=(table,), items=(_role(desk),))


def ways(desk: Desk) -> tuple[list[Clause], list[Clause], list[Clause]]:
    """Sort focus, measures and the words on technology into the three ways."""
    nouns = {
        noun for each in desk.sheet.of("strengths") for noun in re.findall(r"[一-龥ァ-ヶー]{3,}", each.text)
    }
    plain: list[Clause] = []
    there: list[Clause] = []
    technical: list[Clause] = []
    for each in (*stops(desk), *desk.sheet.of("measure", "technology_role")):
        if each.private or (each.has("guess") and re.search(r"(?:何|なに)か", each.text)):
            continue
        if each.slot != "focus" and (
            desk.sheet.technical(each) or (each.slot == "technology_role" and not _DOUBTED.search(each.text))
        ):
            technical.append(each)
        elif any(noun in each.text for noun in nouns) or AT_HAND.search(each.text):
            there.append(each)
        elif each.slot != "focus" or not each.has("considering"):
            plain.append(each)
    return plain, there, technical


def _content(found: list[Clause], extra: tuple[Claim, ...] = ()) -> tuple[Claim, ...]:
    if not found and not extra:
        return (unknown("この手段の案", "実務を担う係"),)
    return (*(said(each) for each in found[:4]), *extra)


def _unsure(desk: Desk) -> tuple[Claim, ...]:
    """「Zには何か要るかもしれない」 is no claim: what is needed is to be confirmed."""
    for each in desk.sheet.of("technology_role", "measure"):
        found = re.match(r"(.+?)(?:に|には)(?:何|なに)か", each.text)
        if found and each.has("guess"):
            who = re.match(r"([一-龥]{2,4})の.*?([一-龥]{1,4})と", each.text)
            ask = f"{who[2]}と{who[1]}" if who else "作成課"
            return (unknown(f"{found[1]}に要るもの", ask, f"{found[1]}に何が要るかは"),)
    return ()


def _technical(desk: Desk, found: list[Clause]) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    names = _named(desk)
    first = {mention.turn for mention in names[:1]}
    named = [
        mention
        for mention in names
        if mention.turn in first and not any(mention.name in each.text for each in found)
    ]
    if named:
        claims.append(
            Claim(
                text=sentence("と".join(mention.name for mention in named)),
                origin="said",
                turns=tuple(sorted(first)),
            )
        )
    for each in found[:3]:
        subject = re.match(r"^(.+?)は、", each.text)
        if each.has("guess") and subject:
            claims.append(said(each, text=sentence(subject[1])))
        else:
            claims.append(said(each))
    if pending(desk):
        claims.append(
            unknown(
                f"{'と'.join(m.name for m in names[:2])}を取り下げるか。進めている手続があるか",
                "作成者",
                "取り下げるかは",
                True,
            )
        )
    return tuple(claims) or (unknown("技術を使う案", "情報担当課"),)


def _named(desk: Desk) -> list[TechnologyMention]:
    """The technologies that are means, each by its fullest name (「母子手帳アプリ」 holds 「アプリ」)."""
    names = [each for each in desk.sheet.mentions if not BUZZWORDS.fullmatch(each.name)]
    return [
        each for each in names if not any(each.name != other.name and each.name in other.name for other in names)
    ]  # fmt: skip


def pending(desk: Desk) -> bool:
    """Whether a technology that was to be adopted was later doubted, and its fate is open."""
    adopted = any(_ADOPTED.search(each.text) for each in desk.material.utterances[:2])
    doubted = any(_DOUBTED.search(each.text) for each in desk.sheet.of("technology_role", "value"))
    return bool(_named(desk)) and adopted and doubted


def _change(desk: Desk, found: list[Clause]) -> tuple[Claim, ...]:
    gain = worth(desk)
    done = [each for each in found if each.slot == "measure"]
    if not done or not gain:
        return (unknown("手段ごとの顧客の変化", "顧客本人"),)
    return (drawn(sentence(gain[0].text), gain[0], done[0]),)


def _forecast(found: list[Clause]) -> tuple[Claim, ...]:
    for each in found:
        rest = re.match(r"^.+?は、(.+)$", each.text)
        if each.has("guess") and rest:
            return (said(each, text=f"{rest[1]}見込み。"),)
    return (unknown("手段ごとの顧客の変化", "顧客本人"),)


def _hands(desk: Desk, found: list[Clause]) -> tuple[Claim, ...]:
    claims: list[Claim] = [said(each) for each in money.staff(desk)[:1]] if found else []
    people = [each for each in found if re.search(r"(?:人|係|員)(?:も|を)(?:置|募|雇)", each.text)]
    if people and not claims:
        return said(people[0]), unknown("だれが担うか", "作成課", "だれが担うかは")
    if any(re.search(r"出張|出向|訪問", each.text) for each in found):
        claims.append(unknown("出向く日の窓口の体制", "所属長", "出向く日の窓口は"))
    return tuple(claims) or (unknown("手段ごとの人手", "所属長"),)


def _times(desk: Desk) -> tuple[tuple[Claim, ...], ...]:
    hole = unknown("手段ごとの期間", "作成課")
    law = any(re.search(r"規則|条例|要綱", each.text) for each in desk.sheet.of("stakeholders"))
    first = unknown("規則改正の対象と時期", "法規", "規則改正の時期は") if law else hole
    return (first,), (hole,), (hole,)


def _risks(desk: Desk, *ways: list[Clause]) -> list[tuple[Claim, ...]]:
    """Each risk beside the way that it speaks of; the warning of a case beside the technology."""
    cells: list[list[Claim]] = [[] for _ in ways]
    laws = [each for each in desk.sheet.of("stakeholders") if each.has("reason")]
    for each in desk.sheet.of("risks")[:3] or laws[:2]:
        shared = [sum(_shared(each, other) for other in way) for way in ways]
        if max(shared) > 0:
            cells[shared.index(max(shared))].append(said(each))
    technical = _warned(desk) if desk.notes.caution or not cells[2] else ()
    hole = (unknown("手段ごとのリスク", "作成課"),)
    return [tuple(cells[0]) or hole, tuple(cells[1]) or hole, (*cells[2], *technical)]


def _shared(one: Clause, other: Clause) -> int:
    """How many stretches of two letters, one of them no kana, two clauses have in common."""
    pairs = {one.text[at : at + 2] for at in range(len(one.text) - 1)}
    return sum(pair in other.text for pair in pairs if re.search(r"[一-龥ァ-ヶA-Za-z]", pair))


def _warned(desk: Desk) -> tuple[Claim, ...]:
    case = caution(desk.material)
    if case is not None and desk.notes.caution:
        return (cited(f"{case.title}。{sentence(case.lines.happened)}", desk.notes.caution),)
    return (unknown("手段ごとのリスク", "情報担当課"),)


def _role(desk: Desk) -> Item:
    found = [each for each in desk.sheet.of("technology_role") if not each.has("guess")]
    if found:
        return line(
            "",
            said(
                *found[:2],
                text=f"デジタルの役割は従。{''.join(sentence(worded(each)) for each in found[:2])}",
            ),
        )
    return line(
        "",
        unknown(
            "デジタルの役割(どの場面で何を助けるか、なくてもできるか)",
            "情報担当課",
            "デジタルの役割は",
            False,
            "technology_role",
        ),
    )
