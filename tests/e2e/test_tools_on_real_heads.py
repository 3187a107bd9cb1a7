"""Each tool, driven with real mouse and key events on HC18 heads, held against their truth."""

import shutil

import numpy as np
import pytest
from PySide6.QtCore import Qt
from scipy.spatial import cKDTree

from hc18viewer.geometry.contour import signed_area
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.shape import FreeContour, ellipse_of, outline_of
from hc18viewer.ui.canvas.toolbox import ToolName

pytestmark = pytest.mark.real

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NAMES = ("086_HC", "340_HC", "674_HC")
"""An early, an ordinary and a late head; the last is cut by the black box."""


@pytest.fixture(scope="module")
def heads_dir(hc18_dir, tmp_path_factory):
    """A study of a few heads: links to HC18's files, so that nothing else is predicted."""
    folder = tmp_path_factory.mktemp("heads")
    (folder / "training_set").mkdir()
    table = "training_set_pixel_size_and_HC.csv"
    shutil.copyfile(hc18_dir / table, folder / table)
    for name in NAMES:
        for file in (f"{name}.png", f"{name}_Annotation.png"):
            (folder / "training_set" / file).symlink_to(hc18_dir / "training_set" / file)
    return folder


@pytest.fixture(params=NAMES)
def reader(request, open_window, heads_dir):
    with open_window() as driver:
        driver.open(heads_dir)
        driver.choose(f"training_set/{request.param}.png")
        driver.wait_for_prediction()
        driver.qtbot.waitUntil(lambda: driver.canvas.annotation is not None, timeout=10_000)
        yield driver


def at(ellipse, angle, scale=1.0, out=0.0):
    """Return a place on an ellipse, or beside it: by a share of its radius, or pixels outwards."""
    (ux, uy), (vx, vy) = ellipse.major_direction, ellipse.minor_direction
    a, b = scale * ellipse.a + out, scale * ellipse.b + out
    p, q = a * np.cos(angle), b * np.sin(angle)
    return float(ellipse.x + p * ux + q * vx), float(ellipse.y + p * uy + q * vy)


def off(shape, truth, near=None, within=40.0):
    """Return the mean distance in pixels of a line from the truth's; of what lies near a place."""
    points = outline_of(shape, 720)
    if near is not None:
        points = points[np.hypot(*(points - near).T) < within]
    return float(cKDTree(truth.points(3000)).query(points)[0].mean())


def area(shape):
    return abs(signed_area(outline_of(shape, 720)))


def begin(reader, shape):
    reader.controller.finish_gesture(shape, "a start")
    return reader.canvas.annotation


def dented(truth, angle, depth):
    """Return the truth with a dent, or a bump for a depth below nought, at an angle."""
    turn = np.linspace(0, 2 * np.pi, 360, endpoint=False)
    apart = np.abs(np.angle(np.exp(1j * (turn - angle))))
    dent = depth * np.exp(-0.5 * (apart / 0.12) ** 2)
    return FreeContour.of(np.array([at(truth, t, out=-d)
                                    for t, d in zip(turn, dent, strict=True)]))


def inner_angle(reader):
    """Return an angle at which the head's line lies well within the image."""
    truth, (height, width) = reader.canvas.annotation, reader.canvas.image.shape
    turn = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    places = np.array([at(truth, t) for t in turn])
    rim = np.minimum(places, (width, height) - places).min(axis=1)
    return float(turn[np.argmax(rim)])


def test_push_takes_a_dent_out_and_a_bump_in(reader):
    truth, angle = reader.canvas.annotation, inner_angle(reader)
    tool_radius = 34.0
    for depth, first in ((14, -60), (-14, 60)):
        begin(reader, dented(truth, angle, depth))
        reader.tool(ToolName.PUSH)
        before = reader.state.corrected_shape
        pixel = reader.canvas._view.viewPixelSize()[0]
        last = -np.sign(depth) * tool_radius * pixel
        for turn in (-0.12, 0, 0.12):
            reader.stroke([at(truth, angle + turn, out=first * pixel * 1.5 + last),
                           at(truth, angle + turn, out=last)])
        after = reader.state.corrected_shape
        place = at(truth, angle)
        assert off(after, truth, place) < 0.5 * off(before, truth, place)
        far = at(truth, angle + np.pi)
        assert off(after, truth, far) == pytest.approx(off(before, truth, far), abs=0.05)
        assert reader.state.correction.gesture == "push contour"


def test_calipers_on_the_truths_axes_measure_the_truth(reader):
    truth = reader.canvas.annotation
    reader.tool(ToolName.CALIPERS)
    tool = reader.canvas._tool_item.tool
    for angle in (0, np.pi):
        reader.click(at(truth, angle))
    (_, _, text), = tool.marks(1.0).texts
    ofd_mm = 2 * truth.a * reader.state.case.pixel_size_mm
    assert text.startswith("OFD ")
    assert float(text.split()[1]) == pytest.approx(ofd_mm, rel=0.02)
    for angle in (np.pi / 2, 3 * np.pi / 2):
        reader.click(at(truth, angle))
    found = reader.state.corrected_shape
    assert isinstance(found, Ellipse)
    assert found.perimeter == pytest.approx(truth.perimeter, rel=0.01)
    assert off(found, truth) < 1.5


def test_brush_and_eraser_change_the_head_there_and_only_there(reader):
    truth, angle = reader.canvas.annotation, inner_angle(reader)
    begin(reader, truth)
    pixel = reader.canvas._view.viewPixelSize()[0]
    reader.tool(ToolName.BRUSH)
    reader.stroke([at(truth, angle - 0.1), at(truth, angle + 0.1)])
    painted = reader.state.corrected_shape
    place, far = at(truth, angle), at(truth, angle + np.pi)
    assert area(painted) > area(truth) + 20 * pixel
    assert off(painted, truth, place, 30 * pixel) > 5 * pixel
    assert off(painted, truth, far) < 0.2
    reader.tool(ToolName.ERASER)
    reader.stroke([at(truth, angle - 0.2, out=28 * pixel), at(truth, angle, out=28 * pixel),
                   at(truth, angle + 0.2, out=28 * pixel)])
    erased = reader.state.corrected_shape
    assert area(erased) < area(painted)
    assert off(erased, truth, place, 30 * pixel) < 0.6 * off(painted, truth, place, 30 * pixel)
    assert off(erased, truth, far) < 0.2


def test_points_mend_a_dent_and_are_inserted_deleted_chosen_and_nudged(reader):
    truth, angle = reader.canvas.annotation, inner_angle(reader)
    start = dented(truth, angle, 14)
    begin(reader, start)
    reader.tool(ToolName.POINTS)
    reader.stroke([at(truth, angle, out=-14), at(truth, angle)])
    moved = reader.state.corrected_shape
    assert off(moved, truth, at(truth, angle)) < 0.75 * off(start, truth, at(truth, angle))
    view, spot = reader.canvas.viewport(), reader.canvas.image_to_widget(*at(truth, angle))
    reader.qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=spot)
    more = reader.state.corrected_shape
    assert len(more.points) == len(moved.points) + 1
    (x, y), far = at(truth, angle), at(truth, angle + np.pi)
    reader.stroke([(x - 20, y - 20), (x + 20, y + 20)], modifier=SHIFT)
    chosen = reader.canvas._tool_item.tool.chosen
    inside = (np.abs(more.points - (x, y)) < 19).all(axis=1)
    assert set(np.flatnonzero(inside)) <= set(chosen)
    reader.press(Qt.Key.Key_Down, widget=reader.canvas)
    nudged = reader.state.corrected_shape
    assert np.allclose(nudged.points[chosen], more.points[chosen] + (0, 1))
    reader.press(Qt.Key.Key_Delete, widget=reader.canvas)
    fewer = reader.state.corrected_shape
    assert len(fewer.points) == len(more.points) - len(chosen)
    assert off(fewer, truth, far) < 0.2


@pytest.mark.parametrize(("tool", "modifier"), [
    (ToolName.REDRAW, Qt.KeyboardModifier.NoModifier), (ToolName.REDRAW, CONTROL),
    (ToolName.MAGNETIC, Qt.KeyboardModifier.NoModifier),
])
def test_a_section_drawn_along_the_skull_mends_a_wrong_one(reader, tool, modifier):
    truth, angle = reader.canvas.annotation, inner_angle(reader)
    start = dented(truth, angle, 22)
    begin(reader, start)
    reader.tool(tool)
    rng = np.random.default_rng(3)
    turns = np.linspace(angle - 0.55, angle + 0.55, 9)
    wobble = np.concatenate(([0], rng.normal(0, 2, 7), [0]))
    seen = []
    reader.canvas._tool_item.gesture_started.connect(lambda: seen.append("begun"))
    reader.stroke([at(truth, t, out=w) for t, w in zip(turns, wobble, strict=True)],
                  modifier=modifier, release=False)
    (line,) = reader.canvas._tool_item.tool.marks(1.0).lines
    assert len(line) > 8  # the path is seen while it is drawn
    reader.release(modifier)
    drawn = reader.state.corrected_shape
    place = at(truth, angle)
    assert off(drawn, truth, place) < 0.6 * off(start, truth, place)
    assert off(drawn, truth, place) < 5
    assert off(drawn, truth, at(truth, angle + np.pi)) < 0.2
    magnetic = tool is ToolName.MAGNETIC or modifier == CONTROL
    assert reader.state.correction.gesture == (
        "magnetic section" if magnetic else "redraw section")


def test_snap_smooth_fit_and_start_again(reader):
    truth, acts = reader.canvas.annotation, reader.window.actions_
    wrong = truth.scaled(1 - 13 / truth.b)
    begin(reader, wrong)
    acts.snap.trigger()
    snapped = reader.state.corrected_shape
    assert isinstance(snapped, Ellipse)
    assert off(snapped, truth) < 0.6 * off(wrong, truth)
    begin(reader, FreeContour.of(wrong.points(300)))
    acts.snap.trigger()
    assert off(reader.state.corrected_shape, truth) < 0.6 * off(wrong, truth)
    rough = FreeContour.of(truth.points(360) + np.random.default_rng(1).normal(0, 1.5, (360, 2)))
    begin(reader, rough)
    acts.smooth.trigger()
    smooth = reader.state.corrected_shape
    assert off(smooth, truth) < 0.6 * off(rough, truth)
    acts.fit_ellipse.trigger()
    fitted = reader.state.corrected_shape
    assert isinstance(fitted, Ellipse)
    assert off(fitted, truth) < 0.5
    acts.revert.trigger()
    assert reader.state.corrected_shape is None
    acts.from_truth.trigger()
    assert reader.state.corrected_shape == truth


def test_a_snap_leaves_what_is_good_and_goes_all_the_way_when_asked_again(reader):
    acts, told = reader.window.actions_, []
    reader.window.acts.told.connect(told.append)
    found = reader.state.predicted_ellipse
    for _ in range(3):
        acts.snap.trigger()
    assert told or reader.state.corrected_shape != found
    assert off(ellipse_of(reader.canvas.edited_shape), reader.canvas.annotation) < 9


def test_an_axis_end_is_drawn_to_the_truth(reader):
    from hc18viewer.geometry.edit import Handle

    truth = reader.canvas.annotation
    start = Ellipse(truth.x, truth.y, 1.1 * truth.a, truth.b, truth.angle_rad)
    begin(reader, start)
    reader.tool(ToolName.ELLIPSE)
    view = reader.canvas.image_to_widget
    for handle, angle in ((Handle.MAJOR_END, 0.0), (Handle.MAJOR_START, np.pi)):
        way = view(*at(truth, angle)) - view(*at(start, angle))
        reader.drag(handle, way.x(), way.y())
    assert off(reader.state.corrected_shape, truth) < 1
