"""Read HC18's tables of pixel sizes."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hc18viewer.message import message

if TYPE_CHECKING:
    from pathlib import Path

NAME_COLUMN = "filename"
PIXEL_SIZE_COLUMN = "pixel size(mm)"
POSSIBLE_SIZES_MM = (0.001, 10.0)
"""HC18's lie between 0.05 and 0.4 mm."""

HC_COLUMN = "head circumference (mm)"


@dataclass(frozen=True, slots=True)
class Row:
    """What a table says of one image; None for what it does not say or says wrongly."""

    pixel_size_mm: float | None = None
    reference_hc_mm: float | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PixelSizeTable:
    """The rows of one table by file name, and what is wrong with the table as a whole."""

    rows: dict[str, Row] = field(default_factory=dict)
    problem: str = ""

    def row(self, filename: str) -> Row:
        """Return what the table says of `filename`; a missing row says so in its problems."""
        if self.problem:
            return Row(problems=(self.problem,))
        return self.rows.get(
            filename, Row(problems=(message("The table has no row for it: pixel size unknown."),))
        )


NO_TABLE = PixelSizeTable(
    problem=message("There is no table of pixel sizes: pixel size unknown.")
)


def read_table(path: Path) -> PixelSizeTable:
    """Read a table of pixel sizes; never raises: what is wrong is said in the table's problem."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return PixelSizeTable(
            problem=message("{file} cannot be read ({reason}): pixel size unknown.",
                            file=path.name, reason=str(error.strerror))
        )
    except UnicodeDecodeError:
        return PixelSizeTable(
            problem=message("{file} is no text file: pixel size unknown.", file=path.name)
        )
    try:
        return _parse(path.name, text)
    except csv.Error as error:
        return PixelSizeTable(
            problem=message("{file} is no CSV ({reason}): pixel size unknown.", file=path.name,
                            reason=str(error))
        )


def _parse(name: str, text: str) -> PixelSizeTable:
    lines = csv.reader(io.StringIO(text, newline=""))
    header = [column.strip().lower() for column in next(lines, [])]
    if NAME_COLUMN not in header or PIXEL_SIZE_COLUMN not in header:
        return PixelSizeTable(problem=message(
            '{file} should begin with "{wanted}", but begins with "{found}": pixel size unknown.',
            file=name, wanted=f"{NAME_COLUMN},{PIXEL_SIZE_COLUMN}", found=",".join(header)[:60],
        ))
    at_name, at_size = header.index(NAME_COLUMN), header.index(PIXEL_SIZE_COLUMN)
    at_hc = header.index(HC_COLUMN) if HC_COLUMN in header else None
    rows: dict[str, Row] = {}
    for line in lines:
        if not any(cell.strip() for cell in line):
            continue
        cells = line + [""] * (len(header) - len(line))
        filename = cells[at_name].strip()
        row = _row(cells[at_size], cells[at_hc] if at_hc is not None else "")
        if filename in rows and rows[filename] != row:
            row = Row(problems=(
                message("The table has two different rows for it: pixel size unknown."),
            ))
        rows[filename] = row
    return PixelSizeTable(rows)


def _row(size: str, hc: str) -> Row:
    problems = []
    pixel_size_mm = _positive(size)
    low, high = POSSIBLE_SIZES_MM
    if pixel_size_mm is not None and not low <= pixel_size_mm <= high:
        problems.append(message(
            "The table gives {size} mm as pixel size, which no scanner has: pixel size unknown.",
            size=size.strip()[:20],
        ))
        pixel_size_mm = None
    elif pixel_size_mm is None:
        problems.append(message(
            'The table gives "{size}" as pixel size, which is no positive number: pixel size '
            "unknown.", size=size.strip()[:20],
        ))
    reference_hc_mm = _positive(hc)
    if reference_hc_mm is None and hc.strip():
        problems.append(message(
            'The table gives "{hc}" as HC, which is no positive number.', hc=hc.strip()[:20]
        ))
    return Row(pixel_size_mm, reference_hc_mm, tuple(problems))


def _positive(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value > 0 else None
