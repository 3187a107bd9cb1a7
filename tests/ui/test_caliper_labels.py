import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hc18viewer.ui.canvas.caliper_labels import Box, label_boxes

SIZES = [(92, 20), (96, 20)]


def axes(x, y, a, b, angle):
    ux, uy = math.cos(angle), math.sin(angle)
    return [((x + b * uy, y - b * ux), (x - b * uy, y + b * ux)),
            ((x - a * ux, y - a * uy), (x + a * ux, y + a * uy))]


def distance_to_box(box, place):
    return math.hypot(max(abs(place[0] - box.x) - box.half_width, 0),
                      max(abs(place[1] - box.y) - box.half_height, 0))


def clear_of(box, line):
    (x1, y1), (x2, y2) = line
    return min(distance_to_box(box, (x1 + (x2 - x1) * t / 200, y1 + (y2 - y1) * t / 200))
               for t in range(201))


@given(st.floats(110, 300), st.floats(1.0, 1.5), st.floats(0, math.pi))
def test_on_a_head_in_view_no_label_meets_a_line_or_the_other(b, ratio, angle):
    lines = axes(500, 400, b * ratio, b, angle)
    boxes = label_boxes(lines, SIZES, area=(1000, 800))
    for box in boxes:
        assert box.within((1000, 800))
        assert all(clear_of(box, line) > 0 for line in lines)
    assert not boxes[0].meets(boxes[1])


@given(st.floats(110, 300), st.floats(0, math.pi))
def test_a_label_stands_close_to_its_own_line(b, angle):
    lines = axes(500, 400, 1.2 * b, b, angle)
    for box, line in zip(label_boxes(lines, SIZES, area=(1000, 800)), lines, strict=True):
        assert 3 < clear_of(box, line) < 12


@given(st.floats(1, 40), st.floats(0, math.pi))
def test_beside_a_tiny_head_labels_stay_off_both_lines(b, angle):
    lines = axes(500, 400, 1.3 * b, b, angle)
    boxes = label_boxes(lines, SIZES, area=(1000, 800))
    assert all(clear_of(box, line) > 0 for box in boxes for line in lines)
    assert not boxes[0].meets(boxes[1])


def test_a_label_goes_where_its_line_is_in_view():
    lines = axes(40, 400, 300, 220, 0)  # its left half lies outside
    boxes = label_boxes(lines, SIZES, area=(1000, 800))
    assert all(box.within((1000, 800)) for box in boxes)


def test_a_line_without_length_has_a_label_all_the_same():
    (box,) = label_boxes([((5, 5), (5, 5))], [(20, 10)], area=(100, 100))
    assert math.isfinite(box.x)
    assert math.isfinite(box.y)


@pytest.mark.parametrize(("start", "end", "crosses"), [
    ((-20, 0), (20, 0), True), ((0, -20), (0, 20), True), ((-20, -20), (20, 20), True),
    ((-20, 6), (20, 6), False), ((-20, 0), (-11, 0), False), ((1, 1), (2, 2), True),
    ((-4, -20), (20, 4), False), ((-20, 12), (20, 3), False), ((11, -20), (11, 20), False),
])
def test_lines_through_a_box_by_hand(start, end, crosses):
    assert Box(0, 0, 10, 5).crossed_by(start, end) is crosses
    assert Box(0, 0, 10, 5).crossed_by(end, start) is crosses
