"""Look at an image twice: once to find the head, once closely to draw it.

Heads fill between a fifth and the whole of an image's width. The close look shows each at the
same size and in the middle, and its mirror image beside it, so that what is fitted does not
depend on how the sonographer had placed the head.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.decode import Decoded, decode
from hc18viewer.model.doubt import Doubt, measure_doubt, outline_gap
from hc18viewer.model.frame import Frame, normalise

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from hc18viewer.geometry.types import GreyImage

    Network = Callable[[NDArray[np.float32]], NDArray[np.float32]]
    """From inputs to logits, both (N, H, W)."""

_MOST_CLOSE_LOOKS = 3
_SAME_HEAD = 0.05
"""Where a close look finds the head elsewhere by more than this share of its radius, the look was
laid around something else and is repeated around what it found."""

_LIKE_A_HEAD = 0.35
"""Where what is seen is less like a head than this, by `Doubt.unlikeness`, as where a limb lies
beside a small head, looks around other places are taken and the one most like a head counts."""

_SIZES = (0.6, 0.8, 1.3)
_SHIFTS = ((0.0, 0.0), (0.4, 0.0), (-0.4, 0.0), (0.0, 0.4), (0.0, -0.4))

_OUTLINE_POINTS = 72
_LARGEST_PART = 2.0
"""A part of more than this many times the image's sides is none of a head: there is no close look
at it."""


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """What the looks at one image gave.

    Attributes:
        found: what counts: the close look and its mirror image together, or what the whole image
            gave where there was no close look.
        doubt: how far the looks disagree; None where one of them found no head.
    """

    found: Decoded
    doubt: Doubt | None


def look(network: Network, image: GreyImage, *, grid: tuple[int, int]) -> Looks:
    """Return the head that `network` finds in `image`, (H, W) uint8, on a grid (height, width)."""
    height, width = image.shape
    whole = Frame.fit((height, width), grid)
    first = decode(network(normalise(whole.lay(image))[None])[0], whole)
    looks, shown = Looks(first, None), first.ellipse
    for _ in range(_MOST_CLOSE_LOOKS):
        if shown is None:
            break
        near = Frame.around(shown, grid)
        if near.width > _LARGEST_PART * width or near.height > _LARGEST_PART * height:
            break
        looks = _look_closely(network, image, near, first)
        before, shown = shown, looks.found.ellipse
        if shown and outline_gap(shown.points(_OUTLINE_POINTS), before) < _SAME_HEAD:
            break
    if first.ellipse is None or looks.doubt is None or looks.doubt.unlikeness < _LIKE_A_HEAD:
        return looks
    others = [
        _look_closely(network, image, Frame.around(place, grid), first)
        for place in _elsewhere(first.ellipse)
    ]
    return min((looks, *others), key=lambda each: each.doubt.unlikeness if each.doubt else math.inf)


def _elsewhere(ellipse: Ellipse) -> list[Ellipse]:
    """Return where else the head may be that was seen at `ellipse`: beside it, smaller, larger."""
    return [
        Ellipse(ellipse.x + right * ellipse.a, ellipse.y + down * ellipse.a,
                size * ellipse.a, size * ellipse.b, ellipse.angle_rad)
        for size in _SIZES
        for right, down in _SHIFTS
    ]


def _look_closely(network: Network, image: GreyImage, near: Frame, first: Decoded) -> Looks:
    inputs = normalise(near.lay(image))
    logits = network(np.stack((inputs, inputs[:, ::-1])))
    close, mirrored = logits[0], np.ascontiguousarray(logits[1, :, ::-1])
    both = (close + mirrored) / 2
    found = decode(both, near)
    doubt = measure_doubt(
        first=first, close=decode(close, near), mirrored=decode(mirrored, near), found=found,
        logits=both, image_shape=(image.shape[0], image.shape[1]),
    )
    return Looks(found, doubt)
