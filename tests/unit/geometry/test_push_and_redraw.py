"""The round cursor and the freehand stroke."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from polygons import assert_sound, circle, gaps, star

from hc18viewer.geometry.contour import signed_area
from hc18viewer.geometry.points import move_points
from hc18viewer.geometry.push import is_inside, push
from hc18viewer.geometry.section import redraw_section
from hc18viewer.geometry.simple import simple_outline

ROUND = circle(100, 400)
places = st.tuples(st.floats(-110, 110), st.floats(-110, 110))


def lens(r, s, d):
    """The area that two circles at the distance d share."""
    first = r * r * math.acos((d * d + r * r - s * s) / (2 * d * r))
    second = s * s * math.acos((d * d + s * s - r * r) / (2 * d * s))
    root = (-d + r + s) * (d + r - s) * (d - r + s) * (d + r + s)
    return first + second - math.sqrt(root) / 2


def distance(contour, place):
    return shapely.distance(shapely.linearrings(contour), shapely.points(place))


def test_a_push_from_inside_adds_what_the_disc_covers_beyond_the_line():
    pushed = push(ROUND, (85, 0), (90, 0), 25, from_inside=True, spacing=0.5)
    added = math.pi * 25 ** 2 - lens(100, 25, 90)
    assert signed_area(pushed) - signed_area(ROUND) == pytest.approx(added, rel=0.02)
    assert pushed[:, 0].max() == pytest.approx(115, abs=0.05)


def test_a_push_from_outside_takes_what_the_disc_covers():
    pushed = push(ROUND, (140, 0), (110, 0), 25, from_inside=False, spacing=0.5)
    assert signed_area(ROUND) - signed_area(pushed) == pytest.approx(lens(100, 25, 110), rel=0.02)
    assert distance(pushed, (110, 0)) == pytest.approx(25, abs=0.05)


@pytest.mark.parametrize("from_inside", [True, False])
def test_points_out_of_reach_stay_to_the_last_bit(from_inside):
    pushed = push(ROUND, (105, 0), (106, 0), 12, from_inside=from_inside)
    far = ROUND[np.hypot(*(ROUND - [106, 0]).T) > 20]
    assert {tuple(p) for p in far} <= {tuple(p) for p in pushed}
    assert pushed.tolist() != ROUND.tolist()


@pytest.mark.parametrize("from_inside", [True, False])
def test_the_spacing_stays_even(from_inside):
    pushed = ROUND
    for x in np.linspace(98, 110, 25):
        pushed = push(pushed, (x, 0), (x, 3), 30, from_inside=from_inside)
    assert abs(signed_area(pushed) - signed_area(ROUND)) > 500
    usual = np.median(gaps(ROUND))
    assert gaps(pushed).max() < 2 * usual
    assert gaps(pushed).min() > 0.3 * usual
    assert len(pushed) < 1.5 * len(ROUND)


def test_a_fast_sweep_does_not_jump_through_the_line():
    pushed = push(ROUND, (-300, 0), (300, 0), 20, from_inside=False)
    # the head is cut in two halves: one of them, and nothing in the sweep's way
    assert np.abs(pushed[:, 1]).min() > 19.5
    assert abs(signed_area(pushed)) < abs(signed_area(ROUND)) / 2
    out = push(ROUND, (0, 0), (300, 0), 20, from_inside=True)
    assert out[:, 0].max() == pytest.approx(320, abs=0.2)


def test_a_disc_where_the_line_is_not_changes_nothing():
    for to, inside in [((0, 0), True), ((0, 0), False), ((200, 0), True), ((200, 0), False)]:
        assert push(ROUND, to, to, 20, from_inside=inside).tolist() == ROUND.tolist()


def test_the_head_cannot_be_wiped_out():
    assert push(ROUND, (0, 0), (0, 0), 150, from_inside=False).tolist() == ROUND.tolist()


@given(st.integers(0, 20), places, places, st.floats(3, 50), st.booleans(), st.booleans())
@settings(max_examples=150)
def test_a_push_changes_the_area_one_way_and_clears_the_discs_path(
    seed, start, to, radius, from_inside, turned
):
    contour = star(seed)[::-1 if turned else 1]
    before = signed_area(contour)
    pushed = push(contour, start, to, radius, from_inside=from_inside)
    after = signed_area(pushed)
    assert_sound(pushed)
    assert before * after > 0
    if from_inside:
        assert abs(after) >= abs(before) - 1e-6
    else:
        assert abs(after) <= abs(before) + 1e-6
    head = shapely.polygons(contour)
    swept = shapely.buffer(shapely.linestrings([start, to]), radius, quad_segs=64)
    if pushed.tolist() != contour.tolist():
        assert distance(pushed, to) >= radius * 0.9 - 0.1
    else:
        # only where the line was out of reach, or no head would be left
        reached = shapely.intersects(head.exterior, shapely.buffer(swept, -0.05))
        gone = shapely.difference(head, swept).area < 5
        assert not reached or (gone and not from_inside)


def test_inside_is_told_from_outside():
    assert is_inside(ROUND, (99, 0))
    assert not is_inside(ROUND, (101, 0))


def arc(radius, first, last, count=60):
    t = np.radians(np.linspace(first, last, count))
    return np.column_stack((radius * np.cos(t), radius * np.sin(t)))


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("backwards", [False, True])
def test_a_short_stroke_replaces_the_short_arc(turned, backwards):
    contour = ROUND[::-1] if turned else ROUND
    stroke = arc(110, -20, 20)[::-1 if backwards else 1]
    drawn = redraw_section(contour, stroke)
    radius, angle = np.hypot(*drawn.T), np.degrees(np.arctan2(drawn[:, 1], drawn[:, 0]))
    assert radius[np.abs(angle) < 19.5] == pytest.approx(110, abs=0.1)
    assert radius[np.abs(angle) > 27] == pytest.approx(100, abs=0.1)
    assert signed_area(drawn) * signed_area(contour) > 0
    ring = math.radians(40) / 2 * (110 ** 2 - 100 ** 2)
    assert ring < abs(signed_area(drawn)) - abs(signed_area(contour)) < 1.4 * ring
    assert_sound(drawn)


def test_a_stroke_more_than_half_round_replaces_the_long_arc():
    drawn = redraw_section(ROUND, arc(90, 30, 330))
    radius, angle = np.hypot(*drawn.T), np.degrees(np.arctan2(drawn[:, 1], drawn[:, 0]))
    assert radius[np.abs(angle) < 22] == pytest.approx(100, abs=0.1)
    assert radius[np.abs(angle) > 31] == pytest.approx(90, abs=0.1)


def test_a_stroke_all_round_replaces_everything():
    assert np.hypot(*redraw_section(ROUND, arc(80, 5, 364)).T).max() < 80.1


def test_a_scribble_on_the_spot_does_not_replace_the_head():
    scribble = np.array([[100.0, 0], [103, 1], [104, -1], [100, 0]])
    assert abs(signed_area(redraw_section(ROUND, scribble))) == pytest.approx(
        abs(signed_area(ROUND)), rel=0.01)


def test_a_stroke_that_overshoots_the_line_leaves_no_loop():
    # from outside through the line, along inside, and out again
    stroke = np.vstack(([106.0, -34], arc(92, -18, 18), [106, 34]))
    drawn = redraw_section(ROUND, stroke)
    assert_sound(drawn)
    assert np.hypot(*drawn.T).max() < 112
    assert np.hypot(*drawn.T).min() == pytest.approx(92, abs=0.5)


def test_the_points_off_a_stroke_stay_to_the_last_bit():
    drawn = redraw_section(ROUND, arc(95, -20, 20))
    far = ROUND[ROUND[:, 0] < 80]
    assert {tuple(p) for p in far} <= {tuple(p) for p in drawn}
    assert np.hypot(*drawn.T).min() == pytest.approx(95, abs=0.1)
    usual = np.median(gaps(ROUND))
    assert gaps(drawn).max() < 2 * usual


acts = st.one_of(
    st.tuples(st.just("push"), places, places, st.floats(2, 60), st.booleans()),
    st.tuples(st.just("draw"), st.lists(places, min_size=2, max_size=6, unique=True)),
    st.tuples(st.just("move"), st.integers(0, 5000), places, st.floats(0, 80)),
)


@given(st.integers(0, 20), st.lists(acts, min_size=1, max_size=8))
@settings(max_examples=100)
def test_any_gestures_leave_a_simple_closed_line(seed, gestures):
    contour = star(seed)
    for kind, *rest in gestures:
        if kind == "push":
            start, to, radius, inside = rest
            contour = push(contour, start, to, radius, from_inside=inside)
        elif kind == "draw":
            contour = redraw_section(contour, np.array(rest[0]))
        else:
            index, (dx, dy), falloff = rest
            contour = simple_outline(
                move_points(contour, [index % len(contour)], dx, dy, falloff_px=falloff))
        assert_sound(contour)
        assert shapely.is_valid(shapely.polygons(contour))
        assert len(contour) < 4000


@pytest.mark.parametrize(("act", "message"), [
    (lambda: push(ROUND, (0, 0), (1, 0), 0, from_inside=True), "radius"),
    (lambda: push(ROUND, (0, 0), (1, 0), 5, from_inside=True, spacing=-1), "spacing"),
    (lambda: push(ROUND, (0, 0), (math.nan, 0), 5, from_inside=True), "position"),
    (lambda: push(ROUND * [1, 0], (0, 0), (1, 0), 5, from_inside=True), "no area"),
    (lambda: redraw_section(ROUND, ROUND[:1]), "at least 2"),
    (lambda: redraw_section(ROUND, ROUND[[1, 1]]), "different"),
    (lambda: redraw_section(ROUND, ROUND[:4], spacing=0), "spacing"),
])
def test_wrong_numbers_are_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()


def test_nothing_is_changed_in_place():
    contour = ROUND.copy()
    contour.flags.writeable = False
    for result in (push(contour, (0, 0), (0, 0), 5, from_inside=True),
                   redraw_section(contour, arc(95, -20, 20)), simple_outline(contour)):
        assert not np.shares_memory(result, contour)
        assert result.flags.writeable
