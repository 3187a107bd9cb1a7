"""The menu of recent studies."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from hc18viewer.ui.memory import Memory


class RecentMenu(QMenu):
    """Offers the studies that were opened last, and to forget them."""

    study_asked = Signal(Path)

    def __init__(self, memory: Memory, clear: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("&Recent studies"))
        self._memory = memory
        self._clear = clear
        self._fill()
        memory.studies_changed.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        paths = self._memory.settings.recent_studies
        for path in paths:
            # A single "&" would make the letter after it the menu's key.
            action = self.addAction(path.replace("&", "&&"))
            action.triggered.connect(partial(self._ask, Path(path)))
        self.addSeparator()
        self.addAction(self._clear)
        self.setEnabled(bool(paths))
        self._clear.setEnabled(bool(paths))

    def _ask(self, path: Path, _checked: bool = False) -> None:
        self.study_asked.emit(path)
