"""The round brush on a mask, and a contour's way through a mask."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polygons import assert_sound, circle, star
from skimage.draw import polygon2mask

from hc18viewer.geometry.brush import paint, paint_contour, whole_head
from hc18viewer.geometry.contour import mask_contour
from hc18viewer.geometry.mask import contour_mask

SHAPE = (60, 80)
EMPTY = np.zeros(SHAPE, bool)
places = st.tuples(st.floats(-20, 100), st.floats(-20, 80))


def near(stroke, radius):
    """The pixels whose centre is within the radius of the line, by many points on it."""
    y, x = np.mgrid[:SHAPE[0], :SHAPE[1]]
    least = np.full(SHAPE, np.inf)
    for (ax, ay), (bx, by) in itertools.pairwise(stroke):
        length = (bx - ax) ** 2 + (by - ay) ** 2
        t = np.clip(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (length or 1), 0, 1)
        least = np.minimum(least, np.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)))
    return least, least <= radius


def test_a_dab_sets_the_pixels_of_a_disc():
    painted = paint(EMPTY, [(10, 20)], 2)
    ys, xs = np.nonzero(painted)
    assert set(zip(xs - 10, ys - 20, strict=True)) == {
        (dx, dy) for dx in range(-2, 3) for dy in range(-2, 3) if dx * dx + dy * dy <= 4}


@given(st.lists(places, min_size=2, max_size=5), st.floats(0.5, 30), st.booleans())
def test_a_stroke_is_exact_to_the_pixel(stroke, radius, erase):
    before = ~EMPTY if erase else EMPTY
    changed = paint(before, stroke, radius, erase=erase) != before
    distance, expected = near(stroke, radius)
    sure = np.abs(distance - radius) > 1e-6
    assert (changed == expected)[sure].all()


def test_erasing_undoes_painting_and_leaves_the_mask_given_alone():
    painted = paint(EMPTY, [(10, 20), (50, 30)], 6)
    assert painted.sum() > 500
    assert not EMPTY.any()
    assert not paint(painted, [(10, 20), (50, 30)], 6, erase=True).any()


def test_the_head_is_the_largest_part_without_holes():
    mask = EMPTY.copy()
    mask[10:50, 10:50] = True
    head = mask.copy()
    mask[20:25, 20:25] = False
    mask[5:9, 60:70] = True
    mask[50, 50] = True      # touches the head with a corner only
    assert (whole_head(mask) == head).all()
    assert not whole_head(EMPTY).any()


@given(st.integers(0, 50), st.floats(-30, 110), st.floats(-30, 90))
def test_the_fast_mask_is_the_known_one(seed, x, y):
    contour = star(seed, radius=25.0) + [x, y] + 1e-4
    assert (contour_mask(contour, SHAPE) == polygon2mask(SHAPE, contour[:, ::-1])).all()


def test_painting_grows_a_contour_and_erasing_shrinks_it():
    head = circle(20, 100, 40.2, 30.3)
    grown = paint_contour(head, SHAPE, [(60, 30), (66, 30)], 6)
    assert grown[:, 0].max() == pytest.approx(72.5)
    shrunk = paint_contour(head, SHAPE, [(60, 30), (66, 30)], 6, erase=True)
    row = shrunk[np.abs(shrunk[:, 1] - 30) < 1e-9]
    assert row[:, 0].max() == pytest.approx(53.5)
    assert_sound(grown)
    assert_sound(shrunk)


@given(st.integers(0, 20), st.lists(places, min_size=1, max_size=4), st.floats(1, 15),
       st.booleans())
def test_the_painted_mask_comes_back_from_the_contour(seed, stroke, radius, erase):
    contour = star(seed, radius=24.0) + np.array([40, 30])
    painted = whole_head(paint(contour_mask(contour, SHAPE), stroke, radius, erase=erase))
    rim = paint_contour(contour, SHAPE, stroke, radius, erase=erase)
    if not painted.any():
        assert rim is None
        return
    assert_sound(rim)
    assert (contour_mask(rim, SHAPE) == painted).all()
    assert rim.tolist() != mask_contour(contour_mask(contour, SHAPE)).tolist() or (
        painted == contour_mask(contour, SHAPE)).all()


def test_erasing_everything_leaves_none():
    assert paint_contour(circle(10, 50, 40, 30), SHAPE, [(40, 30)], 15, erase=True) is None


@pytest.mark.parametrize(("act", "message"), [
    (lambda: paint(EMPTY.astype(np.uint8), [(1, 1)], 3), "bool"),
    (lambda: paint(EMPTY, [(1, 1)], 0), "radius"),
    (lambda: paint(EMPTY, np.zeros((0, 2)), 1), "at least 1"),
    (lambda: paint(EMPTY, [(1, math.nan)], 1), "finite"),
    (lambda: whole_head(EMPTY[0]), "bool"),
])
def test_wrong_input_is_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()
