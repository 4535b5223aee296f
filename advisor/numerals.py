"""What a number amounts to, in figures, kanji or both; a dictionary-free floor that checks and papers share."""

import re
from decimal import Decimal
from typing import Final

DIGITS: Final = {each: at for at, each in enumerate("〇一二三四五六七八九")} | {"零": 0}
_TENS: Final = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
_MYRIADS: Final = {"万": Decimal(10**4), "億": Decimal(10**8), "兆": Decimal(10**12)}
_PIECE: Final = re.compile(r"\d[\d,]*(?:\.\d+)?|.")


def value(number: str) -> Decimal:
    """Return the exact value: 「4万7,500」 47500, 「三百二十」 320, 「二〇二六」 2026, 「1.1億」 110000000; 0 for no number."""
    whole = part = Decimal(0)
    digits = ""
    for piece in _PIECE.findall(number):
        if piece in _MYRIADS:
            whole += (part + _read(digits) or Decimal(1)) * _MYRIADS[piece]
            part, digits = Decimal(0), ""
        elif piece in _TENS:
            part += (_read(digits) or Decimal(1)) * _TENS[piece]
            digits = ""
        else:
            digits += str(DIGITS.get(piece, piece)).replace(",", "")
    return whole + part + _read(digits)


def _read(digits: str) -> Decimal:
    plain = digits.strip(".")
    return Decimal(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else Decimal(0)
