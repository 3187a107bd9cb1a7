"""One gesture on the contour as an undoable command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Callable

    from hc18viewer.geometry.shape import HeadShape

    Apply = Callable[[str, HeadShape | None, str], None]


class CorrectionCommand(QUndoCommand):
    """Takes one case from one correction to another; None is the bare prediction."""

    def __init__(
        self, apply: Apply, *, case_key: str, before: HeadShape | None, after: HeadShape | None,
        gesture: str,
    ) -> None:
        """Remember a gesture that has already been applied: the push does not apply it again."""
        super().__init__(gesture)
        self._apply = apply
        self._case_key = case_key
        self._before = before
        self._after = after
        self._already_applied = True

    def redo(self) -> None:
        """Go to the shape after the gesture."""
        if self._already_applied:
            self._already_applied = False
            return
        self._apply(self._case_key, self._after, f"redo {self.text()}")

    def undo(self) -> None:
        """Go back to the shape before the gesture."""
        self._apply(self._case_key, self._before, f"undo {self.text()}")
