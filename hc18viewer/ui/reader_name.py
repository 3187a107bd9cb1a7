"""Ask who reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog

from hc18viewer.ui.language import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.ui.memory import Memory


class ReaderName(QObject):
    """Asks for the reader's name and remembers it."""

    changed = Signal()

    def __init__(self, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self._memory = memory
        self._window = window

    def ask(self) -> None:
        """Open the dialog."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(translate("MainWindow", "Reader"))
        dialog.setLabelText(
            translate("MainWindow", "Your name, as it is stored with corrections and verdicts:")
        )
        dialog.setTextValue(self._memory.reader)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(self._on_named)
        dialog.open()

    def _on_named(self, name: str) -> None:
        self._memory.change(reader=name.strip())
        self.changed.emit()
