"""The round brush on a contour."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st
from polygons import assert_sound, circle, star
from skimage.draw import polygon2mask

from hc18viewer.geometry.brush import paint_contour
from hc18viewer.geometry.mask import contour_mask
from hc18viewer.geometry.simple import MIN_AREA_PX

SHAPE = (60, 80)
places = st.tuples(st.floats(-20, 100), st.floats(-20, 80))


@given(st.integers(0, 50), st.floats(-30, 110), st.floats(-30, 90))
def test_the_fast_mask_is_the_known_one(seed, x, y):
    contour = star(seed, radius=25.0) + [x, y] + 1e-4
    assert (contour_mask(contour, SHAPE) == polygon2mask(SHAPE, contour[:, ::-1])).all()


def test_painting_grows_a_contour_and_erasing_shrinks_it():
    head = circle(20, 100, 40.2, 30.3)
    grown = paint_contour(head, SHAPE, [(60, 30), (66, 30)], 6)
    assert grown[:, 0].max() == pytest.approx(72, abs=0.1)
    shrunk = paint_contour(head, SHAPE, [(60, 30), (66, 30)], 6, erase=True)
    row = shrunk[np.abs(shrunk[:, 1] - 30) < 1]
    assert row[:, 0].max() == pytest.approx(54, abs=0.1)
    for line in (grown, shrunk):
        assert_sound(line)
        kept = head[np.hypot(*(head - (63, 30)).T) > 12]
        assert all((line == point).all(axis=1).any() for point in kept)


def test_the_brush_leaves_no_steps_behind():
    edge = paint_contour(circle(20, 100, 40, 30), SHAPE, [(58, 30)], 8)
    new = edge[edge[:, 0] > 61]
    assert np.abs(np.hypot(*(new - (58, 30)).T) - 8).max() < 0.1
    assert np.hypot(*np.diff(new, axis=0).T).min() > 1


def test_nothing_is_painted_beyond_the_image():
    grown = paint_contour(circle(20, 100, 60, 30), SHAPE, [(78, 30), (90, 30)], 6)
    assert grown[:, 0].max() == pytest.approx(max(79.5, 80), abs=0.6)


@given(st.integers(0, 20), st.lists(places, min_size=1, max_size=4), st.floats(1, 15),
       st.booleans())
def test_the_area_changes_by_what_the_brush_covers(seed, stroke, radius, erase):
    contour = star(seed, radius=24.0) + np.array([40, 30])
    head = shapely.Polygon(contour)
    line = shapely.LineString(stroke) if len(stroke) > 1 else shapely.Point(stroke[0])
    covered = line.buffer(radius, 64)
    image = shapely.box(-0.5, -0.5, 79.5, 59.5)
    wanted = head.difference(covered) if erase else head.union(covered & image)
    parts = [shapely.Polygon(p.exterior) for p in shapely.get_parts(wanted) if p.area > 0]
    largest = sorted(parts, key=lambda part: part.area)[-1:]
    rim = paint_contour(contour, SHAPE, stroke, radius, erase=erase)
    if not largest or largest[0].area < MIN_AREA_PX - 1:
        assert rim is None
        return
    assume(rim is not None and (len(parts) == 1 or largest[0].area > 1.1 * sorted(
        part.area for part in parts)[-2]))
    assert_sound(rim)
    apart = shapely.Polygon(rim).symmetric_difference(largest[0]).area
    assert apart < 0.05 * radius * (largest[0].length + 10)


def test_erasing_everything_leaves_none():
    assert paint_contour(circle(10, 50, 40, 30), SHAPE, [(40, 30)], 15, erase=True) is None


def test_a_brush_that_meets_nothing_new_changes_nothing():
    head = circle(20, 100, 40, 30)
    assert (paint_contour(head, SHAPE, [(40, 30)], 5) == head).all()


@pytest.mark.parametrize(("act", "message"), [
    (lambda: paint_contour(circle(9, 9), SHAPE, [(1, 1)], 0), "radius"),
    (lambda: paint_contour(circle(9, 9), SHAPE, np.zeros((0, 2)), 1), "at least 1"),
    (lambda: paint_contour(circle(9, 9), SHAPE, [(1, math.nan)], 1), "finite"),
    (lambda: paint_contour(circle(9, 9)[:2], SHAPE, [(1, 1)], 1), "at least 3"),
])
def test_wrong_input_is_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()
