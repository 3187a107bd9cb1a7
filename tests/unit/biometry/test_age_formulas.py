import math
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hc18viewer.biometry.age import HADLOCK_1984, INTERGROWTH_2016, GestationalAge
from hc18viewer.biometry.estimate import Estimate

FORMULAS = (HADLOCK_1984, INTERGROWTH_2016)


# exp(0.0597 x (ln 175)^2 + 6.409e-9 x 175^3 + 3.3258) = 141.54 days, and so on
@pytest.mark.parametrize(("hc_mm", "days"), [(100, 99.32), (175, 141.54), (250, 189.80),
                                             (300, 230.69), (340, 272.08)])
def test_intergrowths_formula_of_2016(hc_mm, days):
    assert INTERGROWTH_2016.weeks_of(hc_mm) * 7 == pytest.approx(days, abs=0.01)
    assert INTERGROWTH_2016.estimate(hc_mm) == Estimate(GestationalAge(round(days)))


@pytest.mark.parametrize(("formula", "low_mm", "high_mm", "words"), [
    (HADLOCK_1984, 89.4, 357.6, "Hadlock's formula holds from 14 w 0 d to 42 w 0 d."),
    (INTERGROWTH_2016, 97.7, 346.6,
     "The INTERGROWTH-21st formula holds from 14 w 0 d to 40 w 0 d."),
])
def test_outside_its_range_a_formula_gives_a_reason(formula, low_mm, high_mm, words):
    low, high = formula.range_weeks
    assert formula.estimate(low_mm).value == GestationalAge(round(7 * low))
    assert formula.estimate(high_mm).value == GestationalAge(round(7 * high))
    for hc_mm in (low_mm - 0.3, high_mm + 0.3, 0.001, 1e9):
        assert formula.estimate(hc_mm) == Estimate(None, words)


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("hc_mm", [0, -200, math.nan, math.inf, -math.inf])
def test_what_is_no_length_has_no_age(formula, hc_mm):
    assert "no head circumference" in formula.estimate(hc_mm).reason


@pytest.mark.parametrize("formula", FORMULAS)
@given(first=st.floats(98, 346), second=st.floats(98, 346))
def test_a_larger_head_is_never_younger_and_changes_add_up(formula, first, second):
    change = formula.change_days(first, second).value
    assert (change >= 0) if second >= first else (change <= 0)
    assert formula.change_days(second, first).value == -change
    ages = [formula.estimate(hc_mm).value.total_days for hc_mm in (first, second)]
    assert change == ages[1] - ages[0]


def test_there_is_no_change_where_an_age_is_missing():
    for pair in ((60, 200), (200, 60), (60, 60)):
        assert HADLOCK_1984.change_days(*pair) == Estimate(None, HADLOCK_1984.range_in_words())


@given(st.floats(120, 330))
def test_the_two_formulas_agree_to_a_week(hc_mm):
    hadlock, intergrowth = (formula.estimate(hc_mm).value.total_days for formula in FORMULAS)
    assert abs(hadlock - intergrowth) <= 7


def test_an_estimate_has_a_value_or_a_reason():
    for wrong in ((None, ""), (3, "why")):
        with pytest.raises(ValueError, match="either"):
            Estimate(*wrong)
    with pytest.raises(FrozenInstanceError):
        Estimate(3).value = 4
    assert Estimate(0).value == 0


def test_decimal_weeks_keep_the_days():
    assert GestationalAge(143).decimal_weeks == pytest.approx(20 + 3 / 7)
