"""The one root of the errors that the program raises on purpose."""


class AdvisorError(Exception):
    """Something went wrong that the user can act on: what happened, in what, and what to do."""

    def __init__(self, what: str, where: str = "", do: str = "") -> None:
        self.what = what
        self.where = where
        self.do = do
        super().__init__(" ".join(part for part in (what, where and f"({where})", do) if part))


class Conflict(AdvisorError):
    """Somebody else (another tab) wrote to the same consultation in between; nothing was overwritten."""
