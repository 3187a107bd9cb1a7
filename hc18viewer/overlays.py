"""What lies over an image, and how the reader wants to see it."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Callable

Line = Literal["solid", "dashed", "dotted"]
Against = Literal["annotation", "prediction"]
LINES: tuple[Line, ...] = get_args(Line)
WIDTHS = (0.5, 6.0)
"""The least and the greatest width of a line, in pixels of the screen."""
OPACITIES = (10, 100)
"""The least and the greatest opacity, in per cent; what is not to be seen is hidden instead."""

# Okabe and Ito's palette ("Color universal design", 2008), whose colours eyes with any colour
# deficiency tell apart. The lines lie on a dark image: black became white, and some are lighter or
# darker than theirs, so that every two stay apart however they are seen.
PALETTE: dict[str, str] = {
    "green": "#009e73", "orange": "#e8a91a", "sky blue": "#6cc9ff", "purple": "#cc79a7",
    "vermilion": "#c05500", "yellow": "#f4ec7b", "blue": "#0067a0", "white": "#f4f4f4",
}
"""The colours to choose from, by name."""


class Layer(Enum):
    """The overlays."""

    ANNOTATION = "annotation"
    PREDICTION = "prediction"
    CORRECTION = "correction"
    OTHERS = "others"
    DIFFERENCE = "difference"
    CALIPERS = "calipers"


@dataclass(frozen=True, slots=True)
class Look:
    """How one overlay is seen.

    Attributes:
        colour: as "#rrggbb", one of `PALETTE`.
        second_colour: of what is too little, where the overlay has two colours.
        width: of the line, in pixels of the screen, within `WIDTHS`.
        opacity: in per cent, within `OPACITIES`.
    """

    colour: str
    second_colour: str = ""
    line: Line = "solid"
    width: float = 1.8
    opacity: int = 100
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Overlays:
    """The looks of all overlays.

    Attributes:
        others: of the other readers' contours.
        difference: of what the contour that counts has too much or too little.
        calipers: of the lines of BPD and OFD.
        against: what the difference is taken to.
    """

    annotation: Look = Look(PALETTE["green"])
    prediction: Look = Look(PALETTE["orange"], line="dashed")
    correction: Look = Look(PALETTE["sky blue"], width=2.4)
    others: Look = Look(PALETTE["purple"], line="dotted")
    difference: Look = Look(
        PALETTE["vermilion"], second_colour=PALETTE["yellow"], opacity=70, visible=False
    )
    calipers: Look = Look(PALETTE["white"], width=1.0, visible=False)
    against: Against = "annotation"

    def look(self, layer: Layer) -> Look:
        """Return how an overlay is seen."""
        found: Look = getattr(self, layer.value)
        return found

    def changed(self, layer: Layer, **changes: object) -> Overlays:
        """Return these looks with one of them changed, by the names of its attributes."""
        look = dataclasses.replace(self.look(layer), **changes)  # type: ignore[arg-type]
        return dataclasses.replace(self, **{layer.value: look})  # type: ignore[arg-type]


def overlays_from_json(found: object, *, shown: dict[str, object]) -> Overlays:
    """Read looks as a settings file holds them; what is missing or wrong takes its default.

    `shown` are the choices of visibility that older files hold beside, by the overlay's name; they
    count where the looks say nothing.
    """
    stored = found if isinstance(found, dict) else {}
    looks: dict[str, Any] = {}
    for layer in Layer:
        default = Overlays().look(layer)
        visible = shown.get(layer.value)
        if isinstance(visible, bool):
            default = dataclasses.replace(default, visible=visible)
        each = stored.get(layer.value)
        looks[layer.value] = _read(each, default) if isinstance(each, dict) else default
    if stored.get("against") in get_args(Against):
        looks["against"] = stored["against"]
    return Overlays(**looks)


def _read(found: dict[str, Any], default: Look) -> Look:
    good = {
        name: value for name, value in found.items()
        if name in _IS_GOOD and _IS_GOOD[name](value)
        and (name != "second_colour" or default.second_colour)
    }
    return dataclasses.replace(default, **good)


def _is_number(value: object, bounds: tuple[float, float]) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and math.isfinite(value) and bounds[0] <= value <= bounds[1]  # type: ignore


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and value in PALETTE.values()


_IS_GOOD: dict[str, Callable[[Any], bool]] = {
    "colour": _is_colour,
    "second_colour": _is_colour,
    "line": lambda value: value in LINES,
    "width": lambda value: _is_number(value, WIDTHS),
    "opacity": lambda value: isinstance(value, int) and _is_number(value, OPACITIES),
    "visible": lambda value: isinstance(value, bool),
}
