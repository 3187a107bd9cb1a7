"""Even spacing, smoothing and lines that do not cross themselves."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from polygons import assert_sound, circle, crossings, gaps, star

from hc18viewer.geometry.contour import signed_area
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.resample import perimeter, resample, smooth
from hc18viewer.geometry.simple import is_simple, simple_outline

SQUARE = np.array([[0.0, 0], [10, 0], [10, 10], [0, 10]])
HEAD = Ellipse(400, 270, 190, 140, 0.7)


def test_a_perimeter_counts_the_way_back():
    assert perimeter(SQUARE) == 40
    assert perimeter(HEAD.points(4000)) == pytest.approx(HEAD.perimeter, rel=1e-5)


def test_a_square_is_divided_exactly():
    assert resample(SQUARE, 8).tolist() == [
        [0, 0], [5, 0], [10, 0], [10, 5], [10, 10], [5, 10], [0, 10], [0, 5]]
    assert len(resample(SQUARE, spacing=2.6)) == 15
    assert len(resample(SQUARE, spacing=1000)) == 3


@given(st.integers(0, 50), st.integers(60, 400), st.booleans())
def test_resampling_keeps_the_form_and_spaces_evenly(seed, count, turned):
    contour = star(seed)[::-1 if turned else 1]
    even = resample(contour, count)
    assert len(even) == count
    assert even[0].tolist() == contour[0].tolist()
    assert signed_area(even) == pytest.approx(signed_area(contour), rel=0.01)
    # chords over corners are a little shorter than the arc between their ends
    assert gaps(even).max() / gaps(even).min() < 1.1
    assert_sound(even)


def test_the_points_of_an_ellipse_become_evenly_spaced():
    points = HEAD.points(300)
    assert gaps(points).max() / gaps(points).min() > 1.3
    assert gaps(resample(points, 300)).max() / gaps(resample(points, 300)).min() < 1.001


def test_repeated_points_do_no_harm():
    doubled = np.repeat(SQUARE, 2, axis=0)
    assert resample(doubled, 8).tolist() == resample(SQUARE, 8).tolist()


def wobbly(amplitude=2.0, waves=60):
    t = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    r = 150 + amplitude * np.cos(waves * t)
    return np.column_stack((r * np.cos(t), r * np.sin(t)))


def test_smoothing_takes_the_small_waves_and_keeps_size_and_form():
    contour = wobbly()
    radius = np.hypot(*smooth(contour, 15).T)
    assert np.ptp(np.hypot(*contour.T)) > 3.9
    assert np.ptp(radius) < 0.05
    assert math.pi * radius.mean() ** 2 == pytest.approx(abs(signed_area(contour)), rel=1e-3)


def test_smoothing_hardly_moves_a_heads_ellipse():
    smoothed = smooth(resample(HEAD.points(1500), 500), 15)
    dx, dy = (smoothed - [HEAD.x, HEAD.y]).T
    (ux, uy), (vx, vy) = HEAD.major_direction, HEAD.minor_direction
    level = np.hypot((dx * ux + dy * uy) / HEAD.a, (dx * vx + dy * vy) / HEAD.b)
    assert np.abs(level - 1).max() * HEAD.b < 0.1


@given(st.integers(0, 50), st.floats(0, 300), st.booleans())
def test_smoothing_keeps_area_orientation_and_soundness(seed, sigma, turned):
    contour = star(seed)[::-1 if turned else 1]
    smoothed = smooth(contour, sigma)
    if sigma > 30:
        assert perimeter(smoothed) < perimeter(contour) - 0.01
    assert len(smoothed) == len(contour)
    assert signed_area(smoothed) == pytest.approx(signed_area(contour), rel=0.005)
    assert_sound(smoothed)


def test_no_smoothing_only_spaces_evenly():
    contour = star(4)
    np.testing.assert_allclose(smooth(contour, 0), resample(contour, len(contour)), atol=1e-9)


@pytest.mark.parametrize(("act", "message"), [
    (lambda: resample(SQUARE), "either"),
    (lambda: resample(SQUARE, 8, spacing=1), "either"),
    (lambda: resample(SQUARE, 2), "at least 3"),
    (lambda: resample(SQUARE, spacing=0), "spacing"),
    (lambda: resample(SQUARE * 0, 5), "one spot"),
    (lambda: smooth(SQUARE, -1), "smoothing"),
    (lambda: smooth(SQUARE, math.nan), "smoothing"),
    (lambda: perimeter(SQUARE[0]), r"\(N, 2\)"),
])
def test_wrong_numbers_are_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()


def test_a_crossing_is_resolved_to_the_larger_part():
    bow = np.array([[0.0, 0], [30, 0], [30, 20], [-10, -20]])
    assert crossings(bow) == 1
    assert not is_simple(bow)
    rim = simple_outline(bow)
    assert is_simple(rim)
    assert signed_area(rim) == pytest.approx(200)
    assert {(30, 0), (30, 20)} <= {tuple(p) for p in rim}


def test_a_simple_contour_stays_to_the_last_bit():
    contour = star(9)
    assert simple_outline(contour).tolist() == contour.tolist()


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=3, max_size=15))
def test_any_scribble_becomes_a_simple_line_or_is_refused(points):
    scribble = np.array(points, dtype=float)
    if shapely.area(shapely.make_valid(shapely.polygons(scribble))) == 0:
        with pytest.raises(ValueError, match="no area"):
            simple_outline(scribble)
    else:
        rim = simple_outline(scribble)
        assert_sound(rim)
        assert is_simple(rim)


def test_a_circle_has_no_crossings_by_the_tests_own_count():
    assert crossings(circle(10, 50)) == 0
    assert crossings(circle(10, 50)[[0, 10, 5, 20, 30, 40]]) == 1
