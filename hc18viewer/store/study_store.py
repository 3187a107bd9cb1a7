"""The store of one study."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hc18viewer import paths
from hc18viewer.biometry.age import GestationalAge
from hc18viewer.biometry.dating import Basis, Dating
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.shape import FreeContour, ellipse_of
from hc18viewer.model.prediction import Prediction
from hc18viewer.store.database import (
    READS,
    DamagedRowError,
    open_database,
    plain_words,
    store_file,
)
from hc18viewer.store.errors import StoreError
from hc18viewer.store.history import HistoryRow, StepKind
from hc18viewer.store.records import Correction, StoredPrediction, Verdict, VerdictKind
from hc18viewer.store.schema import (
    CorrectionRow,
    DatingRow,
    EllipseColumns,
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
    from hc18viewer.geometry.types import Points

    AnyRow: TypeAlias = Row[*tuple[Any, ...]]
    AnySelect: TypeAlias = Select[*tuple[Any, ...]]

_AT_ONCE = 500
"""Values in one query: SQLite takes a bounded number."""

_KINDS = {kind.value: kind for kind in StepKind}

RowT = TypeVar("RowT", PredictionRow, CorrectionRow, VerdictRow, DatingRow, GateRow)
RecordT = TypeVar(
    "RecordT", StoredPrediction, Correction, Verdict, tuple[str, Dating], tuple[str, bool]
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
            case_key=prediction.case_key, model=prediction.model, made_at=_now(),
            contour=_pack(prediction.contour), hc_mm=prediction.hc_mm,
            mean_probability=prediction.mean_probability, seconds=prediction.seconds,
            no_head_reason=prediction.no_head_reason,
            low_mm=prediction.interval_mm[0] if prediction.interval_mm else None,
            high_mm=prediction.interval_mm[1] if prediction.interval_mm else None,
            risk_mm=prediction.risk_mm, reasons="\n".join(prediction.reasons),
        )
        _write_ellipse(row, prediction.ellipse)
        return StoredPrediction(self._append(row), prediction, row.made_at)

    def save_correction(
        self, case_key: str, shape: HeadShape | None, *, reader: str, gesture: str,
        based_on_prediction: int | None = None, step: StepKind = StepKind.EDIT,
        of_step: int | None = None,
    ) -> Correction:
        """Append a correction; `shape` None means that the reader went back to the prediction.

        An undo or redo says by `of_step` which edit's revision it is of.
        """
        row = CorrectionRow(
            case_key=case_key, reader=reader, made_at=_now(), gesture=gesture,
            based_on_prediction=based_on_prediction, step=step.value, of_step=of_step,
            contour=_pack(shape.points) if isinstance(shape, FreeContour) else None,
        )
        _write_ellipse(row, ellipse_of(shape) if shape is not None else None)
        self._append(row)
        return _correction(row)

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
            case_key=case_key, kind=kind.value, reason=reason, reader=reader, made_at=_now(),
            prediction_revision=prediction_revision, correction_revision=correction_revision,
        )
        self._append(row)
        return _verdict(row)

    def save_dating(self, subject: str, dating: Dating, *, reader: str) -> None:
        """Append the dates of a subject's scan."""
        self._append(DatingRow(
            subject=subject, reader=reader, made_at=_now(), scan=dating.scan,
            basis=dating.basis.value, day=dating.day,
            age_then_days=dating.age_then.total_days if dating.age_then else None,
        ))

    def datings(self) -> dict[str, Dating]:
        """Return the newest dates of each subject that has some, by subject."""
        newest = select(func.max(DatingRow.id)).group_by(DatingRow.subject)
        rows = self._read(select(DatingRow).where(DatingRow.id.in_(newest)), _dating)
        return dict(rows)

    def save_gate_draws(self, drawn: Mapping[str, bool]) -> None:
        """Append whether each of these subjects belongs to the gate; all of them or none.

        A subject that was drawn before stays what it was.
        """
        rows = [
            GateRow(subject=subject, inside=inside, made_at=_now())
            for subject, inside in drawn.items()
        ]
        with plain_words(self.path), Session(self._engine) as session:
            session.add_all(rows)
            session.commit()

    def gate_draws(self) -> dict[str, bool]:
        """Return whether each subject that was drawn belongs to the gate."""
        rows = self._read(select(GateRow).order_by(GateRow.id.desc()), _gate_draw)
        return dict(rows)

    def predictions(self, model: str) -> dict[str, StoredPrediction]:
        """Return the newest prediction that `model` made on each case, by case key."""
        newest = (
            select(func.max(PredictionRow.id))
            .where(PredictionRow.model == model)
            .group_by(PredictionRow.case_key)
        )
        stored = self._read(select(PredictionRow).where(PredictionRow.id.in_(newest)), _prediction)
        return {each.prediction.case_key: each for each in stored}

    def predictions_at(self, revisions: Collection[int]) -> dict[str, StoredPrediction]:
        """Return the predictions with these revisions, by case key."""
        found: dict[str, StoredPrediction] = {}
        wanted = sorted(revisions)
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            rows = select(PredictionRow).where(PredictionRow.id.in_(part))
            stored = self._read(rows, _prediction)
            found |= {each.prediction.case_key: each for each in stored}
        return found

    def corrections(self) -> dict[str, Correction]:
        """Return the newest correction of each case, by case key."""
        newest = select(func.max(CorrectionRow.id)).group_by(CorrectionRow.case_key)
        found = self._read(select(CorrectionRow).where(CorrectionRow.id.in_(newest)), _correction)
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
        for each in self._read(rows, _correction):
            found.setdefault(each.case_key, []).append(each)
        return {case_key: tuple(each) for case_key, each in found.items()}

    def verdicts(self, case_key: str = "") -> dict[str, Verdict]:
        """Return the newest verdict of each case, or of the one named, by case key."""
        newest = select(func.max(VerdictRow.id)).group_by(VerdictRow.case_key)
        if case_key:
            newest = newest.where(VerdictRow.case_key == case_key)
        found = self._read(select(VerdictRow).where(VerdictRow.id.in_(newest)), _verdict)
        return {each.case_key: each for each in found}

    def history(self, case_key: str) -> tuple[Correction | Verdict, ...]:
        """Return all that readers did on a case, the oldest first."""
        acts: list[Correction | Verdict] = [
            *self._read(
                select(CorrectionRow).where(CorrectionRow.case_key == case_key), _correction
            ),
            *self._read(select(VerdictRow).where(VerdictRow.case_key == case_key), _verdict),
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
        return tuple(_history_row(*row) for row in rows)

    def shape_at(self, revision: int) -> HeadShape | None:
        """Return the shape of one correction; None when the reader went back to the prediction.

        Raises:
            StoreError: there is no such correction, or its row is damaged.
        """
        found = self._read(select(CorrectionRow).where(CorrectionRow.id == revision), _correction)
        if not found:
            raise StoreError(f"The review {self.path} lacks a correction that it refers to.")
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

    def _append(self, row: PredictionRow | CorrectionRow | VerdictRow | DatingRow) -> int:
        with plain_words(self.path), Session(self._engine, expire_on_commit=False) as session:
            session.add(row)
            session.commit()
        return row.id

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


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _pack(contour: Points | None) -> bytes | None:
    return None if contour is None else contour.astype("<f8").tobytes()


def _unpack(packed: bytes | None) -> Points | None:
    if packed is None:
        return None
    contour = np.frombuffer(packed, dtype="<f8").astype(np.float64).reshape(-1, 2)
    contour.setflags(write=False)
    return contour


def _write_ellipse(row: EllipseColumns, ellipse: Ellipse | None) -> None:
    if ellipse is not None:
        row.x, row.y, row.a, row.b = ellipse.x, ellipse.y, ellipse.a, ellipse.b
        row.angle_rad = ellipse.angle_rad


def _read_ellipse(row: EllipseColumns) -> Ellipse | None:
    if row.x is None or row.y is None or row.a is None or row.b is None or row.angle_rad is None:
        return None
    return Ellipse(row.x, row.y, row.a, row.b, row.angle_rad)


def _read_shape(row: CorrectionRow) -> HeadShape | None:
    points, ellipse = _unpack(row.contour), _read_ellipse(row)
    return ellipse if points is None or ellipse is None else FreeContour(points, ellipse)


def _prediction(row: PredictionRow) -> StoredPrediction:
    interval = None
    if row.low_mm is not None and row.high_mm is not None:
        interval = (row.low_mm, row.high_mm)
    prediction = Prediction(
        case_key=row.case_key, model=row.model, contour=_unpack(row.contour),
        ellipse=_read_ellipse(row), hc_mm=row.hc_mm, mean_probability=row.mean_probability,
        seconds=row.seconds, no_head_reason=row.no_head_reason,
        interval_mm=interval, risk_mm=row.risk_mm,
        reasons=tuple(row.reasons.split("\n")) if row.reasons else (),
    )
    return StoredPrediction(row.id, prediction, row.made_at)


def _dating(row: DatingRow) -> tuple[str, Dating]:
    then = None if row.age_then_days is None else GestationalAge(row.age_then_days)
    return row.subject, Dating(row.scan, Basis(row.basis), row.day, then)


def _gate_draw(row: GateRow) -> tuple[str, bool]:
    return row.subject, row.inside


def _correction(row: CorrectionRow) -> Correction:
    return Correction(
        revision=row.id, case_key=row.case_key, shape=_read_shape(row), reader=row.reader,
        made_at=row.made_at, gesture=row.gesture, based_on_prediction=row.based_on_prediction,
    )


def _history_row(
    revision: int, gesture: str, step: str | None, of_step: int | None
) -> HistoryRow:
    kind = None if step is None else _KINDS.get(step, StepKind.EDIT)
    return HistoryRow(revision, str(gesture), kind, of_step)


def _verdict(row: VerdictRow) -> Verdict:
    return Verdict(
        revision=row.id, case_key=row.case_key, kind=VerdictKind(row.kind), reason=row.reason,
        reader=row.reader, made_at=row.made_at, prediction_revision=row.prediction_revision,
        correction_revision=row.correction_revision,
    )
