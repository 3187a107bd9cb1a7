"""The window's tool bar and the canvas' toolbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QToolBar

from hc18viewer.ui.bar_keys import BarKeys
from hc18viewer.ui.theme import icon_size

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.ui.actions import Actions


class ToolBars(QObject):
    """Fills both bars and keeps their icons beside the text's size."""

    def __init__(
        self, window: QMainWindow, actions: Actions, toolbox: QToolBar, *, before_toolbox: QWidget
    ) -> None:
        super().__init__(window)
        self.tools = QToolBar(self.tr("Tool bar"), window)
        self.tools.setObjectName("tools")
        self.tools.setMovable(False)
        self.tools.toggleViewAction().setEnabled(False)
        self.toolbox = toolbox
        actions.fill_tools(self.tools)
        actions.fill_toolbox(toolbox)
        window.addToolBar(self.tools)
        BarKeys(self.tools)
        BarKeys(toolbox, after=before_toolbox)

    def fit(self, scale: float) -> None:
        """Draw the icons beside a text `scale` times the system's."""
        for bar in (self.tools, self.toolbox):
            bar.setIconSize(icon_size(scale))
