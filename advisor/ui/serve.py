"""Starts the page's server from Python, with every option set."""

import ipaddress
import os

from advisor.errors import AdvisorError
from advisor.settings import Settings
from advisor.ui.options import OPTIONS


def run(settings: Settings) -> None:
    """Serve the page until it is stopped; AdvisorError where others could reach it without a login."""
    refuse_open_door(settings.host)
    _hand_over(settings)
    from advisor.ui.app import app

    app.run(config={**OPTIONS, "server.address": settings.host, "server.port": settings.port})


def refuse_open_door(host: str) -> None:
    """Refuse an address beyond this machine: consultations have no login yet."""
    if on_loopback(host):
        return
    raise AdvisorError(
        "ほかの機械から開ける形では始められません",
        host or "すべてのアドレス",
        "ログインの仕組みがないため、127.0.0.1 でお使いください",
    )


def on_loopback(host: str) -> bool:
    """Whether an address to listen on can be reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _hand_over(settings: Settings) -> None:
    """Let the page, which reads the environment, see the same settings as its caller."""
    os.environ["ADVISOR_DATA"] = str(settings.data)
    os.environ["ADVISOR_VECTORS"] = "1" if settings.vectors else "0"
    os.environ["ADVISOR_OWNER"] = settings.owner
