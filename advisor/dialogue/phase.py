"""Where the idea stands: votes of the readings and of what changes on the paper, shown as a hypothesis."""

import re
from collections.abc import Sequence
from typing import Final

from advisor.dialogue.quotes.model import INNER
from advisor.dialogue.reading import Reading
from advisor.dialogue.sentences import sentences
from advisor.framework.labels import Phase
from advisor.framework.phases import PhaseView
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet
from advisor.values import Value

_AIMS: Final[frozenset[Slot]] = frozenset({"aspiration", "value", "measure", "focus", "customer", "outcome"})
_REFORM: Final = re.compile(
    r"やめ|なくす|なくし|廃止|終わりに|止める|止めます|組み替え|組み換え|組み直|作り替え|作り直|変える|変えて|変え[、。]|変えたい|改め|一つに|ひとつに|まとめて|洗い直|分けて|つくり直|"
    r"見直|置き換え|撤去|Sunset|Stop|Pivot|順番に|先に|出向|出張|訪問"
)
_REGION: Final = re.compile(
    r"移住|引っ越し?て(?:来|き|くる)|(?:家|世帯|家族|親子|人|方)(?:が|に)(?:入って|住んで|暮らして)(?:ほし|もら|くれ)|転入|住み(?:たい|続け|着)|定住|Uターン|Iターン|来てもら|来てほし|訪れ|来たい人|泊ま|宿|湯治|観光|温泉|滞在|関係人口|選ばれ|選んで|"
    r"(?:町|村|市|島|地元|ふるさと|故郷|まち)(?:に|へ)?(?:戻って|帰って|残って)|帰ってくる|戻ってくる|残ってくれ|継ぐ|後継|跡継ぎ|起業|創業|産地|名指し|企業(?:誘致|が来)|投資|この(?:村|町|市|島)(?:を|で|に)(?:選|暮らし|住)|全国から|よそから"
)
_KEPT: Final = re.compile(
    r"(?:流れ|手順|工程|作業|様式|やり方|枠組み|決まり|体制|中身|基準|権限|制度)(?:そのもの)?(?:は|も)?(?:そのまま|いまのまま|今のまま|変え(?:ない|ず|ません)|変更(?:は)?(?:いた)?し(?:ない|ません)|触(?:ら|り|れ)(?:ない|ません)|同じ)|(?:基準|判断|流れ|手順|様式|やり方|決まり|権限|制度)[^。、]{0,8}(?:改め|変え|動か)(?:る|す)?(?:考え|つもり|気|予定)は(?:ない|ござい|あり)|"
    r"(?:判断|審査|決定|決裁|確認|選考)は[^。、]{0,6}(?:従前|従来|これまで|いままで|今まで)(?:の)?(?:とおり|どおり|通り)|それだけ(?:です|でいい(?:です)?|で(?:結構|十分)(?:です)?)?[。!!]?$"
)
_OFFICE: Final = re.compile(
    r"(?:当|うちの|この|各)?(?:係|課|室|班|局)(?:の)?(?:員|職員|全員|みんな|皆|[一二三四五六七八九十\d]{1,3}[名人])|担当(?:者|職員)|庁内の職員|窓口の職員|(?:する|借りる|使う|作る|書く|受ける)職員|職員[\d一二三四五六七八九十]+[名人]"
)
"""Somebody of the office itself gains: the work is made lighter, not the customer's life changed."""
_CONCEDED: Final = re.compile(
    r"[^、。]*(?:のも|のは|も)(?:もちろん)?(?:いい|よい|良い|結構)(?:の|ん)?(?:です|だ)?(?:が|けど|けれど)"
)
"""「観光のお客さんが増えるのももちろんいいんですが」 is not what is aimed at."""
_LEAST: Final = 0.45


class Heard(Value):
    """What one message contributes: its number, reading and the slots it filled."""

    turn: int
    text: str
    reading: Reading
    slots: tuple[Slot, ...]


def phase_view(heard: Sequence[Heard], sheet: Worksheet, correction: Phase | None = None) -> PhaseView:
    """Return the phase of the aim as far as it was said; a correction by the official wins."""
    first = next((each.reading.phase for each in heard if each.reading.phase is not None), None)
    if correction is not None:
        return PhaseView(
            value=correction,
            because="ご本人が選んだ段です",
            corrected=True,
            moved_from=_moved(first, correction),
        )
    votes = _votes(heard, sheet)
    value = _winner(votes, bool(_REGION.search(_aims(sheet))))
    if value is None:
        return PhaseView(because="まだ、何がどう変わるかを伺っていません")
    turns = tuple(each.turn for each in heard if each.reading.phase == value) or tuple(
        each.turn for each in heard if set(each.slots) & _AIMS
    )
    return PhaseView(
        value=value, because=_because(value, sheet), turns=turns, moved_from=_moved(first, value)
    )


def _moved(first: Phase | None, value: Phase) -> Phase | None:
    return first if first is not None and first < value else None


def _votes(heard: Sequence[Heard], sheet: Worksheet) -> dict[Phase, float]:
    votes: dict[Phase, float] = {1: 0.0, 2: 0.0, 3: 0.0}
    for each in heard:
        phase = each.reading.phase
        if phase is not None:
            votes[phase] += each.reading.phase_confidence * (1.0 if set(each.slots) & _AIMS else 0.5)
    changes = _text(sheet, "measure", "focus")
    if _REFORM.search(_KEPT.sub("", changes)):
        votes[2] += 0.8
    if sheet["customer"].values and (sheet["aspiration"].values or sheet["value"].values):
        votes[1 if _OFFICE.search(_firsts(sheet)) else 2] += 0.5
    if _REGION.search(_aims(sheet)):
        votes[3] += 0.8 + 0.3 * bool(sheet["strengths"].values) + 0.3 * bool(sheet["focus"].values)
    if any(_KEPT.search(each.text) for each in heard):
        votes[1] += 1.0
    return votes


def _firsts(sheet: Worksheet) -> str:
    """The first sentence on whom it is for: who is named first is who gains."""
    return "\n".join(sentences(value.text)[0] for value in sheet["customer"].values if sentences(value.text))


def _aims(sheet: Worksheet) -> str:
    return _CONCEDED.sub("", _text(sheet, "aspiration", "customer", "value", "outcome"))


def _text(sheet: Worksheet, *slots: Slot) -> str:
    return "\n".join(value.text for slot in slots for value in sheet[slot].values)


def _winner(votes: dict[Phase, float], region: bool) -> Phase | None:
    """The region's attractiveness contains reforms, and a reform contains improvements: the higher one needs less."""
    if max(votes.values()) < _LEAST:
        return None
    if region and votes[3] >= max(0.8, 0.6 * votes[2]) and votes[3] > votes[1]:
        return 3
    if votes[3] > votes[1] and votes[3] >= max(1.5, votes[2]):
        return 3
    if votes[1] > votes[2] + votes[3]:
        return 1
    return 2 if votes[2] >= 0.3 else 3


def _because(value: Phase, sheet: Worksheet) -> str:
    order: dict[Phase, tuple[Slot, ...]] = {
        1: ("current_experience", "aspiration", "measure"),
        2: ("focus", "measure", "value", "aspiration", "customer"),
        3: ("aspiration", "customer", "strengths", "focus"),
    }
    words = next((each.key or each.text for slot in order[value] for each in sheet[slot].values), "")
    shown = words.rstrip("。")[:40].translate(INNER)
    quote = f"「{shown}」とあるので、" if words else ""
    reason = {
        1: "いまの仕事の枠を保って速くする話と見立てました",
        2: "仕事の枠や流れを組み替えて、顧客の価値を変える話と見立てました",
        3: "だれに選ばれる地域になるか、という話と見立てました",
    }
    return quote + reason[value]
