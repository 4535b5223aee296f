"""The embedded writer: a port `Writer` that needs no model, built from reviewed phrasings alone."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from advisor.adapters.writer import asking, settling, steering, telling
from advisor.adapters.writer.composition import Composition
from advisor.adapters.writer.phrasings import Phrasings, load
from advisor.adapters.writer.stage import Stage
from advisor.dialogue.moves import Move
from advisor.dialogue.quotes import Aim, Quoted, quoted
from advisor.dialogue.scene import Scene
from advisor.dialogue.turns import Reply
from advisor.resources import prompts_folder
from advisor.words import Words

_MOVES: Final[dict[Move, Callable[[Composition], None]]] = {
    "welcome": asking.welcome,
    "turn_to_want": steering.turn_to_want,
    "ask_slot": asking.ask_slot,
    "sharpen": asking.sharpen,
    "reflect": settling.reflect,
    "offer_case": telling.offer_case,
    "counter_view": telling.counter_view,
    "help_phase1": steering.help_phase1,
    "name_the_jump": steering.name_the_jump,
    "test_the_means": steering.test_the_means,
    "fairness": telling.fairness,
    "answer_fact": telling.answer_fact,
    "hold_back": settling.hold_back,
    "park": settling.park,
    "accept_correction": settling.accept_correction,
    "small_talk": asking.small_talk,
    "draft": settling.draft,
    "decline": settling.decline,
}


class EmbeddedWriter:
    """Puts a decision into words: takes up what was said, at most one piece of material, at most one question."""

    def __init__(self, words: Words, phrasings: Phrasings) -> None:
        self._words = words
        self._phrasings = phrasings
        self._quote = lru_cache(maxsize=512)(self._quoted)

    def write(self, scene: Scene) -> Reply:
        """Return the reply for a decided scene; the same scene always gives the same reply."""
        reply = Composition(Stage(scene, self._words, self._quote), self._phrasings)
        if scene.masked:
            reply.say("masked")
        _MOVES[scene.decision.move](reply)
        return reply.reply()

    def _quoted(self, text: str, aims: tuple[Aim, ...], technologies: tuple[str, ...], turn: int) -> Quoted:
        return quoted(text, self._words, aims, technologies, turn)


def open_writer(words: Words) -> EmbeddedWriter:
    """The embedded writer with the phrasings that come with the program."""
    return EmbeddedWriter(words, load(prompts_folder() / "replies"))
