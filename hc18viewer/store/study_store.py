"""The store of one study."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hc18viewer import paths
from hc18viewer.biometry.dating import Dating
from hc18viewer.geometry.shape import FreeContour, ellipse_of
from hc18viewer.message import message
from hc18viewer.store.database import (
    READS,
    DamagedRowError,
    open_database,
    plain_words,
    store_file,
)
from hc18viewer.store.errors import StoreError
from hc18viewer.store.history import HistoryRow, StepKind
from hc18viewer.store.records import (
    Correction,
    PixelCalibration,
    StoredPrediction,
    Verdict,
    VerdictKind,
)
from hc18viewer.store.rows import (
    calibration_of,
    correction_of,
    dating_of,
    gate_draw_of,
    history_row_of,
    now,
    pack,
    prediction_of,
    verdict_of,
    write_ellipse,
)
from hc18viewer.store.schema import (
    CalibrationRow,
    CorrectionRow,
    DatingRow,
    GateRow,
    PredictionRow,
    VerdictRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Engine, Row, Select

    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Line
    from hc18viewer.model.prediction import Prediction

    AnyRow: TypeAlias = Row[*tuple[Any, ...]]
    AnySelect: TypeAlias = Select[*tuple[Any, ...]]

_AT_ONCE = 500
"""Values in one query: SQLite takes a bounded number."""

RowT = TypeVar(
    "RowT", PredictionRow, CorrectionRow, VerdictRow, DatingRow, GateRow, CalibrationRow
)
RecordT = TypeVar(
    "RecordT", StoredPrediction, Correction, Verdict, tuple[str, Dating], tuple[str, bool],
    PixelCalibration,
)


class StudyStore:
    """Appends predictions, corrections and verdicts of one study; nothing is ever overwritten.

    Each save is on the disk when it returns. Safe to use from several threads and from several
    processes at once. Every method raises `StoreError` when the file cannot be read or written.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    @classmethod
    def open(cls, study_root: Path, folder: Path | None = None) -> StudyStore:
        """Open the store of the study at `study_root`, made when it is missing.

        It lies in `folder`, or among the user's stores.

        Raises:
            StoreError: it is damaged, no store, from a newer program, or cannot be written.
        """
        path = store_file(study_root, folder or paths.stores_folder())
        return cls(open_database(path, study_root), path)

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    def __enter__(self) -> StudyStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def save_prediction(self, prediction: Prediction) -> StoredPrediction:
        """Append a prediction."""
        row = PredictionRow(
            case_key=prediction.case_key, model=prediction.model, made_at=now(),
            contour=pack(prediction.contour), hc_mm=prediction.hc_mm,
            mean_probability=prediction.mean_probability, seconds=prediction.seconds,
            no_head_reason=prediction.no_head_reason,
            low_mm=prediction.interval_mm[0] if prediction.interval_mm else None,
            high_mm=prediction.interval_mm[1] if prediction.interval_mm else None,
            risk_mm=prediction.risk_mm, reasons="\n".join(prediction.reasons),
        )
        write_ellipse(row, prediction.ellipse)
        self._append(row)
        return StoredPrediction(row.id, prediction, row.made_at)

    def save_correction(
        self, case_key: str, shape: HeadShape | None, *, reader: str, gesture: str,
        based_on_prediction: int | None = None, step: StepKind = StepKind.EDIT,
        of_step: int | None = None,
    ) -> Correction:
        """Append a correction; `shape` None means that the reader went back to the prediction.

        An undo or redo says by `of_step` which edit's revision it is of.
        """
        row = CorrectionRow(
            case_key=case_key, reader=reader, made_at=now(), gesture=gesture,
            based_on_prediction=based_on_prediction, step=step.value, of_step=of_step,
            contour=pack(shape.points) if isinstance(shape, FreeContour) else None,
        )
        write_ellipse(row, ellipse_of(shape) if shape is not None else None)
        self._append(row)
        return correction_of(row)

    def save_verdict(
        self, case_key: str, kind: VerdictKind, *, reader: str, reason: str = "",
        prediction_revision: int | None = None, correction_revision: int | None = None,
    ) -> Verdict:
        """Append a verdict.

        Raises:
            ValueError: a rejection without a reason.
        """
        if kind is VerdictKind.REJECTED and not reason.strip():
            raise ValueError("a rejection needs a reason")
        row = VerdictRow(
            case_key=case_key, kind=kind.value, reason=reason, reader=reader, made_at=now(),
            prediction_revision=prediction_revision, correction_revision=correction_revision,
        )
        self._append(row)
        return verdict_of(row)

    def save_dating(self, subject: str, dating: Dating, *, reader: str) -> None:
        """Append the dates of a subject's scan."""
        self._append(DatingRow(
            subject=subject, reader=reader, made_at=now(), scan=dating.scan,
            basis=dating.basis.value, day=dating.day,
            age_then_days=dating.age_then.total_days if dating.age_then else None,
        ))

    def datings(self) -> dict[str, Dating]:
        """Return the newest dates of each subject that has some, by subject."""
        newest = select(func.max(DatingRow.id)).group_by(DatingRow.subject)
        rows = self._read(select(DatingRow).where(DatingRow.id.in_(newest)), dating_of)
        return dict(rows)

    def save_gate_draws(self, drawn: Mapping[str, bool]) -> None:
        """Append whether each of these subjects belongs to the gate; all of them or none.

        A subject that was drawn before stays what it was.
        """
        self._append(*(
            GateRow(subject=subject, inside=inside, made_at=now())
            for subject, inside in drawn.items()
        ))

    def gate_draws(self) -> dict[str, bool]:
        """Return whether each subject that was drawn belongs to the gate."""
        rows = self._read(select(GateRow).order_by(GateRow.id.desc()), gate_draw_of)
        return dict(rows)

    def save_calibration(
        self, case_keys: Sequence[str], *, line: Line, length_mm: float, reader: str,
    ) -> tuple[PixelCalibration, ...]:
        """Append one line's pixel size for cases, all or none; it was drawn on the first.

        Raises:
            ValueError: the line or its length is nothing.
        """
        pixels = math.dist(*line)
        if not (pixels > 0 and length_mm > 0):
            raise ValueError("a line of some length is wanted")
        (x1, y1), (x2, y2) = line
        time = now()
        rows = [
            CalibrationRow(
                case_key=key, reader=reader, made_at=time, pixel_size_mm=length_mm / pixels,
                drawn_on=case_keys[0], x1=x1, y1=y1, x2=x2, y2=y2, length_mm=length_mm,
            ) for key in case_keys
        ]
        self._append(*rows)
        return tuple(calibration_of(row) for row in rows)

    def take_calibration_back(self, case_keys: Sequence[str], *, reader: str) -> None:
        """Append that the pixel sizes that readers gave cases hold no longer, all or none."""
        time = now()
        self._append(*(
            CalibrationRow(case_key=key, reader=reader, made_at=time, drawn_on=key)
            for key in case_keys
        ))

    def calibrations(self) -> dict[str, PixelCalibration]:
        """Return the pixel sizes that readers gave and did not take back, by case key."""
        newest = select(func.max(CalibrationRow.id)).group_by(CalibrationRow.case_key)
        rows = select(CalibrationRow).where(CalibrationRow.id.in_(newest))
        found = self._read(rows, calibration_of)
        return {each.case_key: each for each in found if each.pixel_size_mm is not None}

    def predictions(self, model: str) -> dict[str, StoredPrediction]:
        """Return the newest prediction that `model` made on each case, by case key."""
        newest = (
            select(func.max(PredictionRow.id))
            .where(PredictionRow.model == model)
            .group_by(PredictionRow.case_key)
        )
        rows = select(PredictionRow).where(PredictionRow.id.in_(newest))
        stored = self._read(rows, prediction_of)
        return {each.prediction.case_key: each for each in stored}

    def predictions_at(self, revisions: Collection[int]) -> dict[str, StoredPrediction]:
        """Return the predictions with these revisions, by case key."""
        found: dict[str, StoredPrediction] = {}
        wanted = sorted(revisions)
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            rows = select(PredictionRow).where(PredictionRow.id.in_(part))
            stored = self._read(rows, prediction_of)
            found |= {each.prediction.case_key: each for each in stored}
        return found

    def corrections(self) -> dict[str, Correction]:
        """Return the newest correction of each case, by case key."""
        newest = select(func.max(CorrectionRow.id)).group_by(CorrectionRow.case_key)
        found = self._read(select(CorrectionRow).where(CorrectionRow.id.in_(newest)), correction_of)
        return {each.case_key: each for each in found}

    def corrections_by_reader(self, case_key: str = "") -> dict[str, tuple[Correction, ...]]:
        """Return the newest correction of each reader, by case key, the newest first.

        Of one case where one is named, else of all.
        """
        newest = select(func.max(CorrectionRow.id)).group_by(
            CorrectionRow.case_key, CorrectionRow.reader
        )
        if case_key:
            newest = newest.where(CorrectionRow.case_key == case_key)
        rows = (
            select(CorrectionRow).where(CorrectionRow.id.in_(newest))
            .order_by(CorrectionRow.id.desc())
        )
        found: dict[str, list[Correction]] = {}
        for each in self._read(rows, correction_of):
            found.setdefault(each.case_key, []).append(each)
        return {case_key: tuple(each) for case_key, each in found.items()}

    def verdicts(self, case_key: str = "") -> dict[str, Verdict]:
        """Return the newest verdict of each case, or of the one named, by case key."""
        newest = select(func.max(VerdictRow.id)).group_by(VerdictRow.case_key)
        if case_key:
            newest = newest.where(VerdictRow.case_key == case_key)
        found = self._read(select(VerdictRow).where(VerdictRow.id.in_(newest)), verdict_of)
        return {each.case_key: each for each in found}

    def history(self, case_key: str) -> tuple[Correction | Verdict, ...]:
        """Return all that readers did on a case, the oldest first."""
        acts: list[Correction | Verdict] = [
            *self._read(
                select(CorrectionRow).where(CorrectionRow.case_key == case_key), correction_of
            ),
            *self._read(select(VerdictRow).where(VerdictRow.case_key == case_key), verdict_of),
        ]
        return tuple(sorted(acts, key=lambda act: act.made_at))

    def newest_acts(self, case_key: str) -> tuple[int | None, int | None]:
        """Return the revisions of a case's newest correction and verdict, None for none."""
        wanted = select(*(
            select(func.max(row.id)).where(row.case_key == case_key).scalar_subquery()
            for row in (CorrectionRow, VerdictRow)
        ))
        newest = self._rows(wanted)[0]
        return newest[0], newest[1]

    def steps(self, case_key: str) -> tuple[HistoryRow, ...]:
        """Return what a case's corrections tell of its steps, the oldest first.

        Rows that cannot be read are left out.
        """
        columns = (
            CorrectionRow.id, CorrectionRow.gesture, CorrectionRow.step, CorrectionRow.of_step
        )
        case = select(*columns).where(CorrectionRow.case_key == case_key)
        try:
            rows = self._rows(case.order_by(CorrectionRow.id))
        except StoreError:
            rows = self._sound_rows(case_key, select(*columns))
        return tuple(history_row_of(*row) for row in rows)

    def shape_at(self, revision: int) -> HeadShape | None:
        """Return the shape of one correction; None when the reader went back to the prediction.

        Raises:
            StoreError: there is no such correction, or its row is damaged.
        """
        found = self._read(select(CorrectionRow).where(CorrectionRow.id == revision), correction_of)
        if not found:
            raise StoreError(message(
                "The review {path} lacks a correction that it refers to.", path=self.path
            ))
        return found[0].shape

    def _sound_rows(self, case_key: str, wanted: AnySelect) -> list[AnyRow]:
        rows: list[AnyRow] = []
        of_case = select(CorrectionRow.id).where(CorrectionRow.case_key == case_key)
        for (revision,) in self._rows(of_case.order_by(CorrectionRow.id)):
            try:
                rows += self._rows(wanted.where(CorrectionRow.id == revision))
            except StoreError:
                continue
        return rows

    def _rows(self, wanted: AnySelect) -> Sequence[AnyRow]:
        reader = self._engine.execution_options(**{READS: True})
        with plain_words(self.path), reader.connect() as connection:
            return connection.execute(wanted).all()

    def _append(self, *rows: RowT) -> None:
        """Append rows, all or none; they then have their revisions."""
        with plain_words(self.path), Session(self._engine, expire_on_commit=False) as session:
            session.add_all(rows)
            session.commit()

    def _read(
        self, wanted: Select[RowT], record: Callable[[RowT], RecordT]
    ) -> list[RecordT]:
        """Return the records of the rows wanted."""
        reader = self._engine.execution_options(**{READS: True})
        with plain_words(self.path), Session(reader) as session:
            try:
                return [record(row) for row in session.scalars(wanted)]
            except (ValueError, TypeError) as error:
                raise DamagedRowError from error
