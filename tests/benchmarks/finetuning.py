"""What fine-tuning gives on subjects that it never used, by trials on studies made from HC18.

    python tests/benchmarks/finetuning.py [--only NAME ...] [--runs N] --json FILE

The parent is hc18-unet-fold1, which has not seen the subjects of fold 1 of 5. Of these, 30 are
drawn for each run and corrected as `clinics.py` says; all others judge. Trials: `clinic` (another
machine), `habit` (calipers 3 % wider), `seeds` (ten runs on HC18 as it is, where there is nothing
to gain) and `wrong` (ten runs with 30 % of the corrections at random). HC18 is read from HC18_DIR
or ../shared/hc18.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import resource
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from clinics import Kind, write_study

from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.split import Fold, held_back
from hc18viewer.model.catalogue import find_model
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
    from hc18viewer.services.finetune_run import FineTuned

CHECKOUT = Path(__file__).resolve().parents[2]
PARENT = "hc18-unet-fold1"
CORRECTED = 30


@dataclass(frozen=True, slots=True)
class Trial:
    """One run; the summaries are of subjects that it never used, None where none were looked at."""

    name: str
    seed: int
    seconds: float
    peak_mb: float
    share: float
    promoted: bool
    sentence: str
    reasons: tuple[str, ...]
    parent: Summary | None = None
    child: Summary | None = None
    parent_on_hc18: Summary | None = None
    child_on_hc18: Summary | None = None


def subjects_of_fold_1() -> list[Case]:
    """Return one case of each subject that the parent has not seen."""
    folder = Path(os.environ.get("HC18_DIR", CHECKOUT.parent / "shared" / "hc18"))
    cases = held_back(open_study(folder).cases, Fold(1, 5))
    first: dict[str, Case] = {}
    for case in cases:
        if case.annotation_path is not None:
            first.setdefault(case.subject, case)
    return [first[subject] for subject in sorted(first)]


def run_trial(name: str, kind: Kind, seed: int, scratch: Path, *, judged: bool) -> Trial:
    """Correct 30 subjects, fine-tune, and compare on the others where `judged`."""
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
            Review(study, store, reader="trial", model=PARENT), wish, device="cpu",
            report=ignore_progress, token=CancelToken(),
        )
    trial = Trial(
        name, seed, time.perf_counter() - begun,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, done.share,
        done.advice.promote, str(done.advice.sentence), tuple(map(str, done.advice.reasons)),
    )
    return _judged(trial, done, others, kind, place) if judged else trial


def _judged(
    trial: Trial, done: FineTuned, others: Sequence[Case], kind: Kind, place: Path
) -> Trial:
    write_study(others, place / "same", kind)
    on_same = _summaries(done, place / "same")
    if kind is Kind.PLAIN:
        on_hc18 = on_same
    else:
        write_study(others, place / "hc18", Kind.PLAIN)
        on_hc18 = _summaries(done, place / "hc18")
    return dataclasses.replace(
        trial, parent=on_same[0], child=on_same[1], parent_on_hc18=on_hc18[0],
        child_on_hc18=on_hc18[1],
    )


def _summaries(done: FineTuned, folder: Path) -> tuple[Summary, Summary]:
    study = open_study(folder)
    found = [
        evaluate_study(
            Predictor.load(model, device="cpu"), study, fold=None, report=ignore_progress,
            token=CancelToken(),
        ).summary
        for model in (find_model(PARENT), done.folder)
    ]
    return found[0], found[1]


def _line(trial: Trial) -> str:
    text = (
        f"{trial.name}-{trial.seed}: {trial.seconds:.0f} s, {trial.peak_mb:.0f} MB, share "
        f"{trial.share}, {'promoted' if trial.promoted else 'not promoted'}. {trial.sentence} "
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
    return text


TRIALS = {
    "clinic": (Kind.CLINIC, True), "habit": (Kind.HABIT, True), "seeds": (Kind.PLAIN, True),
    "wrong": (Kind.WRONG, False),
}


def main() -> int:
    """Run the trials and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=TRIALS, default=list(TRIALS))
    parser.add_argument("--runs", type=int, help="of each trial; 1 or 10 if not given")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--json", type=Path, required=True)
    wanted = parser.parse_args()
    done: list[Trial] = []
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HC18VIEWER_HOME"] = f"{scratch}/home"
        for name in wanted.only:
            kind, judged = TRIALS[name]
            runs = wanted.runs or (10 if name in ("seeds", "wrong") else 1)
            for seed in range(wanted.first, wanted.first + runs):
                done.append(run_trial(name, kind, seed, Path(scratch), judged=judged))
                print(_line(done[-1]), flush=True)
                wanted.json.write_text(json.dumps([asdict(t) for t in done], indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
