"""Carry out one fine-tuning: learn, mix with the parent, judge at the gate, keep the child.

Everything that a run needs lies in its folder, so it can be gone on with after a crash and ends
as it would have without one. The child appears in the library whole, as the last step.
"""

from __future__ import annotations

import datetime
import json
import shutil
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from hc18viewer import __version__, paths
from hc18viewer.dataset.case import Case
from hc18viewer.evaluation.gate import Advice, Pair, Table, advise, compare_models, far_share
from hc18viewer.evaluation.recalibration import refitted
from hc18viewer.message import message
from hc18viewer.model.card import ModelCard
from hc18viewer.model.device import DeviceName, choose_device
from hc18viewer.model.margin import Margin, read_margin, write_margin
from hc18viewer.model.weights import inference_state, load_model, save_model, weights_version
from hc18viewer.progress import Progress
from hc18viewer.services.finetune_judge import Judge
from hc18viewer.services.finetune_mix import Mix, Outside
from hc18viewer.services.finetune_runs import discard_run
from hc18viewer.services.finetune_work import BATCH, CROSS_PARTS, FINE, LOOK_EVERY, WHOLE, Work
from hc18viewer.services.gate_report import gate_case, write_gate_report
from hc18viewer.training.examples import FINENESS, Example, make_example
from hc18viewer.training.lessons import (
    JOB_FILE,
    LESSONS_FILE,
    Job,
    Lesson,
    Part,
    Source,
    read_job,
    subjects_of,
)
from hc18viewer.training.trainer import Recipe, Trainer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from torch import Tensor

    from hc18viewer.evaluation.calibration import Measured
    from hc18viewer.evaluation.metrics import CaseFigures
    from hc18viewer.progress import CancelToken, ProgressReport
    from hc18viewer.training.log import LogRow

    Lessons = tuple[Lesson, ...]
    State = dict[str, Tensor]

_PARENT, _CHILD = "parent", "child"
_MOST_BELIEVED_LEVEL = 100.0  # of a card; a logit beyond it is nobody's
RECIPE = Recipe(
    side_heads=0, batch_size=BATCH, learning_rate=6e-4, weight_decay=0.0, average_decay=0.95,
    look_every=LOOK_EVERY, patience=3,
)
"""What a fine-tuning changes of the main training's recipe; its augmentation is the same."""


@dataclass(frozen=True, slots=True)
class FineTuned:
    """What came of a fine-tuning: the child's folder and card, the gate's tables and advice.

    Attributes:
        mix: how far from the parent towards what was learnt the child lies, and how its size
            was set.
        gate: on the subjects that no run is ever taught; without such, as `unseen`.
        unseen: those and the taught ones, each of these by a learning that left it out: the same
            question, asked of more subjects.
    """

    folder: Path
    card: ModelCard
    mix: Mix
    gate: Table
    unseen: Table
    reference: Table
    advice: Advice


@dataclass(frozen=True, slots=True, eq=False)
class _Learnt:
    """The learning's end: the weights, epochs, and out-of-fold weights of each crossed part."""

    state: State
    epochs: int
    seconds: float


def run_job(
    folder: Path, *, device: DeviceName, report: ProgressReport, token: CancelToken,
    watch: Callable[[LogRow], None] | None = None,
) -> FineTuned:
    """Carry out the job in a run's `folder`; one that was stopped goes on where it was.

    `watch` is called with each epoch of the learning that makes the child.

    Raises:
        JobError: the folder holds no job.
        CardError, WeightsError, MarginError: the parent's files are missing or damaged.
        CheckpointError: the folder is damaged.
        ImageError: an image cannot be read.
        Cancelled: the token was set. Nothing is left in the library.
    """
    job = read_job(folder)
    run = _Run(job, folder, device=device, report=report, token=token, watch=watch)
    gate = job.of(Part.GATE)
    child = run.learn(job.of(Part.LEARN), () if job.crossed else gate).state
    return run.finish([(gate, child), *run.crossed()], child)


class _Run:
    """One job with its parent loaded."""

    def __init__(
        self, job: Job, folder: Path, *, device: DeviceName, report: ProgressReport,
        token: CancelToken, watch: Callable[[LogRow], None] | None,
    ) -> None:
        self._watch = watch
        self._work = Work.of(job.lessons, job.epochs)
        self._job, self._folder = job, folder
        self._report, self._token = report, token
        self._device = choose_device(device)
        network, self._card = load_model(job.parent)
        self._parent = inference_state(network.state_dict())
        self._level_before = _level_of(self._card)
        self._margin = read_margin(job.parent)
        self._examples: dict[str, Example] = {}
        self._made = folder / "model"
        self._made.mkdir(exist_ok=True)

    def learn(
        self, lessons: Sequence[Lesson], gate: Sequence[Lesson], number: int = 0
    ) -> _Learnt:
        """Learn from lessons, stopping by the gate where it has any, in a sub-folder.

        `number` is 0 for the whole, from 1 for what leaves out a part.
        """
        part = f"part-{number}" if number else WHOLE
        recipe = replace(
            RECIPE, epochs=self._work.epochs_of(len(lessons)), seed=self._job.seed,
            channels=self._card.channels, grid=self._card.grid, begins_from=self._card.identity,
            batch_size=min(RECIPE.batch_size, len(lessons)),
            patience=RECIPE.patience if gate else None,
        )
        trained = Trainer(
            recipe, examples=[self._example(lesson) for lesson in lessons],
            held_back=[self._example(lesson) for lesson in gate],
            folder=self._folder / part, device=self._device, begin=self._parent,
            watch=None if number else self._watch,
        ).run(report=partial(self._report_learning, number), token=self._token)
        return _Learnt(inference_state(trained.state), trained.epochs, trained.seconds)

    def crossed(self) -> list[tuple[Lessons, State]]:
        """Learn once without each part of the subjects; return the parts with those weights.

        Accepted cases teach, but are in no part: their contour is the parent's own, by which its
        child cannot be judged fairly.
        """
        lessons = self._job.of(Part.LEARN)
        subjects = sorted(subjects_of(lessons))
        found = []
        for number in range(min(CROSS_PARTS, len(subjects))):
            outside = set(subjects[number::CROSS_PARTS])
            inside = [lesson for lesson in lessons if lesson.subject not in outside]
            left = tuple(
                lesson for lesson in lessons
                if lesson.subject in outside and lesson.source is not Source.ACCEPTED
            )
            found.append((left, self.learn(inside, (), number + 1).state))
        return found

    def finish(self, outside: Sequence[tuple[Lessons, State]], child: State) -> FineTuned:
        """Choose the share, judge the child, and put it into the library.

        `outside` holds lessons with the weights of a learning that has not seen them: those of
        the gate first, perhaps none, then each part of the taught with what was learnt without it.
        """
        judge = Judge(
            self._card, device=self._device, report=self._report_judging, token=self._token
        )
        judge.add(_PARENT, self._parent)
        seen = Outside(judge, self._parent, outside, level=self._level_before)
        mix = seen.best_mix(self._margin)
        state = mix.of(self._parent, child)
        judge.add(_CHILD, state)
        learn, reference = self._job.of(Part.LEARN), self._job.of(Part.REFERENCE)
        margin = self._new_margin(judge, seen.measured(mix))
        gate_pairs = _paired(
            seen.lessons, judge.figures(_PARENT, seen.lessons, self._margin),
            seen.figures(mix, margin),
        )
        unseen = compare_models(message("subjects not taught"), gate_pairs)
        of_gate = gate_pairs if self._job.crossed else gate_pairs[: len(outside[0][0])]
        gate = compare_models(message("the gate"), of_gate)
        kept = compare_models(
            self._job.reference, self._pairs(judge, reference, margin)
        )
        corrected = [lesson for lesson in learn if lesson.source is not Source.ACCEPTED]
        far = far_share([
            *gate_pairs[: len(outside[0][0])], *self._pairs(judge, corrected, margin)
        ])
        advice = advise(gate, unseen, kept, far_share=far)
        card = self._child_card(
            state, mix, gate=gate, unseen=unseen, reference=kept, advice=advice
        )
        write_gate_report(
            self._made, gate=gate, unseen=unseen, reference=kept, far_share=far,
            cases=map(gate_case, seen.lessons, gate_pairs),
        )
        return FineTuned(
            self._keep(state, card, margin), card, mix, gate, unseen, kept, advice
        )

    def _report_learning(self, number: int, progress: Progress) -> None:
        done = self._work.share_learnt(number, progress.done / progress.total)
        self._report(Progress(round(FINE * done), FINE, progress.text))

    def _report_judging(self, progress: Progress) -> None:
        done = self._work.share_judged(progress.done)
        self._report(Progress(round(FINE * done), FINE, progress.text))

    def _new_margin(self, judge: Judge, gate: Sequence[Measured]) -> Margin | None:
        if self._margin is None:
            return None
        known = (*self._job.of(Part.LEARN), *self._job.of(Part.REFERENCE))
        return refitted(
            self._margin, gate=gate, seen=[head.doubt for head in judge.measured(_CHILD, known)],
            source=f"{len(gate)} heads at the gate of {self._job.study}",
        )

    def _pairs(self, judge: Judge, lessons: Sequence[Lesson], margin: Margin | None) -> list[Pair]:
        return _paired(
            lessons, judge.figures(_PARENT, lessons, self._margin),
            judge.figures(_CHILD, lessons, margin),
        )

    def _example(self, lesson: Lesson) -> Example:
        if lesson.case_key not in self._examples:
            case = Case(
                lesson.case_key, lesson.image_path, set_name="", subject=lesson.subject,
                pixel_size_mm=lesson.pixel_size_mm,
            )
            height, width = self._card.grid
            self._examples[lesson.case_key] = make_example(
                case, lesson.ellipse, grid=(FINENESS * height, FINENESS * width)
            )
        return self._examples[lesson.case_key]

    def _child_card(
        self, state: State, mix: Mix, **judged: Table | Advice
    ) -> ModelCard:
        learn = self._job.of(Part.LEARN)
        return ModelCard(
            name=self._job.name, version=weights_version(state),
            made_at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            program=__version__, channels=self._card.channels, grid=self._card.grid,
            data=f"{len(learn)} cases of {len(subjects_of(learn))} subjects of {self._job.study}, "
            f"upon {self._card.identity}",
            split=_split_in_words(self._job),
            recipe={
                "share": mix.share, "level": self._level_before + mix.level, "seed": self._job.seed,
                "epochs": self._job.epochs, "learning_rate": RECIPE.learning_rate,
                "batch_size": RECIPE.batch_size,
            },
            parent=self._card.identity,
            gate=_plain(**judged),
        )

    def _keep(self, state: State, card: ModelCard, margin: Margin | None) -> Path:
        """Put the child into the library, whole or not at all; the run's folder goes then."""
        made = self._made
        if margin is not None:
            write_margin(margin, made)
        shutil.copyfile(self._folder / WHOLE / "log.csv", made / "log.csv")
        shutil.copyfile(self._folder / JOB_FILE, made / LESSONS_FILE)
        save_model(state, card, made)
        place = paths.models_folder() / card.name
        place.parent.mkdir(parents=True, exist_ok=True)
        made.rename(place)
        discard_run(self._folder)
        return place


def _level_of(card: ModelCard) -> float:
    """Return the level that a model was given; 0 where its card, perhaps a stranger's, has none."""
    level = card.recipe.get("level")
    if not isinstance(level, int | float) or not abs(level) <= _MOST_BELIEVED_LEVEL:
        return 0.0
    return float(level)


def _plain(**parts: Table | Advice) -> dict[str, Any]:
    """Return records as they come back from a card's JSON."""
    content = {name: asdict(part) for name, part in parts.items()}
    plain: dict[str, Any] = json.loads(json.dumps(content))
    return plain


def _paired(
    lessons: Sequence[Lesson], parents: Sequence[CaseFigures], children: Sequence[CaseFigures]
) -> list[Pair]:
    return [
        Pair(lesson.subject, before, after)
        for lesson, before, after in zip(lessons, parents, children, strict=True)
    ]


def _split_in_words(job: Job) -> str:
    if job.crossed:
        return (
            "Too few subjects for a gate of their own: judged by cross-validation in "
            f"{CROSS_PARTS} parts by subject."
        )
    gate = job.of(Part.GATE)
    return f"{len(gate)} cases of {len(subjects_of(gate))} subjects kept for the gate."
