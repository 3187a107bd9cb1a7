"""Read the ground truth of a case: a drawn outline, or a filled mask."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import cv2
import numpy as np

from hc18viewer.dataset.images import ImageError, image_size, read_grey
from hc18viewer.message import message

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from hc18viewer.dataset.case import Case

# An HC18 outline fills 2 to 7 % of its convex hull, a filled ellipse all of it; a straight line's
# hull has next to no area, so that it "fills" it many times.
_FILLED_SHARE = (0.5, 1.5)


class AnnotationKind(Enum):
    """How the ground truth is drawn."""

    OUTLINE = "outline"
    FILLED = "filled"


@dataclass(frozen=True, slots=True, eq=False)
class Annotation:
    """The ground truth of one case: (H, W) bool of the drawn pixels, and how they are drawn."""

    kind: AnnotationKind
    drawn: NDArray[np.bool_]


def annotation_problem(annotation_path: Path, size: tuple[int, int]) -> str:
    """Return in plain words why the annotation does not fit an image of `size`, "" if it does.

    Reads the file's header alone.
    """
    try:
        found = image_size(annotation_path)
    except ImageError as error:
        return message("The ground truth cannot be read: {reason}", reason=str(error))
    return _size_problem(found, size)


def read_annotation(case: Case) -> Annotation | None:
    """Return the ground truth of `case`, None when it has none.

    Raises:
        ImageError: the file cannot be read, is empty, or has another size than the image.
    """
    if case.annotation_path is None:
        return None
    grey = read_grey(case.annotation_path)
    # Half of the brightest: lines are drawn in white, in a colour, or as 1 on 0.
    drawn = grey > grey.max() / 2
    problem = _size_problem(drawn.shape, image_size(case.image_path))
    if problem:
        raise ImageError(problem)
    if not drawn.any():
        raise ImageError(
            message("The ground truth {file} is empty.", file=case.annotation_path.name)
        )
    return Annotation(_kind(drawn), drawn)


def _size_problem(found: tuple[int, ...], wanted: tuple[int, int]) -> str:
    if tuple(found) == wanted:
        return ""
    return message(
        "The ground truth is {width} x {height} pixels, the image {wanted_width} x "
        "{wanted_height}: they do not belong together, so the ground truth is left out.",
        width=found[1], height=found[0], wanted_width=wanted[1], wanted_height=wanted[0],
    )


def _kind(drawn: NDArray[np.bool_]) -> AnnotationKind:
    rows, columns = np.nonzero(drawn)
    hull = cv2.convexHull(np.column_stack((columns, rows)).astype(np.int32))
    hull_area = max(cv2.contourArea(hull), 1.0)
    low, high = _FILLED_SHARE
    filled = low < len(rows) / hull_area < high
    return AnnotationKind.FILLED if filled else AnnotationKind.OUTLINE
