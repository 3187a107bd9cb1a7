import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hc18viewer.geometry.edit import AXIS_ENDS, Handle, axis_end
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.overlays import Layer, Overlays
from hc18viewer.ui.canvas.canvas import CaseCanvas
from hc18viewer.ui.canvas.hit import handle_places, nearest_handle
from hc18viewer.ui.canvas.scale_bar import round_length_mm

HEAD = Ellipse(400, 270, 180, 140, 0.3)


@pytest.fixture
def canvas(qtbot):
    made = CaseCanvas()
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    qtbot.waitExposed(made)
    image = np.zeros((540, 800), np.uint8)
    image[100, 200] = 255
    made.show_image(image)
    made.set_prediction(HEAD)
    made.set_editable(True)
    return made


def test_an_empty_canvas_takes_everything(qtbot):
    canvas = CaseCanvas()
    qtbot.addWidget(canvas)
    canvas.show()
    for call in (canvas.fit, canvas.zoom_in, canvas.zoom_one_to_one,
                 lambda: canvas.show_message("text"), lambda: canvas.set_pixel_size(0.1),
                 lambda: canvas.set_correction(None), lambda: canvas.overlays.hide_all(True)):
        call()
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    canvas.grab()


def test_a_pixels_centre_lies_at_whole_coordinates(canvas):
    canvas.set_editable(False)
    canvas.set_prediction(None)
    canvas._view.setRange(xRange=(196, 204), yRange=(98, 102), padding=0)
    picture = canvas.grab().toImage()
    centre = canvas.image_to_widget(200, 100)
    assert picture.pixelColor(centre).red() > 250
    for x, y in ((198.9, 100), (201.1, 100), (200, 98.9), (200, 101.1)):
        assert picture.pixelColor(canvas.image_to_widget(x, y)).red() < 5
    # the pixel fills half a pixel to every side of its centre, and no more
    for x, y in ((199.55, 100), (200.45, 100), (200, 99.55), (200, 100.45)):
        assert picture.pixelColor(canvas.image_to_widget(x, y)).red() > 250, (x, y)
    for x, y in ((199.45, 100), (200.55, 100), (200, 99.45), (200, 100.55)):
        assert picture.pixelColor(canvas.image_to_widget(x, y)).red() < 5, (x, y)


def test_the_outline_is_drawn_on_the_ellipse(canvas):
    canvas.set_editable(False)
    picture = canvas.grab().toImage()
    hits = 0
    for x, y in HEAD.points(40):
        colour = picture.pixelColor(canvas.image_to_widget(x, y))
        hits += colour.red() > 120 and colour.blue() < 120
    assert hits >= 15  # the line is dashed
    canvas.overlays.show_looks(Overlays().changed(Layer.PREDICTION, visible=False))
    picture = canvas.grab().toImage()
    assert all(picture.pixelColor(canvas.image_to_widget(x, y)).red() < 20
               for x, y in HEAD.points(40))


def test_holding_hides_all_and_letting_go_shows_what_was_visible(canvas):
    canvas.set_annotation(HEAD.scaled(1.1))
    canvas.overlays.show_looks(Overlays().changed(Layer.ANNOTATION, visible=False))
    canvas.overlays.hide_all(True)
    assert not any(item.isVisible() for item in (*canvas._outlines.values(), canvas._handles))
    canvas.overlays.hide_all(False)
    assert not canvas._outlines[Layer.ANNOTATION].isVisible()
    assert canvas._outlines[Layer.PREDICTION].isVisible()
    assert canvas._handles.isVisible()


@pytest.mark.parametrize(("key", "text", "name"), [
    (Qt.Key.Key_Left, "", "move ellipse"), (Qt.Key.Key_BracketRight, "]", "rotate ellipse"),
    (Qt.Key.Key_Plus, "+", "resize ellipse"),
])
def test_each_key_press_is_one_gesture(canvas, qtbot, key, text, name):
    done = []
    canvas.gesture_finished.connect(lambda ellipse, gesture: done.append((ellipse, gesture)))
    if text:
        qtbot.keyClicks(canvas, text)
    else:
        qtbot.keyClick(canvas, key)
    assert len(done) == 1
    assert done[0][1] == name
    assert done[0][0] != HEAD
    assert canvas.edited_ellipse == done[0][0]


def test_nudges_are_of_one_ten_and_a_tenth_of_a_pixel(canvas, qtbot):
    for modifier, by in ((Qt.KeyboardModifier.NoModifier, 1),
                         (Qt.KeyboardModifier.ShiftModifier, 10),
                         (Qt.KeyboardModifier.AltModifier, 0.1)):
        canvas.set_correction(None)
        qtbot.keyClick(canvas, Qt.Key.Key_Right, modifier)
        assert canvas.edited_ellipse.x == pytest.approx(HEAD.x + by)


def test_a_canvas_that_is_not_editable_has_no_handles(canvas, qtbot):
    canvas.set_editable(False)
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.edited_ellipse == HEAD
    with pytest.raises(KeyError):
        canvas.handle_position(Handle.CENTRE)


@pytest.mark.qt_log_ignore("not accepted by receiving widget")
def test_a_press_on_the_image_is_no_gesture(canvas, qtbot):
    started = []
    canvas.gesture_started.connect(lambda: started.append(1))
    place = canvas.image_to_widget(HEAD.x + 90, HEAD.y + 40)
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert started == []
    grabbed = canvas.image_to_widget(*canvas.handle_position(Handle.MINOR_END))
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=grabbed)
    assert started == [1]
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=grabbed)
    assert canvas.edited_ellipse == HEAD


def test_the_wheel_zooms_at_the_pointer(canvas):
    place = canvas.image_to_widget(550, 300)
    before = canvas.widget_to_image(place)
    event = QWheelEvent(QPointF(place), QPointF(canvas.viewport().mapToGlobal(place)), QPoint(),
                        QPoint(0, 240), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                        Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(canvas.viewport(), event)
    assert canvas.widget_to_image(place) == pytest.approx(before, abs=1.0)
    wide = canvas.image_to_widget(600, 300).x() - canvas.image_to_widget(500, 300).x()
    canvas.fit()
    assert canvas.image_to_widget(600, 300).x() - canvas.image_to_widget(500, 300).x() < wide


def test_one_to_one_shows_pixel_for_pixel(canvas):
    canvas.zoom_one_to_one()
    first, second = canvas.image_to_widget(300, 200), canvas.image_to_widget(400, 200)
    assert abs(second.x() - first.x() - 100 / canvas.devicePixelRatioF()) <= 1


def test_the_nearest_handle_within_reach_is_taken():
    places = handle_places(HEAD, 1.0)
    for handle in AXIS_ENDS:
        x, y = axis_end(HEAD, handle)
        assert nearest_handle(places, (x + 5, y - 5), 13) is handle
    assert nearest_handle(places, (HEAD.x + 60, HEAD.y), 13) is None
    assert nearest_handle({}, (0, 0), 13) is None
    start = handle_places(HEAD, 1.0, stem_at_start=True)[Handle.ROTATION]
    assert math.dist(start, axis_end(HEAD, Handle.MAJOR_START)) == pytest.approx(34)


@pytest.mark.parametrize(("scale", "length"), [(0.1, 10), (0.06, 10), (0.3, 50), (1.0, 100)])
def test_the_scale_bar_has_a_round_length(scale, length):
    assert round_length_mm(scale) == length
    assert 60 <= round_length_mm(scale) / scale <= 180


def test_the_scale_bar_is_as_long_as_it_says(canvas):
    canvas.set_prediction(None)
    canvas.show_image(np.zeros((540, 800), np.uint8))
    canvas.set_pixel_size(0.2)
    picture = canvas.grab().toImage()
    pixel = canvas._view.viewPixelSize()[0]
    wanted = round_length_mm(pixel * 0.2) / (pixel * 0.2)
    y = picture.height() - 1 - 18
    lit = [x for x in range(picture.width() // 2) if picture.pixelColor(x, y).red() > 150]
    assert max(lit) - min(lit) == pytest.approx(wanted, abs=3)
