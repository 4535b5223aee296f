"""Numbers that belong to one person: 個人番号, licence, insurance, account and the like."""

import re
from typing import Final

from advisor.privacy.found import Found
from advisor.privacy.shapes import sentence_after, sentence_before, value_of

_TWELVE = re.compile(
    r"(?<![\d./-])(?<!\d )(?P<value>\d{4}([- ]?)\d{4}\2\d{4})(?![\d/]|[-. ]\d)(?!\s*(?:円|千円|人|件))"
)
_OWN = re.compile(r"マイナンバー|マイナ番号|ﾏｲﾅﾝﾊﾞｰ|個人番号|通知カード")
_LABEL = re.compile(
    r"マイナンバー|マイナ番号|ﾏｲﾅﾝﾊﾞｰ|個人番号|法人番号|免許証?|[^\s、。,]{0,6}(?:管理|整理|受付|契約|製造|伝票|発注|議案|文書|登録|"
    r"交付決定|決定|予算|事業|団体|保険者|固定資産|機器|備品|追跡|問い?合わせ|注文|請求書?|許可)(?:番号|コード|No\.?)|"
    r"シリアル|型番|ISBN|統計表|科目"
)
_PERSON = re.compile(
    r"本人|世帯|対象者|氏名|転入|転出|住民|通知カード|番号カード|扶養|被保険者|申請者|届出|様|さん|続柄|生年月日|マイナ|"
    r"配偶者|保護者|受給者|来庁|カードを"
)
_LICENSE = re.compile(r"免許[^\d。\n]{0,16}?第?\s*(?P<value>\d{12}|\d{4}[- ]\d{4}[- ]\d{4})(?!\d)")
_ACCOUNT = re.compile(
    r"(?:普通|当座|貯蓄|口座番号|口座|振込先)(?:預金|口座|番号|No\.?|[ :はの()\[\]・.,、|])*(?P<value>\d{7})(?![\d-]|,\d|\s*(?:円|千円|人|件|㎡|m))"
)
_POSTAL_ACCOUNT = re.compile(
    r"記号[ :は]*(?P<value>1\d{4}(?:-\d)?)[ 、,・-]*番号[ :は]*(?P<number>\d{7,8})(?!\d)"
)
_INSURED = re.compile(
    r"(?:被保険者(?:証)?(?:の)?(?:記号)?番号|被保険者証|被保険者No\.?|(?:受給者証?|受給資格者証?|医療証|介護保険証?|保険証|"
    r"資格確認書|資格証)(?:の)?(?:記号)?番号|(?<!その)(?:記号[・ ]?番号|保険証の記号))[ :はが、,\])」=|の]{0,3}"
    r"(?P<value>(?:[一-龥ァ-ヶ]{1,4})?\d{1,11}(?:[・ -]\d{1,8})?)(?![\d]|,\d{3}(?!\d)|\s*(?:円|人|件|年|月|桁))"
)
_SYMBOL_AND_NUMBER = re.compile(
    r"記号[ :は]*(?P<value>[一-龥ァ-ヶ]{0,4}\d{1,6})[ 、,・]*(?:の)?番号[ :は]*(?P<number>\d{1,8})(?!\d)"
)
_OTHER = (
    re.compile(r"(?:基礎)?年金(?:手帳の?)?番号[^\d。\n]{0,6}(?P<value>\d{4}[- ]?\d{6})(?!\d)"),
    re.compile(r"住民票コード[^\d。\n]{0,6}(?P<value>\d{11})(?!\d)"),
    re.compile(r"(?:在留カード|特別永住者証明書)[^\dA-Z。\n]{0,8}(?P<value>[A-Z]{2}\d{8}[A-Z]{2})"),
    re.compile(r"(?:パスポート|旅券)[^\dA-Z。\n]{0,8}(?P<value>[A-Z]{2}\d{7})(?!\d)"),
    re.compile(
        r"(?:身体障害者|療育|精神障害者保健福祉|障害者)手帳[^\d。\n]{0,8}第?(?P<value>\d{4,10})(?=号)"
    ),
)
_SAMPLE_OWNER: Final = re.compile(r"会計管理者|市の口座|町の口座|村の口座|指定口座|納付先")


def passes_check(digits: str) -> bool:
    """Tell whether the last of twelve digits is the check digit of the eleven before it (総務省令第85号第5条)."""
    body, last = digits[:11], int(digits[11])
    rest = sum(int(digit) * (n + 1 if n <= 6 else n - 5) for n, digit in enumerate(reversed(body), 1)) % 11
    return last == (0 if rest <= 1 else 11 - rest)


def numbers(text: str) -> list[Found]:
    """Return the personal numbers of a folded text."""
    found = [value_of("license", match) for match in _LICENSE.finditer(text)]
    found += [value_of("my_number", match) for match in _TWELVE.finditer(text) if _is_my_number(text, match)]
    found += [value_of("insurance_no", match) for match in _INSURED.finditer(text) if _is_insured(match)]
    for match in _POSTAL_ACCOUNT.finditer(text):
        found += [value_of("bank_account", match), value_of("bank_account", match, "number")]
    for match in _SYMBOL_AND_NUMBER.finditer(text):
        found += [value_of("insurance_no", match), value_of("insurance_no", match, "number")]
    found += [
        value_of("bank_account", match) for match in _ACCOUNT.finditer(text) if _is_residents(text, match)
    ]
    found += [value_of("other_id", match) for pattern in _OTHER for match in pattern.finditer(text)]
    return found


def _is_my_number(text: str, match: re.Match[str]) -> bool:
    before = sentence_before(text, match.start(), 48)
    label = next(reversed(_LABEL.findall(before)), "")
    if label and not _OWN.search(label):
        return False
    if label or _OWN.search(sentence_after(text, match.end(), 16)):
        return True
    value = match["value"]
    if not passes_check(re.sub(r"\D", "", value)):
        return False
    return not value.isdigit() or bool(_PERSON.search(_surroundings(text, match)))


def _surroundings(text: str, match: re.Match[str]) -> str:
    head = text[: text.find("\n")] if "," in text and "\n" in text else ""
    return head + sentence_before(text, match.start(), 60) + sentence_after(text, match.end(), 40)


def _is_insured(match: re.Match[str]) -> bool:
    digits = len(re.findall(r"\d", match["value"]))
    return digits >= 5 or (digits >= 3 and not match["value"].isdigit())


def _is_residents(text: str, match: re.Match[str]) -> bool:
    return not _SAMPLE_OWNER.search(sentence_before(text, match.start()))
