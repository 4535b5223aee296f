"""What every reply must pass, whoever wrote it."""

import re
from collections.abc import Iterable
from typing import Final

from advisor.dialogue.asking import asking, fits, question_count, unquoted
from advisor.dialogue.literal import flat
from advisor.dialogue.manners import is_polite
from advisor.dialogue.scene import Scene
from advisor.dialogue.sentences import sentences
from advisor.dialogue.turns import Reply
from advisor.values import Value

__all__ = ["Fault", "checked", "faults", "fits", "plain", "question_count", "unquoted"]

_NUMBER: Final = re.compile(r"\d[\d,.]*")
_MARKUP: Final = re.compile(r"<[a-zA-Z/!]|!\[|\]\(|https?://|javascript:|```", re.IGNORECASE)
_LINE: Final = re.compile(r"^(?:・|〔出典〕)")

_IMAGINED: Final = re.compile(
    r"「(?P<words>[^」0-90-9A-Za-z]{2,16})」(?:と|って)(?:、)?(?:[^。「」??]{0,12})"
    r"(?:言って|言われ|言え|思え|思って|感じ|話し|聞かれ|問われ|帰る|ほっと)"
)
_OPEN_END: Final = re.compile(r"[??]$|(?:でしょう|ます|です|ません)か。?$|かもしれません(?:ね)?。$")
"""What somebody might say one day stands in a question or under かもしれません."""


class Fault(Value):
    """A check that a reply failed, and where."""

    check: str
    where: str


def faults(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    """Return every check that the reply fails; empty for a good one."""
    return (
        *_questions(reply),
        *_repetition(reply, scene),
        *_citations(reply, scene),
        *_numbers(reply, scene),
        *_manners(reply, scene),
        *_markup(reply),
        *_echo(reply, scene),
    )


def checked(reply: Reply, scene: Scene) -> Reply:
    """Return the reply, or what is left of it without the sentences that fail, or one plain line."""
    found = faults(reply, scene)
    if not found:
        return reply
    bad = {fault.where for fault in found}
    lines = [
        line for line in _pieces(reply.text) if line.strip() and not any(_same(line, each) for each in bad)
    ]
    question = (
        reply.question if reply.question and any(reply.question.text in line for line in lines) else None
    )
    text = "".join(lines).strip() or plain(scene)
    mended = reply.model_copy(update={"text": text, "question": question})
    return mended if not faults(mended, scene) else Reply(text=plain(scene), question=None, used=("plain",))


def plain(scene: Scene) -> str:
    """The line that stands where no reply passes the checks; it differs from turn to turn."""
    return f"{scene.number}通目のお話を、いただいた言葉のまま書き留めました。続きがあれば、そのまま書いてください。"


def _same(line: str, fault: str) -> bool:
    return bool(fault) and (fault in line or line.strip() in fault)


def _pieces(text: str) -> list[str]:
    return [piece for line in text.splitlines(keepends=True) for piece in _with_ends(line)]


def _with_ends(line: str) -> list[str]:
    parts = list(sentences(line))
    if parts and line.endswith("\n"):
        parts[-1] += "\n"
    return parts or [line]


def _questions(reply: Reply) -> tuple[Fault, ...]:
    asked = [part for part in sentences(reply.text) if asking(part)]
    found = [Fault(check="one_question", where=part) for part in asked[:-1]]
    if reply.question is not None and reply.question.text not in reply.text:
        found.append(Fault(check="question_in_text", where=""))
    if reply.question is None and asked:
        found.append(Fault(check="untagged_question", where=asked[-1]))
    if reply.question is not None and not fits(reply.question):
        found.append(Fault(check="question_fits_slot", where=reply.question.text))
    return tuple(found)


def _repetition(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    said = {_bare(part) for turn in scene.turns for part in sentences(turn.reply.text)}
    parts = [part for part in sentences(reply.text) if not _LINE.match(part)]
    twice = [part for part in parts if _bare(part) in said or parts.count(part) > 1]
    return tuple(Fault(check="repeated_sentence", where=part) for part in twice if len(_bare(part)) > 3)


def _bare(text: str) -> str:
    return re.sub(r"[\s。、!!??]", "", text)


def _citations(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    texts = [flat(text) for text in _library_texts(scene)]
    return tuple(
        Fault(check="citation_literal", where=citation.quote)
        for citation in reply.citations
        if not any(flat(citation.quote) in text for text in texts)
    )


def _library_texts(scene: Scene) -> list[str]:
    texts: list[str] = []
    if scene.passage is not None:
        texts.append(f"{scene.passage.title}\n{scene.passage.heading}\n{scene.passage.text}")
    if scene.case is not None:
        texts += [scene.case.model_dump_json(), *(section.text for section in scene.case.sections)]
        texts += [scene.case.lines.want, scene.case.lines.happened, scene.case.lines.limit]
    texts += [each.card.model_dump_json() for each in scene.technologies if each.card]
    return texts


def _ground(scene: Scene) -> str:
    messages = [turn.message for turn in scene.turns] + [scene.message]
    sheet = [value.text for state in scene.worksheet.states for value in (*state.values, *state.history)]
    return flat("\n".join([*messages, *sheet, *_library_texts(scene)]))


def _numbers(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    ground = set(_NUMBER.findall(_ground(scene)))
    free = _own_numbers(scene)
    return tuple(
        Fault(check="number_has_ground", where=part)
        for part in sentences(reply.text)
        for number in _NUMBER.findall(flat(part))
        if number.strip(",.") not in {each.strip(",.") for each in ground} | free
    )


def _own_numbers(scene: Scene) -> set[str]:
    """Numbers the advisor may say by itself: the phases and counts of the form."""
    return {"1", "2", "3", "4", "14", str(scene.number)} | (
        {str(scene.draft.version)} if scene.draft else set()
    )


def _manners(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    parts = [part for line in reply.text.splitlines() if not _LINE.match(line) for part in sentences(line)]
    return tuple(Fault(check="polite", where=part) for part in parts if not is_polite(part, scene.message))


def _markup(reply: Reply) -> tuple[Fault, ...]:
    return tuple(Fault(check="no_markup", where=part) for part in _bad_lines(reply.text.splitlines()))


def _bad_lines(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if _MARKUP.search(line)]


def _echo(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    """What stands in 「」 was said by the official or by the library, literally, or might be said one day."""
    ground = _ground(scene)
    free = {words for part in sentences(reply.text) for words in _imagined(part)}
    return tuple(
        Fault(check="quote_literal", where=found)
        for found in re.findall(r"「([^」]+)」", reply.text)
        if flat(found) not in ground and found not in free
    )


def _imagined(sentence: str) -> tuple[str, ...]:
    """The words that a sentence lets somebody say one day."""
    if not _OPEN_END.search(sentence):
        return ()
    return tuple(match["words"] for match in _IMAGINED.finditer(sentence))
