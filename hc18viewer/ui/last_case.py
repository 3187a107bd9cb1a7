"""Which case of the study is shown, so that the next start goes on there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.ui.memory import Memory

_STORE_AFTER_MS = 2000


class LastCase(QObject):
    """Remembers the case shown when it has stayed for two seconds, and at the latest by `store`.

    A start after a crash then opens the study where the reader was, and no step from case to case
    waits for the disk.
    """

    def __init__(self, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._memory = memory
        self._shown: tuple[Path, str] | None = None
        self._storing = QTimer(self)
        self._storing.setSingleShot(True)
        self._storing.setInterval(_STORE_AFTER_MS)
        self._storing.timeout.connect(self.store)

    def note(self, root: Path, case_key: str) -> None:
        """Take note that a case of the study at `root` is shown."""
        self._shown = root, case_key
        self._storing.start()

    def store(self) -> None:
        """Write into the settings what has not been written yet."""
        self._storing.stop()
        shown, self._shown = self._shown, None
        if shown is not None:
            self._memory.note_case(*shown)
