"""The texts of the growth chart and their places: plain figures, no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hc18viewer.biometry.age import INTERGROWTH_RANGE_WEEKS
from hc18viewer.biometry.growth import CHART_CENTILES, Measure, norm
from hc18viewer.message import message
from hc18viewer.ui.growth_geometry import ROOM, Plot, TextSizes, spread
from hc18viewer.ui.growth_wording import STANDARD_NAME
from hc18viewer.ui.language import say, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HC_TITLE = message("HC (mm)")
WEEKS_TITLES = (message("Gestational age (weeks)"), message("Age (weeks)"), message("weeks"))
PREDICTION = message("prediction")

_CENTILE_SETS = (CHART_CENTILES, (3.0, 50.0, 97.0), (50.0,))
_FARTHEST_IN_LINES = 0.75
"""A centile's name farther than this from the end of its curve would seem to be another's."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text and its box, in pixels."""

    text: str
    x: float
    y: float
    width: float
    height: float


class Labels:
    """Places all texts of one chart.

    Args:
        plot: the drawing area.
        size: width and height of the whole widget.
        sizes: how large texts are.
        width_of: the width of any text.
    """

    def __init__(
        self, plot: Plot, size: tuple[float, float], sizes: TextSizes,
        width_of: Callable[[str], float],
    ) -> None:
        self._plot, self._sizes, self._width_of = plot, sizes, width_of
        self._width, self._height = size

    def placed(self, *, with_prediction: bool) -> tuple[PlacedText, ...]:
        """Return every text; the one of the prediction last, if it is there."""
        return (
            *self._weeks(), *self._hc(), *self._centiles(), *self._titles(with_prediction),
        )

    @property
    def marker_room(self) -> float:
        """The width left free before the word "prediction" for its mark."""
        return 1.3 * self._sizes.line

    def _weeks(self) -> list[PlacedText]:
        plot = self._plot
        y = plot.bottom + ROOM
        return [self._centred(f"{tick:g}", plot.x(tick), y) for tick in plot.weeks.ticks]

    def _hc(self) -> list[PlacedText]:
        line, plot = self._sizes.line, self._plot
        right = plot.left - ROOM
        # The lowest figure would touch the first week's.
        lowest = plot.bottom - 0.8 * line
        return [self._ending_at(f"{tick:g}", right, min(plot.y(tick) - line / 2, lowest))
                for tick in plot.hc_mm.ticks]

    def _centiles(self) -> list[PlacedText]:
        line, plot = self._sizes.line, self._plot
        # Beside the area, even where it goes on beyond the curves' ends: a head may lie there.
        x = plot.right + ROOM
        ends = norm(Measure.HC, INTERGROWTH_RANGE_WEEKS[1])
        for centiles in _CENTILE_SETS:
            # From the top down, as y runs.
            wanted = [plot.y(ends.value_mm(centile)) for centile in reversed(centiles)]
            places = spread(wanted, line * 0.9, plot.top, plot.bottom - line / 2)
            moved = max(abs(a - b) for a, b in zip(wanted, places, strict=True))
            if moved <= _FARTHEST_IN_LINES * line:
                return [self._starting_at(centile_name(centile), x, y - line / 2)
                        for centile, y in zip(reversed(centiles), places, strict=True)]
        return []

    def _titles(self, with_prediction: bool) -> list[PlacedText]:
        line, plot = self._sizes.line, self._plot
        titles = [self._starting_at(say(HC_TITLE), ROOM, 0.0)]
        below = self._first_fitting([say(title) for title in WEEKS_TITLES], self._width - 2 * ROOM)
        if below:
            middle = (plot.left + plot.right) / 2
            half = self._width_of(below) / 2
            middle = min(max(middle, half + ROOM), self._width - half - ROOM)
            titles.append(self._centred(below, middle, self._height - line))
        left = titles[0].x + titles[0].width + 3 * ROOM
        right = self._width - ROOM
        legend: list[PlacedText] = []
        needed = self._width_of(say(PREDICTION)) + self.marker_room
        if with_prediction and needed <= right - left:
            legend = [self._ending_at(say(PREDICTION), right, 0.0)]
            right -= needed + 3 * ROOM
        if self._width_of(STANDARD_NAME) <= right - left:
            titles.append(self._ending_at(STANDARD_NAME, right, 0.0))
        return [*titles, *legend]

    def _first_fitting(self, texts: Sequence[str], room: float) -> str:
        return next((text for text in texts if self._width_of(text) <= room), "")

    def _starting_at(self, text: str, x: float, y: float) -> PlacedText:
        return PlacedText(text, x, y, self._width_of(text), self._sizes.line)

    def _ending_at(self, text: str, x: float, y: float) -> PlacedText:
        return self._starting_at(text, x - self._width_of(text), y)

    def _centred(self, text: str, x: float, y: float) -> PlacedText:
        return self._starting_at(text, x - self._width_of(text) / 2, y)


def centile_name(centile: float) -> str:
    """Write a curve's name as charts do: P50."""
    return translate("Growth", "P{centile}").format(centile=f"{centile:g}")
