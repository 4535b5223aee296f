"""Two pictures of the paper as SVG text: where the idea stands, and the logic model."""

from typing import Final

from advisor.brief.marks import mark
from advisor.brief.model import Brief, Claim
from advisor.framework.labels import PHASE_NAMES, PHASES, Phase

_FONT: Final = "font-family='Noto Sans CJK JP, Noto Sans JP, Hiragino Sans, Yu Gothic, sans-serif'"
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}
_INK: Final = "#1f2937"
_LINE: Final = "#6b7280"
_FILL: Final = "#f3f4f6"
_HERE: Final = "#dbeafe"


def phase_picture(phase: Phase | None, width: int = 720) -> str:
    """Return an SVG of the three phases as rising steps with the barrier after the first; `phase` is marked ここ."""
    step, height = width // 3, 220
    parts = [_rise(each, step, height, phase) for each in PHASES]
    barrier = (
        f"<line x1='{step}' y1='30' x2='{step}' y2='{height - 20}' stroke='{_INK}' stroke-width='2' stroke-dasharray='6 4'/>"
        f"{_text(step, 22, '壁: いまの枠組みを変えるか', 12, 'middle')}"
    )
    told = _told(phase)
    return _svg(width, height, "三つの段のどこにいるか", told, "".join(parts) + barrier)


def _told(phase: Phase | None) -> str:
    names = "、".join(f"Phase {each} {PHASE_NAMES[each]}" for each in PHASES)
    here = f"この取組はPhase {phase}にある。" if phase else "この取組の段はまだ見立てていない。"
    then = f"行ける先はPhase {phase + 1}。" if phase in (1, 2) else ""
    return f"{names}の順に高くなる。Phase 1の次に壁がある。{here}{then}"


def _rise(each: Phase, step: int, height: int, phase: Phase | None) -> str:
    left, top = (each - 1) * step, height - 20 - each * 50
    here, next_one = each == phase, phase is not None and each == phase + 1
    fill = _HERE if here else _FILL
    box = f"<rect x='{left + 6}' y='{top}' width='{step - 12}' height='{each * 50}' fill='{fill}' stroke='{_LINE}'/>"
    label = _text(left + step // 2, top + 20, f"Phase {each}", 14, "middle", bold=True)
    name = _text(left + step // 2, top + 38, PHASE_NAMES[each].split("(")[0], 11, "middle")
    flag = "● ここ" if here else "○ 行ける先" if next_one else ""
    return (
        box + label + name + (_text(left + step // 2, top - 8, flag, 13, "middle", bold=True) if flag else "")
    )


def logic_picture(brief: Brief, width: int = 900) -> str:
    """Return an SVG of the logic model: five columns from input to the changed state, holes shown as 【要確認】."""
    table = brief.section("logic").tables[0]
    step = width // len(table.columns)
    columns = [
        _lines("".join(_plain(claim) for claim in cell), max(6, (step - 24) // 13)) for cell in table.rows[0]
    ]
    height = 64 + 18 * max(len(lines) for lines in columns) + 16
    parts = []
    for index, (name, lines) in enumerate(zip(table.columns, columns, strict=True)):
        left = index * step
        parts.append(
            f"<rect x='{left + 4}' y='34' width='{step - 20}' height='{height - 42}' fill='{_FILL}' stroke='{_LINE}'/>"
        )
        parts.append(_text(left + (step - 12) // 2, 24, name, 14, "middle", bold=True))
        parts += [_text(left + 12, 56 + 18 * row, line, 12, "start") for row, line in enumerate(lines)]
        if index:
            parts.append(_text(left - 6, height // 2 + 10, "→", 16, "middle"))
    told = "。".join(
        f"{name}: {''.join(_plain(claim) for claim in cell)}"
        for name, cell in zip(table.columns, table.rows[0], strict=True)
    )
    return _svg(width, height, "ロジックモデル", told, "".join(parts))


def _plain(claim: Claim) -> str:
    text = claim.public if claim.public is not None else claim.text
    return text + (mark(claim, False) if claim.origin == "open" else "")


def _lines(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)] or ["—"]


def _text(x: int, y: int, text: str, size: int, anchor: str, bold: bool = False) -> str:
    weight = " font-weight='bold'" if bold else ""
    return f"<text x='{x}' y='{y}' font-size='{size}' text-anchor='{anchor}' fill='{_INK}' {_FONT}{weight}>{_safe(text)}</text>"


def _safe(text: str) -> str:
    kept = (char for char in text if char >= " " and not 0xD800 <= ord(char) <= 0xDFFF)
    return "".join(_ENTITIES.get(char, char) for char in kept)


def _svg(width: int, height: int, title: str, told: str, body: str) -> str:
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' width='{width}' height='{height}' role='img'"
        f" aria-label='{_safe(title)}'><title>{_safe(title)}</title><desc>{_safe(told)}</desc>{body}</svg>"
    )
