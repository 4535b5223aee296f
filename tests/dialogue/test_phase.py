"""Where an idea stands: the votes of what was said, on worksheets of the officials' own words."""

import pytest

from advisor.dialogue.phase import Heard, phase_view
from advisor.framework.labels import Phase
from advisor.framework.slots import Slot
from advisor.framework.worksheet import SlotValue, Worksheet
from tests.dialogue.views import reading


def seen(texts: dict[Slot, str], read: tuple[Phase, ...] = ()) -> Phase | None:
    """The phase of a worksheet whose messages were read so, half surely; all as the second phase where not said."""
    sheet = Worksheet()
    heard = []
    for turn, (slot, text) in enumerate(texts.items(), start=1):
        value = SlotValue(text=text, turn=turn)
        sheet = sheet.with_state(sheet[slot].model_copy(update={"values": (value,), "status": "answered"}))
        read_so = reading(phase=read[turn - 1] if read else 2, phase_confidence=0.5)
        heard.append(Heard(turn=turn, text=text, reading=read_so, slots=(slot,)))
    return phase_view(heard, sheet).value


@pytest.mark.parametrize(
    "want",
    [
        "駅の近くの空き家に子どものいる家が入ってほしいです。",
        "東京から引っ越してきた人が続けて住む町にしたいです。",
        "温泉に四日泊まる人が増えてほしいです。",
    ],
)
def test_somebody_who_chooses_the_region_is_the_third_phase(want: str) -> None:
    assert seen({"aspiration": want, "strengths": "小学校まで歩いて5分です。"}) == 3


@pytest.mark.parametrize(
    "want",
    [
        "一年でまた引っ越しちゃう人が、堂々と預けられる所にしたいです。",
        "地元の子が城山を説明できるように。観光のお客さんが増えるのももちろんいいんですが、それより地元です。",
    ],
)
def test_moving_away_and_what_is_only_conceded_are_not(want: str) -> None:
    assert seen({"aspiration": want, "strengths": "ボランティアが26人います。"}) == 2


@pytest.mark.parametrize(
    "kept",
    [
        "審査の基準と権限は変更いたしません。",
        "流れはそのままです。",
        "様式は変えません。",
        "認める認めないの基準を改める考えはございません。",
        "判定はこれまでどおりで、審査は従前どおり職員が行います。",
    ],
)
def test_a_frame_that_stays_is_the_first_phase(kept: str) -> None:
    told: dict[Slot, str] = {"current_experience": "確認に二時間かかります。", "measure": kept}
    assert seen(told) == 1


@pytest.mark.parametrize(
    ("who", "phase"),
    [
        ("うちの係の5人です。", 1),
        ("当課の職員、ついで各支所の担当者です。", 1),
        ("申請に来る高齢の方です。", 2),
    ],
)
def test_work_made_lighter_for_the_office_is_the_first_phase(who: str, phase: Phase) -> None:
    told: dict[Slot, str] = {"customer": who, "aspiration": "日の暮れる前に帰れるようにしたいです。"}
    assert seen(told, (1, 2)) == phase


def test_nothing_heard_is_no_phase() -> None:
    assert phase_view([], Worksheet()).value is None


def test_the_official_knows_best() -> None:
    view = phase_view([], Worksheet(), correction=1)
    assert (view.value, view.corrected) == (1, True)
