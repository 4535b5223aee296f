"""The view 設定 in a real browser: a saved key never comes back, and all of it can be read and reached."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import WebSocket, expect

from tests.browser.conftest import Watched
from tests.browser.test_page import CONTRAST, OVERFLOW
from tests.fakes.endpoint import MODEL, ScriptedEndpoint, says, serving

pytestmark = pytest.mark.browser

KEY = "sk-CANARY-0123456789"
BUTTON = "この画面で決めたものを消す"


@pytest.fixture
def endpoint() -> Iterator[ScriptedEndpoint]:
    with serving() as endpoint:
        endpoint.plays(says("申請の書き方を前もって知らせます。"))
        yield endpoint


@pytest.fixture
def setup(watched: Watched, address: str) -> Iterator[Watched]:
    """The view, opened by the keyboard; what was kept is removed afterwards."""
    page = watched.open(address)
    page.get_by_role("button", name="設定", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_label("モデルの名", exact=True).wait_for()
    watched.still()
    yield watched
    watched.open(f"{address}/?v=setup")
    if page.get_by_role("button", name=BUTTON).count():
        page.get_by_role("button", name=BUTTON).click()
        watched.still()


def test_a_saved_key_is_not_sent_back_to_the_browser(
    watched: Watched, address: str, endpoint: ScriptedEndpoint
) -> None:
    received: list[bytes] = []
    sent: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(_bytes(frame)))
        socket.on("framesent", lambda frame: sent.append(_bytes(frame)))

    watched.page.on("websocket", listen)
    page = watched.open(f"{address}/?v=setup")
    page.get_by_label("モデルの名", exact=True).fill(MODEL)
    page.get_by_label("接続先のアドレス", exact=True).fill(endpoint.url)
    page.get_by_label("鍵", exact=True).fill(KEY)
    page.get_by_role("button", name="接続を試す").click()
    expect(page.get_by_text("○ 返事: 返ります")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="保存する").click()
    expect(page.get_by_text("保存しました。")).to_be_visible()
    watched.still()
    assert page.get_by_label("鍵", exact=True).input_value() == ""
    page.reload()
    watched.still()
    expect(page.get_by_text("鍵を覚えています")).to_be_visible()
    assert endpoint.headers[-1]["authorization"] == f"Bearer {KEY}"
    assert any(KEY.encode() in frame for frame in sent)
    assert received
    assert not any(b"CANARY" in frame for frame in received)
    assert "CANARY" not in page.url + page.content()
    assert "CANARY" not in page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    )
    page.get_by_role("button", name=BUTTON).click()
    expect(page.get_by_text("消しました。")).to_be_visible()


def _bytes(frame: str | bytes) -> bytes:
    return frame.encode() if isinstance(frame, str) else frame


@pytest.mark.parametrize(
    "watched", [(1280, 900, "light"), (375, 740, "dark"), (320, 200, "light")], indirect=True
)
def test_it_can_be_read_reached_and_fits(setup: Watched, address: str) -> None:
    page = setup.page
    page.get_by_text("役ごとのモデル").click()
    setup.still()
    assert page.evaluate(OVERFLOW) <= 0
    weak = page.evaluate(CONTRAST)
    assert weak == [], json.dumps(weak, ensure_ascii=False)
    page.get_by_label("モデルの名", exact=True).fill("m")
    page.get_by_role("button", name="保存する").click()
    setup.still()
    setup.open(address)
    assert page.evaluate(OVERFLOW) <= 0
    weak = page.evaluate(CONTRAST)
    assert weak == [], json.dumps(weak, ensure_ascii=False)
    switch = page.get_by_role("switch", name="この相談は外に出さない")
    switch.focus()
    page.keyboard.press("Space")
    setup.still()
    expect(switch).to_be_checked()
    expect(page.get_by_text("この相談の文は、どこへも送りません。")).to_be_visible()
