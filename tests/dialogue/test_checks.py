"""The checks let good replies through and catch each fault."""

import pytest

from advisor.dialogue.checks import checked, faults, fits, question_count
from advisor.dialogue.cues import cues
from advisor.dialogue.moves import Decision
from advisor.dialogue.reading import Reading
from advisor.dialogue.scene import Scene
from advisor.dialogue.turns import Question, Reply
from advisor.evidence.passages import Citation, Passage
from advisor.framework.worksheet import Worksheet
from tests.dialogue.views import turn

PASSAGE = Passage(
    id="frame-phase2#何が変わるか", card="frame-phase2", kind="framework", title="Phase 2", heading="何が変わるか",
    text="Phase 2は仕事の枠組みを見直します。15%という数字は書かれていません。",
)  # fmt: skip


def scene(
    message: str = "証明書1枚で往復2時間40分。", said_before: str = "", passage: Passage | None = None
) -> Scene:
    """A scene after one message."""
    before = ()
    if said_before:
        first = turn(1)
        before = (first.model_copy(update={"reply": Reply(text=said_before)}),)
    return Scene(
        number=2, message=message, reading=Reading(), cues=cues(message), turns=before, worksheet=Worksheet(), passage=passage,
        decision=Decision(move="ask_slot", rule="ask_on", because="次", asks="customer"),
    )  # fmt: skip


GOOD = Reply(
    text="「証明書1枚で往復2時間40分」、窓口の内側からは見えにくい重さです。\nそういう一日を過ごしているのは、どんな方たちですか?",
    question=Question(slot="customer", text="そういう一日を過ごしているのは、どんな方たちですか?"),
)


def names(reply: Reply, at: Scene) -> set[str]:
    return {fault.check for fault in faults(reply, at)}


def test_a_good_reply_passes_untouched() -> None:
    assert faults(GOOD, scene()) == ()
    assert checked(GOOD, scene()) is GOOD


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("何人ですか?年齢は?", "one_question"),
        ("それは何人ですか。", "untagged_question"),
        ("大変だね。", "polite"),
        ("99人の話ですね。", "number_has_ground"),
        ("「高齢者の移動支援」ですね。", "quote_literal"),
        ("![図](https://a.example/x)です。", "no_markup"),
        ("<b>太字</b>です。", "no_markup"),
    ],
)
def test_each_fault_is_caught(text: str, check: str) -> None:
    assert check in names(Reply(text=text), scene())


def test_a_question_inside_a_quote_is_not_a_question() -> None:
    assert question_count("「何でもできますか?」という言葉が残ります。") == 0


def test_a_sentence_said_before_is_caught() -> None:
    assert "repeated_sentence" in names(
        Reply(text="ここは急がずに、大事に書きます。"), scene(said_before="ここは急がずに、大事に書きます。")
    )


def test_a_question_must_ask_for_the_slot_it_is_tagged_with() -> None:
    assert fits(Question(slot="leader", text="庁内でこの仕事を引っ張るのは、どなたですか?"))
    assert not fits(Question(slot="resources", text="庁内でこの仕事を引っ張るのは、どなたですか?"))


def test_a_citation_must_be_literally_in_its_passage() -> None:
    def cite(quote: str) -> Reply:
        mark = Citation(mark=1, passage=PASSAGE.id, title=PASSAGE.title, url=None, quote=quote)
        return Reply(text="短くお答えします。", citations=(mark,))

    assert faults(cite("Phase 2は仕事の枠組みを 見直します。"), scene(passage=PASSAGE)) == ()
    assert names(cite("Phase 2は技術だけで進みます。"), scene(passage=PASSAGE)) == {"citation_literal"}
    assert names(cite("Phase 2は仕事の枠組みを見直します。"), scene()) == {"citation_literal"}


def test_what_fails_is_taken_out_and_the_rest_is_kept() -> None:
    spoilt = GOOD.model_copy(update={"text": GOOD.text.replace("\n", "<script>です。\n")})
    mended = checked(spoilt, scene())
    assert "<script>" not in mended.text
    assert mended.question == GOOD.question


def test_where_nothing_is_left_a_plain_line_stands() -> None:
    assert faults(checked(Reply(text="99人だ。"), scene()), scene()) == ()
