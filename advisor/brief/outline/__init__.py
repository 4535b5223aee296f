"""The order of the paper: one module a group of sections, and `compose`, which binds them."""

from advisor.brief.outline.compose import compose

__all__ = ["compose"]
