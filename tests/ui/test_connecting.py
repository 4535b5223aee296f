"""What is chosen on the page holds from the next message on; the state of the models is told."""

from pathlib import Path

import pytest

from advisor.settings import ModelChoices
from advisor.ui import desk
from tests.adapters.endpoint.test_faults import FAULTS
from tests.consultations.test_model_faults import SAID, rewords
from tests.fakes.endpoint import MODEL, serving


@pytest.fixture(autouse=True)
def _plain_environment(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del data
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "ADVISOR_MODEL", "ADVISOR_EMBEDDING_MODEL"):
        monkeypatch.delenv(name, raising=False)


def test_a_chosen_model_speaks_from_the_next_message_on_and_is_let_go_again() -> None:
    id = desk.advisor().begin().id
    with serving() as endpoint:
        endpoint.plays(rewords)
        assert desk.advisor().say(id, SAID[1]).made == ()
        desk.chosen().keep(ModelChoices(name=MODEL, base_url=endpoint.url))
        assert desk.advisor().say(id, SAID[2]).made != ()
        assert endpoint.requests
        desk.chosen().forget()
        assert desk.advisor().say(id, SAID[3]).made == ()


def test_a_file_that_cannot_be_read_leaves_the_embedded_advisor(data: Path) -> None:
    (data / "model.json").write_text("no json", encoding="utf-8")
    id = desk.advisor().begin().id
    assert desk.advisor().say(id, SAID[1]).made == ()
    assert desk.outside(None) is None


def test_what_was_used_and_a_rest_are_told() -> None:
    with serving() as endpoint:
        endpoint.plays(rewords)
        desk.chosen().keep(ModelChoices(name=MODEL, base_url=endpoint.url))
        id = desk.advisor().begin().id
        desk.advisor().say(id, SAID[1])
        told = desk.outside(desk.advisor().session(id))
        assert told is not None
        assert told.spending is not None
        assert told.spending.session.usage.total > 0
        assert not told.resting
        endpoint.plays(FAULTS["401 that repeats the key"][1])
        desk.advisor().say(id, SAID[2])
        told = desk.outside(desk.advisor().session(id))
        assert told is not None
        assert told.resting


def test_words_that_are_looked_up_are_said_to_leave_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_EMBEDDING_MODEL", "vectors")
    monkeypatch.setenv("ADVISOR_EMBEDDING_BASE_URL", "https://gateway.example.lg.jp/v1")
    told = desk.outside(None)
    assert told is not None
    assert (told.model, told.search) == ("", "gateway.example.lg.jp の vectors")
