"""How well words answer the slot they stand in: what ends like an answer ranks higher."""

import re
from typing import Final

from advisor.dialogue.quotes.marking import TELLING, has_number

_COUNTED: Final = re.compile(
    r"[\d一二三四五六七八九十百千]+(?:人|名|世帯|戸|軒|件|団体|家族)(?:ぐらい|くらい|ほど)?$"
)
_UNWANTED: Final = re.compile(r"仕方なく|てしまう|失敗|困って|できない(?!か)|だめ|消える|減る|足りな")
_SOMEBODY: Final = re.compile(r"(?:方|人|者|子|たち|さん|世帯|家族)$")
_FITTING: Final[dict[str, re.Pattern[str]]] = {
    "aspiration": re.compile(
        r"(たい|てほしい|なくす|ゼロに?|学童|教室|学校|公園|商店街|センター|図書館|団地|保育園|職場|まち|街|町|村|市|地域|場|場所|戻す|続いている|残る|ている|れる|ように|済む|居場所|なれば|なってほしい|済むように)$"
    ),
    "customer": re.compile(
        r"(人|方|世帯|戸|家族|親|母|父|者|児|以上|後継ぎ|たち|さん|層|高齢者|子|夫婦|代|様|男性|女性|方々|職員)$"
    ),
    "leader": re.compile(r"(課|係|室|班|長|主任|主査|師|員|の[一-龥]{1,4}(さん)?)$"),
    "measure": re.compile(
        r"(する|やめる|変える|直す|決める|回る|出張|します|やる|置く|訪問|一つに|受ける|ておく|分ける|改める|改めます|行く|頼む|[いえきしちびみり]ます|[うくすつぬむる])$"
    ),
    "focus": re.compile(
        r"(やめる?|やめます|やめたい|止めます|止める|終わり|撤去|終わりにします|廃止(?:いた)?します|廃止する|Sunset|落とす|Stopします|減らす|しない|やめよう|見直して(?:も|は)?(?:いい|よい)(?:の)?|見直す|必要は?ない|要らない|やめて(?:も)?(?:いい|よか|ええ|よい)|畳む(?:しか(?:ない|ねえ))?|なくします|なくす|見送ります|見送る|休みでいい|止める|迎えます|だけ|ません|降りたい|追わない|廃止)$"
    ),
    "technology_role": re.compile(
        r"なくて(?:も|いい)|いら(?:ない|ん)|要ら(?:ない|ん)|要りません|いりません|不要|だけ|ぐらい|くらい|足りる|足ります|十分|最後でいい|紙で|電話で"
    ),
    "outcome": re.compile(
        r"(にする|にします|以下に?|以上|未満に?|ゼロ|になる|なっている|件|人|世帯|割|%|日)$"
    ),
}
_PICTURE: Final = re.compile(
    r"(?:ない|ている|てる|られる|れる|える|まれる|せる|って)(?:街|まち|町|村|市|地域|職場|場所)$"
)
"""A place as it is wished for (「手放さなくていい街」)."""
_TELLING_COUNT: Final = 10
"""A count with so many letters says who is counted (「上沢と杉の平あわせて47戸」)."""
_WEIGHT: Final = {"customer": 3.4, "focus": 3.0, "technology_role": 2.6, "measure": 1.6}
_NUMBERS_ASIDE: Final = frozenset(("aspiration", "customer", "value", "focus", "measure", "technology_role"))
"""Rows that a figure supports without being what they say."""


def _no_wish(text: str, fits: bool) -> float:
    """What speaks against words as a wish: something unwanted, somebody alone, nothing that changes."""
    less = 5.0 * bool(_UNWANTED.search(text)) + 5.0 * bool(_SOMEBODY.search(text))
    changes = fits or re.search(r"ない|なく|ずに|たら|てる$|いる$", text)
    return less if changes else less + 3.0


def _bare(text: str) -> bool:
    """A lone verb (「減らしたい」) says neither who nor what."""
    return len(text) <= 6 and bool(re.search(r"[うくすつぬむるたいだ]$", text))


def fitness(text: str, slot: str | None) -> float:
    """Words that end as answers to this slot usually do rank higher; a bare feeling stays quotable."""
    pattern = _FITTING.get(slot or "")
    wish = slot == "aspiration" and text.endswith(("たい", "てほしい", "ゼロに", "なくす"))
    fits = bool(pattern and pattern.search(text)) and not (slot == "customer" and _COUNTED.search(text))
    picture = slot == "aspiration" and bool(_PICTURE.search(text))
    value = (3.6 if picture else 2.4 if wish else _WEIGHT.get(slot or "", 1.2)) if fits else 0.0
    if slot in _NUMBERS_ASIDE and has_number(text):
        value -= 1.6
    if slot == "aspiration":
        value -= _no_wish(text, fits)
    if slot == "focus" and re.search(
        r"言えてい|話してい(?:ない|ません)|聞けてい|決まってい(?:ない|ません)", text
    ):
        value -= 4.0
    if slot == "evidence" and re.search(r"隣の|よその|他市|他の(?:市|町|村)", text):
        value -= 4.0
    if slot in ("aspiration", "customer", "current_experience", "measure", "technology_role") and _bare(text):
        value -= 3.0
    if slot == "measure" and text.endswith(("てほしい", "てもらいたい")):
        value -= 2.5
    if slot == "technology_role" and TELLING.search(text):
        value += 2.0
    if slot == "customer" and re.search(r"^.{1,8}は.", text):
        value -= 5.0
    if slot == "customer" and not fits and not _COUNTED.search(text):
        value -= 2.5
    if slot == "leader" and re.search(r"裏方|支え|手伝|定年|異動", text):
        value += 3.0
    if slot == "customer" and (_COUNTED.search(text) or text.startswith("平均")):
        value -= 8.0 if len(text) < _TELLING_COUNT else 1.0
    return value + (
        4.0
        if re.fullmatch(r"(本当に)?(悔し|つら|悲し|嬉し|うれし|怖|寂し|苦し|情けな|もどかし)い(です)?", text)
        else 0.0
    )
