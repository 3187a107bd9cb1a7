"""What the gate found of a fine-tuned model, and what is to become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.ui.finetune.gate_table import GateTable
from hc18viewer.ui.finetune.wording import gate_sentence
from hc18viewer.ui.finetune.worst_cases import WorstCases
from hc18viewer.ui.language import say
from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from hc18viewer.services.gate_report import GateReport
    from hc18viewer.services.models import LibraryModel

_SIZE_IN_LETTERS = (150, 62)


class GateDialog(QDialog):
    """Shows the comparison of a child with its parent; a person decides.

    Args:
        model: the child.
        report: what the gate found.
        parent: the window.
    """

    promote_asked = Signal(str, str)  # the model's name; what was confirmed to be lost
    discard_asked = Signal(str)  # the model's name

    def __init__(
        self, model: LibraryModel, report: GateReport, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._report = model, report
        self.setWindowTitle(self.tr("{model}: before and after").format(model=model.shown_name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4 * SPACE)
        area = QScrollArea()
        area.setObjectName("sidePanel")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._page())
        layout.addWidget(area, 1)
        layout.addLayout(self._buttons())
        advised = report.advice.promote
        (self.promote_button if advised else self.keep_button).setDefault(True)
        self._choose_size()

    def _page(self) -> QWidget:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 2 * SPACE)
        inside.setSpacing(3 * SPACE)
        self.sentence = QLabel(gate_sentence(self._report.advice.sentence))
        self.sentence.setObjectName("gateSentence")
        self.advice = QLabel(self._advice())
        self.advice.setProperty("tone", "good" if self._report.advice.promote else "warning")
        table = GateTable()
        report = self._report
        tables = [report.unseen, report.gate, report.reference]
        if report.gate.cases == report.unseen.cases:
            tables.remove(report.gate)
        table.show_tables([(say(each.name), each) for each in tables if each.cases])
        for label in (self.sentence, self.advice):
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard)
            inside.addWidget(label)
        inside.addWidget(table)
        note = QLabel(self._note())
        note.setWordWrap(True)
        inside.addWidget(note)
        self.cases = WorstCases()
        if self._report.cases:
            heading = QLabel(self.tr(
                "Subjects not taught, the worst first: line as corrected, dashes as predicted"))
            heading.setObjectName("heading")
            heading.setWordWrap(True)
            inside.addWidget(heading)
            self.cases.show_cases(self._report.cases)
            inside.addWidget(self.cases, 1)
        else:
            inside.addStretch(1)
        return page

    def _note(self) -> str:
        if self._report.gate.cases == self._report.unseen.cases:
            return self.tr(
                "Subjects not taught: each of them is judged by a learning that left it out.")
        return self.tr(
            "Subjects not taught: those of the gate, which no fine-tuning learns from, and the "
            "others, each judged by a learning that left it out.")

    def _advice(self) -> str:
        if self._report.advice.promote:
            return self.tr("The gate advises to promote it.")
        reasons = "\n".join(f"• {gate_sentence(reason)}" for reason in self._report.advice.reasons)
        return self.tr("The gate advises against promoting it:") + "\n" + reasons

    def _buttons(self) -> QHBoxLayout:
        self.promote_button = QPushButton(self.tr("&Promote"))
        self.promote_button.setToolTip(self.tr("This model makes the predictions from now on"))
        self.keep_button = QPushButton(self.tr("&Keep without promoting"))
        self.discard_button = QPushButton(self.tr("&Discard…"))
        row = QHBoxLayout()
        row.setContentsMargins(5 * SPACE, 0, 5 * SPACE, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.discard_button)
        row.addStretch(1)
        row.addWidget(self.keep_button)
        row.addWidget(self.promote_button)
        advised = self._report.advice.promote
        self.promote_button.setProperty("primary", advised)
        self.keep_button.setProperty("primary", not advised)
        self.promote_button.setEnabled(not self._model.serves)
        self.discard_button.setEnabled(self._model.own and not self._model.serves)
        if self._model.serves:
            self.promote_button.setToolTip(self.tr("It makes the predictions already"))
            self.keep_button.setText(self.tr("Close"))
        self.promote_button.clicked.connect(self._on_promote)
        self.keep_button.clicked.connect(self.reject)
        self.discard_button.clicked.connect(self._on_discard)
        return row

    def _choose_size(self) -> None:
        wide, high = _SIZE_IN_LETTERS
        metrics = self.fontMetrics()
        self.resize(wide * metrics.averageCharWidth(), high * metrics.lineSpacing())
        self.resize(self.size().boundedTo(self.screen().availableSize() * 0.94))

    def _on_promote(self) -> None:
        advice = self._report.advice
        if advice.promote:
            self._promote("")
            return
        box = QMessageBox(
            QMessageBox.Icon.Warning, self.tr("Promote it all the same?"),
            gate_sentence(advice.sentence) + "\n\n" + self._advice() + "\n\n" + self.tr(
                "Promoted, it makes all predictions of cases not read yet, and what is listed "
                "here is lost. Rolling back takes the promotion back."),
            QMessageBox.StandardButton.Cancel, self,
        )
        sure = box.addButton(
            self.tr("Promote all the same"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sure.clicked.connect(lambda: self._promote(" ".join(advice.reasons)))
        box.open()

    def _promote(self, note: str) -> None:
        self.promote_asked.emit(self._model.name, note)
        self.accept()

    def _on_discard(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Question, self.tr("Discard {model}?").format(
                model=self._model.shown_name),
            self.tr("{model} is removed. The corrections stay, and another fine-tuning can learn "
                    "from them.").format(model=self._model.shown_name),
            QMessageBox.StandardButton.Cancel, self,
        )
        sure = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sure.clicked.connect(self._discard)
        box.open()

    def _discard(self) -> None:
        self.discard_asked.emit(self._model.name)
        self.reject()
