"""The two papers that are the models, dated, and what is read from a file."""

import io
import zipfile
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from advisor.adapters.words import SudachiWords
from advisor.brief.material import Material
from advisor.brief.model import Brief
from advisor.brief.outline.compose import compose
from tests.brief.materials import island, onsen


def _paper(material: Material) -> Brief:
    dated = material.header.model_copy(update={"date": "2026-11-24"})
    return compose(material.model_copy(update={"header": dated}), SudachiWords())


@pytest.fixture(scope="session")
def island_paper() -> Brief:
    return _paper(island())


@pytest.fixture(scope="session")
def onsen_paper() -> Brief:
    return _paper(onsen())


def part(file: bytes, name: str) -> Any:
    """The parsed part `name` of a .docx file."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return parse_xml(archive.read(f"word/{name}.xml"))


def text(element: Any) -> str:
    """What stands in an element of a file, without the codes of its fields."""
    return "".join(node.text or "" for node in element.iter(qn("w:t")))
