"""What the reader does with the library: promote, roll back, rename, hand on, take in, compare."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.evaluation.gate import Table
from hc18viewer.model.serving import (
    find_serving,
    model_before,
    promote,
    promotions,
    roll_back,
)
from hc18viewer.progress import CancelToken
from hc18viewer.services.gate_report import read_gate_report
from hc18viewer.services.models import library, remove_model, retitle
from hc18viewer.ui.language import say
from hc18viewer.workers.lane import Ending
from hc18viewer.workers.models import CompareJob, ExportJob, ImportJob, ModelsLane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from hc18viewer.services.models import LibraryModel
    from hc18viewer.ui.finetune.models_dialog import ModelsDialog
    from hc18viewer.ui.memory import Memory
    from hc18viewer.ui.session import ReviewSession
    from hc18viewer.workers.lane import Outcome
    from hc18viewer.workers.models import ModelJob

PARCEL_SUFFIX = ".hc18model"


class ModelActs(QObject):
    """Shows the library and does what is asked for there.

    Attributes:
        session: of the study that is open; None for none.
    """

    told = Signal(str)
    serving_changed = Signal()

    def __init__(self, memory: Memory, window: QWidget, *, device: str) -> None:
        super().__init__(window)
        self.session: ReviewSession | None = None
        self._memory = memory
        self._window = window
        self._device = device
        self._dialog: ModelsDialog | None = None
        self._lane: ModelsLane | None = None
        self._token = CancelToken()

    def show_library(self) -> None:
        """Show all models."""
        from hc18viewer.ui.finetune.models_dialog import ModelsDialog  # not on the window's way

        dialog = ModelsDialog(self._window)
        dialog.promote_asked.connect(self._on_promote)
        dialog.roll_back_asked.connect(self.roll_back)
        dialog.rename_asked.connect(self._on_rename)
        dialog.gate_asked.connect(lambda model: self.show_gate(model.name))
        dialog.export_asked.connect(self._on_export)
        dialog.import_asked.connect(self._on_import)
        dialog.remove_asked.connect(self._on_remove)
        dialog.compare.compare_asked.connect(self._on_compare)
        dialog.compare.cancel_asked.connect(lambda: self._token.cancel())
        dialog.finished.connect(self._on_library_closed)
        if self.session is None:
            dialog.compare.forbid(self.tr("Open a study with ground truth to compare on it."))
        self._dialog = dialog
        if self._refresh():
            self._open(dialog)

    def show_gate(self, name: str) -> None:
        """Show what the gate found of a model."""
        from hc18viewer.ui.finetune.gate_dialog import GateDialog  # not on the window's way

        try:
            model = next(model for model in library() if model.name == name)
            if model.card is None:
                self._warn(model.problem)
                return
            report = read_gate_report(model.folder, model.card)
        except Hc18ViewerError as error:
            self._warn(str(error))
            return
        dialog = GateDialog(model, report, self._parent())
        dialog.promote_asked.connect(self.promote)
        dialog.discard_asked.connect(self._discard)
        self._open(dialog)

    def promote(self, name: str, note: str = "") -> None:
        """Let a model make the predictions; `note` is what was confirmed to be lost."""
        try:
            promote(name, by=self._memory.reader, note=note)
        except Hc18ViewerError as error:
            self._warn(str(error))
        else:
            self.told.emit(self.tr("{model} makes the predictions from now on.").format(
                model=name))
            self._serve_anew()

    def roll_back(self) -> None:
        """Let the model predict again that did before."""
        try:
            promotion = roll_back(by=self._memory.reader)
        except Hc18ViewerError as error:
            self._warn(str(error))
        else:
            self.told.emit(self.tr("{model} makes the predictions again.").format(
                model=promotion.model))
            self._serve_anew()

    def stop(self) -> None:
        """End what is at work."""
        self._token.cancel()
        if self._lane is not None:
            self._lane.stop()
            self._lane = None

    def _serve_anew(self) -> None:
        self.serving_changed.emit()
        try:
            if self.session is not None:
                self.session.use_model(find_serving())
        except Hc18ViewerError as error:
            self._warn(str(error))
        self._refresh()

    def _refresh(self, choose: str = "") -> bool:
        if self._dialog is None:
            return False
        try:
            self._dialog.show_models(
                library(), promotions(), served_before=model_before(), choose=choose)
        except Hc18ViewerError as error:
            self._warn(str(error))
            return False
        return True

    def _on_library_closed(self) -> None:
        self._token.cancel()
        self._dialog = None

    def _on_promote(self, model: LibraryModel) -> None:
        gate = model.card.gate if model.card else {}
        if gate and not gate.get("advice", {}).get("promote", False):
            self.show_gate(model.name)  # where it takes a second confirmation
            return
        self.promote(model.name)

    def _on_rename(self, model: LibraryModel) -> None:
        dialog = QInputDialog(self._parent())
        dialog.setWindowTitle(self.tr("Rename {model}").format(model=model.shown_name))
        dialog.setLabelText(self.tr("What the model is called on the screen; predictions keep "
                                    "its name {name}:").format(name=model.name))
        dialog.setTextValue(model.shown_name)
        dialog.textValueSelected.connect(partial(self._rename, model))
        self._open(dialog)

    def _rename(self, model: LibraryModel, title: str) -> None:
        try:
            retitle(model.folder, "" if title.strip() == model.name else title)
        except Hc18ViewerError as error:
            self._warn(str(error))
        self._refresh()

    def _on_remove(self, model: LibraryModel) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Question, self.tr("Remove {model}?").format(model=model.shown_name),
            self.tr("{model} is removed from the library. Predictions that it made stay.").format(
                model=model.shown_name),
            QMessageBox.StandardButton.Cancel, self._parent(),
        )
        sure = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        sure.clicked.connect(lambda: self._discard(model.name))
        self._open(box)

    def _discard(self, name: str) -> None:
        try:
            remove_model(name)
        except Hc18ViewerError as error:
            self._warn(str(error))
        else:
            self.told.emit(self.tr("{model} was removed.").format(model=name))
        self._refresh()

    # What takes its time

    def _on_export(self, model: LibraryModel) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self._parent(), self.tr("Export {model}").format(model=model.shown_name),
            f"{model.name}{PARCEL_SUFFIX}", self._filter())
        if path:
            target = Path(path)
            if target.suffix != PARCEL_SUFFIX:
                target = target.with_name(f"{target.name}{PARCEL_SUFFIX}")
            self._want(ExportJob(model.folder, target))

    def _on_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._parent(), self.tr("Import a model"), "",
            f"{self._filter()};;{self.tr('All files')} (*)")
        if path:
            self._want(ImportJob(Path(path)))

    def _filter(self) -> str:
        return f"{self.tr('Models')} (*{PARCEL_SUFFIX})"

    def _on_compare(self, first: LibraryModel, second: LibraryModel) -> None:
        if self._dialog is None or self.session is None:
            return
        self._token = CancelToken()
        self._dialog.compare.begin()
        self._want(CompareJob(
            first.folder, second.folder, self.session.review.study, self._device, self._token))

    def _want(self, job: ModelJob) -> None:
        if self._lane is None:
            self._lane = ModelsLane(self)
            self._lane.ended.connect(self._on_ended)
            self._lane.progressed.connect(self._on_progressed)
            self._lane.start()
        self._lane.want([job])

    def _on_progressed(self, progress: object) -> None:
        if self._dialog is not None:
            self._dialog.compare.show_progress(progress)  # type: ignore[arg-type]

    def _on_ended(self, outcome: Outcome[ModelJob, Table | str]) -> None:
        job, result = outcome.job, outcome.result
        if isinstance(job, CompareJob):
            if self._dialog is not None:
                self._dialog.compare.end(
                    say(outcome.message), result if isinstance(result, Table) else None)
        elif outcome.ending is Ending.FAILED:
            self._warn(outcome.message)
        elif isinstance(job, ImportJob):
            self.told.emit(self.tr("{model} was taken in. It predicts once it is promoted.").format(
                model=result))
            self._refresh(choose=str(result))
        else:
            self.told.emit(self.tr("The model was written to {file}.").format(file=result))

    def _parent(self) -> QWidget:
        return self._dialog or self._window

    def _warn(self, text: str) -> None:
        self._open(QMessageBox(
            QMessageBox.Icon.Warning, self.tr("Models"), say(text),
            QMessageBox.StandardButton.Ok, self._parent()))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Not every window system gives the keyboard back to where it was.
        dialog.finished.connect(self._parent().activateWindow)
        dialog.open()
