"""Gestures on an ellipse, its own form, and fits to what was drawn."""

import math

import numpy as np
import pytest
from ellipse_strategy import HEAD, ellipses
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial import cKDTree

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
from hc18viewer.geometry.fit import FitError, fit_drawn_line, fit_ellipse


def assert_same(first, second, tolerance):
    assert (first.x, first.y, first.a, first.b) == pytest.approx(
        (second.x, second.y, second.a, second.b), abs=tolerance
    )
    # angles just below pi and just above 0 are neighbours
    turn = (first.angle_rad - second.angle_rad + math.pi / 2) % math.pi - math.pi / 2
    assert turn == pytest.approx(0, abs=tolerance)


@given(ellipses)
def test_a_fit_of_exact_points_gives_the_angle_too(ellipse):
    assert_same(fit_ellipse(ellipse.points(72)), ellipse, 0.01)


@pytest.mark.parametrize("count", [5, 6, 20])
def test_few_exact_points_are_enough(count):
    assert_same(fit_ellipse(HEAD.points(count)), HEAD, 0.01)


def test_an_arc_of_exact_points_is_enough():
    assert_same(fit_ellipse(HEAD.points(400)[:120]), HEAD, 0.01)


def test_the_order_of_points_does_not_matter():
    points = HEAD.points(90)
    shuffled = np.random.default_rng(3).permutation(points)
    assert_same(fit_ellipse(shuffled), fit_ellipse(points), 1e-3)


def test_a_fit_far_from_the_origin_loses_nothing():
    far = translate(HEAD, 1e6, -1e6)
    assert_same(fit_ellipse(far.points(90)), far, 0.01)


def test_scattered_points_give_an_ellipse_near_by():
    points = HEAD.points(400) + np.random.default_rng(5).normal(0, 2, (400, 2))
    assert_same(fit_ellipse(points), HEAD, 1.0)


@pytest.mark.parametrize("wrong", [math.nan, math.inf, -math.inf])
def test_points_that_are_not_finite_are_refused(wrong):
    points = HEAD.points(20)
    points[3, 1] = wrong
    with pytest.raises(FitError, match="finite"):
        fit_ellipse(points)


def drawn(ellipse, width):
    y, x = np.mgrid[:540, :800]
    distance, _ = cKDTree(ellipse.points(6000)).query(np.column_stack((x.ravel(), y.ravel())),
                                                      distance_upper_bound=width)
    return (distance <= width / 2).reshape(540, 800)


# a thick line has more pixels outside its middle than inside
@pytest.mark.parametrize(("width", "tolerance"), [(2, 0.05), (4, 0.05), (9, 0.2)])
def test_a_line_of_any_width_is_fitted_through_its_middle(width, tolerance):
    assert_same(fit_drawn_line(drawn(HEAD, width)), HEAD, tolerance)


def test_an_open_line_is_fitted_as_the_whole():
    line = drawn(HEAD, 3)
    line[:200, 350:] = False
    assert_same(fit_drawn_line(line), HEAD, 0.3)


@pytest.mark.parametrize("pixels", [[], [(5, 5)], [(y, 2 * y) for y in range(9)]])
def test_a_drawing_that_is_no_ellipse_is_refused(pixels):
    line = np.zeros((20, 20), bool)
    for y, x in pixels:
        line[y, x] = True
    with pytest.raises(FitError):
        fit_drawn_line(line)


@given(ellipses)
def test_points_lie_on_the_ellipse_and_axis_ends_among_them(ellipse):
    points = ellipse.points(64)
    assert points.shape == (64, 2)
    dx, dy = points[:, 0] - ellipse.x, points[:, 1] - ellipse.y
    (ux, uy), (vx, vy) = ellipse.major_direction, ellipse.minor_direction
    radius = np.hypot((dx * ux + dy * uy) / ellipse.a, (dx * vx + dy * vy) / ellipse.b)
    assert np.allclose(radius, 1)
    ends = [axis_end(ellipse, each) for each in
            (Handle.MAJOR_END, Handle.MINOR_END, Handle.MAJOR_START, Handle.MINOR_START)]
    assert np.allclose(points[::16], ends, atol=1e-6)


def test_the_minor_axis_lies_a_quarter_turn_towards_y_from_the_major():
    flat = Ellipse(0, 0, 9, 4, 0)
    assert axis_end(flat, Handle.MAJOR_END) == pytest.approx((9, 0))
    assert axis_end(flat, Handle.MINOR_END) == pytest.approx((0, 4))


@given(st.floats(0.1, 1000), st.floats(0.1, 1000))
def test_a_perimeter_lies_between_those_of_the_circles(a, b):
    low, high = sorted((a, b))
    assert ellipse_perimeter(a, b) == ellipse_perimeter(b, a)
    assert 2 * math.pi * low * (1 - 1e-9) <= ellipse_perimeter(a, b)
    assert ellipse_perimeter(a, b) <= 2 * math.pi * high * (1 + 1e-9)


@given(ellipses, st.floats(0.1, 10))
def test_scaling_keeps_centre_and_angle(ellipse, factor):
    scaled = ellipse.scaled(factor)
    assert scaled.perimeter == pytest.approx(ellipse.perimeter * factor)
    assert scaled.area == pytest.approx(ellipse.area * factor**2)
    assert (scaled.x, scaled.y, scaled.angle_rad) == (ellipse.x, ellipse.y, ellipse.angle_rad)


@pytest.mark.parametrize("angle_rad", [0, math.pi, -math.pi, 7 * math.pi, -1e-18, 1e6])
def test_every_angle_is_brought_into_half_a_turn(angle_rad):
    ellipse = Ellipse.from_axes(x=0, y=0, first=5, second=3, angle_rad=angle_rad)
    assert 0 <= ellipse.angle_rad < math.pi
    assert math.sin(2 * (ellipse.angle_rad - angle_rad)) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("axes", [(0, 5), (5, -1), (math.nan, 5), (math.inf, 5)])
def test_axes_of_no_ellipse_are_refused(axes):
    with pytest.raises(ValueError, match="ellipse"):
        Ellipse.from_axes(x=0, y=0, first=axes[0], second=axes[1], angle_rad=0)


OPPOSITE = {
    Handle.MAJOR_START: Handle.MAJOR_END, Handle.MAJOR_END: Handle.MAJOR_START,
    Handle.MINOR_START: Handle.MINOR_END, Handle.MINOR_END: Handle.MINOR_START,
}


@given(ellipses, st.sampled_from(AXIS_ENDS), st.booleans(), st.booleans())
def test_an_axis_end_put_where_it_is_changes_nothing(ellipse, handle, keep_centre, keep_ratio):
    to = axis_end(ellipse, handle)
    moved = move_axis_end(ellipse, handle, to=to, keep_centre=keep_centre, keep_ratio=keep_ratio)
    assert_same(moved, ellipse, 1e-6)


@given(ellipses, st.sampled_from(AXIS_ENDS), st.floats(-2000, 2000), st.floats(-2000, 2000),
       st.booleans())
def test_with_the_ratio_kept_the_ellipse_is_scaled_about_what_is_fixed(
    ellipse, handle, x, y, keep_centre
):
    moved = move_axis_end(ellipse, handle, to=(x, y), keep_centre=keep_centre, keep_ratio=True)
    assert moved.b >= MIN_SEMI_AXIS - 1e-9
    assert moved.a / moved.b == pytest.approx(ellipse.a / ellipse.b)
    assert math.sin(moved.angle_rad - ellipse.angle_rad) == pytest.approx(0, abs=1e-9)
    fixed = (ellipse.x, ellipse.y) if keep_centre else axis_end(ellipse, OPPOSITE[handle])
    scale = moved.a / ellipse.a
    wanted = np.array(fixed) + scale * (ellipse.points(32) - fixed)
    assert np.allclose(moved.points(32), wanted, atol=1e-6)


@given(ellipses, st.sampled_from(AXIS_ENDS), st.floats(-0.5, 2), st.booleans(), st.booleans())
def test_the_end_that_is_drawn_follows_the_pointer_along_its_axis(
    ellipse, handle, out, keep_centre, keep_ratio
):
    end = np.array(axis_end(ellipse, handle))
    to = end + out * (end - (ellipse.x, ellipse.y))
    moved = move_axis_end(
        ellipse, handle, to=tuple(to), keep_centre=keep_centre, keep_ratio=keep_ratio
    )
    assert min(math.dist(to, axis_end(moved, each)) for each in AXIS_ENDS) < 1e-6


def test_no_ellipse_however_flat_loses_its_ratio_or_becomes_too_small():
    flat = Ellipse(0, 0, 100, 10, 0)
    for handle in AXIS_ENDS:
        moved = move_axis_end(flat, handle, to=(0, 0), keep_centre=True, keep_ratio=True)
        assert (moved.a, moved.b) == pytest.approx((10 * MIN_SEMI_AXIS, MIN_SEMI_AXIS))


@given(ellipses, st.sampled_from(AXIS_ENDS), st.floats(-2000, 2000), st.floats(-2000, 2000),
       st.booleans())
def test_no_drag_makes_an_axis_too_short_or_changes_the_other(
    ellipse, handle, x, y, keep_centre
):
    moved = move_axis_end(ellipse, handle, to=(x, y), keep_centre=keep_centre)
    other = ellipse.b if handle in (Handle.MAJOR_START, Handle.MAJOR_END) else ellipse.a
    assert moved.b >= MIN_SEMI_AXIS
    assert min(abs(moved.a - other), abs(moved.b - other)) < 1e-9


def test_a_short_axis_drawn_out_becomes_the_longer():
    flat = Ellipse(0, 0, 50, 40, 0)
    moved = move_axis_end(flat, Handle.MINOR_END, to=(0, 80))
    assert_same(moved, Ellipse(0, 20, 60, 50, math.pi / 2), 1e-9)


@pytest.mark.parametrize("handle", [Handle.CENTRE, Handle.ROTATION])
def test_other_handles_are_no_axis_ends(handle):
    with pytest.raises(ValueError, match="no axis end"):
        move_axis_end(HEAD, handle, to=(0, 0))


@given(ellipses, st.floats(-500, 500), st.floats(-500, 500))
def test_moving_there_and_back_gives_the_ellipse_back(ellipse, dx, dy):
    moved = translate(ellipse, dx, dy)
    assert np.allclose(moved.points(16), ellipse.points(16) + np.array([dx, dy]))
    assert_same(translate(moved, -dx, -dy), ellipse, 1e-9)


@given(ellipses, st.floats(-20, 20))
def test_turning_there_and_back_gives_the_ellipse_back(ellipse, by_rad):
    assert_same(rotate(rotate(ellipse, by_rad), -by_rad), ellipse, 1e-9)


@given(ellipses)
def test_half_a_turn_changes_nothing(ellipse):
    assert_same(rotate(ellipse, math.pi), ellipse, 1e-9)


def test_turning_goes_from_x_towards_y():
    assert rotate(Ellipse(0, 0, 9, 4, 0), 0.3).angle_rad == pytest.approx(0.3)
    assert rotate(Ellipse(0, 0, 9, 4, 0), -0.3).angle_rad == pytest.approx(math.pi - 0.3)


@given(ellipses, st.floats(0, 6.2), st.floats(0, 6.2), st.floats(1, 300), st.floats(1, 300))
def test_a_pointer_turns_by_its_angle_whatever_its_distance(
    ellipse, before, after, near, far
):
    start = (ellipse.x + near * math.cos(before), ellipse.y + near * math.sin(before))
    to = (ellipse.x + far * math.cos(after), ellipse.y + far * math.sin(after))
    turned = rotate_towards(ellipse, start=start, to=to)
    assert_same(turned, rotate(ellipse, after - before), 1e-6)


@given(ellipses, st.floats(-500, 500))
def test_resizing_adds_to_both_axes_down_to_the_least(ellipse, by_px):
    resized = resize(ellipse, by_px)
    assert resized.a == pytest.approx(max(ellipse.a + by_px, MIN_SEMI_AXIS))
    assert resized.b == pytest.approx(max(ellipse.b + by_px, MIN_SEMI_AXIS))
    assert (resized.x, resized.y) == (ellipse.x, ellipse.y)
