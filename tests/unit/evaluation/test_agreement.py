import math

import pytest

from hc18viewer.evaluation.agreement import agreement
from hc18viewer.evaluation.metrics import CaseFigures


def case(error):
    known = error is not None
    return CaseFigures("a", known, 90.0, 80.0, 1.0 if known else None, error,
                       200.0 if known else None, 200.0 + error if known else None)


def test_limits_of_agreement_by_hand():
    found = agreement([case(1.0), case(2.0), case(None), case(6.0)])
    # mean 3; squares of the deviations 4 + 1 + 9 = 14, over n - 1 = 2
    assert (found.n, found.bias_mm) == (3, pytest.approx(3.0))
    assert found.sd_mm == pytest.approx(math.sqrt(7))
    assert found.low_mm == pytest.approx(3 - 1.96 * math.sqrt(7))
    assert found.high_mm == pytest.approx(3 + 1.96 * math.sqrt(7))


@pytest.mark.parametrize("errors", [[], [None, None], [1.5], [None, 1.5]])
def test_one_error_has_no_limits(errors):
    assert agreement([case(error) for error in errors]) is None
