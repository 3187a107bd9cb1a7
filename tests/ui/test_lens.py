"""Where the loupe stands and what line it shows: pure rules."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.ui.canvas.lens import Room, lens_place, line_at, pieces_near

RADIUS, CLEARANCE = 78, 34
ROOM = Room((1000, 800), RADIUS, CLEARANCE)
HEAD = Ellipse(400, 300, 250, 180, 0.3)

angles = st.floats(-math.pi, math.pi)
areas = st.tuples(st.floats(360, 2000), st.floats(260, 1500))


def off(place, points):
    return np.hypot(points[:, 0] - place[0], points[:, 1] - place[1]).min()


@given(areas, st.floats(0, 1), st.floats(0, 1), angles, st.booleans(), st.booleans())
def test_it_never_covers_the_spot_and_never_leaves_the_canvas(
    area, across, down, outwards, before, with_line
):
    spot = across * area[0], down * area[1]
    radius = min(RADIUS, min(area) // 5)
    place = lens_place(spot, Room(area, radius, CLEARANCE), outwards_rad=outwards,
                       before=(100, 100) if before else None,
                       line=HEAD.points(200) if with_line else None)
    assert place is not None  # the smallest canvas has room for it, wherever the spot is
    assert math.dist(place, spot) - radius >= 0.7 * CLEARANCE - 1e-6
    assert radius <= place[0] <= area[0] - radius
    assert radius <= place[1] <= area[1] - radius


def test_with_room_it_stands_outwards():
    place = lens_place((500, 400), ROOM, outwards_rad=1.1)
    assert place == pytest.approx((500 + 112 * math.cos(1.1), 400 + 112 * math.sin(1.1)))


def test_at_the_canvas_edge_it_rather_stands_inside_than_on_the_line():
    line = Ellipse(500, 400, 480, 380, 0.0).points(360)
    assert off(lens_place((980, 400), ROOM, outwards_rad=0.0, line=line), line) > RADIUS - 5
    bare = lens_place((980, 400), ROOM, outwards_rad=0.0)
    assert off(bare, line) < RADIUS - 5


def test_nothing_of_a_line_that_moves_as_a_whole_is_covered():
    narrow = Ellipse(500, 400, 120, 90, 0.0).points(360)
    wide = Ellipse(500, 400, 400, 300, 0.0).points(360)
    spot = (500, 400)
    assert lens_place(spot, ROOM, outwards_rad=0.0, line=wide, all_clear=True) == (612, 400)
    place = lens_place(spot, ROOM, outwards_rad=0.0, line=narrow, all_clear=True)
    assert place is None or off(place, narrow) > RADIUS
    assert lens_place(spot, ROOM, outwards_rad=0.0, line=narrow) is not None


def test_it_stays_where_it_was_while_that_is_nearly_as_good():
    # outwards is off the canvas; below and above are as good
    below = lens_place((980, 400), ROOM, outwards_rad=0.0, before=(980, 500))
    above = lens_place((980, 400), ROOM, outwards_rad=0.0, before=(980, 300))
    assert below[1] > 400 > above[1]


def test_it_stands_still_while_the_spot_is_not_far():
    place = lens_place((500, 400), ROOM, outwards_rad=0.0)
    assert lens_place((480, 430), ROOM, outwards_rad=1.0, before=place) == place
    assert lens_place((520, 400), ROOM, outwards_rad=0.0, before=place) != place  # too near
    assert lens_place((380, 400), ROOM, outwards_rad=0.0, before=place) != place  # too far
    line = Ellipse(*place, 300, 30, 0.0).points(360)
    assert lens_place((480, 430), ROOM, outwards_rad=1.0, before=place, line=line) == place
    assert lens_place((480, 430), ROOM, outwards_rad=1.0, before=place, line=line,
                      all_clear=True) != place


def test_where_there_is_no_room_there_is_no_loupe():
    assert lens_place((90, 90), Room((180, 180), RADIUS, CLEARANCE), outwards_rad=0) is None


@given(st.floats(0, 800), st.floats(0, 600), st.floats(2, 300))
def test_all_of_the_line_that_is_in_the_loupe_is_shown(x, y, reach):
    points = HEAD.points(120)
    shown = pieces_near(points, (x, y), reach)
    edges = {
        (tuple(first), tuple(second))
        for piece in shown for first, second in pairwise(piece)
    }
    fine = np.linspace(0, 1, 21)[:, None]
    for first, second in zip(points, np.roll(points, -1, axis=0), strict=True):
        between = first + fine * (second - first)
        if (np.abs(between - (x, y)) <= reach).all(axis=1).any():
            assert (tuple(first), tuple(second)) in edges


@given(st.floats(0, 800), st.floats(0, 600), st.floats(2, 30))
def test_what_is_far_from_the_loupe_is_left_out(x, y, reach):
    points = HEAD.points(360)
    shown = pieces_near(points, (x, y), reach)
    longest = np.abs(np.diff(points, axis=0)).max()
    for piece in shown:
        assert (np.abs(piece - (x, y)) <= reach + 3 * longest).all()


@given(st.floats(0, 800), st.floats(0, 600))
def test_the_line_is_looked_for_near_by_only(x, y):
    points = HEAD.points(360)
    distance = float(np.hypot(points[:, 0] - x, points[:, 1] - y).min())
    assume(abs(distance - 50) > 1e-6)
    found = line_at(points, (x, y), 50)
    if distance < 50:
        assert math.dist(found, (x, y)) == pytest.approx(distance)
    else:
        assert found == (x, y)
