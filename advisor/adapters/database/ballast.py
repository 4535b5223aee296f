"""Five megabytes held back, so that on a full disk something can still be deleted."""

import logging
import shutil
from pathlib import Path
from typing import Final

_LOG = logging.getLogger(__name__)

WEIGHT: Final = 5_000_000
"""Bytes held back; taken only where the disk has four times as many to spare."""


def ballast(path: Path) -> Path:
    """The file that holds the space back for the database at `path`."""
    return path.with_name(path.name + ".ballast")


def load(path: Path) -> None:
    """Hold the space back where it is not held back yet and can be spared."""
    file = ballast(path)
    if file.exists() or shutil.disk_usage(path.parent).free <= 4 * WEIGHT:
        return
    try:
        file.write_bytes(bytes(WEIGHT))
    except OSError as error:
        file.unlink(missing_ok=True)
        _LOG.warning("no space could be held back: %s", error)


def drop(path: Path) -> bool:
    """Give the space back and tell whether there was any."""
    file = ballast(path)
    held = file.exists()
    file.unlink(missing_ok=True)
    return held
