"""Look at an image twice: once to find the head, once closely to draw it.

Heads fill between a fifth and the whole of an image's width. The close look shows each at the
same size and in the middle, and its mirror image beside it, so that what is fitted does not
depend on how the sonographer had placed the head.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.model.decode import Decoded, decode
from hc18viewer.model.frame import Frame, normalise

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from hc18viewer.geometry.types import GreyImage

    Network = Callable[[NDArray[np.float32]], NDArray[np.float32]]
    """From inputs to logits, both (N, H, W)."""

_LARGEST_PART = 2.0
"""A part of more than this many times the image's sides is none of a head: there is no close look
at it."""


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """What the looks at one image gave.

    Attributes:
        first: what the whole image gave.
        close, mirrored: what the close look and its mirror image gave, each for itself; None
            where there was no close look.
        found: what counts: the close looks' mean, or the first where there was none.
    """

    first: Decoded
    close: Decoded | None
    mirrored: Decoded | None
    found: Decoded


def look(network: Network, image: GreyImage, *, grid: tuple[int, int]) -> Looks:
    """Return the head that `network` finds in `image`, (H, W) uint8, on a grid (height, width)."""
    height, width = image.shape
    whole = Frame.fit((height, width), grid)
    first = decode(network(normalise(whole.lay(image))[None])[0], whole)
    if first.ellipse is None:
        return Looks(first, None, None, first)
    near = Frame.around(first.ellipse, grid)
    if near.width > _LARGEST_PART * width or near.height > _LARGEST_PART * height:
        return Looks(first, None, None, first)
    inputs = normalise(near.lay(image))
    logits = network(np.stack((inputs, inputs[:, ::-1])))
    close, mirrored = logits[0], np.ascontiguousarray(logits[1, :, ::-1])
    return Looks(
        first, decode(close, near), decode(mirrored, near), decode((close + mirrored) / 2, near)
    )
