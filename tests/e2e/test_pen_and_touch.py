"""Pens and fingers, with events as a tablet and a touch screen send them."""

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hc18viewer.geometry.edit import Handle
from hc18viewer.geometry.shape import FreeContour
from hc18viewer.ui.canvas.toolbox import ToolName

KEY = "training_set/000_HC.png"
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
PRESS, MOVE, RELEASE = (
    QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease)


@pytest.fixture
def reader(open_window, sample_dir):
    with open_window() as driver:
        driver.open(sample_dir)
        driver.choose(KEY)
        driver.wait_for_prediction()
        yield driver


def stylus(kind):
    position = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
    return QPointingDevice("pen", 7 if kind is QPointingDevice.PointerType.Pen else 8,
                           QInputDevice.DeviceType.Stylus, kind, position, 1, 3)


@pytest.fixture(scope="module")
def tip():
    return stylus(QPointingDevice.PointerType.Pen)


@pytest.fixture(scope="module")
def rubber():
    return stylus(QPointingDevice.PointerType.Eraser)


@pytest.fixture(scope="module")
def screen(qapp):
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


class Pen:
    def __init__(self, reader, device, pressure=0.5):
        self.reader, self.device, self.pressure = reader, device, pressure

    def send(self, kind, place, button=NONE, buttons=NONE):
        view = self.reader.canvas.viewport()
        pressure = self.pressure if buttons else 0.0
        event = QTabletEvent(
            kind, self.device, QPointF(place), QPointF(view.mapToGlobal(place)), pressure, 5.0,
            -3.0, 0.0, 0.0, 0.0, PLAIN, button, buttons)
        QApplication.sendEvent(view, event)
        assert event.isAccepted()  # else Qt makes a mouse of it a second time

    def stroke(self, places, button=LEFT):
        spots = [self.reader.canvas.image_to_widget(*place) for place in places]
        self.send(MOVE, spots[0])
        self.send(PRESS, spots[0], button, button)
        for before, after in pairwise(spots):
            for step in range(1, 7):
                self.send(MOVE, before + (after - before) * step / 6, NONE, button)
        self.send(RELEASE, spots[-1], button, NONE)
        self.reader.qtbot.wait(5)


def at(ellipse, angle, scale=1.0):
    (ux, uy), (vx, vy) = ellipse.major_direction, ellipse.minor_direction
    p, q = scale * ellipse.a * math.cos(angle), scale * ellipse.b * math.sin(angle)
    return ellipse.x + p * ux + q * vx, ellipse.y + p * uy + q * vy


def test_the_pen_drags_a_handle(reader, tip):
    head = reader.state.predicted_ellipse
    x, y = reader.canvas.handle_position(Handle.MAJOR_END)
    Pen(reader, tip).stroke([(x, y), (x + 20, y)])
    assert reader.state.correction.gesture == "move axis end"
    assert reader.state.corrected_ellipse.a > head.a


@pytest.mark.parametrize(("name", "gesture"), [
    (ToolName.PUSH, "push contour"), (ToolName.POINTS, "move point"), (ToolName.BRUSH, "paint"),
])
def test_how_hard_the_pen_is_pressed_makes_no_difference(reader, tip, name, gesture):
    head = reader.state.predicted_ellipse
    reader.tool(name)
    places = [at(head, 0.7, 0.9 if name is not ToolName.POINTS else 1.0), at(head, 0.7, 1.1)]
    drawn = []
    for pressure in (0.05, 1.0):
        Pen(reader, tip, pressure).stroke(places)
        assert reader.state.correction.gesture == gesture
        drawn.append(reader.state.corrected_shape)
        reader.window.actions_.undo.trigger()
        assert reader.state.corrected_shape is None
    assert drawn[0] == drawn[1]


def test_the_pen_puts_calipers_down(reader, tip):
    reader.tool(ToolName.CALIPERS)
    pen, head = Pen(reader, tip), reader.state.predicted_ellipse
    for angle in (0, math.pi, math.pi / 2, 3 * math.pi / 2):
        pen.stroke([at(head, angle)])
    assert reader.state.correction.gesture == "calipers"


def test_the_pens_other_end_erases_while_it_is_near(reader, tip, rubber):
    head = reader.state.predicted_ellipse
    acts = reader.window.actions_
    reader.tool(ToolName.PUSH)
    eraser = Pen(reader, rubber)
    eraser.send(MOVE, reader.canvas.image_to_widget(head.x, head.y))
    assert acts.tools[ToolName.ERASER].isChecked()
    eraser.stroke([at(head, 2.0, 1.1), at(head, 2.0, 0.97)])
    assert reader.state.correction.gesture == "erase"
    assert acts.tools[ToolName.ERASER].isChecked()
    view = reader.canvas.viewport()
    QApplication.sendEvent(QApplication.instance(), QTabletEvent(
        QEvent.Type.TabletLeaveProximity, rubber, QPointF(5, 5),
        QPointF(view.mapToGlobal(QPoint(5, 5))), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, PLAIN, NONE, NONE))
    assert acts.tools[ToolName.PUSH].isChecked()
    Pen(reader, tip).stroke([at(head, 0.7, 0.5), at(head, 0.7, 0.98)])
    assert reader.state.correction.gesture == "push contour"
    assert isinstance(reader.state.corrected_shape, FreeContour)


def test_the_tip_takes_the_tool_back_from_the_eraser(reader, tip, rubber):
    place = reader.canvas.image_to_widget(*reader.canvas.handle_position(Handle.MAJOR_END))
    Pen(reader, rubber).send(MOVE, place)
    assert reader.canvas._tool_item.tool is not None
    Pen(reader, tip).send(MOVE, place)
    assert reader.canvas._tool_item.tool is None
    assert reader.window.actions_.tools[ToolName.ELLIPSE].isChecked()


def test_the_pens_button_sets_window_and_level(reader, tip):
    x, y = reader.canvas.widget_to_image(QPoint(300, 300))
    Pen(reader, tip).stroke([(x, y), (x + 40, y)], button=RIGHT)
    assert reader.canvas.toning.tone.window > 260


# Fingers


def touch(reader, screen):
    return QTest.touchEvent(reader.canvas.viewport(), screen, False)


def fingers(reader, screen, *frames):
    """Put fingers down at the first frame's places, draw them through the others, lift them."""
    view = reader.canvas.viewport()
    for number, frame in enumerate(frames):
        sequence = touch(reader, screen)
        for finger, place in enumerate(frame):
            (sequence.press if not number else sequence.move)(finger, place, view)
        sequence.commit()
        reader.qtbot.wait(5)
    sequence = touch(reader, screen)
    for finger, place in enumerate(frames[-1]):
        sequence.release(finger, place, view)
    sequence.commit()
    reader.qtbot.wait(5)


def path(start, by, steps=6):
    return [[start + QPoint(by[0] * step // steps, by[1] * step // steps)]
            for step in range(steps + 1)]


def test_one_finger_drags_a_handle(reader, screen):
    head = reader.state.predicted_ellipse
    start = reader.canvas.image_to_widget(*reader.canvas.handle_position(Handle.MAJOR_END))
    fingers(reader, screen, *path(start, (42, 0)))
    assert reader.state.correction.gesture == "move axis end"
    assert reader.state.corrected_ellipse.a > head.a
    assert len(reader.window._session.review._store.history(reader.state.case.key)) == 1


def test_one_finger_works_with_tools_and_taps_put_calipers_down(reader, screen):
    head = reader.state.predicted_ellipse
    reader.tool(ToolName.PUSH)
    inside, out = (reader.canvas.image_to_widget(*at(head, 0.7, scale)) for scale in (0.5, 1.0))
    fingers(reader, screen, *path(inside, (out - inside).toTuple()))
    assert reader.state.correction.gesture == "push contour"
    reader.tool(ToolName.CALIPERS)
    for angle in (0, math.pi, math.pi / 2, 3 * math.pi / 2):
        fingers(reader, screen, [reader.canvas.image_to_widget(*at(head, angle))])
    assert reader.state.correction.gesture == "calipers"


def test_two_fingers_zoom_and_pan(reader, screen):
    before = reader.canvas._view.zoom
    middle = reader.canvas.viewport().rect().center()
    under = reader.canvas.widget_to_image(middle)
    frames = [[middle - QPoint(reach, 0), middle + QPoint(reach, 0)]
              for reach in (50, 60, 75, 90, 100)]
    fingers(reader, screen, *frames)
    after = reader.canvas._view.zoom
    assert after.scale == pytest.approx(2 * before.scale, rel=0.01)
    assert reader.canvas.widget_to_image(middle) == pytest.approx(under, abs=1)
    moved = [[finger + QPoint(0, 10 * step) for finger in frames[-1]] for step in range(5)]
    fingers(reader, screen, *moved)
    assert reader.canvas._view.zoom.scale == pytest.approx(after.scale, rel=0.01)
    assert reader.canvas.image_to_widget(*under).y() == pytest.approx(middle.y() + 40, abs=2)
    assert reader.state.corrected_shape is None


def test_two_fingers_on_the_contour_change_nothing_of_it(reader, screen):
    first, second = (
        reader.canvas.image_to_widget(*reader.canvas.handle_position(handle))
        for handle in (Handle.MAJOR_START, Handle.MAJOR_END)
    )
    by = QPoint(20, 0)
    fingers(reader, screen, [first, second], [first - by, second + by])
    assert reader.state.corrected_shape is None
    assert reader.canvas.edited_shape == reader.state.predicted_ellipse


def test_a_second_finger_gives_the_drag_of_the_first_up(reader, screen):
    view = reader.canvas.viewport()
    start = reader.canvas.image_to_widget(*reader.canvas.handle_position(Handle.MAJOR_END))
    touch_at = [start, start + QPoint(-20, 0), start + QPoint(-40, 0)]
    for number, place in enumerate(touch_at):
        sequence = touch(reader, screen)
        (sequence.press if not number else sequence.move)(0, place, view)
        sequence.commit()
        reader.qtbot.wait(5)
    assert reader.canvas.dragging
    sequence = touch(reader, screen)
    sequence.stationary(0).press(1, start - QPoint(150, 0), view)
    sequence.commit()
    assert not reader.canvas.dragging
    assert reader.canvas.edited_shape == reader.state.predicted_ellipse
    sequence = touch(reader, screen)
    sequence.stationary(0).release(1, start - QPoint(150, 0), view)
    sequence.commit()
    sequence = touch(reader, screen)
    sequence.move(0, start + QPoint(60, 60), view)
    sequence.commit()
    assert not reader.canvas.dragging  # the finger that is left over does nothing
    sequence = touch(reader, screen)
    sequence.release(0, start + QPoint(60, 60), view)
    sequence.commit()
    assert reader.state.corrected_shape is None


def test_two_taps_fit_the_image(reader, screen):
    reader.window.actions_.zoom_in.trigger()
    spot = reader.canvas.viewport().rect().center() + QPoint(60, 90)
    fingers(reader, screen, [spot])
    assert not reader.canvas._view.fitted
    fingers(reader, screen, [spot])
    assert reader.canvas._view.fitted


def test_no_cursor_is_left_where_a_finger_was(reader, screen):
    head = reader.state.predicted_ellipse
    reader.tool(ToolName.PUSH)
    inside, out = (reader.canvas.image_to_widget(*at(head, 0.7, scale)) for scale in (0.5, 1.0))
    fingers(reader, screen, *path(inside, (out - inside).toTuple()))
    assert reader.canvas._tool_item.tool.marks(1.0).discs == ()


def test_a_touch_pad_zooms_by_two_fingers(reader):
    view, place = reader.canvas.viewport(), QPoint(200, 150)
    before, under = reader.canvas._view.zoom.scale, reader.canvas.widget_to_image(place)
    pad = QPointingDevice("pad", 11, QInputDevice.DeviceType.TouchPad,
                          QPointingDevice.PointerType.Finger, QInputDevice.Capability.Position,
                          2, 0)
    QApplication.sendEvent(view, QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, pad, 2, QPointF(place), QPointF(place),
        QPointF(view.mapToGlobal(place)), 0.3, QPointF()))
    assert reader.canvas._view.zoom.scale == pytest.approx(1.3 * before)
    assert reader.canvas.widget_to_image(place) == pytest.approx(under, abs=1)
