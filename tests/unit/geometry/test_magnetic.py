"""The live wire, on skulls whose border is known."""

import cv2
import numpy as np
import pytest
from skulls import INNER, OUTER, SHAPE, X, Y, on_ring, radii, skull

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.magnetic import calm_line, cost_map, live_wire, near_trail


def test_costs_are_low_on_the_outer_edge_alone_when_the_inside_is_known():
    image = skull(noise=0)
    known, unknown = cost_map(image, inside=(X, Y)), cost_map(image)
    at = {name: tuple(round(v) for v in on_ring(50, r))[::-1]
          for name, r in {"outer": OUTER, "inner": INNER, "off": 60}.items()}
    assert known[at["outer"]] < 0.1
    assert known[at["inner"]] == 1
    assert known[at["off"]] == 1
    assert unknown[at["inner"]] < 0.2
    assert known.shape == image.shape
    assert known.min() > 0
    assert (cost_map(np.full((9, 9), 3, np.uint8)) == 1).all()


@pytest.mark.parametrize(("first", "last"), [(0, 70), (100, 20), (-60, -150), (10, 150)])
def test_a_live_wire_follows_the_border(first, last):
    path = live_wire(cost_map(skull(), inside=(X, Y)), on_ring(first), on_ring(last), margin=120)
    assert np.abs(radii(path) - OUTER).max() < 1.5
    assert path[0].tolist() == list(on_ring(first))
    assert path[-1].tolist() == list(on_ring(last))
    assert np.hypot(*np.diff(path, axis=0).T).max() < 3


def test_a_live_wire_follows_a_curve_in_a_large_image():
    image = np.zeros((540, 800), np.float32)
    x = np.arange(800)
    y = 270 + 150 * np.sin(x / 90)
    cv2.polylines(image, [np.column_stack((x, y)).round().astype(np.int32)], False, 200.0, 3)
    cost = 1.03 - cv2.GaussianBlur(image, (0, 0), 1.5) / image.max()
    path = live_wire(cost, (20, y[20]), (780, y[780]), margin=600)
    assert np.abs(path[:, 1] - np.interp(path[:, 0], x, y)).max() < 6   # steep: dy > dx
    curve = np.column_stack((x, y))
    assert max(np.hypot(*(curve - p).T).min() for p in path) < 1.5


def test_a_wire_stays_in_its_window_and_in_the_image():
    cost = np.ones(SHAPE, np.float32)
    cost[10] = 0.01   # a cheap road too far away
    path = live_wire(cost, (50, 100), (300, 100), margin=20)
    assert path[:, 1].min() >= 80
    assert live_wire(cost, (50, 100), (300, 100), margin=95)[:, 1].min() == 10
    assert live_wire(cost, (-50, 100), (900, 100))[[0, -1]].tolist() == [[0, 100], [399, 100]]
    assert live_wire(cost, (5.2, 5), (5.4, 5)).tolist() == [[5.2, 5], [5.4, 5]]


@pytest.mark.parametrize(("act", "message"), [
    (lambda: cost_map(skull(), sigma_px=-1), "smoothing"),
    (lambda: cost_map(skull(), inside=(1, np.nan)), "position"),
    (lambda: live_wire(np.zeros((9, 9), np.float32), (0, 0), (1, 1)), "above 0"),
    (lambda: live_wire(np.ones((9, 9), np.float32), (0, np.inf), (1, 1)), "position"),
    (lambda: live_wire(np.ones((9, 9), np.float32), (0, 0), (1, 1), margin=-1), "margin"),
])
def test_wrong_input_is_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()


def test_the_straight_border_of_a_box_costs_as_much_as_any_place():
    image = np.maximum(skull(noise=0), 150)
    image[200:, 230:] = 0
    head = Ellipse(X, Y, OUTER, OUTER, 0.0)
    plain, knowing = cost_map(image, inside=(X, Y)), cost_map(image, inside=(X, Y), head=head)
    assert plain[200, 320] < 0.8
    assert knowing[200, 320] > 0.9
    assert knowing[245, 270] < 0.45      # covered, but on the head's own line
    start, end = on_ring(10), on_ring(100)
    through = live_wire(knowing, start, end)
    assert np.abs(radii(through) - OUTER).max() < 6
    assert np.abs(radii(live_wire(plain, start, end)) - OUTER).max() > 8


def test_a_path_follows_the_trail_where_two_edges_are_alike():
    cost = np.ones(SHAPE, np.float32)
    cost[100], cost[130] = 0.05, 0.06
    trail = np.array([(50.0, 115), (120, 129), (200, 131), (300, 115)])
    assert np.median(live_wire(cost, trail[0], trail[-1])[:, 1]) == 100
    assert np.median(live_wire(near_trail(cost, trail), trail[0], trail[-1])[:, 1]) == 130


def test_a_calm_line_has_no_steps_and_the_same_ends():
    x = np.arange(60.0)
    stairs = np.column_stack((x, np.floor(x / 3)))
    calm = calm_line(stairs)
    assert calm.shape == stairs.shape
    assert calm[[0, -1]].tolist() == stairs[[0, -1]].tolist()
    assert np.abs(np.diff(calm[10:-10, 1], n=2)).max() < 0.05
    assert calm_line(stairs[:2]).tolist() == stairs[:2].tolist()
