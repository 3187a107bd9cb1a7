"""A fine-tuning from the dialog to a model that serves, and whatever may come between."""

import os
import signal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tuning import correct_all, install, make_study, make_tiny_model

from hc18viewer import paths
from hc18viewer.model.catalogue import model_folders
from hc18viewer.model.serving import serving_model
from hc18viewer.services.finetune_runs import unfinished_runs
from hc18viewer.ui.finetune.gate_dialog import GateDialog
from hc18viewer.ui.finetune.start_dialog import FineTuneDialog
from hc18viewer.ui.finetune.strip import StripState

LONG = 120_000


@pytest.fixture(scope="module")
def tiny(sample_dir, tmp_path_factory):
    return make_tiny_model(sample_dir, tmp_path_factory.mktemp("tiny") / "tiny")


@pytest.fixture
def study(tiny, home, sample_dir, tmp_path):
    install(tiny)
    folder = make_study(sample_dir, tmp_path / "clinic")
    correct_all(folder)
    return folder


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog_of(reader, kind):
    reader.qtbot.waitUntil(lambda: reader.window.findChild(kind) is not None, timeout=10_000)
    return reader.window.findChild(kind)


def ask(reader):
    reader.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier
                 | Qt.KeyboardModifier.ShiftModifier)
    return dialog_of(reader, FineTuneDialog)


def start(reader, minutes=5):
    dialog = ask(reader)
    dialog.form.minutes.setValue(minutes)
    reader.qtbot.waitUntil(dialog.start_button.isEnabled, timeout=LONG)
    click(dialog.start_button)
    reader.qtbot.waitUntil(lambda: reader.window.tuning.run is not None, timeout=5000)


def strip_is(reader, state):
    strip = reader.window.tuning.strip
    reader.qtbot.waitUntil(lambda: strip.state is state and strip.isVisible(), timeout=LONG)


def learning(reader):
    """Wait until an epoch has ended."""
    reader.qtbot.waitUntil(lambda: bool(reader.window.tuning.curves.rows), timeout=LONG)


def test_from_the_dialog_to_a_model_that_predicts_what_is_not_read(open_window, study):
    with open_window() as reader:
        reader.open(study)
        reader.wait_for_image()
        read = reader.controller.review
        keys = [case.key for case in read.study.cases]
        start(reader)
        strip_is(reader, StripState.MADE)
        assert "clinic-1" in model_folders()
        assert serving_model() == "tiny"
        click(reader.window.tuning.strip.look_button)
        gate = dialog_of(reader, GateDialog)
        assert gate.cases.list.count() >= 10
        gate._report = _advised(gate._report)
        click(gate.promote_button)
        reader.qtbot.waitUntil(lambda: serving_model() == "clinic-1", timeout=5000)
        assert read.model.startswith("clinic-1 ")
        assert all(
            state.prediction is None or not state.prediction.prediction.model.startswith("clinic")
            for state in map(read.state, keys)
        )


def _advised(report):
    from dataclasses import replace

    return replace(report, advice=replace(report.advice, promote=True, reasons=()))


def test_a_fine_tuning_is_cancelled_and_nothing_is_left(open_window, study):
    with open_window() as reader:
        reader.open(study)
        start(reader)
        learning(reader)
        click(reader.window.tuning.strip.cancel_button)
        reader.qtbot.waitUntil(lambda: reader.window.tuning.run is None, timeout=10_000)
        assert not any(paths.runs_folder().glob("[!.]*"))
        assert set(model_folders()) == {"tiny", "hc18-unet", "hc18-unet-fold1"}


def test_a_process_that_is_killed_is_gone_on_with(open_window, study):
    with open_window() as reader:
        reader.open(study)
        start(reader)
        learning(reader)
        os.kill(reader.window.tuning.run.pid, signal.SIGKILL)
        strip_is(reader, StripState.STOPPED)
        assert len(unfinished_runs()) == 1
        click(reader.window.tuning.strip.go_on_button)
        strip_is(reader, StripState.MADE)
        assert "clinic-1" in model_folders()
        assert unfinished_runs() == ()


def test_a_window_that_closes_leaves_what_the_next_goes_on_with(open_window, study):
    with open_window() as reader:
        reader.open(study)
        start(reader)
        learning(reader)
    assert len(unfinished_runs()) == 1
    with open_window() as reader:
        strip_is(reader, StripState.STOPPED)
        click(reader.window.tuning.strip.discard_button)
        reader.qtbot.wait(50)
        assert not reader.window.tuning.strip.isVisible()
    assert unfinished_runs() == ()
