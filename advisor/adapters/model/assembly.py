"""A reply of a model in the making: a sentence enters it only once it has passed, fixed parts stay as they are."""

import re
from collections.abc import Callable
from typing import Final

from advisor.adapters.model.cutting import PLACE, Cut, is_listed, undressed
from advisor.adapters.model.literal import SOURCE_MARK, Secrets, carried
from advisor.adapters.model.plan import LINE, SOURCE_LINE, Part, Plan
from advisor.dialogue.checks import Fault, fits, question_count
from advisor.dialogue.literal import flat
from advisor.dialogue.scene import Scene
from advisor.dialogue.sentences import sentences
from advisor.dialogue.strict import Footing, sentence_faults, strict_faults
from advisor.dialogue.turns import Question, Reply
from advisor.evidence.passages import Citation
from advisor.framework.slots import Slot

_PAIR: Final = re.compile(r"(?=([一-龥々ァ-ヶーA-Za-z][一-龥々ァ-ヶーA-Za-zぁ-ん]))|(\d+)")
"""Two letters that begin like a word of content, or a whole number."""
_ASSENT: Final = re.compile(
    r"合って|違(?:う|って|い)|ずれ|直(?:す|し)|気になる|引っかか|足りな|抜け|残して|よろし|よい|いいでしょ"
    r"|お見せ|ご覧|お出し|紹介|下書きに"
)
_REQUEST: Final = re.compile(
    r"(?:教えて|聞かせて|お聞かせ|お教え|知らせて|お知らせ|答えて|お答え|伺わせて)[^。]{0,10}(?:くださ(?!いま|り|って)|いただ(?!きま|い[てた])|ほしい|もらえ|願)"
)
"""Asks without a question mark."""
_SPARED: Final = re.compile(
    r"(?:たら|いつでも|とき|次第|あれば|(?:一つ|ひとつ|1つ)(?:だけ)?)[^。]{0,12}(?:教え|聞か|知らせ|答え|伺わ)"
)
"""Asks nothing now: whenever it is known, or only announces the question."""
_ABLE: Final = re.compile(r"得意|苦手|不得手|向い|向き|向か|任せ|できます|できません")
"""Tells of what a technology can do."""


class Assembly:
    """Grows by sentences of a model and by the fixed parts of the embedded reply."""

    def __init__(
        self, embedded: Reply, plan: Plan, scene: Scene, secrets: Secrets, on: Callable[[], Footing]
    ) -> None:
        self._embedded = embedded
        self._plan = plan
        self._scene = scene
        self._secrets = secrets
        self._on = on
        self._pending = list(enumerate(plan.fixed, start=1))
        self._prose = 0
        self._quotes: list[str] = []
        self._source_due = False
        self._told = False
        self._own = False
        self._question: Question | None = None
        self.text = ""
        """What may be on the screen."""

    def prepare(self) -> None:
        """Look up, once, what the reply may be worded with: beside a model that has begun to speak, and for no other."""
        self._on()

    def take(self, cut: Cut) -> tuple[Fault, ...]:
        """Take in one sentence or mark of a place; nothing of a sentence with faults enters."""
        if place := PLACE.fullmatch(cut.text):
            self._place(int(place.group(1)))
            return ()
        sentence = undressed(cut.text)
        if not re.search(r"\w", sentence) or self._is_embedded(sentence):
            return ()
        marked = SOURCE_MARK.search(sentence)
        words = carried(sentence, self._plan.source) if marked else ""
        if marked and (not words or flat(words) in flat(self.text)):
            return ()
        return self._enter(SOURCE_MARK.sub("", sentence).strip(), cut.new_line, words)

    def _enter(self, sentence: str, new_line: bool, words: str) -> tuple[Fault, ...]:
        asking = question_count(sentence) > 0
        found = self._faults(sentence, asking)
        if found:
            return found
        if words:
            self._quotes.append(words)
            self._source_due = True
        else:
            self._give_source()
        if asking:
            new_line = self._place_all() or new_line
            self._question = Question(slot=self._asked_slot, text=sentence)
        self._add(sentence, new_line)
        self._prose += len(sentence)
        self._own = True
        return ()

    def finish(self) -> tuple[Fault, ...]:
        """Put in what is still missing and return the faults of the whole reply."""
        if not self._own:
            return (Fault(check="empty", where=""),)
        self._give_source()
        self._place_all()
        if self._plan.question is not None and self._question is None:
            self._question = self._plan.question
            self._add(self._plan.question.text, new_line=True)
        return (*self._taken_up(), *strict_faults(self.reply(), self._scene, on=self._on()))

    def reply(self) -> Reply:
        """Return the reply as it stands."""
        return Reply(
            text=self.text,
            question=self._question,
            quick_replies=self._embedded.quick_replies,
            citations=self._citations(),
            used=self._embedded.used if self._takes_over() else (),
            written_by="model",
        )

    def _takes_over(self) -> bool:
        """Whether anything of the embedded reply stands in this one."""
        here = flat(self.text)
        return any(flat(each) in here for each in _lines(self._embedded.text))

    @property
    def _asked_slot(self) -> Slot | None:
        return self._plan.question.slot if self._plan.question else None

    def _citations(self) -> tuple[Citation, ...]:
        cited = self._embedded.citations
        if not self._quotes or self._told or not cited:
            return cited
        return tuple(cited[0].model_copy(update={"quote": quote}) for quote in self._quotes[:1])

    def _faults(self, sentence: str, asking: bool) -> tuple[Fault, ...]:
        if self._secrets.leak(self.text, sentence) or "<<" in sentence or ">>" in sentence:
            return (Fault(check="leak", where=""),)
        check = self._broken(sentence, asking)
        if check:
            return (Fault(check=check, where=sentence),)
        return sentence_faults(f"{self.text}{self._seam(sentence)}", sentence, self._scene, on=self._on())

    def _broken(self, sentence: str, asking: bool) -> str:
        """The name of the rule of a plan that a sentence breaks, or ""."""
        if is_listed(sentence):
            return "row_changed"
        if self._prose + len(sentence) > self._plan.longest:
            return "too_long"
        if not self._plan.asks and (asking or _requests(sentence)):
            return "question_not_wanted"
        if not asking:
            return "one_question" if _requests(sentence) else ""
        if self._question is not None:
            return "one_question"
        return "" if fits(Question(slot=self._asked_slot, text=sentence)) else "question_fits_slot"

    def _is_embedded(self, sentence: str) -> bool:
        """A sentence in whose place a fixed part comes, or the question that is added anyway."""
        for number, part in enumerate(self._plan.fixed, start=1):
            if _stands_for(sentence, part):
                self._place(number)
                return True
        return not self._plan.asks and self._plan.question is not None and _asks_assent(sentence)

    def _place(self, number: int) -> None:
        part = next((each for index, each in self._pending if index == number), None)
        if part is None:
            return
        self._pending = [each for each in self._pending if each[0] != number]
        self._give_source()
        self._put(part)

    def _place_all(self) -> bool:
        """Put in the parts whose place the model has not named, but for promises that it has made itself."""
        before = self.text
        for number, part in list(self._pending):
            if not part.kept_in(self.text):
                self._place(number)
        return self.text != before

    def _put(self, part: Part) -> None:
        text = part.text
        if part.told and self._quotes:
            text = "\n".join(line for line in text.splitlines() if LINE.match(line) and line not in self.text)
        elif part.told:
            self._told = True
        if text:
            self._add(text, part.new_line)

    def _give_source(self) -> None:
        """The line of the source follows the sentences that rest on it."""
        due, self._source_due = self._source_due, False
        line = next((each for each in self._embedded.text.splitlines() if each.startswith(SOURCE_LINE)), "")
        if due and line and line not in self.text:
            self._add(line, new_line=True)

    def _add(self, text: str, new_line: bool) -> None:
        seam = "\n" if new_line and self.text else self._seam(text)
        self.text = f"{self.text}{seam}{text}"

    def _seam(self, text: str) -> str:
        """A line of its own for a row and a source, and for what follows them."""
        last = self.text.rsplit("\n", 1)[-1]
        return "\n" if last and (LINE.match(text) or LINE.match(last)) else ""

    def _taken_up(self) -> tuple[Fault, ...]:
        """Where the embedded reply quotes the official's message, a model keeps a word of it as well."""
        message = flat(self._scene.message)
        free = "".join(part.text for part in self._plan.parts if not part.fixed)
        quoted = any(flat(each) in message for each in re.findall(r"「([^「」]+)」", free))
        words = _words(message)
        if not quoted or not words or words & _words(flat(self.text)):
            return ()
        return (Fault(check="not_taken_up", where=""),)


def _stands_for(sentence: str, part: Part) -> bool:
    """It was copied out, or it tells again what only reviewed words may tell: rows, phases, what a technology can do."""
    if flat(sentence) in map(flat, _lines(part.text)):
        return True
    if (part.has_rows and is_listed(sentence)) or ("Phase" in part.text and "Phase" in flat(sentence)):
        return True
    return part.card and not question_count(sentence) and _ABLE.search(sentence) is not None


def _requests(sentence: str) -> bool:
    """It asks for an answer beside the question."""
    return _REQUEST.search(sentence) is not None and _SPARED.search(sentence) is None


def _asks_assent(sentence: str) -> bool:
    """It asks whether all is right, or for leave: that is asked in reviewed words, to which the quick replies fit."""
    return question_count(sentence) > 0 and _ASSENT.search(sentence) is not None


def _lines(text: str) -> list[str]:
    """The rows and the sentences of a part."""
    return [each for line in text.splitlines() for each in ((line,) if LINE.match(line) else sentences(line))]


def _words(text: str) -> set[str]:
    """What of a text a reply may keep: pairs of letters, and whole numbers."""
    return {pair or number for pair, number in _PAIR.findall(text)}
