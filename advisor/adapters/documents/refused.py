"""Why a file was not read, and what to do instead: one sentence each."""

from typing import Final

from advisor.errors import AdvisorError

_PASTE: Final = "要るところを選んで、文として貼り付けてください"
_AS_DOCX: Final = "Wordの文書(.docx)かPDFに保存し直してから、お渡しください"
_AS_CSV: Final = "表計算ソフトの「名前を付けて保存」でCSVにしてから、お渡しください"
_OTHER_KINDS: Final[dict[str, str]] = {
    **dict.fromkeys(
        (".doc", ".docm", ".dotx", ".rtf", ".odt", ".jtd", ".jtt", ".jttc", ".html", ".htm"), _AS_DOCX
    ),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".ods", ".xlsb"), _AS_CSV),
    **dict.fromkeys((".pptx", ".ppt", ".odp", ".xdw", ".xbd"), "PDFに保存し直してから、お渡しください"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".webp"),
        "画像の中の文字は読めません。要るところを書き写してください",
    ),
    **dict.fromkeys((".zip", ".lzh", ".7z"), "開いて、中の文書を一つずつお渡しください"),
    **dict.fromkeys((".eml", ".msg"), "メールの本文を選んで、貼り付けてください"),
}
"""What to do with the kinds of files that offices have beside those that can be read."""


def unknown_kind(name: str, suffix: str, kinds: tuple[str, ...]) -> AdvisorError:
    """A kind of file that cannot be read here."""
    readable = "・".join(kinds)
    what = f"{suffix} のファイルは読めません" if suffix else "ファイルの種類が名前から分かりません"
    return AdvisorError(what, name, _OTHER_KINDS.get(suffix, f"読めるのは {readable} です。{_PASTE}"))


def too_large(name: str, most: int) -> AdvisorError:
    """More bytes than are taken in."""
    return AdvisorError(
        f"大きすぎます(一件{most // (1024 * 1024)} MBまで)", name, f"分けてお渡しになるか、{_PASTE}"
    )


def empty(name: str) -> AdvisorError:
    """No byte, or no letter in a plain text."""
    return AdvisorError("中身が空です", name, "正しいファイルかどうか、開いて確かめてください")


def pictures_only(name: str) -> AdvisorError:
    """Pages without letters, as a scanner makes them."""
    return AdvisorError("文字が入っていません(画像だけのようです)", name, "要るところを書き写してください")


def wrong_suffix(name: str, suffix: str) -> AdvisorError:
    """The content is of another kind than the name says."""
    return AdvisorError(
        f"中身が {suffix} ではないようです", name, "元のソフトで開いて保存し直してから、お渡しください"
    )


def locked(name: str) -> AdvisorError:
    """Protected by a password."""
    return AdvisorError(
        "パスワードで守られていて読めません", name, f"パスワードを外して保存し直すか、{_PASTE}"
    )


def broken(name: str) -> AdvisorError:
    """Damaged, or made in a way that cannot be followed."""
    return AdvisorError("壊れているようで、読めません", name, f"元のソフトで保存し直すか、{_PASTE}")


def swollen(name: str) -> AdvisorError:
    """Would grow beyond measure, or take too long."""
    return AdvisorError("中身が大きすぎて、読み切れません", name, f"要るページだけに分けるか、{_PASTE}")


def unknown_letters(name: str) -> AdvisorError:
    """Bytes in no encoding that is known here."""
    return AdvisorError(
        "文字として読めません(文字コードが分かりません)", name, f"UTF-8で保存し直すか、{_PASTE}"
    )


def no_pdf_here(name: str) -> AdvisorError:
    """The part that reads PDF is not there on this machine."""
    return AdvisorError("この機械ではPDFを読めません", name, "PDFは、文字を選んで貼り付けてください")
