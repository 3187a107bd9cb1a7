"""What helps the reader along: the list of commands, the keys, what the program is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from hc18viewer import __version__
from hc18viewer.ui.actions import keys_of, name_of
from hc18viewer.ui.command_dialog import Command, CommandDialog
from hc18viewer.ui.shortcuts_dialog import ShortcutsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from hc18viewer.ui.actions import Actions
    from hc18viewer.ui.controller import ReviewController
    from hc18viewer.ui.memory import Memory
    from hc18viewer.ui.shortcuts import Shortcuts


class HelpActs(QObject):
    """Opens the dialogs that help."""

    study_asked = Signal(Path)

    def __init__(
        self, actions: Actions, shortcuts: Shortcuts, memory: Memory, window: QWidget
    ) -> None:
        super().__init__(window)
        self.controller: ReviewController | None = None
        self._actions = actions
        self._shortcuts = shortcuts
        self._memory = memory
        self._window = window

    def find_command(self) -> None:
        """List all commands, the cases of the study and the recent studies."""
        dialog = CommandDialog(
            [*self._commands(), *self._studies(), *self._cases()], self._window)
        dialog.command_run.connect(self._memory.note_command)
        self._open(dialog)

    def show_keys(self) -> None:
        """Show every key and what the mouse does; keys can be changed there."""
        self._open(ShortcutsDialog(self._actions, self._shortcuts, self._window))

    def show_about(self) -> None:
        """Say what the program is."""
        self._open(QMessageBox(
            QMessageBox.Icon.Information, self.tr("About hc18viewer"),
            self.tr("hc18viewer {version}\n\nReview of fetal head circumference on ultrasound "
                    "images.\nFor research and teaching: not a medical device.").format(
                        version=__version__),
            QMessageBox.StandardButton.Close, self._window,
        ))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Not every window system gives the keyboard back to where it was.
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def _commands(self) -> list[Command]:
        recent = self._memory.settings.recent_commands
        order = {name: place for place, name in enumerate(recent)}
        actions = sorted(
            self._actions.all(), key=lambda action: order.get(action.objectName(), len(order)))
        return [
            Command(
                name_of(action), action.trigger, action.objectName(),
                self._actions.place_of(action), keys_of(action), self._actions.why_not(action),
            )
            for action in actions if action is not self._actions.commands
        ]

    def _studies(self) -> list[Command]:
        return [
            Command(
                self.tr("Open study {name}").format(name=Path(path).name),
                partial(self.study_asked.emit, Path(path)), place=path, only_asked=True,
            )
            for path in self._memory.settings.recent_studies
        ]

    def _cases(self) -> list[Command]:
        if self.controller is None:
            return []
        return [
            Command(
                self.tr("Go to case {name}").format(name=case.image_path.stem),
                partial(self.controller.show, case.key), place=case.set_name, only_asked=True,
            )
            for case in self.controller.review.study.cases
        ]
