"""A model words the paper anew, section by section; whatever it does, the other sections go on."""

import pytest

from advisor.adapters.model.drafter import PROMPTS, DraftingForm, ModelDrafter
from advisor.adapters.words import SudachiWords
from advisor.brief.outline import compose
from advisor.brief.rewording import rewordable
from advisor.dialogue.events import Rewording
from advisor.dialogue.turns import Made
from advisor.patience.failures import CLASSES, Kind, failure
from advisor.patience.usage import Usage
from tests.brief.materials import island
from tests.fakes.chat import FakeChat, Said

MARK = "k3v9x1"
MATERIAL = island()
BRIEF = compose(MATERIAL, SudachiWords())
NOTHING: dict[str, list[object]] = {"sentences": []}
SECTIONS = 10


class Drafted:
    """One run of the drafter over the island's paper, with everything it told."""

    def __init__(self, *script: Said, stop_after: int = 99) -> None:
        self.chat = FakeChat(*script, *([NOTHING] * SECTIONS))
        self.made: list[Made] = []
        self.heard: list[tuple[int, int]] = []
        drafter = ModelDrafter(self.chat, lambda: MARK, self.made.append)
        self.found = drafter.reword(
            BRIEF, MATERIAL, lambda done, total: self.heard.append((done, total)), lambda: len(self.chat.asked) >= stop_after
        )  # fmt: skip

    @property
    def total(self) -> int:
        return self.heard[0][1]


def test_every_section_is_asked_for_once_and_every_sentence_once() -> None:
    run = Drafted()
    assert run.found == ()
    assert len(run.chat.asked) == run.total
    assert run.heard == [(done, run.total) for done in range(run.total + 1)]
    assert {role for role, _ in run.chat.asked} == {"drafter"}
    sent = "\n".join(lines[1].text.split(f"<<もとの発言 {MARK}>>")[0] for _, lines in run.chat.asked)
    texts = {claim.text for section in BRIEF.sections for claim in rewordable(section)}
    assert all(sent.count(f". {text}\n") == 1 for text in texts)


def test_a_section_is_sent_fenced_with_what_it_rests_on_and_nothing_else() -> None:
    run = Drafted()
    system, user = next(lines for _, lines in run.chat.asked if "「提供する価値」" in lines[1].text)
    assert system.speaker == "system"
    assert f"<<文 {MARK}>>\n1. 役場のために一日つぶさなくてよい。\n" in user.text
    assert "郵便局が3島とも残ってる" in user.text
    assert "昨年度" not in user.text


def test_proposals_come_back_by_the_wording_they_are_for() -> None:
    first = {"sentences": [{"number": 1, "text": " 新しい文。 "}, {"number": 9, "text": "ない文。"}]}
    run = Drafted(first)
    old = rewordable(BRIEF.section("summary"))[0].text
    assert run.found == (Rewording(old=old, new="新しい文。"),)
    assert [each.outcome for each in run.made] == ["own"] * run.total
    assert run.made[0].role == "drafter"
    assert run.made[0].usage.total > 0


@pytest.mark.parametrize("kind", list(CLASSES))
def test_a_failure_leaves_its_section_and_goes_on_unless_the_guard_holds(kind: Kind) -> None:
    run = Drafted(
        failure(kind, usage=Usage(prompt=7)), {"sentences": [{"number": 1, "text": "二つ目の節。"}]}
    )
    assert run.made[0] == Made(role="drafter", outcome="fell_back", why=kind, usage=Usage(prompt=7))
    if kind in ("resting", "spent", "stopped"):
        assert (len(run.chat.asked), run.found) == (1, ())
    else:
        assert len(run.chat.asked) == run.total
        assert [each.new for each in run.found] == ["二つ目の節。"]


def test_after_a_stop_no_other_section_is_begun_and_what_came_is_kept() -> None:
    run = Drafted({"sentences": [{"number": 1, "text": "一つ目の節。"}]}, stop_after=2)
    assert len(run.chat.asked) == 2
    assert [each.new for each in run.found] == ["一つ目の節。"]
    assert run.heard[-1] == (2, run.total)


@pytest.mark.parametrize(
    ("answer", "texts"),
    [
        ({"sentences": {"1": "甲。", "2": "乙。"}}, ["甲。", "乙。"]),
        ({"sentences": [{"number": "1", "text": "甲。"}, {"number": None, "text": "乙。"}, "丙。", {"text": "丁。"}]}, ["甲。"]),
        ({"sentences": [{"number": 1, "text": "甲" * 2000}]}, []),
        ({"sentences": [{"number": 1, "text": "甲。"}] * 500}, ["甲。"] * 32),
    ],
)  # fmt: skip
def test_what_cannot_be_used_of_an_answer_is_dropped(answer: object, texts: list[str]) -> None:
    assert [each.text for each in DraftingForm.model_validate(answer).sentences] == texts


@pytest.mark.parametrize("answer", [{}, {"sentences": "甲。"}, {"sentences": None}, []])
def test_an_answer_of_another_shape_does_not_fit(answer: object) -> None:
    with pytest.raises(ValueError, match=r"sentences|DraftingForm"):
        DraftingForm.model_validate(answer)


def test_the_prompts_are_versioned() -> None:
    digests = ModelDrafter(FakeChat(), lambda: MARK, lambda made: None).digests
    assert [name for name, _ in digests] == list(PROMPTS)
    assert all(len(digest) == 12 for _, digest in digests)
