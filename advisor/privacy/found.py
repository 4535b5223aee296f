"""The values of this floor: what cleaning and masking give back."""

from typing import Final, Literal

from advisor.values import Value

Kind = Literal[
    "my_number",
    "phone",
    "email",
    "address",
    "birth_date",
    "bank_account",
    "license",
    "insurance_no",
    "other_id",
    "name",
]

PLACEHOLDERS: Final[dict[Kind, str]] = {
    "my_number": "〔個人番号〕",
    "phone": "〔電話〕",
    "email": "〔メール〕",
    "address": "〔住所〕",
    "birth_date": "〔生年月日〕",
    "bank_account": "〔口座番号〕",
    "license": "〔免許番号〕",
    "insurance_no": "〔被保険者番号〕",
    "other_id": "〔本人の番号〕",
    "name": "〔氏名〕",
}
"""What stands in the text in place of a value."""


class Cleaned(Value):
    """A text without invisible matter, and what the sender should be told about it, if anything."""

    text: str
    notice: str | None = None


class Found(Value):
    """That a value of this type stood at `[start, end)` of the unmasked text; never the value itself."""

    type: Kind
    start: int
    end: int


class MaskedText(Value):
    """A text with placeholders, and what they stand for by type and place."""

    text: str
    found: tuple[Found, ...] = ()
