"""The paper is written on in a real browser: nothing typed is lost on the way, and everybody can read and hit it."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.test_page import CONTRAST, NAMELESS, OVERFLOW, SMALL

pytestmark = pytest.mark.browser
CHECKS = {"contrast": CONTRAST, "nameless": NAMELESS, "small": SMALL}


def sound(watched: Watched) -> None:
    """Words stand out, buttons can be hit, fields have names, and nothing runs off the screen."""
    found = {name: watched.page.evaluate(check) for name, check in CHECKS.items()}
    assert found == {name: [] for name in CHECKS}, json.dumps(found, ensure_ascii=False)
    assert watched.page.evaluate(OVERFLOW) <= 0


def turn_to(watched: Watched, name: str) -> None:
    watched.page.get_by_role("radio", name=name, exact=True).click()
    watched.still()


def section(watched: Watched, name: str) -> None:
    watched.page.locator(".st-key-pen-side label").filter(has_text=name).click()
    watched.still()


@pytest.mark.parametrize("watched", [(1280, 900, "dark"), (375, 740, "light")], indirect=True)
def test_a_paper_is_written_on_and_compared(watched: Watched, address: str) -> None:
    page = watched.open(address)
    watched.say("書類のために船に乗る日をなくしたいです")
    turn_to(watched, "企画書")
    # The switch is worked by keyboard alone.
    page.get_by_role("radio", name="読む", exact=True).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    watched.still()
    field = page.locator(".st-key-pen textarea").first
    expect(field).to_be_visible()
    field.fill("船に乗る日をなくす。<b>太</b>")
    section(watched, "2 目的")
    sound(watched)
    section(watched, "1 要旨 ・ 未保存")
    expect(field).to_have_value("船に乗る日をなくす。<b>太</b>")
    page.get_by_role("button", name="この節を保存").click()
    watched.still()
    expect(page.get_by_text("もとの文").first).to_be_visible()
    sound(watched)
    turn_to(watched, "版")
    expect(page.locator(".compared mark").first).to_be_visible()
    expect(page.locator(".compared b", has_text="太")).to_have_count(0)
    sound(watched)
