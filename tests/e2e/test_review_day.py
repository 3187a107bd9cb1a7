"""A reader's day, on real images where they are at hand and on the sample study everywhere."""

import math
import os
import shutil
import signal
import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.edit import Handle, axis_end
from hc18viewer.settings import load_settings
from hc18viewer.store.records import VerdictKind
from hc18viewer.store.study_store import StudyStore
from hc18viewer.ui import last_case

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def a_day(open_window, study, key):
    with open_window() as reader:
        reader.open(study)
        reader.choose(key)
        reader.wait_for_prediction()
        found = reader.state.predicted_ellipse
        reader.drag(Handle.MINOR_END, 0, 25)
        drawn = reader.state.corrected_ellipse
        assert drawn is not None
        assert abs(drawn.b - found.b) > 2
        reader.press(Qt.Key.Key_Z, CTRL)
        assert reader.state.corrected_ellipse is None
        assert reader.state.ellipse == found
        reader.press(Qt.Key.Key_Z, CTRL | SHIFT)
        assert reader.state.corrected_ellipse == drawn
        reader.press(Qt.Key.Key_Return)
        assert reader.state.verdict_kind is VerdictKind.CORRECTED
        assert "corrected" in reader.window.windowTitle()
    with open_window() as reader:
        reader.open(study)
        reader.choose(key)
        again = reader.state.corrected_ellipse
        assert np.abs(again.points(360) - drawn.points(360)).max() <= 1e-6
        assert reader.state.verdict_kind is VerdictKind.CORRECTED
        assert reader.canvas.edited_ellipse == drawn


def test_the_next_day_finds_the_contour_of_today(open_window, sample_dir):
    a_day(open_window, sample_dir, "training_set/003_HC.png")


@pytest.mark.real
@pytest.mark.parametrize("key", ["training_set/100_HC.png", "test_set/200_HC.png"])
def test_the_next_day_finds_the_contour_of_today_on_real_images(open_window, hc18_dir, key):
    a_day(open_window, hc18_dir, key)


_DRAG_AND_WAIT = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
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

from PySide6.QtCore import QEventLoop
app, loop = QApplication([]), QEventLoop()
window = MainWindow(Settings(reader="A"))
window.show()
reader = Driver(Bot(), window)
reader.open(Path(sys.argv[2]))
reader.choose(sys.argv[3])
reader.wait_for_prediction()
reader.drag(Handle.CENTRE, 30, 12)
done = reader.state.corrected_ellipse
reader.drag(Handle.MAJOR_END, 40, 0, release=False)
numbers = (done.x, done.y, done.a, done.b, done.angle_rad)
print("held", *(value.hex() for value in numbers), flush=True)
app.exec()
"""


def kill_after_a_drag(study, key, tmp_path):
    arguments = [sys.executable, "-c", _DRAG_AND_WAIT, os.path.dirname(__file__), study, key]
    with subprocess.Popen(
        list(map(str, arguments)), stdout=subprocess.PIPE, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        said = process.stdout.readline().split()
        process.send_signal(signal.SIGKILL)
    assert said[0] == "held"
    with StudyStore.open(study) as store:
        kept = store.corrections()[key]
    # the gesture that was under way is lost, the one before it is not
    assert [value.hex() for value in (
        kept.ellipse.x, kept.ellipse.y, kept.ellipse.a, kept.ellipse.b, kept.ellipse.angle_rad
    )] == said[1:]
    assert kept.gesture == "move ellipse"
    return kept.ellipse


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.usefixtures("home")
def test_a_killed_program_has_kept_the_last_finished_gesture(sample_dir, tmp_path, open_window):
    key = "training_set/002_HC.png"
    kept = kill_after_a_drag(sample_dir, key, tmp_path)
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(key)
        assert reader.state.corrected_ellipse == kept


@pytest.mark.real
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.usefixtures("home")
def test_a_killed_program_has_kept_the_last_finished_gesture_on_a_real_image(hc18_dir, tmp_path):
    kill_after_a_drag(hc18_dir, "training_set/420_HC.png", tmp_path)


def test_a_killed_program_goes_on_at_the_case_it_was_at(open_window, sample_dir, monkeypatch):
    monkeypatch.setattr(last_case, "_STORE_AFTER_MS", 0)
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose("training_set/004_HC.png")
        reader.qtbot.waitUntil(lambda: "training_set/004_HC.png" in set(
            load_settings().last_cases.values()))  # with the study open still


def test_every_handle_does_what_it_says(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.wait_for_prediction()
        before = reader.state.ellipse
        reader.drag(Handle.CENTRE, 40, -20)
        moved = reader.state.ellipse
        scale = math.dist((before.x, before.y), (moved.x, moved.y)) / math.hypot(40, 20)
        assert (moved.a, moved.b) == (before.a, before.b)
        assert moved.x - before.x == pytest.approx(40 * scale, rel=0.02)
        reader.drag(Handle.ROTATION, 0, 30)
        turned = reader.state.ellipse
        assert (turned.x, turned.y, turned.a) == (moved.x, moved.y, moved.a)
        assert turned.angle_rad != moved.angle_rad
        reader.drag(Handle.MAJOR_END, 30, 0, modifier=ALT)
        grown = reader.state.ellipse
        assert (grown.x, grown.y) == pytest.approx((turned.x, turned.y))
        assert grown.a > turned.a
        assert grown.b == turned.b
        reader.drag(Handle.MAJOR_END, -30, 0, modifier=SHIFT)
        scaled = reader.state.ellipse
        assert scaled.a < grown.a
        assert scaled.a / scaled.b == pytest.approx(grown.a / grown.b)
        assert axis_end(scaled, Handle.MAJOR_START) == pytest.approx(
            axis_end(grown, Handle.MAJOR_START))
        reader.drag(Handle.MINOR_END, 0, 30, modifier=SHIFT | ALT)
        both = reader.state.ellipse
        assert (both.x, both.y) == pytest.approx((scaled.x, scaled.y))
        assert both.b > scaled.b
        assert both.a / both.b == pytest.approx(scaled.a / scaled.b)
        names = [step.name for step in reader.controller.history.steps]
        assert names == ["move ellipse", "rotate ellipse", *["move axis end"] * 3]
        assert len(reader.window._session.review._store.history(reader.state.case.key)) == 5


def test_the_figures_follow_while_an_end_is_drawn(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose("training_set/005_HC.png")
        reader.wait_for_prediction()
        panel, size = reader.window.page.panel, reader.state.case.pixel_size_mm
        found, truth = reader.state.predicted_ellipse, truth_ellipse(reader.state.case)
        moved = []
        reader.canvas.shape_moved.connect(moved.append)
        reader.drag(Handle.MAJOR_END, -40, 0, release=False)
        drawn = moved[-1]
        assert abs(drawn.perimeter - found.perimeter) * size > 2
        reader.qtbot.waitUntil(lambda: panel._hc.text() == f"{drawn.perimeter * size:.1f} mm")
        reader.qtbot.waitUntil(  # the other figures come less often than HC
            lambda: panel._figures.text("OFD") == f"{2 * drawn.a * size:.1f} mm"
        )
        assert panel._figures.text("BPD") == f"{2 * drawn.b * size:.1f} mm"
        assert panel._figures.text("Cephalic index") == f"{100 * drawn.b / drawn.a:.1f}"
        for name, other in (("HC – prediction", found), ("HC – ground truth", truth)):
            difference = (drawn.perimeter - other.perimeter) * size
            sign = "+" if difference > 0 else "−"
            assert panel._differences.text(name) == f"{sign}{abs(difference):.1f} mm"
        assert panel._source.text() == "being corrected"
        reader.release()
        assert panel._hc.text() == f"{drawn.perimeter * size:.1f} mm"
        assert panel._source.text() == "correction by A"
        assert panel.verdicts.accept_button.text() == "Accept correction"


def test_hc_follows_a_drag_before_the_figures_that_take_longer(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose("training_set/005_HC.png")
        reader.wait_for_prediction()
        panel, size = reader.window.page.panel, reader.state.case.pixel_size_mm
        before = panel._figures.text("OFD")
        reader.window.page._figures._timer.setInterval(600_000)
        moved = []
        reader.canvas.shape_moved.connect(moved.append)
        reader.drag(Handle.MAJOR_END, -40, 0, release=False)
        reader.qtbot.waitUntil(
            lambda: panel._hc.text() == f"{moved[-1].perimeter * size:.1f} mm"
        )
        assert panel._figures.text("OFD") == before
        reader.release()
        assert panel._figures.text("OFD") == f"{2 * moved[-1].a * size:.1f} mm" != before


def test_going_back_with_nothing_to_go_back_from_stores_nothing(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.wait_for_prediction()
        reader.window.acts.revert()
        assert reader.state.correction is None
        assert not reader.controller.history.steps


def test_escape_gives_a_drag_up(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.wait_for_prediction()
        before = reader.state.ellipse
        reader.drag(Handle.MAJOR_END, 50, 10, release=False)
        assert reader.canvas.dragging
        reader.press(Qt.Key.Key_Escape, widget=reader.canvas)
        assert not reader.canvas.dragging
        assert reader.state.correction is None
        assert reader.canvas.edited_ellipse == before


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_F])
def test_no_key_takes_a_drag_to_another_case(open_window, sample_dir, key):
    with open_window(go_on_after_verdict=True) as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.wait_for_prediction()
        first = reader.state.case.key
        reader.drag(Handle.CENTRE, 30, 0, release=False)
        reader.press(key)
        assert reader.state.case.key == first
        assert "Let the handle go" in reader.window.statusBar().currentMessage()
        reader.release()
        assert reader.state.corrected_ellipse is not None


def test_a_case_chosen_in_a_drag_gives_the_drag_up(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.wait_for_prediction()
        first = reader.state.case.key
        reader.drag(Handle.CENTRE, 30, 0, release=False)
        reader.choose("training_set/004_HC.png")
        reader.wait_for_prediction()
        reader.release()
        assert not reader.canvas.dragging
        assert reader.canvas.edited_ellipse == reader.state.predicted_ellipse
        assert reader.controller.review.state(first).correction is None
        assert reader.state.correction is None


@pytest.mark.parametrize("key", [Qt.Key.Key_H, Qt.Key.Key_M])
def test_hiding_overlays_in_a_drag_loses_no_gesture(open_window, sample_dir, key):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.wait_for_prediction()
        reader.drag(Handle.CENTRE, 30, 0, release=False)
        reader.press(key)
        reader.release()
        assert not reader.canvas.dragging
        assert reader.state.corrected_ellipse is not None
        assert reader.canvas.edited_ellipse == reader.state.corrected_ellipse


def test_a_drag_whose_mouse_is_taken_away_is_given_up(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.wait_for_prediction()
        reader.drag(Handle.CENTRE, 30, 0, release=False)
        reader.canvas._handles.ungrabMouse()
        assert not reader.canvas.dragging
        assert reader.canvas.edited_ellipse == reader.state.predicted_ellipse


def test_a_drag_whose_release_went_to_a_dialog_is_given_up(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose("training_set/004_HC.png")
        reader.wait_for_prediction()
        reader.drag(Handle.MAJOR_END, 40, 0, release=False)
        reader.press(Qt.Key.Key_F1)  # what opens takes the release
        assert not reader.canvas.dragging
        QApplication.activeModalWidget().close()
        assert reader.canvas.edited_ellipse == reader.state.predicted_ellipse


def test_a_drag_whose_release_went_anywhere_is_given_up_when_the_pointer_comes_back(
    open_window, sample_dir
):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose("training_set/004_HC.png")
        reader.wait_for_prediction()
        reader.drag(Handle.MAJOR_END, 40, 0, release=False)
        reader.click((20, 20))  # which begins with a move that holds no button
        assert not reader.canvas.dragging
        assert reader.controller.history.done == 0
        reader.drag(Handle.MAJOR_END, 40, 0)  # and the next one works
        assert reader.controller.history.done == 1


def test_keys_lead_through_the_day(open_window, sample_dir):
    with open_window(go_on_after_verdict=True) as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.wait_for_prediction()
        first = reader.state.case.key
        reader.press(Qt.Key.Key_A)
        assert reader.state.case.key != first
        assert reader.controller.review.state(first).verdict_kind is VerdictKind.ACCEPTED
        reader.press(Qt.Key.Key_P)
        assert reader.state.case.key == first
        reader.press(Qt.Key.Key_P)
        assert "first case" in reader.window.statusBar().currentMessage()
        reader.press(Qt.Key.Key_U)
        second = reader.state.case.key
        assert second != first
        reader.press(Qt.Key.Key_F)
        assert reader.controller.review.state(second).verdict_kind is VerdictKind.FLAGGED


def test_rejecting_takes_a_reason(open_window, sample_dir):
    from hc18viewer.ui.reject_dialog import RejectDialog

    with open_window() as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.press(Qt.Key.Key_R)
        dialog = reader.window.findChild(RejectDialog)
        dialog.reason.setCurrentText("  ")
        assert not dialog.reject_button.isEnabled()
        dialog.reason.setCurrentText("Blurred by movement")
        dialog.reject_button.click()
        reader.qtbot.wait(20)
        assert reader.state.verdict_kind is VerdictKind.REJECTED
        assert reader.state.verdict.reason == "Blurred by movement"


def test_damaged_files_are_listed_and_the_rest_works(open_window, sample_dir, tmp_path):
    study = shutil.copytree(sample_dir, tmp_path / "study")
    bad = study / "training_set" / "001_HC.png"
    bad.write_bytes(bad.read_bytes()[:5000])
    (study / "test_set_pixel_size.csv").unlink()
    with open_window() as reader:
        reader.open(study)
        reader.wait_for_image()
        row = reader.window.page.cases.row_of("training_set/001_HC.png")
        reader.window.page.list.setCurrentIndex(reader.window.page.cases.index(row))
        reader.qtbot.waitUntil(
            lambda: "damaged" in reader.canvas._message.text()
            and reader.canvas._message.isVisible(), timeout=5000)
        reader.press(Qt.Key.Key_A)
        assert reader.state.verdict_kind is None
        assert "no contour" in reader.window.statusBar().currentMessage()
        reader.choose("test_set/000_HC.png")
        reader.wait_for_prediction()
        assert reader.window.page.panel._hc.text().endswith("px")
        assert reader.window.page.panel._figures.text("GA, Hadlock") == "– no pixel size"


def test_every_case_is_predicted_ahead(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.qtbot.waitUntil(
            lambda: reader.controller.inference_done == 12, timeout=60_000)
        bar = reader.window._status
        reader.qtbot.waitUntil(lambda: bar.inference_text.startswith("All cases predicted"),
                               timeout=5000)
        assert not reader.controller.review.unpredicted()


def test_a_folder_without_images_says_so_and_a_good_one_opens_after_it(
    open_window, sample_dir, tmp_path
):
    with open_window() as reader:
        reader.window.open_path(tmp_path)
        reader.qtbot.waitUntil(
            lambda: "holds no" in reader.window.start_page._text.text(), timeout=5000)
        reader.open(sample_dir)
        assert len(reader.controller.review.study.cases) == 12
        reader.press(Qt.Key.Key_W, CTRL)
        assert reader.window._session is None
        assert reader.window.windowTitle() == "hc18viewer"
