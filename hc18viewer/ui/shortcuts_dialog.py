"""The page of keys and mouse, on which keys can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.ui.actions import keys_of, name_of
from hc18viewer.ui.command_search import matches
from hc18viewer.ui.key_recorder import KeyRecorder
from hc18viewer.ui.table_room import width_of_columns
from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from hc18viewer.ui.actions import Actions
    from hc18viewer.ui.shortcuts import Shortcuts

_NAME = Qt.ItemDataRole.UserRole
_SIZE_IN_LETTERS = (104, 36)


class ShortcutsDialog(QDialog):
    """Lists every command with its keys, lets the reader change them, and says what the mouse does.

    A change counts at once, in the whole window.
    """

    def __init__(
        self, actions: Actions, shortcuts: Shortcuts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and mouse"))
        self._actions = {action.objectName(): action for action in actions.all()}
        self._places = {name: actions.place_of(found) for name, found in self._actions.items()}
        self._shortcuts = shortcuts
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Keys and mouse"))
        self.tabs.addTab(self._keys_page(), self.tr("&Keys"))
        self.tabs.addTab(self._mouse_page(), self.tr("&Mouse and image"))
        layout.addWidget(self.tabs)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.reset_all_button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return in the field of letters closes nothing
        shortcuts.changed.connect(self._show_keys)
        self._show_keys()
        self.field.setFocus()
        wide, high = _SIZE_IN_LETTERS
        metrics = self.fontMetrics()
        width = max(wide * metrics.averageCharWidth(), width_of_columns(self.table) + 16 * SPACE)
        self.resize(width, high * metrics.lineSpacing())
        available = self.screen().availableSize()
        self.resize(self.size().boundedTo(available * 0.9))

    def item(self, name: str) -> QTreeWidgetItem:
        """Return the row of a command.

        Raises:
            KeyError: there is none.
        """
        return self._items[name]

    def _keys_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("A few letters of a command or a key"))
        self.field.setAccessibleName(self.tr("Letters of a command or a key"))
        self.field.setClearButtonEnabled(True)
        self.table = QTreeWidget()
        self.table.setAccessibleName(self.tr("Commands and their keys"))
        self.table.setHeaderLabels([self.tr("Command"), self.tr("Keys"), self.tr("Menu")])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAllColumnsShowFocus(True)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._items: dict[str, QTreeWidgetItem] = {}
        for name, action in self._actions.items():
            item = QTreeWidgetItem([name_of(action), "", self._places[name]])
            item.setData(0, _NAME, name)
            self.table.addTopLevelItem(item)
            self._items[name] = item
        self.recorder = KeyRecorder(self._shortcuts, self._actions)
        self.reset_all_button = QPushButton(self.tr("Reset all keys"))
        self.reset_all_button.clicked.connect(self._shortcuts.reset_all)
        for widget in (self.field, self.table, self.recorder):
            layout.addWidget(widget)
        layout.setStretchFactor(self.table, 1)
        self.field.textChanged.connect(self._narrow)
        self.table.currentItemChanged.connect(self._on_current_changed)
        self.table.itemActivated.connect(self.recorder.begin)
        return page

    def _mouse_page(self) -> QWidget:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setHorizontalSpacing(6 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        texts = self._mouse_texts()
        for row, (what, does) in enumerate(texts):
            for column, text in enumerate((what, does)):
                label = QLabel(text)
                label.setProperty("dim", column == 0)
                label.setWordWrap(True)
                label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label, row, column)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setRowStretch(len(texts), 1)
        area = QScrollArea()
        area.setObjectName("sidePanel")
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        area.setAccessibleName(self.tr("What the mouse and the keys do on the image"))
        area.setAccessibleDescription("\n".join(f"{what}: {does}" for what, does in texts))
        return area

    def _mouse_texts(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Drag a square"), self.tr("moves that end of the axis")),
            (self.tr("… with Shift"), self.tr("keeps the ratio of the axes")),
            (self.tr("… with Alt or Ctrl"), self.tr("keeps the centre; with Shift as well both")),
            (self.tr("Drag the cross"), self.tr("moves the ellipse")),
            (self.tr("Drag the dot"), self.tr("turns the ellipse")),
            (self.tr("Esc while dragging"), self.tr("gives the drag up")),
            (self.tr(". and , on the image"),
             self.tr("choose the next and the last handle or point; the arrow keys then move it")),
            (self.tr("Arrow keys on the image"), self.tr("move by 1 px; Shift 10 px, Alt 0.1 px")),
            (self.tr("[ and ], + and −"), self.tr("turn by one degree, resize by 1 px")),
            (self.tr("Wheel, double click"), self.tr("zooms at the pointer, fits the image")),
            (self.tr("Middle drag, or drag with Space"), self.tr("pans")),
            (self.tr("Right drag"), self.tr("sideways the window, up and down the level")),
            (self.tr("With a tool: wheel"),
             self.tr("sets its size or reach; with Ctrl it zooms")),
            (self.tr("Hold H"), self.tr("hides all overlays")),
            (self.tr("Tab, F6"), self.tr("go to the next control, to the next area")),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.table.header().resizeSections(QHeaderView.ResizeMode.ResizeToContents)

    def _show_keys(self) -> None:
        for name, item in self._items.items():
            keys = keys_of(self._actions[name])
            own = self._shortcuts.is_own(name)
            item.setText(1, keys)
            font = self.table.font()
            font.setBold(own)
            item.setFont(1, font)
            item.setToolTip(1, self.tr("Changed by you") if own else "")
            spoken = f"{item.text(0)}, {keys or self.tr('no key')}, {item.text(2)}"
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.reset_all_button.setEnabled(
            any(self._shortcuts.is_own(name) for name in self._items))
        self._narrow(self.field.text())

    def _narrow(self, letters: str) -> None:
        for item in self._items.values():
            text = " ".join(item.text(column) for column in range(3))
            item.setHidden(not matches(letters, text))
        current = self.table.currentItem()
        if current is None or current.isHidden():
            seen = [item for item in self._items.values() if not item.isHidden()]
            if seen:
                self.table.setCurrentItem(seen[0])

    def _on_current_changed(self, current: QTreeWidgetItem | None) -> None:
        self.recorder.choose(current.data(0, _NAME) if current is not None else "")
