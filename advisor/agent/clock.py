"""Time and chance as arguments, so that a turn is the same whenever it is played again."""

from collections.abc import Callable

Clock = Callable[[], str]
"""Returns the present as an ISO time with seconds and offset."""

Ids = Callable[[], str]
"""Returns a new unguessable id of at least 128 bits."""
