"""Open a study off the window's thread."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hc18viewer.dataset.images import ImageError
from hc18viewer.dataset.study import TABLES, TEST_SET, open_study
from hc18viewer.workers.images import read_for_canvas
from hc18viewer.workers.lane import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hc18viewer.dataset.case import Case, Study
    from hc18viewer.progress import CancelToken, Progress
    from hc18viewer.workers.images import ReadImage

_TELL_EVERY_S = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class OpenJob:
    """Open the study at `path`; `draw_sample` draws the sample study there first if need be."""

    path: Path
    token: CancelToken
    draw_sample: bool = False
    first_case: Callable[[Path], str] = lambda _root: ""
    """Which case is to be shown first, by the study's root: a key, another text for the first."""


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A study, and what can be shown of it at once.

    Attributes:
        first: the case to be shown first with its image, None where that cannot be read.
    """

    study: Study
    first: tuple[Case, ReadImage] | None


class OpeningLane(Lane[OpenJob, Opened]):
    """Opens studies, one at a time."""

    progressed = Signal(object)  # Progress

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told_at = 0.0

    def perform(self, job: OpenJob) -> Opened:
        """Open one study and read the image that is shown first.

        Raises:
            StudyError: there is no study at the path.
            Cancelled: the job's token was set.
        """
        if job.draw_sample:
            from hc18viewer.dataset.sample_study import write_sample_study  # scipy's seconds

            # The last file that is written: a study that was broken off lacks it.
            if not (job.path / TABLES[TEST_SET]).is_file():
                write_sample_study(job.path, report=self.progressed.emit, token=job.token)
        study = open_study(job.path, report=self._report, token=job.token)
        return Opened(study, _first(study, job.first_case(study.root)))

    def _report(self, progress: Progress) -> None:
        """Say how far it is, but not for each of a thousand cases: the window draws every one."""
        now = time.monotonic()
        if now - self._told_at >= _TELL_EVERY_S:
            self._told_at = now
            self.progressed.emit(progress)


def _first(study: Study, key: str) -> tuple[Case, ReadImage] | None:
    case = next((case for case in study.cases if case.key == key), study.cases[0])
    try:
        return case, read_for_canvas(case)
    except ImageError:
        return None  # the image lane says so, where the reader sees it
