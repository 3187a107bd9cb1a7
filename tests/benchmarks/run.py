"""Measure what must be fast, and print it.

    python tests/benchmarks/run.py [--only NAME ...] [--json FILE]

Runs on HC18 where it is at hand (HC18_DIR, or ../shared/hc18), else on the sample study.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKOUT = Path(__file__).resolve().parents[2]
WINDOW = (1600, 1000)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure."""

    name: str
    value: float
    unit: str
    goal: float
    repeats: int


def study_folder(scratch: Path) -> Path:
    """Return HC18's folder, or that of a sample study drawn for the purpose."""
    folder = Path(os.environ.get("HC18_DIR", CHECKOUT.parent / "shared" / "hc18"))
    if (folder / "training_set").is_dir():
        return folder
    from hc18viewer.dataset.sample_study import write_sample_study

    write_sample_study(scratch / "sample")
    return scratch / "sample"


class Bench:
    """One window on one study, for the figures that need one."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from hc18viewer.settings import Settings
        from hc18viewer.ui.window import MainWindow

        self.app = QApplication.instance() or QApplication([])
        self.window = MainWindow(Settings(go_on_after_verdict=False))
        self.window.resize(*WINDOW)
        self.window.show()
        self.window.open_path(folder)
        self.wait(lambda: self.window._session is not None)
        self.controller = self.window._session.controller
        self.canvas = self.window.page.canvas
        self.wait(lambda: len(self.controller._thumbnails_done) == self.controller.position[1])
        self.keys = [case.key for case in self.controller.review.study.cases][:60]

    def wait(self, condition: Callable[[], object]) -> None:
        """Let Qt work until the condition holds."""
        end = time.monotonic() + 60
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            self.app.processEvents()
            time.sleep(0.002)  # gives the lanes the interpreter

    def show(self, key: str) -> None:
        """Show a case and wait for its image."""
        self.controller.show(key)
        self.wait(lambda: self.canvas._image_shape is not None)

    def quieten(self) -> None:
        """Stop what the lanes still have to do."""
        self.window._session.images.want([])
        self.window._session.inference.want([])
        end = time.monotonic() + 0.5
        self.wait(lambda: time.monotonic() > end)


def drag_p95_ms(bench: Bench) -> Figure:
    """Pointer move to painted frame while an axis end is dragged."""
    from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from hc18viewer.geometry.edit import Handle

    bench.show(bench.keys[10])
    bench.wait(lambda: bench.controller.current.prediction is not None)
    bench.quieten()
    view = bench.canvas.viewport()
    start = bench.canvas.image_to_widget(*bench.canvas.handle_position(Handle.MAJOR_END))

    def send(kind: QEvent.Type, place: QPoint, button: Qt.MouseButton) -> None:
        held = Qt.MouseButton.LeftButton
        QApplication.sendEvent(view, QMouseEvent(
            kind, QPointF(place), QPointF(view.mapToGlobal(place)), button, held,
            Qt.KeyboardModifier.NoModifier))

    times = []
    send(QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton)
    for step in range(300):
        place = start + QPoint(int(40 * np.sin(step / 9)), int(30 * np.cos(step / 7)))
        begun = time.perf_counter()
        send(QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton)
        bench.app.processEvents()
        times.append(1000 * (time.perf_counter() - begun))
    send(QEvent.Type.MouseButtonRelease, start, Qt.MouseButton.LeftButton)
    return Figure("drag_p95_ms", float(np.percentile(times, 95)), "ms", 8, len(times))


def _switches(bench: Bench, keys: list[str]) -> list[float]:
    times = []
    for key in keys:
        begun = time.perf_counter()
        bench.controller.show(key)
        while bench.canvas._image_shape is None:
            bench.app.processEvents()
            time.sleep(0.0005)
        bench.app.processEvents()
        times.append(1000 * (time.perf_counter() - begun))
    return times


def switch_prefetched_p95_ms(bench: Bench) -> Figure:
    """Switch to a case whose image has been read ahead."""
    for key in bench.keys[:20]:
        bench.show(key)
    bench.quieten()
    keys = bench.keys[:20][::-1] * 3
    times = _switches(bench, keys)
    return Figure("switch_prefetched_p95_ms", float(np.percentile(times, 95)), "ms", 16, len(times))


def switch_cold_p95_ms(bench: Bench) -> Figure:
    """Switch to a case whose image has not been read."""
    times = []
    for key in bench.keys[5::9] * 5:
        bench.show(bench.keys[0])
        bench.quieten()
        bench.controller._kept.clear()
        times += _switches(bench, [key])
    return Figure("switch_cold_p95_ms", float(np.percentile(times, 95)), "ms", 80, len(times))


def predict_case_ms(bench: Bench) -> Figure:
    """One case from the file to HC, model loaded, on the processor."""
    from hc18viewer.model.catalogue import find_model
    from hc18viewer.model.predictor import Predictor
    from hc18viewer.services.prediction import predict_case

    bench.quieten()
    predictor = Predictor.load(find_model(), device="cpu")
    cases = bench.controller.review.study.cases[:40]
    times = [1000 * predict_case(predictor, case).prediction.seconds for case in cases]
    return Figure("predict_case_ms", float(np.median(times)), "ms", 120, len(times))


FIGURES = {
    function.__name__: function
    for function in (drag_p95_ms, switch_prefetched_p95_ms, switch_cold_p95_ms, predict_case_ms)
}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=FIGURES, default=list(FIGURES))
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HC18VIEWER_HOME"] = scratch
        bench = Bench(study_folder(Path(scratch)))
        found = [FIGURES[name](bench) for name in wanted.only]
        bench.window.close()
    for figure in found:
        print(f"{figure.name:<28}{figure.value:8.2f} {figure.unit}  (goal {figure.goal:g}, "
              f"{figure.repeats} repeats)")
    if wanted.json:
        wanted.json.write_text(json.dumps([asdict(figure) for figure in found], indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
