import math

import numpy as np
import pytest
from ellipse_strategy import HEAD, ellipses
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.spatial import cKDTree

from hc18viewer.geometry.contour import (
    level_contour,
    mask_contour,
    signed_area,
)
from hc18viewer.geometry.distance import hausdorff
from hc18viewer.geometry.edit import (
    AXIS_ENDS,
    MIN_SEMI_AXIS,
    Handle,
    axis_end,
    move_axis_end,
    resize,
    rotate,
    rotate_towards,
    translate,
)
from hc18viewer.geometry.ellipse import Ellipse, ellipse_perimeter
from hc18viewer.geometry.fit import FitError, fit_ellipse
from hc18viewer.geometry.mask import contour_mask, dice, ellipse_coverage, ellipse_mask, iou


def same(first, second, tolerance=1e-9):
    points, others = first.points(64), second.points(64)
    # an ellipse turned by half a turn is the same, its points then begin at the other end
    return any(np.allclose(points, np.roll(others, shift, axis=0), atol=tolerance)
               for shift in (0, 32))


@given(ellipses)
def test_the_perimeter_is_the_integral_along_the_line(ellipse):
    def speed(t):
        return math.hypot(ellipse.a * math.sin(t), ellipse.b * math.cos(t))

    exact = 4 * quad(speed, 0, math.pi / 2)[0]
    assert ellipse.perimeter == pytest.approx(exact, rel=2e-6)


def test_a_circle_has_the_perimeter_of_a_circle():
    assert ellipse_perimeter(3, 3) == pytest.approx(6 * math.pi)


@given(ellipses)
def test_a_fit_of_its_own_points_gives_the_ellipse_back(ellipse):
    fitted = fit_ellipse(ellipse.points(100))
    assert fitted.a == pytest.approx(ellipse.a, abs=0.01)
    assert fitted.b == pytest.approx(ellipse.b, abs=0.01)
    assert (fitted.x, fitted.y) == pytest.approx((ellipse.x, ellipse.y), abs=0.01)


@pytest.mark.parametrize("points", [
    np.zeros((4, 2)), np.zeros((9, 2)), np.column_stack((np.arange(9.0), np.arange(9.0))),
])
def test_points_on_no_ellipse_are_refused(points):
    with pytest.raises(FitError):
        fit_ellipse(points)


@pytest.mark.parametrize("wrong", [
    (0, 0, 1, 2, 0), (0, 0, 2, 0, 0), (0, 0, 2, 1, math.pi), (0, 0, 2, 1, -0.1),
    (math.nan, 0, 2, 1, 0), (0, 0, math.inf, 1, 0),
])
def test_what_is_no_ellipse_cannot_be_made(wrong):
    with pytest.raises(ValueError, match="ellipse"):
        Ellipse(*wrong)


@given(ellipses, st.floats(-20, 20))
def test_axes_in_either_order_and_any_angle_give_one_form(ellipse, turn):
    turned = rotate(ellipse, turn)
    swapped = Ellipse.from_axes(
        x=turned.x, y=turned.y, first=turned.b, second=turned.a,
        angle_rad=turned.angle_rad - math.pi / 2,
    )
    assert 0 <= swapped.angle_rad < math.pi
    assert same(swapped, turned, 1e-6)
    assert same(rotate(turned, -turn), ellipse, 1e-6)


def opposite(handle):
    return {Handle.MAJOR_START: Handle.MAJOR_END, Handle.MAJOR_END: Handle.MAJOR_START,
            Handle.MINOR_START: Handle.MINOR_END, Handle.MINOR_END: Handle.MINOR_START}[handle]


@given(ellipses, st.sampled_from(AXIS_ENDS), st.floats(-30, 60), st.floats(-30, 30))
def test_a_drawn_axis_end_follows_and_its_opposite_stays(ellipse, handle, out, aside):
    end, far = axis_end(ellipse, handle), axis_end(ellipse, opposite(handle))
    length = math.dist(end, far)
    ux, uy = (end[0] - far[0]) / length, (end[1] - far[1]) / length
    moved = move_axis_end(
        ellipse, handle, to=(end[0] + out * ux - aside * uy, end[1] + out * uy + aside * ux)
    )
    ends = [axis_end(moved, each) for each in AXIS_ENDS]
    assert min(math.dist(far, each) for each in ends) < 1e-6
    if length + out > 2 * MIN_SEMI_AXIS:
        target = (end[0] + out * ux, end[1] + out * uy)
        assert min(math.dist(target, each) for each in ends) < 1e-6


@given(ellipses, st.sampled_from(AXIS_ENDS), st.floats(5, 50))
def test_with_the_centre_kept_both_ends_move(ellipse, handle, out):
    end = axis_end(ellipse, handle)
    length = math.dist(end, (ellipse.x, ellipse.y))
    to = (ellipse.x + (end[0] - ellipse.x) * (1 + out / length),
          ellipse.y + (end[1] - ellipse.y) * (1 + out / length))
    moved = move_axis_end(ellipse, handle, to=to, keep_centre=True)
    assert (moved.x, moved.y) == (ellipse.x, ellipse.y)
    assert {round(moved.a, 6), round(moved.b, 6)} >= {round(length + out, 6)}


def test_an_axis_end_cannot_pass_the_other():
    start = axis_end(HEAD, Handle.MINOR_START)
    moved = move_axis_end(HEAD, Handle.MINOR_END, to=(start[0], start[1] - 500))
    assert moved.b == MIN_SEMI_AXIS
    assert resize(HEAD, -1000).a == MIN_SEMI_AXIS
    with pytest.raises(ValueError, match="no axis end"):
        move_axis_end(HEAD, Handle.CENTRE, to=(0, 0))


def test_turning_follows_the_pointer():
    turned = rotate_towards(HEAD, start=(HEAD.x + 10, HEAD.y), to=(HEAD.x, HEAD.y + 10))
    assert turned.angle_rad == pytest.approx(HEAD.angle_rad + math.pi / 2)
    assert translate(HEAD, 3, -4).x == HEAD.x + 3


@given(ellipses)
def test_the_half_level_of_the_coverage_lies_on_the_ellipse(ellipse):
    centred = Ellipse(410, 405, ellipse.a, ellipse.b, ellipse.angle_rad)
    coverage = ellipse_coverage(centred, (815, 825))
    edge = (coverage > 0.02) & (coverage < 0.98)
    if not 20 < ellipse.b < ellipse.a < 390:
        return
    y, x = np.nonzero(edge)
    distance, _ = cKDTree(centred.points(6000)).query(np.column_stack((x, y)))
    # the first-order distance, from the coverage, against the true one
    first_order = np.abs(0.5 - coverage[y, x])
    assert np.abs(first_order - distance).max() < 0.25


def test_contour_mask_and_area_agree_below_a_pixel():
    contour = level_contour(ellipse_coverage(HEAD, (540, 800)))
    assert signed_area(contour) == pytest.approx(-HEAD.area, rel=1e-3) or signed_area(
        contour) == pytest.approx(HEAD.area, rel=1e-3)
    distance, _ = cKDTree(HEAD.points(6000)).query(contour)
    assert distance.max() < 0.15
    again = contour_mask(contour, (540, 800))
    assert dice(again, ellipse_mask(HEAD, (540, 800))) > 0.9995
    assert hausdorff(mask_contour(again), contour) < 1.0


def test_a_contour_cut_by_the_image_is_closed_along_its_edge():
    cut = Ellipse(10, 50, 40, 30, 0)
    contour = level_contour(ellipse_coverage(cut, (100, 100)))
    area = ellipse_mask(cut, (100, 100)).sum()
    assert abs(signed_area(contour)) == pytest.approx(area, rel=0.03)
    assert contour[:, 0].min() >= -1
    assert level_contour(np.zeros((20, 20))) is None


def test_the_largest_part_is_taken():
    values = np.zeros((60, 60))
    values[5:9, 5:9] = 1
    values[20:50, 20:50] = 1
    assert abs(signed_area(level_contour(values))) == pytest.approx(900, rel=0.07)


def test_shifted_circles_are_apart_by_the_shift():
    first, second = Ellipse(0, 0, 50, 50, 0), Ellipse(7, 0, 50, 50, 0)
    assert hausdorff(first.points(3000), second.points(3000)) == pytest.approx(7, abs=0.01)


def test_dice_and_iou_of_known_masks():
    first, second = np.zeros((4, 4), bool), np.zeros((4, 4), bool)
    assert dice(first, second) == iou(first, second) == 1
    first[:2], second[1:3] = True, True
    assert dice(first, second) == pytest.approx(0.5)
    assert iou(first, second) == pytest.approx(1 / 3)
