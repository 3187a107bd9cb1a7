"""The snap, on skulls whose border is known and on real ones."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polygons import assert_sound, circle
from skulls import OUTER, SHAPE, X, Y, radii, skull

from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.contour import signed_area
from hc18viewer.geometry.distance import hausdorff
from hc18viewer.geometry.echo import blank, step_px
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.shape import FreeContour, outline_of
from hc18viewer.geometry.snap import HELD_STEPS, snap

NEAR = 1.3
"""Pixels; a step is 0.54 of them in these small images."""


def head(gap=None):
    """A skull as thin, in steps, as the real ones are."""
    return skull(gap=gap, inner=OUTER - 6)


def ring(radius, x=X, y=Y):
    return Ellipse(x, y, radius, radius, 0.0)


@pytest.mark.parametrize("off", [-12, -5, 6, 12])
@pytest.mark.parametrize("free", [False, True])
def test_a_snap_lands_on_the_outer_edge_and_keeps_the_kind_of_shape(off, free):
    start = FreeContour.of(circle(OUTER + off, 300, X, Y)) if free else ring(OUTER + off)
    snapped = snap(start, head(), hold=False)
    assert type(snapped) is type(start)
    line = outline_of(snapped)
    assert np.abs(radii(line) - OUTER).max() < NEAR
    assert signed_area(line) * signed_area(outline_of(start)) > 0
    assert_sound(line)


@given(st.floats(-6, 6), st.floats(-6, 6), st.floats(0.96, 1.04), st.floats(0, 3), st.booleans())
@settings(max_examples=25)
def test_a_snap_lands_there_from_any_shape_near_by(dx, dy, ratio, angle, backwards):
    start = Ellipse.from_axes(x=X + dx, y=Y + dy, first=OUTER * ratio, second=OUTER / ratio,
                              angle_rad=angle)
    if backwards:
        start = FreeContour.of(start.points(250)[::-1])
    snapped = snap(start, head(), hold=False)
    assert np.abs(radii(outline_of(snapped)) - OUTER).max() < 2 * NEAR


def test_a_good_contour_is_held_and_a_poor_one_is_not():
    near = HELD_STEPS * step_px(SHAPE)
    good, poor = ring(OUTER + near - NEAR), ring(OUTER + 4 * near)
    assert snap(good, head()) is good
    assert snap(good, head(), hold=False) != good
    assert abs(snap(poor, head()).a - OUTER) < NEAR
    free = FreeContour.of(good.points(200))
    assert snap(free, head()) is free


@pytest.mark.parametrize("box", [False, True])
def test_where_the_border_is_missing_the_ellipse_goes_on(box):
    image = head(gap=None if box else (20, 80))
    if box:  # as the boxes over names: its straight sides are no skull
        image[200:, 260:] = 0
    snapped = snap(ring(OUTER + 8), image)
    assert np.abs(radii(snapped.points(200)) - OUTER).max() < 2 * NEAR


def test_plain_black_areas_are_blank_and_dark_noise_is_not():
    image = np.maximum(head(), 1)
    image[240:, 300:] = 0
    image[30, 30:33] = 0
    empty = blank(image)
    assert empty[245, 305]
    assert empty[-1, -1]
    assert empty.sum() <= 80 * 100
    assert empty[240:, 300:].mean() > 0.98


@pytest.mark.parametrize("value", [0, 77])
def test_without_any_border_the_contour_stays(value):
    image = np.full(SHAPE, value, np.uint8)
    assert snap(ring(100), image) == ring(100)
    start = FreeContour.of(circle(100, 300, X, Y))
    assert hausdorff(snap(start, image, hold=False).points, start.points) < 1.5


def test_details_of_a_free_contour_stay():
    points = circle(OUTER + 8, 300, X, Y)
    points[:20] = (X, Y) + 0.9 * (points[:20] - (X, Y))
    snapped = snap(FreeContour.of(points), head())
    assert np.median(radii(snapped.points[60:])) == pytest.approx(OUTER, abs=NEAR)
    assert np.ptp(radii(snapped.points)[:40]) > 4


@pytest.mark.parametrize(("act", "message"), [
    (lambda: snap(ring(9), head()[0]), r"\(H, W\)"),
    (lambda: snap(ring(9), np.zeros((0, 4), np.uint8)), r"\(H, W\)"),
])
def test_wrong_input_is_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()


@pytest.mark.real
def test_a_snap_helps_on_real_heads(hc18_dir):
    """A poor start comes nearer to the truth; the truth itself mostly stays where it is."""
    cases = [case for case in open_study(hc18_dir).cases if case.annotation_path][::40]
    before, after, kept = [], [], 0
    for i, case in enumerate(cases):
        truth = truth_ellipse(case)
        start = truth.scaled(1.07 if i % 2 else 0.93)
        image = cv2.imread(str(case.image_path), cv2.IMREAD_GRAYSCALE)
        rim = truth.points(2000)
        for errors, shape in ((before, start), (after, snap(start, image))):
            line = outline_of(shape)
            errors.append(np.mean([np.hypot(*(rim - p).T).min() for p in line]))
        kept += snap(truth, image) == truth
    better = np.array(after) < np.array(before)
    assert better.mean() >= 0.85
    assert np.median(after) < 0.6 * np.median(before)
    assert kept >= len(cases) / 2
