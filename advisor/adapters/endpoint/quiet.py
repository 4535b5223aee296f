"""Nothing of a call goes anywhere but to the endpoint: no tracing, no logs or warnings of content, whatever the environment says."""

import logging
import os
import warnings
from typing import Final

_TRACING: Final = (
    "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2", "LANGCHAIN_HANDLER", "LANGSMITH_TRACING", "LANGSMITH_TRACING_V2",
    "LANGSMITH_GATEWAY", "LANGSMITH_GATEWAY_API_KEY", "LANGSMITH_OTEL_ENABLED", "OPENAI_LOG",
)  # fmt: skip
_TALKATIVE: Final = ("openai", "httpx2", "httpcore2", "httpx", "httpcore", "langsmith", "langchain_openai")


def hush() -> None:
    """Switch tracing off for this process and let the libraries log warnings at most."""
    for name in _TRACING:
        os.environ.pop(name, None)
    os.environ["LANGSMITH_TRACING"] = os.environ["LANGCHAIN_TRACING_V2"] = "false"
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    warnings.filterwarnings("ignore", "Pydantic serializer warnings", UserWarning)
    warnings.filterwarnings("ignore", module="langchain_openai")
