"""The HTTP client and the LangChain model of an endpoint."""

import ssl
from collections.abc import Callable
from typing import Any, Final

import httpx2
import openai
from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from pydantic import SecretStr

from advisor import __version__
from advisor.adapters.endpoint.wire import watch
from advisor.errors import AdvisorError
from advisor.settings import ModelSettings, here

_ADDED: Final = ("x-stainless-", "openai-")
_NEEDED: Final = "x-stainless-raw-response"
"""Tells nothing, and the client itself looks for it later."""
_NO_KEY: Final = "none"
"""Sent where an endpoint needs no key, since the client insists on one."""


def http_client(settings: ModelSettings) -> httpx2.Client:
    """Return the client that every call goes through; AdvisorError where its certificates cannot be read.

    Redirects are not followed and bodies not unpacked: an answer comes from the named address as it is, or not at all.
    """
    proxy = settings.proxy.get_secret_value() if settings.proxy else None
    direct = proxy == "none" or (proxy is None and here(settings.url))
    try:
        return httpx2.Client(
            verify=_certificates(settings),
            proxy=None if direct else proxy,
            trust_env=not direct,
            follow_redirects=False,
            headers={"Accept-Encoding": "identity"},
            event_hooks={"request": [_plain(settings)], "response": [watch]},
        )
    except (ValueError, httpx2.InvalidURL):
        raise AdvisorError(
            "中継(プロキシ)のアドレスが正しくありません。", "ADVISOR_MODEL_PROXY", "http://中継の名:番号 の形で指定してください。"
        ) from None  # fmt: skip


def chat_model(
    settings: ModelSettings, model: str, client: httpx2.Client
) -> tuple[BaseChatModel, openai.OpenAI]:
    """Return LangChain's model and the client below it; nothing of them is the environment's, and nothing is sent."""
    usual: dict[str, Any] = {
        "api_key": settings.key or SecretStr(_NO_KEY),
        "organization": settings.organisation,
        "max_retries": 0,
        "http_client": client,
        "openai_proxy": "",
        "use_responses_api": False,
        "output_version": "v0",
        "stream_usage": False,
        "cache": False,
        "verbose": False,
    }
    address: dict[str, Any] = {"model_provider": "openai", "base_url": settings.url}
    if settings.api_version:
        address = {
            "model_provider": "azure_openai",
            "azure_endpoint": settings.url,
            "azure_deployment": model,
            "api_version": settings.api_version,
            "azure_ad_token": None,
            "base_url": None,
        }
    made = init_chat_model(model, **address, **usual)
    return made, made.root_client


def _plain(settings: ModelSettings) -> Callable[[httpx2.Request], None]:
    """The hook that leaves out what the client adds of this machine and of the environment's other accounts."""

    def hook(request: httpx2.Request) -> None:
        request.headers["User-Agent"] = f"nanishitai/{__version__}"
        for name in [name for name in request.headers if name.startswith(_ADDED) and name != _NEEDED]:
            del request.headers[name]
        if settings.organisation:
            request.headers["OpenAI-Organization"] = settings.organisation

    return hook


def _certificates(settings: ModelSettings) -> ssl.SSLContext:
    try:
        if settings.ca is not None:
            return ssl.create_default_context(cafile=settings.ca)
        return httpx2.create_ssl_context()
    except (OSError, ssl.SSLError):
        raise AdvisorError(
            "証明書のファイルを読めませんでした。", str(settings.ca or ""), "ADVISOR_MODEL_CA に、PEM形式のファイルの場所を指定してください。"
        ) from None  # fmt: skip
