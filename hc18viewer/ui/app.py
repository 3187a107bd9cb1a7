"""Start Qt and show the window."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication

from hc18viewer import paths
from hc18viewer.settings import load_settings
from hc18viewer.ui.program import Program

if TYPE_CHECKING:
    from pathlib import Path

_PICTURES_KIB = 64 * 1024
"""What Qt may keep of lines that are drawn once: its own limit is too low for a dense screen."""


def run_window(
    *, path: Path | None, sample: bool, store_folder: Path | None, model: str | None, device: str
) -> int:
    """Show the window until it is closed; return the program's exit code."""
    # Ctrl+C in the terminal ends the program at once: whatever the reader did is stored already.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = QApplication(sys.argv[:1])
    QPixmapCache.setCacheLimit(_PICTURES_KIB)
    application.setApplicationName("hc18viewer")
    application.setApplicationDisplayName("hc18viewer")
    application.setDesktopFileName("hc18viewer")
    application.setWindowIcon(QIcon(str(paths.resources() / "icons" / "program.svg")))
    program = Program(
        application, load_settings(), store_folder=store_folder, model=model, device=device
    )
    # The window is drawn before anything is read.
    if path is not None:
        QTimer.singleShot(0, lambda: program.window.open_path(path))
    elif sample:
        QTimer.singleShot(0, program.window.open_sample)
    return application.exec()
