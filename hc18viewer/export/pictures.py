"""Small pictures of a case with its outlines drawn on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.types import GreyImage, Points

# As in the window. Green and orange differ in blue too, for eyes that mix up red and green, and
# the prediction is dashed.
TRUTH_COLOUR = "#1fd1a0"
PREDICTION_COLOUR = "#ffab2e"
_CASING = (16, 16, 16)

_LONGEST_SIDE = 480
_QUALITY = 82
_POINTS = 1440
_DASH, _GAP = 11.0, 7.0
_SHIFT = 4  # OpenCV takes sixteenths of a pixel
_FAR = 1e5  # OpenCV's whole numbers overflow further out


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG and what it shows."""

    caption: str
    jpeg: bytes
    width: int
    height: int


def case_pictures(
    image: GreyImage, *, truth: Ellipse | None, predicted: Ellipse | None
) -> tuple[Picture, Picture, Picture]:
    """Return the image alone, with the truth, and with the prediction over the truth."""
    small, scale = _shrunk(image)
    plain = cv2.cvtColor(small, cv2.COLOR_GRAY2BGR).astype(np.uint8)
    with_truth = plain.copy()
    if truth is not None:
        _outline(with_truth, [_on_picture(truth, scale)], TRUTH_COLOUR)
    both = with_truth.copy()
    if predicted is not None:
        _outline(both, _dashes(_on_picture(predicted, scale)), PREDICTION_COLOUR)
    return (
        _picture("image", plain),
        _picture("truth", with_truth),
        _picture("prediction over truth" if predicted else "no head found", both),
    )


def _shrunk(image: GreyImage) -> tuple[NDArray[np.uint8], float]:
    height, width = image.shape
    scale = min(1.0, _LONGEST_SIDE / max(height, width))
    if scale == 1.0:
        return image, scale
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA).astype(np.uint8), scale


def _on_picture(ellipse: Ellipse, scale: float) -> Points:
    """Return the closed outline on the picture; pixel centres lie at whole coordinates."""
    points = ellipse.points(_POINTS)
    closed = np.concatenate((points, points[:1]))
    return np.clip((closed + 0.5) * scale - 0.5, -_FAR, _FAR)


def _dashes(line: Points) -> list[Points]:
    steps = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate(([0.0], np.cumsum(steps)))
    drawn = along % (_DASH + _GAP) < _DASH
    starts = np.flatnonzero(np.diff(drawn.astype(np.int8))) + 1
    pieces = zip(np.split(line, starts), np.split(drawn, starts), strict=True)
    return [piece for piece, on in pieces if on[0] and len(piece) > 1]


def _outline(picture: NDArray[np.uint8], lines: Sequence[Points], colour: str) -> None:
    """Draw lines over a dark casing, so that they can be read on a bright skull."""
    whole = [np.round(line * (1 << _SHIFT)).astype(np.int32) for line in lines]
    for shade, thickness in ((_CASING, 4), (_bgr(colour), 2)):
        cv2.polylines(picture, whole, isClosed=False, color=shade, thickness=thickness,
                      lineType=cv2.LINE_AA, shift=_SHIFT)


def _bgr(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return blue, green, red


def _picture(caption: str, pixels: NDArray[np.uint8]) -> Picture:
    # Full colour resolution: halved, it would smear lines of two pixels.
    options = [cv2.IMWRITE_JPEG_QUALITY, _QUALITY,
               cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444]
    done, jpeg = cv2.imencode(".jpg", pixels, options)
    if not done:
        raise RuntimeError("a picture in memory could not be written as JPEG")
    return Picture(caption, jpeg.tobytes(), pixels.shape[1], pixels.shape[0])
