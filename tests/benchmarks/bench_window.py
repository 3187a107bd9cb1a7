"""One window of the program on one study, and when its canvas has painted what."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from figures import spread
from PySide6.QtWidgets import QApplication

from hc18viewer.settings import Settings
from hc18viewer.ui.canvas.canvas import CaseCanvas
from hc18viewer.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

CHECKOUT = Path(__file__).resolve().parents[2]
WINDOW = (1600, 1000)
CASES = 60
"""So many cases are used, the first of the study."""

_LONGEST_S = 300.0


def study_folder(scratch: Path) -> Path:
    """Return HC18's folder, or that of a sample study drawn for the purpose."""
    folder = Path(os.environ.get("HC18_DIR", CHECKOUT.parent / "shared" / "hc18"))
    if (folder / "training_set").is_dir():
        return folder
    from hc18viewer.dataset.sample_study import write_sample_study

    write_sample_study(scratch / "sample")
    return scratch / "sample"


class Frames:
    """Counts the frames of canvases, from the moment at which painting one has ended."""

    def __init__(self) -> None:
        self.painted = 0
        self.image: object = None
        """The image that the newest frame showed."""

    def hook(self) -> None:
        """Watch every canvas that is made from now on."""
        paint = CaseCanvas.paintEvent

        def painted(canvas: CaseCanvas, event: QPaintEvent) -> None:
            paint(canvas, event)
            self.painted += 1
            self.image = canvas.image

        CaseCanvas.paintEvent = painted


class BenchWindow:
    """The program's window, and what a measurement does to it.

    A figure ends with the pass of Qt's event loop in which the canvas was painted: everything
    else that was painted in the same frame counts too.
    """

    def __init__(self, folder: Path, frames: Frames) -> None:
        self._busy: list[float] = []
        self.app = QApplication.instance() or QApplication([])
        self.frames = frames
        self.window = MainWindow(Settings(reader="bench", go_on_after_verdict=False))
        self.window.resize(*WINDOW)
        self.window.show()
        self.window.open_path(folder)
        self.wait(lambda: self.window._session is not None)
        self.session = self.window._session
        self.controller = self.session.controller
        self.canvas = self.window.page.canvas
        self.keys = [case.key for case in self.controller.review.study.cases][:CASES]
        self.wait(lambda: len(self.controller._thumbnails_done) == self.controller.position[1])

    def wait(self, condition: Callable[[], object]) -> None:
        """Let Qt work until the condition holds."""
        end = time.monotonic() + _LONGEST_S
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            self.app.processEvents()
            time.sleep(0.002)  # gives the lanes the interpreter

    def rest(self, seconds: float) -> None:
        """Let Qt and the lanes work for a while."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    def predict_first_cases(self) -> None:
        """Wait until the cases that are used have a prediction, or cannot get one."""
        self.show(self.keys[0])
        self.wait(lambda: all(
            self.controller.review.state(key).prediction or self.controller.inference_trouble(key)
            for key in self.keys))

    def end_inference(self) -> None:
        """End the lane of the inference: the figures after that are of a quiet window."""
        self.session.inference.stop()
        self.rest(0.3)

    def show(self, key: str) -> None:
        """Show a case and wait until it is on the screen."""
        self.controller.show(key)
        self.wait(lambda: self.has_image(key) and self.frames.image is self.canvas.image)

    def is_ahead(self, key: str) -> bool:
        """Say whether a case's image has been read."""
        return key in self.controller._kept

    def forget_images(self) -> None:
        """Drop the images that have been read, and do not read others ahead."""
        self.session.images.want([])
        self.rest(0.05)
        self.controller._kept.clear()

    def has_image(self, key: str) -> bool:
        """Say whether the canvas shows this case's image."""
        kept = self.controller._kept.get(key)
        return kept is not None and self.canvas.image is kept.image

    def work_until(self, due: float) -> float:
        """Let Qt work until a moment of `time.perf_counter`, and return that moment."""
        while (left := due - time.perf_counter()) > 0:
            self.app.processEvents()
            time.sleep(min(max(left, 0.0), 0.0005))
        return due

    def timed(
        self, act: Callable[[], object], done: Callable[[], bool] | None = None, *,
        since: float | None = None,
    ) -> float:
        """Return the milliseconds from `act` to the end of the frame painted after it.

        With `done`, of the first frame after it holds; with `since`, from that moment on.
        """
        before = self.frames.painted
        started, busy = since or time.perf_counter(), time.thread_time()
        act()
        while self.frames.painted == before or (done is not None and not done()):
            self.app.processEvents()
            if time.perf_counter() - started > _LONGEST_S:
                raise TimeoutError
        self._busy.append(1000 * (time.thread_time() - busy))
        return 1000 * (time.perf_counter() - started)

    def busy(self) -> str:
        """Say what processor time the window's thread has used since the last call of this.

        Unlike the time on the clock it hardly depends on what else the machine is doing.
        """
        text = f"of the thread: {spread(self._busy)}"
        self._busy.clear()
        return text

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        self.app.processEvents()


def to_and_fro(keys: Sequence[str], rounds: int) -> list[str]:
    """Return the keys forth and back, so that neighbours follow each other."""
    return ([*keys, *reversed(keys[1:-1])] * rounds)
