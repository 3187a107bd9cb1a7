"""What fine-tuning gives on subjects that it never used, by trials on studies made from HC18.

    python tests/benchmarks/finetuning.py [--only NAME ...] [--runs N] [--first SEED] [--jobs N]
        [--device cpu|cuda] --json FILE

The parent is hc18-unet-fold1, which has not seen the subjects of fold 1 of 5. Of these, 30 are
drawn for each run and corrected as `clinics.py` says; all others judge. Trials: `clinic` (another
machine), `habit` (calipers 3 % wider), `seeds` (ten runs on HC18 as it is, where there is nothing
to gain) and `wrong` (ten runs with 30 % of the corrections at random); of the last two only
what is promoted is judged. HC18 is read from HC18_DIR
or ../shared/hc18. Of several jobs at once neither times nor memory are one run's own.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from clinics import Kind, write_study

from hc18viewer import paths
from hc18viewer.dataset.sample_study import write_sample_study
from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.split import Fold, held_back
from hc18viewer.model.catalogue import find_model
from hc18viewer.model.device import DEVICE_NAMES
from hc18viewer.model.predictor import Predictor
from hc18viewer.progress import CancelToken, ignore_progress
from hc18viewer.services.evaluation import evaluate_study
from hc18viewer.services.finetune_runs import Wish
from hc18viewer.services.finetune_study import fine_tune
from hc18viewer.services.finetuning import Choice
from hc18viewer.services.finetuning import Kind as Use
from hc18viewer.services.review import Review
from hc18viewer.store.study_store import StudyStore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hc18viewer.dataset.case import Case
    from hc18viewer.evaluation.metrics import Summary
    from hc18viewer.model.device import DeviceName
    from hc18viewer.services.evaluation import Evaluation
    from hc18viewer.services.finetune_run import FineTuned

CHECKOUT = Path(__file__).resolve().parents[2]
PARENT = "hc18-unet-fold1"
CORRECTED = 30


@dataclass(frozen=True, slots=True)
class Trial:
    """One run.

    Attributes:
        parent, child, parent_on_hc18, child_on_hc18: on subjects that it never used, in the study
            made and on HC18 as it is; None where none were looked at.
        heads: how many of these every one of parent and child finds in both studies.
        errors_mm: their mean absolute HC error: of the parent on HC18, of the parent and of the
            child in the study made.
    """

    name: str
    seed: int
    seconds: float
    peak_mb: float
    share: float
    level: float
    promoted: bool
    sentence: str
    reasons: tuple[str, ...]
    parent: Summary | None = None
    child: Summary | None = None
    parent_on_hc18: Summary | None = None
    child_on_hc18: Summary | None = None
    heads: int = 0
    errors_mm: tuple[float, float, float] | None = None

    @property
    def won_back(self) -> float | None:
        """Which share of the loss against HC18 the child wins back; None where there is none."""
        if self.errors_mm is None or self.errors_mm[1] <= self.errors_mm[0]:
            return None
        at_home, before, after = self.errors_mm
        return (before - after) / (before - at_home)


def hc18() -> Path:
    """Return where HC18 lies."""
    return Path(os.environ.get("HC18_DIR", CHECKOUT.parent / "shared" / "hc18"))


def subjects_of_fold_1() -> list[Case]:
    """Return one case of each subject that the parent has not seen."""
    cases = held_back(open_study(hc18()).cases, Fold(1, 5))
    first: dict[str, Case] = {}
    for case in cases:
        if case.annotation_path is not None:
            first.setdefault(case.subject, case)
    return [first[subject] for subject in sorted(first)]


def run_trial(name: str, seed: int, scratch: Path, device: DeviceName) -> Trial:
    """Correct 30 subjects, fine-tune, and compare on the others."""
    kind, judged = TRIALS[name]
    cases = subjects_of_fold_1()
    order = np.random.default_rng(1000 + seed).permutation(len(cases))
    corrected = [cases[i] for i in order[:CORRECTED]]
    others = [cases[i] for i in order[CORRECTED:]]
    place = scratch / f"{name}-{seed}"
    write_study(corrected, place / "corrected", kind, seed=seed)
    study = open_study(place / "corrected")
    wish = Wish(
        f"{name}-{seed}", find_model(PARENT), choice=Choice(frozenset({Use.ANNOTATED})), seed=seed
    )
    begun = time.perf_counter()
    with StudyStore.open(study.root, place / "stores") as store:
        done = fine_tune(
            Review(study, store, reader="trial", model=PARENT), wish, device=device,
            report=ignore_progress, token=CancelToken(),
        )
    trial = Trial(
        name, seed, time.perf_counter() - begun,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, done.mix.share, done.mix.level,
        done.advice.promote, str(done.advice.sentence), tuple(map(str, done.advice.reasons)),
    )
    if not judged and not trial.promoted:
        return trial
    return _judged(trial, done, others, kind, place, device)


def _judged(
    trial: Trial, done: FineTuned, others: Sequence[Case], kind: Kind, place: Path,
    device: DeviceName,
) -> Trial:
    write_study(others, place / "made", kind)
    write_study(others, place / "hc18", Kind.PLAIN)
    models = (find_model(PARENT), done.folder)
    made, at_home = (
        [_evaluated(model, place / folder, device) for model in models]
        for folder in ("made", "hc18")
    )
    errors = [
        {each.case_key: abs(each.hc_error_mm) for each in found.cases
         if each.hc_error_mm is not None}
        for found in (at_home[0], made[0], made[1])
    ]
    heads = sorted(set.intersection(*map(set, errors)))
    means = [float(np.mean([each[key] for key in heads])) for each in errors]
    return dataclasses.replace(
        trial, parent=made[0].summary, child=made[1].summary, parent_on_hc18=at_home[0].summary,
        child_on_hc18=at_home[1].summary, heads=len(heads),
        errors_mm=(means[0], means[1], means[2]),
    )


def _evaluated(model: Path, folder: Path, device: DeviceName) -> Evaluation:
    return evaluate_study(
        Predictor.load(model, device=device), open_study(folder), fold=None,
        report=ignore_progress, token=CancelToken(),
    )


def _line(trial: Trial) -> str:
    text = (
        f"{trial.name}-{trial.seed}: {trial.seconds:.0f} s, {trial.peak_mb:.0f} MB, share "
        f"{trial.share}, level {trial.level:+.2f}, "
        f"{'promoted' if trial.promoted else 'not promoted'}. {trial.sentence} "
        f"{' '.join(trial.reasons)}"
    )
    pairs = (("unseen", trial.parent, trial.child),
             ("HC18", trial.parent_on_hc18, trial.child_on_hc18))
    for name, before, after in pairs:
        if before is None or after is None:
            continue
        text += (
            f"\n    {name}: Dice {before.dice_percent:.2f} -> {after.dice_percent:.2f}, HC error "
            f"{before.hc_mae_mm:.2f} -> {after.hc_mae_mm:.2f} mm, bias {before.hc_bias_mm:+.2f} -> "
            f"{after.hc_bias_mm:+.2f} mm, missed {before.missed} -> {after.missed}"
        )
    if trial.errors_mm is not None:
        at_home, before, after = trial.errors_mm
        text += f"\n    {trial.heads} heads: {at_home:.2f} mm on HC18, "
        text += f"{before:.2f} -> {after:.2f} mm"
        text += f", {100 * trial.won_back:.0f} % won back" if trial.won_back is not None else ""
    return text


TRIALS = {
    "clinic": (Kind.CLINIC, True), "habit": (Kind.HABIT, True), "seeds": (Kind.PLAIN, False),
    "wrong": (Kind.WRONG, False),
}
"""What is done to HC18, and whether a child is judged that is not promoted."""


def main() -> int:
    """Run the trials and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=TRIALS, default=list(TRIALS))
    parser.add_argument("--runs", type=int, help="of each trial; 1 or 10 if not given")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--device", choices=DEVICE_NAMES, default="cpu")
    parser.add_argument("--json", type=Path, required=True)
    wanted = parser.parse_args()
    units = [
        (name, seed) for name in wanted.only
        for seed in range(wanted.first, wanted.first + (
            wanted.runs or (10 if name in ("seeds", "wrong") else 1)
        ))
    ]
    done: list[Trial] = []
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HC18VIEWER_HOME"] = f"{scratch}/home"
        write_sample_study(paths.sample_folder(), report=ignore_progress, token=CancelToken())
        spawn = multiprocessing.get_context("spawn")
        # A new process for each, so that the memory is one run's.
        with ProcessPoolExecutor(wanted.jobs, mp_context=spawn, max_tasks_per_child=1) as pool:
            waiting = [
                pool.submit(run_trial, name, seed, Path(scratch), wanted.device)
                for name, seed in units
            ]
            for future in as_completed(waiting):
                done.append(future.result())
                print(_line(done[-1]), flush=True)
                done.sort(key=lambda trial: (list(TRIALS).index(trial.name), trial.seed))
                rows = [{**asdict(each), "won_back": each.won_back} for each in done]
                wanted.json.write_text(json.dumps(rows, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
