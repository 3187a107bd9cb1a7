"""Contours of maps and masks, and the measures between them."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from hc18viewer.geometry.contour import (
    level_contour,
    mask_contour,
    signed_area,
)
from hc18viewer.geometry.distance import hausdorff
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.mask import contour_mask, dice, ellipse_coverage, ellipse_mask, iou

SHAPE = (120, 160)
SQUARE = np.array([[10.0, 20], [30, 20], [30, 50], [10, 50]])
masks = arrays(bool, (9, 11))
# between whole pixels, at any angle, all in the image
inner = st.builds(
    lambda x, y, b, ratio, angle: Ellipse(x, y, min(b * ratio, 50), b, angle),
    st.floats(70, 90), st.floats(55, 65), st.floats(15, 40), st.floats(1, 1.4),
    st.floats(0, math.pi, exclude_max=True),
)


# the size of the heads of the data set, where the chords between pixels count for little
heads = st.builds(
    lambda x, y, b, ratio, angle: Ellipse(x, y, b * ratio, b, angle),
    st.floats(380, 420), st.floats(260, 280), st.floats(90, 190), st.floats(1, 1.4),
    st.floats(0, math.pi, exclude_max=True),
)
HEAD = Ellipse(80.2, 60.7, 49.5, 38.25, 0.9)


def test_the_sign_of_an_area_tells_the_way_round():
    assert signed_area(SQUARE) == 600
    assert signed_area(SQUARE[::-1]) == -600
    assert signed_area(HEAD.points(2000)) == pytest.approx(HEAD.area, rel=1e-5)


@given(st.floats(-50, 50), st.floats(-50, 50), st.integers(0, 3))
def test_an_area_depends_on_neither_place_nor_first_point(dx, dy, first):
    moved = np.roll(SQUARE, first, axis=0) + np.array([dx, dy])
    assert signed_area(moved) == pytest.approx(600)


@given(heads)
@settings(max_examples=40, deadline=None)
def test_a_coverages_contour_has_the_ellipses_area(ellipse):
    contour = level_contour(ellipse_coverage(ellipse, (540, 800)))
    assert abs(signed_area(contour)) == pytest.approx(ellipse.area, rel=1e-3)


@given(inner)
def test_a_masks_contour_keeps_within_a_pixel_of_the_ellipse(ellipse):
    mask = ellipse_mask(ellipse, SHAPE)
    assert mask.sum() == pytest.approx(ellipse.area, rel=0.03)
    assert hausdorff(mask_contour(mask), ellipse.points(1500)) < 1.0


def test_a_pixels_contour_runs_half_way_to_its_neighbours():
    mask = np.zeros((5, 5), bool)
    mask[3, 1] = True
    contour = mask_contour(mask)
    assert {tuple(point) for point in contour} == {(0.5, 3), (1.5, 3), (1, 2.5), (1, 3.5)}


def test_a_full_image_is_closed_along_all_four_sides():
    contour = mask_contour(np.ones((20, 30), bool))
    assert contour.min(axis=0).tolist() == [-0.5, -0.5]
    assert contour.max(axis=0).tolist() == [29.5, 19.5]
    # half a pixel all round, less its four cut corners
    assert abs(signed_area(contour)) == pytest.approx(20 * 30 - 4 * 0.125)


@pytest.mark.parametrize("side", range(4))
def test_a_head_cut_by_any_side_is_one_closed_contour(side):
    values = np.rot90(ellipse_coverage(Ellipse(5, 60, 50, 40, 0), (120, 120)), side)
    contour = level_contour(values)
    steps = np.hypot(*(contour - np.roll(contour, 1, axis=0)).T)
    assert steps.max() <= math.sqrt(2)
    assert abs(signed_area(contour)) == pytest.approx(values.sum(), rel=0.01)


def test_the_level_is_met_between_pixels():
    ramp = np.zeros((40, 40))
    ramp[10:30, 10:30] = 1
    at_half, at_fifth = (level_contour(ramp, level) for level in (0.5, 0.2))
    assert at_half[:, 0].min() == pytest.approx(9.5)
    assert at_fifth[:, 0].min() == pytest.approx(9.2)


def test_logits_are_closed_by_a_value_below_their_level():
    probability = ellipse_coverage(Ellipse(5, 60, 50, 40, 0), SHAPE) * 0.9 + 0.05
    logits = np.log(probability / (1 - probability))
    found = level_contour(logits, 0.0, outside=float(logits.min()))
    wanted = level_contour(probability, 0.5, outside=0.05)
    assert hausdorff(found, wanted) < 0.2


def test_a_contour_is_not_closed_by_a_repeated_point():
    contour = mask_contour(ellipse_mask(HEAD, SHAPE))
    assert contour.dtype == np.float64
    assert not np.array_equal(contour[0], contour[-1])
    assert len(np.unique(contour, axis=0)) == len(contour)


def test_an_empty_mask_has_no_contour():
    assert mask_contour(np.zeros((9, 9), bool)) is None


def test_a_hole_is_not_taken_for_the_head():
    values = ellipse_coverage(HEAD, SHAPE)
    values[55:65, 75:85] = 0
    assert abs(signed_area(level_contour(values))) == pytest.approx(HEAD.area, rel=1e-3)


def test_a_contours_mask_has_the_pixels_inside_it():
    mask = contour_mask(SQUARE + 0.5, (60, 40))
    assert np.array_equal(np.argwhere(mask).min(axis=0), [21, 11])
    assert np.array_equal(np.argwhere(mask).max(axis=0), [50, 30])
    assert mask.sum() == 600
    assert mask.dtype == bool


def test_a_contour_partly_outside_gives_the_part_inside():
    mask = contour_mask(SQUARE - (20.5, 0.5), (60, 40))
    assert mask.sum() == 10 * 30
    assert not contour_mask(SQUARE + 500, (60, 40)).any()


def test_coverage_is_whole_inside_and_none_outside():
    coverage = ellipse_coverage(HEAD, SHAPE)
    assert coverage.dtype == np.float32
    assert coverage[60, 80] == 1
    assert coverage[0, 0] == 0
    assert coverage.sum() == pytest.approx(HEAD.area, rel=1e-3)


def test_a_centre_on_a_pixel_is_covered():
    # the gradient of the elliptic radius vanishes there
    coverage = ellipse_coverage(Ellipse(20, 20, 5, 4, 0), (40, 40))
    assert coverage[20, 20] == 1
    assert np.isfinite(coverage).all()


@given(masks, masks)
def test_dice_and_iou_are_two_forms_of_one_figure(first, second):
    overlap = iou(first, second)
    assert dice(first, second) == pytest.approx(2 * overlap / (1 + overlap))
    assert 0 <= overlap <= dice(first, second) <= 1
    assert dice(first, second) == dice(second, first)
    assert iou(first, second) == iou(second, first)


@given(masks)
def test_a_mask_agrees_with_itself_and_not_with_the_rest(mask):
    assert dice(mask, mask) == iou(mask, mask) == 1
    assert dice(mask, ~mask) == iou(mask, ~mask) == 0


@given(st.floats(-40, 40), st.floats(-40, 40))
def test_shifted_circles_are_apart_by_the_length_of_the_shift(dx, dy):
    circle = Ellipse(0, 0, 50, 50, 0).points(2000)
    assert hausdorff(circle, circle + np.array([dx, dy])) == pytest.approx(
        math.hypot(dx, dy), abs=0.1
    )


def test_circles_one_in_the_other_are_apart_by_their_radii():
    small, large = Ellipse(0, 0, 50, 50, 0).points(500), Ellipse(0, 0, 57, 57, 0).points(500)
    assert hausdorff(small, large) == pytest.approx(7)


def test_a_distance_is_the_larger_of_both_ways():
    near = np.array([[0.0, 0], [1, 0]])
    far = np.array([[0.0, 0], [1, 0], [1, 9]])
    assert hausdorff(near, far) == hausdorff(far, near) == 9
    assert hausdorff(far, far) == 0
