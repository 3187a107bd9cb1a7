"""What helps the reader along: the list of commands, the keys, what the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from hc18viewer import __version__
from hc18viewer.ui.command_dialog import CommandDialog
from hc18viewer.ui.shortcuts_dialog import ShortcutsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from hc18viewer.ui.actions import Actions


class HelpActs(QObject):
    """Opens the dialogs that help."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._window = window

    def find_command(self) -> None:
        """List all commands that can be run now."""
        _open(CommandDialog(self._actions.all(), self._window))

    def show_keys(self) -> None:
        """Show every key and what the mouse does."""
        _open(ShortcutsDialog(self._actions.all(), self._window))

    def show_about(self) -> None:
        """Say what the program is."""
        _open(QMessageBox(
            QMessageBox.Icon.Information, "About hc18viewer",
            f"hc18viewer {__version__}\n\nReview of fetal head circumference on ultrasound "
            "images.\nFor research and teaching: not a medical device.",
            QMessageBox.StandardButton.Close, self._window,
        ))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
