"""How the grey values of an image are seen: pure functions, no Qt."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

WINDOWS = (1, 512)
LEVELS = (0, 255)
GAMMAS = (0.25, 4.0)
"""The least and the greatest window, level and gamma."""

GREATEST = 255
_VALUES = 256
_GAMMA_STEP = 2**0.25


@dataclass(frozen=True, slots=True)
class Tone:
    """How an 8-bit image is seen; nothing of it changes the image.

    Attributes:
        window: how many grey values lie between black and white, `WINDOWS`.
        level: the grey value that becomes middle grey, `LEVELS`.
        gamma: above 1 lifts what is dark, below 1 presses it down, `GAMMAS`.
        invert: whether black is seen as white.
        clahe: whether contrast is equalised tile by tile before all this.

    Raises:
        ValueError: a number is out of its bounds.
    """

    window: int = 256
    level: int = 128
    gamma: float = 1.0
    invert: bool = False
    clahe: bool = False

    def __post_init__(self) -> None:
        for value, (least, most) in (
            (self.window, WINDOWS), (self.level, LEVELS), (self.gamma, GAMMAS)
        ):
            if not least <= value <= most:
                raise ValueError(f"{value} is not between {least} and {most}")

    @property
    def plain(self) -> bool:
        """Whether every grey value of the source is seen as it is."""
        return dataclasses.replace(self, clahe=False) == AS_MEASURED

    def dragged(self, dx: float, dy: float) -> Tone:
        """Return the tone with the window `dx` wider and the level `dy` higher, within bounds."""
        return dataclasses.replace(
            self, window=round(_clip(self.window + dx, WINDOWS)),
            level=round(_clip(self.level + dy, LEVELS)),
        )

    def gamma_stepped(self, steps: int) -> Tone:
        """Return the tone with gamma so many steps, of 2^(1/4) each, further up."""
        gamma = round(_clip(self.gamma * _GAMMA_STEP**steps, GAMMAS), 2)
        return dataclasses.replace(self, gamma=gamma)


AS_MEASURED = Tone()
"""Every grey value as it was measured."""


def lookup_table(tone: Tone) -> NDArray[np.uint8]:
    """Return what each of the 256 grey values is seen as, (256,) uint8.

    The window is the linear one of DICOM PS3.3 C.11.2.1.2.1: with c the level, w the window and y
    from 0 to 255, y = 0 where x <= c - 0.5 - (w-1)/2, y = 255 where x > c - 0.5 + (w-1)/2, else
    y = ((x - (c - 0.5)) / (w-1) + 0.5) 255. Gamma then makes it 255 (y/255)^(1/gamma), and
    inverting 255 - y.
    """
    x = np.arange(_VALUES, dtype=np.float64)
    middle, reach = tone.level - 0.5, (tone.window - 1) / 2
    y = np.where(x > middle + reach, 1.0, 0.0)
    if tone.window > 1:
        inside = (x > middle - reach) & (x <= middle + reach)
        y = np.where(inside, (x - middle) / (tone.window - 1) + 0.5, y)
    y = y ** (1 / tone.gamma)
    if tone.invert:
        y = 1 - y
    return np.rint(GREATEST * y).astype(np.uint8)


def _clip(value: float, bounds: tuple[float, float]) -> float:
    return min(max(value, bounds[0]), bounds[1])
