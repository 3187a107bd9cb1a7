from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hc18viewer.biometry.age import GestationalAge
from hc18viewer.biometry.dating import Basis, Dating, DatingError
from hc18viewer.errors import Hc18ViewerError

SCAN = date(2024, 3, 1)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def before(days):
    return SCAN - timedelta(days=days)


@pytest.mark.parametrize(("dating", "text"), [
    (Dating(SCAN, Basis.LAST_PERIOD, date(2023, 10, 12)), "20 w 1 d"),
    (Dating(SCAN, Basis.LAST_PERIOD, SCAN), "0 w 0 d"),
    (Dating(SCAN, Basis.LAST_PERIOD, before(308)), "44 w 0 d"),
    (Dating(SCAN, Basis.DUE_DATE, date(2024, 7, 18)), "20 w 1 d"),
    (Dating(SCAN, Basis.DUE_DATE, SCAN), "40 w 0 d"),
    (Dating(SCAN, Basis.DUE_DATE, before(28)), "44 w 0 d"),
    (Dating(SCAN, Basis.EARLIER_SCAN, date(2024, 2, 1), GestationalAge(85)), "16 w 2 d"),
    (Dating(SCAN, Basis.EARLIER_SCAN, SCAN, GestationalAge(85)), "12 w 1 d"),
])
def test_the_age_on_the_day_of_the_scan(dating, text):
    assert str(dating.age_at_scan) == text


@given(DAYS, st.integers(0, 308), st.integers(0, 308))
def test_three_ways_to_one_age(scan, days, earlier_by):
    due = scan + timedelta(days=280 - days)
    datings = [Dating(scan, Basis.LAST_PERIOD, scan - timedelta(days=days)),
               Dating(scan, Basis.DUE_DATE, due)]
    if earlier_by <= days:
        datings.append(Dating(scan, Basis.EARLIER_SCAN, scan - timedelta(days=earlier_by),
                              GestationalAge(days - earlier_by)))
    for dating in datings:
        assert dating.age_at_scan == GestationalAge(days)
        assert dating.due_date == due


@pytest.mark.parametrize(("dating", "words"), [
    (Dating(SCAN, Basis.LAST_PERIOD, date(2024, 3, 2)), "before the last menstrual period"),
    (Dating(SCAN, Basis.LAST_PERIOD, before(309)), "44 w 1 d, more than 44 weeks"),
    (Dating(SCAN, Basis.DUE_DATE, SCAN + timedelta(days=281)), "more than 280 days after"),
    (Dating(SCAN, Basis.DUE_DATE, before(29)), "more than 44 weeks"),
    (Dating(SCAN, Basis.EARLIER_SCAN, date(2024, 3, 2), GestationalAge(80)), "after this one"),
    (Dating(SCAN, Basis.EARLIER_SCAN, SCAN, GestationalAge(309)), "between 0 and 44 weeks"),
    (Dating(SCAN, Basis.EARLIER_SCAN, SCAN, GestationalAge(-1)), "between 0 and 44 weeks"),
    (Dating(SCAN, Basis.EARLIER_SCAN, before(1), GestationalAge(308)), "check the dates"),
])
def test_dates_that_make_no_sense_say_so(dating, words):
    for wanted in ("age_at_scan", "due_date"):
        with pytest.raises(DatingError, match=words):
            getattr(dating, wanted)
    assert issubclass(DatingError, Hc18ViewerError)


def test_a_due_date_beyond_the_calendar():
    dating = Dating(date.max, Basis.LAST_PERIOD, date.max)
    with pytest.raises(DatingError, match="far in the future"):
        _ = dating.due_date


@pytest.mark.parametrize(("basis", "age"), [
    (Basis.EARLIER_SCAN, None), (Basis.LAST_PERIOD, GestationalAge(3)),
    (Basis.DUE_DATE, GestationalAge(3)),
])
def test_an_age_belongs_to_an_earlier_scan(basis, age):
    with pytest.raises(ValueError, match="earlier scan"):
        Dating(SCAN, basis, SCAN, age)
