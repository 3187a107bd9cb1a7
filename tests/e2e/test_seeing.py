"""Window and level, loupe, zoom and pan, driven with real mouse and key events."""

import math

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hc18viewer.geometry.edit import Handle, axis_end
from hc18viewer.settings import load_settings
from hc18viewer.ui.canvas.tone import AS_MEASURED, Tone
from hc18viewer.ui.canvas.toolbox import ToolName
from hc18viewer.ui.canvas.zoom import Zoom

KEY, OTHER = "training_set/000_HC.png", "training_set/005_HC.png"
NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
MIDDLE, RIGHT = Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reader(open_window, sample_dir):
    with open_window() as driver:
        driver.open(sample_dir)
        driver.choose(KEY)
        driver.wait_for_prediction()
        driver.canvas.setFocus()
        yield driver


def send(view, kind, place, button, buttons):
    QApplication.sendEvent(view, QMouseEvent(
        kind, QPointF(place), QPointF(view.mapToGlobal(place)), button, buttons, PLAIN))


def drag(reader, button, by, *, start=None, release=True):
    """Drag with any button over the canvas, in pixels of the screen."""
    view = reader.canvas.viewport()
    start = start or view.rect().center()
    send(view, QEvent.Type.MouseButtonPress, start, button, button)
    for step in range(1, 6):
        place = start + QPoint(by[0] * step // 5, by[1] * step // 5)
        send(view, QEvent.Type.MouseMove, place, NONE, button)
        reader.qtbot.wait(2)
    if release:
        send(view, QEvent.Type.MouseButtonRelease, start + QPoint(*by), button, NONE)


def seen(reader, x, y):
    """Return the grey value on the screen at a place of the image."""
    picture = reader.canvas.grab().toImage()
    spot = reader.canvas.image_to_widget(x, y) * picture.devicePixelRatio()
    return picture.pixelColor(spot).red()


def middle(reader):
    return reader.canvas.widget_to_image(reader.canvas.viewport().rect().center())


# Window, level and the rest


def test_a_right_drag_sets_window_and_level_and_leaves_the_image_alone(reader):
    measured = reader.canvas.image.copy()
    wrong = reader.canvas.annotation.scaled(1.03)
    reader.controller.finish_gesture(wrong, "a wrong start")
    reader.window.actions_.snap.trigger()
    snapped = reader.state.corrected_shape
    assert snapped != wrong
    reader.window.actions_.undo.trigger()
    assert reader.state.corrected_shape == wrong
    drag(reader, RIGHT, (-100, 60), release=False)
    note = reader.canvas.toning._note
    assert reader.canvas.toning.tone == Tone(window=206, level=158)
    assert note.isVisible()
    assert note.text() == "Window 206, level 158"
    send(reader.canvas.viewport(), QEvent.Type.MouseButtonRelease, QPoint(10, 10), RIGHT, NONE)
    assert note.isVisible()  # as long as it is not seen as it was measured
    assert (reader.canvas.image == measured).all()
    reader.window.actions_.snap.trigger()
    assert reader.state.corrected_shape == snapped


def test_what_is_seen_follows_the_tone(reader):
    reader.canvas.set_editable(False)
    reader.canvas.overlays.hide_all(True)
    image = reader.canvas.image
    y, x = (int(place) for place in np.argwhere(np.abs(image.astype(int) - 120) < 5)[500])
    value = int(image[y, x])
    reader.canvas._view.set_zoom(Zoom(x, y, 8.0))
    assert seen(reader, x, y) == value
    reader.press(Qt.Key.Key_I, widget=reader.canvas)
    assert seen(reader, x, y) == 255 - value
    reader.press(Qt.Key.Key_I, widget=reader.canvas)
    reader.press(Qt.Key.Key_Period, CONTROL, widget=reader.canvas)
    assert seen(reader, x, y) == round(255 * (value / 255) ** (1 / 1.19))
    reader.press(Qt.Key.Key_Comma, CONTROL, widget=reader.canvas)
    assert seen(reader, x, y) == value
    reader.press(Qt.Key.Key_L, widget=reader.canvas)
    assert reader.canvas.toning.tone == Tone(clahe=True)
    reader.press(Qt.Key.Key_W, widget=reader.canvas)
    assert reader.canvas.toning.tone == AS_MEASURED
    assert seen(reader, x, y) == value


def test_clahe_brings_out_what_is_dim_and_is_made_once_an_image(reader, monkeypatch):
    made = []
    real = cv2.createCLAHE
    monkeypatch.setattr(cv2, "createCLAHE", lambda *given: made.append(1) or real(*given))
    plain = np.asarray(reader.canvas.image)
    for _ in range(3):
        reader.press(Qt.Key.Key_L, widget=reader.canvas)
        reader.press(Qt.Key.Key_L, widget=reader.canvas)
    assert made == [1]
    reader.press(Qt.Key.Key_L, widget=reader.canvas)
    evened = reader.canvas._image.image
    dim = (plain > 10) & (plain < 60)
    assert evened[dim].astype(float).std() > 1.2 * plain[dim].astype(float).std()
    reader.choose(OTHER)
    assert made == [1, 1]


def test_a_right_click_does_nothing(reader):
    before, zoom = reader.canvas.toning.tone, reader.canvas._view.zoom
    QTest.mouseClick(reader.canvas.viewport(), RIGHT, PLAIN, QPoint(200, 200))
    drag(reader, RIGHT, (3, -3))
    assert reader.canvas.toning.tone == before
    assert reader.canvas._view.zoom == zoom
    assert not reader.canvas.toning._note.isVisible()
    assert not [menu for menu in QApplication.topLevelWidgets()
                if isinstance(menu, QMenu) and menu.isVisible()]
    assert reader.state.corrected_shape is None


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_nothing_of_the_panel_and_the_note_is_cut_off(open_window, sample_dir, text_size):
    with open_window(text_size=text_size, show_view_options=True, image_invert=True,
                     image_clahe=True, image_gamma=1.5) as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        panel, note = reader.window.page.view_panel, reader.canvas.toning._note
        assert reader.canvas.rect().contains(note.geometry())
        assert note.height() >= note.heightForWidth(note.width())
        for part in panel.widget().findChildren(QWidget):
            if part.isVisible() and part.parentWidget() is not None and not part.isWindow():
                right = part.mapTo(panel.viewport(), part.rect().topRight()).x()
                assert right < panel.viewport().width(), part
                assert part.width() >= min(part.minimumSizeHint().width(), 400), part


def test_escape_gives_a_right_drag_up(reader):
    reader.press(Qt.Key.Key_I, widget=reader.canvas)
    drag(reader, RIGHT, (80, 80), release=False)
    assert reader.canvas.toning.tone.window > 256
    reader.press(Qt.Key.Key_Escape, widget=reader.canvas)
    assert reader.canvas.toning.tone == Tone(invert=True)
    send(reader.canvas.viewport(), QEvent.Type.MouseMove, QPoint(300, 300), NONE, RIGHT)
    assert reader.canvas.toning.tone == Tone(invert=True)


def test_the_right_button_leaves_a_gesture_alone(reader):
    reader.drag(Handle.MAJOR_END, 30, 0, release=False)
    view, place = reader.canvas.viewport(), QPoint(100, 100)
    send(view, QEvent.Type.MouseButtonPress, place, RIGHT, LEFT | RIGHT)
    send(view, QEvent.Type.MouseButtonRelease, place, RIGHT, LEFT)
    assert reader.canvas.dragging
    reader.release()
    assert reader.state.correction.gesture == "move axis end"
    assert reader.canvas.toning.tone == AS_MEASURED


def test_panel_keys_and_drag_show_one_tone(reader):
    acts, section = reader.window.actions_, reader.window.image_acts._image
    acts.view_options.trigger()
    section.window_box.setFocus()
    section.window_box.selectAll()
    QTest.keyClicks(section.window_box, "90")
    QTest.keyClick(section.window_box, Qt.Key.Key_Return)
    assert reader.state.verdict_kind is None  # Return ended the typing, and accepted nothing
    assert reader.canvas.toning.tone.window == section.window_slider.value() == 90
    QTest.mouseClick(section.invert, LEFT, PLAIN, QPoint(8, section.invert.height() // 2))
    assert acts.invert.isChecked()
    assert reader.canvas.toning.tone == Tone(window=90, invert=True)
    acts.gamma_up.trigger()
    assert section.gamma_box.value() == 1.19
    QTest.keyClick(section.gamma_slider, Qt.Key.Key_Left)
    assert reader.canvas.toning.tone.gamma < 1.19
    drag(reader, RIGHT, (40, 0))
    assert section.window_box.value() == 110
    QTest.mouseClick(section.reset, LEFT)
    assert reader.canvas.toning.tone == AS_MEASURED
    assert (section.window_box.value(), acts.invert.isChecked()) == (256, False)
    assert not section.reset.isEnabled()


def test_tone_loupe_and_zoom_are_remembered(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        drag(reader, RIGHT, (-40, 20))
        reader.press(Qt.Key.Key_I)
        reader.press(Qt.Key.Key_Z)
        reader.press(Qt.Key.Key_Z, SHIFT)
        box = reader.window.image_acts._loupe.magnification
        box.setCurrentIndex(box.findData(4))
        box.activated.emit(box.currentIndex())
        tone = reader.canvas.toning.tone
        assert tone == Tone(window=236, level=138, invert=True)
    kept = load_settings()
    assert (kept.loupe, kept.loupe_magnification, kept.keep_zoom) == (False, 4, True)
    with open_window(**{name: getattr(kept, name) for name in (
        "image_window", "image_level", "image_invert", "loupe", "loupe_magnification", "keep_zoom",
    )}) as reader:
        assert reader.canvas.toning.tone == tone
        assert not reader.canvas.loupe.wanted
        assert reader.canvas.loupe.magnification == 4
        assert reader.canvas.keeps_zoom


@pytest.mark.parametrize("wrong", [
    {"image_window": 0}, {"image_level": 999}, {"image_gamma": math.nan}, {"image_gamma": 0.0},
])
def test_a_tone_that_makes_no_sense_is_as_measured(open_window, wrong):
    with open_window(loupe_magnification=77, **wrong) as reader:
        assert reader.canvas.toning.tone == AS_MEASURED
        assert reader.canvas.loupe.magnification == 3


# The loupe


def rest_of(reader):
    loupe = reader.canvas.loupe
    return QPointF(loupe.geometry().center()), loupe.width() / 2


@pytest.mark.parametrize("handle", [each for each in Handle if each is not Handle.CENTRE])
def test_the_loupe_shows_while_a_handle_is_dragged(reader, handle):
    assert not reader.canvas.loupe.isVisible()
    reader.drag(handle, 12, 8, release=False)
    loupe = reader.canvas.loupe
    assert loupe.isVisible()
    assert reader.canvas.rect().contains(loupe.geometry())
    spot = reader.canvas.image_to_widget(*reader.canvas.handle_position(handle))
    middle, radius = rest_of(reader)
    assert math.dist(middle.toTuple(), spot.toTuple()) > radius + 15
    reader.release()
    assert not loupe.isVisible()


def test_moving_all_of_the_ellipse_covers_none_of_it(reader):
    reader.drag(Handle.CENTRE, 12, 8, release=False)
    if reader.canvas.loupe.isVisible():
        middle, radius = rest_of(reader)
        for x, y in reader.canvas.edited_ellipse.points(90):
            place = reader.canvas.image_to_widget(x, y)
            assert math.dist(middle.toTuple(), place.toTuple()) > radius - 14
    reader.release()


@pytest.mark.parametrize("name", [ToolName.PUSH, ToolName.POINTS, ToolName.REDRAW, ToolName.BRUSH,
                                  ToolName.ERASER, ToolName.MAGNETIC])
def test_the_loupe_shows_with_every_tool(reader, name):
    points = reader.state.predicted_ellipse.points(60)
    reader.tool(name)
    reader.stroke([tuple(points[5]), tuple(points[7])], release=False)
    assert reader.canvas.loupe.isVisible()
    assert reader.canvas.rect().contains(reader.canvas.loupe.geometry())
    reader.press(Qt.Key.Key_Escape, widget=reader.canvas)
    assert not reader.canvas.loupe.isVisible()
    reader.release()


def test_the_loupe_enlarges_what_is_worked_on_in_its_tone(reader):
    reader.press(Qt.Key.Key_I, widget=reader.canvas)
    reader.drag(Handle.MAJOR_END, 6, 4, release=False)
    loupe = reader.canvas.loupe
    x, y = loupe._sight.spot
    picture = loupe.grab().toImage()
    scale = 3 / reader.canvas._view.pixel
    centre = loupe.width() / 2
    image = reader.canvas.image
    checked = 0
    for off_x in range(-6, 7, 3):
        for off_y in range(-6, 7, 3):
            if math.hypot(off_x, off_y) < 5:  # the cross and the line
                continue
            column, row = round(x) + off_x, round(y) + off_y
            around = image[row - 1 : row + 2, column - 1 : column + 2]
            if np.ptp(around) > 12:
                continue
            place = QPoint(int(centre + (column - x) * scale), int(centre + (row - y) * scale))
            colour = picture.pixelColor(place)
            if abs(colour.red() - colour.blue()) > 3:  # the line
                continue
            assert colour.red() == pytest.approx(255 - int(image[row, column]), abs=8)
            checked += 1
    assert checked >= 4
    blue = sum(
        picture.pixelColor(column, row).blue() > picture.pixelColor(column, row).red() + 60
        for column in range(picture.width()) for row in range(picture.height())
    )
    assert blue > 100  # the contour's line runs through it
    reader.release()


def test_the_loupe_can_be_turned_off(reader):
    reader.press(Qt.Key.Key_Z)
    reader.drag(Handle.MAJOR_END, 12, 8, release=False)
    assert not reader.canvas.loupe.isVisible()
    reader.release()
    reader.press(Qt.Key.Key_Z)
    reader.drag(Handle.MAJOR_END, 12, 8, release=False)
    assert reader.canvas.loupe.isVisible()
    reader.release()


# Zoom and pan


@pytest.mark.parametrize("name", list(ToolName))
@pytest.mark.parametrize("by_space", [True, False])
def test_the_view_pans_with_every_tool_wherever_the_press_is(reader, name, by_space):
    head = reader.state.predicted_ellipse
    reader.tool(name)
    places = [reader.canvas.image_to_widget(head.x, head.y),
              reader.canvas.image_to_widget(*map(float, head.points(4)[0]))]
    if by_space:
        reader.qtbot.keyPress(reader.canvas, Qt.Key.Key_Space)
    for start in places:
        before = middle(reader)
        drag(reader, LEFT if by_space else MIDDLE, (-40, 20), start=start)
        after = middle(reader)
        scale = 1 / reader.canvas._view.pixel
        assert ((after[0] - before[0]) * scale, (after[1] - before[1]) * scale) == pytest.approx(
            (40, -20), abs=1.1)
    if by_space:
        reader.qtbot.keyRelease(reader.canvas, Qt.Key.Key_Space)
    assert reader.state.corrected_shape is None
    assert not reader.canvas.dragging


def test_the_space_bar_pans_though_the_list_has_the_focus(reader):
    reader.window.page.list.setFocus()
    QTest.mouseMove(reader.canvas.viewport(), QPoint(300, 300))
    reader.qtbot.wait(20)
    key = reader.state.case.key
    reader.qtbot.keyPress(reader.window.page.list, Qt.Key.Key_Space)
    before = middle(reader)
    drag(reader, LEFT, (-40, 0))
    reader.qtbot.keyRelease(reader.window.page.list, Qt.Key.Key_Space)
    assert middle(reader)[0] > before[0] + 10
    assert reader.state.case.key == key
    drag(reader, LEFT, (5, 0), start=reader.canvas.image_to_widget(
        *reader.canvas.handle_position(Handle.MAJOR_END)))
    assert reader.state.correction.gesture == "move axis end"


def test_a_gesture_waits_while_the_middle_button_pans(reader):
    moved = []
    reader.canvas.shape_moved.connect(moved.append)
    reader.drag(Handle.MAJOR_END, 20, 0, release=False)
    view, before = reader.canvas.viewport(), moved[-1]
    start = reader._held_at
    send(view, QEvent.Type.MouseButtonPress, start, MIDDLE, LEFT | MIDDLE)
    send(view, QEvent.Type.MouseMove, start + QPoint(30, 0), NONE, LEFT | MIDDLE)
    send(view, QEvent.Type.MouseButtonRelease, start + QPoint(30, 0), MIDDLE, LEFT)
    assert reader.canvas.dragging
    reader._held_at = start + QPoint(30, 0)
    reader.release()
    # the image and the pointer went together, so the handle is where it was
    assert axis_end(reader.state.corrected_ellipse, Handle.MAJOR_END) == pytest.approx(
        axis_end(before, Handle.MAJOR_END), abs=1)
    assert reader.state.correction.gesture == "move axis end"


def test_nobody_gets_lost_by_wheel_or_drag(reader):
    head = reader.state.predicted_ellipse
    for steps in (8, 8, 8, 8, 8):
        reader.wheel((head.x, head.y), steps)
    scale = 1 / reader.canvas._view.pixel
    assert scale * reader.canvas.devicePixelRatioF() == pytest.approx(32)
    for steps in (-8, -8, -8, -8, -8):
        reader.wheel((head.x, head.y), steps)
    height, width = reader.canvas.image.shape
    left, right = (reader.canvas.image_to_widget(x, height / 2).x() for x in (0, width))
    assert right - left > 0.35 * reader.canvas.width()
    for _ in range(8):
        drag(reader, MIDDLE, (-400, -300))
    x, y = middle(reader)
    assert -0.5 <= x <= width - 0.5
    assert -0.5 <= y <= height - 0.5


def test_one_to_one_is_exact(reader):
    reader.canvas.set_editable(False)
    reader.canvas.overlays.hide_all(True)
    reader.canvas.set_pixel_size(None)
    reader.window.actions_.zoom_in.trigger()
    reader.window.actions_.one_to_one.trigger()
    picture = reader.canvas.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    assert reader.canvas.devicePixelRatioF() == 1
    shown = np.frombuffer(picture.constBits(), np.uint8).reshape(
        picture.height(), picture.bytesPerLine())[:, : picture.width()]
    image = reader.canvas.image
    corner = reader.canvas.widget_to_image(QPoint(0, 0))
    left, top = round(corner[0] + 0.5), round(corner[1] + 0.5)
    height, width = picture.height(), picture.width()
    rows = slice(max(top, 0), min(top + height, image.shape[0]))
    columns = slice(max(left, 0), min(left + width, image.shape[1]))
    part = shown[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    assert part.size > 100_000
    assert (part == image[rows, columns]).all()


def test_the_zoom_is_kept_only_where_the_reader_wants(reader):
    acts = reader.window.actions_
    fitted = reader.canvas._view.zoom
    acts.zoom_in.trigger()
    reader.choose(OTHER)
    assert reader.canvas._view.zoom == fitted
    acts.keep_zoom.trigger()
    acts.zoom_in.trigger()
    drag(reader, MIDDLE, (30, 10))
    zoomed = reader.canvas._view.zoom
    reader.choose(KEY)
    kept = reader.canvas._view.zoom
    assert (kept.x, kept.y, kept.scale) == pytest.approx((zoomed.x, zoomed.y, zoomed.scale))
    acts.fit.trigger()
    reader.choose(OTHER)
    assert reader.canvas._view.fitted


def test_a_zoom_outlives_a_change_of_the_windows_size(reader):
    reader.window.actions_.zoom_in.trigger()
    before = reader.canvas._view.zoom
    reader.window.resize(1100, 700)
    reader.qtbot.wait(30)
    after = reader.canvas._view.zoom
    assert (after.x, after.y, after.scale) == pytest.approx((before.x, before.y, before.scale))
    reader.window.actions_.fit.trigger()
    reader.window.resize(1300, 850)
    reader.qtbot.wait(30)
    assert reader.canvas._view.fitted
    assert reader.canvas._view.zoom.scale != pytest.approx(after.scale)
