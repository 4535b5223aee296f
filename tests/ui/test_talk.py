"""The conversation on the page: sent once, kept always, corrected at will."""

import sqlite3
import subprocess
import sys
from pathlib import Path

from advisor.ui.state import Sending
from tests.ui.visit import Visit, reader

_HOSTILE = "**太字** ![x](https://evil.example/p.png) <img src=x onerror=alert(1)> :smile: $x$ をやりたいです"


def test_the_first_visit_says_what_where_and_who_and_offers_five_openings(visit: Visit, data: Path) -> None:
    assert "「何ができるか」から「何がしたいか」へ" in visit.words
    assert str(data) in visit.words
    assert "見られるのは、この機械を使うあなただけ" in visit.words
    assert len(visit.keys("opening-")) == 5
    assert reader().consultations() == []


def test_an_opening_starts_a_consultation_whose_id_stands_in_the_address(visit: Visit) -> None:
    visit.press("opening-0")
    assert len(visit.id) >= 22
    assert len(visit.session.turns) == 1
    assert visit.session.turns[0].reply.text in visit.words


def test_a_reload_shows_the_same_conversation(visit: Visit) -> None:
    visit.press("opening-2").say("先週、80代の方が三つの窓口を回って疲れていました")
    again = visit.other_tab()
    assert "先週、80代の方が三つの窓口を回って疲れていました" in again.words
    assert again.session.turns[-1].reply.text in again.words


def test_a_message_is_drawn_as_text_whatever_it_holds(visit: Visit) -> None:
    visit.say(_HOSTILE)
    assert _HOSTILE in [each.value for each in visit.app.text]
    assert "evil.example" not in "".join(each.value for each in visit.app.markdown)
    assert "<img" not in "".join(each.proto.body for each in visit.app.get("html"))
    assert "<img" not in "".join(each.label for each in visit.app.button)


def _chip(visit: Visit, start: bool) -> tuple[str, str]:
    """The key and words of a chip that is a start, or a whole answer."""
    turns = visit.session.turns
    for number, chip in enumerate(turns[-1].reply.quick_replies):
        if chip.endswith("…") is start:
            return f"chip-{len(turns)}-{number}", chip
    raise AssertionError("no such chip")


def test_a_chip_that_is_a_whole_answer_is_sent_as_it_stands(visit: Visit) -> None:
    visit.press("opening-0")
    key, chip = _chip(visit, start=False)
    visit.press(key)
    assert visit.session.turns[-1].message == chip


def test_a_chip_that_is_a_start_goes_into_the_field_to_be_finished(visit: Visit) -> None:
    visit.press("opening-0")
    key, chip = _chip(visit, start=True)
    visit.press(key)
    assert len(visit.session.turns) == 1
    assert visit.app.chat_input[0].proto.value == chip.removesuffix("…")


def test_a_message_that_was_sent_is_not_sent_again_by_a_second_click(visit: Visit) -> None:
    visit.press("opening-0")
    before = visit.session
    visit.press(_chip(visit, start=False)[0])
    with_state = visit.app.session_state["tab"]
    again = Sending(visit.session.turns[1].message, before.id, len(before.turns))
    assert again.key in with_state.sent
    assert with_state.sending is None


def test_why_a_question_was_asked_is_at_hand(visit: Visit) -> None:
    visit.press("opening-0")
    assert visit.session.turns[0].decision.because in visit.words


def test_the_last_turn_can_be_undone_and_is_not_lost(visit: Visit) -> None:
    visit.press("opening-0").say("先週の窓口で、同じことを三回聞かれていました")
    visit.press("undo-2")
    assert len(visit.session.turns) == 1
    assert [turn.message for turn in visit.session.left] == ["先週の窓口で、同じことを三回聞かれていました"]
    assert "先週の窓口で、同じことを三回聞かれていました" in visit.words


def test_an_earlier_message_said_anew_branches(visit: Visit) -> None:
    visit.press("opening-0").say("先週の窓口で、同じことを三回聞かれていました").press("rewrite-1")
    visit.app.text_area(key="anew-1").set_value("電話の取り次ぎで、住民が何度も待たされています")
    visit.press("anew-send")
    assert [turn.message for turn in visit.session.turns] == [
        "電話の取り次ぎで、住民が何度も待たされています"
    ]
    assert len(visit.session.left) == 2


def test_a_tab_that_is_behind_gets_a_calm_notice_and_keeps_the_text(visit: Visit) -> None:
    visit.press("opening-0")
    other = visit.other_tab()
    other.say("もう一つのタブから書きました")
    visit.say("こちらのタブの大事な文です")
    assert "別のタブで先に進んでいます" in visit.words
    assert visit.app.text_area(key="kept-text").value == "こちらのタブの大事な文です"
    assert len(visit.session.turns) == 2
    visit.press("notice-reload")
    assert "もう一つのタブから書きました" in visit.words
    visit.press("kept-send")
    assert visit.session.turns[-1].message == "こちらのタブの大事な文です"


def test_a_fault_of_the_storage_keeps_the_text_on_screen(visit: Visit, data: Path) -> None:
    visit.press("opening-0")
    (file,) = data.glob("*.sqlite3")
    with sqlite3.connect(file) as connection:
        connection.execute("ALTER TABLE events RENAME TO hidden")
    visit.app.chat_input[0].set_value("消えては困る文です")
    visit.app.run()
    with sqlite3.connect(file) as connection:
        connection.execute("ALTER TABLE hidden RENAME TO events")
    visit.drawn()
    assert "Traceback" not in visit.words
    assert visit.app.text_area(key="kept-text").value == "消えては困る文です"


def test_an_unknown_consultation_in_the_address_says_so_and_begins_anew(visit: Visit) -> None:
    visit.app.query_params["c"] = "x" * 30
    visit.drawn()
    assert "その相談は見つかりません" in visit.words
    assert len(visit.keys("opening-")) == 5


def test_only_the_last_twenty_turns_are_drawn_until_more_are_asked_for(visit: Visit) -> None:
    visit.press("opening-0")
    advisor = reader()
    for number in range(24):
        advisor.say(visit.id, f"{number}番目の話です。窓口のことを続けます")
    again = visit.other_tab()
    assert "\n3番目の話です" not in again.words
    assert "23番目の話です。窓口のことを続けます" in again.words
    again.press("earlier")
    assert "3番目の話です。窓口のことを続けます" in again.words


def test_personal_data_is_masked_before_it_is_kept_and_the_page_says_so(visit: Visit) -> None:
    visit.say("携帯は090-1234-5678です。窓口に来るのが大変だそうです")
    assert "090-1234-5678" not in visit.words
    assert "伏せて保存しました" in visit.words


def test_a_message_stored_before_the_program_died_is_answered_on_the_next_visit(visit: Visit) -> None:
    visit.press("opening-0")
    advisor = reader()
    received = advisor.received(visit.session, "答えを待っている間に電源が落ちました")
    advisor._sessions.append(visit.id, (received,), expected=len(visit.session.events))
    again = visit.other_tab()
    assert "答えを待っている間に電源が落ちました" in again.words
    assert len(again.session.turns) == 2


def test_the_page_is_drawn_without_the_heavy_libraries() -> None:
    program = (
        "import sys, advisor.ui.consultations, advisor.ui.library.view, advisor.ui.paper.view, advisor.ui.setup.view, advisor.ui.talk.view\n"
        "print([name for name in ('chromadb', 'langchain', 'langchain_core', 'docx', 'openai', 'sqlalchemy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=60, check=True, text=True
    )
    assert done.stdout.strip() == "[]"


def test_a_reply_can_be_valued_and_the_word_taken_back(visit: Visit) -> None:
    visit.press("opening-2").press("thumb_down-1")
    assert visit.session.valued[1].good is False
    visit.press("reason-1-1")
    assert visit.session.valued[1].reason == "問いがずれた"
    assert "reason-keep-1" in visit.keys("reason-")
    visit.press("thumb_up-1")
    assert (visit.session.valued[1].good, visit.session.valued[1].reason) == (True, "")
    visit.press("thumb_up-1")
    assert visit.session.valued == {}
    visit.go("paper").press("thumb_up-0")
    assert visit.session.valued[0].good
