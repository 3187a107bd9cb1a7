import pytest

from hc18viewer.biometry.age import HADLOCK_1984, GestationalAge
from hc18viewer.biometry.head import measure_head


def test_a_head_is_measured_outer_to_outer():
    lengths = measure_head(perimeter_px=1000, semi_a_px=200, semi_b_px=156)
    assert (lengths.hc_px, lengths.bpd_px, lengths.ofd_px) == (1000, 312, 400)
    head = lengths.in_mm(0.2)
    assert (head.hc_mm, head.ofd_mm) == pytest.approx((200, 80))
    assert head.bpd_mm == pytest.approx(62.4)
    assert lengths.cephalic_index == pytest.approx(78)
    assert lengths.cephalic_index_is_normal


@pytest.mark.parametrize("size", [0, -0.1, float("nan")])
def test_no_millimetres_without_a_pixel_size(size):
    lengths = measure_head(perimeter_px=1, semi_a_px=1, semi_b_px=1)
    with pytest.raises(ValueError, match="pixel size"):
        lengths.in_mm(size)


@pytest.mark.parametrize(("hc_mm", "weeks"), [(175, 20.02), (250, 27.15), (300, 33.26)])
def test_hadlocks_formula_of_1984(hc_mm, weeks):
    assert HADLOCK_1984.estimate(hc_mm).value.total_days == round(7 * weeks)


@pytest.mark.parametrize("hc_mm", [44.3, 80, 370])
def test_no_age_outside_the_formulas_range(hc_mm):
    assert HADLOCK_1984.estimate(hc_mm).value is None


def test_an_age_is_written_in_weeks_and_days():
    assert str(GestationalAge.from_weeks(20.0)) == "20 w 0 d"
    assert str(GestationalAge(146)) == "20 w 6 d"
