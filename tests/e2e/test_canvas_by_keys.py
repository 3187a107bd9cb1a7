"""The contour is corrected by the keyboard alone."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from hc18viewer.geometry.edit import Handle, axis_end
from hc18viewer.geometry.shape import outline_of
from hc18viewer.ui.canvas.toolbox import ToolName

KEY = "training_set/004_HC.png"
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reader(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        reader.canvas.setFocus()
        yield reader


def test_an_axis_end_is_chosen_and_moved(reader):
    before = reader.canvas.edited_ellipse
    reader.press(Qt.Key.Key_Period, widget=reader.canvas)
    assert reader.canvas._handles.chosen is Handle.MAJOR_END
    dx, dy = before.major_direction
    outwards = (
        (Qt.Key.Key_Right if dx > 0 else Qt.Key.Key_Left) if abs(dx) > abs(dy)
        else (Qt.Key.Key_Down if dy > 0 else Qt.Key.Key_Up))
    for _ in range(3):
        reader.press(outwards, SHIFT, widget=reader.canvas)
    after = reader.state.corrected_ellipse
    along = max(abs(dx), abs(dy))
    assert after.a - before.a == pytest.approx(3 * 10 * along / 2, abs=1e-6)
    assert after.b == pytest.approx(before.b)
    fixed = axis_end(before, Handle.MAJOR_START)
    assert axis_end(after, Handle.MAJOR_START) == pytest.approx(fixed)
    reader.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, widget=reader.canvas)
    assert reader.state.corrected_ellipse.a == pytest.approx(before.a + 10 * along)


def test_going_round_ends_at_the_whole_ellipse(reader):
    before = reader.canvas.edited_ellipse
    for _ in range(5):
        reader.press(Qt.Key.Key_Period, widget=reader.canvas)
    assert reader.canvas._handles.chosen is None
    reader.press(Qt.Key.Key_Comma, widget=reader.canvas)
    assert reader.canvas._handles.chosen is Handle.MINOR_START
    reader.press(Qt.Key.Key_Period, widget=reader.canvas)
    reader.press(Qt.Key.Key_Right, widget=reader.canvas)
    after = reader.state.corrected_ellipse
    assert (after.x, after.a, after.b) == pytest.approx((before.x + 1, before.a, before.b))


def test_a_point_is_chosen_and_moved(reader):
    reader.tool(ToolName.POINTS)
    reader.canvas.setFocus()
    before = outline_of(reader.canvas.edited_shape, 360)
    for _ in range(3):
        reader.press(Qt.Key.Key_Period, widget=reader.canvas)
    reader.press(Qt.Key.Key_Up, widget=reader.canvas)
    after = outline_of(reader.state.corrected_shape, 360)
    moved = np.flatnonzero(np.hypot(*(after - before).T) > 0.5)
    assert len(moved) == 1


def test_tab_leaves_the_image(reader):
    reader.press(Qt.Key.Key_Tab, widget=reader.canvas)
    assert not reader.canvas.hasFocus()
