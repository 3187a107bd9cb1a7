"""The ellipse: its form, its perimeter and points on it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from hc18viewer.geometry.types import Points


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An ellipse in pixels: centre, semi-axes a >= b > 0, angle of the longer axis in [0, pi)."""

    x: float
    y: float
    a: float
    b: float
    angle_rad: float

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.x, self.y, self.a, self.b, self.angle_rad))):
            raise ValueError(f"an ellipse needs finite numbers, got {self}")
        if not self.a >= self.b > 0:
            raise ValueError(f"an ellipse needs semi-axes a >= b > 0, got {self}")
        if not 0 <= self.angle_rad < math.pi:
            raise ValueError(f"an ellipse's angle lies in [0, pi), got {self}")

    @classmethod
    def from_axes(
        cls, *, x: float, y: float, first: float, second: float, angle_rad: float
    ) -> Ellipse:
        """Make an ellipse from two semi-axes in either order.

        `angle_rad`, of any size, is the angle of the `first` semi-axis.

        Raises:
            ValueError: a number is not finite, or a semi-axis is not positive.
        """
        if second > first:
            first, second, angle_rad = second, first, angle_rad + math.pi / 2
        angle_rad = math.fmod(angle_rad, math.pi)
        if angle_rad < 0:
            angle_rad += math.pi
        # A tiny negative angle plus pi rounds to pi itself, which is the angle 0.
        return cls(x, y, first, second, 0.0 if angle_rad >= math.pi else angle_rad)

    @property
    def major_direction(self) -> tuple[float, float]:
        """The unit vector along the longer axis."""
        return math.cos(self.angle_rad), math.sin(self.angle_rad)

    @property
    def minor_direction(self) -> tuple[float, float]:
        """The unit vector along the shorter axis, a quarter turn from +x towards +y further."""
        return -math.sin(self.angle_rad), math.cos(self.angle_rad)

    @property
    def perimeter(self) -> float:
        """The perimeter in pixels, by Ramanujan's second formula."""
        return ellipse_perimeter(self.a, self.b)

    @property
    def area(self) -> float:
        """The area in square pixels."""
        return math.pi * self.a * self.b

    def points(self, count: int = 256) -> Points:
        """Return `count` points on the ellipse, (count, 2) float64, from the longer axis' end on.

        They are evenly spaced in the eccentric angle; the first is not repeated at the end.
        """
        t = np.linspace(0, 2 * np.pi, count, endpoint=False)
        (ux, uy), (vx, vy) = self.major_direction, self.minor_direction
        along, across = self.a * np.cos(t), self.b * np.sin(t)
        return np.column_stack((self.x + along * ux + across * vx,
                                self.y + along * uy + across * vy))

    def scaled(self, factor: float) -> Ellipse:
        """Return the ellipse with both semi-axes times `factor`, about its own centre."""
        return Ellipse(self.x, self.y, self.a * factor, self.b * factor, self.angle_rad)


def ellipse_perimeter(a: float, b: float) -> float:
    """Return the perimeter of an ellipse with semi-axes `a` and `b`, in their unit.

    Ramanujan's second approximation, pi (a+b) (1 + 3h / (10 + sqrt(4 - 3h))) with
    h = ((a-b)/(a+b))^2 (Ramanujan 1914, "Modular equations and approximations to pi"); the HC
    column of the HC18 data set is this figure.
    """
    h = ((a - b) / (a + b)) ** 2
    return math.pi * (a + b) * (1 + 3 * h / (10 + math.sqrt(4 - 3 * h)))
