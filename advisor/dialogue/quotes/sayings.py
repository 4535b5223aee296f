"""Words that stand by themselves: a reader who sees nothing else still knows what was said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from advisor.dialogue.quotes.answers import Place
from advisor.dialogue.quotes.clean import LEADING
from advisor.dialogue.quotes.fitting import fitness
from advisor.dialogue.quotes.framing import FRAME
from advisor.dialogue.quotes.keyed import Keyed, keyed
from advisor.dialogue.quotes.marking import has_number, marks, score
from advisor.dialogue.quotes.model import WHOLE, Kind, Quote
from advisor.dialogue.quotes.phrases import Text
from advisor.dialogue.quotes.spans import Span
from advisor.framework.slots import Slot

_SOFT: Final = (
    r"(?:でございま(?:す|して)|であります|である|なん(?:です|だ)|ん(?:です|だ)|の(?:です|だ)|でし(?:た|ょうか?ね?)|です|だっ(?:た|て)|だろうか?な?|だ|でしょうか?ね?|"
    r"と(?:いうか|のこと)|との|という|っていう|って|とか|と|かも(?:しれ(?:ません|ない))?|かなあ?|かしら|か|"
    r"(?:思|おも)(?:う(?:と|て|ちょ)(?:り|い|る|ま)[^。]{0,3}|い(?:ます|まして)|って(?:い)?(?:ます|る|おります|まして)|う)|存じ(?:ます|まして)|考え(?:て(?:い|おり)?)?(?:ます|る|まして)|"
    r"(?:感じ|気)(?:が|も)?(?:し(?:ます|て(?:い)?(?:ます|る))|する|です)?|話して(?:い)?ます|聞いて(?:い|おり)?ます|伺って(?:い|おり)?ます|"
    r"みたい|らしい|よう|そう|わけ|こと|もの|ところ|つもり|予定|形|順番|考え|思い|(?:私|僕|わし|自分|当方)(?:の|たちの)|の|ん|"
    r"っす|とです|ね|よ|なあ?|わ|さ|ぞ|ねえ|けえ|けん|を(?:考え|検討し|目指し|予定し)て(?:い|おり)?(?:ます|る)|が|は|けど|けれども?|けども|ので|から|し|のに|(?:くらい|ぐらい|ほど)(?=です|だ|でしょ|かな|。|$)|笑|…+|[、。,\s!!w]|「|」)*"
)
_AFTER: Final = re.compile(_SOFT + r"$")
_SEAM: Final = re.compile(
    r"(?:(?:でござい|ござい)?(?:です|ます|だ|んです|のです|なんです|んだ)?(?:よ|ね)?)(?:けど|けれども?|けども|ので|(?<=[たるいなうす])んで|けえ|けん|から|し|のに|もので)(?:ね|な|さ)?、"
    r"|(?:です|ます|だ|のです|んです|ません|ました|でした)が、"
)
_CLAUSE_SEAM: Final = re.compile(r"が、")
_BEFORE: Final = re.compile(
    r"(?:けど|けれども?|けども|ので|(?<=[たるいなうす])んで|けえ|けん|から|ですし|ますし|のに|(?:です|ます|だ|ません|ました|でした)が|もので|(?:では|じゃ|のは?)なくて?)(?:ね|な|さ)?、$"
)
_HEAD: Final = re.compile(
    r"^(?:(?:強いて言(?:えば|うと)|しいて言えば|一言で(?:言うと|言えば|いえば)|ひと言でいえば|正直に?(?:言うと|言えば|言って)|言ってしまえば|すみません|すいません|恐れ入りますが?|はい|ええ|いえ|うーん|えっと|えーと|でも|だけど|ただ|そうですね(?:え|ー)?|そうだな|なるほど|やっぱり|たぶん|多分|正直|まあ|あと|それと|それから|あとは|ほかに|また|それで|そして|例えば|たとえば|"
    r"一番は|いちばんは|(?:私|僕|わし|俺|わたし)(?:は|としては|的には)|(?:私|僕|わたし)の(?:考え|思い)では|[^、。]{1,12}(?:にとっては|にとりましては|としては|といたしましては))、?)+$"
)
_TURN: Final = re.compile(r"(?:^|[、。])(?:でも|だけど|しかし|ところが|ただ)、?$")
_COMMA: Final = re.compile(r"、")
_POINTS: Final = re.compile(
    r"^(?:どれも|いずれも|それぞれ|どっちも|うち(?!側|訳)|一人は|もう一|これ|それ|あれ|この|その|あの|ここ|そこ|あそこ|こう|そう|こんな|そんな|あんな|こっち|そっち|同じ|同時|逆に|代わりに|かわりに|ただ|でも|だから|なので|しかし|けど|って|という|とか|も)"
)
_UNFINISHED: Final = re.compile(
    r"(?:(?:こと|の|ん|[一-龥])ちゃう|、?という|って|とか|ては|ちゃ|たり|ながら|つつ|ず|ように|ために|[にをと]す|がら|から|けど|けれど|[いるたう]そう|今日|昨日|明日)$"
)
_OWN_TOPIC: Final = re.compile(r"[一-龥ぁ-んァ-ヶーA-Za-z0-9][はがも](?![いあ]る?$)")
_BESIDE: Final[dict[Slot, re.Pattern[str]]] = {
    "current_experience": re.compile(
        r"ない|なく|ません|ずに|困|待[たっち]|切れ|泣|遅|足り|壊|怒|寒|暑|重[いく]|痛|つら|怖|だけ|のみ|立ち止ま|閉ま|休ん|一人で|夜中|途中|戻|何度|何回|回って|仕方|諦|あきら|\d"
    ),
    "focus": re.compile(
        r"やめ|止め|廃止|減ら|絞|しない|なくす|畳|半分|休|見送|ません$|回に|後回し|終わ|手放|要らな|いらな"
    ),
    "technology_role": re.compile(r"いら|要ら|いりません|要りません|なく|だけ|不要|足り|十分|なし"),
}
"""What a later sentence of an answer must show to be repeated for it."""
_ASKING: Final = re.compile(r"(?:教えて|お願い|ください|知りたい|よろしく)")
_REASON: Final = re.compile(r"[^、。]{0,6}?(?:ので|から|けえ|けん|もので)(?:[、。]|です|$)")
_CONCEDED: Final = re.compile(
    r"[^、。]{0,6}?(?:けど|けれども?|のに|が)、|[^、。]{0,6}[、。](?:でも|だけど|ですが|しかし|ところが)"
)
_DENIED: Final = re.compile(r"(?:では|じゃ)(?:ございません|ありません|ない)$|[るく](?:ほど|わけ)ではない$")
_INTRODUCED: Final = re.compile(
    r"(?:課|係|室|局|部|センター|事務所|館)(?:で|に|の)[^、。]{0,24}(?:して|やって|務めて)(?:い|おり)?(?:ます|る)$|(?:担当|勤務|異動|配属)(?:を|に|と)?(?:して|なって|やって)?(?:い|おり)?(?:ます|る|ました)$|^[^、。]{0,16}(?:課|係|室|局)(?:の[^、。]{0,8})?(?:です|である|だ)?$|(?:やっ?とる|やってる|しとる|してる|やりゆう|しゆう|務めとる)(?:もん|者|もの)$"
)
_ANSWERED: Final = frozenset(
    (
        "aspiration",
        "customer",
        "value",
        "focus",
        "measure",
        "technology_role",
        "outcome",
        "resources",
        "leader",
        "stakeholders",
    )
)
"""Slots whose answer is not its reason."""
_FIRST, _EARLY, _ASIDE = 1.2, 2.0, 2.0
_PART: Final = 1.2
"""A clause weighs less than its whole sentence."""
_LENGTH: Final = 0.12
_TOPIC: Final = re.compile(r"[^、。]{1,24}は、?")


def sentence_bounds(text: Text, start: int) -> tuple[int, int]:
    """Where the sentence around an offset begins and ends (its closing mark included)."""
    begin, end = 0, len(text.text)
    for item, after in zip(text.phrases, [*text.phrases[1:], None], strict=False):
        if not item.stop:
            continue
        close = after.start if after is not None else len(text.text)
        if close <= start:
            begin = close
        else:
            end = close
            break
    return begin, end


def stands_alone(text: Text, start: int, end: int, kind: Kind) -> bool:
    """Whether a span begins and ends where something whole was said, and leans on nothing around it."""
    span = text.text[start:end]
    if kind == "途" or span.endswith(("けえ", "けん")) or _POINTS.match(span):
        return False
    if _UNFINISHED.search(span) or _INTRODUCED.search(span) or _ASKING.search(span):
        return False
    begin, close = sentence_bounds(text, start)
    return end <= close and _opens(text.text[begin:start], span) and _ends(text.text[end:close], kind)


def _opens(before: str, span: str) -> bool:
    bare = before.strip().lstrip("「『").strip()
    if not bare or _HEAD.match(bare) or FRAME.fullmatch(before.strip()) or bare.rstrip("、") in LEADING:
        return True
    if not _BEFORE.search(bare) and not _TURN.search(bare):
        return False
    return bool(_OWN_TOPIC.search(span)) or not _TOPIC.search(bare)


def _ends(after: str, kind: Kind) -> bool:
    if _AFTER.match(after):
        return True
    if kind == "文" and _CLAUSE_SEAM.match(after):
        return True
    return bool(_SEAM.match(after)) and not (kind == "体" and after.startswith(("から", "が", "し", "の")))


def stretches(text: Text) -> Iterator[tuple[int, int]]:
    """Offsets of every stretch that may be whole: sentences without their lead-in, and clauses between commas."""
    at = 0
    while at < len(text.text):
        begin, close = sentence_bounds(text, at)
        head = _HEAD.match(text.text[begin:close])
        commas = [begin + match.end() for match in _COMMA.finditer(text.text[begin:close])]
        starts = [begin, begin + len(head[0]) if head else begin, *commas]
        for start in dict.fromkeys(starts):
            yield from ((start, end) for end in [close, *commas] if end > start)
        at = max(close, at + 1)


def _tells_why(text: Text, start: int, end: int, slot: Slot | None) -> bool:
    """Whether a clause only gives the reason of an answer (「…かかるので、そこに音声入力」)."""
    _, close = sentence_bounds(text, start)
    return slot in _ANSWERED and bool(_REASON.match(text.text[end:close]))


def marked_alone(text: Text, places: Sequence[Place], quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes, those that stand by themselves marked `alone`: of an answer only what answers."""
    return [
        each.model_copy(update={"marks": each.marks - {"alone"}})
        if not _is_main(text, each, places)
        else each
        for each in _stand(text, quotes)
    ]


def _is_main(text: Text, quote: Quote, places: Sequence[Place]) -> bool:
    """Whether it stands in the first sentence of the answer, or is what the reader took."""
    place = next((each for each in places if each.start <= quote.start and quote.end <= each.end), None)
    if place is None or place.start < 0:
        return True
    begin, close = sentence_bounds(text, quote.start)
    runs_on = quote.slot == "customer" and not re.search(r"[。!?!?\n]", text.text[place.start : begin])
    if begin <= place.start < close or runs_on:
        return True
    if quote.slot in _BESIDE and not _BESIDE[quote.slot].search(quote.text):
        return False
    if quote.slot not in _ANSWERED:
        return True
    if place.key is None:
        return False
    return min(quote.end, place.key[1]) - max(quote.start, place.key[0]) >= min(6, len(quote.text))


def _stand(text: Text, quotes: Iterable[Quote]) -> list[Quote]:
    return [
        each.model_copy(update={"marks": each.marks | {"alone"}})
        if "alone" not in each.marks
        and stands_alone(text, each.start, each.end, each.kind)
        and not _tells_why(text, each.start, each.end, each.slot)
        else each
        for each in quotes
    ]


def whole_sayings(
    text: Text, places: Sequence[Place], technologies: Sequence[str] = (), turn: int = 0
) -> list[Quote]:
    """Every saying of a text as a quote; the earlier and the nearer to what the reader took, the better."""
    found: dict[tuple[int, int], Keyed] = {}
    for start, end in stretches(text):
        saying = keyed(text, start, end, WHOLE)
        if saying is not None and stands_alone(text, saying.start, saying.end, saying.kind):
            found.setdefault((saying.start, saying.end), saying)
    quotes = [_quote(text, each, places, technologies, turn, found.values()) for each in found.values()]
    return [each for each in quotes if not _tells_why(text, each.start, each.end, each.slot)]


def _quote(
    text: Text,
    saying: Keyed,
    places: Sequence[Place],
    technologies: Sequence[str],
    turn: int,
    others: Iterable[Keyed],
) -> Quote:
    place = next((each for each in places if each.start <= saying.start and saying.end <= each.end), None)
    slot = place.aim.slot if place else None
    span = Span(
        text=saying.text, start=saying.start, end=saying.end, kind=saying.kind, words=saying.words, whole=True
    )
    weight = (
        score(span, None, technologies) + fitness(saying.text, slot) + _LENGTH * max(0, len(saying.text) - 20)
    )
    weight += _place_weight(text, saying, place)
    part = any(
        each.start <= saying.start and saying.end <= each.end and each is not saying for each in others
    )
    return Quote(
        text=saying.text,
        start=saying.start,
        end=saying.end,
        kind=saying.kind,
        score=round(weight - _PART * part, 2),
        slot=slot,
        turn=turn,
        has_number=has_number(saying.text),
        marks=marks(saying.text, technologies) | {"whole", "alone"},
    )


def _place_weight(text: Text, saying: Keyed, place: Place | None) -> float:
    """The first sentence of an answer and what the reader took for it weigh more, reasons and asides less."""
    begin, close = sentence_bounds(text, saying.start)
    after = text.text[saying.end : close]
    weight = -_ASIDE * bool(_REASON.match(after)) - _ASIDE * bool(_CONCEDED.match(after))
    weight -= _ASIDE * bool(_DENIED.search(saying.text) or _INTRODUCED.search(saying.text))
    if place is None or place.start < 0:
        return weight
    first = begin <= place.start < close
    weight += _EARLY * first + _FIRST * (first and saying.kind == "体" and place.aim.slot == "customer")
    if place.key is not None:
        shared = min(saying.end, place.key[1]) - max(saying.start, place.key[0])
        weight += _FIRST * (shared >= min(6, place.key[1] - place.key[0]))
    return weight
