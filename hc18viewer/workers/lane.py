"""A thread that works off what is wanted, in the order of the newest wish."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from hc18viewer.errors import Cancelled, Hc18ViewerError
from hc18viewer.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence

JobT = TypeVar("JobT")
ResultT = TypeVar("ResultT")

_log = logging.getLogger(__name__)
_BUG = message("Something went wrong inside the program; the log file has the details.")


class Ending(Enum):
    """How a job ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, eq=False)
class Outcome(Generic[JobT, ResultT]):
    """How one job ended: its result when done, a text for the user when failed.

    `generation` is that of the wish the job was begun under; see `Lane.generation`.
    """

    job: JobT
    generation: int
    ending: Ending
    result: ResultT | None = None
    message: str = ""


class Lane(QThread, Generic[JobT, ResultT]):
    """Does one job at a time in a thread of its own; the newest wish decides what comes next.

    Subclasses say in `perform` what a job is. A job touches no widget: its outcome comes by the
    signal `ended`, to the thread that the receiver lives in.
    """

    ended = Signal(object)  # Outcome
    unavailable = Signal(object)  # why the lane cannot work at all, as a message

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed = threading.Condition()
        self._wanted: list[JobT] = []
        self._generation = 0
        self._stopping = False

    @property
    def generation(self) -> int:
        """The number of the newest wish; an outcome with a smaller one may be out of date."""
        return self._generation

    def want(self, jobs: Sequence[JobT]) -> int:
        """Replace what is still to do by `jobs`, the most urgent first; return the generation.

        The job being done now is finished.
        """
        with self._changed:
            self._generation += 1
            self._wanted = list(jobs)
            self._changed.notify()
            return self._generation

    def stop(self) -> None:
        """Drop what is still to do and end the thread; returns when it has ended."""
        self.begin_to_stop()
        self.wait()

    def begin_to_stop(self) -> None:
        """Drop what is still to do; the thread ends after the job it is at."""
        with self._changed:
            self._stopping = True
            self._wanted.clear()
            self._changed.notify()

    def prepare(self) -> None:
        """Make ready, in the thread, before the first job.

        Raises:
            Hc18ViewerError: the lane cannot work, for a reason that the user should read.
        """

    def perform(self, job: JobT) -> ResultT:
        """Do one job, in the thread.

        Raises:
            Hc18ViewerError: the job failed for a reason that the user should read.
            Cancelled: the job was given up.
        """
        raise NotImplementedError

    def run(self) -> None:
        """Work until stopped (called by Qt in the new thread)."""
        prepared = False
        while (taken := self._next()) is not None:
            job, generation = taken
            if not prepared:
                if not self._prepared():
                    return
                prepared = True
            try:
                outcome = Outcome(job, generation, Ending.DONE, self.perform(job))
            except Cancelled:
                outcome = Outcome(job, generation, Ending.CANCELLED)
            except Hc18ViewerError as error:
                outcome = Outcome(job, generation, Ending.FAILED, message=str(error))
            except Exception:
                # A bug in one job must not take the lane, and so the reader's session, with it.
                _log.exception("a job failed")
                outcome = Outcome(job, generation, Ending.FAILED, message=_BUG)
            self.ended.emit(outcome)

    def _prepared(self) -> bool:
        try:
            self.prepare()
        except Hc18ViewerError as error:
            self.unavailable.emit(str(error))
        except Exception:
            # A bug is said and logged; the window goes on without what this lane does.
            _log.exception("a lane could not be made ready")
            self.unavailable.emit(_BUG)
        else:
            return True
        return False

    def _next(self) -> tuple[JobT, int] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._wanted or self._stopping)
            return None if self._stopping else (self._wanted.pop(0), self._generation)
