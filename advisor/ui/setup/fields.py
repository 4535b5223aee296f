"""The fields of the language model: drawn with what holds now, read back as choices and a key."""

from typing import Final

import streamlit as st
from pydantic import SecretStr, ValidationError

from advisor.errors import AdvisorError
from advisor.settings import ModelChoices, ModelSettings

KEY: Final = "model-api_key"
"""Where the key stands between typing and saving; emptied when it is saved."""
VARIABLES: Final[dict[str, str]] = {
    "name": "ADVISOR_MODEL",
    "base_url": "ADVISOR_MODEL_BASE_URL",
    "api_key": "ADVISOR_MODEL_API_KEY",
    "api_version": "ADVISOR_MODEL_API_VERSION",
    "reasoning": "ADVISOR_MODEL_REASONING",
    "reader": "ADVISOR_MODEL_READER",
    "writer": "ADVISOR_MODEL_WRITER",
    "drafter": "ADVISOR_MODEL_DRAFTER",
}
_LABELS: Final[dict[str, str]] = {
    "name": "モデルの名",
    "base_url": "接続先のアドレス",
    "reader": "読み取りのモデル",
    "writer": "返事のモデル",
    "drafter": "企画書のモデル",
    "api_version": "Azure OpenAIのAPIの版",
}
_EXAMPLES: Final[dict[str, str]] = {
    "name": "例: qwen3:8b(Azureでは配置の名)。空なら、言語モデルを使いません",
    "base_url": "例: http://localhost:11434/v1。空なら、OpenAI",
    "api_version": "例: 2024-10-21。Azureでなければ空のまま",
}
_MORE: Final = ("reader", "writer", "drafter", "api_version")
_REASONING: Final[dict[str, bool | None]] = {
    "名から見分ける": None,
    "考えてから話すモデル": True,
    "すぐに話すモデル": False,
}
_WRONG: Final[dict[str, str]] = {
    "base_url": "接続先のアドレスは、http:// か https:// で始めて、名や鍵や「?」を入れずに書いてください",
}


def draw_fields(given: ModelSettings, choices: ModelChoices, key_words: str) -> None:
    """Draw all fields; `given` is the environment, whose values stand fast, and `key_words` tells of the key."""
    for name in ("name", "base_url"):
        _line(name, given, choices)
    st.text_input(
        "鍵", key=KEY, type="password", autocomplete="off", max_chars=1000, disabled="api_key" in given.fixed
    )
    st.text(key_words)
    used = any(getattr(choices, name) or name in given.fixed for name in _MORE)
    with st.expander("役ごとのモデル、Azure、考えるモデル", expanded=used, key="model-more"):
        st.text("役ごとに分けるときだけ書きます。空なら、上のモデルが受け持ちます。")
        for name in _MORE:
            _line(name, given, choices)
        _reasoning(given, choices)


def typed(given: ModelSettings, choices: ModelChoices) -> tuple[ModelChoices, SecretStr | None]:
    """What stands in the fields, the key apart; where the environment stands fast, `choices` stay as they are.

    AdvisorError says what cannot be used, without showing it.
    """
    values: dict[str, object] = {name: str(st.session_state.get(_key(name)) or "") for name in _LABELS}
    values["reasoning"] = _REASONING.get(str(st.session_state.get(_key("reasoning"))))
    free = {name: value for name, value in values.items() if name not in given.fixed}
    if free.get("api_version") and not (free.get("base_url") or given.base_url):
        do = f"「{_LABELS['api_version']}」を書くときは、接続先のアドレスも書いてください"
        raise AdvisorError("接続先のアドレスがありません", "", do)
    try:
        return ModelChoices.model_validate({**dict(choices), **free}), _typed_key()
    except ValidationError as error:
        wrong = str(error.errors(include_input=False)[0]["loc"][0])
        do = _WRONG.get(wrong, f"「{_LABELS.get(wrong, wrong)}」は300字までです")
        raise AdvisorError("この値は使えません", "", do) from None


def show_again(choices: ModelChoices) -> None:
    """Let the fields show what is kept now, and no key."""
    for name in _LABELS:
        st.session_state[_key(name)] = str(getattr(choices, name))
    st.session_state[_key("reasoning")] = _said(choices.reasoning)
    st.session_state[KEY] = ""


def _typed_key() -> SecretStr | None:
    key = str(st.session_state.get(KEY) or "").strip()
    if not (key.isascii() and key.isprintable()):
        raise AdvisorError(
            "鍵に使えない文字があります", "", "全角の字や改行が混じっていないか、確かめてください"
        )
    return SecretStr(key) if key else None


def _line(name: str, given: ModelSettings, choices: ModelChoices) -> None:
    fixed = name in given.fixed
    if fixed:
        st.session_state[_key(name)] = str(getattr(given, name) or given.url)
    else:
        st.session_state.setdefault(_key(name), str(getattr(choices, name)))
    st.text_input(
        _LABELS[name],
        key=_key(name),
        max_chars=300,
        placeholder=_EXAMPLES.get(name),
        disabled=fixed,
        autocomplete="off",
    )
    if fixed:
        st.text(fixed_words(name, given))


def _reasoning(given: ModelSettings, choices: ModelChoices) -> None:
    fixed = "reasoning" in given.fixed
    said = _said(given.reasoning if fixed else choices.reasoning)
    if fixed:
        st.session_state[_key("reasoning")] = said
    else:
        st.session_state.setdefault(_key("reasoning"), said)
    st.radio("モデルの種類", list(_REASONING), key=_key("reasoning"), horizontal=True, disabled=fixed)
    st.text(
        fixed_words("reasoning", given) if fixed else "考えてから話すモデルは、はじめの文字まで60秒待ちます。"
    )


def fixed_words(name: str, given: ModelSettings) -> str:
    """Which variable of the environment holds a value fast."""
    held = name if name in given.model_fields_set else "api_key"
    why = "鍵と組なので、" if held != name else ""
    return f"{why}環境変数 {VARIABLES[held]} で決まっています。"


def _said(reasoning: bool | None) -> str:
    return next(words for words, value in _REASONING.items() if value is reasoning)


def _key(name: str) -> str:
    return f"model-{name}"
