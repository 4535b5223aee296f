"""Templates that come with the program, made by `python -m advisor.adapters.word.shipped`."""

from pathlib import Path
from typing import Final

NAMES: Final = ("起案文", "予算要求調書", "議会説明資料", "A4一枚")
_FILES: Final = ("draft_approval", "budget_request", "council_briefing", "one_page")
_FOLDER: Final = Path(__file__).resolve().parent


def path_of(name: str) -> Path:
    """The file of a shipped template."""
    return _FOLDER / f"{_FILES[NAMES.index(name)]}.docx"


def shipped() -> dict[str, bytes]:
    """Return the templates by their Japanese names."""
    return {name: path_of(name).read_bytes() for name in NAMES}
