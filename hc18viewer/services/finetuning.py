"""Plan a fine-tuning: which cases teach, which are kept for the gate, how long it takes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from hc18viewer.dataset.images import ImageError
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.evaluation.gate import LEAST_SUBJECTS
from hc18viewer.evaluation.gate_split import draw_gate
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.shape import ellipse_of
from hc18viewer.message import message
from hc18viewer.model.catalogue import model_folders
from hc18viewer.services.finetune_work import BATCH, FEWEST_EPOCHS, Work
from hc18viewer.store.records import VerdictKind
from hc18viewer.training.lessons import Job, Lesson, Part, Source, subjects_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from hc18viewer.dataset.case import Case, Study
    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.services.case_state import CaseState

STEPS = 120
"""Steps of the optimiser that a fine-tuning takes, however many cases there are."""

_MOST_EPOCHS = 60
LEAST_LESSONS = 8
"""Cases below which there is nothing to learn from and nothing to judge by."""

LEAST_TAUGHT = 4
"""Subjects below which a cross-validation has too little to learn from in each part."""

_KEPT_OUT = (VerdictKind.REJECTED, VerdictKind.FLAGGED)
MOST_REFERENCE = 40
"""Cases of the reference set, at the most."""


class TooFewLessonsError(Hc18ViewerError):
    """Too few corrected cases for a fine-tuning."""


class Kind(Enum):
    """What kinds of cases a reader lets a fine-tuning use."""

    CORRECTED = "corrected"
    ACCEPTED = "accepted"
    ANNOTATED = "annotated"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which cases may be used.

    Attributes:
        kinds: corrections, accepted predictions, ground truth.
        readers: whose; None for everybody's.
        since: made at this time or later, UTC; None for all.
    """

    kinds: frozenset[Kind] = frozenset({Kind.CORRECTED, Kind.ACCEPTED})
    readers: frozenset[str] | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a fine-tuning would do.

    Attributes:
        lessons: each with its part.
        new_draws: subjects drawn now: whether each goes to the gate; to be kept in the store. Who
            is taught is drawn for good: a later gate takes none of them.
        crossed: whether there are too few subjects for a gate of their own.
        epochs: at the most.
        problems: cases left out, and why.
    """

    lessons: tuple[Lesson, ...]
    new_draws: Mapping[str, bool]
    crossed: bool
    epochs: int
    problems: tuple[str, ...]

    def count(self, part: Part) -> int:
        """Return how many lessons have a part."""
        return sum(lesson.part is part for lesson in self.lessons)

    @property
    def work(self) -> Work:
        """How much there is to do."""
        return Work.of(self.lessons, self.epochs)


def plan_fine_tuning(
    states: Sequence[CaseState], *, choice: Choice, drawn: Mapping[str, bool],
    reference: Sequence[Lesson] = (), epochs: int | None = None,
    truth_of: Callable[[Case], Ellipse | None] = truth_ellipse,
) -> Plan:
    """Return what a fine-tuning on these cases would do.

    `drawn` holds the subjects that were drawn before, in this study, and whether they belong to
    the gate: a subject of the gate teaches in no run. Accepted cases of the gate's subjects join
    the reference set: what was accepted is the model's own contour, by which its child cannot be
    judged fairly. `truth_of` reads a case's ground truth, which may take its time.

    Raises:
        TooFewLessonsError: too few cases are left.
    """
    usable, problems = [], []
    for state in states:
        try:
            lesson = _lesson(state, choice, truth_of)
        except ImageError as error:
            problems.append(f"{state.case.key}: {error}")
        else:
            usable += [lesson] if lesson else []
    judged = [lesson for lesson in usable if lesson.source is not Source.ACCEPTED]
    if len(judged) < LEAST_LESSONS:
        raise TooFewLessonsError(message(
            "{count} cases are corrected; a fine-tuning needs at least {least}. Correct more "
            "cases, or let it use others.", count=len(judged), least=LEAST_LESSONS,
        ))
    new = draw_gate(subjects_of(judged), drawn)
    gate = {subject for subject, inside in {**drawn, **new}.items() if inside}
    crossed = len(gate & subjects_of(judged)) < LEAST_SUBJECTS
    lessons = [_with_part(lesson, _part(lesson, gate)) for lesson in usable]
    learn = [lesson for lesson in lessons if lesson.part is Part.LEARN]
    taught = subjects_of(learn)
    least = LEAST_TAUGHT if crossed else LEAST_LESSONS
    if len(taught) < least:
        raise TooFewLessonsError(message(
            "{count} subjects are left to learn from; at least {least} are needed. Correct cases "
            "of more subjects.", count=len(taught), least=least,
        ))
    new |= dict.fromkeys(sorted(taught - drawn.keys() - new.keys()), False)
    others = [lesson for lesson in reference if lesson.subject not in taught]
    return Plan(
        (*lessons, *others[:MOST_REFERENCE]), new, crossed,
        epochs or planned_epochs(len(learn)), tuple(problems),
    )


def planned_epochs(lessons: int) -> int:
    """Return the epochs in which `STEPS` are taken."""
    wanted = round(STEPS / max(1, lessons // BATCH))
    return min(max(wanted, FEWEST_EPOCHS), _MOST_EPOCHS)


def make_job(
    plan: Plan, study: Study, *, name: str, parent: Path, reference: str, seed: int
) -> Job:
    """Return the job of a plan."""
    return Job(
        name=name, parent=parent, study=study.name, reference=reference, seed=seed,
        epochs=plan.epochs, crossed=plan.crossed, lessons=plan.lessons,
    )


def free_name(study: Study) -> str:
    """Return a name for a new model that no model has."""
    stem = re.sub(r"[^\w-]+", "-", study.name).strip("-_")[:40] or "study"
    taken = {name.casefold() for name in model_folders()}
    number = 1
    while f"{stem}-{number}".casefold() in taken:
        number += 1
    return f"{stem}-{number}"


def annotated_lessons(cases: Iterable[Case], *, part: Part) -> tuple[list[Lesson], list[str]]:
    """Return the cases that have a ground truth as lessons, and in words those unreadable."""
    found, problems = [], []
    for case in cases:
        try:
            truth = truth_ellipse(case)
        except ImageError as error:
            problems.append(f"{case.key}: {error}")
            continue
        if truth is not None:
            found.append(Lesson(
                case.key, case.subject, case.image_path, truth, case.pixel_size_mm, part,
                Source.ANNOTATION,
            ))
    return found, problems


def _lesson(
    state: CaseState, choice: Choice, truth_of: Callable[[Case], Ellipse | None]
) -> Lesson | None:
    """Return what a case teaches; None where it may not be used."""
    case, correction, verdict = state.case, state.correction, state.verdict
    kind = state.verdict_kind
    if kind in _KEPT_OUT:
        return None
    shape = state.corrected_shape
    if (
        shape is not None and correction is not None and Kind.CORRECTED in choice.kinds
        and _chosen(choice, correction.reader, correction.made_at)
    ):
        return Lesson(
            case.key, case.subject, case.image_path, ellipse_of(shape), state.pixel_size_mm,
            Part.LEARN, Source.CORRECTION, correction.revision,
        )
    if Kind.ANNOTATED in choice.kinds:
        truth = truth_of(case)
        if truth is not None:
            return Lesson(
                case.key, case.subject, case.image_path, truth, state.pixel_size_mm, Part.LEARN,
                Source.ANNOTATION,
            )
    if shape is None and kind is VerdictKind.ACCEPTED and Kind.ACCEPTED in choice.kinds:
        found, prediction = state.predicted_ellipse, state.prediction
        if found and verdict and prediction and _chosen(choice, verdict.reader, verdict.made_at):
            return Lesson(
                case.key, case.subject, case.image_path, found, state.pixel_size_mm, Part.LEARN,
                Source.ACCEPTED, prediction.revision,
            )
    return None


def _chosen(choice: Choice, reader: str, made_at: datetime) -> bool:
    by_reader = choice.readers is None or reader in choice.readers
    return by_reader and (choice.since is None or made_at >= choice.since)


def _part(lesson: Lesson, gate: set[str]) -> Part:
    if lesson.subject not in gate:
        return Part.LEARN
    return Part.REFERENCE if lesson.source is Source.ACCEPTED else Part.GATE


def _with_part(lesson: Lesson, part: Part) -> Lesson:
    return replace(lesson, part=part)
