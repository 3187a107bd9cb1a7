"""Fine-tune a model on what a study's readers did, from the study's folder to a model's."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from hc18viewer import paths
from hc18viewer.dataset.sample_study import write_sample_study
from hc18viewer.dataset.study import TABLES, TEST_SET, open_study
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.message import message
from hc18viewer.model.catalogue import model_folders
from hc18viewer.progress import CancelToken, Progress, ProgressReport
from hc18viewer.services.finetune_run import FineTuned, run_job
from hc18viewer.services.finetuning import (
    Choice,
    annotated_lessons,
    epochs_within,
    make_job,
    measure_speed,
    plan_fine_tuning,
)
from hc18viewer.training.lessons import JOB_FILE, Part, write_job

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.dataset.case import Study
    from hc18viewer.model.device import DeviceName
    from hc18viewer.services.finetuning import Plan
    from hc18viewer.services.review import Review
    from hc18viewer.training.lessons import Lesson


class NameTakenError(Hc18ViewerError):
    """A model, or a fine-tuning that is not finished, has the name already."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a fine-tuning is to be.

    Attributes:
        name: of the model to be made.
        parent: folder of the model that it starts from.
        minutes: that it may take here, judged by a short trial; None for as long as it needs.
        reference: a study whose ground truth the child must not forget; None for the sample study.
    """

    name: str
    parent: Path
    choice: Choice = field(default_factory=Choice)
    minutes: float | None = 5.0
    seed: int = 0
    reference: Study | None = None


def prepare_run(
    review: Review, wish: Wish, *, report: ProgressReport, token: CancelToken
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
    lessons, words = _reference(wish, study, report, token)
    plan = plan_fine_tuning(
        [review.state(case.key) for case in study.cases], choice=wish.choice,
        drawn=review.gate_draws(), reference=lessons,
    )
    if wish.minutes is not None:
        report(Progress(0, 0, message("Measuring the speed of this machine")))
        step, look = measure_speed(wish.parent)
        epochs = epochs_within(
            plan, 60 * wish.minutes, step_seconds=step, look_seconds=look
        )
        plan = replace(plan, epochs=epochs)
    token.check()
    review.keep_gate_draws(plan.new_draws)
    folder = paths.runs_folder() / wish.name
    write_job(make_job(
        plan, study, name=wish.name, parent=wish.parent, reference=words, seed=wish.seed,
    ), folder)
    return plan, folder


def refuse_name(name: str) -> None:
    """Refuse a name that a model, or an unfinished fine-tuning, has or none can have.

    Raises:
        NameTakenError: it is one of these.
    """
    from hc18viewer.model.parcel import is_model_name  # torch, when needed

    if not is_model_name(name):
        raise NameTakenError(message(
            "“{name}” cannot be a model's name. Use letters, digits, dots and dashes.", name=name,
        ))
    taken = {other.casefold() for other in model_folders()}
    if name.casefold() in taken:
        raise NameTakenError(message(
            "There is a model {name} already. Choose another name.", name=name,
        ))
    if (paths.runs_folder() / name / JOB_FILE).exists():
        raise NameTakenError(message(
            "A fine-tuning {name} is not finished. Go on with it, discard it, or choose another "
            "name.", name=name,
        ))


def unfinished_runs() -> tuple[Path, ...]:
    """Return the folders of fine-tunings that were stopped before their end, by name.

    One that was stopped after its model had come into the library is at its end: what is left of
    it is removed.
    """
    made = model_folders()
    found = []
    for path in sorted(paths.runs_folder().glob(f"*/{JOB_FILE}")):
        if path.parent.name in made:
            discard_run(path.parent)
        else:
            found.append(path.parent)
    return tuple(found)


def discard_run(folder: Path) -> None:
    """Remove a fine-tuning that is not finished."""
    (folder / JOB_FILE).unlink(missing_ok=True)  # without it there is no run, whatever else is left
    shutil.rmtree(folder)


def fine_tune(
    review: Review, wish: Wish, *, device: DeviceName, report: ProgressReport, token: CancelToken
) -> FineTuned:
    """Fine-tune in this process, from the plan to the library; what is cancelled leaves nothing.

    Raises:
        as `prepare_run` and `run_job`.
    """
    _, folder = prepare_run(review, wish, report=report, token=token)
    try:
        return run_job(folder, device=device, report=report, token=token)
    except BaseException:
        discard_run(folder)
        raise


def as_json(done: FineTuned) -> str:
    """Return the gate's tables and the advice as JSON."""
    content = {
        "model": done.card.identity, "parent": done.card.parent, "share": done.share,
        "gate": asdict(done.gate), "unseen": asdict(done.unseen),
        "reference": asdict(done.reference),
        "advice": asdict(done.advice),
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _reference(
    wish: Wish, study: Study, report: ProgressReport, token: CancelToken
) -> tuple[list[Lesson], str]:
    reference, words = wish.reference, message("the reference study")
    if reference is None:
        folder = paths.sample_folder()
        if not (folder / TABLES[TEST_SET]).is_file():
            write_sample_study(folder, report=report, token=token)
        reference, words = open_study(folder, report=report, token=token), message(
            "the sample study"
        )
    lessons, _ = annotated_lessons(reference.cases, part=Part.REFERENCE)
    if reference.root == study.root:
        return lessons, words
    return [
        replace(each, case_key=f"reference/{each.case_key}", subject=f"reference/{each.subject}")
        for each in lessons
    ], words
