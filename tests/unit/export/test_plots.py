import math
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from hc18viewer.export.axes import Axis, tick_step
from hc18viewer.export.plots import Labels, Level, Point, finite, line_plot, scatter_plot

SVG = "{http://www.w3.org/2000/svg}"
LABELS = Labels("A <plot> & more", "size (mm)", "error (mm)")


def texts(svg):
    return [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def circles(svg):
    found = ElementTree.fromstring(svg).iter(f"{SVG}circle")
    return [(float(c.get("cx")), float(c.get("cy"))) for c in found]


@pytest.mark.parametrize(("span", "wanted", "step"), [
    (10, 5, 2), (10, 6, 2), (11, 5, 5), (1, 5, 0.2), (0.03, 6, 0.005), (700, 7, 100), (99, 2, 50),
])
def test_steps_are_one_two_or_five(span, wanted, step):
    assert tick_step(span, wanted) == pytest.approx(step)


def test_an_axis_holds_its_values_and_ticks_at_round_numbers():
    axis = Axis.over([-7.3, 0.0, 5.8], wanted=8)
    assert [text for _, text in axis.ticks] == ["−6", "−4", "−2", "0", "2", "4", "6"]
    assert 0 < axis.share(-7.3) < axis.share(5.8) < 1
    assert [text for _, text in Axis.over([0.06, 0.19], wanted=3).ticks] == ["0.10", "0.15"]


@pytest.mark.parametrize("value", [0.0, 5.0, -3e6, 1e-9])
def test_an_axis_of_one_value_has_a_width(value):
    axis = Axis.over([value, value])
    assert axis.share(value) == pytest.approx(0.5)
    assert len(axis.ticks) >= 2


def test_epochs_are_whole():
    assert [text for _, text in Axis.over([1, 2], whole=True).ticks] == ["1", "2"]


def test_a_logarithmic_axis_gives_each_factor_the_same_room():
    axis = Axis.over([2.0, 90.0], scale="log")
    assert [text for _, text in axis.ticks] == ["2", "5", "10", "20", "50", "100"]
    assert axis.share(20) - axis.share(10) == pytest.approx(axis.share(10) - axis.share(5))


def test_an_axis_near_100_stretches_the_last_percents():
    axis = Axis.over([18.0, 97.6], scale="near 100")
    assert [text for _, text in axis.ticks] == ["0", "50", "80", "90", "95", "98"]
    assert axis.share(95) - axis.share(90) == pytest.approx(axis.share(90) - axis.share(80))
    assert 0 < axis.share(18.0) < axis.share(97.6) < 1


def test_no_dice_below_zero_is_on_an_axis():
    assert Axis.over([0.0, 99.99], scale="near 100").ticks[0] == (0.0, "0")


@pytest.mark.parametrize(("values", "scale"), [
    ([0.0, 5.0], "log"), ([90.0, 100.0], "near 100"), ([3.0, 3.1], "log"),
])
def test_a_scale_that_cannot_show_the_values_is_left(values, scale):
    assert Axis.over(values, scale=scale).scale == "linear"


def test_percentages_next_to_100_do_not_break_the_scale():
    axis = Axis.over([50.0, math.nextafter(100.0, 0.0)], scale="near 100", wanted=5)
    assert 0 < axis.share(50.0) < axis.share(99.0) < 1


def test_points_lie_where_the_axes_say():
    svg = scatter_plot([Point(0, 0, "a"), Point(10, 5, "b<i>"), Point(5, 2.5)], LABELS)
    (x0, y0), (x1, y1), (xm, ym) = circles(svg)
    assert x0 < x1
    assert y0 > y1  # up the page
    assert (xm, ym) == pytest.approx(((x0 + x1) / 2, (y0 + y1) / 2), abs=0.2)
    assert {"size (mm)", "error (mm)"} <= set(texts(svg))
    titles = [t.text for t in ElementTree.fromstring(svg).iter(f"{SVG}title")]
    assert titles == ["A <plot> & more", "a", "b<i>"]


def test_levels_are_drawn_and_their_labels_lie_apart():
    levels = [Level(0.0, "bias: 0.00 mm"), Level(0.1, "+1.96 sd", dashed=True),
              Level(-0.1, "−1.96 sd", dashed=True), Level(40.0)]
    svg = scatter_plot([Point(0, -50), Point(1, 50)], LABELS, levels=levels)
    heights = [float(t.get("y")) for t in ElementTree.fromstring(svg).iter(f"{SVG}text")
               if t.get("text-anchor") == "start"]
    assert len(heights) == 3
    heights.sort()
    assert min(b - a for a, b in pairwise(heights)) >= 12
    assert svg.count("stroke-dasharray") == 2


def test_equal_levels_have_labels_apart_too():
    levels = [Level(1.0, name) for name in ("a", "b", "c")]
    svg = scatter_plot([Point(0, 1), Point(1, 1)], LABELS, levels=levels)
    heights = re.findall(r'y="([\d.]+)" text-anchor="start"', svg)
    assert len(set(heights)) == 3


def test_a_curve_leaves_out_what_is_no_number():
    points = [Point(1, 0.9), Point(2, math.nan), Point(3, math.inf), Point(4, 0.1)]
    svg = line_plot(points, LABELS, scale="log")
    assert len(circles(svg)) == len(finite(points)) == 2
    line = ElementTree.fromstring(svg).find(f"{SVG}polyline").get("points")
    assert len(line.split()) == 2
    assert "nan" not in svg
    assert "inf" not in svg.replace("infinite", "")


def test_a_curve_of_one_epoch_can_be_drawn():
    assert len(circles(line_plot([Point(1, 97.0)], LABELS, scale="near 100"))) == 1
