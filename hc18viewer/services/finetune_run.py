"""Carry out one fine-tuning: learn, mix with the parent, judge at the gate, keep the child.

Everything that a run needs lies in its folder, so it can be gone on with after a crash and ends
as it would have without one. The child appears in the library whole, as the last step.
"""

from __future__ import annotations

import datetime
import shutil
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import torch

from hc18viewer import __version__, paths
from hc18viewer.dataset.case import Case
from hc18viewer.dataset.images import read_grey
from hc18viewer.evaluation.calibration import Measured
from hc18viewer.evaluation.gate import Advice, Pair, Table, advise, compare_models, far_share
from hc18viewer.evaluation.metrics import CaseFigures, compare, summarise
from hc18viewer.evaluation.recalibration import refitted
from hc18viewer.model.card import ModelCard
from hc18viewer.model.device import DeviceName, choose_device
from hc18viewer.model.margin import Margin, read_margin, write_margin
from hc18viewer.model.predictor import Predictor
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.torch_engine import TorchEngine
from hc18viewer.model.unet import UNet
from hc18viewer.model.weights import inference_state, load_model, save_model, weights_version
from hc18viewer.progress import Progress
from hc18viewer.training.best import score_of
from hc18viewer.training.examples import FINENESS, Example, make_example
from hc18viewer.training.interpolate import interpolated
from hc18viewer.training.lessons import Job, Lesson, Part, read_job, subjects_of
from hc18viewer.training.trainer import Recipe, Trainer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from torch import Tensor

    from hc18viewer.model.doubt import Doubt
    from hc18viewer.progress import CancelToken, ProgressReport
    from hc18viewer.training.log import LogRow

    State = dict[str, Tensor]

SHARES = (0.25, 0.5, 0.75, 1.0)
CROSS_PARTS = 3
RECIPE = Recipe(
    side_heads=0, batch_size=4, learning_rate=3e-4, weight_decay=0.0, average_decay=0.95,
    look_every=3, patience=3,
)
"""What a fine-tuning changes of the main training's recipe; its augmentation is the same."""


@dataclass(frozen=True, slots=True)
class FineTuned:
    """What came of a fine-tuning: the child's folder and card, the gate's tables and advice.

    Attributes:
        share: how far from the parent towards what was learnt the child lies.
    """

    folder: Path
    card: ModelCard
    share: float
    gate: Table
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

    `watch` is called with each epoch of the learning.

    Raises:
        JobError: the folder holds no job.
        CardError, WeightsError, MarginError: the parent's files are missing or damaged.
        CheckpointError: the folder is damaged.
        ImageError: an image cannot be read.
        Cancelled: the token was set. Nothing is left in the library.
    """
    job = read_job(folder)
    run = _Run(job, folder, device=device, report=report, token=token, watch=watch)
    if job.crossed:
        outside = run.crossed()
        child = run.learn(job.of(Part.LEARN), (), "whole").state
    else:
        learnt = run.learn(job.of(Part.LEARN), job.of(Part.GATE), "whole")
        outside = [(job.of(Part.GATE), learnt.state)]
        child = learnt.state
    return run.finish(child, outside)


class _Run:
    """One job with its parent loaded."""

    def __init__(
        self, job: Job, folder: Path, *, device: DeviceName, report: ProgressReport,
        token: CancelToken, watch: Callable[[LogRow], None] | None,
    ) -> None:
        self._watch = watch
        self._job, self._folder = job, folder
        self._report, self._token = report, token
        self._device = choose_device(device)
        network, self._card = load_model(job.parent)
        self._parent = inference_state(network.state_dict())
        self._margin = read_margin(job.parent)
        self._examples: dict[str, Example] = {}

    def learn(self, lessons: Sequence[Lesson], gate: Sequence[Lesson], part: str) -> _Learnt:
        """Learn from lessons, stopping by the gate where it has any, in a sub-folder."""
        recipe = replace(
            RECIPE, epochs=self._job.epochs, seed=self._job.seed, channels=self._card.channels,
            grid=self._card.grid, begins_from=self._card.identity,
            batch_size=min(RECIPE.batch_size, len(lessons)),
            patience=RECIPE.patience if gate else None,
        )
        trained = Trainer(
            recipe, examples=[self._example(lesson) for lesson in lessons],
            held_back=[self._example(lesson) for lesson in gate],
            folder=self._folder / part, device=self._device, begin=self._parent,
            watch=self._watch,
        ).run(report=self._report, token=self._token)
        return _Learnt(inference_state(trained.state), trained.epochs, trained.seconds)

    def crossed(self) -> list[tuple[tuple[Lesson, ...], State]]:
        """Learn once without each part of the subjects; return the parts with those weights."""
        lessons = self._job.of(Part.LEARN)
        subjects = sorted(subjects_of(lessons))
        found = []
        for number in range(min(CROSS_PARTS, len(subjects))):
            outside = set(subjects[number::CROSS_PARTS])
            inside = [lesson for lesson in lessons if lesson.subject not in outside]
            left = tuple(lesson for lesson in lessons if lesson.subject in outside)
            found.append((left, self.learn(inside, (), f"part-{number + 1}").state))
        return found

    def finish(
        self, child: State, outside: Sequence[tuple[tuple[Lesson, ...], State]]
    ) -> FineTuned:
        """Choose the share, judge the child, and put it into the library."""
        share = self._best_share(outside)
        state = interpolated(self._parent, child, share)
        margin = self._new_margin(state, outside, share)
        gate = compare_models("the gate", [
            pair for lessons, learnt in outside
            for pair in self._pairs(lessons, interpolated(self._parent, learnt, share), margin)
        ])
        reference = compare_models(
            self._job.reference, self._pairs(self._job.of(Part.REFERENCE), state, margin)
        )
        learnt_pairs = self._pairs(self._job.of(Part.LEARN), state, margin)
        advice = advise(gate, reference, far_share=far_share(learnt_pairs))
        card = self._child_card(state, share, gate, reference, advice)
        return FineTuned(
            self._keep(state, card, margin), card, share, gate, reference, advice
        )

    def _best_share(self, outside: Sequence[tuple[tuple[Lesson, ...], State]]) -> float:
        scores = {}
        for share in SHARES:
            figures = [
                figure for lessons, learnt in outside
                for figure in self._figures(
                    lessons, interpolated(self._parent, learnt, share), self._margin
                )
            ]
            scores[share] = score_of(summarise(figures))
        return min(scores, key=scores.__getitem__)

    def _new_margin(
        self, state: State, outside: Sequence[tuple[tuple[Lesson, ...], State]], share: float
    ) -> Margin | None:
        if self._margin is None:
            return None
        measured: list[Measured] = []
        for lessons, learnt in outside:
            predictor = self._predictor(interpolated(self._parent, learnt, share), None)
            measured += filter(None, (_measured(predictor, lesson) for lesson in lessons))
        seen: list[Doubt] = []
        predictor = self._predictor(state, None)
        for lesson in self._job.of(Part.LEARN):
            self._token.check()
            doubt = predictor.look(read_grey(lesson.image_path)).doubt
            seen += [doubt] if doubt is not None else []
        source = f"{len(measured)} heads at the gate of {self._job.study}"
        return refitted(self._margin, gate=measured, seen=seen, source=source)

    def _pairs(
        self, lessons: Sequence[Lesson], state: State, margin: Margin | None
    ) -> list[Pair]:
        parents = self._figures(lessons, self._parent, self._margin)
        children = self._figures(lessons, state, margin)
        return [
            Pair(lesson.subject, before, after)
            for lesson, before, after in zip(lessons, parents, children, strict=True)
        ]

    def _figures(
        self, lessons: Iterable[Lesson], state: State, margin: Margin | None
    ) -> list[CaseFigures]:
        predictor = self._predictor(state, margin)
        found = []
        for lesson in lessons:
            self._token.check()
            self._report(Progress(0, 0, "Comparing with the model before"))
            image = read_grey(lesson.image_path)
            prediction = predictor.predict(
                image, case_key=lesson.case_key, pixel_size_mm=lesson.pixel_size_mm
            )
            found.append(compare(
                lesson.case_key, predicted=prediction.ellipse, truth=lesson.ellipse,
                shape=(image.shape[0], image.shape[1]), pixel_size_mm=lesson.pixel_size_mm,
            ))
        return found

    def _predictor(self, state: State, margin: Margin | None) -> Predictor:
        network = UNet(UNetShape(channels=self._card.channels))
        network.load_state_dict(state)
        network = network.to(memory_format=torch.channels_last).eval()  # type: ignore[call-overload]
        engine = TorchEngine(
            network, device=self._device, tell=lambda text: self._report(Progress(0, 0, text))
        )
        return Predictor(engine, self._card, margin=margin)

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
        self, state: State, share: float, gate: Table, reference: Table, advice: Advice
    ) -> ModelCard:
        learn = self._job.of(Part.LEARN)
        return ModelCard(
            name=self._job.name, version=weights_version(state),
            made_at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            program=__version__, channels=self._card.channels, grid=self._card.grid,
            data=f"{len(learn)} cases of {len(subjects_of(learn))} subjects of {self._job.study}, "
            f"upon {self._card.identity}",
            split=_split_in_words(self._job),
            recipe={"share": share, "seed": self._job.seed, "epochs": self._job.epochs,
                    "learning_rate": RECIPE.learning_rate, "batch_size": RECIPE.batch_size},
            parent=self._card.identity,
            gate={"gate": asdict(gate), "reference": asdict(reference), "advice": asdict(advice)},
        )

    def _keep(self, state: State, card: ModelCard, margin: Margin | None) -> Path:
        """Put the child into the library, whole or not at all; the run's folder goes then."""
        made = self._folder / "model"
        made.mkdir(exist_ok=True)
        if margin is not None:
            write_margin(margin, made)
        shutil.copyfile(self._folder / "whole" / "log.csv", made / "log.csv")
        shutil.copyfile(self._folder / "job.json", made / "lessons.json")
        save_model(state, card, made)
        place = paths.models_folder() / card.name
        place.parent.mkdir(parents=True, exist_ok=True)
        made.rename(place)
        shutil.rmtree(self._folder)
        return place


def _measured(predictor: Predictor, lesson: Lesson) -> Measured | None:
    looks = predictor.look(read_grey(lesson.image_path))
    if looks.found.ellipse is None or looks.doubt is None or lesson.pixel_size_mm is None:
        return None
    hc_mm = looks.found.ellipse.perimeter * lesson.pixel_size_mm
    return Measured(
        lesson.subject, looks.doubt, hc_mm, hc_mm - lesson.ellipse.perimeter * lesson.pixel_size_mm
    )


def _split_in_words(job: Job) -> str:
    if job.crossed:
        return (
            "Too few subjects for a gate of their own: judged by cross-validation in "
            f"{CROSS_PARTS} parts by subject."
        )
    gate = job.of(Part.GATE)
    return f"{len(gate)} cases of {len(subjects_of(gate))} subjects kept for the gate."
