"""What a reader chooses of a fine-tuning: its name, where it starts, which cases it may use."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from hc18viewer.services.finetuning import LEAST_LESSONS, Choice, Kind
from hc18viewer.store.records import VerdictKind
from hc18viewer.ui.theme import SPACE
from hc18viewer.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hc18viewer.services.models import LibraryModel
    from hc18viewer.services.review import CaseState

_MINUTES = 5
_MOST_MINUTES = 240
_NAME_IN_LETTERS = 34
_BROWSE = "browse"


class ChoiceForm(QWidget):
    """The fields; `changed` tells that the cases may be others, `fields_changed` of the rest."""

    changed = Signal()
    fields_changed = Signal()

    def __init__(
        self, states: Sequence[CaseState], models: Sequence[LibraryModel], *, name: str,
        references: Sequence[str], reference: str = "", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(4 * SPACE)
        self._form.setVerticalSpacing(2 * SPACE)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.name = QLineEdit(name)
        self.name.setMinimumWidth(_NAME_IN_LETTERS * self.fontMetrics().averageCharWidth())
        self.base = self._make_base(models)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, _MOST_MINUTES)
        self.minutes.setValue(_MINUTES)
        self.minutes.setSuffix(self.tr(" min"))
        self.reference = self._make_reference(references, reference)
        self.kinds = self._make_kinds(states)
        self.reader = self._make_reader(states)
        self.since = self._make_since()
        self._lay_out()
        for box in self.kinds.values():
            box.toggled.connect(self.changed)
        for combo in (self.reader, self.since):
            combo.currentIndexChanged.connect(self.changed)
        self.reference.activated.connect(self._on_reference)
        self.name.textChanged.connect(self.fields_changed)
        self.base.currentIndexChanged.connect(self.fields_changed)
        self.minutes.valueChanged.connect(self.fields_changed)

    def choice(self) -> Choice:
        """Return which cases may be used."""
        kinds = frozenset(kind for kind, box in self.kinds.items() if box.isChecked())
        reader, days = self.reader.currentData(), self.since.currentData()
        return Choice(
            kinds=kinds, readers=frozenset({reader}) if reader is not None else None,
            since=datetime.now(UTC) - timedelta(days=days) if days else None,
        )

    @property
    def model(self) -> LibraryModel:
        """The model that it starts from."""
        model: LibraryModel = self.base.currentData()
        return model

    @property
    def reference_folder(self) -> Path | None:
        """The folder of the reference study, None for the sample study."""
        path = self.reference.currentData()
        return Path(path) if path else None

    def _lay_out(self) -> None:
        kinds = QWidget()
        row = QHBoxLayout(kinds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * SPACE)
        for box in self.kinds.values():
            row.addWidget(box)
        row.addStretch(1)
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("&Name of the new model"), self.name, self.name),
            (self.tr("Starts &from"), self.base, self.base),
            (self.tr("&Takes at most"), self.minutes, self.minutes),
            (self.tr("Must do no &worse on"), self.reference, self.reference),
            (self.tr("&Uses cases that are"), kinds, self.kinds[Kind.CORRECTED]),
            (self.tr("&Read by"), self.reader, self.reader),
            (self.tr("Rea&d"), self.since, self.since),
        )
        for text, widget, focus in rows:
            self._form.addRow(text, widget)
            label = self._form.labelForField(widget)
            if isinstance(label, QLabel):
                label.setBuddy(focus)
                label.setContentsMargins(0, 0, 2 * SPACE, 0)  # the underlined letter wants room
            if widget is focus:
                widget.setAccessibleName(text.replace("&", ""))

    def _make_base(self, models: Sequence[LibraryModel]) -> QComboBox:
        combo = QComboBox()
        for model in models:
            if model.card is None:
                continue
            text = model.shown_name
            if model.serves:
                text = self.tr("{model} (predicts now)").format(model=text)
            combo.addItem(text, model)
            if model.serves:
                combo.setCurrentIndex(combo.count() - 1)
        return combo

    def _make_reference(self, references: Sequence[str], reference: str) -> QComboBox:
        combo = QComboBox()
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(_NAME_IN_LETTERS)
        combo.addItem(self.tr("The sample study (synthetic images)"), "")
        for path in references:
            combo.addItem(path, path)
            combo.setItemData(combo.count() - 1, path, Qt.ItemDataRole.ToolTipRole)
        combo.addItem(self.tr("Another study with ground truth…"), _BROWSE)
        combo.setCurrentIndex(max(0, combo.findData(reference)))
        self._reference_before = combo.currentIndex()
        return combo

    def _make_kinds(self, states: Sequence[CaseState]) -> dict[Kind, QCheckBox]:
        counts = count_kinds(states)
        texts = {
            Kind.CORRECTED: self.tr("corrected ({count})"),
            Kind.ACCEPTED: self.tr("accepted ({count})"),
            Kind.ANNOTATED: self.tr("with ground truth ({count})"),
        }
        boxes = {
            kind: QCheckBox(text.format(count=count(counts[kind]))) for kind, text in texts.items()
        }
        for kind, box in boxes.items():
            box.setEnabled(counts[kind] > 0)
            box.setChecked(counts[kind] > 0 and kind is not Kind.ANNOTATED)
        if counts[Kind.CORRECTED] < LEAST_LESSONS and counts[Kind.ANNOTATED]:
            boxes[Kind.ANNOTATED].setChecked(True)
        return boxes

    def _make_reader(self, states: Sequence[CaseState]) -> QComboBox:
        combo = QComboBox()
        combo.addItem(self.tr("everybody"), None)
        for reader in sorted(_readers(states)):
            combo.addItem(reader, reader)
        return combo

    def _make_since(self) -> QComboBox:
        combo = QComboBox()
        for text, days in (
            (self.tr("at any time"), 0), (self.tr("in the last 7 days"), 7),
            (self.tr("in the last 30 days"), 30), (self.tr("in the last 365 days"), 365),
        ):
            combo.addItem(text, days)
        return combo

    def _on_reference(self, index: int) -> None:
        if self.reference.itemData(index) == _BROWSE:
            folder = QFileDialog.getExistingDirectory(
                self, self.tr("A study with ground truth"), "")
            if not folder:
                self.reference.setCurrentIndex(self._reference_before)
                return
            self.reference.insertItem(index, folder, folder)
            self.reference.setCurrentIndex(index)
        if self.reference.currentIndex() != self._reference_before:
            self._reference_before = self.reference.currentIndex()
            self.changed.emit()


def count_kinds(states: Iterable[CaseState]) -> Counter[Kind]:
    """Return how many cases there are of each kind; one may be of two."""
    counts: Counter[Kind] = Counter()
    for state in states:
        kind = state.verdict_kind
        if kind in (VerdictKind.REJECTED, VerdictKind.FLAGGED):
            continue
        if state.correction is not None and state.correction.shape is not None:
            counts[Kind.CORRECTED] += 1
        elif kind is VerdictKind.ACCEPTED:
            counts[Kind.ACCEPTED] += 1
        if state.case.annotation_path is not None:
            counts[Kind.ANNOTATED] += 1
    return counts


def _readers(states: Iterable[CaseState]) -> set[str]:
    acts = [act for state in states for act in (state.correction, state.verdict)]
    return {act.reader for act in acts if act is not None and act.reader}
