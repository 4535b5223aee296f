"""What is done to a paper is stored at once; where another tab was there first, both texts are kept and told of."""

from collections.abc import Callable

from advisor.errors import Conflict
from advisor.ui import desk
from advisor.ui.state import Notice, tab


def store(deed: Callable[[], object]) -> None:
    """Do something to the paper; a conflict or a fault becomes a notice."""
    try:
        deed()
    except Conflict as error:
        tab().notice = Notice("conflict", f"{error.what}。{error.do}。")
    except Exception as error:  # whatever the storage raises, the fields keep what was typed
        tab().notice = desk.trouble(error)
        return
    else:
        tab().notice = None
    tab().pen, tab().adding = None, ""
