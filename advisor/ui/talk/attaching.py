"""Files on their way: taken from the field, read, and refused one by one."""

from typing import Final

from streamlit.typing import ChatInputValue

from advisor.errors import AdvisorError
from advisor.privacy.cleaning import on_one_line
from advisor.ui import desk
from advisor.ui.mishap import note
from advisor.ui.state import File

MOST_FILES: Final = 5
"""Files that one message may bring."""
_NAME: Final = 60


def submitted(value: object) -> tuple[str, tuple[File, ...]]:
    """The words and the files of what a field holds; nothing where it holds nothing."""
    if isinstance(value, ChatInputValue):
        return value.text or "", tuple(File(each.name, each.getvalue()) for each in value.files)
    return (value if isinstance(value, str) else ""), ()


def taken(files: tuple[File, ...]) -> tuple[tuple[tuple[str, str], ...], tuple[File, ...], tuple[str, ...]]:
    """Read files: names with texts, the files that could be read, and a sentence for each that could not."""
    documents, good, refused = [], [], []
    for file in files[:MOST_FILES]:
        try:
            documents.append((file.name, desk.document_reader().read(file.name, file.content)))
            good.append(file)
        except AdvisorError as error:
            refused.append(f"「{called(file.name)}」: {error.what}。{error.do}。")
        except Exception as error:  # whatever a file does to its reader, the message is not lost
            note(error)
            refused.append(f"「{called(file.name)}」: 読めませんでした。要るところを貼り付けてください。")
    refused += [
        f"「{called(file.name)}」: 一度に渡せるのは{MOST_FILES}件までです。次の発言に付けてください。"
        for file in files[MOST_FILES:]
    ]
    return tuple(documents), tuple(good), tuple(refused)


def called(name: str) -> str:
    """A file's name as it may be shown: on one line, without what cannot be seen, its ending kept."""
    line = on_one_line(name) or "名前のないファイル"
    return line if len(line) <= _NAME else f"{line[: _NAME - 10]}…{line[-9:]}"
