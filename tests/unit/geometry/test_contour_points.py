"""Single points of a contour: found, moved, put in, taken out."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polygons import circle, star

from hc18viewer.geometry.points import (
    EdgePlace,
    delete_points,
    insert_point,
    move_points,
    nearest_edge,
    nearest_point,
    nudge,
    points_in_box,
)
from hc18viewer.geometry.resample import perimeter

SQUARE = np.array([[0.0, 0], [10, 0], [10, 10], [0, 10]])
places = st.tuples(st.floats(-90, 90), st.floats(-90, 90))


def test_the_nearest_point_comes_with_its_distance():
    assert nearest_point(SQUARE, (13, 14)) == (2, 5.0)


@pytest.mark.parametrize(("position", "expected"), [
    ((4, -3), EdgePlace(0, 0.4, 4, 0, 3)),
    ((12, 5), EdgePlace(1, 0.5, 10, 5, 2)),
    ((1, 7), EdgePlace(3, 0.3, 0, 7, 1)),   # the edge back to the first point
    ((13, -4), EdgePlace(0, 1.0, 10, 0, 5)),
])
def test_the_nearest_edge_is_told_with_its_foot(position, expected):
    assert nearest_edge(SQUARE, position) == expected


@given(st.integers(0, 20), places)
def test_no_point_of_the_line_is_nearer_than_the_nearest_edge(seed, position):
    contour = star(seed, count=40)
    found = nearest_edge(contour, position)
    t = np.linspace(0, 1, 50)[:, None, None]
    line = ((1 - t) * contour + t * np.roll(contour, -1, axis=0)).reshape(-1, 2)
    least = np.hypot(*(line - position).T).min()
    assert found.distance <= least + 1e-9
    assert math.hypot(found.x - position[0], found.y - position[1]) == pytest.approx(found.distance)
    assert found.distance == pytest.approx(least, abs=0.3)


def test_a_box_takes_the_points_in_it_whichever_corners_are_given():
    assert points_in_box(SQUARE, (11, 5), (-1, -1)).tolist() == [0, 1]
    assert points_in_box(SQUARE, (10, 10), (10, 0)).tolist() == [1, 2]
    assert points_in_box(SQUARE, (4, 4), (5, 5)).tolist() == []


def test_moving_moves_the_chosen_points_alone():
    moved = move_points(SQUARE, [1, 3, 3], 2, -1)
    assert moved.tolist() == [[0, 0], [12, -1], [10, 10], [2, 9]]


def test_a_soft_move_falls_off_along_the_contour_over_its_first_point():
    contour = circle(100, 400)
    step = perimeter(contour) / 400
    moved = move_points(contour, [0], 0, 8, falloff_px=10 * step)
    shift = (moved - contour)[:, 1]
    assert shift[0] == 8
    assert shift[5] == pytest.approx(4)
    assert shift[395] == pytest.approx(4)
    assert np.abs(shift[10:391]).max() < 1e-9
    assert (np.diff(shift[:11]) < 0).all()


def test_points_between_two_chosen_ones_follow_the_nearer():
    contour = circle(100, 400)
    step = perimeter(contour) / 400
    shift = (move_points(contour, [100, 110], 3, 0, falloff_px=10 * step) - contour)[:, 0]
    assert shift[105] == pytest.approx(1.5)
    assert shift[102] == pytest.approx(shift[108])
    assert shift[98] == pytest.approx(shift[102])


def test_a_nudge_without_a_choice_moves_everything():
    assert nudge(SQUARE, 1, 0.5).tolist() == (SQUARE + np.array([1, 0.5])).tolist()
    assert nudge(SQUARE, 1, 0, []).tolist() == (SQUARE + np.array([1, 0])).tolist()
    assert nudge(SQUARE, 1, 0, [2]).tolist() == [[0, 0], [10, 0], [11, 10], [0, 10]]


def test_a_point_goes_in_on_the_nearest_edge():
    more, index = insert_point(SQUARE, (-3, 4))
    assert index == 4
    assert more[4].tolist() == [0, 4]
    assert more[:4].tolist() == SQUARE.tolist()
    more, index = insert_point(SQUARE, (4, 1))
    assert (index, more[1].tolist()) == (1, [4, 0])


def test_a_point_put_in_at_a_point_lies_beside_it():
    more, index = insert_point(SQUARE, (10, 10))
    assert len(more) == 5
    assert 0.1 < np.hypot(*(SQUARE - more[index]).T).min() < 1


@given(st.integers(0, 20), places)
def test_putting_a_point_in_changes_no_length(seed, position):
    contour = star(seed, count=30)
    more, index = insert_point(contour, position)
    assert len(more) == 31
    assert perimeter(more) == pytest.approx(perimeter(contour))
    assert np.delete(more, index, axis=0).tolist() == contour.tolist()


def test_points_are_taken_out_but_never_the_last_three():
    assert delete_points(SQUARE, [1]).tolist() == [[0, 0], [10, 10], [0, 10]]
    with pytest.raises(ValueError, match="at least 3"):
        delete_points(SQUARE, [1, 2])


@pytest.mark.parametrize("act", [
    lambda c: move_points(c, [0], 1, 1),
    lambda c: move_points(c, [], 1, 1),
    lambda c: nudge(c, 1, 1),
    lambda c: insert_point(c, (0, 0))[0],
    lambda c: delete_points(c, []),
])
def test_nothing_is_changed_in_place(act):
    given_one = SQUARE.copy()
    given_one.flags.writeable = False
    result = act(given_one)
    assert not np.shares_memory(result, given_one)
    assert result.flags.writeable


@pytest.mark.parametrize(("act", "message"), [
    (lambda: nearest_point(SQUARE[:2], (0, 0)), "at least 3"),
    (lambda: nearest_point(SQUARE[:, :1], (0, 0)), r"\(N, 2\)"),
    (lambda: nearest_edge(SQUARE * math.nan, (0, 0)), "finite"),
    (lambda: nearest_edge(SQUARE, (0, math.inf)), "position"),
    (lambda: move_points(SQUARE, [4], 1, 1), "from 0 to 3"),
    (lambda: move_points(SQUARE, [-1], 1, 1), "from 0 to 3"),
    (lambda: move_points(SQUARE, [0.5], 1, 1), "whole numbers"),
    (lambda: move_points(SQUARE, [0], math.nan, 1), "position"),
    (lambda: move_points(SQUARE, [0], 1, 1, falloff_px=-1), "falloff"),
])
def test_wrong_numbers_are_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()
