"""Compare ways to learn from few corrections, on subjects that none of them used.

    python tests/benchmarks/recipes.py [--only WAY ...] [--kinds KIND ...] [--seeds N] [--jobs N]
        [--device cpu|cuda] --json FILE

The parent is hc18-unet-fold1. As in `finetuning.py`, 30 subjects of fold 1 of 5 are drawn for each
seed and corrected as `clinics.py` says; a way learns from 20 of them, as a gate of ten leaves, and
is judged by all others at several shares of the way from the parent, on the study made and on HC18
as it is. HC18 is read from HC18_DIR or ../shared/hc18.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from clinics import Kind, write_study
from finetuning import CORRECTED, PARENT, hc18, subjects_of_fold_1

from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.metrics import summarise
from hc18viewer.evaluation.split import Fold, kept
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.model.catalogue import find_model
from hc18viewer.model.device import choose_device
from hc18viewer.model.weights import inference_state, load_model
from hc18viewer.progress import CancelToken, ignore_progress
from hc18viewer.services.finetune_judge import Judge
from hc18viewer.services.finetune_mix import SHARES
from hc18viewer.services.finetune_run import RECIPE
from hc18viewer.services.finetuning import annotated_lessons
from hc18viewer.training.augment import Strength
from hc18viewer.training.examples import FINENESS, make_example
from hc18viewer.training.interpolate import interpolated
from hc18viewer.training.lessons import Part
from hc18viewer.training.trainer import Recipe, Trainer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from hc18viewer.dataset.case import Case
    from hc18viewer.evaluation.metrics import CaseFigures
    from hc18viewer.training.examples import Example
    from hc18viewer.training.lessons import Lesson

    State = dict[str, Tensor]

TAUGHT = 20
MIXED = 20
SOUP = 4
PLAIN = replace(RECIPE, learning_rate=3e-4)
"""What a way changes, where it does not say otherwise."""

ELSEWHERE = 80.0
"""A head drawn with less Dice is drawn in another place; its HC error is none of size or form."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to learn.

    Attributes:
        steps: of the optimiser.
        frozen: what is not learnt: "norms" (their statistics stay the parent's), "encoder",
            "weights" (all but the statistics).
        mixed: how many cases of HC18, of the parent's own training, are learnt beside.
        pull: how strongly each step draws the weights back to the parent's.
        soup: how many learnings of other seeds are averaged.
    """

    recipe: Recipe = PLAIN
    steps: int = 120
    frozen: str = ""
    mixed: int = 0
    pull: float = 0.0
    soup: int = 1


_CALM = Strength(rotation_deg=10, scale=(0.9, 1.1), flip_vertical=0.0, stretch=0.04, shear=0.03)
WAYS = {
    "rate 3e-4": Way(),
    "rate 1e-4": Way(replace(PLAIN, learning_rate=1e-4)),
    "rate 6e-4": Way(replace(PLAIN, learning_rate=6e-4)),
    "rate 1e-3": Way(replace(PLAIN, learning_rate=1e-3)),
    "60 steps": Way(steps=60),
    "240 steps": Way(steps=240),
    "480 steps": Way(steps=480),
    "480 steps of 1e-4": Way(replace(PLAIN, learning_rate=1e-4), steps=480),
    "batches of 8": Way(replace(PLAIN, batch_size=8)),
    "calm augmentation": Way(replace(PLAIN, strength=_CALM)),
    "calm augmentation, rate 6e-4": Way(replace(RECIPE, strength=_CALM)),
    "calm augmentation, 240 steps": Way(replace(PLAIN, strength=_CALM), steps=240),
    "rate 6e-4, 240 steps": Way(RECIPE, steps=240),
    "close looks only": Way(replace(PLAIN, strength=Strength(close_look=1.0))),
    "norms frozen": Way(frozen="norms"),
    "norms alone": Way(frozen="weights"),
    "encoder frozen": Way(frozen="encoder"),
    "mixed with HC18": Way(mixed=MIXED, steps=240),
    "pulled to the parent": Way(pull=1e-2),
    "soup of four": Way(soup=SOUP),
    "norms frozen, rate 1e-3": Way(replace(PLAIN, learning_rate=1e-3), frozen="norms"),
}


class _Learner(Trainer):
    """A trainer that can leave parts as they are, or be pulled to where it began."""

    def __init__(self, way: Way, recipe: Recipe, *, begin: State, **given: Any) -> None:
        super().__init__(recipe, begin=begin, **given)
        self._way = way
        self._origin = [weight.detach().clone() for weight in self._network.parameters()]
        learnt = {"encoder": lambda name: not name.startswith("encoder"),
                  "weights": lambda name: False}.get(way.frozen)
        for name, weight in self._network.named_parameters():
            weight.requires_grad_(learnt is None or learnt(name) or name.startswith("head"))
        if way.frozen == "norms":
            for module in self._network.modules():
                if isinstance(module, torch.nn.BatchNorm2d):
                    module.eval()
                    module.train = lambda mode=True, stays=module: stays  # type: ignore[method-assign]

    def _rate(self) -> float:
        return 0.0 if self._way.frozen == "weights" else super()._rate()

    def _learn(self, inputs: Tensor, targets: Tensor) -> float:
        loss = super()._learn(inputs, targets)
        if self._way.pull:
            with torch.no_grad():
                for weight, origin in zip(
                    self._network.parameters(), self._origin, strict=True
                ):
                    weight.lerp_(origin, self._way.pull)
        return loss


def learn(
    way: Way, lessons: Sequence[Lesson], beside: Sequence[Example], *, seed: int,
    device: torch.device, folder: Path,
) -> State:
    """Return the weights that a way learns."""
    network, card = load_model(find_model(PARENT))
    parent = inference_state(network.state_dict())
    fine = (FINENESS * card.grid[0], FINENESS * card.grid[1])
    cases = {lesson.case_key: lesson for lesson in lessons}
    examples = [make_example(_case(lesson), lesson.ellipse, grid=fine) for lesson in cases.values()]
    examples += beside[: way.mixed]
    states = []
    for number in range(way.soup):
        recipe = replace(
            way.recipe, seed=seed + 100 * number, channels=card.channels, grid=card.grid,
            patience=None, begins_from=card.identity,
            epochs=max(3, round(way.steps / (len(examples) // way.recipe.batch_size))),
        )
        states.append(inference_state(_Learner(
            way, recipe, begin=parent, examples=examples, held_back=[],
            folder=folder / str(number), device=device,
        ).run(report=ignore_progress, token=CancelToken()).state))
    states = [{name: value.cpu() for name, value in state.items()} for state in states]
    return {
        name: torch.stack([state[name] for state in states]).mean(0)
        if value.is_floating_point() else value
        for name, value in states[0].items()
    }


def _lessons(place: Path, kind: str) -> list[Lesson]:
    """Return the lessons of one study, under keys that no other study has."""
    found, _ = annotated_lessons(open_study(place / kind).cases, part=Part.LEARN)
    return [replace(lesson, case_key=f"{kind}/{lesson.case_key}") for lesson in found]


def _case(lesson: Lesson) -> Case:
    from hc18viewer.dataset.case import Case

    return Case(lesson.case_key, lesson.image_path, set_name="", subject=lesson.subject,
                pixel_size_mm=lesson.pixel_size_mm)


def run(name: str, kind: str, seed: int, place: Path, device: str) -> dict[str, Any]:
    """Learn by one way with one seed and judge at every share; return the figures of each case."""
    torch.set_num_threads(1)
    begun = time.perf_counter()
    where = choose_device(device)  # type: ignore[arg-type]
    made = {each: _lessons(place, each) for each in {kind, Kind.PLAIN.value}}
    subjects = sorted(lesson.subject for lesson in made[kind])
    order = np.random.default_rng(1000 + seed).permutation(len(subjects))
    taught = {subjects[i] for i in order[:TAUGHT]}
    gate = {subjects[i] for i in order[TAUGHT:CORRECTED]}
    network, card = load_model(find_model(PARENT))
    parent = inference_state(network.state_dict())
    judge = Judge(card, device=where, report=ignore_progress, token=CancelToken())
    judge.add("0", parent)
    shares = ["0"]
    if name != "parent":
        fine = (FINENESS * card.grid[0], FINENESS * card.grid[1])
        beside = [
            make_example(case, truth, grid=fine) for case in open_study(place / "beside").cases
            if (truth := truth_ellipse(case)) is not None
        ] if WAYS[name].mixed else []
        lessons = [lesson for lesson in made[kind] if lesson.subject in taught]
        with tempfile.TemporaryDirectory() as folder:
            state = learn(WAYS[name], lessons, beside, seed=seed, device=where,
                          folder=Path(folder))
        shares = [str(share) for share in SHARES]
        for share in SHARES:
            judge.add(str(share), interpolated(parent, state, share))
    learnt_s = time.perf_counter() - begun
    found = {}
    for share, (study, lessons) in itertools.product(shares, made.items()):
        others = [lesson for lesson in lessons if lesson.subject not in taught]
        figures = judge.figures(share, others, None)
        found[f"{study} {share}"] = {
            part: _plain(summarise([
                figure for figure, lesson in zip(figures, others, strict=True)
                if (lesson.subject in gate) == (part == "gate")
            ])) for part in ("gate", "unseen")
        } | {"cases": [_short(figure) for figure in figures]}
    return {"way": name, "kind": kind, "seed": seed, "learnt_s": learnt_s,
            "seconds": time.perf_counter() - begun, "figures": found}


def _plain(summary: Any) -> dict[str, Any]:
    return {"n": summary.n, "missed": summary.missed, "dice": summary.dice_percent,
            "hc_mae_mm": summary.hc_mae_mm, "hc_bias_mm": summary.hc_bias_mm}


def _short(figure: CaseFigures) -> list[Any]:
    error = figure.hc_error_mm
    return [figure.case_key, round(figure.dice_percent, 3),
            None if error is None else round(error, 3)]


def _write(place: Path, kinds: Sequence[str]) -> None:
    cases = subjects_of_fold_1()
    for kind in {*kinds, Kind.PLAIN.value}:
        write_study(cases, place / kind, Kind(kind))
    others = kept(open_study(hc18()).cases, Fold(1, 5))
    first: dict[str, Case] = {}
    for case in others:
        if case.annotation_path is not None:
            first.setdefault(case.subject, case)
    write_study([first[each] for each in sorted(first)][:MIXED], place / "beside", Kind.PLAIN)


def main() -> int:
    """Run every way with every seed and print the figures of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=WAYS, default=list(WAYS))
    parser.add_argument("--kinds", nargs="+", default=["clinic"],
                        choices=[kind.value for kind in Kind])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--json", type=Path, required=True)
    wanted = parser.parse_args()
    names = ["parent", *wanted.only]
    units = list(itertools.product(wanted.kinds, range(wanted.seeds), names))
    done = []
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HC18VIEWER_HOME"] = f"{scratch}/home"
        _write(Path(scratch), wanted.kinds)
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(wanted.jobs, mp_context=spawn) as pool:
            waiting = [
                pool.submit(run, name, kind, seed, Path(scratch), wanted.device)
                for kind, seed, name in units
            ]
            for future in as_completed(waiting):
                done.append(future.result())
                _print(done[-1])
                wanted.json.write_text(json.dumps(done) + "\n")
    return 0


def _print(row: dict[str, Any]) -> None:
    head = f"{row['way']}, {row['kind']}-{row['seed']} ({row['learnt_s']:.0f} s)"
    for place, figures in row["figures"].items():
        unseen = figures["unseen"]
        print(f"{head}, {place}: Dice {unseen['dice']:.2f} %, HC error "
              f"{unseen['hc_mae_mm']:.2f} mm, bias {unseen['hc_bias_mm']:+.2f} mm, missed "
              f"{unseen['missed']}, with the bias of all taken off "
              f"{_spread(figures['cases']):.2f} mm", flush=True)


def _spread(cases: Sequence[Sequence[Any]]) -> float:
    """Return the mean HC error if the size were right, in mm, of the heads drawn where they are."""
    errors = np.array([error for _, dice, error in cases if error is not None and dice > ELSEWHERE])
    return float(np.mean(np.abs(errors - errors.mean())))


if __name__ == "__main__":
    sys.exit(main())
