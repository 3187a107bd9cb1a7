"""Ask for a fine-tuning: what it would use, how long it takes, and one button to start."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.progress import CancelToken, Progress
from hc18viewer.services.finetune_runs import NameTakenError, Wish, refuse_name
from hc18viewer.services.finetune_work import epochs_within
from hc18viewer.training.lessons import Part, subjects_of
from hc18viewer.ui.finetune.choice_form import ChoiceForm
from hc18viewer.ui.finetune.lesson_list import LessonModel, lesson_rows
from hc18viewer.ui.finetune.wording import duration
from hc18viewer.ui.language import say
from hc18viewer.ui.theme import SPACE
from hc18viewer.ui.wording import count
from hc18viewer.workers.finetuning import SpeedTrial
from hc18viewer.workers.lane import Ending, Outcome
from hc18viewer.workers.planning import PlanJob, PlanLane, Planned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hc18viewer.services.finetuning import Plan
    from hc18viewer.services.models import LibraryModel
    from hc18viewer.services.review import Review
    from hc18viewer.training.lessons import Lesson

_SIZE_IN_LETTERS = (104, 46)


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """A fine-tuning that was asked for.

    Attributes:
        reference: what the reference set is, in words.
        reference_folder: where it lies; None for the sample study.
    """

    plan: Plan
    wish: Wish
    reference: str
    reference_folder: Path | None


class FineTuneDialog(QDialog):
    """Shows a plan while the reader changes the choice; its default is to be started as it is.

    Args:
        review: of the study that is open.
        models: of the library.
        name: for the new model, until another is given.
        references: studies that may be a reference set.
        reference: the one that was chosen last.
        device: that it would run on.
        parent: the window.
    """

    start_asked = Signal(object)  # Wanted

    def __init__(
        self, review: Review, models: Sequence[LibraryModel], *, name: str,
        references: Sequence[str] = (), reference: str = "", device: str = "auto",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._device = device
        self._states = {case.key: review.state(case.key) for case in review.study.cases}
        self._planned: Planned | None = None
        self._speeds: dict[Path, tuple[float, float]] = {}
        self._trial: SpeedTrial | None = None
        self._trial_trouble: str | None = None
        self._plan_trouble = ""
        self._planning = True
        self._token = CancelToken()
        self.setWindowTitle(self.tr("Fine-tune on {study}").format(study=review.study.name))
        self.form = ChoiceForm(
            tuple(self._states.values()), models, name=name, references=references,
            reference=reference,
        )
        self._lay_out()
        self._lane = PlanLane(self)
        self._lane.ended.connect(self._on_planned)
        self._lane.progressed.connect(self._on_progressed)
        self._lane.start()
        self.form.changed.connect(self._plan)
        self.form.fields_changed.connect(self._on_fields_changed)
        self._plan()
        self._measure()

    def done(self, result: int) -> None:
        """End what is still at work, then close."""
        self._token.cancel()
        trial, self._trial = self._trial, None
        if trial is not None:
            trial.finished.disconnect(self._on_trial_finished)  # it would begin another
            trial.give_up()
        self._lane.stop()
        super().done(result)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * SPACE)
        layout.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 5 * SPACE)
        self.summary, self.time, self.trouble = QLabel(), QLabel(), QLabel()
        self.summary.setObjectName("planSummary")
        self.trouble.setProperty("tone", "warning")
        for label in (self.summary, self.time, self.trouble):
            label.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("Reading the cases"))
        self.lessons = LessonModel(self)
        self.table = QTableView()
        self.table.setModel(self.lessons)
        self.table.setAccessibleName(self.tr("Cases that would be used"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setMinimumHeight(7 * self.fontMetrics().lineSpacing())
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.start_button = QPushButton(self.tr("&Start"))
        self.start_button.setProperty("primary", True)
        buttons.addButton(self.start_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_start)
        buttons.rejected.connect(self.reject)
        for widget in (self.form, self.summary, self.time, self.trouble, self._bar):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.start_button.setDefault(True)  # once it is the dialog's
        wide, high = _SIZE_IN_LETTERS
        metrics = self.fontMetrics()
        self.resize(wide * metrics.averageCharWidth(), high * metrics.lineSpacing())
        self.resize(self.size().boundedTo(self.screen().availableSize() * 0.94))

    # What it would do

    def _plan(self) -> None:
        self._token.cancel()
        self._token = CancelToken()
        self._planned, self._planning = None, True
        self._bar.show()
        self._lane.want([PlanJob(
            self._review.study, tuple(self._states.values()), self.form.choice(),
            self._review.gate_draws(), self.form.reference_folder, self._token,
        )])
        self._show()

    def _on_planned(self, outcome: Outcome[PlanJob, Planned]) -> None:
        if outcome.job.token is not self._token or outcome.ending is Ending.CANCELLED:
            return
        self._bar.hide()
        self._planned, self._planning = outcome.result, False
        self._plan_trouble = say(outcome.message)
        lessons = outcome.result.plan.lessons if outcome.result is not None else ()
        self.lessons.set_rows(lesson_rows(lessons, self._states))
        self._show()

    def _on_progressed(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    # How long it would take

    def _on_fields_changed(self) -> None:
        self._measure()
        self._show()

    def _measure(self) -> None:
        folder = self.form.model.folder
        if folder in self._speeds or self._trial is not None:
            return
        self._trial_trouble = None
        self._measuring = folder
        self._trial = trial = SpeedTrial(folder, device=self._device, parent=self)
        trial.measured.connect(self._on_measured)
        trial.failed.connect(self._on_trial_failed)
        trial.finished.connect(self._on_trial_finished)
        trial.start()

    def _on_measured(self, step_seconds: float, look_seconds: float) -> None:
        self._speeds[self._measuring] = (step_seconds, look_seconds)

    def _on_trial_failed(self, text: str) -> None:
        self._trial_trouble = text

    def _on_trial_finished(self) -> None:
        self._trial = None
        if self._trial_trouble is None:
            self._measure()  # another model was chosen meanwhile
        self._show()

    def wanted(self) -> Wanted | None:
        """Return what the fields come to; None while that is not known, or is not possible."""
        if self._planned is None or self._name_trouble():
            return None
        model, plan = self.form.model, self._planned.plan
        speed = self._speeds.get(model.folder)
        if speed is None and self._trial_trouble is None:
            return None
        minutes = self.form.minutes.value()
        if speed is not None:
            step, look = speed
            plan = replace(plan, epochs=epochs_within(
                plan.work, 60 * minutes, step_seconds=step, look_seconds=look))
        wish = Wish(
            name=self.form.name.text().strip(), parent=model.folder, choice=self.form.choice(),
            minutes=minutes,
        )
        return Wanted(plan, wish, self._planned.reference, self.form.reference_folder)

    def _show(self) -> None:
        wanted = self.wanted()
        self.summary.setText(self._summary())
        self.time.setText(self._time(wanted))
        trouble = self._trouble()
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.start_button.setEnabled(wanted is not None)
        self.start_button.setAccessibleDescription(f"{self.summary.text()} {self.time.text()}")

    def _summary(self) -> str:
        if self._planned is None:
            return self.tr("Reading the cases…") if self._planning else ""
        plan = self._planned.plan
        lines = [self.tr("Learns from {lessons}.").format(
            lessons=self._counted(plan.lessons, Part.LEARN))]
        if plan.crossed:
            lines.append(self.tr(
                "Too few subjects to keep ten of them for the gate: the new model is judged by "
                "cross-validation alone."))
        if plan.count(Part.GATE):
            lines.append(self.tr(
                "Kept for the gate, and never learnt from: {lessons}.").format(
                    lessons=self._counted(plan.lessons, Part.GATE)))
        lines.append(self.tr("Compared besides on {count} cases of {reference}.").format(
            count=count(plan.count(Part.REFERENCE)), reference=say(self._planned.reference)))
        return "\n".join(lines)

    def _counted(self, lessons: Sequence[Lesson], part: Part) -> str:
        found = [lesson for lesson in lessons if lesson.part is part]
        return self.tr("{cases} cases of {subjects} subjects").format(
            cases=count(len(found)), subjects=count(len(subjects_of(found))))

    def _time(self, wanted: Wanted | None) -> str:
        speed = self._speeds.get(self.form.model.folder)
        if speed is None:
            if self._trial_trouble is not None:
                return self.tr("How fast this machine is could not be measured. {why}").format(
                    why=say(self._trial_trouble)).strip()
            return self.tr("Measuring how fast this machine is…")
        if wanted is None:
            return ""
        step, look = speed
        seconds = wanted.plan.work.seconds(step_seconds=step, look_seconds=look)
        if seconds > 60 * self.form.minutes.value():
            return self.tr("Takes {time} on this machine, as a short trial showed, and cannot be "
                           "made shorter; you can go on reading meanwhile.").format(
                               time=duration(seconds))
        return self.tr("Takes {time} on this machine, as a short trial showed; you can go on "
                       "reading meanwhile.").format(time=duration(seconds))

    def _trouble(self) -> str:
        if name := self._name_trouble():
            return name
        if self._planned is None:
            return "" if self._planning else self._plan_trouble
        problems = self._planned.plan.problems
        if not problems:
            return ""
        return self.tr("{count} cases are left out: {first}").format(
            count=count(len(problems)), first=problems[0])

    def _name_trouble(self) -> str:
        try:
            refuse_name(self.form.name.text().strip())
        except NameTakenError as error:
            return say(str(error))
        return ""

    def _on_start(self) -> None:
        wanted = self.wanted()
        if wanted is not None:
            self.start_asked.emit(wanted)
            self.accept()
