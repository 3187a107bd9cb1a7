import math

import pytest
from ellipse_strategy import ellipses
from hypothesis import given
from hypothesis import strategies as st

from hc18viewer.geometry.calipers import ellipse_from_calipers
from hc18viewer.geometry.edit import Handle, axis_end


def test_upright_calipers_give_the_axes():
    ellipse = ellipse_from_calipers((100, 50), (300, 50), (190, -30), (190, 120))
    assert (ellipse.x, ellipse.y, ellipse.a, ellipse.b, ellipse.angle_rad) == (200, 50, 100, 75, 0)


def test_a_bpd_askew_counts_with_its_part_across():
    ellipse = ellipse_from_calipers((0, 0), (200, 0), (80, -60), (140, 60))
    assert ellipse.b == pytest.approx(60)


def test_the_bpd_may_be_the_longer():
    ellipse = ellipse_from_calipers((0, 0), (100, 0), (50, -80), (50, 80))
    assert (ellipse.a, ellipse.b) == pytest.approx((80, 50))
    assert ellipse.angle_rad == pytest.approx(math.pi / 2)


@given(ellipses, st.booleans(), st.booleans(), st.floats(-30, 30))
def test_marks_on_the_ends_of_the_axes_give_the_ellipse(ellipse, turn_ofd, turn_bpd, along):
    ofd = [axis_end(ellipse, Handle.MAJOR_START), axis_end(ellipse, Handle.MAJOR_END)]
    ux, uy = ellipse.major_direction
    # drawn anywhere along the OFD
    bpd = [(x + along * ux, y + along * uy) for x, y in
           (axis_end(ellipse, Handle.MINOR_START), axis_end(ellipse, Handle.MINOR_END))]
    found = ellipse_from_calipers(*ofd[::-1 if turn_ofd else 1], *bpd[::-1 if turn_bpd else 1])
    assert (found.x, found.y, found.a, found.b) == pytest.approx(
        (ellipse.x, ellipse.y, ellipse.a, ellipse.b), abs=1e-6)
    if ellipse.a - ellipse.b > 0.01:
        turn = (found.angle_rad - ellipse.angle_rad + math.pi / 2) % math.pi - math.pi / 2
        assert turn == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(("marks", "message"), [
    (((5, 5), (5, 5), (0, 0), (0, 9)), "one spot"),
    (((0, 0), (9, 0), (4, 4), (4, 4)), "no length across"),
    (((0, 0), (9, 9), (4, 0), (8, 4)), "no length across"),   # along the OFD
    (((0, 0), (9, math.nan), (4, 0), (8, 4)), "position"),
])
def test_calipers_that_span_nothing_are_refused(marks, message):
    with pytest.raises(ValueError, match=message):
        ellipse_from_calipers(*marks)
