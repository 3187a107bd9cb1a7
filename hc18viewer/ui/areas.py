"""Where the focus is: F6 goes from one area of the window to the next, and all of it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


_MARGIN = 4


class FocusAreas(QObject):
    """Leads the focus round the areas that can be seen; each is entered where it was left.

    Whatever gets the focus comes into view; Qt sees to that only within one scroll area.
    """

    def __init__(
        self, areas: Sequence[QWidget], application: QApplication, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._areas = tuple(areas)
        application.focusChanged.connect(self._on_focus_changed)
        self._left_at: dict[QWidget, QWidget] = {}

    def add(self, area: QWidget) -> None:
        """Lead the focus through one area more, after the others."""
        self._areas = (*self._areas, area)

    def step(self, by: int) -> None:
        """Go `by` areas on."""
        seen = [area for area in self._areas if area.isVisible() and _first(area) is not None]
        if not seen:
            return
        focus = QApplication.focusWidget()
        here = next((area for area in seen if _holds(area, focus)), None)
        if here is not None and focus is not None:
            self._left_at[here] = focus
        place = seen.index(here) + by if here is not None else (0 if by > 0 else -1)
        self._enter(seen[place % len(seen)])

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not any(_holds(area, now) for area in self._areas):
            return
        above = now.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(now, _MARGIN, _MARGIN)
            above = above.parentWidget()

    def _enter(self, area: QWidget) -> None:
        target = self._left_at.get(area)
        if target is None or not _takes_focus(target):
            target = _first(area)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(area: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (area is widget or area.isAncestorOf(widget))


def _takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _first(area: QWidget) -> QWidget | None:
    """The area itself, or the first of its parts, in the order of the Tab key."""
    widget: QWidget | None = area
    while widget is not None:
        tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if _holds(area, widget) and tab and _takes_focus(widget):
            return widget
        widget = widget.nextInFocusChain()
        if widget is area:
            break
    return None
