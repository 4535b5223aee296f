"""The worksheet beside the conversation: seen, rewritten, locked, cleared; the phase corrected."""

from advisor.framework.slots import SLOTS
from tests.ui.visit import Visit


def test_every_line_is_there_with_its_state(visit: Visit) -> None:
    visit.press("opening-0")
    assert visit.keys("slot-beside-") == [f"slot-beside-{slot}" for slot in SLOTS]
    assert visit.words.count("○ まだ") + visit.words.count("◔ 伺い中") > 8


def _write(visit: Visit, slot: str, words: str) -> None:
    visit.press(f"slot-beside-{slot}")
    visit.app.text_area(key=f"write-beside-{slot}").set_value(words)
    visit.press("save-beside")


def test_a_line_written_by_hand_is_kept_and_says_so(visit: Visit) -> None:
    visit.press("opening-0")
    _write(visit, "value", "役場のために一日つぶさなくていい")
    assert visit.session.worksheet["value"].values[0].text == "役場のために一日つぶさなくていい"
    assert "ご自身で記入" in visit.words


def test_a_line_can_be_locked_and_cleared(visit: Visit) -> None:
    visit.press("opening-0")
    _write(visit, "leader", "主任の浜口")
    visit.press("slot-beside-leader").press("lock-beside")
    assert visit.session.worksheet["leader"].locked
    visit.press("slot-beside-leader").press("clear-beside")
    assert visit.session.worksheet["leader"].values == ()
    assert [each.text for each in visit.session.worksheet["leader"].history] == ["主任の浜口"]


def test_progress_says_how_far_and_how_many_questions_remain(visit: Visit) -> None:
    visit.press("opening-2")
    _write(visit, "value", "役場のために一日つぶさなくていい")
    answered = len(visit.session.worksheet.answered)
    bars = visit.app.get("progress")
    assert bars[0].proto.text.startswith(f"聞き取り {answered}/14・下書きまで、あと")


def test_the_phase_can_be_corrected(visit: Visit) -> None:
    visit.press("opening-0")
    visit.app.radio(key="phase-choice-beside").set_value(2)
    visit.press("phase-set-beside")
    assert visit.session.phase_correction == 2
    assert "ご本人が選んだ段です" in visit.words


def test_the_phase_picture_has_words_for_those_who_do_not_see_it(visit: Visit) -> None:
    visit.press("opening-0")
    images = visit.app.get("image")[0]
    assert images.proto.imgs[0].alt.startswith("三つの段: ")


def test_the_button_for_narrow_screens_opens_the_same_worksheet(visit: Visit) -> None:
    visit.press("opening-0").press("sheet-open")
    assert f"slot-dialog-{SLOTS[0]}" in visit.keys("slot-dialog-")
