"""The ellipse that a case's annotation stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hc18viewer.dataset.annotation import AnnotationKind, read_annotation
from hc18viewer.dataset.images import ImageError
from hc18viewer.geometry.contour import mask_contour
from hc18viewer.geometry.fit import FitError, fit_drawn_line, fit_ellipse
from hc18viewer.message import message

if TYPE_CHECKING:
    from hc18viewer.dataset.annotation import Annotation
    from hc18viewer.dataset.case import Case
    from hc18viewer.geometry.ellipse import Ellipse


def truth_ellipse(case: Case) -> Ellipse | None:
    """Return the ellipse of the case's annotation, None when it has none.

    A drawn outline gives the ellipse through the middle of its line, as HC18's own HC is
    measured; a filled mask gives the ellipse of its edge.

    Raises:
        ImageError: the annotation cannot be read, or what it shows is no ellipse.
    """
    annotation = read_annotation(case)
    if annotation is None:
        return None
    try:
        return _fitted(annotation)
    except FitError as error:
        raise ImageError(
            message("The ground truth of {file} shows no ellipse.", file=case.filename)
        ) from error


def _fitted(annotation: Annotation) -> Ellipse:
    if annotation.kind is AnnotationKind.OUTLINE:
        return fit_drawn_line(annotation.drawn)
    contour = mask_contour(annotation.drawn)
    if contour is None:
        raise FitError("an empty mask")
    return fit_ellipse(contour)
