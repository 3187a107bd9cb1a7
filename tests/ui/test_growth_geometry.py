from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from hc18viewer.biometry.age import GestationalAge
from hc18viewer.biometry.growth import CHART_CENTILES, Measure, curve
from hc18viewer.ui.growth_geometry import Span, TextSizes, plan, spread, ticks
from hc18viewer.ui.growth_labels import HC_TITLE, PREDICTION, Labels
from hc18viewer.ui.growth_wording import (
    STANDARD_NAME,
    ChartHead,
    age_to_edit,
    centile_figure,
    chart_in_words,
    day_in_words,
    parse_age,
    parse_day,
    place_in_words,
    signed,
)

LETTER = 0.55
HEADS = st.builds(
    ChartHead, st.floats(1, 2000),
    st.none() | st.integers(0, 400).map(GestationalAge), st.none() | st.floats(1, 2000),
)


def sizes(line):
    return TextSizes(line, week=2 * LETTER * line, hc=3 * LETTER * line,
                     centile=3 * LETTER * line)


def placed(width, height, line, head=None):
    plot = plan(width, height, sizes(line), head)
    labels = Labels(plot, (width, height), sizes(line), lambda text: len(text) * LETTER * line)
    predicted = head is not None and head.prediction_hc_mm is not None
    return plot, labels.placed(with_prediction=predicted)


def overlap(a, b):
    slack = 0.2 * min(a.height, b.height)  # above and below its letters a line is empty
    return (a.x < b.x + b.width and b.x < a.x + a.width
            and a.y + slack < b.y + b.height and b.y + slack < a.y + a.height)


@pytest.mark.parametrize("centile", CHART_CENTILES)
def test_every_curve_lies_inside(centile):
    plot = plan(220, 150, sizes(14), None)
    for weeks, hc_mm in curve(Measure.HC, centile):
        assert plot.left <= plot.x(weeks) <= plot.right + 1e-9
        assert plot.top <= plot.y(hc_mm) <= plot.bottom
        assert plot.shows(weeks, hc_mm)


def test_corners_and_directions():
    plot = plan(300, 200, sizes(14), None)
    assert (plot.x(14), plot.x(40)) == pytest.approx((plot.left, plot.right))
    assert (plot.y(80), plot.y(360)) == pytest.approx((plot.bottom, plot.top))


@given(line=st.floats(10, 40), wide=st.floats(15, 60), high=st.floats(11, 40), head=HEADS)
@example(line=14, wide=15.8, high=11, head=None)
@example(line=28, wide=15, high=11, head=ChartHead(380, GestationalAge(307), 300))
def test_texts_are_never_cut_off_and_never_overlap(line, wide, high, head):
    width, height = max(220, wide * line), max(150, high * line)
    plot, texts = placed(width, height, line, head)
    for text in texts:
        assert text.x >= 0
        assert text.x + text.width <= width + 1e-9
        assert text.y >= 0
        assert text.y + text.height <= height + 1e-9  # a sum of floats
    for number, first in enumerate(texts):
        for second in texts[number + 1:]:
            assert not overlap(first, second), (first, second)
    words = [text.text for text in texts]
    assert HC_TITLE in words
    assert any("weeks" in word for word in words)
    assert len(plot.weeks.ticks) >= 2
    assert len(plot.hc_mm.ticks) >= 2
    assert (PREDICTION in words) == (head is not None and head.prediction_hc_mm is not None)


def test_more_room_shows_more():
    _, small = placed(220, 150, 14)
    _, large = placed(640, 420, 14)
    names = [{text.text for text in texts} for texts in (small, large)]
    assert {"P3", "P50", "P97"} <= names[0]
    assert "P10" not in names[0]
    assert {"P3", "P10", "P50", "P90", "P97", STANDARD_NAME} <= names[1]


@given(st.floats(0.1, 5000), st.none() | st.integers(0, 310))
def test_the_chart_widens_to_a_head_but_not_without_end(hc_mm, days):
    age = None if days is None else GestationalAge(days)
    plot = plan(300, 200, sizes(14), ChartHead(hc_mm, age))
    assert plot.weeks.low <= 14 < 40 <= plot.weeks.high
    assert plot.hc_mm.low <= 80 < 360 <= plot.hc_mm.high
    inside = 20 <= hc_mm <= 420 and (days is None or 28 <= days <= 308)
    assert plot.shows(None if age is None else age.decimal_weeks, hc_mm) == inside
    assert plot.weeks.low >= 4
    assert plot.weeks.high <= 44
    assert plot.hc_mm.low >= 20
    assert plot.hc_mm.high <= 420


@pytest.mark.parametrize(("pixels", "expected"), [
    (1000, (14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40)),
    (200, (16, 20, 24, 28, 32, 36, 40)), (140, (15, 20, 25, 30, 35, 40)), (70, (20, 30, 40)),
    (10, (20,)),
])
def test_ticks_are_round_and_have_room(pixels, expected):
    assert ticks(Span(14, 40), pixels, 25, (2, 4, 5, 10, 20)) == expected


@given(st.lists(st.floats(0, 200), max_size=6).map(sorted), st.floats(1, 20))
def test_texts_spread_apart_stay_in_order(wanted, room):
    assume(room * len(wanted) <= 200)
    found = spread(wanted, room, 0, 200)
    gaps = [b - a for a, b in pairwise(found)]
    assert all(gap >= room - 1e-6 for gap in gaps)
    assert all(-1e-6 <= place <= 200 + 1e-6 for place in found)


def test_texts_with_room_stay_where_they_are():
    assert spread([10, 50, 90], 14, 0, 100) == (10, 50, 90)
    assert spread([50, 50], 10, 0, 100) == (45, 55)
    assert spread([0, 2], 10, 0, 100) == (0, 10)


@pytest.mark.parametrize("wrong", [0, -1, float("nan"), float("inf")])
def test_a_head_on_the_chart_has_a_length(wrong):
    with pytest.raises(ValueError, match="positive"):
        ChartHead(wrong)
    with pytest.raises(ValueError, match="positive"):
        ChartHead(200, None, wrong)


@pytest.mark.parametrize(("text", "day"), [
    ("2026-03-04", date(2026, 3, 4)), (" 2026-3-4 ", date(2026, 3, 4)),
    ("4.3.2026", date(2026, 3, 4)), ("04. 03. 2026", date(2026, 3, 4)),
    ("2026-02-29", None), ("2024-02-29", date(2024, 2, 29)), ("3/4/2026", None),
    ("0000-01-01", None), ("2026-13-01", None), ("2026-03", None), ("", None), ("today", None),
])
def test_days_are_read_only_where_they_are_clear(text, day):
    assert parse_day(text) == day


@given(st.dates())
def test_an_iso_day_comes_back(day):
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(("text", "days"), [
    ("12+3", 87), ("12 + 3", 87), ("12 w 3 d", 87), ("12w3d", 87), ("12W3D", 87), ("12 3", 87),
    ("12", 84), ("12w", 84), ("12+7", None), ("123", None), ("12+", None), ("", None),
    ("-3", None), ("twelve", None),
])
def test_ages_are_read_as_they_are_written(text, days):
    age = parse_age(text)
    assert (age and age.total_days) == days


@given(st.integers(0, 308))
def test_an_age_comes_back(days):
    age = GestationalAge(days)
    assert parse_age(age_to_edit(age)) == parse_age(str(age)) == age


def test_figures_in_words():
    assert day_in_words(date(2026, 3, 4)) == "4 March 2026"
    assert [signed(value) for value in (0.04, -0.04, 1.26, -2)] == ["0.0", "0.0", "+1.3", "−2.0"]
    assert [centile_figure(value) for value in (0.01, 2.64, 9.96, 10, 56.7, 90, 97.2, 99.99)] == [
        "below 0.1", "2.6", "10.0", "10", "57", "90", "97.2", "above 99.9"]


@pytest.mark.parametrize(("hc_mm", "days", "words"), [
    (172.5, 140, "at 20 w 0 d, centile 50, z 0.0"),
    (158.0, 140, "at 20 w 0 d, centile 2.6, z −1.9"),
    (172.5, None, "no age known; median of 20 w 0 d"),
    (172.5, 90, "at 12 w 6 d, no centile; the INTERGROWTH-21st standards hold from 14 w 0 d "
                "to 40 w 0 d"),
    (60, None, "no age known; the INTERGROWTH-21st standards hold from 14 w 0 d to 40 w 0 d"),
])
def test_a_place_in_words(hc_mm, days, words):
    assert place_in_words(hc_mm, days and GestationalAge(days)) == words


def test_the_chart_in_words_names_both_heads():
    words = chart_in_words(ChartHead(172.5, GestationalAge(140), 158))
    assert "HC 172.5 mm: at 20 w 0 d, centile 50" in words
    assert "Prediction 158.0 mm: at 20 w 0 d, centile 2.6" in words
    assert "Prediction" not in chart_in_words(ChartHead(172.5))
    assert "no head circumference" in chart_in_words(None)
