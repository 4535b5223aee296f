"""The question bank on the disk: one YAML file for each who asks."""

import re
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError

from advisor.brief.bank import BankQuestion
from advisor.errors import AdvisorError

FOLDER: Final = "questions"
_FILES: Final = ("treasury.yaml", "council.yaml")
_MEND: Final = "想定問答の問いの一覧を直してください。"


def read_questions(corpus: Path) -> tuple[BankQuestion, ...]:
    """Return the questions of `corpus/questions`, those of the treasury first; none where there is no such folder.

    Raises AdvisorError, naming the file, where one cannot be read or an id stands twice.
    """
    paths = [corpus / FOLDER / name for name in _FILES]
    found = tuple(each for path in paths if path.is_file() for each in _read(path))
    twice = {each.id for each in found if sum(other.id == each.id for other in found) > 1}
    if twice:
        raise AdvisorError(f"同じ名の問いが二つあります: {'、'.join(sorted(twice))}", FOLDER, _MEND)
    return found


def _read(path: Path) -> list[BankQuestion]:
    try:
        body: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        found = [BankQuestion.model_validate({"by": body["by"], **each}) for each in body["questions"]]
        for each in found:
            re.compile(each.when)
    except (KeyError, TypeError, AttributeError, re.error, ValidationError, yaml.YAMLError) as error:
        raise AdvisorError(f"問いの一覧を読めません: {str(error)[:200]}", str(path), _MEND) from error
    return found
