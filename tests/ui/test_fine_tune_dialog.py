"""The dialog that starts a fine-tuning: one key is enough; each choice shows what it does."""

import os
import shutil

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from hc18viewer import paths
from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.services.finetuning import Kind
from hc18viewer.services.models import library
from hc18viewer.services.review import Review
from hc18viewer.store.records import VerdictKind
from hc18viewer.store.study_store import StudyStore
from hc18viewer.training.lessons import Part
from hc18viewer.ui.finetune import start_dialog as module
from hc18viewer.ui.finetune.start_dialog import FineTuneDialog


class Trial(QObject):
    """Tells a speed at once, where the real one starts a process."""

    measured, failed, finished = Signal(float, float), Signal(object), Signal()
    fails = False

    def __init__(self, _folder, *, device, parent):
        super().__init__(parent)

    def start(self):
        QTimer.singleShot(0, self._tell)

    def _tell(self):
        if self.fails:
            self.failed.emit("It has no memory.")
        else:
            self.measured.emit(0.5, 0.25)
        self.finished.emit()

    def give_up(self):
        pass


@pytest.fixture
def study(sample_dir, tmp_path, home):
    """Twenty-four subjects with ground truth."""
    folder = tmp_path / "clinic"
    place = folder / "training_set"
    place.mkdir(parents=True)
    rows = ["filename,pixel size(mm),head circumference (mm)"]
    cases = [case for case in open_study(sample_dir).cases if case.annotation_path]
    for number in range(24):
        case = cases[number % len(cases)]
        shutil.copyfile(case.image_path, place / f"{number:03d}_HC.png")
        shutil.copyfile(case.annotation_path, place / f"{number:03d}_HC_Annotation.png")
        rows.append(f"{number:03d}_HC.png,{case.pixel_size_mm},{case.reference_hc_mm}")
    (folder / "training_set_pixel_size_and_HC.csv").write_text("\n".join([*rows, ""]))
    return open_study(folder)


@pytest.fixture
def review(study, tmp_path):
    with StudyStore.open(study.root, tmp_path / "stores") as store:
        yield Review(study, store, reader="Anna", model="m 1")


def correct(review, count, *, reader="Anna"):
    review.reader = reader
    for case in review.study.cases[:count]:
        review.correct(case.key, truth_ellipse(case), "move ellipse")
        review.accept(case.key)


@pytest.fixture
def dialog_of(qtbot, review, monkeypatch):
    monkeypatch.setattr(module, "SpeedTrial", Trial)
    made = []

    def open_dialog(**choices):
        dialog = FineTuneDialog(review, library(), name="clinic-1", **choices)
        dialog.asked = []
        dialog.start_asked.connect(dialog.asked.append)
        dialog.show()
        made.append(dialog)
        qtbot.waitUntil(lambda: not dialog._planning, timeout=60_000)
        qtbot.wait(10)
        return dialog

    yield open_dialog
    for dialog in made:
        dialog.reject()
        dialog.deleteLater()


def planned(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog._planning, timeout=60_000)


def test_one_key_starts_what_the_dialog_shows(qtbot, review, dialog_of):
    correct(review, 24)
    dialog = dialog_of()
    assert dialog.lessons.rowCount() == 24
    assert "Learns from 14 cases of 14 subjects." in dialog.summary.text()
    assert "never learnt from: 10 cases of 10 subjects" in dialog.summary.text()
    assert "Takes about" in dialog.time.text()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    (wanted,) = dialog.asked
    assert (wanted.plan.count(Part.LEARN), wanted.plan.count(Part.GATE)) == (14, 10)
    assert (wanted.wish.name, wanted.wish.parent.name) == ("clinic-1", "hc18-unet")
    assert not dialog.isVisible()


def test_rows_say_who_gave_the_contour_and_what_it_is_for(review, dialog_of):
    correct(review, 24, reader="Dr Lan")
    dialog = dialog_of()
    cells = [dialog.lessons.index(0, column).data() for column in range(6)]
    assert cells[0] == "000_HC.png"
    assert cells[2:4] == ["corrected", "Dr Lan"]
    assert cells[5] in ("learning", "gate")
    uses = [dialog.lessons.index(row, 5).data() for row in range(24)]
    assert uses.count("gate") == 10


def test_the_filters_choose_cases_by_reader_and_kind(qtbot, review, dialog_of):
    correct(review, 24, reader="Anna")
    correct(review, 12, reader="Dr Lan")
    dialog = dialog_of()
    assert [dialog.form.reader.itemText(row) for row in range(3)] == [
        "everybody", "Anna", "Dr Lan"]
    dialog.form.reader.setFocus()
    QTest.keyClicks(dialog.form.reader, "Dr")
    planned(qtbot, dialog)
    assert dialog.lessons.rowCount() == 12
    assert "cross-validation" in dialog.summary.text()
    dialog.form.kinds[Kind.ANNOTATED].setFocus()
    QTest.keyClick(dialog.form.kinds[Kind.ANNOTATED], Qt.Key.Key_Space)
    planned(qtbot, dialog)
    assert dialog.lessons.rowCount() == 24


def test_rejected_and_flagged_cases_are_not_counted(review, dialog_of):
    correct(review, 24)
    keys = [case.key for case in review.study.cases]
    review.judge(keys[0], VerdictKind.REJECTED, reason="blurred")
    review.judge(keys[1], VerdictKind.FLAGGED)
    dialog = dialog_of()
    assert dialog.form.kinds[Kind.CORRECTED].text() == "corrected (22)"
    assert dialog.lessons.rowCount() == 22


def test_with_too_few_corrections_it_says_so_and_cannot_start(qtbot, review, dialog_of):
    correct(review, 5)
    dialog = dialog_of()
    assert dialog.form.kinds[Kind.ANNOTATED].isChecked()  # so that one click is enough
    assert dialog.start_button.isEnabled()
    dialog.form.kinds[Kind.ANNOTATED].setChecked(False)
    planned(qtbot, dialog)
    assert "at least 8" in dialog.trouble.text()
    assert not dialog.start_button.isEnabled()
    assert dialog.lessons.rowCount() == 0


@pytest.mark.parametrize("name", ["hc18-unet", "a/b", "", "running"])
def test_a_name_that_is_taken_or_can_be_none_is_refused_as_it_is_typed(review, dialog_of, name):
    correct(review, 24)
    run = paths.runs_folder() / "running"
    run.mkdir(parents=True)
    (run / "job.json").write_text("{}")
    dialog = dialog_of()
    dialog.form.name.selectAll()
    QTest.keyClicks(dialog.form.name, name) if name else dialog.form.name.clear()
    assert not dialog.start_button.isEnabled()
    assert dialog.trouble.text()
    dialog.form.name.setText("spring")
    assert dialog.start_button.isEnabled()
    assert not dialog.trouble.isVisible()


def test_less_time_means_fewer_epochs_and_a_shorter_wait(review, dialog_of):
    correct(review, 24)
    dialog = dialog_of()
    dialog.form.minutes.setValue(60)
    long = dialog.wanted().plan.epochs, dialog.time.text()
    dialog.form.minutes.setValue(1)
    short = dialog.wanted().plan.epochs, dialog.time.text()
    assert short[0] < long[0]
    assert short[1] != long[1]


def test_a_trial_that_fails_is_said_and_holds_nothing_up(review, dialog_of, monkeypatch):
    monkeypatch.setattr(Trial, "fails", True)
    correct(review, 24)
    dialog = dialog_of()
    assert "It has no memory." in dialog.time.text()
    assert dialog.start_button.isEnabled()


def test_another_reference_study_is_read_and_named(qtbot, review, sample_dir, dialog_of):
    correct(review, 24)
    dialog = dialog_of(references=(str(sample_dir),), reference=str(sample_dir))
    assert "on 9 cases of the reference study" in dialog.summary.text()
    assert dialog.form.reference_folder == sample_dir
    gone = str(sample_dir / "gone")
    dialog.form.reference.insertItem(0, gone, gone)
    dialog.form.reference.setCurrentIndex(0)
    dialog.form._on_reference(0)
    planned(qtbot, dialog)
    assert not dialog.start_button.isEnabled()
    assert "gone" in dialog.trouble.text()


def test_closing_while_it_reads_ends_what_is_at_work(qtbot, review, dialog_of):
    correct(review, 24)
    dialog = dialog_of()
    dialog.form.kinds[Kind.ANNOTATED].setChecked(True)
    dialog.reject()
    assert dialog._lane.isFinished()


def test_closing_while_it_measures_ends_the_trial_for_good(qtbot, review):
    correct(review, 24)
    dialog = FineTuneDialog(review, library(), name="clinic-1")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    trial = dialog._trial
    qtbot.waitUntil(lambda: trial._process.pid is not None, timeout=20_000)
    pid = trial._process.pid
    with qtbot.waitSignal(dialog.destroyed, timeout=20_000):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.wait(100)  # what the trial's end would have begun
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_no_word_is_cut_off_in_large_text(review, dialog_of, qtbot, qapp, factor):
    correct(review, 24)
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(before.pointSizeF() * factor)
    qapp.setFont(font)
    try:
        dialog = dialog_of()
        for kind in (QLabel, QPushButton, QCheckBox):
            for widget in dialog.findChildren(kind):
                if widget.isVisible() and not (kind is QLabel and widget.wordWrap()):
                    assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
    finally:
        qapp.setFont(before)
