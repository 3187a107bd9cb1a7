"""The cases that a fine-tuning would use, in rows that scroll."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hc18viewer.training.lessons import Part, Source
from hc18viewer.ui.finetune.wording import day, part_word, source_word
from hc18viewer.ui.wording import DASH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from hc18viewer.services.review import CaseState
    from hc18viewer.training.lessons import Lesson

    AnyIndex = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class LessonRow:
    """One lesson with who gave it, and when."""

    lesson: Lesson
    reader: str
    made_at: datetime | None


def lesson_rows(
    lessons: Iterable[Lesson], states: Mapping[str, CaseState]
) -> tuple[LessonRow, ...]:
    """Return the rows of a plan's lessons; the reference set is none of the study's."""
    return tuple(
        _row(lesson, states[lesson.case_key])
        for lesson in lessons
        if lesson.case_key in states and lesson.part is not Part.REFERENCE
    )


class LessonModel(QAbstractTableModel):
    """Rows of case, subject, source, reader, date and what it is for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LessonRow, ...] = ()

    def set_rows(self, rows: tuple[LessonRow, ...]) -> None:
        """Show other lessons."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many lessons there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._heads())

    def headerData(
        self, section: int, orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the columns' heads."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._heads()[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role shows of a lesson."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(row)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.lesson.case_key
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads()[index.column()]}: {self._cells(row)[index.column()]}"
        return None

    def _heads(self) -> tuple[str, ...]:
        return (self.tr("Case"), self.tr("Subject"), self.tr("Contour"), self.tr("Reader"),
                self.tr("Date"), self.tr("Used for"))

    def _cells(self, row: LessonRow) -> tuple[str, ...]:
        lesson = row.lesson
        return (
            lesson.case_key.rsplit("/", 1)[-1], lesson.subject, source_word(lesson.source),
            row.reader or DASH, day(row.made_at), part_word(lesson.part),
        )


def _row(lesson: Lesson, state: CaseState) -> LessonRow:
    if lesson.source is Source.CORRECTION and state.correction is not None:
        return LessonRow(lesson, state.correction.reader, state.correction.made_at)
    if lesson.source is Source.ACCEPTED and state.verdict is not None:
        return LessonRow(lesson, state.verdict.reader, state.verdict.made_at)
    return LessonRow(lesson, "", None)
