"""Fine-tune a model on what a study's readers did, from the study's folder to a model's."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from hc18viewer import paths
from hc18viewer.files import held
from hc18viewer.message import message
from hc18viewer.progress import CancelToken, Progress, ProgressReport
from hc18viewer.services.finetune_run import FineTuned, run_job
from hc18viewer.services.finetune_runs import (
    Wish,
    discard_run,
    lay_down,
    lock_of,
    reference_lessons,
    refuse_name,
)
from hc18viewer.services.finetune_speed import measure_speed
from hc18viewer.services.finetune_work import epochs_within
from hc18viewer.services.finetuning import plan_fine_tuning

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.model.device import DeviceName
    from hc18viewer.services.finetuning import Plan
    from hc18viewer.services.review import Review


def prepare_run(
    review: Review, wish: Wish, *, device: DeviceName, report: ProgressReport, token: CancelToken
) -> tuple[Plan, Path]:
    """Draw the gate, keep the draw in the store, and write the job into a run's folder.

    Raises:
        NameTakenError: the name is not free.
        TooFewLessonsError: too few cases can be used.
        StoreError, JobError: something cannot be written.
        Cancelled: the token was set.
    """
    refuse_name(wish.name)
    study = review.study
    lessons, words = reference_lessons(wish.reference, study, report, token)
    plan = plan_fine_tuning(
        [review.state(case.key) for case in study.cases], choice=wish.choice,
        drawn=review.gate_draws(), reference=lessons,
    )
    if wish.minutes is not None:
        report(Progress(0, 0, message("Measuring the speed of this machine")))
        step, look = measure_speed(wish.parent, device=device)
        epochs = epochs_within(
            plan.work, 60 * wish.minutes, step_seconds=step, look_seconds=look
        )
        plan = replace(plan, epochs=epochs)
    token.check()
    return plan, lay_down(review, plan, wish, reference=words)


def fine_tune(
    review: Review, wish: Wish, *, device: DeviceName, report: ProgressReport, token: CancelToken
) -> FineTuned:
    """Fine-tune in this process, from the plan to the library; what is cancelled leaves nothing.

    Raises:
        as `prepare_run` and `run_job`.
    """
    refuse_name(wish.name)
    # Held from before there is anything, so that no window takes it for one that was left.
    with held(lock_of(paths.runs_folder() / wish.name), seconds=1.0):
        _, folder = prepare_run(review, wish, device=device, report=report, token=token)
        try:
            return run_job(folder, device=device, report=report, token=token)
        except BaseException:
            discard_run(folder)
            raise


def as_json(done: FineTuned) -> str:
    """Return the gate's tables and the advice as JSON."""
    content = {
        "model": done.card.identity, "parent": done.card.parent, "share": done.mix.share,
        "level": done.card.recipe["level"],
        "gate": asdict(done.gate), "unseen": asdict(done.unseen),
        "reference": asdict(done.reference),
        "advice": asdict(done.advice),
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
