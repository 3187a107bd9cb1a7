"""The tables that `predict` writes."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

from hc18viewer.files import write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from hc18viewer.geometry.ellipse import Ellipse


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """One row of a submission to the HC18 challenge, its columns exactly.

    Millimetres from the image's upper left corner, y down; a is the longer semi-axis, the angle
    turns from +x towards +y and lies in [0, pi).
    """

    filename: str
    center_x_mm: float
    center_y_mm: float
    semi_axes_a_mm: float
    semi_axes_b_mm: float
    angle_rad: float

    @classmethod
    def of(cls, filename: str, ellipse: Ellipse, pixel_size_mm: float) -> SubmissionRow:
        """Return the row of an ellipse in pixels."""
        return cls(
            filename,
            ellipse.x * pixel_size_mm, ellipse.y * pixel_size_mm,
            ellipse.a * pixel_size_mm, ellipse.b * pixel_size_mm,
            ellipse.angle_rad,
        )


@dataclass(frozen=True, slots=True)
class MeasurementRow:
    """One case's measures; lengths are None where the pixel size is not known or no head found.

    `hc_low_mm` to `hc_high_mm` is the 90 % interval of HC, `risk_mm` the error to expect.
    """

    filename: str
    hc_mm: float | None
    bpd_mm: float | None
    ofd_mm: float | None
    pixel_size_mm: float | None
    seconds: float | None
    error: str
    hc_low_mm: float | None = None
    hc_high_mm: float | None = None
    risk_mm: float | None = None
    reasons: str = ""


def write_submission(path: Path, rows: Sequence[SubmissionRow]) -> None:
    """Write a submission table, whole or not at all."""
    _write(path, [field.name for field in fields(SubmissionRow)], map(astuple, rows))


def write_measurements(path: Path, rows: Sequence[MeasurementRow]) -> None:
    """Write a table of measures, whole or not at all."""
    _write(path, [field.name for field in fields(MeasurementRow)], map(astuple, rows))


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    write_text(path, text.getvalue())


def _cell(value: object) -> object:
    if value is None:
        return ""
    # Ten digits: finer than any measure, and no noise of the arithmetic.
    return f"{value:.10g}" if isinstance(value, float) else value
