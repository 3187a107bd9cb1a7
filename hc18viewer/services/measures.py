"""Measure an ellipse in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hc18viewer.biometry.head import HeadLengths, HeadMeasures, measure_head

if TYPE_CHECKING:
    from hc18viewer.geometry.ellipse import Ellipse


def lengths_of(ellipse: Ellipse) -> HeadLengths:
    """Return the head's measures in pixels."""
    return measure_head(
        perimeter_px=ellipse.perimeter, semi_a_px=ellipse.a, semi_b_px=ellipse.b
    )


def measures_of(ellipse: Ellipse, pixel_size_mm: float | None) -> HeadMeasures | None:
    """Return the head's measures in mm; None where the pixel size is not known."""
    return lengths_of(ellipse).in_mm(pixel_size_mm) if pixel_size_mm is not None else None
