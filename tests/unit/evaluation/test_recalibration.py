from dataclasses import replace

import numpy as np
import pytest

from hc18viewer.evaluation.calibration import Measured, learn_margin
from hc18viewer.evaluation.recalibration import LEAST_HEADS, refitted
from hc18viewer.model.doubt import Doubt

DOUBT = Doubt(0.01, 0.005, 0.01, 0.006, 0.012, 0.1, 0.0)


def heads(count, spread_mm, seed=0):
    rng = np.random.default_rng(seed)
    return [
        Measured(f"s{i}", replace(DOUBT, mirror=0.01 * rng.uniform(0.5, 2)), 180.0,
                 float(rng.normal(0, spread_mm)))
        for i in range(count)
    ]


@pytest.fixture(scope="module")
def margin():
    return learn_margin(heads(200, 2.0), source="HC18")


def covered(margin, many):
    inside = 0
    for head in many:
        low, high = margin.judge(head.doubt, head.hc_mm).interval_mm
        inside += low <= head.hc_mm - head.hc_error_mm <= high
    return inside / len(many)


def test_the_interval_follows_the_clinics_errors(margin):
    other = refitted(margin, gate=heads(60, 4.0, 1), seen=[], source="clinic")
    assert covered(margin, heads(500, 4.0, 2)) < 0.75
    assert 0.85 <= covered(other, heads(500, 4.0, 2)) <= 0.97
    assert (other.cases, other.source) == (60, "clinic")


def test_it_grows_shorter_too_where_there_are_heads_enough(margin):
    other = refitted(margin, gate=heads(60, 1.0, 1), seen=[], source="clinic")
    assert other.stretch < margin.stretch


def test_few_heads_never_shorten_it(margin):
    few = heads(LEAST_HEADS - 1, 0.1)
    assert refitted(margin, gate=few, seen=[], source="c").stretch == margin.stretch
    assert refitted(margin, gate=[], seen=[], source="c").stretch == margin.stretch


def test_a_child_may_see_a_mirror_image_otherwise_than_its_parent_did(margin):
    parted = replace(DOUBT, mirror=0.09)
    assert margin.refuses(parted)
    child = refitted(margin, gate=heads(20, 2.0), seen=[], source="c")
    assert not child.refuses(parted)
    assert child.refuses(replace(DOUBT, mirror=0.11))


def test_what_a_reader_confirmed_is_a_head_from_then_on(margin):
    soft = replace(DOUBT, softness=2 * margin.limits.softness)
    assert margin.refuses(soft)
    assert not refitted(margin, gate=heads(20, 2.0), seen=[soft], source="c").refuses(soft)
