"""Tables pasted as text: a column headed 氏名 holds names, one headed 住所 addresses, and so on."""

import re
from typing import Final

from advisor.privacy.found import Found, Kind
from advisor.privacy.people import head_name, tail_name
from advisor.words import Words

_HEADS: Final[tuple[tuple[re.Pattern[str], Kind], ...]] = (
    (
        re.compile(
            r"(?:世帯主|申請者|対象者|利用者|保護者|届出人|受給者|本人|被保険者|契約者|通報者|相談者|名義人?|口座名義人?)(?:氏名|名)?|氏\s?名|お?名前|フリガナ|ふりがな|カナ(?:氏名)?|児童(?:氏名|名)"
        ),
        "name",
    ),
    (re.compile(r"(?:現)?住所|居所|住まい"), "address"),
    (re.compile(r"(?:自宅|携帯)?電話(?:番号)?|携帯(?:番号)?|連絡先|TEL|Tel|FAX"), "phone"),
    (re.compile(r"メール(?:アドレス)?|E-?mail|email", re.IGNORECASE), "email"),
    (re.compile(r"生年月日|誕生日"), "birth_date"),
    (re.compile(r"個人番号|マイナンバー"), "my_number"),
    (re.compile(r"口座番号|口座"), "bank_account"),
    (re.compile(r"被保険者(?:証)?番号|記号番号|受給者番号"), "insurance_no"),
    (re.compile(r"(?:運転)?免許証?(?:番号)?"), "license"),
)
_NAMES_ONLY: Final = re.compile(
    r".*(?:氏\s?名|名前)|フリガナ|ふりがな|カナ|児童名|利用者名|対象者名|申請者名|世帯主名"
)
"""Headings under which every short cell is a name; under others (対象者) it has to look like one."""

_SHAPES: Final[dict[Kind, re.Pattern[str]]] = {
    "name": re.compile(
        r"[\u3400-\u9fff\uf900-\ufaff々ヶァ-ヺーｦ-ﾟぁ-ゖ]{1,8}(?:[ ・][\u3400-\u9fff々ヶァ-ヺーｦ-ﾟぁ-ゖ]{1,8})*|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)+"
    ),
    "address": re.compile(r".{3,}\d.*"),
    "phone": re.compile(r"[\d() -]{9,}|\d{2,4}-\d{4}"),
    "email": re.compile(r"\S+@\S+"),
    "birth_date": re.compile(r".*\d.*[./年-].*\d.*|\d{8}"),
    "my_number": re.compile(r"\d{4}[ -]?\d{4}[ -]?\d{4}"),
    "bank_account": re.compile(r"\d{5,8}"),
    "insurance_no": re.compile(r".*\d{4,}"),
    "license": re.compile(r"\d{12}"),
}
_BLANK: Final = re.compile(
    r"なし|不明|同上|別紙|省略|匿名|非公開|未記入|無し|-+|合計|計|男性?|女性?|有|無|市民|住民|.*(?:課|係|室|会|地区|世帯|全員|者)"
)
_HONORIFIC: Final = re.compile(r"(?:さん|様|さま|氏|殿)$")


def columns(text: str, words: Words | None) -> list[Found]:
    """Return the personal values of comma, tab or bar separated rows under a heading row of a folded text."""
    found: list[Found] = []
    sure: list[bool] = []
    kinds: list[Kind | None] = []
    separator, place = "", 0
    for line in text.split("\n"):
        headed = _heading(line)
        if headed:
            separator, kinds = headed
            sure = [bool(_NAMES_ONLY.fullmatch(cell.strip(" \"'"))) for cell in line.split(separator)]
        elif separator and line.count(separator) >= 1:
            found += [
                each
                for each, certain in _row(line, place, separator, kinds, sure)
                if certain or each.type != "name" or _is_person(text[each.start : each.end], words)
            ]
        else:
            separator = ""
        place += len(line) + 1
    return found


def _heading(line: str) -> tuple[str, list[Kind | None]] | None:
    separator = next((sign for sign in "\t,|" if line.count(sign) >= 1), "")
    if not separator or len(line) > 200:
        return None
    kinds = [_kind(cell.strip(" \"'")) for cell in line.split(separator)]
    return (separator, kinds) if any(kinds) and not re.search(r"\d{3}", line) else None


def _kind(cell: str) -> Kind | None:
    return next((kind for head, kind in _HEADS if head.fullmatch(cell)), None)


def _row(
    line: str, place: int, separator: str, kinds: list[Kind | None], sure: list[bool]
) -> list[tuple[Found, bool]]:
    found = []
    for cell, kind, certain in zip(line.split(separator), kinds, sure, strict=False):
        value = _HONORIFIC.sub("", cell.strip(" \"'"))
        if kind and value and _SHAPES[kind].fullmatch(value) and not _BLANK.fullmatch(value):
            start = place + cell.index(value)
            found.append((Found(type=kind, start=start, end=start + len(value)), certain))
        place += len(cell) + 1
    return found


def _is_person(value: str, words: Words | None) -> bool:
    parted = re.fullmatch(r"\S{1,4}[ ・]\S{1,5}", value)
    return bool(parted) or tail_name(value, words) == len(value) or head_name(value, words) == len(value)
