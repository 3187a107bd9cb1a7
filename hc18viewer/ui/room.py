"""Makes room for the view panel in a window that is too narrow for everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter, QWidget


class RoomKeeper(QObject):
    """Hides one part of a splitter while another widget is shown and all would not fit.

    It comes back when the other goes, or when there is room for both.
    """

    def __init__(
        self, splitter: QSplitter, *, room: QWidget, gives_way: QWidget, to: QWidget
    ) -> None:
        """Watch a splitter that is shown in `room`, which may be narrower than it."""
        super().__init__(splitter)
        self._splitter, self._room, self._gives_way, self._to = splitter, room, gives_way, to
        for widget in (splitter, room, to):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again whether there is room when the splitter or the other widget changes."""
        resized = watched is not self._to and event.type() in (
            QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        if resized or event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._keep()
        return False

    def _keep(self) -> None:
        splitter = self._splitter
        needed = splitter.handleWidth() * (splitter.count() - 1) + sum(
            _least_width(splitter.widget(place)) for place in range(splitter.count()))
        wanted = self._to.isVisibleTo(splitter) and needed > self._room.width()
        if wanted == self._gives_way.isVisibleTo(splitter):
            self._gives_way.setVisible(not wanted)


def _least_width(part: QWidget | None) -> int:
    return 0 if part is None else max(part.minimumSizeHint().width(), part.minimumWidth())
