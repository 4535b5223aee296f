"""How the page's server is set, the same however it is started."""

from collections.abc import Mapping
from typing import Final

FONTS: Final = (
    '"BIZ UDPGothic", "Yu Gothic UI", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", Meiryo, sans-serif'
)

_SAFETY: Final[dict[str, object]] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "client.disableDataExport": True,
    "runner.magicEnabled": False,
    "server.address": "127.0.0.1",
    "server.allowedHosts": ["localhost", "127.0.0.1", "[::1]"],
    "server.headless": True,
    "server.showEmailPrompt": False,
    "server.fileWatcherType": "none",
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.enableStaticServing": False,
    "server.enableAgentApi": False,
    "server.maxUploadSize": 10,
    "server.maxMessageSize": 20,
    "logger.level": "warning",
}

_THEME: Final[dict[str, object]] = {
    "theme.font": FONTS,
    "theme.headingFont": FONTS,
    "theme.baseFontSize": 16,
    "theme.headingFontSizes": ["1.5rem", "1.25rem", "1.1rem", "1rem", "1rem", "1rem"],
    "theme.headingFontWeights": [700, 700, 700, 700, 700, 700],
    "theme.baseRadius": "0.5rem",
    "theme.buttonRadius": "0.5rem",
    "theme.showWidgetBorder": True,
    "theme.linkUnderline": True,
}

_LIGHT: Final[dict[str, object]] = {
    "theme.light.primaryColor": "#1d5c57",
    "theme.light.backgroundColor": "#fbfaf6",
    "theme.light.secondaryBackgroundColor": "#f1eee5",
    "theme.light.textColor": "#22282a",
    "theme.light.linkColor": "#1d5c57",
    "theme.light.borderColor": "#cfc9ba",
    "theme.light.grayTextColor": "#5c5f5c",
}

_DARK: Final[dict[str, object]] = {
    "theme.dark.primaryColor": "#2f7d76",
    "theme.dark.backgroundColor": "#191d1e",
    "theme.dark.secondaryBackgroundColor": "#24292b",
    "theme.dark.textColor": "#ece8de",
    "theme.dark.linkColor": "#86cdc3",
    "theme.dark.borderColor": "#4a5152",
    "theme.dark.grayTextColor": "#b3b5b0",
}

OPTIONS: Final[Mapping[str, object]] = {**_SAFETY, **_THEME, **_LIGHT, **_DARK}
"""Streamlit's options by dotted name; `.streamlit/config.toml` says the same for `streamlit run`."""


def as_toml() -> str:
    """Return the options as a Streamlit configuration file."""
    sections: dict[str, list[str]] = {}
    for name, value in OPTIONS.items():
        section, _, key = name.rpartition(".")
        sections.setdefault(section, []).append(f"{key} = {_literal(value)}")
    return "\n".join(f"[{section}]\n" + "\n".join(lines) + "\n" for section, lines in sections.items())


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(_literal(each) for each in value) + "]"
    return str(value) if isinstance(value, int) else f"'{value}'"
