"""Small plots as SVG: points, and curves, over axes with round numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH, _HEIGHT = 560, 340
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 14, 14, 48
_TICKS = 6
COLOURS = ("#0072b2", "#d55e00", "#009e73")
"""Of Okabe and Ito, which eyes with any colour deficiency tell apart."""


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal line across a plot, with what it is."""

    value: float
    text: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve and its name."""

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Axes:
    x_low: float
    x_high: float
    y_low: float
    y_high: float

    def x(self, value: float) -> float:
        share = (value - self.x_low) / (self.x_high - self.x_low)
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        share = (value - self.y_low) / (self.y_high - self.y_low)
        return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Return some round numbers from at or below `low` to at or above `high`."""
    if not high > low:
        low, high = low - 1, high + 1
    rough = (high - low) / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(step * number for number in range(first, last + 1))


def scatter(
    x: Sequence[float], y: Sequence[float], *, x_label: str, y_label: str,
    levels: Sequence[Level] = (), names: Sequence[str] = (),
) -> str:
    """Return points over axes, with horizontal lines; a point's name shows on hover."""
    heights = [*y, *(level.value for level in levels), 0.0]
    axes, parts = _frame(x, heights, x_label, y_label)
    for level in levels:
        place = axes.y(level.value)
        dash = ' stroke-dasharray="6 4"' if level.dashed else ""
        parts.append(
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{place:.1f}" y2="{place:.1f}" '
            f'stroke="{COLOURS[1]}"{dash}/>'
            f'<text x="{_WIDTH - _RIGHT - 4}" y="{place - 5:.1f}" text-anchor="end" '
            f'fill="{COLOURS[1]}">{escape(level.text)}</text>'
        )
    for number, (along, up) in enumerate(zip(x, y, strict=True)):
        name = escape(names[number]) if names else ""
        parts.append(
            f'<circle cx="{axes.x(along):.1f}" cy="{axes.y(up):.1f}" r="3.2" fill="{COLOURS[0]}" '
            f'fill-opacity="0.6"><title>{name}</title></circle>'
        )
    return _svg(parts)


def curves(shown: Sequence[Curve], *, x_label: str, y_label: str) -> str:
    """Return curves over axes, with a legend where there is more than one."""
    every_x = [value for curve in shown for value in curve.x]
    every_y = [value for curve in shown for value in curve.y]
    axes, parts = _frame(every_x, every_y, x_label, y_label)
    for curve, colour in zip(shown, COLOURS, strict=False):
        places = " ".join(
            f"{axes.x(along):.1f},{axes.y(up):.1f}"
            for along, up in zip(curve.x, curve.y, strict=True)
        )
        parts.append(f'<polyline points="{places}" fill="none" stroke="{colour}" '
                     'stroke-width="2"/>')
    if len(shown) > 1:
        for row, (curve, colour) in enumerate(zip(shown, COLOURS, strict=False)):
            parts.append(f'<text x="{_WIDTH - _RIGHT - 4}" y="{_TOP + 14 + 16 * row}" '
                         f'text-anchor="end" fill="{colour}">{escape(curve.name)}</text>')
    return _svg(parts)


def _frame(
    x: Sequence[float], y: Sequence[float], x_label: str, y_label: str
) -> tuple[_Axes, list[str]]:
    along, up = ticks(min(x), max(x)), ticks(min(y), max(y))
    axes = _Axes(along[0], along[-1], up[0], up[-1])
    parts = []
    for value in along:
        place = axes.x(value)
        parts.append(
            f'<line x1="{place:.1f}" x2="{place:.1f}" y1="{_TOP}" y2="{_HEIGHT - _BOTTOM}" '
            f'stroke="#e3e6ea"/><text x="{place:.1f}" y="{_HEIGHT - _BOTTOM + 17}" '
            f'text-anchor="middle">{_number(value)}</text>'
        )
    for value in up:
        place = axes.y(value)
        parts.append(
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{place:.1f}" y2="{place:.1f}" '
            f'stroke="#e3e6ea"/><text x="{_LEFT - 7}" y="{place + 4:.1f}" '
            f'text-anchor="end">{_number(value)}</text>'
        )
    middle = (_TOP + _HEIGHT - _BOTTOM) / 2
    parts.append(
        f'<text x="{(_LEFT + _WIDTH - _RIGHT) / 2}" y="{_HEIGHT - 10}" '
        f'text-anchor="middle">{escape(x_label)}</text>'
        f'<text transform="translate(16 {middle}) rotate(-90)" '
        f'text-anchor="middle">{escape(y_label)}</text>'
    )
    return axes, parts


def _number(value: float) -> str:
    text = f"{value:.6g}"
    return "0" if text == "-0" else text.replace("-", "−")


def _svg(parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" font-family="sans-serif" font-size="12" '
        f'fill="#30363d">{"".join(parts)}</svg>'
    )
