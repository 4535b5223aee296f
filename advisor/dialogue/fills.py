"""Which fills of a reading are trusted: weak ones, echoes, greetings and tools taken for wishes are left out."""

import re

from advisor.dialogue.asked import asks_us, reports_order, tells
from advisor.dialogue.reading import Fill, Reading
from advisor.dialogue.sentences import sentences
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet

_SURE = 0.75
_OPENING = 0.5
_BESIDE = 0.85
"""An answer fills an open slot beside the asked one only where the reader is this sure."""
_ELSEWHERE = 0.6
"""An answer that does not speak of the asked slot at all goes where the reader puts it."""
_OF_LEADING = ("leader", "stakeholders")
"""What is told of the one who leads is no figure and no strength of the place."""
_OF_PEOPLE = ("customer", "current_experience", "value")
_MAY_ASK = ("answer", "seek_advice", "ask_fact", "pushback", "small_talk", "dont_know", "off_topic")
_COURTESY = 24
"""Letters beside a question that may be courtesy."""
_ASKED_FOR = ("measure", "outcome", "evidence", "resources", "focus", "strengths")
_ADVICE = re.compile(
    r"助言|ご教示|教えて|ご指導|いただけますか|お知恵|知りたい|どう(?:作れば|書けば|置けば|すれば)"
)
_GREETING = re.compile(r"拝啓|敬具|ご清栄|ご健勝|お慶び|時候|向寒|お世話に|平素|貴殿|賜り|よろしくお願い")
_INTRODUCING = re.compile(
    r"入れ|導入|使い?たい|配り?たい|作りたい|つくりたい|やりたい|載せ替え|替えて|置き換え|整備|構築"
)
_WISH = re.compile(
    r"[^。、!?!?\n]{6,60}?(?:てほしい|てもらいたい|でありたい|[いきしちにみりえけせてれ]たい)(?!人|方|と言)"
)
_ASKING = re.compile(
    r"(?:聞い|教え|答え|見|助け|相談に乗っ)て(?:ほしい|もらいたい|いただきたい)$|(?:聞き|知り|伺い|相談し|尋ね)たい$"
)
_UNWANTED = re.compile(r"仕方なく|てしまう|なってしま|失敗|消える")
_NEXT_TO_WISH = ("current_experience", "customer", "value")
_ENDS_WISHING = re.compile(r"(?:てほしい|でありたい|ようにしたい|たい)$")
_TROUBLE = re.compile(r"(?:困って|悩んで|足りな|できな|減って|増えて|間に合わ|届いてな)[^。]{0,6}$")
_OWN_POST = re.compile(
    r"担当に(?:なっ|就|つ)|(?:担当(?:を|で|の者)?(?:して|やって|です)|を担当し)[^。]{0,8}$"
)
_ELSEWHERE_TOLD = re.compile(
    r"(?:隣|近く|近隣|よそ|他|ほか)の(?:市|町|村|区|県|自治体|ところ|所)[^。]{0,40}(?:ニュース|新聞|聞|見|らし|そう|とか|って|始め|超え|入れ|やって)|他市"
)
_MEANS = re.compile(
    r"\d|予算|お金|費|円|人|増|減|補助|交付|時期|締切|期限|月|年|体制|財源|枠|ゼロ|なし|ない|回す|回し"
)
_MONEY_TALK = re.compile(r"予算|理屈|言われて|企画書|補助")
_APOLOGY = re.compile(
    r"^(?:わるい|わりい|ごめん|すまん)[、。]|(?:変換|誤字|打ち間違|聞き取り)[^。]{0,16}(?:すみません|ごめん|申し訳|失礼)"
)
"""Said of the writing itself or of having been away: nothing of the matter."""
_KEPT = re.compile(r"(?:外す|やめる|減らす|捨てる|切る|なくす)(?:気|つもり|考え)(?:は|も)?(?:な|あり|ござ)")
_PROPOSAL = re.compile(
    r"(?:に|を|が|で)(?:し|入れ|増え|でき|なり)[^、。]{0,4}(?:たい|る(?:と思|よう|ように))"
)
_INTRODUCES = re.compile(r"[一-龥ァ-ヶーA-Z]{1,8}(?:課|係|室|局|部)(?:に(?:来|異動|配属)[^。]*)?$")
"""「4月からDX推進室」: who writes, not what there is to spend."""


def trusted_fills(text: str, reading: Reading, asked: Slot | None, sheet: Worksheet) -> tuple[Fill, ...]:
    """Return the fills of a reading that the worksheet may take, in their order."""
    told = tuple(
        each
        for each in reading.fills
        if not _beside(each, text, asked, sheet) and not _is_proposal(each, asked, reading)
    )
    mended = [_wish_itself(each, text, reading) for each in _wishes_first(told)]
    fills = tuple(each for each in mended if each is not None and _says(each))
    if asked is None or reading.intent != "answer":
        return tuple(
            each
            for each in fills
            if each.confidence >= (_SURE if asked is None and _mere_name(each, reading) else _OPENING)
            and not _echoes(each, reading.fills)
            and not (each.slot == "technology_role" and asked and reading.intent == "seek_advice")
            and not (each.slot in ("resources", "leader") and _INTRODUCES.search(each.text))
            and not (asked is None and each.slot in _ASKED_FOR and _asks(each, text))
        )
    fills = tuple(each for each in fills if asked != "leader" or each.slot in _OF_LEADING)
    least = _BESIDE if reading.fill(asked) is not None else _ELSEWHERE
    return tuple(
        each
        for each in fills
        if each.slot == asked or (each.confidence >= least and sheet[each.slot].status != "answered")
    )


def _is_proposal(fill: Fill, asked: Slot | None, reading: Reading) -> bool:
    """Of an opening: what is to be brought in, or what others say of money, is neither somebody nor a wish."""
    if asked is not None:
        return False
    if fill.slot == "aspiration":
        return bool(_MONEY_TALK.search(fill.text))
    return fill.slot == "customer" and bool(_PROPOSAL.search(fill.text)) and reading.stance != "purpose_first"


def _mere_name(fill: Fill, reading: Reading) -> bool:
    """Somebody named beside a technology in an opening is seldom whom it is for."""
    return fill.slot in ("customer", "value") and reading.stance in ("tech_first", "mixed")


def _beside(fill: Fill, text: str, asked: Slot | None, sheet: Worksheet) -> bool:
    """Whether a fill stands in a sentence that tells nothing of its own: a question to us, an order, another place's figure."""
    sentence = next((part for part in sentences(text) if fill.text in part), fill.text)
    told = elsewhere(sentence) if fill.slot == "evidence" else bool(_ELSEWHERE_TOLD.search(sentence))
    if asked is None and told and fill.slot in ("evidence", *_OF_PEOPLE):
        return True
    if fill.slot == "evidence" and asked != "evidence" and told:
        return True
    if fill.slot not in ("risks", "stakeholders") and reports_order(sentence):
        return True
    if _APOLOGY.search(sentence) and fill.slot not in ("risks", "value"):
        return True
    return bool(sheet.answered) and not tells(sentence, text)


def elsewhere(sentence: str) -> bool:
    """Whether a figure is told of another place (「隣の市は登録が2,000人を超えた」)."""
    return bool(_ELSEWHERE_TOLD.search(sentence)) and bool(re.search(r"\d", sentence))


def asks_only(text: str, reading: Reading, fills: tuple[Fill, ...], sheet: Worksheet) -> bool:
    """In the midst of the talk: a question to the advisor about the paper, and nothing that answers ours."""
    told = [part for part in sentences(text) if tells(part, text)]
    asking = any(asks_us(part) for part in sentences(text)) and reading.intent in _MAY_ASK
    return bool(sheet.answered) and asking and not fills and sum(map(len, told)) <= _COURTESY


def _wishes_first(fills: tuple[Fill, ...]) -> tuple[Fill, ...]:
    """A wish that was taken for the present or for somebody is a wish, where no other was found."""
    if any(each.slot == "aspiration" and not _UNWANTED.search(each.text) for each in fills):
        return fills
    wish = next(
        (each for each in fills if each.slot in _NEXT_TO_WISH and _ENDS_WISHING.search(each.text)), None
    )
    if wish is None:
        return fills
    others = tuple(each for each in fills if each is not wish and each.slot != "aspiration")
    return (wish.model_copy(update={"slot": "aspiration"}), *others)


def _wish_itself(fill: Fill, text: str, reading: Reading) -> Fill | None:
    """A tool taken for the wish gives way to the wish said beside it; None where there is none."""
    if fill.slot not in ("aspiration", "measure"):
        return fill
    behind = text[text.find(fill.text) + len(fill.text) :][:8]
    unwanted = fill.slot == "aspiration" and bool(_UNWANTED.search(fill.text))
    if not unwanted and not _is_tool(fill.text + behind, reading):
        return fill
    if fill.slot == "measure":
        return None
    said = (match[0] for match in _WISH.finditer(text))
    wishes = [each for each in said if not _is_tool(each, reading) and not _ASKING.search(each)]
    if not wishes:
        return fill if unwanted else None
    return fill.model_copy(update={"text": max(wishes, key=len)})


def _is_tool(text: str, reading: Reading) -> bool:
    return any(name in text for name in reading.technologies) and bool(_INTRODUCING.search(text))


def _says(fill: Fill) -> bool:
    """Whether a fill says what its slot asks: no greeting, and no trouble for a wish."""
    if _GREETING.search(fill.text) or _OWN_POST.search(fill.text):
        return False
    if fill.slot == "focus" and _KEPT.search(fill.text):
        return False
    if fill.slot == "resources":
        return bool(_MEANS.search(fill.text))
    return fill.slot != "aspiration" or not _TROUBLE.search(fill.text)


def _asks(fill: Fill, text: str) -> bool:
    """Whether the sentence that a fill stands in asks for advice."""
    sentence = next((part for part in sentences(text) if fill.text in part), "")
    return bool(_ADVICE.search(sentence))


def _echoes(fill: Fill, fills: tuple[Fill, ...]) -> bool:
    """An unsure fill that repeats the words of a surer one says nothing of its own."""
    surer = (each for each in fills if each.slot != fill.slot and each.confidence > fill.confidence)
    return fill.confidence < _SURE and any(each.text in fill.text or fill.text in each.text for each in surer)
