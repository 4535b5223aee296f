"""The port `DocumentReader` over files as they come: told apart by their suffix, checked by their first bytes."""

from pathlib import PurePath
from typing import Final

from advisor.adapters.documents import refused
from advisor.adapters.documents.pdf import pdf_text
from advisor.adapters.documents.plain import decoded
from advisor.adapters.documents.word import word_text
from advisor.dialogue.turns import LONGEST_DOCUMENT

LARGEST_FILE: Final = 10 * 1024 * 1024
"""Bytes of a file that are taken in."""

_PLAIN: Final = (".txt", ".md", ".csv", ".tsv")
_KINDS: Final = (".docx", ".pdf", *_PLAIN)
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_PDF: Final = b"%PDF-"
_HEAD: Final = 1024
"""A PDF may have this many bytes before its mark."""


class FileReader:
    """Reads text files, .docx and .pdf; nothing is written, nothing in a file is run."""

    def read(self, name: str, content: bytes) -> str:
        """Return the text of the file called `name`; AdvisorError says in Japanese what is wrong and what to do."""
        suffix = PurePath(name.replace("\\", "/")).suffix.lower()
        if suffix not in _KINDS:
            raise refused.unknown_kind(name, suffix, _KINDS)
        if len(content) > LARGEST_FILE:
            raise refused.too_large(name, LARGEST_FILE)
        if not content:
            raise refused.empty(name)
        text = self._text(name, suffix, content)
        if not text.strip():
            raise refused.empty(name) if suffix in _PLAIN else refused.pictures_only(name)
        return text

    def _text(self, name: str, suffix: str, content: bytes) -> str:
        if suffix == ".docx":
            _check_word(name, content)
            return word_text(name, content, LONGEST_DOCUMENT)
        if suffix == ".pdf":
            if _PDF not in content[:_HEAD]:
                raise refused.wrong_suffix(name, suffix)
            return pdf_text(name, content, LONGEST_DOCUMENT)
        if content.startswith((_ZIP, _OLE, _PDF)):
            raise refused.wrong_suffix(name, suffix)
        text = decoded(content)
        if text is None:
            raise refused.unknown_letters(name)
        return text


def _check_word(name: str, content: bytes) -> None:
    """A protected Word file is no archive but a container of the older kind that holds one."""
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise refused.locked(name)
    if not content.startswith(_ZIP):
        raise refused.wrong_suffix(name, ".docx")
