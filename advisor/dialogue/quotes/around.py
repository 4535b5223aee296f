"""What stands around a span: its sentence, and somebody's words in 「」."""

from advisor.dialogue.quotes.phrases import Text


def is_part_of_quote(text: str, start: int, end: int) -> bool:
    """Whether the span lies inside 「」 without filling it."""
    opened = text.rfind("「", 0, start)
    if opened < 0 or text.find("」", opened, start) >= 0:
        return False
    closed = text.find("」", end)
    return closed >= 0 and not (opened == start - 1 and closed <= end + 1)


def sentence_around(text: Text, first: int, last: int) -> str:
    """The sentence that the 文節 from `first` to `last` stand in."""
    begin, end = first, last
    while begin > 0 and not text.phrases[begin - 1].stop:
        begin -= 1
    while end < len(text.phrases) - 1 and not text.phrases[end].stop:
        end += 1
    following = text.phrases[end + 1].start if end + 1 < len(text.phrases) else len(text.text)
    return text.text[text.phrases[begin].start : following]
