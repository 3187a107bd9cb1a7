"""The list of cases: thumbnail, name, verdict, HC, and a mark where something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hc18viewer.store.records import VerdictKind
from hc18viewer.ui.language import say
from hc18viewer.ui.theme import SPACE, ThemeColours
from hc18viewer.ui.wording import hc_in_list, verdict_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from hc18viewer.services.case_state import CaseState

    AnyIndex = QModelIndex | QPersistentModelIndex

STATE_ROLE = Qt.ItemDataRole.UserRole + 1
THUMBNAIL_ROLE = Qt.ItemDataRole.UserRole + 2
PROBLEM_ROLE = Qt.ItemDataRole.UserRole + 3
KNOWN_ROLE = Qt.ItemDataRole.UserRole + 4

_THUMBNAIL = QSize(72, 48)
_WIDTH = 260
_TEXT_IN_LETTERS = 25
_ROOT = QModelIndex()


class CaseListModel(QAbstractListModel):
    """The states of a study's cases, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: list[CaseState] = []
        self._known = True
        self._rows: dict[str, int] = {}
        self._thumbnails: dict[str, QImage] = {}
        self._image_troubles: dict[str, str] = {}

    def set_states(self, states: Sequence[CaseState], *, known: bool = True) -> None:
        """Show other cases; unless `known`, without verdict and HC, which are still to be read."""
        self.beginResetModel()
        self._known = known
        self._states = list(states)
        self._rows = {state.case.key: row for row, state in enumerate(self._states)}
        self._thumbnails.clear()
        self._image_troubles.clear()
        self.endResetModel()

    def update_state(self, state: CaseState) -> None:
        """Show what is new of one case."""
        row = self._rows[state.case.key]
        self._states[row] = state
        self._tell(row)

    def set_thumbnail(self, case_key: str, image: NDArray[np.uint8]) -> None:
        """Show a case's thumbnail, (H, W) uint8."""
        if case_key not in self._rows:
            return
        data = np.ascontiguousarray(image)
        height, width = data.shape
        grey = QImage(data.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
        self._thumbnails[case_key] = grey.copy()  # its own memory: the array goes away
        self._tell(self._rows[case_key])

    def set_image_trouble(self, case_key: str, text: str) -> None:
        """Mark a case whose image cannot be read."""
        if case_key in self._rows:
            self._image_troubles[case_key] = text
            self._tell(self._rows[case_key])

    def row_of(self, case_key: str) -> int:
        """Return the row of a case.

        Raises:
            KeyError: it is not in the list.
        """
        return self._rows[case_key]

    def key_at(self, row: int) -> str:
        """Return the key of the case in a row."""
        return self._states[row].case.key

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of cases."""
        return 0 if parent.isValid() else len(self._states)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role shows of a case."""
        if not index.isValid():
            return None
        state = self._states[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return state.case.filename
        if role == STATE_ROLE:
            return state
        if role == KNOWN_ROLE:
            return self._known
        if role == THUMBNAIL_ROLE:
            return self._thumbnails.get(state.case.key)
        if role == PROBLEM_ROLE:
            return self._problems(state)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((state.case.key, *self._problems(state)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            problems = " ".join(self._problems(state))
            told = f"{verdict_word(state)}, {hc_in_list(state)}" if self._known else ""
            return f"{state.case.filename}, {told} {problems}"
        return None

    def _problems(self, state: CaseState) -> tuple[str, ...]:
        trouble = self._image_troubles.get(state.case.key)
        problems = tuple(say(problem) for problem in state.problems)
        return (*problems, trouble) if trouble and trouble not in problems else problems

    def _tell(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index)


class CaseDelegate(QStyledItemDelegate):
    """Draws one case's row."""

    def __init__(self, colours: ThemeColours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Return the size of a row: two lines of text, or the thumbnail."""
        text = 2 * QFontMetrics(option.font).height() + SPACE
        return QSize(_THUMBNAIL.width() + 150, max(_THUMBNAIL.height(), text) + 3 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        state: CaseState = index.data(STATE_ROLE)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, QColor(self.colours.hover))
            bar = QRect(option.rect.topLeft(), QSize(3, option.rect.height()))
            painter.fillRect(bar, QColor(self.colours.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.colours.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        box = self._draw_thumbnail(painter, option.rect, index.data(THUMBNAIL_ROLE))
        text = option.rect.adjusted(box.right() - option.rect.left() + 3 * SPACE, SPACE,
                                    -2 * SPACE, -SPACE)
        self._draw_name(painter, text, option.font, state, bool(index.data(PROBLEM_ROLE)))
        if index.data(KNOWN_ROLE):
            self._draw_verdict(painter, text, option.font, state)
        painter.restore()

    def _draw_thumbnail(self, painter: QPainter, row: QRect, image: QImage | None) -> QRect:
        box = QRect(row.left() + 2 * SPACE, 0, _THUMBNAIL.width(), _THUMBNAIL.height())
        box.moveTop(row.top() + (row.height() - box.height()) // 2)
        painter.fillRect(box, QColor("#000000"))
        if image is not None:
            size = image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(box.topLeft(), size)
            place.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        return box

    def _draw_name(
        self, painter: QPainter, area: QRect, font: QFont, state: CaseState, trouble: bool
    ) -> None:
        upper = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        if trouble:
            painter.setPen(QColor(self.colours.warning))
            painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                             "!")
            upper.adjust(0, 0, -4 * SPACE, 0)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.text_dim))
        of_set = state.case.set_name.removesuffix("_set")
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                         of_set)
        upper.adjust(0, 0, -QFontMetrics(font).horizontalAdvance(of_set) - 2 * SPACE, 0)
        painter.setFont(bold)
        painter.setPen(QColor(self.colours.text))
        name = QFontMetrics(bold).elidedText(
            state.case.image_path.stem, Qt.TextElideMode.ElideMiddle, upper.width()
        )
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, name)

    def _draw_verdict(
        self, painter: QPainter, area: QRect, font: QFont, state: CaseState
    ) -> None:
        lower = QRect(area.left(), area.top() + area.height() // 2, area.width(),
                      area.height() // 2)
        painter.setFont(font)
        painter.setPen(QColor(self._verdict_colour(state.verdict_kind)))
        metrics = QFontMetrics(font)
        hc = hc_in_list(state)
        word = metrics.elidedText(
            verdict_word(state), Qt.TextElideMode.ElideRight,
            max(0, lower.width() - metrics.horizontalAdvance(hc) - 2 * SPACE),
        )
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, word)
        painter.setPen(QColor(self.colours.text))
        painter.drawText(lower, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hc)

    def _verdict_colour(self, kind: VerdictKind | None) -> str:
        if kind in (VerdictKind.ACCEPTED, VerdictKind.CORRECTED):
            return self.colours.good
        if kind is VerdictKind.REJECTED:
            return self.colours.bad
        return self.colours.warning if kind is VerdictKind.FLAGGED else self.colours.text_dim


class CaseListView(QListView):
    """The list; a click or the arrow keys choose a case."""

    case_chosen = Signal(str)

    def __init__(self, model: CaseListModel, delegate: CaseDelegate,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Cases"))
        self._fit_width()
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_width()

    def _fit_width(self) -> None:
        letters = _TEXT_IN_LETTERS * self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(max(_WIDTH, _THUMBNAIL.width() + 10 * SPACE + letters))

    def choose(self, case_key: str) -> None:
        """Mark a case as the one shown and scroll to it."""
        index = self._cases.index(self._cases.row_of(case_key))
        seen = self.viewport().rect().contains(self.visualRect(index))
        hint = QListView.ScrollHint
        self.scrollTo(index, hint.EnsureVisible if seen else hint.PositionAtCenter)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.case_chosen.emit(self._cases.key_at(current.row()))
