"""Japanese fonts to embed: those that come with the program, else those of the machine."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from advisor.errors import AdvisorError
from advisor.values import Value

MINCHO: Final = (
    "Noto Serif JP", "Noto Serif CJK JP", "BIZ UDMincho", "BIZ UDPMincho", "Yu Mincho", "YuMincho", "Hiragino Mincho ProN",
    "Hiragino Mincho Pro", "IPAexMincho", "IPAMincho", "MS Mincho", "MS PMincho",
)  # fmt: skip
GOTHIC: Final = (
    "Noto Sans JP", "Noto Sans CJK JP", "BIZ UDGothic", "BIZ UDPGothic", "Yu Gothic", "YuGothic", "Hiragino Sans",
    "Hiragino Kaku Gothic ProN", "IPAexGothic", "IPAGothic", "Meiryo", "MS Gothic", "MS PGothic",
)  # fmt: skip


class Faces(Value):
    """The families of a paper, best first: 明朝 for sentences, ゴシック for headings."""

    mincho: tuple[str, ...]
    gothic: tuple[str, ...]


def faces(families: frozenset[str]) -> Faces:
    """Choose among the families that are there; one kind serves for both where the other is missing.

    Raises AdvisorError where no Japanese font is there.
    """
    mincho = tuple(each for each in MINCHO if each in families)
    gothic = tuple(each for each in GOTHIC if each in families)
    if not mincho and not gothic:
        raise AdvisorError(
            "PDFに埋め込む日本語のフォントがありません",
            "探したもの: Noto、BIZ UD、游、ヒラギノ、IPA、MS",
            "「pip install 'nanishitai[pdf]'」でフォントごと入ります。Word(.docx)で書き出し、WordでPDFにすることもできます",
        )
    return Faces(mincho=(mincho or gothic)[:3], gothic=(gothic or mincho)[:3])


def refuse_without_fonts() -> None:
    """Raise AdvisorError where no Japanese font is there; the machine's are searched only without our own."""
    if not _folders():
        faces(frozenset(found_fonts().families()))


@cache
def found_fonts() -> Any:
    """The fonts that Typst may embed: our own package's before the machine's."""
    import typst

    return typst.Fonts(
        include_system_fonts=True, include_embedded_fonts=True, font_paths=list(map(str, _folders()))
    )


def _folders() -> tuple[Path, ...]:
    """The folder of the fonts that come with the program, where they were installed."""
    try:
        import pylopdf_fonts_jp
    except ImportError:
        return ()
    return (pylopdf_fonts_jp.sans_path().parent,)
