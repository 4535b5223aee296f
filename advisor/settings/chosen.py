"""The language model that is chosen on the page: a small file, and a key that only this process knows.

Light to load, since the first page asks it where words go.
"""

import os
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final

from pydantic import SecretStr, ValidationError

from advisor.errors import AdvisorError
from advisor.settings import ModelChoices, ModelSettings, Settings, model_settings

FILE: Final = "model.json"
"""The name of the file in the data folder."""


class ChosenModel:
    """Keeps the choices in a file of the data folder, and the key in memory together with the address it is for.

    The environment wins over both. `revision` grows with every change.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self.revision = 0
        self._lock = Lock()
        self._key: tuple[str, SecretStr] | None = None

    def choices(self) -> ModelChoices:
        """What was chosen, nothing at first; AdvisorError where the file cannot be read."""
        try:
            return ModelChoices.model_validate_json(self.path.read_bytes())
        except FileNotFoundError:
            return ModelChoices()
        except (OSError, ValidationError):
            raise AdvisorError(
                "画面で決めた言語モデルの設定を読めません。", FILE, "「設定」で保存し直すか、このファイルを消してください。"
            ) from None  # fmt: skip

    def settings(self) -> ModelSettings:
        """The settings that hold now: the environment, then what was chosen; AdvisorError where they cannot be read."""
        return self.proposed(self.choices())

    def proposed(self, choices: ModelChoices, key: SecretStr | None = None) -> ModelSettings:
        """The settings as they would be; without a key, the one that was given for the same address serves."""
        given = model_settings()
        address = given.merged(choices).url
        with self._lock:
            remembered = self._key
        if key is None and remembered is not None and remembered[0] == address:
            key = remembered[1]
        return given.merged(choices, key)

    def keep(self, choices: ModelChoices, key: SecretStr | None = None) -> ModelSettings:
        """Keep the choices, and the key for their address; a remembered key for another address is forgotten.

        Returns the settings that hold now. AdvisorError or OSError: nothing was changed.
        """
        settings = self.proposed(choices, key)
        self._write(choices)
        own = None if "api_key" in model_settings().fixed else settings.api_key
        with self._lock:
            self._key = (settings.url, own) if own is not None else None
            self.revision += 1
        return settings

    def forget(self) -> None:
        """Remove the file and the key."""
        self.path.unlink(missing_ok=True)
        with self._lock:
            self._key = None
            self.revision += 1

    def _write(self, choices: ModelChoices) -> None:
        """Write the whole file or none of it, readable to its owner alone."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=".model-", suffix=".json")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(choices.model_dump_json(indent=2, exclude_defaults=True) + "\n")
            os.replace(name, self.path)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise


@cache
def chosen_model(folder: Path) -> ChosenModel:
    """The choices of an installation, one for this process."""
    return ChosenModel(folder)


def current_model_settings(settings: Settings | None = None) -> ModelSettings:
    """The language model's settings that hold now; AdvisorError where they cannot be read."""
    return chosen_model((settings or Settings()).data).settings()
