import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hc18viewer.biometry.age import INTERGROWTH_2016, GestationalAge
from hc18viewer.biometry.estimate import Estimate
from hc18viewer.biometry.growth import (
    CHART_CENTILES,
    Measure,
    age_of_median,
    centile,
    centile_of_z,
    curve,
    norm,
    range_in_words,
    z_of_centile,
    z_score,
)

WEEKS = st.floats(14, 40)


@pytest.mark.parametrize(("weeks", "mean", "sd"), [(20, 172.5, 7.4), (32, 294.4, 9.6)])
def test_hc_is_as_published(weeks, mean, sd):
    found = norm(Measure.HC, weeks)
    assert found.mean_mm == pytest.approx(mean, abs=0.05)
    assert found.sd_mm == pytest.approx(sd, abs=0.05)


# The formulas worked out by hand, so that no coefficient changes unseen.
@pytest.mark.parametrize(("measure", "weeks", "mean", "sd"), [
    (Measure.HC, 40, 333.948, 12.924),
    (Measure.BPD, 14, 29.614, 1.743), (Measure.BPD, 20, 48.446, 2.298),
    (Measure.BPD, 32, 83.768, 3.192), (Measure.BPD, 40, 94.917, 3.919),
    (Measure.OFD, 14, 33.761, 1.936), (Measure.OFD, 20, 60.690, 2.777),
    (Measure.OFD, 32, 103.459, 4.145), (Measure.OFD, 40, 115.768, 6.195),
])
def test_the_formulas_keep_their_coefficients(measure, weeks, mean, sd):
    found = norm(measure, weeks)
    assert (found.mean_mm, found.sd_mm) == pytest.approx((mean, sd), abs=0.0006)


@given(weeks=WEEKS)
def test_the_three_measures_fit_one_head(weeks):
    bpd, ofd = (norm(measure, weeks).mean_mm for measure in (Measure.BPD, Measure.OFD))
    assert norm(Measure.HC, weeks).mean_mm == pytest.approx(math.pi * (bpd + ofd) / 2, rel=0.03)
    assert 74 < 100 * bpd / ofd < 90


@given(weeks=st.floats(14, 34))
def test_the_formula_of_age_finds_the_median_again(weeks):
    found = INTERGROWTH_2016.weeks_of(norm(Measure.HC, weeks).mean_mm)
    assert found == pytest.approx(weeks, abs=0.3)


@given(st.sampled_from(Measure), WEEKS, WEEKS)
def test_medians_rise(measure, first, second):
    young, old = sorted((first, second))
    assert norm(measure, young).mean_mm <= norm(measure, old).mean_mm


@given(WEEKS, WEEKS, st.sampled_from(CHART_CENTILES))
def test_every_centile_of_hc_on_the_chart_rises(first, second, which):
    young, old = sorted((first, second))
    assert norm(Measure.HC, young).value_mm(which) <= norm(Measure.HC, old).value_mm(which)


@given(st.sampled_from(Measure), st.integers(98, 280), st.floats(0.5, 99.5), st.floats(0.5, 99.5))
def test_centiles_rise_with_the_value_and_come_back(measure, days, first, second):
    age = GestationalAge(days)
    here = norm(measure, age.decimal_weeks)
    found = [centile(measure, here.value_mm(which), age).value for which in (first, second)]
    assert found == pytest.approx([first, second], abs=1e-6)
    assert (here.value_mm(first) <= here.value_mm(second)) == (first <= second)


@given(st.floats(-5, 5))
def test_z_and_centile_are_each_others_reverse(z):
    assert z_of_centile(centile_of_z(z)) == pytest.approx(z, abs=1e-6)


def test_the_tenth_and_ninetieth_centile():
    assert (z_of_centile(10), z_of_centile(50), z_of_centile(90)) == pytest.approx(
        (-1.2816, 0, 1.2816), abs=5e-5)


@pytest.mark.parametrize("wrong", [0, 100, -3, 103, math.nan])
def test_no_such_centile(wrong):
    with pytest.raises(ValueError, match="centile"):
        z_of_centile(wrong)


@pytest.mark.parametrize(("days", "known"), [(97, False), (98, True), (280, True), (281, False)])
def test_the_standards_end_at_14_and_40_weeks(days, known):
    for found in (z_score(Measure.HC, 200, GestationalAge(days)),
                  centile(Measure.HC, 200, GestationalAge(days))):
        assert (found.value is not None) is known
        assert found.reason == (
            "" if known else "The INTERGROWTH-21st standards hold from 14 w 0 d to 40 w 0 d.")


@pytest.mark.parametrize("weeks", [13.99, 40.01, math.nan])
def test_no_norm_outside_the_range(weeks):
    with pytest.raises(ValueError, match="14 to 40 weeks"):
        norm(Measure.BPD, weeks)


@pytest.mark.parametrize("value", [0, -1, math.nan, math.inf])
def test_what_is_no_length_has_no_place(value):
    expected = Estimate(None, "There is no OFD in millimetres.")
    assert z_score(Measure.OFD, value, GestationalAge(140)) == expected
    assert age_of_median(Measure.OFD, value) == expected


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("step", [0.3, 0.5, 1, 26, 100])
def test_a_curve_runs_from_end_to_end(measure, step):
    points = curve(measure, 90, step_weeks=step)
    ages = [weeks for weeks, _ in points]
    assert (ages[0], ages[-1]) == (14, 40)
    assert ages == sorted(ages)
    assert max(b - a for a, b in itertools.pairwise(ages)) <= step
    assert all(value == norm(measure, weeks).value_mm(90) for weeks, value in points)


@pytest.mark.parametrize("step", [0, -1, math.nan])
def test_a_curve_needs_a_step(step):
    with pytest.raises(ValueError, match="step"):
        curve(Measure.HC, 50, step_weeks=step)


@given(st.sampled_from(Measure), st.integers(98, 280))
def test_the_median_leads_back_to_its_age(measure, days):
    value = norm(measure, days / 7).mean_mm
    assert age_of_median(measure, value).value == GestationalAge(days)


@pytest.mark.parametrize("hc_mm", [97, 335])
def test_no_median_beyond_the_ends(hc_mm):
    assert age_of_median(Measure.HC, hc_mm) == Estimate(None, range_in_words())
