"""What is said around a value and is none: an answer put off, and the way officials say that it is so on paper only."""

import re
from typing import Final

_PUTS_OFF: Final = re.compile(
    r"^(?:それ(?:は|については)、?|その(?:件|点)は、?|ここは、?)?(?:追って|おって|のちほど|後ほど|後日|改めて|あらためて|また今度|追々|戻ってから)、?[^。]{0,14}?"
    r"(?:申し上げ|申します|お答え|答え|ご連絡|連絡|お伝え|伝え|回答|お話し|話し|確認|調べ|お知らせ|お送り|送り|出し|書き)[^。]{0,8}[。]?$"
)
_ON_PAPER: Final = re.compile(
    r"、?(?:っ?(?:という|ていう)|って|っちゅう|いう)こと(?:に|で)(?:は)?、?(?:(?:書類|建前|名目|計画|表向き|一応|いちおう|紙|書面|規定)(?:の)?(?:上|上で)?(?:は|では)?、?)*"
    r"(?:なって(?:い|お)?(?:ます|る|ります|おります|とる|ゆう)|されて(?:い)?(?:ます|る)|してあ(?:る|ります))(?:けど|けれど|が)?(?:ね|な|わ|よ)?(?=[。、\s]|$)"
)
_TAKEN_UP: Final = re.compile(
    r"^[^、。\d]{1,10}(?:でしたら|だったら|であれば|なら(?:ば)?|で(?:お答えすると|言うと|いえば|言えば|申しますと))、"
)


def puts_off(sentence: str) -> bool:
    """Whether a sentence only promises the answer for later (「追って申し上げます」)."""
    return bool(_PUTS_OFF.match(sentence.strip()))


def unframed(text: str) -> str:
    """The value without 「ということに書類上はなっています」 behind it."""
    return _ON_PAPER.sub("", text)


def answering(sentence: str) -> str:
    """The answer behind its own question: 「名前でしたら、堀さんです」 without what it takes up."""
    return _TAKEN_UP.sub("", sentence)
