import numpy as np
import pytest
from ellipse_strategy import HEAD, ellipses
from hypothesis import given

from hc18viewer.geometry.contour import signed_area
from hc18viewer.geometry.difference import contour_difference

SQUARE = np.array([(0, 0), (10, 0), (10, 10), (0, 10)], float)


def test_two_squares_by_hand():
    found = contour_difference(SQUARE + np.array([4, 0]), SQUARE)
    assert (found.too_much_px, found.too_little_px) == (40, 40)
    (much,), (little,) = found.too_much, found.too_little
    assert much[:, 0].min() == 10
    assert much[:, 0].max() == 14
    assert little[:, 0].min() == 0
    assert little[:, 0].max() == 4


def test_a_ring_around_the_reference_has_a_hole():
    found = contour_difference(SQUARE * 3 - 10, SQUARE)
    assert (found.too_much_px, found.too_little_px) == (800, 0)
    assert len(found.too_much) == 2
    assert found.too_little == ()


def test_the_same_contour_differs_in_nothing():
    found = contour_difference(HEAD.points(200), HEAD.points(200)[::-1])
    assert found.too_much_px == pytest.approx(0, abs=1e-6)
    assert found.too_little_px == pytest.approx(0, abs=1e-6)


def test_what_touches_in_a_point_or_along_a_line_leaves_no_lines():
    found = contour_difference(SQUARE, SQUARE + np.array([10, 0]))
    assert [len(ring) for ring in (*found.too_much, *found.too_little)] == [4, 4]


def test_a_contour_that_encloses_nothing_is_refused():
    with pytest.raises(ValueError, match="no area"):
        contour_difference(np.array([(0, 0), (5, 5), (9, 9)], float), SQUARE)


@given(ellipses, ellipses)
def test_both_areas_make_up_for_the_difference_in_area(first, second):
    a, b = first.points(90), second.points(90)
    found = contour_difference(a, b)
    assert found.too_much_px - found.too_little_px == pytest.approx(
        signed_area(a) - signed_area(b), abs=1e-3)
    back = contour_difference(b, a)
    assert back.too_much_px == pytest.approx(found.too_little_px)
