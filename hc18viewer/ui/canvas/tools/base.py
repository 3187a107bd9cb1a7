"""What every tool is: a few answers to the pointer, in places of the image, without Qt."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.shape import FreeContour, HeadShape, outline_of

if TYPE_CHECKING:
    from hc18viewer.geometry.types import GreyImage, Line, Points

ELLIPSE_POINTS = 360
"""Points that an ellipse becomes when a tool first bends it."""

GRAB_PX = 12.0
"""Pixels of the screen within which a line or a point is grabbed."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is.

    Attributes:
        x, y: in pixels of the image.
        pixel: the side of a pixel of the screen, in pixels of the image.
        shift, control: whether the key is held.
    """

    x: float
    y: float
    pixel: float
    shift: bool = False
    control: bool = False

    @property
    def place(self) -> tuple[float, float]:
        """The place in the image."""
        return self.x, self.y


@dataclass(frozen=True, slots=True)
class Marks:
    """What a tool draws over the image, in pixels of the image; radii of dots are of the screen.

    Attributes:
        lines: open lines, (N, 2) each.
        discs: x, y and radius of circles.
        dots: places of points.
        chosen: places of points that are selected.
        texts: x, y and what is written beside that place.
    """

    lines: tuple[Points, ...] = ()
    discs: tuple[tuple[float, float, float], ...] = ()
    dots: Points = field(default_factory=lambda: np.empty((0, 2)))
    chosen: Points = field(default_factory=lambda: np.empty((0, 2)))
    texts: tuple[tuple[float, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """What a finished gesture gives: the new shape, and the gesture's name."""

    shape: HeadShape
    name: str


class Tool(ABC):
    """One tool. It works on the shape that it was last given, which it never changes in place."""

    title = ""
    hint = ""
    """What to do with it, in one sentence."""

    def __init__(self) -> None:
        self.shape: HeadShape | None = None
        self.image: GreyImage | None = None
        self.drawn_line: Line | None = None  # by a tool that draws no contour
        self.pixel_size_mm: float | None = None
        self._at: Pointer | None = None

    def set_shape(self, shape: HeadShape | None) -> None:
        """Work on another shape from now on; None for none."""
        self.shape = shape

    def set_image(self, image: GreyImage | None) -> None:
        """Work on another image, (H, W) uint8, from now on."""
        self.image = image

    @abstractmethod
    def press(self, at: Pointer) -> bool:
        """Begin a gesture; False leaves the press to the view, which pans."""

    @abstractmethod
    def drag(self, at: Pointer) -> HeadShape | None:
        """Go on with the gesture; return the shape as it now is, None where it is as before."""

    @abstractmethod
    def release(self, at: Pointer) -> Edit | None:
        """End the gesture; None where nothing came of it."""

    @abstractmethod
    def cancel(self) -> None:
        """Give up the gesture, and what is kept between two."""

    def hover(self, at: Pointer | None) -> None:
        """Note where the pointer is while nothing is pressed; None when it has left."""
        self._at = at

    def turn_wheel(self, steps: float) -> bool:
        """Answer the wheel; False leaves it to the view, which zooms."""
        del steps
        return False

    def choose(self, by: int) -> bool:
        """Choose the point `by` places further along; False where the tool chooses none."""
        del by
        return False

    def nudge(self, dx: float, dy: float) -> Edit | None:
        """Answer an arrow key, in pixels of the image; None leaves it to the canvas."""
        del dx, dy
        return None

    def delete(self) -> Edit | None:
        """Answer the delete key."""
        return None

    def double_click(self, at: Pointer) -> Edit | None:
        """Answer a double click."""
        del at
        return None

    def marks(self, pixel: float) -> Marks:
        """Return what to draw; `pixel` is a screen pixel's side in pixels of the image."""
        del pixel
        return Marks()

    def _outline(self) -> Points | None:
        return None if self.shape is None else outline_of(self.shape, ELLIPSE_POINTS)


class RoundCursor(Tool):
    """A tool whose cursor is a circle, its radius in pixels of the screen set by the wheel."""

    LEAST, MOST = 4.0, 200.0

    def __init__(self, radius: float = 34.0) -> None:
        super().__init__()
        self.radius = radius

    def turn_wheel(self, steps: float) -> bool:
        """Change the radius by an eighth a step."""
        self.radius = float(np.clip(self.radius * 1.125**steps, self.LEAST, self.MOST))
        return True

    def drag(self, at: Pointer) -> HeadShape | None:
        """Take the cursor along."""
        self._at = at
        return None

    def marks(self, pixel: float) -> Marks:
        """Return the cursor."""
        if self._at is None:
            return Marks()
        return Marks(discs=((self._at.x, self._at.y, self.radius * pixel),))


def free(points: Points) -> FreeContour:
    """Return the contour that a tool made; FitError where no ellipse fits it."""
    return FreeContour.of(points)
