"""Finds the corpus and the prompts, in a checkout and in an installed package."""

from pathlib import Path

from advisor.errors import AdvisorError

_PACKAGE = Path(__file__).resolve().parent


def corpus_folder() -> Path:
    """The folder of the cards, with the folder `vectors` in it; raise AdvisorError where there is none."""
    return _folder("corpus")


def prompts_folder() -> Path:
    """The folder of the prompts and phrasings; raise AdvisorError where there is none."""
    return _folder("prompts")


def _folder(name: str) -> Path:
    places = (_PACKAGE / "data" / name, _PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    raise AdvisorError(
        f"フォルダー {name} が見つかりません。", str(places[0]), "インストールし直してください。"
    )
