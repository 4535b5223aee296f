"""The logic model in words, for those who do not see the picture."""

from advisor.brief.marks import written
from advisor.brief.model import Brief


def logic_words(brief: Brief) -> str:
    """Return the five columns of the logic model as one sentence each."""
    tables = brief.section("logic").tables
    if not tables or not tables[0].rows:
        return "ロジックモデルは、まだ空です。"
    cells = zip(tables[0].columns, tables[0].rows[0], strict=False)
    return "ロジックモデル。" + "。".join(
        f"{name}: {written(cell, private=False) or '未記入'}" for name, cell in cells
    )
