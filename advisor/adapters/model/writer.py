"""A model words a reply that plain code has decided; whatever does not pass, the embedded writer says."""

import logging
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from advisor.adapters.model.assembly import Assembly
from advisor.adapters.model.cutting import Cut, Cutter
from advisor.adapters.model.literal import Secrets
from advisor.adapters.model.plan import Plan, planned, stays_inside
from advisor.adapters.model.prompts import Marks
from advisor.adapters.model.writing import repair_lines, rules, writing_lines
from advisor.agent.casting import Watch
from advisor.agent.ports import Chat, Speech, Writer
from advisor.dialogue.checks import Fault
from advisor.dialogue.scene import Scene
from advisor.dialogue.strict import Footing, Manner, footing
from advisor.dialogue.turns import Made, Reply
from advisor.patience.failures import ModelFailure, failure
from advisor.patience.lines import Line
from advisor.patience.shapes import thinking, thought_through
from advisor.patience.usage import Usage

_LOG = logging.getLogger(__name__)

_ENDLESS: Final = 400
"""Letters after which a sentence that does not end is given up."""


class _Job(NamedTuple):
    """One reply to be written."""

    scene: Scene
    embedded: Reply
    plan: Plan
    mark: str
    secrets: Secrets
    on: Callable[[], Footing]
    costs: list[Usage]

    def assembly(self) -> Assembly:
        return Assembly(self.embedded, self.plan, self.scene, self.secrets, self.on)

    def cost(self) -> Usage:
        total = Usage()
        for each in self.costs:
            total = total.plus(each)
        return total


class ModelWriter:
    """Words replies with a model before an embedded understudy; shows only what has passed the checks.

    `watch` sees the reply grow sentence by sentence. `note` takes one `Made` for every reply that a model was asked
    for; replies that stay inside (`stays_inside`) leave none. `manner` is the vocabulary that a model may speak in
    besides the ground.
    """

    def __init__(
        self,
        inner: Writer,
        chat: Chat,
        marks: Marks,
        watch: Watch,
        note: Callable[[Made], None],
        manner: Manner,
    ) -> None:
        self._inner = inner
        self._chat = chat
        self._marks = marks
        self._watch = watch
        self._note = note
        self._manner = manner

    def write(self, scene: Scene) -> Reply:
        """Return the model's reply for a decided scene, or the embedded one; never raises for a model's sake."""
        embedded = self._inner.write(scene)
        plan = planned(embedded, scene)
        if stays_inside(scene, plan):
            return embedded
        reply, made = self._worded(scene, embedded, plan)
        self._note(made)
        self._watch.show(reply.text)
        return reply

    def _worded(self, scene: Scene, embedded: Reply, plan: Plan) -> tuple[Reply, Made]:
        mark, canary = self._marks(), self._marks()
        on = cache(lambda: footing(self._manner, scene, embedded.text))
        job = _Job(scene, embedded, plan, mark, Secrets(rules(), mark, canary), on, [])
        try:
            return self._tried(job, writing_lines(scene, plan, mark, canary))
        except ModelFailure as error:
            return embedded, _made("fell_back", error.kind, job)
        except Exception as error:  # whatever a model's words do to the checks, the official is answered
            _LOG.warning("a reply of a model broke its checks: %s", type(error).__name__)
            return embedded, _made("fell_back", "checks", job)

    def _tried(self, job: _Job, lines: tuple[Line, ...]) -> tuple[Reply, Made]:
        """Ask once and, where the reply fails, once more; then the embedded reply stands in."""
        first = job.assembly()
        found = self._heard(job, lines, first, live=True)
        if not found:
            return first.reply(), _made("own", "", job)
        why = found[0].check
        again = job.assembly()
        mending = (*lines, *repair_lines(first.text, found, job.mark))
        if not self._heard(job, mending, again, live=False):
            return again.reply(), _made("repaired", why, job)
        return job.embedded, _made("fell_back", why, job)

    def _heard(self, job: _Job, lines: tuple[Line, ...], assembly: Assembly, live: bool) -> tuple[Fault, ...]:
        """Listen to one answer and return its faults; the first of them ends it."""
        self._refuse_stopped()
        speech = self._chat.stream("writer", lines)
        heard = _Heard(speech, self._refuse_stopped)
        try:
            found = self._taken(heard, Cutter(patient=bool(job.plan.source)), assembly, live)
        except ModelFailure as error:
            job.costs.append(error.usage or (speech.usage if heard.begun else Usage()))
            raise
        except Exception:
            job.costs.append(speech.usage)
            raise
        finally:
            speech.close()
        job.costs.append(speech.usage)
        return found or assembly.finish()

    def _taken(self, heard: "_Heard", cutter: Cutter, assembly: Assembly, live: bool) -> tuple[Fault, ...]:
        for text in heard:
            assembly.prepare()
            found = self._entered(cutter.feed(text), assembly, live)
            if found or cutter.open > _ENDLESS:
                return found or (Fault(check="too_long", where=""),)
        return self._entered(cutter.flush(), assembly, live)

    def _entered(self, cuts: list[Cut], assembly: Assembly, live: bool) -> tuple[Fault, ...]:
        for cut in cuts:
            before = assembly.text
            if found := assembly.take(cut):
                return found
            if live and assembly.text != before:
                self._watch.show(assembly.text)
        return ()

    def _refuse_stopped(self) -> None:
        if self._watch.stopped():
            raise failure("stopped")


class _Heard(Iterator[str]):
    """A speech without thinking said aloud, looked at between its pieces."""

    def __init__(self, speech: Speech, look: Callable[[], None]) -> None:
        self._speech = speech
        self._look = look
        self._raw = ""
        self._aloud = True
        self.begun = False

    def __next__(self) -> str:
        while True:
            piece = next(self._speech)
            self.begun = True
            self._look()
            if text := self._beyond_thoughts(piece):
                return text

    def _beyond_thoughts(self, piece: str) -> str:
        if not self._aloud:
            return piece
        self._raw += piece
        text = "" if thinking(self._raw) else thought_through(self._raw).lstrip()
        self._aloud = not text
        return text


def _made(outcome: Literal["own", "repaired", "fell_back"], why: str, job: _Job) -> Made:
    return Made(role="writer", outcome=outcome, why=why, usage=job.cost())
