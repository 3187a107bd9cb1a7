"""What surrounds a fine-tuning: the wish for one, its reference set, its folder while it runs.

Nothing here needs torch, so that the window can use it.
"""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hc18viewer import paths
from hc18viewer.dataset.study import TABLES, TEST_SET, open_study
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.files import is_held
from hc18viewer.message import message
from hc18viewer.model.catalogue import is_model_name, model_folders
from hc18viewer.services.finetuning import MOST_REFERENCE, Choice, annotated_lessons, make_job
from hc18viewer.training.lessons import JOB_FILE, Part, write_job

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.dataset.case import Study
    from hc18viewer.progress import CancelToken, ProgressReport
    from hc18viewer.services.finetuning import Plan
    from hc18viewer.services.review import Review
    from hc18viewer.training.lessons import Lesson


_GONE = ".gone"


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


def reference_lessons(
    reference: Study | None, study: Study, report: ProgressReport, token: CancelToken
) -> tuple[list[Lesson], str]:
    """Return the lessons that the child must not forget, and what they are in words.

    Without a `reference` they are those of the sample study, drawn first where it is missing.

    Raises:
        StudyError: the sample study cannot be opened.
        Cancelled: the token was set.
    """
    words: str = message("the reference study")
    if reference is None:
        folder = paths.sample_folder()
        if not (folder / TABLES[TEST_SET]).is_file():
            from hc18viewer.dataset.sample_study import write_sample_study  # scipy's seconds

            write_sample_study(folder, report=report, token=token)
        reference = open_study(folder, report=report, token=token)
        words = message("the sample study")
    own = reference.root == study.root
    lessons: list[Lesson] = []
    for case in reference.cases:
        token.check()
        lessons += annotated_lessons([case], part=Part.REFERENCE)[0]
        if len(lessons) == MOST_REFERENCE and not own:  # none of them will be left out
            break
    if own:
        return lessons, words
    return [
        replace(each, case_key=f"reference/{each.case_key}", subject=f"reference/{each.subject}")
        for each in lessons
    ], words


def lay_down(review: Review, plan: Plan, wish: Wish, *, reference: str) -> Path:
    """Keep the plan's draw in the store and its job in a run's folder; return the folder.

    `reference` is what the reference set is, in words.

    Raises:
        NameTakenError: the name is not free.
        StoreError, JobError: something cannot be written.
    """
    refuse_name(wish.name)
    review.keep_gate_draws(plan.new_draws)
    folder = paths.runs_folder() / wish.name
    write_job(make_job(
        plan, review.study, name=wish.name, parent=wish.parent, reference=reference,
        seed=wish.seed,
    ), folder)
    return folder


def refuse_name(name: str) -> None:
    """Refuse a name that a model, or an unfinished fine-tuning, has or none can have.

    Raises:
        NameTakenError: it is one of these.
    """
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

    Those that a process is at are not among them. One that was stopped after its model had come
    into the library is at its end: what is left of it is removed.
    """
    for gone in paths.runs_folder().glob(f".*{_GONE}-*"):  # a kill stopped the removing
        shutil.rmtree(gone, ignore_errors=True)
    made = model_folders()
    found = []
    for path in sorted(paths.runs_folder().glob(f"*/{JOB_FILE}")):
        if is_held(lock_of(path.parent)):
            continue
        if path.parent.name in made:
            discard_run(path.parent)
        else:
            found.append(path.parent)
    return tuple(found)


def discard_run(folder: Path) -> None:
    """Remove a fine-tuning that is not finished, if it is there.

    Raises:
        OSError: something of it cannot be removed.
    """
    if folder.exists():
        # At once, so that no kill amid the removing leaves a part to whoever takes the name next.
        gone = folder.with_name(f".{folder.name}{_GONE}-{secrets.token_hex(6)}")
        folder.rename(gone)
        shutil.rmtree(gone)


def lock_of(folder: Path) -> Path:
    """Return the file that the process at a run holds."""
    return folder.parent / f".{folder.name}.lock"
