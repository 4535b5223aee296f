"""Marks, scores and features of spans: what makes words worth repeating."""

import re
from collections.abc import Sequence
from typing import Final

from advisor.dialogue.quotes.clean import is_formal
from advisor.dialogue.quotes.spans import Span
from advisor.words import Word

_NUMBER: Final = re.compile(
    r"(?<![A-Za-z])[\d0-9]|[一二三四五六七八九十百千]+(?:人|軒|本|日間|年|割|件|戸|世帯|か所|箇所|回|時|分|万|億|社|台|名|泊|歳|代|キロ|倍)|ゼロ|半分"
)
_DATE: Final = re.compile(
    r"(令和|平成|R|来年|再来年|今年|昨年|\d{4}年|\d+年後)[\d元]*年?度?(の?\d*月?(末|初め|春|夏|秋|冬|年末)?)?(中|まで|から|に)?"
)
_AMOUNT: Final = re.compile(
    r"[一二三四五六七八九十百千]+(人|件|戸|世帯|軒|社|か所|回|台|本|日|時間|分)(以内|以上|以下|だけ)?$|[\d0-9][\d0-9,.,.]*[万億千百]?(?:[^\d\s。、「」はがをにでのとも]{1,4}|(?<=[万億千百%%]))(?:だけ|以上|以下|未満|くらい|ほど|近く)?$|[一二三四五六七八九十]割(以上|以下)?$|ゼロ$"
)
_MONEY: Final = re.compile(
    r"円|[\d百千一二三四五六七八九十]+(?:万|億)(?!人|件|本|戸)|予算|調整費|補助|交付金"
)
_DEADLINE: Final = re.compile(
    r"(令和|平成|20\d\d|R\d)\s*\d*年?度?|\d+月|年度(中|末|内)|までに?$|来年|再来年|初雪|来春|今年度|年内|\d+年(後|以内)"
)
_DATED: Final = re.compile(r"(末|月|年|年度|まで|以内|秋|春|夏|冬|中|日)$|まで|締切|〆切|補正|要望")
_PERSON: Final = re.compile(
    r"(人|方|者|世帯|戸|家族|子ども|子供|親|母親|父親|母|父|妊婦|高齢者|お年寄り|夫婦|若者|住民|市民|町民|村民|生徒|児童|職員|農家|後継ぎ|世代|さん|ちゃん|たち|層|名|以上|代|店主|客|患者|利用者|女性|男性|初産|十代|様方|方々|職員|孫|会計さん|ばさま|じさま|漁師|選手|保護者|受給者|利用客|お客さま|お客さん|業者|店|事業所|団体|企業|班|組合員)$"
)
_EMPTY: Final = frozenset(
    [
        "こと",
        "もの",
        "ところ",
        "わけ",
        "はず",
        "つもり",
        "とき",
        "ため",
        "ほう",
        "感じ",
        "形",
        "言葉",
        "話",
        "件",
        "気",
    ]
)
_INTRODUCES: Final = re.compile(
    r"(担当して|やって|務めて|勤めて|働いて)(おり|い)ます?$|(課|係|局|室|部)の.{0,12}担当$|^[^の]{2,10}(課|係|局|室)$"
)
_REPORTS: Final = re.compile(
    r"(って|と|を|が)(聞い|聞かれ|言っ|言われ|おっしゃい|おっしゃっ|いっ|思い始め|考え|懸念し|念頭に置い|存じ|思っ|伺っ|話し|心配し)て?(い|おり|お)?(る|ます|た|ました)$|とのこと$|見込みです$"
)
"""Who says or thinks it; what is said stands before."""
SUPERIOR: Final = re.compile(r"(?:長|議員|議会|国|県|上)(?:から)?(?:は|が|も|、)$")
_MOMENT: Final = re.compile(r"(?:前|後|翌日|翌朝|際|頃|ころ|とき|たび|途中|晩|まで)$")
_THINKING: Final = re.compile(r"^(?:思|考え|存じ|感じ)")
TELLING: Final = re.compile(r"なくて(も(でき|いい|よい)|いい)|(?:いら|要ら)(?:ない|ん)$|(?:要|い)りません$")
_SOFT: Final = frozenset(
    [
        "する",
        "ある",
        "いる",
        "なる",
        "思う",
        "言う",
        "いう",
        "できる",
        "やる",
        "来る",
        "行く",
        "見る",
        "出る",
        "入る",
        "ない",
        "いい",
        "よい",
    ]
)


def marks(text: str, technologies: Sequence[str] = ()) -> frozenset[str]:
    """What can be seen in a span."""
    found = set()
    if _MONEY.search(text):
        found.add("money")
    if is_amount(text):
        found.add("amount")
    if _DEADLINE.search(text) and _DATED.search(text):
        found.add("deadline")
    if _PERSON.search(text):
        found.add("person")
    if any(name in text or text in name for name in technologies if name):
        found.add("technology")
    return frozenset(found)


def has_number(text: str) -> bool:
    """Whether a figure stands in the text."""
    return bool(_NUMBER.search(text))


def is_amount(text: str) -> bool:
    """Whether the text ends in an amount (「延べ931件」), not in a date."""
    match = _AMOUNT.search(text)
    return match is not None and not re.search(
        r"歳|代$|(令和|平成|昭和)\s*[\d元]+年|[\d]+(月|日|時)(末|初め|頃)?$|(?<![\d])(19|20)\d\d年", text
    )


def score(span: Span, key: tuple[int, int] | None, technologies: Sequence[str] = ()) -> float:
    """How gladly a careful colleague would repeat exactly these words."""
    content = [word for word in span.words if _is_concrete(word)]
    if not content:
        return 1.5 if TELLING.search(span.text) else -9.0
    value = min(len(content), 5) * 1.0
    value += 1.6 if has_number(span.text) else 0.0
    value += 1.5 * any(word.tags[1] == "固有名詞" for word in span.words)
    value += (1.6 if span.whole else 0.0) + (1.0 if span.kind == "文" and not span.hedged else 0.0)
    value -= (
        (2.5 if span.torn else 0.0)
        + (1.2 if span.subject else 0.0)
        + (1.0 if span.hedged else 0.0)
        + (1.5 if span.asked else 0.0)
    )
    value += 1.2 * (is_amount(span.text) and len(span.text) <= 6 and not span.subject)
    value -= (
        1.5 * (len(span.text) < 4)
        + 0.12 * max(0, len(span.text) - 20)
        + 2.0 * (span.kind == "体" and span.words[-1].surface in _EMPTY)
    )
    value -= _doubtful(span, content) + 1.0 * any(name in span.text for name in technologies if name)
    return value + (_closeness(span, key) if key else 0.0)


def _doubtful(span: Span, content: Sequence[Word]) -> float:
    """What speaks against a span: bare dates, hearsay, parts of lists and of others' words, cut beginnings."""
    less = 2.2 if span.conceded else 0.0
    less += 3.0 * bool(
        re.fullmatch(r"[\d一二三四五六七八九十月日年度週末時分今来昨去朝昼夜からまで]+", span.text)
    )
    less += 2.5 * bool(_DATE.fullmatch(span.text)) + 1.5 * span.polar
    less += 3.0 * bool(re.search(r"\d$", span.text)) + 2.0 * bool(
        re.search(r"[るたうくすつぬむぶぐ]まで$", span.text)
    )
    less += 4.0 * (span.start < 24 and bool(_INTRODUCES.search(span.text)))
    less += 4.0 * bool(re.match(r"\d+分(だけ|しか)", span.text))
    less += 3.5 * (span.kind == "文" and len(content) == 1 and not _has_argument(span)) + 2.0 * bool(
        SUPERIOR.search(span.lead)
    )
    less += 4.0 * bool(_REPORTS.search(span.text)) + 3.5 * span.embedded
    less += 3.0 * bool(span.kind == "体" and _MOMENT.search(span.text)) + 6.0 * bool(
        _THINKING.match(span.text)
    )
    less += 4.0 * bool(span.kind == "体" and span.of_which)
    less += 3.0 * span.listed + 3.5 * span.inside
    less += 1.5 * bool(span.cut and span.headless)
    less += 1.5 * span.cut + 0.9 * span.text.count("、")
    less += 1.5 * any(word.tag == "副詞" for word in span.words[:1])
    less += 0.8 * (span.words[0].lemma in ("ある", "いる", "する", "なる", "思う", "言う", "いう"))
    return less


def _has_argument(span: Span) -> bool:
    """Whether a verb has somebody or something beside it (「担ぐ人がいない」)."""
    return any(word.tag == "助詞" and word.tags[1] in ("格助詞", "係助詞") for word in span.words)


def _is_concrete(word: Word) -> bool:
    if word.tag in ("名詞", "動詞", "形容詞", "形状詞") and word.tags[1] != "数詞":
        return word.lemma not in _SOFT and not is_formal(word)
    return word.tags[1] == "数詞"


def _closeness(span: Span, key: tuple[int, int]) -> float:
    start, end = key
    shared = min(span.end, end) - max(span.start, start)
    if shared <= 0:
        return -1.0
    exact = 2.0 if span.start == start and abs(span.end - end) <= 2 else 0.0
    return (
        1.0
        + 2.0 * shared / max(span.end - span.start, 1) * min(1.0, shared / max(min(end - start, 20), 1))
        + exact
    )
