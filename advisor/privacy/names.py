"""Where people are named in a text: by an honorific, a label, a column, a title, or beside their data."""

import re
from typing import Final, Literal

from advisor.privacy.found import Found
from advisor.privacy.lexicon import GREAT, MONUMENT, NAME_BEFORE_ROLE, TITLE
from advisor.privacy.people import NAME_RUN, head_name, kana_surname, tail_name
from advisor.privacy.spans import Spans
from advisor.values import Value
from advisor.words import Words

How = Literal["honorific", "label", "title", "bare"]


class Named(Value):
    """A name at `[start, end)` and what shows that it is one."""

    start: int
    end: int
    how: How

    def find(self) -> Found:
        """The name as something to mask."""
        return Found(type="name", start=self.start, end=self.end)


_REACH: Final = 40

_HONORIFIC: Final = re.compile(
    r"(?P<mild>さん(?!ぽ)|さま)|(?P<high>(?<![同多仕模有異左神王各外奥若])(?<!(?<![一-龥])一)様(?![式々子相態変]))|(?P<clan>(?<![彼両同某諸摂華源平杜復婚改分養])氏(?![名神族姓]))|"
    r"(?P<child>ちゃん|(?<![続働書聞行置開届動歩着引泣空抱描磨驚招付向浮咲])くん(?!れ)|君(?![津主臨]))|(?P<strict>殿(?![堂下])|夫妻|ご夫妻|ご夫婦|一家|(?<![三安大住在自帰社隣])宅(?![地配急建])|邸)|(?P<account>名義)"
)
_LABEL: Final = re.compile(
    r"(?:氏\s?名|お?名前|フリガナ|ふりがな|カナ氏名|申請者|届出人|請求者|世帯主|対象者|利用者|本人|保護者|相談者|通報者|契約者|名義人?|口座名義人?|被保険者|"
    r"患者|児童|生徒|差出人|送付先|宛名|喪主|死亡者|相続人|同居人|緊急連絡先|要支援者|該当者|住民)(?:氏名|名)?\s?(?P<sign>[:=]|は|が|の| |\()\s?"
)
_NAMES_ONLY: Final = re.compile(r"^(?:氏\s?名|お?名前|フリガナ|ふりがな|カナ氏名|申請者氏名|口座名義)")
_LABELLED: Final = re.compile(
    r"(?P<value>[\u3400-\u9fff々ヶァ-ヺーぁ-ゖ]{1,6}(?: [\u3400-\u9fff々ヶァ-ヺーぁ-ゖ]{1,6})?)(?=$|[\s,、。()/|]|様|さん)"
)
_KANA_NAME: Final = re.compile(r"[ァ-ヺー]{2,5} [ァ-ヺー]{2,5}(?![ァ-ヺー])")
_EMPTY: Final = re.compile(
    r"なし|不明|同上|別紙|省略|匿名|記載|記入|欄|漢字|カナ|非公開|未|あり|一覧|住所|電話|連絡|性別|年齢|番号|必須"
)
_AGE: Final = re.compile(
    r"[ ]?(?:さん)?[ ]?(?:\(\d{1,3}歳?[)、,・]|\d{2,3}歳|、\d{2,3}歳|(?P<kin>の(?:長男|長女|次男|次女)))"
)
_WHOLE: Final = re.compile(r"(?<![\u3400-\u9fff々])[\u3400-\u9fff々]{1,3} ?[\u3400-\u9fff々ぁ-ゖァ-ヺ]{1,5}")
_GAP_TO_DATA: Final = re.compile(r"[ \t(:、,/|・]{0,3}(?:TEL|Tel|電話|携帯|自宅|生年月日|住所)?[ :(]{0,2}")


def names(text: str, words: Words | None, data: Spans, titles: bool) -> list[Named]:
    """Return the names of a folded text.

    `data` are the other finds, beside which a bare name counts; `titles` asks for bare names behind
    and before a role as well (係長の北村), which matters where none may stay.
    """
    found = _with_honorific(text, words) + _with_label(text, words) + _beside(text, words, data)
    if titles:
        found += _with_title(text, words)
    return [each for each in found if not _is_history(text, each)]


def _with_honorific(text: str, words: Words | None) -> list[Named]:
    found = []
    for match in _HONORIFIC.finditer(text):
        run = NAME_RUN.search(text[max(0, match.start() - 24) : match.start()])
        length = _length(run[0], match.lastgroup or "", words) if run else 0
        if run and length:
            end = match.start() - (len(run[0]) - len(run[0].rstrip(" ")))
            found.append(Named(start=end - length, end=end, how="honorific"))
    return found


def _length(run: str, group: str, words: Words | None) -> int:
    if group in ("mild", "high", "clan", "child"):
        length = tail_name(run, words)
        return length or (kana_surname(run) if group == "high" else 0)
    length = tail_name(run, words, strict=group != "strict" or run.endswith(" "))
    return length or (kana_surname(run) if group == "account" and not run.endswith(" ") else 0)


def _with_label(text: str, words: Words | None) -> list[Named]:
    found = []
    for label in _LABEL.finditer(text):
        value = _LABELLED.match(text, label.end())
        sure = label["sign"] in ":=" or (label["sign"] == " " and _NAMES_ONLY.match(label[0]))
        length = 0
        if value and sure and _NAMES_ONLY.match(label[0]) and not _EMPTY.search(value["value"]):
            length = len(value["value"])
        kana = _KANA_NAME.match(text, label.end())
        length = length or (len(kana[0]) if kana else head_name(text[label.end() :], words, whole=not sure))
        if length:
            found.append(Named(start=label.end(), end=label.end() + length, how="label"))
    return found


def _beside(text: str, words: Words | None, data: Spans) -> list[Named]:
    """Whole names on a line with someone's data, before an age, and surnames right before the data."""
    found = []
    for match in _WHOLE.finditer(text):
        length = head_name(text[match.start() : match.end()], words, whole=True)
        end = match.start() + length
        if length and (
            _AGE.match(text, end)
            or any(
                _shares_line(text, match.start(), end, each) for each in data.near(match.start(), end, _REACH)
            )
        ):
            found.append(Named(start=match.start(), end=end, how="bare"))
    for each in data:
        before = text[max(0, each.start - 16) : each.start]
        gap = re.search(r"[ \t(:、,/|・]{1,3}(?:TEL|Tel|電話|携帯|自宅)?[ :(]{0,2}$", before)
        run = NAME_RUN.search(before[: gap.start()]) if gap else None
        apart = not run or each.type not in ("phone", "email", "birth_date") or run[0][-1].isascii()
        length = 0 if apart or not run else tail_name(run[0], words)
        if run and gap and length:
            end = max(0, each.start - 16) + gap.start()
            found.append(Named(start=end - length, end=end, how="bare"))
    return found


def _shares_line(text: str, start: int, end: int, data: Found) -> bool:
    between = text[end : data.start] if data.start >= end else text[data.end : start]
    signed = "\n" in between and len(between) <= 40 and "。" not in between and between.count("\n") == 1
    return len(between) <= 30 and "。" not in between and (signed or "\n" not in between)


def _with_title(text: str, words: Words | None) -> list[Named]:
    found = []
    for title in TITLE.finditer(text):
        length = head_name(text[title.end() :], words)
        if length:
            found.append(Named(start=title.end(), end=title.end() + length, how="title"))
    for role in NAME_BEFORE_ROLE.finditer(text):
        run = re.search(r"[\u3400-\u9fff々]{1,8}$", text[max(0, role.start() - 8) : role.start()])
        length = tail_name(run[0], words) if run else 0
        if length:
            found.append(Named(start=role.start() - length, end=role.start(), how="title"))
    return found


def _is_history(text: str, name: Named) -> bool:
    value, rest = text[name.start : name.end], text[name.end : name.end + 10]
    return bool(GREAT.search(value) or GREAT.match(text[name.start : name.end + 8]) or MONUMENT.match(rest))
