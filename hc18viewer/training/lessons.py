"""What a fine-tuning learns from, as a file that another process takes up, or goes on with."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.files import write_text
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.message import message

if TYPE_CHECKING:
    from collections.abc import Iterable

JOB_FILE = "job.json"
LESSONS_FILE = "lessons.json"
"""The job of the fine-tuning that made a model, beside its card."""

JOB_FORMAT = 1


class JobError(Hc18ViewerError):
    """A job that cannot be read or written; the text says why."""


class Part(Enum):
    """What a lesson is for."""

    LEARN = "learn"
    GATE = "gate"
    REFERENCE = "reference"


class Source(Enum):
    """Where a lesson's contour comes from."""

    CORRECTION = "correction"
    ACCEPTED = "accepted"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One case with the contour that counts as right.

    Attributes:
        subject: within its study.
        image_path: absolute.
        ellipse: in pixels of the image.
        pixel_size_mm: None where it is not known.
        revision: of the correction, or of the prediction that was accepted; None for neither.
    """

    case_key: str
    subject: str
    image_path: Path
    ellipse: Ellipse
    pixel_size_mm: float | None
    part: Part
    source: Source
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One fine-tuning, all that decides it.

    Attributes:
        name: of the model to be made.
        parent: folder of the model that it starts from.
        study: the name of the study, for the card.
        reference: what the reference set is, in words.
        epochs: that the learning takes at the most; fixed beforehand, so that a run that was
            stopped and gone on with ends as one that was not.
        crossed: whether the gate is a cross-validation over the lessons, there being too few
            subjects for a gate of their own.
        lessons: what it learns from, what it is judged by, and the reference set.
    """

    name: str
    parent: Path
    study: str
    reference: str
    seed: int
    epochs: int
    crossed: bool
    lessons: tuple[Lesson, ...]

    def of(self, part: Part) -> tuple[Lesson, ...]:
        """Return the lessons of one part."""
        return tuple(lesson for lesson in self.lessons if lesson.part is part)


def subjects_of(lessons: Iterable[Lesson]) -> frozenset[str]:
    """Return the subjects that lessons belong to."""
    return frozenset(lesson.subject for lesson in lessons)


def write_job(job: Job, folder: Path) -> None:
    """Write a job into its run's folder, whole or not at all.

    Raises:
        JobError: the folder cannot be written.
    """
    content = {"format": JOB_FORMAT, **asdict(job)}
    text = json.dumps(content, indent=1, default=_plain)  # names that are no UTF-8 as escapes
    try:
        write_text(folder / JOB_FILE, text + "\n")
    except OSError as error:
        raise JobError(message(
            "{folder} cannot be written: {reason}. Make room on the disk.", folder=folder,
            reason=error.strerror,
        )) from error


def read_job(folder: Path, name: str = JOB_FILE) -> Job:
    """Read the job of a run; by the name `LESSONS_FILE`, of the run that made a model.

    Raises:
        JobError: it is missing, damaged or of a newer program.
    """
    path = folder / name
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if int(content.pop("format")) > JOB_FORMAT:
            raise ValueError("it was written by a newer version of this program")
        lessons = tuple(_lesson(each) for each in content.pop("lessons"))
        return Job(**{**content, "parent": Path(content["parent"])}, lessons=lessons)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise JobError(message(
            "{path} cannot be read: {reason}. Start the fine-tuning anew.", path=path,
            reason=str(error),
        )) from error


def _plain(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} is not written into a job")


def _lesson(content: dict[str, Any]) -> Lesson:
    return Lesson(**{
        **content,
        "image_path": Path(content["image_path"]),
        "ellipse": Ellipse(**content["ellipse"]),
        "part": Part(content["part"]),
        "source": Source(content["source"]),
    })
