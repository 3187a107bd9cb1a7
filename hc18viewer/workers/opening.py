"""Open a study off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hc18viewer.dataset.case import Study
from hc18viewer.dataset.study import TABLES, TEST_SET, open_study
from hc18viewer.workers.lane import Lane

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.progress import CancelToken


@dataclass(frozen=True, slots=True, eq=False)
class OpenJob:
    """Open the study at `path`; `draw_sample` draws the sample study there first if need be."""

    path: Path
    token: CancelToken
    draw_sample: bool = False


class OpeningLane(Lane[OpenJob, Study]):
    """Opens studies, one at a time."""

    progressed = Signal(object)  # Progress

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def perform(self, job: OpenJob) -> Study:
        """Open one study.

        Raises:
            StudyError: there is no study at the path.
            Cancelled: the job's token was set.
        """
        if job.draw_sample:
            from hc18viewer.dataset.sample_study import write_sample_study  # scipy's seconds

            # The last file that is written: a study that was broken off lacks it.
            if not (job.path / TABLES[TEST_SET]).is_file():
                write_sample_study(job.path, report=self.progressed.emit, token=job.token)
        return open_study(job.path, report=self.progressed.emit, token=job.token)
