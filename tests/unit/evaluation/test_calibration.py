import numpy as np
import pytest

from hc18viewer.evaluation import calibration
from hc18viewer.evaluation.calibration import (
    Measured,
    TooFewHeadsError,
    check_margin,
    learn_margin,
)
from hc18viewer.model.doubt import Doubt


def heads(count, seed, *, telling=True):
    """Return heads whose errors grow with their doubt, as far as it is telling."""
    rng = np.random.default_rng(seed)
    found = []
    for number in range(count):
        level = np.exp(rng.normal(0, 0.8))
        error = rng.normal(0, 1.5 * (level**0.3 if telling else 1))
        sign = 0.004 * level
        doubt = Doubt(sign, sign, sign, sign, 2 * sign, 15 * sign, 0.0)
        found.append(Measured(f"s{number // 2}", doubt, 200.0, error))
    return found


def covered(margin, heads):
    hits = []
    for head in heads:
        low, high = margin.judge(head.doubt, head.hc_mm).interval_mm
        hits.append(low <= head.hc_mm - head.hc_error_mm <= high)
    return float(np.mean(hits))


@pytest.mark.parametrize("telling", [True, False])
def test_nine_of_ten_heads_never_seen_lie_in_their_interval(telling):
    shares = [
        covered(learn_margin(heads(160, seed, telling=telling), source="x"),
                heads(2000, 99 + seed, telling=telling))
        for seed in range(10)
    ]
    assert 0.88 < np.mean(shares) < 0.93
    assert min(shares) > 0.8


def test_telling_signs_make_it_narrower_and_find_the_large_errors():
    check = check_margin(heads(2000, 5))
    assert 0.86 < check.coverage < 0.95
    assert check.width_mm < check.constant_width_mm
    assert check.caught_share > 0.3


def test_signs_that_tell_nothing_catch_no_more_than_chance():
    assert check_margin(heads(2000, 5, telling=False)).caught_share < 0.3


def test_no_head_tells_of_itself_in_the_check(monkeypatch):
    known, learnt_from = heads(120, 4), []

    def noted(some, *, source):
        learnt_from.append({head.subject for head in some})
        return learn_margin(some, source=source)

    monkeypatch.setattr(calibration, "learn_margin", noted)
    check_margin(known)
    left_out = [{head.subject for head in known} - subjects for subjects in learnt_from]
    assert sum(map(len, left_out)) == len(set.union(*left_out)) == 60


def test_the_risk_is_the_mean_error():
    known = heads(400, 3)
    margin = learn_margin(known, source="x")
    risks = [margin.judge(head.doubt, head.hc_mm).risk_mm for head in known]
    errors = np.abs([head.hc_error_mm for head in known])
    assert np.mean(risks) == pytest.approx(errors.mean())


def test_the_margin_says_what_it_was_learnt_from():
    margin = learn_margin(heads(60, 1), source="a fold")
    assert (margin.cases, margin.subjects, margin.source) == (60, 30, "a fold")


def test_every_head_it_was_learnt_from_stays_a_head():
    known = heads(100, 2)
    margin = learn_margin(known, source="x")
    assert not any(margin.refuses(head.doubt) for head in known)


def test_too_few_heads_are_refused():
    with pytest.raises(TooFewHeadsError, match="29 heads"):
        learn_margin(heads(29, 0), source="x")
