import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hc18viewer.geometry.edit import Handle
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.overlays import PALETTE, Layer, Overlays
from hc18viewer.settings import load_settings
from hc18viewer.ui.canvas.overlay_stack import Flip

SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = "training_set/004_HC.png"


def ready(reader, sample_dir):
    reader.open(sample_dir)
    reader.choose(KEY)
    reader.wait_for_prediction()


def test_every_overlay_has_its_key_and_is_remembered(open_window, sample_dir):
    with open_window() as reader:
        ready(reader, sample_dir)
        stack = reader.canvas.overlays
        for key, modifier, layer in (
            (Qt.Key.Key_G, Qt.KeyboardModifier.NoModifier, Layer.ANNOTATION),
            (Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier, Layer.PREDICTION),
            (Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier, Layer.CORRECTION),
            (Qt.Key.Key_O, Qt.KeyboardModifier.NoModifier, Layer.OTHERS),
            (Qt.Key.Key_D, SHIFT, Layer.DIFFERENCE), (Qt.Key.Key_C, SHIFT, Layer.CALIPERS),
        ):
            before = stack.shows(layer)
            reader.press(key, modifier)
            assert stack.shows(layer) is not before, layer
    kept = load_settings().overlays
    assert [kept.look(layer).visible for layer in Layer] == [
        not Overlays().look(layer).visible for layer in Layer]


def test_a_colour_chosen_in_the_panel_reaches_the_image_and_the_tool_bar(open_window, sample_dir):
    with open_window(show_view_options=True) as reader:
        ready(reader, sample_dir)
        section = reader.window._overlay_acts._section
        before = reader.window.actions_.annotation.icon().pixmap(24, 24).toImage()
        section.rows[Layer.ANNOTATION].colour._choices[PALETTE["yellow"]].trigger()
        assert reader.canvas.overlays.looks.annotation.colour == PALETTE["yellow"]
        after = reader.window.actions_.annotation.icon().pixmap(24, 24).toImage()
        assert after != before
        colours = {after.pixelColor(x, y).name() for x in range(24) for y in range(24)
                   if after.pixelColor(x, y).alpha() > 250}
        assert PALETTE["yellow"] in colours
    assert load_settings().overlays.annotation.colour == PALETTE["yellow"]


def test_other_readers_lines_are_named_on_the_image(open_window, sample_dir):
    with open_window(reader="Anh") as reader:
        ready(reader, sample_dir)
        reader.drag(Handle.MAJOR_END, 20, 0)
        assert reader.canvas._legend.entries == []
        reader.window._reader_name._on_named("Bảo")
        reader.drag(Handle.MINOR_END, 0, 20)
        assert [entry.text for entry in reader.canvas._legend.entries] == ["Anh"]
        assert reader.canvas._legend.isVisible()
        reader.press(Qt.Key.Key_O)
        assert not reader.canvas._legend.isVisible()


def test_the_flip_goes_round_by_its_key_and_says_what_is_seen(open_window, sample_dir):
    with open_window() as reader:
        ready(reader, sample_dir)
        note, stack = reader.canvas._flip_note, reader.canvas.overlays
        seen = []
        for _press in range(3):
            reader.press(Qt.Key.Key_T)
            seen.append((stack.flip, note.isVisible() and note.text()))
        assert seen == [(Flip.ANNOTATION, "Ground truth only"),
                        (Flip.PREDICTION, "Prediction only"), (Flip.NOTHING, False)]


def point(view, place):
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), QPointF(view.mapToGlobal(place)),
                        Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


def test_side_by_side_is_linked_and_left_by_escape_and_by_its_key(open_window, sample_dir):
    with open_window() as reader:
        ready(reader, sample_dir)
        reader.press(Qt.Key.Key_B)
        view = reader.window._compare_acts.view
        assert view.isVisible()
        assert not reader.canvas.isVisible()
        panes = list(view.panes.values())
        titles = [pane.title.text() for pane in panes]
        assert titles[0] == "Image"
        assert titles[1].startswith("Ground truth – HC ")
        assert titles[2].startswith("Prediction – HC ")
        assert titles[3] == "Correction"
        assert panes[3].note.text() == "no correction"
        assert panes[3].note.isVisible()
        for pane in panes:
            np.testing.assert_array_equal(pane.layer.measured, reader.canvas.image)
        # one pointer in all
        spot = panes[2].scene.viewport().rect().center()
        point(panes[2].scene.viewport(), spot)
        places = {pane.cross.place for pane in panes}
        assert len(places) == 1
        assert None not in places
        # one zoom in all
        panes[1].view.zoom_by(2, (300, 200))
        zooms = [pane.view.zoom for pane in panes]
        for zoom in zooms:
            assert (zoom.x, zoom.y) == pytest.approx((zooms[1].x, zooms[1].y), abs=1e-6)
            assert zoom.scale == pytest.approx(zooms[1].scale, rel=0.02)
        reader.press(Qt.Key.Key_I)
        assert all(pane.layer.tone.invert for pane in panes)
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert reader.canvas.isVisible()
        assert not reader.window.actions_.compare.isChecked()
        reader.press(Qt.Key.Key_B)
        assert reader.window._compare_acts.view is view
        reader.press(Qt.Key.Key_B)
        assert reader.canvas.isVisible()


def test_side_by_side_follows_the_case_the_undo_and_the_held_key(open_window, sample_dir):
    with open_window() as reader:
        ready(reader, sample_dir)
        reader.press(Qt.Key.Key_B)
        view = reader.window._compare_acts.view
        pane = view.panes[Layer.CORRECTION]
        found = reader.state.ellipse
        reader.controller.finish_gesture(
            Ellipse(found.x, found.y, found.a + 9, found.b, found.angle_rad), "move axis end")
        assert pane.title.text().startswith("Correction – HC ")
        assert not pane.note.isVisible()
        reader.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert pane.title.text() == "Correction"
        QTest.keyPress(view, Qt.Key.Key_H)
        assert not view.panes[Layer.PREDICTION].outline.isVisible()
        QTest.keyRelease(view, Qt.Key.Key_H)
        assert view.panes[Layer.PREDICTION].outline.isVisible()
        reader.press(Qt.Key.Key_N)
        reader.wait_for_image()
        np.testing.assert_array_equal(pane.layer.measured, reader.canvas.image)
        reader.window.close_study()
        assert not reader.window.actions_.compare.isChecked()


def test_a_hidden_correction_is_shown_again_when_it_is_worked_on(open_window, sample_dir):
    with open_window() as reader:
        ready(reader, sample_dir)
        stack, key = reader.canvas.overlays, Qt.Key.Key_C
        reader.press(key)
        assert not stack.shows(Layer.CORRECTION)
        reader.drag(Handle.MAJOR_END, 30, 0, release=False)
        assert stack.shows(Layer.CORRECTION)  # in the midst of the drag already
        reader.release()
        reader.press(key)
        reader.press(Qt.Key.Key_S)  # the snap
        assert stack.shows(Layer.CORRECTION)
        assert reader.window.actions_.correction.isChecked()
