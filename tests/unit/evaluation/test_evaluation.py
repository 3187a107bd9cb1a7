from pathlib import Path

import pytest

from hc18viewer.dataset.case import Case
from hc18viewer.evaluation.metrics import compare, summarise
from hc18viewer.evaluation.split import Fold, held_back, kept, subject_fold
from hc18viewer.evaluation.strata import intervals, strata
from hc18viewer.geometry.ellipse import Ellipse

HEAD = Ellipse(200, 150, 100, 100, 0)


def figures(predicted, size=0.1):
    return compare("a", predicted=predicted, truth=HEAD, shape=(300, 400), pixel_size_mm=size)


def test_the_same_ellipse_agrees_in_everything():
    found = figures(HEAD)
    assert (found.dice_percent, found.iou_percent) == (100, 100)
    assert (found.hd_mm, found.hc_error_mm) == (0, 0)


def test_a_larger_circle_is_off_by_its_rim():
    found = figures(HEAD.scaled(1.1))
    assert found.hd_mm == pytest.approx(1.0, abs=0.01)
    assert found.hc_error_mm == pytest.approx(2 * 3.14159265, abs=0.01)
    assert found.iou_percent == pytest.approx(100 / 1.21, abs=0.5)
    assert found.dice_percent == pytest.approx(200 / 2.21, abs=0.5)


def test_no_lengths_without_a_pixel_size():
    found = figures(HEAD.scaled(1.1), size=None)
    assert (found.hd_mm, found.hc_error_mm, found.hc_truth_mm) == (None, None, None)
    assert found.dice_percent > 80


def test_a_missed_head_counts_with_nought():
    missed = figures(None)
    assert not missed.found
    summary = summarise([figures(HEAD), missed, figures(HEAD.scaled(0.9))])
    assert (summary.n, summary.missed, summary.worst_dice_percent) == (3, 1, 0)
    assert summary.dice_percent == pytest.approx((100 + figures(HEAD.scaled(0.9)).dice_percent) / 3)
    assert summary.hc_mae_mm == pytest.approx(-summary.hc_bias_mm)
    assert summary.hc_mae_mm == pytest.approx(3.14159265, abs=0.01)


def test_no_cases_give_no_figures():
    assert summarise([]).dice_percent is None


def case(subject):
    return Case(f"{subject}.png", Path("x"), "", subject)


def test_each_subject_is_held_back_in_one_fold():
    cases = [case(f"training_set/{number:03d}") for number in range(300)]
    folds = [held_back(cases, Fold(index, 5)) for index in range(1, 6)]
    assert sorted(c.subject for fold in folds for c in fold) == [c.subject for c in cases]
    assert all(40 <= len(fold) <= 80 for fold in folds)
    assert set(kept(cases, Fold(2, 5))) == set(cases) - set(folds[1])


def test_the_rule_never_changes():
    # The shipped model's figures rest on it.
    assert [subject_fold(f"training_set/{n:03d}", 5) for n in range(6)] == [1, 5, 3, 3, 3, 3]


@pytest.mark.parametrize("text", ["", "2", "0/5", "6/5", "a/b", "1/0"])
def test_what_is_no_fold_is_refused(text):
    with pytest.raises(ValueError, match=r"fold|invalid"):
        Fold.parse(text)
    assert str(Fold.parse("2/5")) == "2/5"


def test_intervals_hold_the_mean_and_narrow_with_more_cases():
    few = [figures(HEAD.scaled(scale)) for scale in (0.9, 1.0, 1.1, 1.05)]
    low, high = intervals(few).hc_bias_mm
    assert low < summarise(few).hc_bias_mm < high
    narrow = intervals(few * 25).hc_bias_mm
    assert narrow[1] - narrow[0] < (high - low) / 3
    assert intervals([]).dice_percent is None


def test_strata_part_the_cases_by_their_true_hc():
    found = [figures(HEAD, size=size) for size in (0.1, 0.2, 0.3, 0.31, 0.45)]
    parts = strata(found)
    assert [(part.name, part.summary.n) for part in parts] == [
        ("HC 0 to 150 mm", 2), ("HC 150 to 250 mm", 2), ("HC from 250 mm", 1)]
