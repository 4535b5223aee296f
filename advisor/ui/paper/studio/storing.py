"""What is done to a paper is stored at once; where another tab was there first, both texts are kept and told of."""

from collections.abc import Callable

from advisor.errors import Conflict
from advisor.ui import desk
from advisor.ui.state import Notice, tab


def store(deed: Callable[[], object]) -> bool:
    """Do something to the paper; a conflict or a fault becomes a notice.

    Returns whether what was meant is stored: after a conflict it is, in a version beside the paper.
    """
    try:
        deed()
    except Conflict as error:
        tab().notice = Notice("conflict", f"{error.what}。{error.do}。")
    except Exception as error:  # whatever the storage raises, the fields keep what was typed
        tab().notice = desk.trouble(error)
        return False
    else:
        tab().notice = None
    tab().adding = ""
    return True


def do(deed: Callable[[], object]) -> None:
    """Do something to the paper at the press of a button."""
    store(deed)
