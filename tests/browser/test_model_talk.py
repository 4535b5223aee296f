"""A language model's replies in a real browser: seen growing, found again, stopped, survived, kept inside, read aloud."""

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, WebSocket, expect

from tests.browser.conftest import SERVE, Server, Watched, free_port, served
from tests.browser.slow_model import BETTER, SlowModel
from tests.browser.test_page import CONTRAST, OVERFLOW
from tests.fakes.endpoint import MODEL, ScriptedEndpoint, serving

pytestmark = pytest.mark.browser

FIRST: Final = "先週、80代の方が三つの窓口を回って疲れていました"
SECOND: Final = "窓口は一日に120人来て、30分以上待つ方が4割います。"
THINKING: Final = "考えています…"
PATIENT: Final = {f"ADVISOR_MODEL_{each}_SECONDS": "60" for each in ("FIRST", "IDLE", "TOTAL")}
_LISTEN: Final = """() => { window.heard = [];
  const place = document.querySelector('#announced');
  new MutationObserver(() => window.heard.push(place.textContent)).observe(place, {childList: true, characterData: true, subtree: true}); }"""


@pytest.fixture(scope="module")
def endpoint() -> Iterator[ScriptedEndpoint]:
    with serving() as endpoint:
        yield endpoint


@pytest.fixture(scope="module")
def office(endpoint: ScriptedEndpoint, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page whose replies a language model words."""
    environment = {"ADVISOR_MODEL": MODEL, "ADVISOR_MODEL_BASE_URL": endpoint.url, **PATIENT}
    command = [sys.executable, "-c", SERVE]
    with served(command, free_port(), tmp_path_factory.mktemp("office"), **environment) as address:
        yield address


@pytest.fixture
def model(endpoint: ScriptedEndpoint) -> Iterator[SlowModel]:
    """A model that says nothing until the test lets it."""
    model = SlowModel()
    endpoint.requests.clear()
    endpoint.plays(model)
    yield model
    model.let_all()


def live(page: Page) -> Locator:
    """The reply that is being written."""
    return page.locator(".st-key-advisor-live")


def reply(page: Page, turn: int = 1) -> Locator:
    """The words of a finished reply."""
    return page.locator(f".st-key-advisor-{turn} [data-testid=stText]").first


def field(page: Page) -> Locator:
    return page.locator("[data-testid=stChatInputTextArea]")


def send(page: Page, words: str) -> None:
    field(page).fill(words)
    field(page).press("Enter")


def answered_once(page: Page, messages: int = 1) -> None:
    """Nothing is being written, and every message has one reply."""
    expect(live(page)).to_have_count(0)
    expect(page.locator("[class*='st-key-you-tools-']")).to_have_count(messages)
    expect(page.locator("[class*='st-key-advisor-tools-']")).to_have_count(messages)


def first_sentence(model: SlowModel, page: Page) -> str:
    """Let one sentence come, and return it once it is on the page."""
    model.let()
    words = live(page).locator("[data-testid=stText]")
    expect(words).to_have_text(re.compile("。"))
    return words.inner_text()


def test_a_reply_grows_sentence_by_sentence_outlives_reloads_and_is_one_for_all_tabs(
    watched: Watched, office: str, model: SlowModel
) -> None:
    page = watched.open(office)
    send(page, FIRST)
    expect(live(page)).to_contain_text(THINKING)
    expect(field(page)).to_be_focused()
    page.reload()
    expect(live(page)).to_contain_text(THINKING)
    begun = first_sentence(model, page)
    page.reload()
    expect(live(page)).to_contain_text(begun)
    other = page.context.new_page()
    other.goto(page.url)
    expect(live(other)).to_contain_text(begun)
    model.let_all()
    for each in (page, other):
        expect(reply(each)).to_be_visible()
        answered_once(each)
    assert reply(page).inner_text().startswith(begun)
    assert len(reply(page).inner_text()) > len(begun)
    assert reply(page).inner_text() == reply(other).inner_text()
    assert model.replies == 1
    assert "内蔵の助言役" not in page.locator(".st-key-advisor-1").inner_text()


def test_what_is_typed_meanwhile_is_kept_and_a_screen_reader_hears_each_reply_once(
    watched: Watched, office: str, model: SlowModel
) -> None:
    page = watched.open(office)
    page.evaluate(_LISTEN)
    send(page, FIRST)
    expect(live(page)).to_be_visible()
    expect(field(page)).to_be_focused()
    page.keyboard.type("窓口は一日に")
    first_sentence(model, page)
    expect(field(page)).to_have_value("窓口は一日に")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Enter")
    kept = page.get_by_label("お書きになった文")
    expect(kept).to_have_value("窓口は一日に")
    page.keyboard.type("120人")
    model.let_all()
    expect(reply(page)).to_be_visible()
    expect(field(page)).to_have_value("120人")
    expect(field(page)).to_be_focused()
    watched.still()
    assert page.evaluate("heard") == ["返事を書いています。", reply(page).inner_text()]
    page.get_by_role("button", name="送る", exact=True).click()
    expect(reply(page, 2)).to_be_visible()
    expect(page.locator(".st-key-you-2")).to_contain_text("窓口は一日に")
    expect(field(page)).to_have_value("120人")
    answered_once(page, 2)
    watched.still()
    assert page.evaluate("heard")[2:] == ["返事を書いています。", reply(page, 2).inner_text()]


@pytest.mark.parametrize("watched", [(375, 740, "light")], indirect=True)
def test_whoever_does_not_wait_is_answered_at_once_also_by_keyboard_on_a_narrow_screen(
    watched: Watched, office: str, model: SlowModel
) -> None:
    frames: list[float] = []
    watched.page.on("websocket", lambda socket: _count(socket, frames))
    page = watched.open(office)
    send(page, FIRST)
    first_sentence(model, page)
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(CONTRAST) == []
    top = live(page).bounding_box()
    frames.clear()
    page.wait_for_timeout(1500)
    assert len(frames) / 1.5 < 30
    assert live(page).bounding_box() == top
    stop = page.get_by_role("button", name="待たずに続ける")
    stop.focus()
    page.keyboard.press("Enter")
    since = time.monotonic()
    expect(page.get_by_text("待たずに続けました。この返事は、内蔵の助言役が書きました。")).to_be_visible(
        timeout=3000
    )
    assert time.monotonic() - since < 3
    answered_once(page)
    assert page.evaluate(OVERFLOW) <= 0


def _count(socket: WebSocket, frames: list[float]) -> None:
    socket.on("framereceived", lambda _: frames.append(time.monotonic()))
    socket.on("framesent", lambda _: frames.append(time.monotonic()))


def test_what_is_kept_inside_reaches_no_endpoint(
    watched: Watched, office: str, model: SlowModel, endpoint: ScriptedEndpoint
) -> None:
    page = watched.open(office)
    expect(page.get_by_text(f"この機械で動く言語モデル({MODEL})へ渡します")).to_be_visible()
    switch = page.get_by_role("switch", name="この相談は外に出さない")
    switch.focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("この相談の文は、どこへも送りません。")).to_be_visible()
    page.evaluate(_LISTEN)
    send(page, FIRST)
    expect(reply(page)).to_be_visible()
    answered_once(page)
    expect(switch).to_be_checked()
    watched.still()
    assert page.evaluate("heard") == [reply(page).inner_text()]
    assert endpoint.requests == []
    assert model.replies == 0


def test_the_paper_is_worded_anew_compared_and_taken_back(
    watched: Watched, office: str, model: SlowModel
) -> None:
    page = watched.open(office)
    model.let_all()
    for turn, words in enumerate((FIRST, SECOND), 1):
        send(page, words)
        expect(reply(page, turn)).to_be_visible()
        watched.still()
    page.get_by_role("radio", name="企画書", exact=True).click()
    paper = page.locator(".paper")
    expect(paper).to_contain_text(BETTER[0])
    model.hold()
    page.get_by_role("button", name="文章を整える").click()
    expect(page.get_by_role("button", name="ここで止める")).to_be_visible()
    model.let()
    expect(page.get_by_text("節のうち1節まで済みました")).to_be_visible()
    page.reload()
    expect(page.get_by_text("節のうち1節まで済みました")).to_be_visible()
    model.let_all()
    expect(paper).to_contain_text(BETTER[1])
    page.get_by_text(re.compile("元の文と比べる")).click()
    expect(page.locator(".st-key-compared .finding").first).to_contain_text(BETTER[0])
    assert page.evaluate(CONTRAST) == []
    page.get_by_role("button", name="元の文に戻す").click()
    expect(paper).to_contain_text(BETTER[0])
    expect(paper).not_to_contain_text(BETTER[1])
    page.get_by_role("button", name="整えた文にする").click()
    expect(paper).to_contain_text(BETTER[1])


def test_a_message_outlives_the_server_and_a_dead_endpoint_is_hardly_noticed(
    chromium: Browser, tmp_path: Path
) -> None:
    context = chromium.new_context(locale="ja-JP")
    with serving() as endpoint:
        environment = {"ADVISOR_MODEL": MODEL, "ADVISOR_MODEL_BASE_URL": endpoint.url, **PATIENT}
        server = Server([sys.executable, "-c", SERVE], free_port(), tmp_path, **environment)
        server.start()
        try:
            page = _killed_in_the_middle(context, server, endpoint)
        except BaseException:
            server.kill()
            raise
    try:
        send(page, SECOND)
        expect(reply(page, 2)).to_be_visible()
        expect(page.locator(".st-key-advisor-2")).to_contain_text("この返事は、内蔵の助言役が書きました。")
        answered_once(page, 2)
        assert page.locator("[data-testid=stAlert], [data-testid=stException], .st-key-notice").count() == 0
        assert page.evaluate(CONTRAST) == []
    finally:
        server.stop()
        context.close()


def _killed_in_the_middle(context: BrowserContext, server: Server, endpoint: ScriptedEndpoint) -> Page:
    """A page whose message was answered only after the server died and came back."""
    model = SlowModel()
    endpoint.plays(model)
    page = Watched(context.new_page()).open(server.address)
    send(page, FIRST)
    first_sentence(model, page)
    server.kill()
    model.hold()
    server.start()
    page.goto(page.url)
    expect(page.locator(".st-key-you-waiting")).to_contain_text(FIRST)
    model.let_all()
    expect(reply(page)).to_be_visible()
    answered_once(page)
    assert model.replies == 2
    return page
