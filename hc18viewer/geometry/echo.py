"""Where a skull's outer edge may lie on lines across a contour, seen in its echoes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np

from hc18viewer.geometry.check import checked_image

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.types import Mask, Points

REACH = 30
"""Places on either side of the contour at which the edge is looked for."""

_USUAL_PIXELS = 800 * 540
"""An image of HC18; in larger and smaller ones all lengths here grow and shrink along."""

# What a place of the edge looks like from 16 steps inwards to 16 outwards, at every second one:
# learnt by logistic regression of the truth's place on the lines across 390 heads of HC18 (the
# subjects of fold 1/2). It wants a bright band within and darkness without, and lies where HC18's
# readers drew their line: a little inside of the steepest fall.
_EDGE = (-0.15, 0.13, 0.36, 0.52, 0.62, 0.66, 0.64, 0.59, 0.43, 0.13, -0.09, -0.12, -0.05,
         -0.02, -0.16, -0.49, -0.84)

_UNSEEN = 1.96
"""What a place counts where there is no echo to judge by; learnt along with the above."""

_WIDTH = 16          # steps that the template reaches to either side
_CALM = 1.2          # smoothing of the image, in steps
_LEAST_BLANK = 9     # side of the smallest blank square, in steps
_RIM = 4             # steps beside what is blank that cannot be judged either
_DARK = 8.0          # grey values that are added to the brightest echoes on the lines
_FLOOR = 0.02        # of the brightness, under the root


def step_px(shape: tuple[int, int]) -> float:
    """Return the length in pixels of a step across the contour in an image of (H, W)."""
    return math.sqrt(shape[0] * shape[1] / _USUAL_PIXELS)


def blank(image: NDArray[np.generic]) -> Mask:
    """Return where the image shows no echo at all, (H, W) bool.

    That is every larger area of plain 0: boxes that cover names, and what lies beside the
    sector. A shadow in an ultrasound image is dark, but not so dark throughout.

    Raises:
        ValueError: this is no (H, W) image.
    """
    grey = checked_image(image)
    side = max(3, round(_LEAST_BLANK * step_px((grey.shape[0], grey.shape[1]))))
    empty = cv2.copyMakeBorder((grey == 0).astype(np.uint8), side, side, side, side,
                               cv2.BORDER_CONSTANT, value=1)
    opened = cv2.morphologyEx(empty, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    inner: Mask = opened[side:-side, side:-side].astype(np.bool_)
    return inner


def edge_likelihood(
    image: NDArray[np.generic], places: Points, normals: Points
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how likely the skull's outer edge lies at each step across a contour.

    `places` and `normals`, outward and of length 1, are (N, 2). The answer is (N, K) logarithms
    of probabilities, each row's summing up to 1, and the K offsets in pixels along the normal.

    Raises:
        ValueError: this is no (H, W) image.
    """
    grey = checked_image(image)
    step = step_px((grey.shape[0], grey.shape[1]))
    far = REACH + _WIDTH
    along = np.arange(-far, far + 1, dtype=np.float64) * step
    spots = (places[:, None] + along[:, None] * normals[:, None]).astype(np.float32)
    calm = cv2.GaussianBlur(grey, (0, 0), _CALM * step)
    seen = cv2.remap(calm, spots[..., 0], spots[..., 1], cv2.INTER_LINEAR,
                     borderMode=cv2.BORDER_REPLICATE)
    seen = (np.roll(seen, 1, axis=0) + 2 * seen + np.roll(seen, -1, axis=0)) / 4
    bright = float(np.quantile(seen, 0.97)) + _DARK
    template = np.interp(np.arange(-_WIDTH, _WIDTH + 1), np.arange(-_WIDTH, _WIDTH + 1, 2), _EDGE)
    score = cv2.filter2D(np.sqrt(seen / bright + _FLOOR), -1, template[None].astype(np.float32),
                         borderType=cv2.BORDER_REPLICATE)
    unseen = cv2.remap(blank(grey).astype(np.uint8), spots[..., 0], spots[..., 1],
                       cv2.INTER_NEAREST, borderMode=cv2.BORDER_CONSTANT, borderValue=1)
    unseen = cv2.dilate(unseen, np.ones((1, 2 * _RIM + 1), np.uint8))
    inner = slice(_WIDTH, -_WIDTH)
    clear = np.where(unseen[:, inner] > 0, _UNSEEN, score[:, inner].astype(np.float64))
    clear -= clear.max(axis=1, keepdims=True)
    return clear - np.log(np.exp(clear).sum(axis=1, keepdims=True)), along[inner]
