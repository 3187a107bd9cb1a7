"""Does at most so often what is asked for more often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable


class Throttle(QObject):
    """Calls a function with the newest wish, but not more than once in `interval_ms`.

    The call comes from the event loop, after what is waiting to be painted: a wish never delays
    the frame that it came with.
    """

    def __init__(self, interval_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._wish: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self._on_due)

    def call(self, wish: Callable[[], object]) -> None:
        """Call `wish` soon, in place of an earlier one that has not been called yet."""
        self._wish = wish
        if not self._timer.isActive():
            self._timer.start()

    def drop(self) -> None:
        """Forget what has not been called yet."""
        self._wish = None

    def _on_due(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()
