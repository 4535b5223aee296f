"""Tells an official's own words from matter that was pasted into the message."""

import re
from typing import Final

_QUOTED: Final = re.compile(r"\s*[>>|].*")
_HEADER: Final = re.compile(
    r"\s*(?:From|To|Cc|Bcc|Subject|Date|Sent|差出人|宛先|送信者|送信日時|受信日時|日時|件名|CC)\s*[::].*", re.IGNORECASE
)
_ORIGINAL: Final = re.compile(r"\s*-{2,}\s*(?:Original Message|元のメッセージ|転送|Forwarded).*", re.IGNORECASE)
_MINUTES: Final = re.compile(r"\s*(?:(?:議事録|会議録|会議要旨|議事要旨|発言要旨)(?:\s|[::(抜]|$)|【(?:議事|会議)|出席者?\s*[::])")
_SPEAKER: Final = re.compile(r"\s*(?:[○◯●]|[^\s。、::]{1,12}(?:委員|議員|会長|議長|部長|課長|市長|町長|村長|区長|局長|教授|事務局)\s*[::「])")
_FOLLOWS: Final = re.compile(r"(?:以下|次)(?:の(?:とおり|通り|内容|文|資料|メール|記事|議事録)|に(?:貼|コピ|転記|示)|、|は|が)[^\n]{0,40}$|(?:貼り(?:ます|付け)|コピペ|転送します|↓)[^\n]{0,20}$")
_ITEM: Final = re.compile(r"\s*(?:[・\-*●○◦■□◆▪]|[((]?[0-90-9一二三四五六七八九十①-⑳]+[)).、.]|[ア-オ][.、.)])\s*\S")


def own_words(text: str) -> str:
    """Return `text` of the same length in which every letter of a pasted part is a blank."""
    lines = text.split("\n")
    pasted = _pasted(lines)
    if all(each or not line.strip() for each, line in zip(pasted, lines, strict=True)):
        return " " * len(text) if any(pasted) else text
    return "\n".join(" " * len(line) if each else line for each, line in zip(pasted, lines, strict=True))


def _pasted(lines: list[str]) -> list[bool]:
    """For each line whether it was pasted: quoted, a mail, minutes, or a list that an announcement introduces."""
    flags = [bool(_QUOTED.fullmatch(line) or _ORIGINAL.match(line)) for line in lines]
    _mark_blocks(lines, flags)
    if sum(bool(_HEADER.fullmatch(line)) for line in lines) >= 2:
        _mark_mail(lines, flags)
    return flags


def _mark_blocks(lines: list[str], flags: list[bool]) -> None:
    inside = ""
    for index, line in enumerate(lines):
        if not line.strip():
            inside = "" if inside == "list" and index and lines[index - 1].strip() else inside
        elif _ORIGINAL.match(line) or _MINUTES.match(line):
            inside, flags[index] = "rest", True
        elif inside == "rest" or (inside == "list" and (_ITEM.match(line) or _SPEAKER.match(line))):
            flags[index] = True
        elif _SPEAKER.match(line) and _speakers(lines) >= 2:
            flags[index] = True
        elif len(lines) > 1 and _FOLLOWS.search(line):
            inside = "list"
        else:
            inside = ""


def _speakers(lines: list[str]) -> int:
    return sum(bool(_SPEAKER.match(line)) for line in lines)


def _mark_mail(lines: list[str], flags: list[bool]) -> None:
    """A block of mail headers and everything after it is a pasted mail."""
    first = next(index for index, line in enumerate(lines) if _HEADER.fullmatch(line))
    for index in range(first, len(lines)):
        flags[index] = True
