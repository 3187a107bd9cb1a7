"""Undo that outlives the case's turn, the window and the program."""

import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from hc18viewer.geometry.edit import Handle
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.store.study_store import StudyStore

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = "training_set/002_HC.png"


def undo(reader):
    reader.press(Qt.Key.Key_Z, CTRL)
    return reader.state.corrected_shape


def redo(reader):
    reader.press(Qt.Key.Key_Z, CTRL | SHIFT)
    return reader.state.corrected_shape


def words(reader):
    return reader.window.actions_.undo.text(), reader.window.actions_.redo.text()


def test_the_next_day_undoes_by_name_what_was_done_today(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        assert words(reader) == ("Undo", "Redo")
        assert not reader.window.actions_.undo.isEnabled()
        reader.drag(Handle.CENTRE, 20, 8)
        moved = reader.state.corrected_shape
        reader.drag(Handle.MAJOR_END, 25, 0)
        grown = reader.state.corrected_shape
        reader.press(Qt.Key.Key_Right, widget=reader.canvas)
        nudged = reader.state.corrected_shape
        assert undo(reader) == grown
        reader.choose("training_set/003_HC.png")
        assert words(reader) == ("Undo", "Redo")
        reader.choose(KEY)
        assert words(reader) == ("Undo move axis end", "Redo move ellipse")
    with open_window(reader="B") as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        assert words(reader) == ("Undo move axis end", "Redo move ellipse")
        assert undo(reader) == moved
        assert undo(reader) is None
        assert not reader.window.actions_.undo.isEnabled()
        assert [redo(reader) for _ in range(3)] == [moved, grown, nudged]
        assert not reader.window.actions_.redo.isEnabled()
        assert undo(reader) == grown
        reader.drag(Handle.CENTRE, 0, 15)
        assert words(reader) == ("Undo move ellipse", "Redo")


def test_the_starting_points_are_steps_like_others(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        reader.press(Qt.Key.Key_P, CTRL)
        assert "no other revision" in reader.window.statusBar().currentMessage()
        reader.drag(Handle.CENTRE, 20, 8)
        judged = reader.state.corrected_shape
        reader.press(Qt.Key.Key_Return)
        reader.drag(Handle.CENTRE, 0, 22)
        reader.drag(Handle.CENTRE, 9, 0)
        last = reader.state.corrected_shape
        reader.press(Qt.Key.Key_P, CTRL)
        assert reader.state.corrected_shape == judged
        assert words(reader)[0] == "Undo start from previous revision"
        assert undo(reader) == last
        reader.press(Qt.Key.Key_R, CTRL)
        assert reader.state.corrected_shape is None
        assert words(reader)[0] == "Undo back to prediction"
        reader.window.actions_.from_truth.trigger()
        assert reader.state.corrected_shape == reader.canvas.annotation
        assert undo(reader) is None
        assert undo(reader) == last
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.drag(Handle.CENTRE, -12, 0)
        reader.press(Qt.Key.Key_P, CTRL)
        assert reader.state.corrected_shape == last  # as it was when the study was opened


def test_what_another_window_did_is_shown_before_anything_is_undone(open_window, sample_dir):
    other = Ellipse(390, 260, 190, 140, 0.1)
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        reader.drag(Handle.CENTRE, 20, 8)
        mine = reader.state.corrected_shape
        with StudyStore.open(sample_dir) as store:
            store.save_correction(KEY, other, reader="B", gesture="calipers")
        assert undo(reader) == other
        assert reader.canvas.edited_ellipse == other
        assert "Another window" in reader.window.statusBar().currentMessage()
        assert words(reader)[0] == "Undo calipers"
        assert undo(reader) == mine
        with StudyStore.open(sample_dir) as store:
            store.save_correction(KEY, other, reader="B", gesture="calipers")
        reader.press(Qt.Key.Key_Return)
        assert reader.state.verdict_kind is None  # nobody accepts what was not on the screen
        assert reader.state.corrected_shape == other


_WORK_AND_WAIT = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication
sys.path.insert(0, sys.argv[1])
from conftest import Driver
from hc18viewer.geometry.edit import Handle
from hc18viewer.settings import Settings
from hc18viewer.ui.window import MainWindow

class Bot:
    def wait(self, ms): QTimer.singleShot(ms, loop.quit); loop.exec()
    def waitUntil(self, condition, timeout):
        while not condition(): self.wait(20)

app, loop = QApplication([]), QEventLoop()
window = MainWindow(Settings(reader="A"))
window.show()
reader = Driver(Bot(), window)
reader.open(Path(sys.argv[2]))
reader.choose(sys.argv[3])
reader.wait_for_prediction()
reader.drag(Handle.CENTRE, 30, 12)
reader.drag(Handle.MAJOR_END, 25, 0)
reader.drag(Handle.CENTRE, -9, 4)
reader.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
reader.drag(Handle.CENTRE, 3, 3, release=False)
print("held", flush=True)
app.exec()
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.usefixtures("home")
def test_a_killed_program_keeps_its_undo_and_its_redo(sample_dir, open_window):
    arguments = [sys.executable, "-c", _WORK_AND_WAIT, os.path.dirname(__file__), sample_dir, KEY]
    with subprocess.Popen(
        list(map(str, arguments)), stdout=subprocess.PIPE, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdout.readline().split() == ["held"]
        process.send_signal(signal.SIGKILL)
    with StudyStore.open(sample_dir) as store:
        rows = store.history(KEY)
    assert [row.gesture for row in rows] == [
        "move ellipse", "move axis end", "move ellipse", "undo move ellipse"]
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        assert words(reader) == ("Undo move axis end", "Redo move ellipse")
        assert redo(reader) == rows[2].shape
        assert [undo(reader) for _ in range(3)] == [rows[1].shape, rows[0].shape, None]
        assert [redo(reader) for _ in range(3)] == [row.shape for row in rows[:3]]
