"""A list of all commands, cases and recent studies that a few letters narrow down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.ui.command_search import matches, rank
from hc18viewer.ui.table_room import width_of_columns
from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SIZE_IN_LETTERS = (76, 26)
_MOST = 300
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_COMMAND = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be asked for by name.

    Attributes:
        name: as the list shows it.
        run: does it.
        name_id: what is remembered of it, "" for nothing.
        place: the menu that it stands in, or what else tells it from others.
        keys: as written on this system.
        why_not: why it cannot be done now; "" where it can.
        only_asked: whether it is listed only where letters ask for it.
    """

    name: str
    run: Callable[[], object]
    name_id: str = ""
    place: str = ""
    keys: str = ""
    why_not: str = ""
    only_asked: bool = False


class CommandDialog(QDialog):
    """Runs the command that the reader picks; what cannot be done now says why."""

    command_run = Signal(str)  # its name_id

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find a command"))
        self._commands = commands
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            self.tr("Letters of a command, its initials, or a case's name"))
        self.field.setAccessibleName(self.tr("Letters of a command's name"))
        self.field.installEventFilter(self)
        self.found = QTreeWidget()
        self.found.setAccessibleName(self.tr("Commands"))
        self.found.setColumnCount(3)
        self.found.setHeaderHidden(True)
        self.found.setRootIsDecorated(False)
        self.found.setUniformRowHeights(True)
        self.found.setAllColumnsShowFocus(True)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.found.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in (0, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("dim", True)
        for widget in (self.field, self.found, self.told):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._run)
        self.found.itemActivated.connect(self._run)
        self.found.currentItemChanged.connect(self._on_current_changed)
        self._narrow("")
        wide, high = _SIZE_IN_LETTERS
        metrics = self.fontMetrics()
        width = max(wide * metrics.averageCharWidth(), width_of_columns(self.found) + 6 * SPACE)
        self.resize(width, high * metrics.lineSpacing())
        room = parent.size() if parent is not None else self.screen().availableSize()
        self.resize(self.size().boundedTo(room * 0.9))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the letters go to the field."""
        if (
            watched is self.field and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress and event.key() in _LIST_KEYS
        ):
            self.found.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, letters: str) -> None:
        asked = bool(letters.strip())
        meant = [
            command for command in self._commands
            if (asked or not command.only_asked) and matches(letters, _searched(command))
        ]
        # What can be done comes first; those equally well meant stay in their order.
        meant.sort(key=lambda command: (
            bool(command.why_not), rank(letters, command.name) if asked else 0))
        self.found.clear()
        self.found.addTopLevelItems([self._row(command) for command in meant[:_MOST]])
        first = self.found.topLevelItem(0)
        if first is not None:
            self.found.setCurrentItem(first)
        else:
            self.told.setText(self.tr("No command, case or study has these letters."))

    def _row(self, command: Command) -> QTreeWidgetItem:
        item = QTreeWidgetItem([command.name, command.why_not or command.place, command.keys])
        item.setData(0, _COMMAND, command)
        dim = QBrush(self.palette().placeholderText())
        item.setForeground(1, dim)
        if command.why_not:
            item.setForeground(0, dim)
        spoken = ", ".join(part for part in (
            command.name, command.keys, command.place,
            self.tr("cannot be done: {reason}").format(reason=command.why_not)
            if command.why_not else "",
        ) if part)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _on_current_changed(self, current: QTreeWidgetItem | None) -> None:
        command: Command | None = current.data(0, _COMMAND) if current is not None else None
        if command is None:
            return
        self.told.setText(
            self.tr("Cannot be done now: {reason}.").format(reason=command.why_not)
            if command.why_not else command.place)

    def _run(self) -> None:
        item = self.found.currentItem()
        command: Command | None = item.data(0, _COMMAND) if item is not None else None
        if command is None or command.why_not:
            return
        self.accept()
        if command.name_id:
            self.command_run.emit(command.name_id)
        command.run()


def _searched(command: Command) -> str:
    return f"{command.name} {command.place}"
