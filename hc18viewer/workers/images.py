"""Decode images and draw thumbnails off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import cv2
import numpy as np

from hc18viewer.dataset.images import ImageError, read_grey
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.workers.lane import Lane

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.dataset.case import Case
    from hc18viewer.geometry.ellipse import Ellipse

THUMBNAIL_WIDTH = 144
THUMBNAIL_HEIGHT = 96
"""Twice the size it is shown at, for screens of double density."""


class ImageUse(Enum):
    """What an image is read for."""

    CANVAS = "canvas"
    THUMBNAIL = "thumbnail"


@dataclass(frozen=True, slots=True)
class ImageJob:
    """Read one case's image for one use."""

    case: Case
    use: ImageUse


@dataclass(frozen=True, slots=True, eq=False)
class ReadImage:
    """A case's image, (H, W) uint8, full size or as thumbnail.

    For the canvas the truth comes with it, or in plain words why it cannot be shown.
    """

    image: NDArray[np.uint8]
    truth: Ellipse | None = None
    truth_problem: str = ""


class ImageLane(Lane[ImageJob, ReadImage]):
    """Reads images, the most urgent first."""

    def perform(self, job: ImageJob) -> ReadImage:
        """Read one image.

        Raises:
            ImageError: it cannot be read.
        """
        if job.use is ImageUse.THUMBNAIL:
            return ReadImage(_thumbnail(read_grey(job.case.image_path)))
        return read_for_canvas(job.case)


def read_for_canvas(case: Case) -> ReadImage:
    """Read a case's image with its truth.

    Raises:
        ImageError: the image cannot be read.
    """
    image = read_grey(case.image_path)
    try:
        return ReadImage(image, truth_ellipse(case))
    except ImageError as error:
        return ReadImage(image, truth_problem=str(error))


def _thumbnail(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    scale = min(THUMBNAIL_WIDTH / image.shape[1], THUMBNAIL_HEIGHT / image.shape[0])
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
