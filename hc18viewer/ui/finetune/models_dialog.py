"""The library of models: what there is, where it comes from, which one predicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.ui.finetune.compare_page import ComparePage
from hc18viewer.ui.finetune.model_pages import CardPage, LessonsPage
from hc18viewer.ui.finetune.wording import moment
from hc18viewer.ui.theme import SPACE
from hc18viewer.ui.wording import DASH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from hc18viewer.model.serving import Promotion
    from hc18viewer.services.models import LibraryModel

_SIZE_IN_LETTERS = (190, 44)
_MOST_OF_LIST = 0.55


class ModelsDialog(QDialog):
    """Lists the models; the buttons ask for what is to be done with the one that is chosen."""

    promote_asked = Signal(object)  # LibraryModel
    roll_back_asked = Signal()
    rename_asked = Signal(object)
    gate_asked = Signal(object)
    export_asked = Signal(object)
    import_asked = Signal()
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.models: tuple[LibraryModel, ...] = ()
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Models"))
        self.list.setRootIsDecorated(False)
        self.list.setAllColumnsShowFocus(True)
        self.list.setHeaderLabels([
            self.tr("Model"), self.tr("Predicts"), self.tr("Started from"), self.tr("Made")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)  # it would cut the last one off
        self.card, self.lessons, self.history = CardPage(), LessonsPage(), QTreeWidget()
        self.history.setAccessibleName(self.tr("Which model predicted when"))
        self.history.setRootIsDecorated(False)
        self.history.setHeaderLabels([
            self.tr("Since"), self.tr("Model"), self.tr("By"), self.tr("Note")])
        self.history.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.compare = ComparePage()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("About the model"))
        for page, name in (
            (self.card, self.tr("&Card")), (self.lessons, self.tr("&Cases it saw")),
            (self.compare, self.tr("Com&parison")), (self.history, self.tr("&History")),
        ):
            self.tabs.addTab(page, name)
        self._lay_out()
        self.list.currentItemChanged.connect(self._show_current)
        self.list.itemActivated.connect(lambda: self.tabs.setFocus())
        self._choose_size()

    @property
    def current(self) -> LibraryModel | None:
        """The model that is chosen."""
        item = self.list.currentItem()
        row = self.list.indexOfTopLevelItem(item) if item is not None else -1
        return self.models[row] if 0 <= row < len(self.models) else None

    def show_models(
        self, models: Sequence[LibraryModel], promotions: Sequence[Promotion], *,
        served_before: str | None = None, choose: str = "",
    ) -> None:
        """Show the library as it is now; keep the choice, or choose the model named.

        `served_before` is the model that a roll-back leads to, if any.
        """
        before = choose or (self.current.name if self.current else "")
        self.models = tuple(models)
        self.list.clear()
        for model in models:
            line = QTreeWidgetItem(self._cells(model))
            font = line.font(0)
            font.setBold(model.serves)
            line.setFont(0, font)
            line.setToolTip(0, model.name)
            self.list.addTopLevelItem(line)
        names = [model.name for model in models]
        serving = next((row for row, model in enumerate(models) if model.serves), 0)
        row = names.index(before) if before in names else serving
        item = self.list.topLevelItem(row)
        if item is not None:
            self.list.setCurrentItem(item)
        self._show_history(promotions)
        self.roll_back_button.setEnabled(served_before is not None)
        titles = {model.name: model.shown_name for model in models}
        self.roll_back_button.setToolTip(
            self.tr("No model predicted before: there is nothing to go back to")
            if served_before is None
            else self.tr("Let {model} predict again, as before").format(
                model=titles.get(served_before, served_before)))
        self.compare.show_models([model for model in models if model.card is not None])

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list the room that its columns take, up to half and a little more."""
        super().showEvent(event)
        if event.spontaneous():
            return
        whole = self._splitter.width()
        wanted = (self.list.header().length() + 2 * self.list.frameWidth()
                  + self.list.verticalScrollBar().sizeHint().width())
        left = max(whole // 3, min(wanted, round(_MOST_OF_LIST * whole)))
        self._splitter.setSizes([left, whole - left])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for tree in (self.list, self.history, self.lessons):
                tree.header().resizeSections(QHeaderView.ResizeMode.ResizeToContents)

    def _cells(self, model: LibraryModel) -> list[str]:
        serves = self.tr("now") if model.serves else ""
        if model.card is None:
            return [model.name, serves, self.tr("damaged"), DASH]
        return [model.shown_name, serves, model.card.parent or DASH, moment(model.card.made_at)]

    def _show_history(self, promotions: Sequence[Promotion]) -> None:
        self.history.clear()
        self.history.addTopLevelItems([
            QTreeWidgetItem([moment(each.made_at), each.model, each.by or DASH, each.note])
            for each in reversed(promotions)
        ])

    def _show_current(self) -> None:
        model = self.current
        if model is None:
            return
        self.card.show_model(model)
        self.lessons.show_model(model)
        readable = model.card is not None
        self.promote_button.setEnabled(readable and not model.serves)
        self.rename_button.setEnabled(readable and model.own)
        self.gate_button.setEnabled(model.card is not None and bool(model.card.gate))
        self.export_button.setEnabled(readable)
        self.remove_button.setEnabled(model.own and not model.serves)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * SPACE)
        layout.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 5 * SPACE)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.list, 1)
        column.addLayout(self._buttons())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.tabs)
        layout.addWidget(self._splitter, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout.addWidget(close)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _buttons(self) -> QGridLayout:
        self.promote_button = self._button(
            self.tr("&Promote"), self.tr("It makes the predictions from now on"),
            self._of_current(self.promote_asked.emit))
        self.roll_back_button = self._button(
            self.tr("&Roll back"), "", self.roll_back_asked.emit)
        self.gate_button = self._button(
            self.tr("&Before and after…"), self.tr("What the gate found of it"),
            self._of_current(self.gate_asked.emit))
        self.rename_button = self._button(
            self.tr("Re&name…"), self.tr("Call it otherwise; predictions keep its name"),
            self._of_current(self.rename_asked.emit))
        self.export_button = self._button(
            self.tr("&Export…"), self.tr("Write it into one file that can be handed on"),
            self._of_current(self.export_asked.emit))
        self.import_button = self._button(
            self.tr("&Import…"), self.tr("Take in a model's file"), self.import_asked.emit)
        self.remove_button = self._button(
            self.tr("Re&move…"), self.tr("Remove it from the library"),
            self._of_current(self.remove_asked.emit))
        grid = QGridLayout()
        grid.setSpacing(2 * SPACE)
        buttons = (
            self.promote_button, self.roll_back_button, self.gate_button, self.rename_button,
            self.export_button, self.import_button, self.remove_button,
        )
        for number, button in enumerate(buttons):
            grid.addWidget(button, number // 4, number % 4)
        return grid

    def _button(self, text: str, tip: str, pressed: Callable[..., object]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(lambda: pressed())
        return button

    def _of_current(self, ask: Callable[[LibraryModel], object]) -> Callable[[], None]:
        def pressed() -> None:
            if self.current is not None:
                ask(self.current)

        return pressed

    def _choose_size(self) -> None:
        wide, high = _SIZE_IN_LETTERS
        metrics = self.fontMetrics()
        self.resize(wide * metrics.averageCharWidth(), high * metrics.lineSpacing())
        self.resize(self.size().boundedTo(self.screen().availableSize() * 0.94))
