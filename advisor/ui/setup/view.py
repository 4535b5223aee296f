"""The view 設定, which may change anything only where nobody else can reach the page."""

from typing import Final

import streamlit as st

from advisor.errors import AdvisorError
from advisor.settings import ModelChoices, ModelSettings, Settings, model_settings
from advisor.settings.chosen import FILE, ChosenModel
from advisor.ui import desk
from advisor.ui.destination import where_words
from advisor.ui.plain import shown
from advisor.ui.serve import on_loopback
from advisor.ui.setup.fields import draw_fields, fixed_words, show_again, typed
from advisor.ui.setup.trying import draw_trial
from advisor.ui.state import Notice, tab
from advisor.ui.talk.notices import draw_notice

_FORWARDED: Final = ("Forwarded", "X-Forwarded-For", "X-Real-Ip")
"""What a program that stands before the server adds for others."""


def draw_setup() -> None:
    """Draw what is set, and the fields to change it where that may be."""
    with st.container(key="setup-view"):
        st.markdown("## 設定")
        draw_notice(None)
        st.markdown("### 言語モデル")
        st.text("つなぐと、返事の文がなめらかになります。つながなくても、すべての働きを使えます。")
        try:
            given = model_settings()
        except AdvisorError as error:
            st.text(shown(f"{desk.trouble(error).words} ({error.where})"))
            return
        st.text(shown(where_words(desk.outside(None), False)))
        if not changeable():
            st.text(
                "ほかの機械からも開ける形で動いているので、この画面では変えられません。"
                "環境変数(ADVISOR_MODEL など)だけで決まります。"
            )
            return
        _changeable(given)


def changeable() -> bool:
    """Whether the page may change the settings: the server listens on this machine alone, with nothing before it."""
    address = str(st.get_option("server.address") or "")
    return on_loopback(address) and not any(st.context.headers.get(name) for name in _FORWARDED)


def _changeable(given: ModelSettings) -> None:
    choices, trouble = _kept()
    if trouble:
        st.text(shown(trouble))
    with st.form("model", border=True):
        draw_fields(given, choices, _key_words(given, choices))
        with st.container(horizontal=True):
            st.form_submit_button("保存する", key="model-save", type="primary", on_click=_save)
            tried = st.form_submit_button("接続を試す", key="model-try")
    if tried:
        _try()
    path = Settings().data / FILE
    st.text(
        f"保存すると、鍵のほかは {shown(str(path))} に残ります(この機械を使うあなただけが読めるファイル)。"
        "鍵は、この画面のサーバーが動いている間だけ覚え、ファイルにも記録にも書きません。"
    )
    if path.exists() or trouble:
        st.button("この画面で決めたものを消す", key="model-forget", on_click=_forget)


def _kept() -> tuple[ModelChoices, str]:
    try:
        return desk.chosen().choices(), ""
    except AdvisorError as error:
        return ModelChoices(), f"{error.what} {error.do}"


def _key_words(given: ModelSettings, choices: ModelChoices) -> str:
    if "api_key" in given.fixed:
        words = fixed_words("api_key", given)
    else:
        try:
            now = desk.chosen().proposed(choices)
        except AdvisorError:
            now = given
        if now.api_key is not None:
            words = "鍵を覚えています(サーバーが動いている間だけ)。書くと、置き換えます。"
        elif now.key is not None:
            words = "空なら、環境変数 OPENAI_API_KEY を使います。"
        else:
            words = "鍵はまだありません。要らない接続先なら、空のままにします。"
        if now.key is not None and not now.name:
            words += "モデルの名がないので、鍵は使いません。"
    return words


def _save() -> None:
    if not changeable():
        return
    try:
        choices, key = typed(model_settings(), _kept()[0])
        before = _key_of(desk.chosen())
        now = desk.chosen().keep(choices, key)
        show_again(choices)
        tab().notice = Notice("done", _saved_words(now, before))
    except (
        Exception
    ) as error:  # a full disk, a value that cannot be used: said calmly, and nothing was changed
        tab().notice = desk.trouble(error)


def _key_of(chosen: ChosenModel) -> bool:
    try:
        return chosen.settings().api_key is not None
    except AdvisorError:
        return False


def _saved_words(now: ModelSettings, keyed: bool) -> str:
    words = "保存しました。次の発言から使います。" if now.name else "保存しました。言語モデルは使いません。"
    if keyed and now.api_key is None:
        words += "接続先が変わったので、覚えていた鍵は忘れました。要る接続先なら、書き直してください。"
    return words


def _try() -> None:
    try:
        choices, key = typed(model_settings(), _kept()[0])
        settings = desk.chosen().proposed(choices, key)
    except AdvisorError as error:
        st.text(desk.trouble(error).words)
        return
    draw_trial(settings)


def _forget() -> None:
    if not changeable():
        return
    try:
        desk.chosen().forget()
        show_again(ModelChoices())
        tab().notice = Notice("done", "消しました。環境変数だけで決まります。")
    except OSError as error:
        tab().notice = desk.trouble(error)
