import math

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.shape import FreeContour
from hc18viewer.overlays import PALETTE, Layer, Overlays
from hc18viewer.ui.canvas.canvas import CaseCanvas
from hc18viewer.ui.canvas.overlay_stack import Flip
from hc18viewer.ui.canvas.reader_lines import reader_strokes

HEAD = Ellipse(400, 270, 180, 140, 0.3)
WIDER = Ellipse(400, 270, 180, 140, 0.3).scaled(1.2)


@pytest.fixture
def canvas(qtbot):
    made = CaseCanvas()
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    qtbot.waitExposed(made)
    made.show_image(np.zeros((540, 800), np.uint8))
    made.set_prediction(HEAD)
    made.set_editable(True)
    return made


def show(canvas, layer, **changes):
    looks = canvas.overlays.looks
    canvas.overlays.show_looks(looks.changed(layer, **{"visible": True, **changes}))


def only(canvas, layer, **changes):
    looks = Overlays()
    for other in Layer:
        looks = looks.changed(other, visible=other is layer)
    canvas.overlays.show_looks(looks.changed(layer, **changes))
    canvas.set_editable(False)


def colours_on(canvas, places):
    picture = canvas.grab().toImage()
    return [picture.pixelColor(canvas.image_to_widget(x, y)) for x, y in places]


def near(colour, wanted, tolerance=40):
    wanted = QColor(wanted)
    return max(abs(colour.red() - wanted.red()), abs(colour.green() - wanted.green()),
               abs(colour.blue() - wanted.blue())) < tolerance


def test_a_chosen_look_is_what_is_drawn(canvas):
    for name in ("yellow", "blue"):
        only(canvas, Layer.PREDICTION, colour=PALETTE[name], line="solid", width=5)
        found = colours_on(canvas, HEAD.points(40))
        assert all(near(colour, PALETTE[name]) for colour in found), name


def share_drawn(canvas, line):
    only(canvas, Layer.PREDICTION, line=line, width=4, colour=PALETTE["white"])
    found = colours_on(canvas, HEAD.points(400))
    return sum(colour.lightness() > 120 for colour in found) / len(found)


def test_dashes_and_dots_leave_gaps(canvas):
    assert share_drawn(canvas, "solid") > 0.97
    assert 0.45 < share_drawn(canvas, "dashed") < 0.75
    assert 0.2 < share_drawn(canvas, "dotted") < 0.5


def test_opacity_lets_the_image_through(canvas):
    bright = []
    for opacity in (100, 30):
        only(canvas, Layer.PREDICTION, line="solid", width=5, opacity=opacity)
        bright.append(colours_on(canvas, [HEAD.points(8)[1]])[0].red())
    assert bright[1] < 0.5 * bright[0]


def test_the_difference_shows_too_much_and_too_little_in_two_ways(canvas):
    moved = Ellipse(440, 270, 180, 140, 0.3)
    canvas.set_annotation(HEAD)
    canvas.set_correction(moved)
    only(canvas, Layer.DIFFERENCE, opacity=100)
    (ux, uy) = HEAD.major_direction
    reach = HEAD.a
    right = (HEAD.x + (reach + 18) * ux + 8, HEAD.y + (reach + 18) * uy)
    left = (HEAD.x - (reach - 18) * ux, HEAD.y - (reach - 18) * uy)
    look = Overlays().difference
    picture = canvas.grab().toImage()

    def patch(place):
        spot = canvas.image_to_widget(*place)
        return [picture.pixelColor(spot.x() + dx, spot.y() + dy)
                for dx in range(-6, 7) for dy in range(-6, 7)]

    much, little = patch(right), patch(left)
    assert any(near(colour, look.colour, 12) for colour in much)
    assert any(near(colour, look.second_colour, 12) for colour in little)
    # without colour: the crosswise hatching covers more of its area than the single one
    lines = [sum(near(colour, wanted, 25) for colour in cells) / len(cells)
             for cells, wanted in ((much, look.colour), (little, look.second_colour))]
    assert 0.05 < lines[0] < 0.8 * lines[1]
    assert colours_on(canvas, [(HEAD.x, HEAD.y)])[0].lightness() < 5


def areas(canvas):
    item = canvas.overlays.difference
    return [path.boundingRect().width() for path in (item._too_much, item._too_little)]


def test_the_difference_follows_a_drag_and_is_taken_to_what_is_chosen(canvas, qtbot):
    canvas.set_annotation(HEAD.scaled(0.8))
    show(canvas, Layer.DIFFERENCE)
    assert areas(canvas)[0] > 0
    assert areas(canvas)[1] == 0
    canvas._on_shape_moved(HEAD.scaled(0.7))
    assert areas(canvas)[0] == 0
    assert areas(canvas)[1] > 0
    looks = canvas.overlays.looks
    canvas.overlays.show_looks(Overlays(**{
        **{layer.value: looks.look(layer) for layer in Layer}, "against": "prediction"}))
    canvas._on_shape_moved(HEAD)
    assert areas(canvas) == [0, 0]


def test_nothing_is_compared_while_the_difference_is_hidden(canvas, monkeypatch):
    def refuse(_first, _second):
        raise AssertionError("it was compared")

    monkeypatch.setattr("hc18viewer.ui.canvas.difference.contour_difference", refuse)
    canvas.set_annotation(WIDER)
    canvas._on_shape_moved(HEAD.scaled(1.1))
    with pytest.raises(AssertionError, match="compared"):
        show(canvas, Layer.DIFFERENCE)


def test_each_reader_has_a_line_of_their_own():
    strokes = reader_strokes(Overlays(), 10)
    assert len({(stroke.colour, stroke.dashes) for stroke in strokes}) == 10
    assert len({stroke.dashes for stroke in strokes[:5]}) == 5  # without colour too
    taken = {Overlays().look(layer).colour for layer in Layer if layer is not Layer.OTHERS}
    assert not taken & {stroke.colour for stroke in strokes}
    assert strokes[0].colour == Overlays().others.colour


def test_other_readers_are_drawn_and_named(canvas):
    bent = FreeContour.of(WIDER.points(90))
    canvas.overlays.set_others([("Bảo", HEAD.scaled(1.1)), ("Anh", bent)])
    only(canvas, Layer.OTHERS, line="solid", width=4)
    assert [entry.text for entry in canvas._legend.entries] == ["Bảo", "Anh"]
    assert canvas._legend.isVisible()
    assert canvas._legend.accessibleName() == "Bảo, Anh"
    found = colours_on(canvas, HEAD.scaled(1.1).points(40))
    assert sum(near(colour, PALETTE["purple"]) for colour in found) > 36
    canvas.overlays.set_others([])
    assert not canvas._legend.isVisible()
    found = colours_on(canvas, HEAD.scaled(1.1).points(40))
    assert not any(near(colour, PALETTE["purple"]) for colour in found)


def test_the_legend_stays_in_the_corner_and_explains_the_hatching(canvas, qtbot):
    show(canvas, Layer.DIFFERENCE)
    assert canvas._legend.entries == []  # nothing to compare with yet
    canvas.set_annotation(WIDER)
    assert [entry.text for entry in canvas._legend.entries] == ["too much", "too little"]
    first = canvas._legend.geometry()
    canvas.resize(700, 500)
    qtbot.wait(10)
    assert canvas._legend.geometry() != first
    assert canvas.rect().contains(canvas._legend.geometry())


def test_calipers_measure_what_counts_live_and_without_pixel_size_in_pixels(canvas):
    show(canvas, Layer.CALIPERS)
    item = canvas.overlays.calipers
    assert item.texts() == ("BPD 280 px", "OFD 360 px")
    canvas.set_pixel_size(0.25)
    assert item.texts() == ("BPD 70.0 mm", "OFD 90.0 mm")
    canvas._on_shape_moved(HEAD.scaled(1.5))
    assert item.texts() == ("BPD 105.0 mm", "OFD 135.0 mm")
    canvas.set_correction(FreeContour.of(HEAD.points(90)))
    assert item.texts()[1] == "OFD 90.0 mm"


def test_calipers_are_drawn_across_the_head(canvas):
    only(canvas, Layer.CALIPERS, width=3)
    (ux, uy), (vx, vy) = HEAD.major_direction, HEAD.minor_direction
    on = [(HEAD.x + t * HEAD.a * ux, HEAD.y + t * HEAD.a * uy) for t in (-0.9, -0.5, 0.5, 0.9)]
    on += [(HEAD.x + t * HEAD.b * vx, HEAD.y + t * HEAD.b * vy) for t in (-0.9, -0.5, 0.5, 0.9)]
    assert all(colour.lightness() > 200 for colour in colours_on(canvas, on))
    off = [(HEAD.x + 1.1 * HEAD.a * ux, HEAD.y + 1.1 * HEAD.a * uy)]
    assert colours_on(canvas, off)[0].lightness() < 5


def shown(canvas):
    return {layer for layer, item in canvas.overlays.outlines.items() if item.isVisible()}


def test_flipping_goes_from_the_one_to_the_other_and_back_to_both(canvas):
    stack = canvas.overlays
    canvas.set_annotation(WIDER)
    show(canvas, Layer.CALIPERS)
    for flip, alone in ((Flip.ANNOTATION, Layer.ANNOTATION), (Flip.PREDICTION, Layer.PREDICTION)):
        stack.flip_to(stack.flip.next)
        assert stack.flip is flip
        assert shown(canvas) == {alone}
        assert not canvas._handles.isVisible()
        assert not stack.calipers.isVisible()
        assert canvas._flip_note.isVisible()
    assert canvas._flip_note.text() == "Prediction only"
    stack.flip_to(stack.flip.next)
    assert stack.flip is Flip.NOTHING
    assert shown(canvas) == {Layer.ANNOTATION, Layer.PREDICTION, Layer.CORRECTION}
    assert canvas._handles.isVisible()
    assert stack.calipers.isVisible()
    assert not canvas._flip_note.isVisible()


def test_flipping_shows_a_hidden_overlay_and_says_what_is_missing(canvas):
    only(canvas, Layer.CORRECTION)
    canvas.overlays.flip_to(Flip.PREDICTION)
    assert shown(canvas) == {Layer.PREDICTION}
    canvas.overlays.flip_to(Flip.ANNOTATION)
    assert canvas._flip_note.text() == "Ground truth only: there is none"
    canvas.overlays.hide_all(True)
    assert shown(canvas) == set()


def test_an_edit_or_another_image_ends_the_flipping(canvas, qtbot):
    canvas.overlays.flip_to(Flip.PREDICTION)
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.overlays.flip is Flip.NOTHING
    assert canvas.edited_ellipse.x == HEAD.x - 1
    canvas.overlays.flip_to(Flip.ANNOTATION)
    canvas.show_image(np.zeros((540, 800), np.uint8))
    assert canvas.overlays.flip is Flip.NOTHING


def test_handles_take_the_corrections_colour(canvas):
    show(canvas, Layer.CORRECTION, colour=PALETTE["yellow"])
    spot = canvas.image_to_widget(HEAD.x - HEAD.b * -math.sin(HEAD.angle_rad),
                                  HEAD.y - HEAD.b * math.cos(HEAD.angle_rad))
    picture = canvas.grab().toImage()
    assert near(picture.pixelColor(spot), PALETTE["yellow"], 20)
