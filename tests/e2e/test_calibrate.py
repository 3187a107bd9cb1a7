"""The calibrate tool: a line on the image, its length, and millimetres everywhere."""

import math
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hc18viewer.ui.calibration_dialog import CalibrationDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY, NEXT = "test_set/000_HC.png", "test_set/001_HC.png"
TOP, BOTTOM = (60.0, 60.0), (60.0, 460.0)


def draw_line(reader, start=TOP, end=BOTTOM, **how):
    reader.press(Qt.Key.Key_K)
    reader.stroke([start, end], **how)
    return reader.window.findChild(CalibrationDialog)


def answer(reader, dialog, text, *, for_all=False, replace=False):
    dialog.length.selectAll()
    QTest.keyClicks(dialog.length, text)
    if for_all:
        QTest.keyClick(dialog.all_cases, Qt.Key.Key_Space)
    if replace:
        QTest.keyClick(dialog.replace, Qt.Key.Key_Space)
    QTest.keyClick(dialog.length, Qt.Key.Key_Return)
    back_to_window(reader)


def back_to_window(reader):
    reader.window.activateWindow()  # the offscreen platform leaves that to the program
    reader.qtbot.wait(30)


def without_sizes(study, tmp_path):
    bare = shutil.copytree(study, tmp_path / "study")
    (bare / "test_set_pixel_size.csv").unlink()
    return bare


def test_a_line_of_known_length_gives_millimetres_to_all_like_it(open_window, sample_dir, tmp_path):
    study = without_sizes(sample_dir, tmp_path)
    with open_window() as reader:
        reader.open(study)
        reader.choose(KEY)
        reader.wait_for_prediction()
        panel = reader.window.page.panel
        assert panel._hc.text().endswith(" px")
        assert not reader.window.actions_.uncalibrate.isEnabled()
        shape = reader.canvas.edited_shape
        answer(reader, draw_line(reader), "50", for_all=True)
        drawn = reader.state.calibration.line
        size = 50.0 / math.dist(*drawn)
        assert size == pytest.approx(50 / 400, rel=0.01)
        assert reader.state.pixel_size_mm == size
        assert reader.canvas.pixel_size_mm == size
        assert reader.canvas.edited_shape == shape
        assert not reader.controller.history.steps
        assert panel._hc.text() == f"{reader.state.ellipse.perimeter * size:.1f} mm"
        assert panel._origin.text("Size from") == "calibration by A"
        assert panel._origin.text("90 % interval") == "–"
        assert reader.window.actions_.tools[next(iter(reader.window.actions_.tools))].isChecked()
        reader.choose(NEXT)
        assert reader.state.pixel_size_mm == size
        reader.press(Qt.Key.Key_K, SHIFT)
        assert reader.state.pixel_size_mm is None
        assert "taken back" in reader.window.statusBar().currentMessage()
        reader.choose(KEY)
        assert reader.state.pixel_size_mm is None
        answer(reader, draw_line(reader), "25,5")
        reader.choose(NEXT)
        assert reader.state.pixel_size_mm is None
    with open_window(calibration_length_mm=25.5) as reader:
        reader.open(study)
        reader.choose(KEY)
        assert reader.state.pixel_size_mm == pytest.approx(25.5 / 400, rel=0.01)
        assert draw_line(reader).length.text() == "25.5"


def test_a_known_size_gives_way_only_on_purpose_and_comes_back(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        known = reader.state.case.pixel_size_mm
        dialog = draw_line(reader)
        QTest.keyClicks(dialog.length, "50")
        QTest.keyClick(dialog.length, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert reader.state.pixel_size_mm == known
        answer(reader, dialog, "50", replace=True)
        assert reader.state.pixel_size_mm == pytest.approx(50 / 400, rel=0.01)
        reader.press(Qt.Key.Key_K, SHIFT)
        assert reader.state.pixel_size_mm == known
        assert reader.window.page.panel._origin.text("Size from") == "table"


def test_shift_keeps_the_line_upright_and_its_ends_can_be_taken_up(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        dialog = draw_line(reader, TOP, (90.0, 460.0), modifier=SHIFT)
        dialog.reject()
        back_to_window(reader)
        tool = reader.canvas._tool_item.tool
        (x1, y1), (x2, y2) = tool.drawn_line
        assert x1 == x2
        reader.stroke([(x2, y2), (x2, y2 - 100)])
        reader.window.findChild(CalibrationDialog).reject()
        back_to_window(reader)
        assert tool.drawn_line[0] == (x1, y1)
        assert tool.drawn_line[1][1] == pytest.approx(y2 - 100, abs=2)
        reader.press(Qt.Key.Key_Escape, widget=reader.canvas)
        assert tool.drawn_line is None
        reader.click((200.0, 200.0))
        assert reader.window.findChild(CalibrationDialog) is None
        assert reader.state.calibration is None


@pytest.mark.real
def test_a_real_image_gets_its_size_by_a_line(open_window, hc18_dir):
    with open_window() as reader:
        reader.open(hc18_dir)
        reader.choose("test_set/111_HC.png")
        reader.wait_for_prediction()
        known = reader.state.case.pixel_size_mm
        start, end = (100.0, 100.0), (100.0, 400.0)
        answer(reader, draw_line(reader, start, end), f"{300 * known:.3f}", replace=True)
        assert reader.state.calibration is not None
        assert reader.state.pixel_size_mm == pytest.approx(known, rel=0.01)
