"""Takes the README's pictures of the page again: a real server, a real browser, a real consultation."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

_PROGRAMS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SERVE: Final = "from advisor.settings import Settings; from advisor.ui.serve import run; run(Settings())"
_TALK: Final = (
    "書かない窓口のシステムを入れたいのですが、何から考えればいいですか",
    "先週、82歳の女性が、夫が亡くなった後の手続で五つの窓口を回り、最後の窓口で座り込んでいました",
    "配偶者を亡くしたばかりの、75歳以上で一人暮らしになった人です。年に310人ほどです",
    "手続のために役所を歩き回らなくていい町にしたいです。悲しむ時間を、役所が取り上げないように",
    "合っています",
    "「役所が家に来て、一度で終わった」と言ってもらえることです",
)
_REWRITTEN: Final = "配偶者を亡くしたばかりの、75歳以上のひとり暮らしの人。"
_CORRECTION: Final = "訂正します。年に310人ではなく、年に342人です"
_HEADER: Final = {"作成課": "市民課", "提出先・場・期日": "部長協議、12月10日"}


def main() -> None:
    """Write soudan, kikakusho, kakinaosu, han, jirei and mobile as PNG into the folder named on the command line."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images")
    folder.mkdir(parents=True, exist_ok=True)
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        sys.exit(
            "Chromiumが見つかりません。apt-get install chromium fonts-noto-cjk のあとで、もう一度お試しください。"
        )
    with tempfile.TemporaryDirectory() as data, _served(Path(data)) as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        _take(browser, address, folder)
        browser.close()


@contextmanager
def _served(data: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "ADVISOR_DATA": str(data),
        "ADVISOR_PORT": str(port),
        "ADVISOR_OWNER": "guest",
    }
    process = subprocess.Popen([sys.executable, "-c", _SERVE], env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            try:
                urllib.request.urlopen(f"{address}/_stcore/health", timeout=2)
                break
            except OSError:
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _take(browser: Browser, address: str, folder: Path) -> None:
    page = _open(browser, address, 1280, 900)
    for words in _TALK:
        field = page.locator("[data-testid=stChatInputTextArea]")
        field.fill(words)
        field.press("Enter")
        _still(page)
    page.screenshot(path=folder / "soudan.png")
    talk = page.url
    _turn_to(page, "企画書")
    for name, words in _HEADER.items():
        page.get_by_role("textbox", name=name, exact=True).fill(words)
    page.get_by_role("button", name="紙に入れる").click()
    _still(page)
    page.get_by_role("radio", name="手元用").click()
    _still(page)
    page.screenshot(path=folder / "kikakusho.png")
    _write(page, folder)
    _turn_to(page, "事例と枠組み")
    page.get_by_label("言葉で探す").fill("窓口を回らせない")
    page.get_by_label("言葉で探す").press("Enter")
    _still(page)
    page.screenshot(path=folder / "jirei.png")
    _open(browser, talk, 375, 740).screenshot(path=folder / "mobile.png")


def _write(page: Page, folder: Path) -> None:
    """Rewrite a sentence, correct an answer, and take what would change, and the two versions."""
    _turn_to(page, "書き直す")
    page.locator(".st-key-pen-side label").filter(has_text="3 主たる顧客").click()
    _still(page)
    page.locator(".st-key-pen textarea").first.fill(_REWRITTEN)
    page.get_by_role("button", name="この節を保存").click()
    _still(page)
    _turn_to(page, "相談")
    field = page.locator("[data-testid=stChatInputTextArea]")
    field.fill(_CORRECTION)
    field.press("Enter")
    _still(page)
    _turn_to(page, "企画書")
    page.get_by_text("聞き取りが変わりました").click()
    _still(page)
    page.screenshot(path=folder / "kakinaosu.png")
    _turn_to(page, "版")
    page.screenshot(path=folder / "han.png")


def _open(browser: Browser, address: str, width: int, height: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": height}, locale="ja-JP", color_scheme="light")
    page.goto(address)
    page.locator(".st-key-head").wait_for()
    _still(page)
    return page


def _turn_to(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).click()
    _still(page)


def _still(page: Page) -> None:
    page.wait_for_timeout(300)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_timeout(500)


if __name__ == "__main__":
    main()
