"""Zip files: packed to the same bytes whenever, unpacked in memory with limits, since anybody may have made them."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from advisor.errors import AdvisorError

LARGEST_FILE: Final = 50 * 1024 * 1024
LARGEST_PART: Final = 50 * 1024 * 1024
LARGEST_WHOLE: Final = 200 * 1024 * 1024
"""Bytes of an archive, of a file in it after unpacking, and of all its files."""
MOST_FILES: Final = 2_000
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NAME: Final = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
_AGAIN: Final = "渡されたままの一式を使ってください"


class ZipArchive:
    """The port `Archive`."""

    def pack(self, files: Mapping[str, bytes]) -> bytes:
        """Return a zip of the files in the order of their names, without times or owners."""
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(files):
                info = zipfile.ZipInfo(name, _EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                archive.writestr(info, files[name])
        return file.getvalue()

    def unpack(self, name: str, content: bytes) -> dict[str, bytes]:
        """Return the files by their names; nothing is written anywhere. AdvisorError where the zip is not to be trusted."""
        if len(content) > LARGEST_FILE:
            raise _too_much(name)
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                infos = [info for info in archive.infolist() if not info.is_dir()]
                _check(name, infos)
                return {info.filename: archive.read(info) for info in infos}
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise AdvisorError("zipとして読めません", name, _AGAIN) from error


def _check(name: str, infos: list[zipfile.ZipInfo]) -> None:
    names = [info.filename for info in infos]
    if len(names) > MOST_FILES or sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise _too_much(name)
    if any(info.file_size > LARGEST_PART for info in infos):
        raise _too_much(name)
    for info in infos:
        steps = info.filename.split("/")
        plain = _NAME.fullmatch(info.filename) and not {".", ".."} & {*steps}
        if not plain or info.flag_bits & 1 or info.compress_type not in _PACKINGS:
            raise AdvisorError("受け取れないファイルがzipの中にあります", info.filename[:60], _AGAIN)
    if len(set(names)) != len(names):
        raise AdvisorError("同じ名のファイルがzipの中に二つあります", name, _AGAIN)


def _too_much(name: str) -> AdvisorError:
    return AdvisorError(
        "zipが大きすぎます", name, f"{LARGEST_FILE // (1024 * 1024)} MBまでの一式を渡してください"
    )
