"""Plan a fine-tuning off the window's thread: it reads ground truths and a reference study."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.services.finetune_runs import reference_lessons
from hc18viewer.services.finetuning import Choice, Plan, plan_fine_tuning
from hc18viewer.workers.lane import Lane

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hc18viewer.dataset.case import Case, Study
    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.progress import CancelToken
    from hc18viewer.services.review import CaseState
    from hc18viewer.training.lessons import Lesson


@dataclass(frozen=True, slots=True, eq=False)
class PlanJob:
    """One plan to be made.

    Attributes:
        drawn: what the study's gate was drawn to be before.
        reference: the folder of the reference study; None for the sample study.
    """

    study: Study
    states: tuple[CaseState, ...]
    choice: Choice
    drawn: Mapping[str, bool]
    reference: Path | None
    token: CancelToken


@dataclass(frozen=True, slots=True, eq=False)
class Planned:
    """A plan with what its reference set is, in words."""

    plan: Plan
    reference: str


class PlanLane(Lane[PlanJob, Planned]):
    """Makes plans, all on one study; each ground truth and reference set is read once."""

    progressed = Signal(object)  # Progress

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._references: dict[Path | None, tuple[list[Lesson], str]] = {}
        self._truths: dict[str, Ellipse | None] = {}

    def perform(self, job: PlanJob) -> Planned:
        """Make one plan.

        Raises:
            TooFewLessonsError: too few cases are left.
            StudyError: there is no reference study where it should be.
            Cancelled: the job's token was set.
        """
        if job.reference not in self._references:
            study = None
            if job.reference is not None:
                study = open_study(job.reference, report=self.progressed.emit, token=job.token)
            self._references[job.reference] = reference_lessons(
                study, job.study, self.progressed.emit, job.token
            )
        job.token.check()
        lessons, words = self._references[job.reference]
        return Planned(plan_fine_tuning(
            job.states, choice=job.choice, drawn=job.drawn, reference=lessons,
            truth_of=partial(self._truth, job.token),
        ), words)

    def _truth(self, token: CancelToken, case: Case) -> Ellipse | None:
        """Read each ground truth once, and none after the reader gave the plan up."""
        token.check()
        if case.key not in self._truths:
            self._truths[case.key] = truth_ellipse(case)
        return self._truths[case.key]
