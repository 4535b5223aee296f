"""The three phases as a picture: steps, the barrier between the first two, and where the idea is."""

from typing import Final

from advisor.framework.labels import Phase
from advisor.framework.phases import PhaseView

_NAMES: Final[dict[Phase, tuple[str, str]]] = {
    1: ("業務改善", "いまの仕事を速く"),
    2: ("業務改革", "仕事を組み替える"),
    3: ("地域の魅力", "選ばれる地域へ"),
}
_PLACES: Final[dict[Phase, tuple[int, int]]] = {1: (8, 94), 2: (126, 58), 3: (244, 22)}
_WIDTH, _HEIGHT, _BASE = 108, 62, 160
_STYLE: Final = (
    "<style>text{font-family:'BIZ UDPGothic','Yu Gothic UI','Hiragino Sans','Noto Sans JP','Noto Sans CJK JP',sans-serif;"
    "fill:#22282a}.s{fill:#fff;stroke:#8a8778}.h{fill:#d8ebe6;stroke:#1d5c57;stroke-width:2.5}"
    ".n{font-size:13px;font-weight:700}.d{font-size:9.5px}.k{font-size:10px;font-weight:700;fill:#7a4a00}"
    ".g{font-size:10.5px;font-weight:700;fill:#1d5c57}</style>"
)


def phase_picture(view: PhaseView) -> tuple[str, str]:
    """Return the picture as SVG and its alternative text."""
    steps = "".join(_step(phase, view) for phase in _NAMES)
    body = f'<rect width="360" height="172" rx="8" fill="#f6f4ec"/>{steps}{_barrier()}{_going(view)}'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 172">{_STYLE}{body}</svg>'
    return svg, alternative(view)


def alternative(view: PhaseView) -> str:
    """Say in words what the picture shows."""
    steps = "三つの段: 1 業務改善、2 業務改革、3 地域の魅力。1と2の間には壁があります。"
    if view.value is None:
        return steps + "この企画がどの段かは、まだ見立てていません。"
    came = f"{view.moved_from}から移ってきました。" if view.moved_from else ""
    onward = f"次に行けるのは{view.value + 1}です。" if view.value < 3 else ""
    return f"{steps}この企画は、いま{view.value} {_NAMES[view.value][0]}にあります。{came}{onward}"


def _step(phase: Phase, view: PhaseView) -> str:
    x, y = _PLACES[phase]
    here = view.value == phase
    name, line = _NAMES[phase]
    mark = f'<text class="g" x="{x + 54}" y="{y - 6}" text-anchor="middle">▼ いまここ</text>' if here else ""
    return (
        f'<rect class="{"h" if here else "s"}" x="{x}" y="{y}" width="{_WIDTH}" height="{_BASE - y}" rx="4"/>'
        f'<text class="n" x="{x + 54}" y="{y + 24}" text-anchor="middle">{phase} {name}</text>'
        f'<text class="d" x="{x + 54}" y="{y + 42}" text-anchor="middle">{line}</text>{mark}'
    )


def _barrier() -> str:
    return (
        '<path d="M121 44V166" stroke="#7a4a00" stroke-width="3" stroke-dasharray="7 4"/>'
        '<text class="k" x="117" y="40" text-anchor="end">壁: 仕事の枠を変えるか</text>'
    )


def _going(view: PhaseView) -> str:
    if view.value is None or view.value == 3:
        return ""
    x, y = _PLACES[view.value]
    return (
        f'<path d="M{x + 92} {y - 8}Q{x + 112} {y - 50} {x + 152} {y - 44}" fill="none" stroke="#1d5c57" '
        f'stroke-width="2" stroke-dasharray="3 3"/><path d="M{x + 147} {y - 46}h10l-5 8z" fill="#1d5c57"/>'
    )
