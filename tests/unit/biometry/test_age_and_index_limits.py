"""Where the figures of biometry begin and end."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hc18viewer.biometry.age import HADLOCK_1984, GestationalAge
from hc18viewer.biometry.head import HeadLengths, measure_head


@given(st.integers(0, 400))
def test_weeks_and_days_make_up_the_days(total_days):
    age = GestationalAge(total_days)
    assert 7 * age.weeks + age.days == total_days
    assert 0 <= age.days < 7


@pytest.mark.parametrize(("weeks", "text"), [
    (20 + 6.4 / 7, "20 w 6 d"), (20 + 6.6 / 7, "21 w 0 d"), (14, "14 w 0 d"),
])
def test_an_age_is_rounded_to_whole_days(weeks, text):
    assert str(GestationalAge.from_weeks(weeks)) == text


@given(st.floats(89.4, 357.6), st.floats(89.4, 357.6))
def test_a_larger_head_is_never_younger(first_mm, second_mm):
    small, large = sorted((first_mm, second_mm))
    ages = [HADLOCK_1984.estimate(hc_mm).value.total_days for hc_mm in (small, large)]
    assert ages == sorted(ages)


# 8.96 + 0.540 x 8.937 + 0.0003 x 8.937^3 = 14.000, and with 35.766 cm 41.999
@pytest.mark.parametrize(("hc_mm", "text"), [
    (89.3, None), (89.4, "14 w 0 d"), (357.6, "42 w 0 d"), (357.7, None),
])
def test_the_range_ends_at_14_and_42_weeks(hc_mm, text):
    age = HADLOCK_1984.estimate(hc_mm).value
    assert (age and str(age)) == text


@pytest.mark.parametrize("hc_mm", [0, -200, math.nan, math.inf, -math.inf])
def test_what_is_no_head_has_no_age(hc_mm):
    assert HADLOCK_1984.estimate(hc_mm).value is None


@pytest.mark.parametrize(("index", "normal"), [
    (73.9, False), (74, True), (78.3, True), (83, True), (83.1, False),
])
def test_the_cephalic_index_is_normal_from_74_to_83(index, normal):
    head = HeadLengths(hc_px=300, bpd_px=index, ofd_px=100)
    assert head.cephalic_index == index
    assert head.cephalic_index_is_normal is normal


@given(st.floats(0.01, 1))
def test_lengths_grow_with_the_pixel_and_the_index_does_not(pixel_size_mm):
    lengths = measure_head(perimeter_px=1100, semi_a_px=200, semi_b_px=150)
    head = lengths.in_mm(pixel_size_mm)
    assert head.hc_mm == pytest.approx(1100 * pixel_size_mm)
    assert (head.ofd_mm, head.bpd_mm) == pytest.approx((400 * pixel_size_mm, 300 * pixel_size_mm))
    assert lengths.cephalic_index == pytest.approx(75)
