"""Draw every screen of the program as pictures, to look at: `python tests/screens.py FOLDER`.

Every language, theme and two sizes of text, on the sample study, or on another with `--study`. No
screen is needed: Qt draws offscreen. Options narrow it down, for example
`--language fr --theme dark --size 200`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QTabWidget, QWidget

from hc18viewer.biometry.dating import Basis, Dating
from hc18viewer.dataset.sample_study import write_sample_study
from hc18viewer.message import message
from hc18viewer.progress import Progress
from hc18viewer.settings import Settings
from hc18viewer.ui.language import LANGUAGES, say
from hc18viewer.ui.program import Program

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from hc18viewer.ui.window import MainWindow

SIZE = (1440, 900)
# Qt's own offscreen screen is 800 x 800, on which menus and dialogs shrink.
SCREENS = {"screens": [{"name": "wide", "x": 0, "y": 0, "width": 1920, "height": 1080,
                        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}
_LONG = 120.0


def wait_until(condition, seconds=_LONG):
    """Let Qt work until a condition holds."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise SystemExit("it took too long")
        settle(1)


def settle(turns=8):
    """Let Qt work for a moment."""
    for _ in range(turns):
        QCoreApplication.processEvents()
        time.sleep(0.005)


class Screens:
    """Draws the screens of one window; `take` gets each with its name."""

    def __init__(self, window: MainWindow, study: Path, take) -> None:
        self.window, self.study, self.take = window, study, take

    def draw(self) -> None:
        """Draw all."""
        window = self.window
        window.resize(*SIZE)
        settle()
        self.take("start", window)
        window.start_page.show_progress(Progress(431, 1334, message("Opening the study")))
        settle()
        self.take("opening", window)
        window.start_page.show_choice(message(
            "There is nothing at {path}. Check the path.", path="/media/ultrasound/2026"
        ))
        settle()
        self.take("trouble", window)
        window.open_path(self.study)
        wait_until(lambda: window._session is not None)
        controller = window._session.controller
        controller.step(3)
        wait_until(lambda: controller.current.prediction is not None)
        wait_until(lambda: window.page.canvas.image is not None)
        settle()
        self.take("review", window)
        self._dated()
        for name, action in window.actions_.tools.items():
            action.trigger()
            settle()
            self.take(f"tool-{name.value}", window)
        next(iter(window.actions_.tools.values())).trigger()
        self._shown_with(window.actions_.view_options, "view-options")
        self._shown_with(window.actions_.compare, "side-by-side")
        self._menus()
        self._dialogs()

    def _dated(self) -> None:
        controller, today = self.window._session.controller, date.today()
        dating = Dating(today, Basis.LAST_PERIOD, today - timedelta(days=150))
        controller.date(controller.current.case.key, dating)
        settle()
        self.take("review-with-dates", self.window)

    def _shown_with(self, action: QAction, name: str) -> None:
        action.trigger()
        settle(40)
        self.take(name, self.window)
        action.trigger()
        settle()

    def _menus(self) -> None:
        for number, action in enumerate(self.window.menuBar().actions()):
            self._menu(action.menu(), f"menu-{number}")

    def _menu(self, menu: QMenu, name: str) -> None:
        menu.popup(self.window.mapToGlobal(self.window.rect().topLeft()))
        settle()
        self.take(name, menu)
        menu.hide()
        for number, action in enumerate(menu.actions()):
            if action.menu() is not None and action.menu().actions():
                self._menu(action.menu(), f"{name}-{number}")

    def _dialogs(self) -> None:
        acts = self.window.actions_
        for name in ("reject", "dates", "reader", "commands", "shortcuts", "about"):
            getattr(acts, name).trigger()
            self._open_dialog(f"dialog-{name}")
        self.window.page.canvas.line_drawn.emit(((300.0, 200.0), (500.0, 200.0)))
        self._open_dialog("dialog-calibrate")
        self.window._on_act_failed(say(message(
            "The disk is full: nothing was stored in {file}. Make room and try again.",
            file="study-1a2b3c4d5e.sqlite",
        )))
        self._open_dialog("dialog-error")

    def _open_dialog(self, name: str) -> None:
        settle()
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                self.take(name, dialog)
                for tabs in dialog.findChildren(QTabWidget):
                    for page in range(1, tabs.count()):
                        tabs.setCurrentIndex(page)
                        settle()
                        self.take(f"{name}-{page}", dialog)
                dialog.reject()
        settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def each_window(study: Path, settings: Settings, take) -> None:
    """Draw all screens in one window of its own."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    program = Program(application, settings)
    try:
        Screens(program.window, study, take).draw()
    finally:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def main() -> int:
    """Draw what the command line asks for."""
    parser = argparse.ArgumentParser(description="Draw every screen of the program.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--study", type=Path, help="a study to show; the sample study if left out")
    parser.add_argument("--language", choices=LANGUAGES, nargs="*", default=list(LANGUAGES))
    parser.add_argument("--theme", choices=("dark", "light"), nargs="*", default=["dark", "light"])
    parser.add_argument("--size", type=int, nargs="*", default=[100, 200],
                        help="of the text, in %%")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["HC18VIEWER_HOME"] = home
        screens = Path(home) / "screens.json"
        screens.write_text(json.dumps(SCREENS), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        study = wanted.study or Path(home) / "sample"
        if wanted.study is None:
            write_sample_study(study)
        for language, theme, size in product(wanted.language, wanted.theme, wanted.size):
            folder = wanted.folder / f"{language}-{theme}-{size}"
            folder.mkdir(parents=True, exist_ok=True)

            def take(name: str, widget: QWidget, folder: Path = folder) -> None:
                widget.grab().save(str(folder / f"{name}.png"))

            each_window(study, Settings(
                language=language, theme=theme, text_size=size, reader="Dr. Lan",
                go_on_after_verdict=False,
            ), take)
    return 0


if __name__ == "__main__":
    sys.exit(main())
