"""Tells an official's own words from matter that was pasted into the message."""

import re
from typing import Final

_QUOTED: Final = re.compile(r"\s*[>>|].*")
_FENCE: Final = re.compile(r"\s*(?:[-=*_─━=ー]{3,}|`{3,}.*)\s*")
_HEADER: Final = re.compile(
    r"\s*(?:From|To|Cc|Bcc|Subject|Date|Sent|差出人|宛先|送信者|送信日時|受信日時|件名|CC)\s*[::].*",
    re.IGNORECASE,
)
_ORIGINAL: Final = re.compile(
    r"\s*-{2,}\s*(?:Original Message|元のメッセージ|転送|Forwarded).*", re.IGNORECASE
)
_MINUTES: Final = re.compile(
    r"\s*(?:【?(?:議事録|会議録|会議要旨|議事要旨|発言要旨)】?\s*(?:[((].*)?$|【(?:議事|会議|発言)|(?:出席者?|議題|日時|場所)\s*[::])"
)
_SPEAKER: Final = re.compile(
    r"\s*(?:[○◯●]\s*[^\s。、]{1,14}[((::\s]"
    r"|[^\s。、::]{0,10}(?:委員[A-Z]?|議員|会長|議長|部長|課長|市長|町長|村長|区長|局長|教授|事務局|住民[A-Z]?)\s*(?:[::]|「))"
)
_ANNOUNCED: Final = re.compile(
    r"(?:以下|次|下)の(?:とおり|通り|内容|文|資料|メール|記事|議事録|要旨|一覧|項目|意見|メモ)|以下[、にがはで]|^以下|(?:次|下記)(?:に|のとおり|の通り)"
    r"|貼[りっ付]|コピペ|コピー(?:します|です)|引用|転記|転送|抜粋|抜き書き|(?:日報|議事録|メール|資料|通知|要綱|計画)より|↓\s*$"
)
_HEADING: Final = re.compile(
    r"\s*[^。、]{0,24}(?:自由記述|会議録|議事録|議事要旨|検討会メモ|打合せ記録|聞き取りメモ|紹介資料|提案書|説明資料|チラシ|パンフレット|住民意見|意見一覧|ご意見|アンケート|調査票|調査結果|集計|抜粋|要旨|要綱|通知文?|仕様書)"
    r"[^。]{0,24}(?<!です)(?<!ます)(?<!した)(?<!ください)(?<!ね)(?<!よ)$"
)
_ITEM: Final = re.compile(
    r"\s*(?:[・\-*●○◦■□◆▪]|[((]?[0-90-9一二三四五六七八九十①-⑳]+[)).、.]?\s|[①-⑳]|[ア-オ][.、.)])\s*\S"
)


def own_words(text: str) -> str:
    """Return `text` of the same length in which every letter of a pasted part is a blank; lines stay lines."""
    lines = text.split("\n")
    flags = _pasted(lines)
    return "\n".join(" " * len(line) if flag else line for flag, line in zip(flags, lines, strict=True))


def _pasted(lines: list[str]) -> list[bool]:
    """For each line whether it is quoted, fenced, part of a mail, of minutes, or of a list that was announced."""
    flags = [bool(_QUOTED.fullmatch(line) and re.sub(r"[\s>>|]", "", line)) for line in lines]
    for mark in (_mark_fences, _mark_lists, _mark_minutes, _mark_mail, _mark_sheets):
        mark(lines, flags)
    return flags


def _mark_fences(lines: list[str], flags: list[bool]) -> None:
    fences = [index for index, line in enumerate(lines) if _FENCE.fullmatch(line)]
    for first, last in zip(fences[::2], fences[1::2], strict=False):
        flags[first : last + 1] = [True] * (last + 1 - first)


def _mark_lists(lines: list[str], flags: list[bool]) -> None:
    """Items after a line that announces something pasted, up to the first line that is no item."""
    inside = False
    for index, line in enumerate(lines):
        if _ITEM.match(line):
            flags[index] = flags[index] or inside
        elif line.strip() and not flags[index]:
            inside = _ANNOUNCED.search(line) is not None


def _mark_minutes(lines: list[str], flags: list[bool]) -> None:
    """Lines of speakers where at least two speak, and everything after a heading of minutes up to an empty line."""
    if sum(bool(_SPEAKER.match(line)) for line in lines) < 2:
        return
    inside = False
    for index, line in enumerate(lines):
        if _SPEAKER.match(line) or _MINUTES.match(line):
            inside = True
            flags[index] = True
        elif not line.strip():
            inside = False
        elif inside and line[:1] in "  \t":
            flags[index] = True


def _mark_mail(lines: list[str], flags: list[bool]) -> None:
    """Everything after the heading of a forwarded mail: a divider, or two header lines in a row."""
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if _ORIGINAL.match(line) or (_HEADER.fullmatch(line) and _HEADER.fullmatch(following)):
            flags[index:] = [True] * (len(lines) - index)
            return


def _mark_sheets(lines: list[str], flags: list[bool]) -> None:
    """A heading such as 「アンケート自由記述(抜粋)」 with at least two lines under it, up to an empty line."""
    for index, line in enumerate(lines):
        end = next((at for at in range(index + 1, len(lines)) if not lines[at].strip()), len(lines))
        if _HEADING.fullmatch(line) and end - index > 2:
            flags[index:end] = [True] * (end - index)
