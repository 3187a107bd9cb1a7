"""The tables of a store's file. They stay inside this package."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

APPLICATION_ID = 0x68633138  # "hc18"
SCHEMA_VERSION = 5

_LONE_BYTE = re.compile("[\udc80-\udcff]")
_WRITTEN_BYTE = re.compile("\ufdd0([89a-f][0-9a-f])")


class UtcTime(TypeDecorator[datetime.datetime]):
    """A time in UTC, kept as ISO 8601 text to the microsecond."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(
        self, value: datetime.datetime | None, dialect: Dialect
    ) -> str | None:
        """Write a time as text."""
        if value is None:
            return None
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> datetime.datetime | None:
        """Read a time from its text."""
        return None if value is None else datetime.datetime.fromisoformat(value)


class FileName(TypeDecorator[str]):
    """A file's name or path; bytes of it that are no UTF-8 are kept, and come back as they were.

    Python shows such bytes as lone surrogates, which SQLite refuses. Each is written as U+FDD0, a
    code point that stands for no character, and its two hexadecimal digits.
    """

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write a name as text that SQLite takes."""
        if value is None:
            return None
        return _LONE_BYTE.sub(lambda found: f"\ufdd0{ord(found[0]) - 0xDC00:02x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Read a name from its text."""
        if value is None:
            return None
        return _WRITTEN_BYTE.sub(lambda found: chr(0xDC00 + int(found[1], 16)), value)


class Base(DeclarativeBase):
    """The root of the mapped classes."""


class StudyRow(Base):
    """Which study the file belongs to: one row."""

    __tablename__ = "study"

    id: Mapped[int] = mapped_column(primary_key=True)
    root: Mapped[str] = mapped_column(FileName)
    program: Mapped[str]
    made_at: Mapped[datetime.datetime] = mapped_column(UtcTime)


class EllipseColumns:
    """An ellipse in pixels; all NULL for none."""

    x: Mapped[float | None]
    y: Mapped[float | None]
    a: Mapped[float | None]
    b: Mapped[float | None]
    angle_rad: Mapped[float | None]


class PredictionRow(EllipseColumns, Base):
    """One prediction."""

    __tablename__ = "prediction"
    __table_args__ = (Index("prediction_by_model_and_case", "model", "case_key", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_key: Mapped[str] = mapped_column(FileName)
    model: Mapped[str]
    made_at: Mapped[datetime.datetime] = mapped_column(UtcTime)
    contour: Mapped[bytes | None] = mapped_column(LargeBinary)
    hc_mm: Mapped[float | None]
    mean_probability: Mapped[float]
    seconds: Mapped[float]
    no_head_reason: Mapped[str]
    low_mm: Mapped[float | None]
    high_mm: Mapped[float | None]
    risk_mm: Mapped[float | None]
    reasons: Mapped[str | None]


class CorrectionRow(EllipseColumns, Base):
    """One revision of a correction."""

    __tablename__ = "correction"
    __table_args__ = (
        Index("correction_by_case", "case_key", "id"),
        # Holds all that a case's history is made of: no contour is read for it.
        Index("correction_steps", "case_key", "id", "gesture", "step", "of_step"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_key: Mapped[str] = mapped_column(FileName)
    reader: Mapped[str]
    made_at: Mapped[datetime.datetime] = mapped_column(UtcTime)
    gesture: Mapped[str]
    based_on_prediction: Mapped[int | None] = mapped_column(ForeignKey("prediction.id"))
    step: Mapped[str | None]
    of_step: Mapped[int | None]
    contour: Mapped[bytes | None] = mapped_column(LargeBinary)


class VerdictRow(Base):
    """One verdict."""

    __tablename__ = "verdict"
    __table_args__ = (Index("verdict_by_case", "case_key", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_key: Mapped[str] = mapped_column(FileName)
    kind: Mapped[str]
    reason: Mapped[str]
    reader: Mapped[str]
    made_at: Mapped[datetime.datetime] = mapped_column(UtcTime)
    prediction_revision: Mapped[int | None] = mapped_column(ForeignKey("prediction.id"))
    correction_revision: Mapped[int | None] = mapped_column(ForeignKey("correction.id"))


class DatingRow(Base):
    """Dates that a reader entered for one subject; no day at all takes earlier ones back."""

    __tablename__ = "dating"
    __table_args__ = (Index("dating_by_subject", "subject", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(FileName)
    reader: Mapped[str]
    made_at: Mapped[datetime.datetime] = mapped_column(UtcTime)
    scan: Mapped[datetime.date]
    basis: Mapped[str]
    day: Mapped[datetime.date]
    age_then_days: Mapped[int | None]


class GateRow(Base):
    """Whether a subject was drawn for the gate; the first row of a subject counts, for good."""

    __tablename__ = "gate"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(FileName, index=True)
    inside: Mapped[bool]
    made_at: Mapped[datetime.datetime] = mapped_column(UtcTime)


class CalibrationRow(Base):
    """A pixel size that a reader gave a case by a line; no pixel size takes it back."""

    __tablename__ = "calibration"
    __table_args__ = (Index("calibration_by_case", "case_key", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_key: Mapped[str] = mapped_column(FileName)
    reader: Mapped[str]
    made_at: Mapped[datetime.datetime] = mapped_column(UtcTime)
    pixel_size_mm: Mapped[float | None]
    drawn_on: Mapped[str] = mapped_column(FileName)
    x1: Mapped[float | None]
    y1: Mapped[float | None]
    x2: Mapped[float | None]
    y2: Mapped[float | None]
    length_mm: Mapped[float | None]


ADDED_COLUMNS: dict[int, tuple[tuple[type[PredictionRow | CorrectionRow], str], ...]] = {
    2: (
        (PredictionRow, "low_mm"), (PredictionRow, "high_mm"), (PredictionRow, "risk_mm"),
        (PredictionRow, "reasons"), (CorrectionRow, "contour"),
    ),
    3: ((CorrectionRow, "step"), (CorrectionRow, "of_step")),
    4: (),  # the gate's draws, a table of its own
    5: (),  # the table of calibrations
}
"""What each version of the schema added to the one before; rows of then have NULL there."""
