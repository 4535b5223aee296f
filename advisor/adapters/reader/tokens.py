"""Features of each word of a message that tell whether it belongs to an extract."""

from collections.abc import Iterator

from advisor.adapters.reader.row import Row


def extract_features(row: Row, index: int) -> Iterator[str]:
    """Yield what tells whether the word at `index` belongs to an extract, begins or ends one."""
    view = row.view
    for offset in range(-3, 4):
        yield f"w{offset}{row.at(view.keys, index + offset)}"
        yield f"g{offset}{row.at(row.tag, index + offset)}"
    for offset in (-2, -1, 0, 1):
        yield f"ww{offset}{row.at(view.keys, index + offset)} {row.at(view.keys, index + offset + 1)}"
        yield f"gg{offset}{row.at(row.tag, index + offset)}{row.at(row.tag, index + offset + 1)}"
    yield "ggg" + "".join(row.at(row.tag, each) for each in range(index - 1, index + 2))
    yield "gw" + row.at(row.tag, index - 1) + row.at(row.surface, index) + row.at(row.tag, index + 1)
    yield f"s0{row.surface[index]}"
    yield f"s1{row.at(row.surface, index + 1)}{row.at(row.surface, index + 2)}"
    yield f"s-{row.at(row.surface, index - 2)}{row.at(row.surface, index - 1)}"
    yield f"r{row.script[index]}"
    yield "bias"
    yield from _clause_features(row, index)


def _clause_features(row: Row, index: int) -> Iterator[str]:
    view = row.view
    start, end, shared = row.clause(index)
    yield f"from{min(index - start, 4)}"
    yield f"to{min(end - index, 4)}"
    yield from shared
    for each in range(max(0, start - 8), start):
        yield f"pre{view.keys[each]}"
    for each in range(end + 1, min(row.size, end + 9)):
        yield f"post{view.keys[each]}"
