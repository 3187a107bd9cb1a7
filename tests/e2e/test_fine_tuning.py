"""A fine-tuning from the dialog to a model that serves, and whatever may come between."""

import os
import signal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from hc18viewer import paths
from hc18viewer.model.catalogue import model_folders
from hc18viewer.model.serving import serving_model
from hc18viewer.services.finetune_runs import unfinished_runs
from hc18viewer.ui.finetune.gate_dialog import GateDialog
from hc18viewer.ui.finetune.models_dialog import ModelsDialog
from hc18viewer.ui.finetune.start_dialog import FineTuneDialog
from hc18viewer.ui.finetune.strip import StripState
from hc18viewer.workers.lane import Ending

LONG = 120_000
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog_of(reader, kind):
    reader.qtbot.waitUntil(lambda: reader.window.findChild(kind) is not None, timeout=10_000)
    return reader.window.findChild(kind)


def ask(reader):
    reader.press(Qt.Key.Key_F, CONTROL_SHIFT)
    return dialog_of(reader, FineTuneDialog)


def start(reader, minutes=5):
    dialog = ask(reader)
    dialog.form.minutes.setValue(minutes)
    reader.qtbot.waitUntil(dialog.start_button.isEnabled, timeout=LONG)
    click(dialog.start_button)
    reader.qtbot.waitUntil(lambda: reader.window.tuning.acts.run is not None, timeout=5000)


def strip_is(reader, state):
    strip = reader.window.tuning.strip
    reader.qtbot.waitUntil(lambda: strip.state is state and strip.isVisible(), timeout=LONG)


def learning(reader):
    """Wait until an epoch has ended."""
    reader.qtbot.waitUntil(lambda: bool(reader.window.tuning.acts.curves.rows), timeout=LONG)


def models_of(reader):
    """Which model predicted each case: read ones, then unread ones."""
    review = reader.controller.review
    states = [review.state(case.key) for case in review.study.cases]
    names = [(state.verdict_kind, state.prediction and state.prediction.prediction.model.split()[0])
             for state in states]
    return ({name for kind, name in names if kind}, {name for kind, name in names if not kind})


def test_from_the_dialog_to_a_model_that_predicts_what_is_not_read(open_window, corrected_study):
    with open_window() as reader:
        reader.open(corrected_study)
        reader.wait_for_image()
        reader.qtbot.waitUntil(lambda: models_of(reader) == ({"tiny"}, {"tiny"}), timeout=LONG)
        start(reader)
        reader.choose("training_set/121_HC.png")  # reading goes on
        strip_is(reader, StripState.MADE)
        assert serving_model() == "tiny"
        click(reader.window.tuning.strip.look_button)
        gate = dialog_of(reader, GateDialog)
        assert gate.cases.list.count() == 20
        click(gate.promote_button)
        for box in (found for found in gate.findChildren(QMessageBox) if found.isVisible()):
            click(next(each for each in box.buttons() if each.text() == "Promote all the same"))
        assert serving_model() == "clinic-1"
        reader.qtbot.waitUntil(
            lambda: models_of(reader) == ({"tiny"}, {"clinic-1"}), timeout=LONG)
        assert reader.state.case.key == "training_set/121_HC.png"
        reader.press(Qt.Key.Key_B, CONTROL_SHIFT)
        assert serving_model() == "tiny"
        assert models_of(reader) == ({"tiny"}, {"tiny"})  # they were kept


def test_a_window_closes_while_the_dialog_measures(open_window, corrected_study):
    with open_window() as reader:
        reader.open(corrected_study)
        dialog = ask(reader)
        reader.qtbot.waitUntil(lambda: dialog._trial and dialog._trial.isRunning(), timeout=5000)
        trial = dialog._trial
        reader.window.close()
        assert trial.isFinished()


def test_a_pause_holds_and_a_cancel_ends_even_a_process_that_hears_nothing(
    open_window, corrected_study
):
    with open_window() as reader:
        reader.open(corrected_study)
        start(reader)
        learning(reader)
        acts, strip = reader.window.tuning.acts, reader.window.tuning.strip
        click(strip.pause_button)
        strip_is(reader, StripState.PAUSED)
        reader.qtbot.wait(1500)  # the step that was at work ends
        held = acts.curves.rows
        reader.qtbot.wait(3000)
        assert acts.curves.rows == held
        click(strip.resume_button)
        reader.qtbot.waitUntil(lambda: acts.curves.rows != held or acts.run is None, timeout=LONG)
        assert acts.run is not None
        os.kill(acts.run.pid, signal.SIGSTOP)
        click(strip.cancel_button)
        reader.qtbot.waitUntil(lambda: acts.run is None, timeout=10_000)
        assert not strip.isVisible()
        assert not any(paths.runs_folder().glob("[!.]*"))


def test_a_fine_tuning_is_cancelled_and_nothing_is_left(open_window, corrected_study):
    with open_window() as reader:
        reader.open(corrected_study)
        start(reader)
        learning(reader)
        click(reader.window.tuning.strip.cancel_button)
        reader.qtbot.waitUntil(lambda: reader.window.tuning.acts.run is None, timeout=10_000)
        assert not any(paths.runs_folder().glob("[!.]*"))
        assert set(model_folders()) == {"tiny", "hc18-unet", "hc18-unet-fold1"}


def test_a_process_that_is_killed_is_gone_on_with(open_window, corrected_study):
    with open_window() as reader:
        reader.open(corrected_study)
        start(reader)
        learning(reader)
        os.kill(reader.window.tuning.acts.run.pid, signal.SIGKILL)
        strip_is(reader, StripState.STOPPED)
        assert len(unfinished_runs()) == 1
        click(reader.window.tuning.strip.go_on_button)
        assert [row.epoch for row in reader.window.tuning.acts.curves.rows][:1] == [1]  # of before
        strip_is(reader, StripState.MADE)
        assert "clinic-1" in model_folders()
        assert unfinished_runs() == ()


def test_a_window_that_closes_leaves_what_the_next_goes_on_with(open_window, corrected_study):
    with open_window() as reader:
        reader.open(corrected_study)
        start(reader)
        learning(reader)
    assert len(unfinished_runs()) == 1
    with open_window() as reader:
        strip_is(reader, StripState.STOPPED)
        click(reader.window.tuning.strip.discard_button)
        reader.qtbot.wait(50)
        assert not reader.window.tuning.strip.isVisible()
    assert unfinished_runs() == ()


def compare_page(reader):
    """Open the library at its page of comparisons."""
    reader.press(Qt.Key.Key_M, CONTROL_SHIFT)
    dialog = dialog_of(reader, ModelsDialog)
    dialog.tabs.setCurrentWidget(dialog.compare)
    return dialog, dialog.compare


def test_two_models_are_compared_on_the_study_that_is_open(open_window, corrected_study):
    with open_window() as reader:
        reader.open(corrected_study)
        reader.wait_for_image()
        _, page = compare_page(reader)
        page.first.setCurrentText("tiny")
        page.second.setCurrentText("tiny")
        assert not page.compare_button.isEnabled()  # a model with itself
        page.second.setCurrentText(next(
            page.second.itemText(i) for i in range(page.second.count())
            if page.second.itemData(i).name == "hc18-unet"))
        click(page.compare_button)
        reader.qtbot.waitUntil(page.table.isVisible, timeout=LONG)
        assert "of 23 cases" in page.text.text()
        assert page.compare_button.isVisible()
        row = next(i for i in range(page.table.rowCount())
                   if page.table.verticalHeaderItem(i).text().startswith("Dice"))
        first, second = (float(page.table.item(row, i).text().split()[0]) for i in (0, 1))
        assert first < second > 95
        assert models_of(reader)[1] <= {"tiny", None}  # nobody's predictions are touched


def test_a_comparison_is_cancelled_and_another_begun(open_window, corrected_study):
    with open_window() as reader:
        reader.open(corrected_study)
        reader.wait_for_image()
        dialog, page = compare_page(reader)
        page.first.setCurrentText("tiny")
        page.second.setCurrentIndex(0 if page.first.currentIndex() else 1)
        click(page.compare_button)
        assert page.cancel_button.isVisible()
        click(page.cancel_button)
        reader.qtbot.waitUntil(page.compare_button.isVisible, timeout=LONG)
        assert not page.table.isVisible()
        endings = []
        lane = reader.window.tuning.acts.models._lane
        lane.ended.connect(lambda outcome: endings.append(outcome.ending))
        click(page.compare_button)
        dialog.reject()  # a dialog that closes gives its comparison up
        reader.qtbot.waitUntil(lambda: bool(endings), timeout=LONG)
        assert endings == [Ending.CANCELLED]
