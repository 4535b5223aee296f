"""The page says where words go before the first of them is sent, and the official's choice holds."""

from decimal import Decimal
from pathlib import Path

import pytest

from advisor.dialogue.events import KeptInside, MessageReceived, Started
from advisor.patience.budget import Left
from advisor.patience.price import Cost, Spent
from advisor.patience.usage import Usage
from advisor.ui import desk
from advisor.ui.destination import Outside, spending_words, state_words, where_words, yen_words
from tests.fakes.models import SlowModels
from tests.ui.visit import Visit, reader

FIRST = "窓口の待ち時間を何とかしたいです。"
LEFT = Left(session=198_766, user=400_000, day=None)
USED = Spent(
    session=Cost(usage=Usage(prompt=1000, completion=234), yen=Decimal("3.4")),
    user=Cost(usage=Usage(prompt=5678)),
    day=Cost(usage=Usage(prompt=91_011, estimated=True), yen=Decimal("0.2")),
    left=LEFT,
)
GATEWAY = Outside(place="gw.example:8080", model="**m**:1")


@pytest.fixture
def models(data: Path, monkeypatch: pytest.MonkeyPatch) -> SlowModels:
    """Language models in front of the page's own advisor, and a page that is told of them."""
    del data
    models = SlowModels()
    models.go.set()
    advisor = desk.advisor()
    monkeypatch.setattr(advisor, "_players", advisor._players._replace(models=models))
    monkeypatch.setattr(desk, "outside", lambda session: GATEWAY)
    return models


def choose(visit: Visit, key: str, value: bool) -> Visit:
    """Move the switch."""
    visit.app.toggle(key=key).set_value(value)
    return visit.drawn()


def answered(visit: Visit) -> Visit:
    """Wait for the answer in the background."""
    assert desk.speaker().wait(visit.id, 20)
    return visit.drawn()


def test_without_a_model_it_says_so_and_there_is_nothing_to_choose(visit: Visit) -> None:
    assert "この機械の中だけで働いています。外へは何も送りません。" in visit.words
    visit.press("opening-0")
    assert "この機械の中だけで働いています。外へは何も送りません。" in visit.words
    assert not visit.app.toggle


def test_a_model_is_named_before_the_first_message_and_drawn_as_text(
    models: SlowModels, visit: Visit
) -> None:
    assert where_words(GATEWAY, False) in [each.value for each in visit.app.text]
    assert "gw.example:8080 の言語モデル(**m**:1)へ送ります" in visit.words
    assert "外へは何も送りません" not in visit.words
    assert models.cast_for == []
    answered(visit.say(FIRST))
    assert where_words(GATEWAY, False) in [each.value for each in visit.app.text]
    assert models.cast_for == [visit.id]


def test_a_choice_before_the_first_message_is_stored_before_it(models: SlowModels, visit: Visit) -> None:
    choose(visit, "inside-new", True)
    assert where_words(GATEWAY, True) in visit.words
    visit.say(FIRST)
    assert [type(each) for each in visit.session.events[:3]] == [Started, KeptInside, MessageReceived]
    assert models.cast_for == []
    assert visit.app.toggle(key=f"inside-{visit.id}").value


def test_an_opening_follows_the_choice_too_and_the_next_consultation_starts_without_it(
    models: SlowModels, visit: Visit
) -> None:
    choose(visit, "inside-new", True).press("opening-0").press("new")
    assert models.cast_for == []
    assert not visit.app.toggle(key="inside-new").value


def test_where_the_choice_cannot_be_stored_nothing_is_sent(
    models: SlowModels, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(id: str, value: bool) -> None:
        raise OSError("no room")

    monkeypatch.setattr(desk.advisor(), "keep_inside", full)
    choose(visit, "inside-new", True).say(FIRST)
    assert models.cast_for == []
    assert visit.app.text_area(key="kept-text").value == FIRST
    assert visit.app.toggle(key="inside-new").value
    stored = [event for entry in reader().consultations() for event in reader().session(entry.id).events]
    assert not any(isinstance(event, MessageReceived) for event in stored)


def test_the_switch_of_an_open_consultation_is_stored_and_seen_from_every_tab(
    models: SlowModels, visit: Visit
) -> None:
    answered(visit.say(FIRST))
    choose(visit, f"inside-{visit.id}", True)
    assert visit.session.inside
    other = visit.other_tab()
    assert other.app.toggle(key=f"inside-{visit.id}").value
    visit.say("受付で三十分立ったままになる方がいます。")
    assert len(visit.session.turns) == 2
    assert models.cast_for == [visit.id]
    choose(other, f"inside-{visit.id}", False)
    assert not visit.drawn().app.toggle(key=f"inside-{visit.id}").value


def test_a_switch_that_cannot_be_stored_goes_back_with_a_notice(
    models: SlowModels, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(id: str, value: bool) -> None:
        raise OSError("no room")

    answered(visit.say(FIRST))
    monkeypatch.setattr(desk.advisor(), "keep_inside", full)
    choose(visit, f"inside-{visit.id}", True)
    assert not visit.app.toggle(key=f"inside-{visit.id}").value
    assert "保存できませんでした" in visit.words


def test_while_a_reply_is_being_written_the_switch_waits(models: SlowModels, visit: Visit) -> None:
    models.go.clear()
    visit.say(FIRST)
    assert models.seen.wait(20)
    assert visit.drawn().app.toggle(key=f"inside-{visit.id}").disabled
    models.go.set()
    assert not answered(visit).app.toggle(key=f"inside-{visit.id}").disabled


def test_what_was_used_is_at_hand(models: SlowModels, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "outside", lambda session: GATEWAY.model_copy(update={"spending": USED}))
    visit.drawn()
    for line in spending_words(USED):
        assert line in visit.words


def test_used_tokens_are_said_with_what_is_left_and_yen_only_where_a_price_is_set() -> None:
    assert spending_words(USED) == (
        "この相談: 1,234トークン・3円ほど(のこり 198,766)",
        "あなたの今日: 5,678トークン(のこり 400,000)",
        "全員の今日: 約91,011トークン・1円未満",
        "「約」の付いた量は、接続先が数えなかった分を、文字数から見積もっています。",
    )
    assert len(spending_words(USED.model_copy(update={"day": USED.user}))) == 3


@pytest.mark.parametrize(
    ("yen", "words"), [("0", "0円"), ("0.01", "1円未満"), ("1.0", "1円ほど"), ("1234.5", "1,234円ほど")]
)
def test_yen_are_whole_and_something_is_never_nothing(yen: str, words: str) -> None:
    assert yen_words(Decimal(yen)) == words


def test_a_model_on_this_machine_is_said_to_be_here() -> None:
    here = Outside(place="127.0.0.1:11434", model="m", here=True)
    assert (
        where_words(here, False)
        == "返事を整えるため、伏せ字にした文を、この機械で動く言語モデル(m)へ渡します。"
    )


def test_a_rest_and_an_empty_budget_are_told_above_the_field(
    models: SlowModels, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    resting = GATEWAY.model_copy(update={"resting": True})
    none = USED.model_copy(update={"left": Left(session=0, user=1, day=None)})
    spent = resting.model_copy(update={"spending": none})
    assert state_words(GATEWAY) == ""
    assert state_words(spent).startswith("言語モデルに使える量の上限に達しました。")
    monkeypatch.setattr(desk, "outside", lambda session: resting)
    assert "しばらく休ませています。内蔵の助言役で続けています。" in visit.drawn().words
    choose(visit, "inside-new", True)
    assert "休ませています" not in visit.words


def test_the_desk_tells_of_the_model_that_is_set_and_only_where_one_plays(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del data
    monkeypatch.delenv("ADVISOR_MODEL", raising=False)
    assert desk.outside(None) is None
    advisor = desk.advisor()
    monkeypatch.setenv("ADVISOR_MODEL", "large")
    monkeypatch.setenv("ADVISOR_MODEL_READER", "small")
    monkeypatch.setenv("ADVISOR_MODEL_BASE_URL", "http://localhost:11434/v1")
    assert desk.outside(None) == Outside(place="localhost:11434", model="small、large", here=True)
    monkeypatch.setenv("ADVISOR_MODEL_WRITER", "none")
    assert desk.outside(None) == Outside(place="localhost:11434", model="small、large", here=True)
    monkeypatch.setenv("ADVISOR_MODEL_DRAFTER", "none")
    assert desk.outside(None) == Outside(place="localhost:11434", model="small", here=True)
    session = advisor.begin()
    assert desk.outside(session) is None
    monkeypatch.setattr(advisor, "_players", advisor._players._replace(models=SlowModels()))
    assert desk.outside(session) == desk.outside(None)
    monkeypatch.setenv("ADVISOR_MODEL_BASE_URL", "no address")
    assert desk.outside(None) is None


def test_a_setting_that_cannot_be_read_is_told_and_the_talk_goes_on(
    data: Path, monkeypatch: pytest.MonkeyPatch, visit: Visit
) -> None:
    del data
    monkeypatch.setenv("ADVISOR_MODEL", "m-1")
    monkeypatch.setenv("ADVISOR_MODEL_BASE_URL", "no address")
    said = "言語モデルの設定に、読めない値があります。内蔵の助言役で続けています。"
    assert said in visit.drawn().words
    assert said in visit.say(FIRST).words
    assert len(visit.session.turns) == 1
