"""Each tool, driven with real mouse and key events on a head of the sample study."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hc18viewer.geometry.contour import signed_area
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.shape import FreeContour, ellipse_of, outline_of
from hc18viewer.ui.canvas.toolbox import ToolName

KEY = "training_set/000_HC.png"
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reader(open_window, sample_dir):
    with open_window() as driver:
        driver.open(sample_dir)
        driver.choose(KEY)
        driver.wait_for_prediction()
        yield driver


def at(ellipse, angle, scale=1.0):
    """Return the place of an ellipse's outline at an angle, or beside it."""
    (ux, uy), (vx, vy) = ellipse.major_direction, ellipse.minor_direction
    p, q = scale * ellipse.a * np.cos(angle), scale * ellipse.b * np.sin(angle)
    return float(ellipse.x + p * ux + q * vx), float(ellipse.y + p * uy + q * vy)


def radius(shape, ellipse, angle):
    """Return how far out the shape's line is at an angle, in radii of the ellipse."""
    points = outline_of(shape, 720) - (ellipse.x, ellipse.y)
    along = points @ np.array(ellipse.major_direction) / ellipse.a
    across = points @ np.array(ellipse.minor_direction) / ellipse.b
    off = np.abs(np.angle(np.exp(1j * (np.arctan2(across, along) - angle))))
    return float(np.hypot(along, across)[np.argmin(off)])


def area(shape):
    return abs(signed_area(outline_of(shape, 720)))


def undo_and_redo(reader, after):
    """Check that one step takes the gesture back and one does it again, to the bit."""
    before_steps = reader.controller.history.done
    reader.press(Qt.Key.Key_Z, CONTROL)
    assert reader.controller.history.done == before_steps - 1
    reader.press(Qt.Key.Key_Y, CONTROL)
    assert reader.state.corrected_shape == after


def test_push_from_inside_and_from_outside(reader):
    head = reader.state.predicted_ellipse
    reader.tool(ToolName.PUSH)
    reader.stroke([at(head, 0.7, 0.5), at(head, 0.7, 0.98)])
    out = reader.state.corrected_shape
    assert isinstance(out, FreeContour)
    assert radius(out, head, 0.7) > 1.05
    assert radius(out, head, 0.7 + np.pi) == pytest.approx(1, abs=0.01)
    assert reader.state.correction.gesture == "push contour"
    reader.stroke([at(head, 3.5, 1.5), at(head, 3.5, 1.02)])
    both = reader.state.corrected_shape
    assert radius(both, head, 3.5) < 0.97
    assert radius(both, head, 0.7) > 1.05
    undo_and_redo(reader, both)


def test_the_wheel_sizes_the_cursor_and_with_control_zooms(reader):
    head = reader.state.predicted_ellipse
    reader.tool(ToolName.PUSH)
    tool, centre = reader.canvas._tool_item.tool, (head.x, head.y)
    before, scale = tool.radius, reader.canvas._view.viewPixelSize()[0]
    reader.wheel(centre, 3)
    assert tool.radius > 1.3 * before
    assert reader.canvas._view.viewPixelSize()[0] == scale
    reader.wheel(centre, 3, CONTROL)
    assert reader.canvas._view.viewPixelSize()[0] < scale
    assert reader.state.corrected_shape is None


def test_points_are_dragged_chosen_nudged_inserted_and_deleted(reader):
    head = reader.state.predicted_ellipse
    reader.tool(ToolName.POINTS)
    reader.stroke([at(head, 0.0), at(head, 0.0, 1.15)])
    dragged = reader.state.corrected_shape
    assert radius(dragged, head, 0.0) > 1.1
    assert radius(dragged, head, 1.57) == pytest.approx(1, abs=0.01)
    count = len(dragged.points)
    (x0, y0), (x1, y1) = at(head, 1.2, 1.3), at(head, 1.9, 0.8)
    reader.stroke([(x0, y0), (x1, y1)], modifier=SHIFT)
    chosen = reader.canvas._tool_item.tool.chosen
    assert 0 < len(chosen) < count / 2
    before = dragged.points[chosen]
    reader.press(Qt.Key.Key_Right, widget=reader.canvas)
    assert np.allclose(reader.state.corrected_shape.points[chosen], before + np.array([1, 0]))
    assert reader.state.correction.gesture == "nudge points"
    reader.press(Qt.Key.Key_Delete, widget=reader.canvas)
    assert len(reader.state.corrected_shape.points) == count - len(chosen)
    undo_and_redo(reader, reader.state.corrected_shape)


def test_a_section_is_drawn_anew(reader):
    head = reader.state.predicted_ellipse
    reader.tool(ToolName.REDRAW)
    bump = [at(head, a, 1 + 0.12 * np.sin((a - 0.2) / 1.2 * np.pi))
            for a in np.linspace(0.2, 1.4, 9)]
    reader.stroke(bump)
    drawn = reader.state.corrected_shape
    assert radius(drawn, head, 0.8) > 1.08
    assert radius(drawn, head, 4.0) == pytest.approx(1, abs=0.01)
    assert reader.state.correction.gesture == "redraw section"
    undo_and_redo(reader, drawn)


def test_a_magnetic_section_runs_along_the_skull(reader):
    truth = reader.canvas.annotation
    wrong = Ellipse(truth.x, truth.y, 1.08 * truth.a, 1.08 * truth.b, truth.angle_rad)
    reader.controller.finish_gesture(wrong, "a wrong start")
    reader.tool(ToolName.MAGNETIC)
    reader.stroke([at(truth, a, 1.0) for a in np.linspace(0.3, 2.6, 8)])
    found = reader.state.corrected_shape
    assert isinstance(found, FreeContour)
    assert radius(found, truth, 1.4) < 1.045
    assert radius(found, truth, 4.5) == pytest.approx(1.08, abs=0.02)


def test_brush_and_eraser_change_the_mask(reader):
    head = reader.state.predicted_ellipse
    reader.tool(ToolName.BRUSH)
    reader.stroke([at(head, 5.0, 0.9), at(head, 5.0, 1.05)])
    painted = reader.state.corrected_shape
    assert area(painted) > area(head)
    assert radius(painted, head, 5.0) > 1.05
    reader.tool(ToolName.ERASER)
    reader.stroke([at(head, 2.0, 1.1), at(head, 2.0, 0.97)])
    erased = reader.state.corrected_shape
    assert radius(erased, head, 2.0) < 0.97
    assert radius(erased, head, 5.0) > 1.05
    undo_and_redo(reader, erased)


def test_four_clicks_of_the_calipers_make_the_ellipse(reader):
    wanted = Ellipse(400.0, 250.0, 150.0, 110.0, 0.3)
    reader.tool(ToolName.CALIPERS)
    for angle in (0, np.pi, np.pi / 2):
        reader.click(at(wanted, angle))
        assert reader.state.corrected_shape is None
    reader.click(at(wanted, 3 * np.pi / 2))
    found = reader.state.corrected_shape
    assert isinstance(found, Ellipse)
    assert (found.a, found.b) == pytest.approx((150, 110), abs=1)
    assert (found.x, found.y) == pytest.approx((400, 250), abs=1)
    assert found.angle_rad == pytest.approx(0.3, abs=0.02)
    assert reader.state.correction.gesture == "calipers"


def test_snap_smooth_fit_and_the_ground_truth(reader):
    truth, acts = reader.canvas.annotation, reader.window.actions_
    wrong = Ellipse(truth.x + 3, truth.y, 1.03 * truth.a, 1.03 * truth.b, truth.angle_rad)
    reader.controller.finish_gesture(wrong, "a wrong start")
    acts.snap.trigger()
    snapped = reader.state.corrected_shape
    off = abs(ellipse_of(snapped).perimeter - truth.perimeter)
    assert off < 0.6 * abs(wrong.perimeter - truth.perimeter)
    reader.tool(ToolName.BRUSH)
    reader.stroke([at(truth, 1.0, 1.0)])
    rough = reader.state.corrected_shape
    acts.smooth.trigger()
    assert reader.state.corrected_shape != rough
    assert area(reader.state.corrected_shape) == pytest.approx(area(rough), rel=0.01)
    acts.fit_ellipse.trigger()
    assert isinstance(reader.state.corrected_shape, Ellipse)
    acts.from_truth.trigger()
    assert reader.state.corrected_shape == truth


def test_another_tool_keeps_the_contour(reader):
    head = reader.state.predicted_ellipse
    reader.tool(ToolName.PUSH)
    reader.stroke([at(head, 0.7, 0.5), at(head, 0.7, 0.98)])
    drawn = reader.state.corrected_shape
    for name in ToolName:
        reader.tool(name)
        assert reader.state.corrected_shape == drawn
    assert reader.canvas.edited_shape == drawn


def test_escape_gives_a_gesture_up(reader):
    head = reader.state.predicted_ellipse
    for name in (ToolName.PUSH, ToolName.POINTS, ToolName.BRUSH, ToolName.REDRAW):
        reader.tool(name)
        reader.stroke([at(head, 0.7, 1.0), at(head, 0.9, 1.1)], release=False)
        assert reader.canvas.dragging
        reader.press(Qt.Key.Key_Escape, widget=reader.canvas)
        assert not reader.canvas.dragging
        reader.release()
        assert reader.state.corrected_shape is None
        assert reader.canvas.edited_shape == head


def test_escape_takes_calipers_back_that_were_put_down(reader):
    head = reader.state.predicted_ellipse
    reader.tool(ToolName.CALIPERS)
    reader.click(at(head, 0))
    reader.click(at(head, np.pi))
    reader.press(Qt.Key.Key_Escape, widget=reader.canvas)
    reader.click(at(head, np.pi / 2))
    reader.click(at(head, 3 * np.pi / 2))
    assert reader.state.corrected_shape is None
    assert len(reader.canvas._tool_item.tool._ends) == 2


def test_no_tool_works_where_there_is_no_image(reader):
    reader.tool(ToolName.CALIPERS)
    reader.canvas.set_editable(False)
    for angle in (0, np.pi, np.pi / 2, 3 * np.pi / 2):
        reader.click(at(Ellipse(400.0, 250.0, 150.0, 110.0, 0.3), angle))
    assert reader.state.corrected_shape is None


def test_the_space_bar_pans_whatever_the_tool(reader):
    head = reader.state.predicted_ellipse
    reader.tool(ToolName.PUSH)
    before = reader.canvas.widget_to_image(reader.canvas.rect().center())
    reader.qtbot.keyPress(reader.canvas, Qt.Key.Key_Space)
    reader.stroke([(head.x, head.y), (head.x + 60, head.y)], pause_ms=15)
    reader.qtbot.keyRelease(reader.canvas, Qt.Key.Key_Space)
    assert reader.canvas.widget_to_image(reader.canvas.rect().center())[0] < before[0] - 30
    assert reader.state.corrected_shape is None


def test_a_contour_outlives_the_program(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        head = reader.state.predicted_ellipse
        reader.tool(ToolName.PUSH)
        reader.stroke([at(head, 0.7, 0.5), at(head, 0.7, 0.98)])
        drawn = reader.state.corrected_shape
        assert isinstance(drawn, FreeContour)
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        assert reader.state.corrected_shape == drawn
        assert reader.canvas.edited_shape == drawn


def fast_second_stroke(reader, places):
    """Press where a click has just been, as Qt tells of it, and draw through the places."""
    view, left = reader.canvas.viewport(), Qt.MouseButton.LeftButton
    spots = [reader.canvas.image_to_widget(*place) for place in places]
    QTest.mouseClick(view, left, pos=spots[0])
    QApplication.sendEvent(view, QMouseEvent(
        QEvent.Type.MouseButtonDblClick, QPointF(spots[0]), QPointF(view.mapToGlobal(spots[0])),
        left, left, Qt.KeyboardModifier.NoModifier))
    reader.stroke(places, press=False)


@pytest.mark.parametrize("name", [ToolName.PUSH, ToolName.BRUSH])
def test_a_second_stroke_right_after_the_first_is_drawn_and_keeps_the_zoom(reader, name):
    head = reader.state.predicted_ellipse
    reader.tool(name)
    reader.canvas.zoom_in()
    zoom = reader.canvas._view.zoom
    fast_second_stroke(reader, [at(head, 0.7, 0.9), at(head, 0.7, 1.15)])
    assert radius(reader.state.corrected_shape, head, 0.7) > 1.1
    assert reader.canvas._view.zoom == zoom


def test_a_caliper_clicked_twice_is_put_down_once(reader):
    head = reader.state.predicted_ellipse
    reader.tool(ToolName.CALIPERS)
    ends = [at(head, 0, 0.9), at(head, np.pi, 0.9), at(head, np.pi / 2), at(head, -np.pi / 2)]
    fast_second_stroke(reader, ends[:1])
    reader.click(ends[0])  # and once more, slowly
    for end in ends[1:]:
        reader.click(end)
    assert reader.state.corrected_ellipse.a == pytest.approx(0.9 * head.a, rel=0.02)
    assert reader.state.corrected_ellipse.b == pytest.approx(head.b, rel=0.02)
