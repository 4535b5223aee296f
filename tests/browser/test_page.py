"""The page in a real browser: Japanese, self-contained, and usable by keyboard, zoom and narrow screens."""

import json
import re

import pytest
from playwright.sync_api import FilePayload, expect

from tests.adapters.documents.files import docx, paragraph, run
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

_HOSTILE = (
    "![x](https://evil.example/p.png) <img src=https://evil.example/q.png> [詳細](javascript:alert(1)) "
    "<script>fetch('https://evil.example')</script> :material/home: $\\href{https://evil.example}{x}$ をやりたいです"
)
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"
SMALL = """() => [...document.querySelectorAll('button')].filter(b => b.offsetParent !== null).map(b =>
   [b.innerText || b.ariaLabel, b.getBoundingClientRect().width, b.getBoundingClientRect().height])
   .filter(([, w, h]) => w < 24 || h < 24)"""
NAMELESS = """() => [...document.querySelectorAll('img')].filter(i => !i.alt).map(i => i.outerHTML.slice(0, 80)).concat(
   [...document.querySelectorAll('input,textarea,select')].filter(i => i.offsetParent !== null && !i.ariaLabel
     && !i.labels?.length && !i.getAttribute('aria-labelledby')).map(i => i.outerHTML.slice(0, 80)))"""
_NARROW = [(375, 740, "light"), (320, 200, "light")]


def _talked(watched: Watched, address: str) -> None:
    watched.open(address)
    watched.say("生成AIで窓口を何とかしたいと言われました")
    watched.say("先週、80代の方が三つの窓口を回って疲れていました")


def test_it_is_japanese_and_called_by_its_name(watched: Watched, address: str) -> None:
    page = watched.open(address)
    assert page.evaluate("document.documentElement.lang") == "ja"
    assert page.title() == "何したい"


def test_streamlit_run_opens_the_same_page(watched: Watched, address_of_streamlit_run: str) -> None:
    page = watched.open(address_of_streamlit_run)
    assert page.evaluate("document.documentElement.lang") == "ja"
    assert page.title() == "何したい"
    assert page.get_by_text("Deploy").count() == 0
    assert [
        url for url in watched.requests if not url.startswith((address_of_streamlit_run, "data:", "blob:"))
    ] == []
    background = page.evaluate(
        "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    )
    assert background == "rgb(251, 250, 246)"


def test_a_whole_consultation_asks_for_nothing_from_elsewhere(watched: Watched, address: str) -> None:
    page = watched.open(address)
    watched.say(_HOSTILE)
    watched.say("先週、80代の方が三つの窓口を回って疲れていました")
    for name in ("企画書", "事例と枠組み", "相談の一覧", "相談"):
        page.get_by_role("radio", name=name, exact=True).click()
        watched.still()
    assert [url for url in watched.requests if not url.startswith((address, "data:", "blob:"))] == []
    assert [line for line in watched.complaints if "Content Security Policy" in line] == []
    expect(page.get_by_text("![x](https://evil.example/p.png)").first).to_be_visible()
    assert page.locator("img[src*=evil], a[href*=evil], a[href^=javascript]").count() == 0


def test_the_enter_that_settles_a_conversion_does_not_send(watched: Watched, address: str) -> None:
    page = watched.open(address)
    field = page.locator("[data-testid=stChatInputTextArea]")
    field.focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "まどぐち", "selectionStart": 4, "selectionEnd": 4})
    field.evaluate(
        """area => area.dispatchEvent(new KeyboardEvent('keydown',
           {key: 'Enter', code: 'Enter', keyCode: 229, bubbles: true, cancelable: true, isComposing: true}))"""
    )
    session.send("Input.insertText", {"text": "窓口"})
    watched.still()
    assert field.input_value() == "窓口"
    assert "c=" not in page.url
    field.press("Enter")
    watched.still()
    assert "c=" in page.url


def test_shift_and_enter_breaks_the_line(watched: Watched, address: str) -> None:
    page = watched.open(address)
    field = page.locator("[data-testid=stChatInputTextArea]")
    field.fill("一行目")
    field.press("Shift+Enter")
    field.press_sequentially("二行目")
    assert field.input_value() == "一行目\n二行目"
    assert "c=" not in page.url


def test_a_double_click_on_an_opening_is_one_message(watched: Watched, address: str) -> None:
    page = watched.open(address)
    page.get_by_role("button", name="RPAで毎月の入力作業を減らしたいです").dblclick()
    page.wait_for_url(re.compile("c="))
    watched.still()
    assert page.locator("[class*='st-key-you-tools-']").count() == 1


def test_it_begins_and_goes_on_by_keyboard_alone(watched: Watched, address: str) -> None:
    page = watched.open(address)
    for _ in range(30):
        page.keyboard.press("Tab")
        words = page.evaluate("document.activeElement.innerText || ''")
        if words.startswith("「DXで何かやれ」"):
            break
    outline = page.evaluate(
        "(() => { const s = getComputedStyle(document.activeElement); return [s.outlineStyle, parseFloat(s.outlineWidth)] })()"
    )
    assert outline[0] == "solid"
    assert outline[1] >= 2
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("c="))


def test_a_reload_comes_back_to_the_same_place(watched: Watched, address: str) -> None:
    _talked(watched, address)
    watched.page.reload()
    watched.still()
    expect(watched.page.get_by_text("先週、80代の方が三つの窓口を回って疲れていました").first).to_be_visible()


@pytest.mark.parametrize("watched", _NARROW, indirect=True)
def test_nothing_runs_off_a_narrow_or_enlarged_screen(watched: Watched, address: str) -> None:
    _talked(watched, address)
    assert watched.page.evaluate(OVERFLOW) <= 0
    for name in ("企画書", "事例と枠組み", "相談の一覧"):
        watched.page.get_by_role("radio", name=name, exact=True).click()
        watched.still()
        assert watched.page.evaluate(OVERFLOW) <= 0, name


@pytest.mark.parametrize("watched", _NARROW, indirect=True)
def test_the_worksheet_opens_from_its_button_where_there_is_no_room(watched: Watched, address: str) -> None:
    _talked(watched, address)
    page = watched.page
    assert not page.locator(".st-key-sheet-beside").is_visible()
    page.get_by_role("button", name=re.compile("聞き取り")).click()
    expect(page.get_by_role("dialog").get_by_role("button", name="願い", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_every_button_is_large_enough_to_hit(watched: Watched, address: str) -> None:
    _talked(watched, address)
    small = []
    for name in ("相談", "企画書", "事例と枠組み", "相談の一覧"):
        watched.page.get_by_role("radio", name=name, exact=True).click()
        watched.still()
        small += watched.page.evaluate(SMALL)
    assert small == []


CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    const d = canvas.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
  const over = (top, under) => top.slice(0, 3).map((v, i) => v * top[3] + under[i] * (1 - top[3]));
  const behind = (node) => { const layers = []; for (let n = node; n; n = n.parentElement) layers.push(rgb(getComputedStyle(n).backgroundColor));
    return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]); };
  const light = (c) => { const [r, g, b] = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const weak = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement, words = walk.currentNode.textContent.trim();
    if (!words || !node.checkVisibility({opacityProperty: true, visibilityProperty: true}) || node.closest('[disabled],style,script,noscript')) continue;
    const style = getComputedStyle(node), under = behind(node), ink = over(rgb(style.color), under);
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) weak.push([words.slice(0, 20), Math.round(ratio * 100) / 100, style.color]);
  }
  return weak;
}"""


@pytest.mark.parametrize("watched", [(1280, 900, "light"), (1280, 900, "dark")], indirect=True)
def test_all_words_stand_out_from_what_is_behind_them(watched: Watched, address: str) -> None:
    _talked(watched, address)
    weak = watched.page.evaluate(CONTRAST)
    for name in ("企画書", "事例と枠組み", "相談の一覧"):
        watched.page.get_by_role("radio", name=name, exact=True).click()
        watched.still()
        if name == "企画書":
            watched.page.get_by_role("radio", name="手元用").click()
            watched.still()
        weak += watched.page.evaluate(CONTRAST)
    assert weak == [], json.dumps(weak, ensure_ascii=False)


def test_every_picture_and_field_has_a_name(watched: Watched, address: str) -> None:
    _talked(watched, address)
    nameless = watched.page.evaluate(NAMELESS)
    assert nameless == []


def _file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


@pytest.mark.parametrize("watched", [(1280, 900, "light"), (375, 740, "dark")], indirect=True)
def test_a_file_is_attached_named_after_a_reload_and_read_again(watched: Watched, address: str) -> None:
    page = watched.open(address)
    memo = "担当は山田太郎さん、電話は090-1234-5678です。"
    page.locator("[data-testid=stChatInput] input[type=file]").set_input_files(
        [
            _file("窓口メモ.txt", memo.encode("cp932")),
            _file("現状.docx", docx(paragraph(run("三つの窓口を回る")))),
        ]
    )
    expect(page.locator("[data-testid=stFileChip]")).to_have_count(2)
    expect(page.locator("[data-testid=stChatInputSubmitButton]")).to_be_enabled()
    page.locator("[data-testid=stChatInputTextArea]").press("Enter")
    page.wait_for_url(re.compile("c="))
    watched.still()
    page.reload()
    watched.still()
    expect(page.get_by_text("資料: 窓口メモ.txt")).to_be_visible()
    expect(page.get_by_text("個人情報(氏名1件・電話1件)は伏せて保存しました")).to_be_visible()
    heading = page.locator(".st-key-document-1-1 summary")
    heading.focus()
    page.keyboard.press("Enter")
    watched.still()
    expect(page.get_by_text("三つの窓口を回る")).to_be_visible()
    assert page.evaluate(OVERFLOW) <= 0
    assert watched.page.evaluate(CONTRAST) == []
    assert [url for url in watched.requests if not url.startswith((address, "data:", "blob:"))] == []


def test_a_file_that_is_too_large_is_marked_in_japanese(watched: Watched, address: str) -> None:
    page = watched.open(address)
    field = page.locator("[data-testid=stChatInput] input[type=file]")
    field.set_input_files([_file("大きい.txt", b"a" * (11 * 1024 * 1024))])
    chips = page.locator("[data-testid=stFileChips]:has([aria-invalid=true])")
    expect(chips).to_be_visible()
    assert "送られません" in chips.evaluate("chips => getComputedStyle(chips, '::after').content")
