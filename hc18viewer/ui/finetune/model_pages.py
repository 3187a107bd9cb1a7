"""What the library says of one model: its card, and the cases that it learnt from."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QTextBrowser, QTreeWidget, QTreeWidgetItem, QWidget

from hc18viewer.services.gate_report import GateReportError, read_gate_report
from hc18viewer.training.lessons import LESSONS_FILE, JobError, read_job
from hc18viewer.ui.finetune.wording import card_word, gate_sentence, moment, part_word, source_word
from hc18viewer.ui.language import say, translate
from hc18viewer.ui.wording import DASH, number

if TYPE_CHECKING:
    from hc18viewer.model.card import ModelCard
    from hc18viewer.services.models import LibraryModel


class CardPage(QTextBrowser):
    """A model's card as a table of names and values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The model's card"))
        self.setOpenLinks(False)

    def show_model(self, model: LibraryModel) -> None:
        """Show a model's card, or why it cannot be read."""
        if model.card is None:
            self.setPlainText(say(model.problem))
            return
        rows = "".join(
            f"<tr><td style='padding-right: 12px'>{escape(name)}</td>"
            f"<td>{escape(value)}</td></tr>"
            for name, value in self._rows(model, model.card)
        )
        self.setHtml(f"<table cellspacing='2'>{rows}</table>")

    def _rows(self, model: LibraryModel, card: ModelCard) -> list[tuple[str, str]]:
        rows = [
            (self.tr("Called"), card.shown_name),
            (self.tr("Name and version"), card.identity),
            (self.tr("Made"), moment(card.made_at)),
            (self.tr("By the program's version"), card.program),
            (self.tr("Started from"), card.parent or DASH),
            (self.tr("Came with the program"), self.tr("no") if model.own else self.tr("yes")),
            (self.tr("Learnt from"), card.data),
            (self.tr("Has not seen"), card.split or DASH),
        ]
        rows += _gate_rows(model, card)
        parts = (*card.figures.items(), *card.recipe.items())
        rows += [(card_word(name), _written(value)) for name, value in parts]
        return rows


class LessonsPage(QTreeWidget):
    """The cases that a model saw, by the revision of the contour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Cases that the model saw"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderLabels([
            self.tr("Case"), self.tr("Subject"), self.tr("Contour"), self.tr("Revision"),
            self.tr("Used for"),
        ])
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_model(self, model: LibraryModel) -> None:
        """Show the lessons of a model's fine-tuning, or that there is no list of them."""
        self.clear()
        if not (model.folder / LESSONS_FILE).is_file():
            self._say(self.tr("No list of its cases came with this model."))
            return
        try:
            job = read_job(model.folder, LESSONS_FILE)
        except JobError as error:
            self._say(say(str(error)))
            return
        self.addTopLevelItems([
            QTreeWidgetItem([
                lesson.case_key, lesson.subject, source_word(lesson.source),
                str(lesson.revision) if lesson.revision is not None else DASH,
                part_word(lesson.part),
            ])
            for lesson in job.lessons
        ])

    def _say(self, text: str) -> None:
        item = QTreeWidgetItem([text])
        self.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)


def _gate_rows(model: LibraryModel, card: ModelCard) -> list[tuple[str, str]]:
    """Return in one sentence what the gate found, where there was one."""
    if not card.gate:
        return []
    try:
        found = read_gate_report(model.folder, card).advice.sentence
    except GateReportError as error:
        found = str(error)
    return [(translate("FineTune", "At the gate"), gate_sentence(found))]


def _written(value: str | int | float) -> str:
    if isinstance(value, float):
        return number(value, 4 if 0 < abs(value) < 0.1 else 2)
    return str(value)
