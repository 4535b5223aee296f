"""Mistakes in the work, told from mistakes in what was said: 「入力の打ち間違いがこわい」 corrects nothing."""

import re
from typing import Final

from advisor.framework.slots import Slot

_MISTAKE: Final = r"(?:[入打取書聞見読数押配渡送言出貼積]り?[きちれえしみ]?)?(?:間違[いえっ]|まちが[いえっ]|違い(?!ま(?:す|し))|違え|誤り|誤って|ミス)"
_OF_WORK: Final = re.compile(
    _MISTAKE
    + r"(?:[がはもをでのにや]|だけ|など|とか|による|による|たら|ると|れば|ない(?:か|よう)|たまま|て(?:も|渡|配|送|出|入|飲|載)|[、。\s]|$)"
)
_WORRY: Final = re.compile(
    r"こわい|怖|恐|おそろし|心配|不安|気がかり|気にな|危な|あぶな|困|取り返し|大ごと|大事故|事故|防(?:ぐ|ぎ|げ|止)|起き|起こ|なくし|減らし|減ら|増え|多い|多く|"
    r"たら|れば|(?:る|える)と[、は]|ても|まま|かもしれ|ないか|ないよう|後を絶た|続い|出る(?:の|と|こと)|何件|\d+件|\d+回"
)
_TAKES_BACK: Final = re.compile(
    r"訂正|直して(?:ください|おいて|くれ|ほしい|もらえ)|取り消|言い直|勘違い|"
    r"(?:さっき|先ほど|先程)[^。]{0,16}(?:が|けど|けれど|のは|数|件)|"
    r"(?:と|って)(?:言|申|書|答|伝|お伝え|お答え)[^。、]{0,12}(?:が|けど|けれど|のは)|^(?:ごめん|すみません|すいません|失礼|訂正|あ、|いや、)"
)
_MENDS: Final = re.compile(
    r"(?:間違[えい]|まちが[えい]|違え|誤り)(?:て(?:い|お)?(?:ました|まして|た(?=[。、\s]|$))|でした|でございました|だった|ました|まして|た(?=[。、\s]|$)|です(?=[。、\s]|$))"
)
_TROUBLED: Final = ("risks", "current_experience", "stakeholders")
"""Slots whose answer may well be a mistake: 「薬の取り違えです」."""


def worries(text: str, asked: Slot | None = None) -> bool:
    """Whether a message speaks of mistakes that happen in the work, and takes back nothing that was said."""
    if not _OF_WORK.search(text) or _TAKES_BACK.search(text):
        return False
    return asked in _TROUBLED or (bool(_WORRY.search(text)) and not _MENDS.search(text))
