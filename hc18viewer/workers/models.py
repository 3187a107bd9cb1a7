"""What takes its time with models of the library: compare two, export, import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hc18viewer.evaluation.gate import Table
from hc18viewer.workers.lane import Lane

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.dataset.case import Study
    from hc18viewer.progress import CancelToken


@dataclass(frozen=True, slots=True, eq=False)
class CompareJob:
    """Compare two models, by their folders, on the ground truth of a study."""

    first: Path
    second: Path
    study: Study
    device: str
    token: CancelToken


@dataclass(frozen=True, slots=True, eq=False)
class ExportJob:
    """Write the model in `folder` into one file."""

    folder: Path
    path: Path


@dataclass(frozen=True, slots=True, eq=False)
class ImportJob:
    """Take a model's file into the library."""

    path: Path


ModelJob = CompareJob | ExportJob | ImportJob


class ModelsLane(Lane[ModelJob, Table | str]):
    """Does one job at a time; the result is a comparison's table, or a name for the user."""

    progressed = Signal(object)  # Progress

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def perform(self, job: ModelJob) -> Table | str:
        """Do one job.

        Raises:
            Hc18ViewerError: a model or a file cannot be used.
            Cancelled: the job's token was set.
        """
        if isinstance(job, CompareJob):
            from hc18viewer.services.models import compare_on_study

            return compare_on_study(
                job.first, job.second, job.study, device=job.device,  # type: ignore[arg-type]
                report=self.progressed.emit, token=job.token,
            )
        from hc18viewer.model.parcel import export_model, import_model  # torch's seconds

        if isinstance(job, ExportJob):
            export_model(job.folder, job.path)
            return job.path.name
        return import_model(job.path)
