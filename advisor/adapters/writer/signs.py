"""What a condition looks at: signs in the message, in the worksheet and in the earlier turns."""

import re
from collections.abc import Callable
from typing import Final

from advisor.adapters.writer.stage import Stage
from advisor.dialogue.asked import asked_of_us, asks_us
from advisor.dialogue.cues import cues
from advisor.dialogue.quotes import apart
from advisor.dialogue.sentences import sentences
from advisor.framework.slots import SLOT_KEEPERS, Slot

Condition = Callable[[Stage], bool]

HEDGING: Final = re.compile(
    r"かも(?:しれ|な|、|。|…|$)|かなあ?(?:[、。…]|$|と)|気がし|気もし|みたいな|…[??]|たぶん|らしくて|検討して|検討中|かしら|ですかねえ?|のかなって|うーん"
)
USAGE: Final = re.compile(
    r"利用(?:者数|件数|率)|登録(?:者数|件数|率)|ダウンロード|アクセス数|閲覧数|普及率|導入(?:件数|率)|交付率"
)
OWN_MATTER: Final = re.compile(
    r"(?:これ|この話|この企画|この件|結局).{0,12}(?:何|なん|どん?な|どの|どこ)の?(?:政策|施策|分野|計画|部門)"
)
OWN_FEELING: Final = re.compile(
    r"もう限界|しんどい|疲れ(?:まし|てい|て)|いっぱいいっぱい|(?:つら(?:い|か)|悔し|情けな|もどかし|歯がゆ|心苦し|申し訳な(?:い|く|か)|やるせな|何も言えな|言葉(?:が|も)出(?:な|ま)|胸が(?:痛|詰))[^。]{0,12}(?:です|ました|んです|よね|ね|。|$)"
)
WISHING: Final = re.compile(r"たい(?:と|です|。|$|ん)|たく(?:存|思|考)")
DEADLINE: Final = re.compile(
    r"(?:令和|平成|R)\s*\d|20\d\d|\d+(?:年|か月|カ月|ヶ月|週)(?:後|以内|間|で|目)|[一二三四五六七八九十]年|来年|再来年|今年|年度|年内|\d月|[春夏秋冬]|までに"
)
TROUBLE: Final = re.compile(
    r"ない|なく|ません|ずに|ゼロ|困|待[たっち]|切れ|泣|遅|足り|壊|怒|寒|暑|痛|つら|怖|だけ|のみ|立ち止ま|閉ま|途中|何度|何回|仕方|諦|あきら"
)
OFFICE: Final = re.compile(r"職員|係員|係の者|庶務|担当者|事務局|審査係|窓口の係|調査員|指導員|教職員|先生方")
UNTIL: Final = re.compile(r"まで(?:は|の間|。|、|$)|当面|しばらく|今期|今年度")


_ORDINARY: Final = re.compile(
    r"(?:亡くな|亡くし|死亡)[^。、]{0,4}(?:たら|れば|ると|届|あと|後の)|お?亡くなりの|死亡届|親(?:が|を|御さんが)亡くな|(?:ご家族|家族|配偶者|連れ合い|夫|妻|奥さん|旦那さん)(?:を|が)(?:お)?亡く"
)
"""Bereavement as the office meets it daily, or as what may come."""
SAID: Final[dict[str, re.Pattern[str]]] = {
    "asks_cost": re.compile(
        r"安[くい]|早くでき|金額|何件|いくら|費用(?:は|が|対)|コスト(?:は|が|ダウン)|何日|何人分|効果(?:は|が)(?:ある|あり|出)|元が取れ"
    ),
    "asks_trend": re.compile(
        r"流行|トレンド|[Tt]rend|はやり|最新の(?:技術|動向)|いま(?:何|なに)が(?:熱|来て)"
    ),
    "asks_adoption": re.compile(r"採択|通りやす|採用されやす"),
    "asks_idea": re.compile(r"アイデア|アイディア|いい案|妙案|何か(?:いい|良い|面白)"),
    "asks_opinion": re.compile(
        r"どう(?:思|お考え|でしょう)|(?:いい|よい|良い|ええ)(?:ん|の)?(?:でしょうか|ですか|かなあ?|か(?:な|しら|ね))|ご意見|足り(?:ます|る)か|正しい(?:ん|の)"
    ),
    "asks_how": re.compile(
        r"選び方|選ぶ|どう選|何から|どこから|どの(?:手続|順)|まず(?:何|なん|どれ)|進め方|どうやって"
    ),
    "with_self": re.compile(r"(?:私|僕|わし|俺|わたし|自分)と[、,]?"),
    "undecided": re.compile(r"まだ決ま|決まっていま?せん|決まってない|候補|未定|相談はこれから"),
    "same_work": re.compile(
        r"(?:いま|今)(?:のまま|まで(?:どおり|通り))|(?:流れ|順番|手順|様式)(?:は|も)?(?:変えず|そのまま|同じ)|変更(?:は)?(?:いた)?しません|変えません"
    ),
    "from_to": re.compile(r"\d[\d,]*[^\d。、]{0,3}(?:から|を|→|だったのを|より)(?:、)?\d|から(?:減|増)"),
    "baseline": re.compile(
        r"\d[\d,]*[^\d。、]{0,3}(?:から|を|→|だったのを|より)(?:、)?\d|(?:ゼロ|零|皆無|一人も|ひとつも)[^。、]{0,4}から|から(?:減|増)|"
        r"(?:いま|今|現在|現状|今年度?|昨年度?|去年)は[^。]{1,}"
    ),
    "asks_summary": re.compile(r"要約|翻訳|まとめて|読んで(?:ください|もら)|英訳|和訳"),
    "asks_start": re.compile(
        r"(?:何|なに|どこ)から(?:考え|始め|書|固め|整理|手)|どう(?:いう企画|やって進|進め|組み立て|書い?|考え|整理)|どのように(?:整理|進め|書)|何を(?:書|整理|固め)|(?:導入の)?手順(?:が|を)(?:知|教)|進め方"
    ),
    "asks_effect": re.compile(
        r"(?:減|増|効|良くな|楽にな|変わ)[^。]{0,6}(?:でしょうか|ですか|ますか|んですか|もんですか|のか[。??]|んか[。??]|やろ)|効果(?:は|が)?(?:ある|あり|出)"
    ),
    "asks_process": re.compile(
        r"何回|どのくらい(?:で|聞)|いつ(?:ごろ|になったら)?[^。]{0,8}(?:企画書|下書き|終わ|でき)|仕掛け|あと(?:何|いくつ)"
    ),
    "people_target": re.compile(
        r"(?:人|世帯|家族|子|方|名|団体|戸)[^。]{0,12}(?:に|以上|以下|ゼロ|減らさ|半分)|\d+(?:人|世帯|名|戸|家族)"
    ),
    "at_hand": re.compile(
        r"空[いきっ]|残って|建物|部屋|集会所|会議室|バス|校舎|そのまま|眠って|寝て|ある(?:ん|の)?(?:です|だ)?[。、]|あります"
    ),
    "pair_leads": re.compile(
        r"(?:私|僕|わし|俺|自分)が(?:やり|担|引|動)[^。]{0,10}。|(?:私|僕|わし|俺)が責任"
    ),
    "number_goal": re.compile(
        r"目標|何時間|コスト|費用|削減|件数|人数|数字|\d(?:件|人|時間|割|%|円)[^。]{0,8}(?:減|増|以上|達成)"
    ),
    "experienced": re.compile(
        r"実証(?:は|も)?(?:済|終わ|やり|し)|\d+(?:期|年|回)[^。]{0,4}(?:回して|やって|続けて|動かして)|(?:もう|すでに|既に)[^。]{0,10}(?:入れて|使って|動いて|運用して)(?:い|お)?(?:ます|る)"
    ),
    "greeting": re.compile(r"^(?:こんにち|こんばん|おはよう|はじめまして|初めまして|お世話)"),
    "freed_money": re.compile(r"\d[\d,.]*[億万千]+円?(?:が|も|は)?[^。、]{0,6}(?:浮|空|かか)"),
    "lost_thread": re.compile(r"(?:何|なん)の(?:話|はなし)(?:でした|だった|やった)|どこまで(?:話|行|進)"),
}
"""What is asked or said in so many words."""


_PRESSED: Final = re.compile(
    r"\d+分(?:だけ|しか)|あと\d+分|時間(?:が|も)?(?:ない|なく|無い)|講釈|それだけ答え|いいから|手短|簡潔|急ぎ"
)


def pressed_for_time(stage: Stage) -> bool:
    """The official said, now or before, that long words are not wanted."""
    return any(_PRESSED.search(message) for message in stage.messages)


def abroad(stage: Stage) -> bool:
    """The case at hand is from another country."""
    return stage.scene.case is not None and stage.scene.case.country != "日本"


def technology_said(stage: Stage) -> bool:
    """The message itself names a technology."""
    return any(name in stage.scene.message for name in stage.names)


def said(name: str) -> Condition:
    """The message says it in so many words."""
    return lambda stage: bool(SAID[name].search(stage.scene.message))


def feature(name: str) -> Condition:
    """A quotable part of the message has this feature."""
    return lambda stage: name in stage.said.features


def grave(stage: Stage) -> bool:
    """Lives at stake are told of as something that happened, not as a case of the office's work or of some day."""
    about = stage.scene.decision.about
    told = about in (None, "current_experience", "evidence", "value", "customer", "risks")
    return told and "life" in stage.said.features and not _ORDINARY.search(stage.scene.message)


def cue(name: str) -> Condition:
    """The message gives this cue."""
    return lambda stage: name in stage.scene.cues


def numbers(count: int) -> Condition:
    """At least so many separate amounts."""
    return lambda stage: (
        len(apart([each for each in stage.quotes if "amount" in each.marks and each.kind == "体"], count))
        >= count
    )


def no_technology(stage: Stage) -> bool:
    """The message leaves the known technologies out."""
    tool = re.search(r"機械|自動|システム|アプリ|端末|タブレット|パソコン|AI|ソフト", stage.scene.message)
    return bool(stage.names) and not tool and not any(name in stage.scene.message for name in stage.names)


def contrast(kind: str) -> Condition:
    """A contrast of this kind was said."""
    return lambda stage: any(each.kind == kind for each in stage.contrasts)


def two_money(stage: Stage) -> bool:
    """Exactly two sums of money."""
    return (
        len(
            apart(
                [
                    each
                    for each in stage.quotes
                    if "money" in each.marks and each.has_number and each.kind == "体"
                ],
                2,
            )
        )
        == 2
    )


def offered_last(offer: str) -> Condition:
    """The last turn offered this."""
    return lambda stage: bool(stage.scene.turns) and stage.scene.turns[-1].decision.offers == offer


def made(move: str) -> Condition:
    """A turn made this move."""
    return lambda stage: any(turn.decision.move == move for turn in stage.scene.turns)


def from_above_before(stage: Stage) -> bool:
    """A superior stood behind an earlier message."""
    return bool(stage.superior) and any("from_above" in cues(message) for message in stage.messages)


def comers(stage: Stage) -> bool:
    """People who come from outside are meant."""
    return bool(
        re.search(
            r"引っ越|移住|転入|観光|湯治|滞在|移り住|旅(?:行|人)|来てほしい|見学",
            "\n".join(stage.messages[:4]),
        )
    )


def masked(*kinds: str) -> Condition:
    """Only these kinds were masked."""
    return lambda stage: bool(stage.scene.masked) and {each.type for each in stage.scene.masked} <= set(kinds)


def technologies(least: int, most: int = 99) -> Condition:
    """So many new technologies."""
    return lambda stage: least <= len(stage.new_technologies) <= most


def others(least: int, most: int = 99) -> Condition:
    """So many technologies without a card beside one with."""
    return lambda stage: bool(stage.carded) and least <= len(stage.uncarded) <= most


def open_rows(least: int, most: int = 99, same: bool | None = None) -> Condition:
    """So many open rows in the draft."""

    def holds(stage: Stage) -> bool:
        slots = stage.scene.draft.open if stage.scene.draft else ()
        alike = len({SLOT_KEEPERS[slot] for slot in slots[:2]}) < min(len(slots), 2)
        return least <= len(slots) <= most and (same is None or same == alike)

    return holds


def open_question(stage: Stage) -> bool:
    """The official asks something, in so many words, that no other answer takes up, and tells nothing."""
    filled = any(change.values for change in stage.scene.changes)
    return not filled and "asks" in stage.scene.cues and "interrogates" in stage.scene.cues


def asks_beside(stage: Stage) -> bool:
    """The official answers, and ends with a question to us that nothing else takes up."""
    parts = sentences(stage.scene.message)
    filled = any(change.values for change in stage.scene.changes)
    return filled and len(parts) > 1 and asks_us(parts[-1]) and not asked_of_us(parts[-1])


def holes(stage: Stage) -> tuple[Slot, ...]:
    """Rows of the worksheet that hold nothing."""
    return tuple(state.slot for state in stage.scene.worksheet.states if not state.values)
