"""Draw the pictures of the user guide and the README: `python tests/guide_pictures.py`.

They show the sample study, whose images are synthetic, in the window as it is now, and lie in
`docs/images`. No screen is needed: Qt draws offscreen. Look at each afterwards. `--only NAME ...`
writes these alone; `--tuning` those of a fine-tuning, which takes some minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import guide_tuning
import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from screens import SCREENS, settle, wait_until

from hc18viewer.biometry.dating import Basis, Dating
from hc18viewer.dataset.sample_study import write_sample_study
from hc18viewer.geometry.edit import Handle
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.settings import Settings
from hc18viewer.store.records import VerdictKind
from hc18viewer.ui.canvas.toolbox import ToolName
from hc18viewer.ui.program import Program

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
SIZE = (1360, 970)
CASE = "training_set/003_HC.png"
_BRIGHT, _GREY = 120, 136  # of the 256 colours of a picture
_LEAST_CHROMA = 24
_LEFT = Qt.MouseButton.LeftButton


class Pictures:
    """Reads a few cases of the sample study in one window, and keeps what is seen on the way."""

    def __init__(self, program: Program, study: Path, only: list[str]) -> None:
        self.window, self.study, self.only = program.window, study, only
        self.page = self.window.page
        self.acts = self.window.actions_

    def draw(self) -> None:
        """Draw all."""
        self.window.resize(*SIZE)
        self.window.open_path(self.study)
        wait_until(lambda: self.window._session is not None)
        self.controller = self.window._session.controller
        wait_until(lambda: self.controller.inference_done == len(
            self.controller.review.study.cases))
        self._read_others()
        self._correct()
        self.take("window-dark", self.window)
        self.acts.theme.trigger()
        settle(40)
        self.take("window-light", self.window)
        self.acts.theme.trigger()
        settle(40)
        self.take("panel", self.page.panel)
        self._drag()
        self._overlays()
        self.acts.compare.trigger()
        settle(40)
        self.take("side-by-side", self.page.middle)
        self.acts.compare.trigger()
        self._dialogs()

    def take(self, name: str, widget: QWidget, area: QRect | None = None) -> None:
        """Write what a widget shows, in few colours, as PNG."""
        if self.only and name not in self.only:
            return
        path = IMAGES / f"{name}.png"
        (widget.grab(area) if area is not None else widget.grab()).save(str(path))
        with Image.open(path) as picture:
            few = in_few_colours(picture.convert("RGB"))
        few.save(path, optimize=True)

    def _show(self, key: str) -> None:
        self.controller.show(key)
        wait_until(lambda: self.page.canvas.image is not None)
        settle()

    def _read_others(self) -> None:
        for key in ("training_set/000_HC.png", "training_set/001_HC.png"):
            self._show(key)
            self.controller.accept()
        self._show("training_set/002_HC.png")
        self.controller.judge(VerdictKind.FLAGGED)
        self._show("test_set/001_HC.png")
        self.controller.judge(VerdictKind.REJECTED, "Skull not visible well enough")

    def _correct(self) -> None:
        self._show(CASE)
        review, head = self.controller.review, self.controller.current.predicted_ellipse
        review.reader = "Dr. Binh"
        self.controller.finish_gesture(_grown(head, 5.0, 7.0), "move axis end")
        review.reader = self.window.settings.reader
        self.controller.finish_gesture(_grown(head, -2.0, 4.0), "move axis end")
        self.controller.accept()
        today = date.today()
        self.controller.date(CASE, Dating(today, Basis.LAST_PERIOD, today - timedelta(days=145)))
        settle(40)

    def _drag(self) -> None:
        canvas = self.page.canvas
        view = canvas.viewport()
        start = canvas.image_to_widget(*canvas.handle_position(Handle.MINOR_START))
        QTest.mousePress(view, _LEFT, Qt.KeyboardModifier.NoModifier, start)
        for step in range(1, 8):
            place = start + QPoint(0, -3 * step)
            QApplication.sendEvent(view, QMouseEvent(
                QEvent.Type.MouseMove, QPointF(place), QPointF(view.mapToGlobal(place)),
                Qt.MouseButton.NoButton, _LEFT, Qt.KeyboardModifier.NoModifier))
            settle(2)
        settle(20)
        corner = self.page.toolbox.mapTo(self.window, QPoint(0, 0))
        right = self.page.panel.mapTo(self.window, QPoint(0, 0)).x()
        self.take("tools", self.window, QRect(
            corner, QPoint(right - 1, corner.y() + self.page.middle.height() - 1)))
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
        QTest.mouseRelease(view, _LEFT, Qt.KeyboardModifier.NoModifier, place)
        settle()

    def _overlays(self) -> None:
        acts = (self.acts.difference, self.acts.caliper_lines, self.acts.view_options)
        for action in acts:
            action.trigger()
        head = self.controller.current.corrected_ellipse
        shifted = Ellipse(head.x - 24, head.y + 12, head.a, head.b, head.angle_rad)
        self.controller.finish_gesture(shifted, "move ellipse")
        settle(40)
        corner = self.page.middle.mapTo(self.window, QPoint(0, 0))
        right = self.page.panel.mapTo(self.window, QPoint(0, 0)).x()
        self.take("overlays", self.window, QRect(
            corner, QPoint(right - 1, corner.y() + self.page.middle.height() - 1)))
        for action in (*acts, self.acts.undo):
            action.trigger()
        settle(40)

    def _dialogs(self) -> None:
        for name, picture in (
            ("dates", "dates"), ("commands", "commands"), ("shortcuts", "keys"),
        ):
            getattr(self.acts, name).trigger()
            self._dialog(picture, "text" if name == "commands" else "")
        self.acts.tools[ToolName.CALIBRATE].trigger()
        self.page.canvas.line_drawn.emit(((300.0, 200.0), (300.0, 552.0)))
        self._dialog("calibrate", "50", field="length")

    def _dialog(self, name: str, letters: str, field: str = "field") -> None:
        settle(20)
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                if letters:
                    edit = getattr(dialog, field)
                    edit.selectAll()
                    QTest.keyClicks(edit, letters)
                    settle()
                self.take(name, dialog)
                dialog.reject()
        settle(20)


def in_few_colours(picture: Image.Image) -> Image.Image:
    """Return a picture in 256 colours; the lines' colours are not lost among the many greys."""
    pixels = np.asarray(picture).reshape(-1, 3).astype(int)
    bright = np.ptp(pixels, axis=1) >= _LEAST_CHROMA
    palette = []
    for kind, most in ((pixels[bright], _BRIGHT), (pixels[~bright], _GREY)):
        found = Image.fromarray(kind[np.newaxis].astype(np.uint8)).quantize(most)
        palette += found.getpalette()[: 3 * most]
    table = Image.new("P", (1, 1))
    table.putpalette(palette)
    return picture.quantize(palette=table, dither=Image.Dither.NONE)


def _grown(head: Ellipse, longer: float, shorter: float) -> Ellipse:
    return Ellipse(head.x, head.y, head.a + longer, head.b + shorter, head.angle_rad)


def main() -> int:
    """Draw the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description="Draw the pictures of the guide.")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME")
    parser.add_argument("--tuning", action="store_true")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["HC18VIEWER_HOME"] = home
        screens = Path(home) / "screens.json"
        screens.write_text(json.dumps(SCREENS), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        study = Path(home) / "sample"
        write_sample_study(study)
        program = Program(QApplication(sys.argv[:1]), Settings(
            language="en", reader="Dr. Lan", go_on_after_verdict=False))
        pictures = Pictures(program, study, wanted.only)
        if wanted.tuning:
            guide_tuning.draw(program.window, Path(home) / "Clinic", pictures.take, size=SIZE)
        else:
            pictures.draw()
        program.window.close()
        settle()
    return 0


if __name__ == "__main__":
    sys.exit(main())
