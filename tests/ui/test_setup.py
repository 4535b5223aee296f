"""The view 設定: what it may change, what it tries, and where a key never goes."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from advisor.settings import ModelChoices
from advisor.settings.chosen import FILE
from advisor.ui import desk
from advisor.ui.setup import view
from tests.fakes.endpoint import MODEL, Exchange, ScriptedEndpoint, fails, says, serving
from tests.ui.visit import Visit

KEY = "sk-CANARY-0123456789"
ADDRESS = "http://localhost:11434/v1"
WORDS = "申請の書き方を前もって知らせます。混む時間を避けて来てもらえるようにします。"


@pytest.fixture
def setup(visit: Visit) -> Visit:
    """The view 設定, opened from the head."""
    return visit.press("setup")


@pytest.fixture
def endpoint() -> Iterator[ScriptedEndpoint]:
    """An endpoint that can do everything."""

    def able(exchange: Exchange) -> None:
        said = '{"start": "tech_first"}' if "response_format" in exchange.body else WORDS
        says(said)(exchange)

    with serving() as endpoint:
        endpoint.plays(able)
        yield endpoint


def fill(visit: Visit, **values: str) -> Visit:
    """Write into the fields; nothing is pressed."""
    for name, value in values.items():
        visit.app.text_input(key=f"model-{name}").set_value(value)
    return visit


def sent_back(visit: Visit) -> str:
    """All that the server has told the browser in the last drawing."""
    elements = [each for each in visit.app._tree if hasattr(each, "proto")]
    assert any("モデルの名" in str(each.proto) for each in elements)
    return "".join(str(each.proto) for each in elements)


def test_it_is_opened_from_the_head_and_closed_by_another_view(setup: Visit) -> None:
    assert "## 設定" in setup.words
    assert setup.app.segmented_control(key="view").value is None
    assert "この機械の中だけで働いています" in setup.words
    setup.app.segmented_control(key="view").set_value("talk")
    assert "「何ができるか」から「何がしたいか」へ" in setup.drawn().words


def test_what_is_saved_holds_at_once_and_is_named_before_the_first_message(setup: Visit, data: Path) -> None:
    fill(setup, name="  qwen  ", base_url=ADDRESS, reader="small").app.radio(key="model-reasoning").set_value(
        "考えてから話すモデル"
    )
    setup.press("model-save")
    assert "保存しました。次の発言から使います。" in setup.words
    now = desk.current_model_settings()
    assert (now.name, now.url, now.reader, now.reasoning) == ("qwen", ADDRESS, "small", True)
    assert (data / FILE).exists()
    setup.go("talk")
    assert "この機械で動く言語モデル(small、qwen)へ渡します" in setup.words
    assert setup.app.toggle(key="inside-new")
    again = setup.go("setup")
    assert again.app.text_input(key="model-name").value == "qwen"
    assert again.app.radio(key="model-reasoning").value == "考えてから話すモデル"


def test_a_saved_key_is_nowhere_but_in_memory(
    setup: Visit, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    fill(setup, name="m", base_url=ADDRESS, api_key=f" {KEY}\n").press("model-save")
    key = desk.current_model_settings().key
    assert key is not None
    assert key.get_secret_value() == KEY
    assert "鍵を覚えています" in setup.words
    assert "CANARY" not in repr(setup.app.session_state)
    assert "CANARY" not in sent_back(setup)
    assert "CANARY" not in sent_back(setup.other_tab().press("setup"))
    assert "CANARY" not in str(dict(setup.app.query_params))
    assert "CANARY" not in caplog.text
    setup.press("new").app.toggle(key="inside-new").set_value(True)
    setup.press("opening-0")
    written = [each for each in data.rglob("*") if each.is_file()]
    assert {FILE, "consultations.sqlite3"} <= {each.name for each in written}
    assert not any(b"CANARY" in each.read_bytes() for each in written)


def test_a_key_that_was_not_saved_is_gone_with_the_view(setup: Visit) -> None:
    fill(setup, api_key=KEY).press("model-try")
    assert "CANARY" in repr(setup.app.session_state)
    setup.go("talk")
    assert "CANARY" not in repr(setup.app.session_state)
    assert desk.current_model_settings().key is None


def test_another_address_takes_the_key_away_and_says_so(setup: Visit) -> None:
    fill(setup, name="m", base_url=ADDRESS, api_key=KEY).press("model-save")
    fill(setup, base_url="https://gw.example/v1").press("model-save")
    assert "覚えていた鍵は忘れました" in setup.words
    assert desk.current_model_settings().key is None


def test_the_environment_stands_fast_and_is_said_to(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_MODEL", "given")
    monkeypatch.setenv("ADVISOR_MODEL_API_KEY", KEY)
    monkeypatch.setenv("ADVISOR_MODEL_REASONING", "0")
    visit.press("setup")
    fields = {name: visit.app.text_input(key=f"model-{name}") for name in ("name", "base_url", "api_key")}
    assert all(field.disabled for field in fields.values())
    assert fields["name"].value == "given"
    assert fields["api_key"].value == ""
    assert visit.app.radio(key="model-reasoning").disabled
    assert "環境変数 ADVISOR_MODEL で決まっています。" in visit.words
    assert "鍵と組なので、環境変数 ADVISOR_MODEL_API_KEY で決まっています。" in visit.words
    assert "CANARY" not in sent_back(visit)
    fill(visit, writer="large").press("model-save")
    assert desk.chosen().choices() == ModelChoices(writer="large")
    assert desk.current_model_settings().name == "given"


def test_a_key_without_a_model_is_said_in_one_line(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    visit.press("setup")
    assert "空なら、環境変数 OPENAI_API_KEY を使います。モデルの名がないので、鍵は使いません。" in visit.words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"base_url": "gw.example"}, "接続先のアドレスは、http:// か https:// で始めて"),
        ({"base_url": "https://gw.example/v1?key=CANARY"}, "接続先のアドレスは、"),
        ({"api_version": "2024-10-21"}, "接続先のアドレスも書いてください"),
        ({"api_key": "sk-CANARY-全角"}, "鍵に使えない文字があります"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_changed(
    setup: Visit, values: dict[str, str], words: str
) -> None:
    fill(setup, name="m", **values).press("model-save")
    assert words in setup.words
    assert "CANARY" not in setup.words
    assert desk.chosen().choices() == ModelChoices()
    fill(setup, name="m", **values).press("notice-close").press("model-try")
    assert words in setup.words


def test_a_disk_that_is_full_is_said_calmly(setup: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(desk.chosen(), "_write", full)
    fill(setup, name="m").press("model-save")
    assert "保存できませんでした" in setup.words
    assert desk.chosen().choices() == ModelChoices()


def test_an_endpoint_is_tried_with_what_stands_in_the_fields_and_nothing_is_kept(
    setup: Visit, endpoint: ScriptedEndpoint, data: Path
) -> None:
    fill(setup, name=MODEL, base_url=endpoint.url, api_key=KEY).press("model-try")
    assert "○ 返事: 返ります" in setup.words
    assert "○ 決まった形の返事: できます (JSONスキーマで)" in setup.words
    assert [(each.label, each.state) for each in setup.app.status] == [("つながりました", "complete")]
    assert endpoint.headers[-1]["authorization"] == f"Bearer {KEY}"
    assert "CANARY" not in sent_back(setup)
    assert not (data / FILE).exists()
    assert desk.current_model_settings().name == ""


def test_a_trial_after_saving_uses_the_remembered_key(setup: Visit, endpoint: ScriptedEndpoint) -> None:
    fill(setup, name=MODEL, base_url=endpoint.url, api_key=KEY).press("model-save").press("model-try")
    assert endpoint.headers[-1]["authorization"] == f"Bearer {KEY}"


def test_an_endpoint_that_refuses_is_said_in_plain_words(setup: Visit, endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(fails(401, f"bad key {KEY}"))
    endpoint.models = ("![x](https://evil.example/p.png)" + "長" * 5000,)
    fill(setup, name=MODEL, base_url=endpoint.url, api_key=KEY).press("model-try")
    assert "△ 返事: 言語モデルの接続先が、鍵を受け付けませんでした。" in setup.words
    assert [(each.label, each.state) for each in setup.app.status] == [("つながりませんでした", "error")]
    assert "CANARY" not in setup.words
    assert max(len(each.value) for each in setup.app.text) <= 300
    assert "evil.example" not in "".join(each.value for each in setup.app.markdown)


def test_without_a_name_there_is_nothing_to_try(setup: Visit) -> None:
    setup.press("model-try")
    assert [(each.label, each.state) for each in setup.app.status] == [("試せませんでした", "error")]
    assert "△ 言語モデルが設定されていません。" in setup.words


def test_what_was_chosen_can_be_removed(setup: Visit, data: Path) -> None:
    assert setup.keys("model-forget") == []
    fill(setup, name="m", base_url=ADDRESS, api_key=KEY).press("model-save").press("model-forget")
    assert not (data / FILE).exists()
    assert desk.current_model_settings().key is None
    assert setup.app.text_input(key="model-name").value == ""
    assert "この機械の中だけで働いています" in setup.words


def test_a_file_that_cannot_be_read_is_said_and_nothing_leaves(visit: Visit, data: Path) -> None:
    (data / FILE).write_text("{", encoding="utf-8")
    assert "この機械の中だけで働いています" in visit.drawn().words
    visit.press("setup")
    assert "画面で決めた言語モデルの設定を読めません。" in visit.words
    fill(visit, name="m").press("model-save")
    assert desk.current_model_settings().name == "m"


def test_an_environment_that_cannot_be_read_is_said(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_MODEL_BASE_URL", "CANARY")
    visit.press("setup")
    assert "(ADVISOR_MODEL_BASE_URL)" in visit.words
    assert "CANARY" not in visit.words
    assert visit.keys("model-") == []


@pytest.mark.parametrize("address", ["0.0.0.0", "", "192.168.1.5"])
def test_where_others_can_reach_the_page_it_changes_nothing(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    asked = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: address if name == "server.address" else asked(name))
    visit.press("setup")
    assert "環境変数(ADVISOR_MODEL など)だけで決まります。" in visit.words
    assert visit.keys("model-") == []
    assert not visit.app.text_input


def test_a_save_that_was_still_on_the_screen_does_nothing_there(
    setup: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "changeable", lambda: False)
    fill(setup, name="m").press("model-save")
    assert desk.chosen().choices() == ModelChoices()
    assert setup.keys("model-") == []


@pytest.mark.parametrize("name", ["Forwarded", "X-Forwarded-For", "X-Real-Ip"])
def test_a_program_that_stands_before_the_server_counts_as_others(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    class Context:
        headers: dict[str, str]

    monkeypatch.setattr(st, "get_option", lambda _: "127.0.0.1")
    monkeypatch.setattr(st, "context", Context)
    Context.headers = {}
    assert view.changeable()
    Context.headers = {name: "192.0.2.7"}
    assert not view.changeable()
