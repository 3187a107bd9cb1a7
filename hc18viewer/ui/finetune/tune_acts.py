"""The fine-tuning of the window: ask for one, watch it, go on with one that was stopped."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMessageBox, QWidget

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.services.finetune_clock import RunClock
from hc18viewer.services.finetune_runs import discard_run, lay_down, unfinished_runs
from hc18viewer.services.finetune_work import WHOLE
from hc18viewer.services.finetuning import LEAST_LESSONS, Kind, free_name
from hc18viewer.services.gate_report import read_gate_report
from hc18viewer.services.models import library
from hc18viewer.training.lessons import Part, read_job
from hc18viewer.training.log import LogError, read_rows
from hc18viewer.ui.finetune.choice_form import count_kinds
from hc18viewer.ui.finetune.model_acts import ModelActs
from hc18viewer.ui.finetune.strip import StripState, TuneStrip
from hc18viewer.ui.finetune.wording import gate_sentence
from hc18viewer.ui.language import say
from hc18viewer.ui.wording import count
from hc18viewer.workers.finetuning import FineTuneRun

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.progress import Progress
    from hc18viewer.ui.actions import Actions
    from hc18viewer.ui.finetune.curves import TuneCurves
    from hc18viewer.ui.finetune.start_dialog import FineTuneDialog, Wanted
    from hc18viewer.ui.memory import Memory
    from hc18viewer.ui.session import ReviewSession
    from hc18viewer.ui.theme import ThemeColours


class TuneActs(QObject):
    """Owns the strip and the one fine-tuning that may run."""

    told = Signal(str)

    def __init__(
        self, actions: Actions, memory: Memory, window: QMainWindow, *, colours: ThemeColours,
        device: str,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self.models = ModelActs(memory, window, device=device)
        self._memory = memory
        self._window = window
        self._device = device
        self._session: ReviewSession | None = None
        self._run: FineTuneRun | None = None
        self._clock: RunClock | None = None
        self._dialog: FineTuneDialog | None = None
        self._stopped: Path | None = None
        self._made = ""
        self._title = ""
        self._colours = colours
        self._curves: TuneCurves | None = None
        self.strip = TuneStrip()
        self._dock = QDockWidget(window)
        self._dock.setObjectName("tuneDock")
        self._dock.setTitleBarWidget(QWidget())
        self._dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self._dock.setWidget(self.strip)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._dock)
        self._dock.hide()
        self._connect()
        self._show_actions()

    @property
    def session(self) -> ReviewSession | None:
        """Of the study that is open; None for none."""
        return self._session

    @session.setter
    def session(self, session: ReviewSession | None) -> None:
        self._session = session
        self.models.session = session
        if session is not None:
            session.controller.state_changed.connect(self._show_actions)
        self._show_actions()

    @property
    def run(self) -> FineTuneRun | None:
        """The fine-tuning that runs; None for none."""
        return self._run

    @property
    def curves(self) -> TuneCurves:
        """The curves, made when they are first needed."""
        if self._curves is None:
            from hc18viewer.ui.finetune.curves import TuneCurves  # not on the window's way

            self._curves = TuneCurves(self._colours)
            self.strip.put_curves(self._curves)
        return self._curves

    def use_colours(self, colours: ThemeColours) -> None:
        """Draw the curves in a theme's colours."""
        self._colours = colours
        if self._curves is not None:
            self._curves.use_colours(colours)

    # Asking for one

    def ask(self) -> None:
        """Show what a fine-tuning on the study that is open would do."""
        from hc18viewer.ui.finetune.start_dialog import FineTuneDialog  # not on the window's way

        if why := self._why_not():
            self.told.emit(why)
            return
        if self._session is None:
            return
        review = self._session.review
        recent = self._memory.settings
        references = dict.fromkeys((recent.tuning_reference, *recent.recent_studies))
        references.pop("", None)
        try:
            dialog = FineTuneDialog(
                review, library(), name=free_name(review.study), references=tuple(references),
                reference=recent.tuning_reference, device=self._device, parent=self._window,
            )
        except Hc18ViewerError as error:
            self._warn(str(error))
            return
        dialog.start_asked.connect(self._on_start_asked)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog = dialog
        dialog.finished.connect(self._on_dialog_closed)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def _on_dialog_closed(self) -> None:
        self._dialog = None

    def _on_start_asked(self, wanted: Wanted) -> None:
        if self._session is None:
            return
        folder = wanted.reference_folder
        self._memory.change(tuning_reference=str(folder) if folder else "")
        try:
            run = lay_down(
                self._session.review, wanted.plan, wanted.wish, reference=wanted.reference)
        except Hc18ViewerError as error:
            self._warn(str(error))
            return
        self.begin(run)

    # While it runs

    def begin(self, folder: Path) -> None:
        """Run, or go on with, the fine-tuning in a folder, and show the strip."""
        try:
            job = read_job(folder)
        except Hc18ViewerError as error:
            self._stop_at(folder, say(str(error)))
            return
        self._forget_run()
        self._clock = RunClock(job)
        self._stopped, self._made = None, ""
        self._title = self.tr("Fine-tuning {model} on {count} cases of {study}").format(
            model=job.name, count=count(len(job.of(Part.LEARN))), study=job.study)
        self.curves.clear(gate=not job.crossed)
        self._show_rows_before(folder)
        self.strip.show_curves(True)
        run = FineTuneRun(folder, device=self._device, parent=self)
        run.progressed.connect(self._on_progressed)
        run.epoch_ended.connect(self.curves.add)
        run.made.connect(self._on_made)
        run.failed.connect(self._on_failed)
        run.cancelled.connect(self._on_cancelled)
        self._run = run
        self.strip.show_state(StripState.RUNNING, title=self._title, text=self.tr("Starting"))
        self.strip.show_clock(self._clock)
        self._dock.show()
        run.start()
        self._show_actions()

    def _show_rows_before(self, folder: Path) -> None:
        """Show the epochs that a run which goes on has learnt already."""
        try:
            rows = read_rows(folder / WHOLE)
        except LogError:
            return  # it was stopped before its first epoch had ended
        for row in rows:
            self.curves.add(row)

    def pause_or_resume(self) -> None:
        """Hold the fine-tuning, or let it go on."""
        if self.strip.state is StripState.PAUSED:
            self._on_resume()
        elif self.strip.state is StripState.RUNNING:
            self._on_pause()

    def cancel(self) -> None:
        """Stop the fine-tuning and remove what it has done."""
        if self._run is not None and self.strip.state is not StripState.CANCELLING:
            self._run.cancel()
            self.strip.show_state(
                StripState.CANCELLING, title=self._title, text=self.tr("Cancelling…"))
            self._show_actions()

    def leave(self) -> Path | None:
        """Stop the fine-tuning but keep what it has done; return its folder, None for none."""
        if self._dialog is not None:
            self._dialog.reject()  # it measures and plans in threads of its own
        run, self._run = self._run, None
        if run is None:
            return None
        run.leave()
        return run.folder

    def _on_pause(self) -> None:
        if self._run is not None and self._clock is not None:
            self._run.pause()
            self._clock.pause()
            self.strip.show_state(StripState.PAUSED, title=self._title, text=self.tr("Paused"))
            self._show_actions()

    def _on_resume(self) -> None:
        if self._run is not None and self._clock is not None:
            self._run.resume()
            self.strip.show_state(StripState.RUNNING, title=self._title)
            self.strip.show_clock(self._clock)
            self._show_actions()

    def _on_progressed(self, progress: Progress) -> None:
        if self._clock is not None:
            self._clock.note(progress, time.monotonic())
            if self.strip.state is StripState.PAUSED:
                self._clock.pause()  # the step that was at work when it was paused
            self.strip.show_clock(self._clock)

    # When it ends

    def _on_made(self, name: str) -> None:
        self._forget_run()
        self._made = name
        text = ""
        try:
            model = next(each for each in library() if each.name == name)
            if model.card is not None:
                report = read_gate_report(model.folder, model.card)
                text = gate_sentence(report.advice.sentence)
        except Hc18ViewerError as error:
            text = say(str(error))
        self.strip.show_state(
            StripState.MADE, text=text,
            title=self.tr("The fine-tuning is finished: {model}").format(model=name))
        self._dock.show()
        self._show_actions()

    def _on_failed(self, text: str) -> None:
        if self._run is not None:
            self._stop_at(self._run.folder, say(text))

    def _on_cancelled(self) -> None:
        self._forget_run()
        self._dock.hide()
        self.told.emit(self.tr("The fine-tuning was cancelled; nothing is left of it."))
        self._show_actions()
        self.offer_unfinished()

    def _stop_at(self, folder: Path, text: str) -> None:
        self._forget_run()
        self._stopped = folder
        self.strip.show_curves(self._curves is not None and bool(self._curves.rows))
        self.strip.show_state(
            StripState.STOPPED, text=text,
            title=self.tr("The fine-tuning {model} is not finished").format(model=folder.name))
        self._dock.show()
        self._show_actions()

    def _forget_run(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.wait()  # it has said its last word
            run.deleteLater()

    # What was stopped before

    def offer_unfinished(self) -> bool:
        """Offer to go on with a fine-tuning that was stopped; return whether there is one."""
        if self._run is not None:
            return False
        found = unfinished_runs()
        if not found:
            return False
        if self._curves is not None:
            self._curves.clear(gate=True)
        self._stop_at(found[0], self.tr(
            "It was stopped before its end and can go on where it was."))
        return True

    def show_strip(self) -> None:
        """Bring the strip back, or say that there is nothing to show."""
        if self._run is not None or self._made or self.offer_unfinished():
            self._dock.show()
            self.strip.setFocus()
            self.strip.focusNextChild()
        else:
            self.told.emit(self.tr("No fine-tuning is running, and none was left unfinished."))

    def _on_go_on(self) -> None:
        if self._stopped is not None:
            self.begin(self._stopped)

    def _on_discard(self) -> None:
        if self._stopped is None:
            return
        folder, self._stopped = self._stopped, None
        try:
            discard_run(folder)
        except OSError as error:
            self._warn(self.tr("{folder} cannot be removed: {why}.").format(
                folder=folder, why=error.strerror))
        self._dock.hide()
        self.offer_unfinished()
        self._show_actions()

    def _on_look(self) -> None:
        if self._made:
            self._dock.hide()
            self.models.show_gate(self._made)

    def _connect(self) -> None:
        strip = self.strip
        strip.pause_asked.connect(self._on_pause)
        strip.resume_asked.connect(self._on_resume)
        strip.cancel_asked.connect(self.cancel)
        strip.go_on_asked.connect(self._on_go_on)
        strip.discard_asked.connect(self._on_discard)
        strip.later_asked.connect(self._dock.hide)
        strip.look_asked.connect(self._on_look)

    def _show_actions(self, *_: object) -> None:
        running = self._run is not None
        why = self._why_not()
        self._actions.forbid(self._actions.fine_tune, why)
        idle = "" if running else self.tr("no fine-tuning is running")
        for action in (self._actions.tune_pause, self._actions.tune_cancel):
            self._actions.forbid(action, idle)

    def _why_not(self) -> str:
        if self._session is None:
            return self.tr("no study is open")
        if self._run is not None:
            return self.tr("a fine-tuning is running already")
        review = self._session.review
        counts = count_kinds(review.state(case.key) for case in review.study.cases)
        there = max(counts[Kind.CORRECTED], counts[Kind.ANNOTATED])
        if there < LEAST_LESSONS:
            return self.tr("{count} cases are corrected; at least {least} are needed").format(
                count=count(there), least=count(LEAST_LESSONS))
        return ""

    def _warn(self, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Fine-tuning"), say(text),
                          QMessageBox.StandardButton.Ok, self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
