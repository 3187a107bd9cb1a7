"""From the network's logits to a contour and an ellipse in the image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.contour import level_contour, signed_area
from hc18viewer.geometry.fit import FitError, fit_ellipse
from hc18viewer.geometry.mask import contour_mask
from hc18viewer.message import message

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.types import Points
    from hc18viewer.model.frame import Frame

MIN_AREA_SHARE = 0.005
"""A head smaller than this share of the grid is a speck: the smallest of HC18 fills 3.5 % of its
image."""

_OUTSIDE_LOGIT = -4.0


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """What the logits say; contour and ellipse in pixels of the image, None for no head."""

    contour: Points | None
    ellipse: Ellipse | None
    mean_probability: float
    no_head_reason: str = ""


def decode(logits: NDArray[np.float32], frame: Frame) -> Decoded:
    """Return the head that `logits`, (height, width) of the frame's grid, show.

    The contour is where the logits cross zero, which is where the probability is one half;
    logits are closer to linear between two pixels than probabilities are.
    """
    contour = level_contour(logits, 0.0, outside=_OUTSIDE_LOGIT)
    if contour is None:
        return Decoded(None, None, 0.0, message("The model sees no skull in this image."))
    area_share = abs(signed_area(contour)) / logits.size
    if area_share < MIN_AREA_SHARE:
        return Decoded(
            None, None, 0.0, message("The model sees only a speck, too small for a head.")
        )
    inside = contour_mask(contour, logits.shape)
    # The sigmoid as a tanh, which no logit of a hole in the head can overflow.
    probability = (1 + np.tanh(logits[inside] / 2)) / 2
    mean_probability = float(np.mean(probability)) if inside.any() else 0.0
    in_image = frame.to_image(contour)
    try:
        ellipse = fit_ellipse(in_image)
    except FitError:
        return Decoded(None, None, mean_probability, message("What the model sees is no ellipse."))
    in_image.setflags(write=False)
    return Decoded(in_image, ellipse, mean_probability)
