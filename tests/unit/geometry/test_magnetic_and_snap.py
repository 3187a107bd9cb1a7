"""The live wire and the snap, on skulls whose border is known."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polygons import assert_sound, circle, gaps

from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.contour import signed_area
from hc18viewer.geometry.distance import hausdorff
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.magnetic import cost_map, live_wire
from hc18viewer.geometry.resample import resample
from hc18viewer.geometry.snap import snap

SHAPE = (320, 400)
X, Y, OUTER, INNER = 203.0, 157.0, 110.0, 98.0


def skull(noise=8.0, gap=None):
    """A bright ring from INNER to OUTER on a dark, noisy ground, missing at the angles `gap`."""
    y, x = np.mgrid[:SHAPE[0], :SHAPE[1]]
    radius, angle = np.hypot(x - X, y - Y), np.degrees(np.arctan2(y - Y, x - X))
    ring = np.clip(OUTER - radius + 0.5, 0, 1) * np.clip(radius - INNER + 0.5, 0, 1)
    if gap is not None:
        ring *= ~((angle > gap[0]) & (angle < gap[1]))
    rough = np.random.default_rng(1).normal(0, noise, SHAPE)
    return np.clip(30 + 150 * ring + rough, 0, 255).astype(np.uint8)


def on_ring(degrees, radius=OUTER):
    t = np.radians(degrees)
    return X + radius * np.cos(t), Y + radius * np.sin(t)


def radii(line):
    return np.hypot(line[:, 0] - X, line[:, 1] - Y)


@pytest.mark.parametrize("off", [-12, -5, 6, 12])
def test_a_snap_lands_on_the_outer_edge(off):
    start = circle(OUTER + off, 300, X, Y)
    snapped = snap(start, skull())
    assert np.abs(radii(snapped) - OUTER).max() < 0.7
    assert signed_area(snapped) * signed_area(start) > 0
    assert_sound(snapped)


@given(st.floats(-8, 8), st.floats(-8, 8), st.floats(0.95, 1.05), st.floats(0, 3), st.booleans())
@settings(max_examples=25)
def test_a_snap_lands_there_from_any_shape_near_by(dx, dy, ratio, angle, as_contour):
    start = Ellipse.from_axes(x=X + dx, y=Y + dy, first=OUTER * ratio, second=OUTER / ratio,
                              angle_rad=angle)
    snapped = snap(start.points(250)[::-1] if as_contour else start, skull())
    assert np.abs(radii(snapped) - OUTER).max() < 0.7


def test_where_the_border_is_missing_the_old_place_stays():
    start = circle(OUTER + 8, 300, X, Y)
    snapped = snap(start, skull(gap=(20, 140)))
    angle = np.degrees(np.arctan2(snapped[:, 1] - Y, snapped[:, 0] - X))
    assert np.abs(radii(snapped) - OUTER)[(angle < 5) | (angle > 155)].max() < 0.7
    assert np.abs(radii(snapped) - OUTER - 8)[(angle > 65) & (angle < 95)].max() < 1.5
    # and no jump between the two
    assert gaps(snapped).max() < 6


def test_without_any_border_the_contour_is_only_spaced_anew():
    start = circle(100, 300, X, Y)
    snapped = snap(start, np.full(SHAPE, 77, np.uint8))
    assert hausdorff(snapped, resample(start, len(snapped))) < 1e-9


def test_the_reach_is_kept():
    assert radii(snap(circle(OUTER + 15, 300, X, Y), skull(), reach_px=5)).min() > OUTER + 9


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
    (lambda: snap(circle(9, 9)[:2], skull()), "at least 3"),
    (lambda: snap(circle(9, 9), skull(), reach_px=0), "reach"),
    (lambda: snap(circle(9, 9), skull()[0]), r"\(H, W\)"),
    (lambda: snap(circle(9, 9) * [1, 0], skull()), "no area"),
    (lambda: cost_map(skull(), sigma_px=-1), "smoothing"),
    (lambda: cost_map(skull(), inside=(1, np.nan)), "position"),
    (lambda: live_wire(np.zeros((9, 9), np.float32), (0, 0), (1, 1)), "above 0"),
    (lambda: live_wire(np.ones((9, 9), np.float32), (0, np.inf), (1, 1)), "position"),
    (lambda: live_wire(np.ones((9, 9), np.float32), (0, 0), (1, 1), margin=-1), "margin"),
])
def test_wrong_input_is_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()


@pytest.mark.real
def test_a_snap_brings_most_heads_nearer_to_their_truth(hc18_dir):
    """Ellipses 5 % too large or too small, on twenty images."""
    cases = [case for case in open_study(hc18_dir).cases if case.annotation_path][::40]
    before, after = [], []
    for i, case in enumerate(cases):
        truth = truth_ellipse(case)
        start = truth.scaled(1.05 if i % 2 else 0.95)
        image = cv2.imread(str(case.image_path), cv2.IMREAD_GRAYSCALE)
        rim = truth.points(2000)
        for errors, line in ((before, start.points(400)), (after, snap(start, image))):
            errors.append(np.mean([np.hypot(*(rim - p).T).min() for p in resample(line, 200)]))
    better = np.array(after) < np.array(before)
    assert better.mean() >= 0.8
    assert np.mean(after) < 0.7 * np.mean(before)
