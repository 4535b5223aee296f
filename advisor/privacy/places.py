"""Addresses: where someone lives, down to the house number; a place name alone is nobody's address."""

import re

from advisor.privacy.found import Found
from advisor.privacy.shapes import sentence_after, sentence_before, value_of

_K = "\u3400-\u9fff\uf900-\ufaff々ヶァ-ヺー"
_N = r"(?:\d{1,5}|[一二三四五六七八九十〇百千]{1,6})"
_END = r"(?!\d|[-.]\d|,\d|先|地内|地先|ほか|付近)"
_BLOCK = (
    rf"(?:{_N}丁目 ?(?:{_N}番地?(?:の?{_N}(?:号|(?!\d|[年月日時分人件]))?(?:-\d{{1,4}})?)?|\d{{1,4}}(?:[-の]\d{{1,4}}){{0,2}})(?:号)?"
    rf"|{_N}番地(?:[の-]?{_N}(?![年月日時分人件世])(?:号)?)?|{_N}番{_N}号(?:-\d{{1,4}})?"
    rf"|\d{{1,5}}[-の]\d{{1,4}}(?:[-の]\d{{1,4}}){{0,2}}(?:号)?){_END}"
)
_STRONG = rf"(?:{_N}丁目 ?(?:{_N}番地?(?:の?{_N}号?)?|\d{{1,4}}(?:[-の]\d{{1,4}}){{1,2}})|{_N}番地(?:[の-]?{_N}(?![年月日時分人件世])(?:号)?)?|{_N}番{_N}号){_END}"
_ROOM = r"[A-Z]?\d{2,4}(?:号室|号)?(?![\d-]|[年月日時分歳人件円])"
_HOME = r"(?:荘|ハイツ|コーポ|メゾン|アパート|マンション|団地|住宅|寮|ハイム|レジデンス|ビル|コート|ヒルズ)"
_BUILDING = (
    rf"(?: ?(?![{_K}ぁ-ん]{{0,8}}(?:電話|在住|世帯|生年|氏名|様))[{_K}ぁ-んA-Za-z・]{{0,8}}{_HOME}[{_K}ぁ-んA-Za-z・]{{0,6}}?(?: ?\d{{1,2}}号?棟)?[ -]?(?:{_ROOM})"
    rf"|(?: |(?=[ァ-ヺA-Z]))(?![^\d]{{0,12}}(?:電話|携帯|自宅|年齢|大正|昭和|平成|令和|世帯|TEL|Tel))[{_K}ぁ-んA-Za-z・]{{2,14}}(?: ?\d{{1,2}}号?棟)?[ -]?{_ROOM}"
    rf"| ?[{_K}A-Za-z・]{{0,8}}(?:荘|ハイツ|コーポ|メゾン|アパート|マンション)[ァ-ヺー]{{0,6}}| ?\d{{1,2}}号?棟[ -]?{_ROOM})?"
)
_KANA_CITY = r"(?:さいたま|つくば|つくばみらい|いわき|ひたちなか|かすみがうら|うるま|あきる野|みよし|あま|いなべ|たつの|さぬき|みどり|さくら|ふじみ野|にかほ|つがる|むつ|えびの|いちき串木野|南あわじ|あわら|かほく|おいらせ|みなかみ|ときがわ|みやこ|おおい|せたな|むかわ|えりも)"
_PREFECTURE = rf"(?:北海道|東京都|京都府|大阪府|[{_K}]{{2,3}}県)"
_CITY = (
    rf"{_PREFECTURE}?(?:[{_K}]{{1,5}}郡)?(?:{_KANA_CITY}|[{_K}]{{1,8}}?)(?:市|区|町|村)(?:[{_K}]{{1,5}}区)?"
)
_AREA = rf"(?:(?!第|年度|議案|条例|告示|様式|予算|計画|人口|面積|課|係)[{_K}]|[ぁ-ん]{{1,5}}(?=[町台丘野浜])|[がのつ](?=[{_K}])){{0,16}}"
_FULL = re.compile(rf"(?P<value>{_CITY}{_AREA} ?(?<!第){_BLOCK}{_BUILDING})")
_TOWN = re.compile(rf"(?P<value>[{_K}](?:[{_K}]|[がのつ](?=[{_K}])){{0,12}}(?<!第){_STRONG}{_BUILDING})")
_LIVING = re.compile(
    rf"(?:住所|お?住まい|居所|自宅|転居先|送り先|送付先|本籍|宛先|居住地)[ :はが、]{{0,3}}(?P<value>[{_K}ぁ-ん]{{1,12}}?\d{{1,5}}-\d{{1,4}}(?:-\d{{1,4}})?{_BUILDING})"
)
_FLAT = re.compile(
    rf"(?P<value>[{_K}]{{0,10}}(?:団地|住宅|荘|ハイツ|マンション|アパート) ?\d{{1,2}}(?:号棟|棟|号館)[ の-]?{_ROOM})"
)
_POSTAL = re.compile(r"(?:〒 ?|郵便番号[ :は]*)(?P<value>\d{3}-?\d{4})(?!\d|-\d)")
_LEAD = re.compile(
    r"^(?:現住所|前住所|旧住所|転居先|転入先|転出先|住所|所在地|本籍|自宅|届出先|送付先|宛先|在住|本県|当県|同県|現在|昨年|以前)"
)
_PUBLIC = re.compile(
    r"(?:庁舎|役場|市役所|所在地|公民館|図書館|学校|工事|施工|現場|支所|センター|会場|集合場所)[^、。様さ]{0,8}$"
)
_PUBLIC_BEHIND = re.compile(
    r"^(?:の|に(?:ある|建つ))(?:庁舎|市有地|町有地|村有地|公民館|図書館|跡地|支所|役場|市役所|土地|本庁)"
)
_PERSON = re.compile(r"様|さん|宅|住まい|お住|氏|本人|世帯|方の|家族")


def addresses(text: str) -> list[Found]:
    """Return the addresses and postal codes of a folded text that may be someone's home."""
    found = [value_of("address", match) for match in _POSTAL.finditer(text)]
    for pattern in (_FULL, _TOWN, _LIVING, _FLAT):
        found += [_trimmed(text, match) for match in pattern.finditer(text) if not _is_public(text, match)]
    return found


def _trimmed(text: str, match: re.Match[str]) -> Found:
    found = value_of("address", match)
    lead = _LEAD.match(text[found.start : found.end])
    return Found(type="address", start=found.start + (lead.end() if lead else 0), end=found.end)


def _is_public(text: str, match: re.Match[str]) -> bool:
    before, after = sentence_before(text, match.start(), 16), sentence_after(text, match.end(), 12)
    if _PERSON.search(before) or _PERSON.search(after):
        return False
    return bool(_PUBLIC.search(before) or _PUBLIC_BEHIND.search(after))
