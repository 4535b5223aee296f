"""What all settings share: addresses, and calm words for what cannot be read."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from pydantic import ValidationError

from advisor.errors import AdvisorError


def here(url: str) -> bool:
    """Whether an address is this very machine, which no proxy may stand before."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(url: str) -> str:
    """Return an address without its last stroke; ValueError where it is none, or carries a name or key."""
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc):
        raise ValueError("an address begins with http:// or https:// and carries no name or key")
    return url.rstrip("/")


def unread(error: ValidationError, prefix: str, what: str) -> AdvisorError:
    """The error that names the wrong values without showing them."""
    names = {str(each["loc"][0]) for each in error.errors(include_input=False) if each["loc"]}
    wrong = sorted(name if name.isupper() else f"{prefix}{name.upper()}" for name in names)
    where = "、".join(wrong) or f"{prefix}BASE_URL"
    return AdvisorError(what, where, "docs/model.md の表のとおりに直してください。")
