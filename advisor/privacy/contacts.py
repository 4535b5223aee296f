"""Ways to reach a person: telephone numbers and mail addresses."""

import re

from advisor.privacy.found import Found
from advisor.privacy.shapes import sentence_before, value_of

_GAP = r"(?:[ ]?[-.・/ ][ ]?)"
_HEAD = r"(?<![\d./-])(?<!\d )(?<![A-Za-z]-)(?<!第)"
_TAIL = r"(?!\d|[-./ ]\d|\s*(?:円|千円|人|件|㎡|号|番地|棟|年|月))"
_MOBILE = re.compile(
    rf"{_HEAD}(?P<value>(?:\+81[ -]?\(?0?\)?|0)[ ]?[5789]0(?:{_GAP}|[)(])?\d{{4}}(?:{_GAP}|[)(])?\d{{4}}){_TAIL}"
)
_LAND = re.compile(
    rf"{_HEAD}(?P<value>(?:"
    rf"(?:\+81[ -]?\(?0?\)?|\(?0)(?:\d{_GAP}\d{{4}}|\d{{2}}{_GAP}\d{{3}}|\d{{3}}{_GAP}\d{{2}}|\d{{4}}{_GAP}\d){_GAP}\d{{4}}"
    rf"|\(?0(?:\d ?[()] ?\d{{4}}|\d{{2}} ?[()] ?\d{{3}}|\d{{3}} ?[()] ?\d{{2}}|\d{{4}} ?[()] ?\d)(?:{_GAP}|[)])\d{{4}}"
    rf"|0\d{{3}}{_GAP}\d{{6}}"
    rf")){_TAIL}"
)
_LOCAL = re.compile(r"(?<![\d-])(?P<value>\d{2,4}-\d{4})(?![\d-])")
_PLAIN = re.compile(rf"{_HEAD}(?P<value>0\d{{9,10}}){_TAIL}")
_CALL = re.compile(
    r"電話|TEL|Tel|tel|℡|☎|携帯|ケータイ|連絡先|自宅|FAX|Fax|ファクス|ファックス|折り?返し|つながら|かけ直し|番号は"
)
_NEAR_CALL = re.compile(r"(?:電話(?:番号)?|TEL|Tel|℡|☎|携帯|連絡先|FAX|自宅)[ :は.()]*$")
_OTHER_LABEL = re.compile(
    r"(?:管理|整理|受付|契約|製造|伝票|発注|議案|文書|登録|決定|予算|事業|団体|保険者|法人|備品|資産|部品|製品|会員|証書|機械|車両|注文|書庫|図面|路線)"
    r"(?:番号|コード|No\.?)?[ :はの]*$|(?:コード|科目|様式|型番|品番|書庫の?棚|棚)[ :はの]*第?$|被保険者番号[ :はの]*$"
)
_PUBLIC = re.compile(
    r"(?:代表(?:電話|番号)?|市役所|役場|庁舎|コールセンター|ダイヤル|専用回線|相談窓口|直通|フリーダイヤル)"
    r"(?:の)?(?:電話|番号|TEL)*[ :はが(、]*$"
)
_FREE = re.compile(r"0(?:120|800|570|180|990)")

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])(?P<value>(?P<local>[A-Za-z0-9](?:[A-Za-z0-9._%+-]*[A-Za-z0-9_+-])?)"
    r" ?(?:@|\[at\]|\(at\)|\[アット\]|\(アット\)|★|あっと) ?(?P<domain>(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}))(?![A-Za-z0-9-])"
)
_OFFICE_BOX = re.compile(
    r"(?:info|kikaku|soumu|somu|zaisei|zeimu|jumin|shimin|kouhou|koho|madoguchi|soudan|contact|webmaster|admin|office|"
    r"support|no-?reply|dx|jouhou|joho|kanko|fukushi|kosodate|bousai|hisho|gikai|toiawase|postmaster)[\w.-]*",
    re.IGNORECASE,
)


def phones(text: str) -> list[Found]:
    """Return the telephone numbers of a folded text that may be a resident's."""
    found = [value_of("phone", m) for m in _MOBILE.finditer(text) if not _labelled_otherwise(text, m)]
    found += [value_of("phone", m) for m in _LAND.finditer(text) if _is_residents(text, m)]
    found += [value_of("phone", m) for m in _PLAIN.finditer(text) if _is_plain_phone(text, m)]
    near = (m for m in _LOCAL.finditer(text) if _NEAR_CALL.search(sentence_before(text, m.start(), 12)))
    return found + [value_of("phone", m) for m in near if _is_residents(text, m)]


def emails(text: str) -> list[Found]:
    """Return the mail addresses of a folded text; a public office's own boxes are no one's personal data."""
    return [value_of("email", match) for match in _EMAIL.finditer(text) if not _is_office(match)]


def _is_office(match: re.Match[str]) -> bool:
    domain = match["domain"].lower()
    return bool(_OFFICE_BOX.fullmatch(match["local"])) or domain.endswith((".lg.jp", ".go.jp"))


def _labelled_otherwise(text: str, match: re.Match[str]) -> bool:
    return bool(_OTHER_LABEL.search(sentence_before(text, match.start(), 20)))


def _is_residents(text: str, match: re.Match[str]) -> bool:
    if _FREE.match(re.sub(r"\D", "", match["value"])) or _labelled_otherwise(text, match):
        return False
    return not _PUBLIC.search(sentence_before(text, match.start(), 20))


def _is_plain_phone(text: str, match: re.Match[str]) -> bool:
    if _labelled_otherwise(text, match):
        return False
    value = match["value"]
    if len(value) == 11:
        return value[1:3] in ("50", "70", "80", "90")
    return _is_residents(text, match) and bool(_CALL.search(sentence_before(text, match.start(), 16)))
