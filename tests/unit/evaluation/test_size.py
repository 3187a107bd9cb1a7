from dataclasses import replace

import numpy as np
import pytest

from hc18viewer.evaluation.metrics import compare
from hc18viewer.evaluation.size import LEAST_SUBJECTS, resized, size_error
from hc18viewer.geometry.ellipse import Ellipse

TRUTH = Ellipse(120, 90, 60, 45, 0.3)
SHAPE = (180, 240)


def figures(factor, truth=TRUTH, pixel_size_mm=0.2):
    predicted = replace(truth, a=factor * truth.a, b=factor * truth.b)
    return compare("x", predicted=predicted, truth=truth, shape=SHAPE,
                   pixel_size_mm=pixel_size_mm)


def seen(factors):
    return [(str(number), figures(factor)) for number, factor in enumerate(factors)]


def test_heads_drawn_too_large_are_told():
    rng = np.random.default_rng(1)
    factors = 1.03 + 0.01 * rng.standard_normal(30)
    assert size_error(seen(factors)) == pytest.approx(0.03, abs=0.004)
    assert size_error(seen(2 - factors)) == pytest.approx(-0.03, abs=0.004)


def test_what_may_be_chance_counts_as_none_and_what_is_doubtful_as_less():
    rng = np.random.default_rng(2)
    noise = rng.standard_normal(30)
    noise -= noise.mean()
    assert size_error(seen(1 + 0.001 + 0.02 * noise)) == 0
    assert 0.004 < size_error(seen(1 + 0.006 + 0.012 * noise)) < 0.0055


def test_a_few_wrong_corrections_do_not_count():
    factors = np.concatenate([1 + 0.01 * np.linspace(-1, 1, 21), np.full(9, 0.4)])
    assert abs(size_error(seen(factors))) < 0.006


def test_a_subject_with_many_frames_counts_once():
    frames = [("one", figures(1.2))] * 50
    others = [(str(number), figures(1.0)) for number in range(LEAST_SUBJECTS)]
    assert size_error(frames + others) == 0


def test_of_too_few_subjects_nothing_is_told():
    assert size_error(seen(np.full(LEAST_SUBJECTS - 1, 1.03))) == 0
    assert size_error(seen(np.full(LEAST_SUBJECTS, 1.03))) == pytest.approx(0.03)
    missed = compare("x", predicted=None, truth=TRUTH, shape=SHAPE, pixel_size_mm=0.2)
    assert size_error([("a", missed)]) == 0
    assert size_error([]) == 0


def test_resized_figures_are_those_of_the_resized_head():
    for pixel_size_mm in (0.2, None):
        found = resized(figures(1.05, pixel_size_mm=pixel_size_mm), 1 / 1.05)
        wanted = figures(1.0, pixel_size_mm=pixel_size_mm)
        assert found.dice_percent == pytest.approx(100, abs=0.05)
        assert found.hc_error_mm == pytest.approx(wanted.hc_error_mm)
        assert found.hc_predicted_mm == pytest.approx(wanted.hc_predicted_mm)
        assert found.predicted.a == pytest.approx(TRUTH.a)
    missed = compare("x", predicted=None, truth=TRUTH, shape=SHAPE, pixel_size_mm=0.2)
    assert resized(missed, 1.1) == missed
