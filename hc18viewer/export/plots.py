"""Plots as SVG texts that stand in a page as they are."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hc18viewer.export.axes import Axis
from hc18viewer.export.html_text import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hc18viewer.export.axes import Scale

# Blue and vermilion of Okabe and Ito: told apart with every kind of colour vision.
POINT_COLOUR = "#0072b2"
LEVEL_COLOUR = "#c04e00"
_QUIET = "#767f89"
_GRID = "#e2e6ea"
_INK = "#1b2127"

_LEFT, _TOP, _BOTTOM, _RIGHT = 62, 12, 48, 14
_LABEL_WIDTH = 132
_LABEL_HEIGHT = 15


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a plot; its name is shown where the mouse rests."""

    x: float
    y: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal line across a plot, labelled at its right end; `quiet` is grey."""

    y: float
    label: str = ""
    dashed: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """What a plot shows, and its axes with their units."""

    title: str
    x: str
    y: str


def scatter_plot(
    points: Sequence[Point], labels: Labels, *, levels: Sequence[Level] = (),
    size: tuple[int, int] = (640, 380),
) -> str:
    """Return an SVG of points and levels, (width, height) `size`; there must be a point.

    Points that are not finite are left out.
    """
    shown = finite(points)
    plot = _Plot.around(shown, levels, size)
    dots = [
        f'<circle cx="{plot.x(p.x):.1f}" cy="{plot.y(p.y):.1f}" r="3.4" fill="{POINT_COLOUR}" '
        f'fill-opacity="0.55">{_named(p)}</circle>'
        for p in shown
    ]
    return plot.drawn(labels, [*plot.lines(levels), *dots])


def line_plot(
    points: Sequence[Point], labels: Labels, *, scale: Scale = "linear",
    size: tuple[int, int] = (420, 280),
) -> str:
    """Return an SVG of a curve through points at whole x; there must be a point.

    Points that are not finite are left out; `scale` is that of y.
    """
    shown = finite(points)
    plot = _Plot.around(shown, (), size, whole_x=True, scale=scale)
    line = " ".join(f"{plot.x(p.x):.1f},{plot.y(p.y):.1f}" for p in shown)
    marks = [
        f'<circle cx="{plot.x(p.x):.1f}" cy="{plot.y(p.y):.1f}" r="2.6" fill="{POINT_COLOUR}">'
        f"{_named(p)}</circle>"
        for p in shown
    ]
    curve = (f'<polyline points="{line}" fill="none" stroke="{POINT_COLOUR}" stroke-width="1.6" '
             'stroke-linejoin="round"/>')
    return plot.drawn(labels, [curve, *marks])


def finite(points: Sequence[Point]) -> list[Point]:
    """Return the points that a plot can show."""
    return [p for p in points if math.isfinite(p.x) and math.isfinite(p.y)]


def _named(point: Point) -> str:
    return f"<title>{escaped(point.name)}</title>" if point.name else ""


@dataclass(frozen=True, slots=True)
class _Plot:
    """The frame of a plot, in the SVG's units."""

    width: int
    height: int
    right: int
    across: Axis
    up: Axis

    @classmethod
    def around(
        cls, points: Sequence[Point], levels: Sequence[Level], size: tuple[int, int],
        *, whole_x: bool = False, scale: Scale = "linear",
    ) -> _Plot:
        width, height = size
        right = _LABEL_WIDTH if any(level.label for level in levels) else _RIGHT
        across = Axis.over([p.x for p in points], wanted=(width - _LEFT - right) // 60,
                           whole=whole_x)
        heights = [*(p.y for p in points), *(level.y for level in levels)]
        up = Axis.over(heights, wanted=(height - _TOP - _BOTTOM) // 30, scale=scale)
        return cls(width, height, right, across, up)

    def x(self, value: float) -> float:
        return _LEFT + self.across.share(value) * (self.width - _LEFT - self.right)

    def y(self, value: float) -> float:
        return _TOP + (1 - self.up.share(value)) * (self.height - _TOP - _BOTTOM)

    def lines(self, levels: Sequence[Level]) -> list[str]:
        end = self.width - self.right
        drawn = []
        places = _apart([self.y(level.y) for level in levels])
        for level, place in zip(levels, places, strict=True):
            colour = _QUIET if level.quiet else LEVEL_COLOUR
            dashes = ' stroke-dasharray="7 4"' if level.dashed else ""
            y = f"{self.y(level.y):.1f}"
            drawn.append(f'<line x1="{_LEFT}" x2="{end}" y1="{y}" y2="{y}" '
                         f'stroke="{colour}" stroke-width="1.5"{dashes}/>')
            if level.label:
                drawn.append(_text(end + 6, place + 4, level.label, anchor="start", colour=colour))
        return drawn

    def drawn(self, labels: Labels, content: Sequence[str]) -> str:
        right, bottom = self.width - self.right, self.height - _BOTTOM
        middle = (_TOP + bottom) / 2
        return "\n".join((
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'role="img" font-family="system-ui, sans-serif" font-size="12">',
            f"<title>{escaped(labels.title)}</title>",
            *self._grid(),
            *content,
            f'<path d="M{_LEFT} {_TOP}V{bottom}H{right}" fill="none" stroke="{_QUIET}"/>',
            _text((_LEFT + right) / 2, self.height - 8, labels.x),
            f'<g transform="translate(15 {middle:.1f}) rotate(-90)">{_text(0, 0, labels.y)}</g>',
            "</svg>",
        ))

    def _grid(self) -> list[str]:
        right, bottom = self.width - self.right, self.height - _BOTTOM
        drawn = []
        for tick, text in self.across.ticks:
            x = f"{self.x(tick):.1f}"
            drawn += [
                f'<line x1="{x}" x2="{x}" y1="{_TOP}" y2="{bottom}" stroke="{_GRID}"/>',
                _text(self.x(tick), bottom + 17, text),
            ]
        for tick, text in self.up.ticks:
            y = f"{self.y(tick):.1f}"
            drawn += [
                f'<line x1="{_LEFT}" x2="{right}" y1="{y}" y2="{y}" stroke="{_GRID}"/>',
                _text(_LEFT - 7, self.y(tick) + 4, text, anchor="end"),
            ]
        return drawn


def _apart(heights: Sequence[float]) -> list[float]:
    """Return for each height where its label lies, no two of them over each other."""
    places = list(heights)
    last = -math.inf
    for index in sorted(range(len(places)), key=places.__getitem__):
        last = places[index] = max(places[index], last + _LABEL_HEIGHT)
    return places


def _text(
    x: float, y: float, text: str, *, anchor: str = "middle", colour: str = _INK
) -> str:
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">'
            f"{escaped(text)}</text>")
