"""Opens a study in the background; the start page shows how far it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hc18viewer.message import message
from hc18viewer.progress import CancelToken, Progress
from hc18viewer.workers.lane import Ending, Outcome
from hc18viewer.workers.opening import Opened, OpeningLane, OpenJob

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hc18viewer.ui.start_page import StartPage

_FRAME_MS = 10


class Opener(QObject):
    """Opens one study at a time: the newest that was asked for."""

    first_read = Signal(object)  # Opened, with an image to show at once
    opened = Signal(object, object)  # Opened and the path that was asked for, a frame later

    def __init__(
        self, start_page: StartPage, *, first_case: Callable[[Path], str], parent: QObject
    ) -> None:
        """Take the page on which to say how far it is, and who knows the case shown last."""
        super().__init__(parent)
        self._start_page = start_page
        self._first_case = first_case
        self._token: CancelToken | None = None
        self._lane = OpeningLane(self)
        self._lane.ended.connect(self._on_ended)
        self._lane.progressed.connect(self._on_progressed)
        start_page.cancel_asked.connect(self._on_cancel_asked)
        self._lane.start()

    @property
    def busy(self) -> bool:
        """Whether a study is being opened."""
        return self._token is not None

    def open(self, path: Path, *, draw_sample: bool = False) -> None:
        """Open the study at `path`."""
        self.give_up()
        self._token = CancelToken()
        self._start_page.show_progress(Progress(0, 0, message("Opening the study")))
        self._lane.want([OpenJob(path, self._token, draw_sample, self._first_case)])

    def give_up(self) -> None:
        """Open nothing after all."""
        if self._token is not None:
            self._token.cancel()
            self._token = None

    def stop(self) -> None:
        """End the lane."""
        self._lane.stop()

    def _on_ended(self, outcome: Outcome[OpenJob, Opened]) -> None:
        job, opened = outcome.job, outcome.result
        if job.token is not self._token:
            return
        if opened is not None:
            if opened.first is not None:
                self.first_read.emit(opened)
            # The store takes a moment to open, in which the image is on the screen already.
            QTimer.singleShot(_FRAME_MS, self, partial(self._on_first_drawn, job, opened))
            return
        self._token = None
        if outcome.ending is Ending.CANCELLED:
            self._start_page.show_choice()
        else:
            self._start_page.show_choice(outcome.message)

    def _on_first_drawn(self, job: OpenJob, opened: Opened) -> None:
        if job.token is self._token:
            self._token = None
            self.opened.emit(opened, job.path)

    def _on_cancel_asked(self) -> None:
        if self._token is not None:
            self._token.cancel()

    def _on_progressed(self, progress: Progress) -> None:
        if self._token is not None:
            self._start_page.show_progress(progress)
