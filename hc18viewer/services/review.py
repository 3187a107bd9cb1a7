"""Review a study: what is known of each case, and every act of the reader, stored at once."""

from __future__ import annotations

import contextlib
import dataclasses
from typing import TYPE_CHECKING

from hc18viewer.dataset.images import ImageError, image_size
from hc18viewer.services.case_state import CaseState
from hc18viewer.store.errors import StoreError
from hc18viewer.store.history import History, HistoryRow, StepKind, fold
from hc18viewer.store.records import (
    Correction,
    PixelCalibration,
    StoredPrediction,
    Verdict,
    VerdictKind,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hc18viewer.biometry.dating import Dating
    from hc18viewer.dataset.case import Case, Study
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Line
    from hc18viewer.model.prediction import Prediction
    from hc18viewer.store.study_store import StudyStore

__all__ = ["CaseState", "Review"]


class Review:
    """One reader's review of one study with one model's predictions."""

    def __init__(self, study: Study, store: StudyStore, *, reader: str, model: str) -> None:
        """Read what the store holds.

        `model` is the identity of the model whose predictions count; a case with a verdict keeps
        the prediction that its verdict was given on.
        """
        self.study = study
        self.reader = reader
        self.model = model
        self._store = store
        datings = store.datings()
        predictions, corrections = store.predictions(model), store.corrections_by_reader()
        verdicts, calibrations = store.verdicts(), store.calibrations()
        self._states = {}
        for case in study.cases:
            newest, *others = corrections.get(case.key) or (None,)
            self._states[case.key] = CaseState(
                case, predictions.get(case.key), newest, verdicts.get(case.key),
                datings.get(case.subject), _with_shape(others), calibrations.get(case.key),
            )
        self._histories: dict[str, History] = {}
        self._revisions_at_start = {
            key: state.correction.revision if state.correction else None
            for key, state in self._states.items()
        }
        self._keep_what_was_read()

    def state(self, case_key: str) -> CaseState:
        """Return what is known of a case."""
        return self._states[case_key]

    def unpredicted(self) -> tuple[Case, ...]:
        """Return the cases without a prediction of this model, with the pixel size that counts."""
        return tuple(s.sized_case for s in self._states.values() if s.prediction is None)

    def keep_prediction(self, prediction: Prediction) -> StoredPrediction:
        """Store a prediction; may be called from another thread than the rest.

        The state of the case follows with `note_prediction`.
        """
        return self._store.save_prediction(prediction)

    def note_prediction(self, stored: StoredPrediction) -> CaseState:
        """Take a stored prediction into the case's state."""
        return self._change(stored.prediction.case_key, prediction=stored)

    def use_model(self, model: str) -> tuple[CaseState, ...]:
        """Let another model's predictions count, by its identity; return the states that changed.

        A case with a verdict stays as it is. Whatever else the other model has not predicted is
        unpredicted again.

        Raises:
            StoreError: the store cannot be read; the states are as they were.
        """
        predictions = self._store.predictions(model)
        before, self.model = dict(self._states), model
        for key, state in before.items():
            if state.verdict_kind is None:
                self._change(key, prediction=predictions.get(key))
        return tuple(
            state for key, state in self._states.items()
            if _revision(state) != _revision(before[key])
        )

    def correct(self, case_key: str, shape: HeadShape | None, gesture: str) -> CaseState:
        """Store the reader's shape, None for back to the prediction, and return the new state.

        An acceptance of the shape of before then stands no longer, and what was undone cannot be
        done again.

        Raises:
            StoreError: the store cannot be written; the state is as it was.
        """
        return self._append(case_key, shape, gesture, StepKind.EDIT)

    def history(self, case_key: str) -> History:
        """Return the steps of a case: whoever did them, and whenever.

        Raises:
            StoreError: the store cannot be read.
        """
        if case_key not in self._histories:
            self._histories[case_key] = self._read_history(case_key)
        return self._histories[case_key]

    def undo(self, case_key: str) -> CaseState:
        """Take the last step back and return the new state; as it was where there is none.

        A step whose row is damaged is passed over.

        Raises:
            StoreError: the store cannot be written; the state is as it was.
        """
        history = self.history(case_key)
        for before in reversed(range(history.done)):
            try:
                shape = self._shape_at(history.revision_after(before))
            except StoreError:
                continue
            step = history.steps[before]
            return self._append(case_key, shape, f"undo {step.name}", StepKind.UNDO, step.revision)
        return self.state(case_key)

    def redo(self, case_key: str) -> CaseState:
        """Do the step again that was taken back last; the state as it was where there is none.

        A step whose row is damaged is passed over.

        Raises:
            StoreError: the store cannot be written, or all these steps are damaged; the state is as
                it was.
        """
        history = self.history(case_key)
        for step in history.steps[history.done :]:
            try:
                shape = self._store.shape_at(step.revision)
            except StoreError:
                if step is history.steps[-1]:
                    raise
                continue
            return self._append(case_key, shape, f"redo {step.name}", StepKind.REDO, step.revision)
        return self.state(case_key)

    def earlier_shapes(self, case_key: str) -> tuple[HeadShape | None, ...]:
        """Return the shapes that a reader may start again from, the newest first.

        They are the one that the newest verdict was given on, and the one that the case had when
        this review was opened; None stands for the bare prediction. What is damaged is left out.
        """
        verdict = self.state(case_key).verdict
        revisions = {self._revisions_at_start[case_key]}
        if verdict is not None:
            revisions.add(verdict.correction_revision)
        shapes = []
        for revision in sorted(revisions, key=lambda each: each or 0, reverse=True):
            with contextlib.suppress(StoreError):
                shapes.append(self._shape_at(revision))
        return tuple(shapes)

    def refresh(self, case_key: str) -> bool:
        """Take in what another window did on a case meanwhile; whether it did anything.

        Raises:
            StoreError: the store cannot be read; the state is as it was.
        """
        before = self.state(case_key)
        known = (
            before.correction.revision if before.correction else None,
            before.verdict.revision if before.verdict else None,
        )
        if self._store.newest_acts(case_key) == known:
            return False
        newest, *others = self._store.corrections_by_reader(case_key).get(case_key) or (None,)
        state = dataclasses.replace(
            before, correction=newest, others=_with_shape(others),
            verdict=self._store.verdicts(case_key).get(case_key),
        )
        self._states[case_key] = state
        self._histories.pop(case_key, None)
        return True

    def _read_history(self, case_key: str) -> History:
        rows = self._store.steps(case_key)
        history = fold(rows)
        if not rows or history.revision == rows[-1].revision:
            return history
        # What the steps come to must be what is shown: rows of two windows may not fit together.
        try:
            fits = self._shape_at(history.revision) == self.state(case_key).corrected_shape
        except StoreError:
            fits = False
        return history if fits else history.and_edit(rows[-1])

    def _shape_at(self, revision: int | None) -> HeadShape | None:
        return None if revision is None else self._store.shape_at(revision)

    def _append(
        self, case_key: str, shape: HeadShape | None, gesture: str, kind: StepKind,
        of_step: int | None = None,
    ) -> CaseState:
        before = self.state(case_key)
        correction = self._store.save_correction(
            case_key, shape, reader=self.reader, gesture=gesture,
            based_on_prediction=before.prediction.revision if before.prediction else None,
            step=kind, of_step=of_step,
        )
        if case_key in self._histories:  # else it is read with this row when it is wanted
            self._histories[case_key] = self._histories[case_key].followed_by(
                HistoryRow(correction.revision, gesture, kind, of_step)
            )
        others = _with_shape([
            each for each in (before.correction, *before.others)
            if each is not None and each.reader != self.reader
        ])
        return self._change(case_key, correction=correction, others=others)

    def date(self, case_key: str, dating: Dating) -> tuple[CaseState, ...]:
        """Store the dates of a case's scan; they hold for all cases of its subject.

        Raises:
            StoreError: the store cannot be written; the states are as they were.
        """
        subject = self.state(case_key).case.subject
        self._store.save_dating(subject, dating, reader=self.reader)
        return tuple(
            self._change(case.key, dating=dating)
            for case in self.study.cases if case.subject == subject
        )

    def without_size_like(self, case_key: str) -> tuple[str, ...]:
        """Return the other cases that have no pixel size, of a case's set and image size.

        An image that cannot be read has no size.
        """
        case = self.state(case_key).case
        size = _image_size(case)
        return tuple(
            key for key, state in self._states.items()
            if key != case_key and state.pixel_size_mm is None and size is not None
            and state.case.set_name == case.set_name and _image_size(state.case) == size
        )

    def calibrate(
        self, case_keys: Sequence[str], *, line: Line, length_mm: float
    ) -> tuple[CaseState, ...]:
        """Store the pixel size of a line of known length, drawn on the first of the cases.

        Raises:
            ValueError: the line or its length is nothing.
            StoreError: the store cannot be written; the states are as they were.
        """
        given = self._store.save_calibration(
            case_keys, line=line, length_mm=length_mm, reader=self.reader
        )
        return tuple(self._change(each.case_key, calibration=each) for each in given)

    def take_calibration_back(self, case_key: str) -> tuple[CaseState, ...]:
        """Take a case's calibration back, and with it that of all cases by the same line.

        Raises:
            StoreError: the store cannot be written; the states are as they were.
        """
        given = self.state(case_key).calibration
        if given is None:
            return ()
        cases = [
            key for key, state in self._states.items() if state.calibration is not None
            and (state.calibration.drawn_on, state.calibration.made_at)
            == (given.drawn_on, given.made_at)
        ]
        self._store.take_calibration_back(cases, reader=self.reader)
        return tuple(self._change(key, calibration=None) for key in cases)

    def accept(self, case_key: str) -> CaseState:
        """Accept the ellipse that counts: "corrected" when it is the reader's, else "accepted".

        Raises:
            ValueError: there is no ellipse to accept.
            StoreError: the store cannot be written; the state is as it was.
        """
        state = self.state(case_key)
        if state.ellipse is None:
            raise ValueError("there is no ellipse to accept")
        own = state.corrected_ellipse is not None
        return self.judge(case_key, VerdictKind.CORRECTED if own else VerdictKind.ACCEPTED)

    def judge(self, case_key: str, kind: VerdictKind, *, reason: str = "") -> CaseState:
        """Store a verdict and return the new state.

        Raises:
            ValueError: a rejection without a reason.
            StoreError: the store cannot be written; the state is as it was.
        """
        state = self.state(case_key)
        verdict = self._store.save_verdict(
            case_key, kind, reader=self.reader, reason=reason,
            prediction_revision=state.prediction.revision if state.prediction else None,
            correction_revision=state.correction.revision if state.correction else None,
        )
        return self._change(case_key, verdict=verdict)

    def gate_draws(self) -> dict[str, bool]:
        """Return whether each subject that was drawn for fine-tuning belongs to the gate."""
        return self._store.gate_draws()

    def keep_gate_draws(self, drawn: Mapping[str, bool]) -> None:
        """Store what was drawn; a subject that was drawn before stays what it was.

        Raises:
            StoreError: the store cannot be written.
        """
        self._store.save_gate_draws(drawn)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def _keep_what_was_read(self) -> None:
        """Show a case that was read with the prediction of then, whatever is predicted now."""
        read = {
            state.verdict.prediction_revision
            for state in self._states.values()
            if state.verdict and state.verdict_kind is not None
        }
        wanted = {revision for revision in read if revision is not None}
        for stored in self._store.predictions_at(wanted).values():
            self.note_prediction(stored)

    def _change(
        self, case_key: str,
        **change: StoredPrediction | Correction | Verdict | Dating | tuple[Correction, ...]
        | PixelCalibration | None,
    ) -> CaseState:
        state = dataclasses.replace(self._states[case_key], **change)  # type: ignore[arg-type]
        self._states[case_key] = state
        return state


def _image_size(case: Case) -> tuple[int, int] | None:
    try:
        return image_size(case.image_path)
    except ImageError:
        return None


def _revision(state: CaseState) -> int | None:
    return state.prediction.revision if state.prediction else None


def _with_shape(corrections: Sequence[Correction | None]) -> tuple[Correction, ...]:
    return tuple(each for each in corrections if each is not None and each.shape is not None)
