import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from hc18viewer.dataset.case import Case
from hc18viewer.dataset.images import ImageError
from hc18viewer.evaluation.metrics import CaseFigures, compare, summarise
from hc18viewer.evaluation.split import Fold, held_back, kept, subject_fold
from hc18viewer.evaluation.strata import strata
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.ellipse import Ellipse

TRUTH = Ellipse(200.0, 150.0, 100.0, 80.0, 0.0)


def test_figures_of_a_shifted_ellipse_are_those_counted_pixel_by_pixel():
    shift, size = 7.0, 0.2
    found = compare("a", predicted=Ellipse(200 + shift, 150, 100, 80, 0), truth=TRUTH,
                    shape=(300, 400), pixel_size_mm=size)
    both = either = 0
    for row in range(300):
        for column in range(400):
            in_truth = ((column - 200) / 100) ** 2 + ((row - 150) / 80) ** 2 <= 1
            in_found = ((column - 207) / 100) ** 2 + ((row - 150) / 80) ** 2 <= 1
            both += in_truth and in_found
            either += in_truth or in_found
    assert found.iou_percent == pytest.approx(100 * both / either)
    assert found.dice_percent == pytest.approx(100 * 2 * both / (both + either))
    assert found.hd_mm == pytest.approx(shift * size, rel=1e-3)
    assert found.hc_error_mm == 0
    h = (20 / 180) ** 2
    around = math.pi * 180 * (1 + 3 * h / (10 + math.sqrt(4 - 3 * h)))
    assert found.hc_truth_mm == found.hc_predicted_mm == pytest.approx(around * size)


def test_ellipses_apart_share_nothing():
    found = compare("a", predicted=Ellipse(40, 40, 20, 20, 0), truth=Ellipse(160, 40, 20, 20, 0),
                    shape=(80, 200), pixel_size_mm=1.0)
    assert (found.dice_percent, found.iou_percent, found.found) == (0, 0, True)
    assert found.hd_mm == pytest.approx(120, abs=0.1)


@settings(deadline=None, max_examples=40)
@given(st.floats(0.5, 1.5), st.floats(-30, 30), st.floats(0, 3.1))
def test_dice_and_iou_tell_the_same(scale, shift, angle):
    found = compare("a", predicted=Ellipse(200 + shift, 150, 100 * scale, 80 * scale, angle),
                    truth=TRUTH, shape=(300, 400), pixel_size_mm=0.1)
    share = found.iou_percent / 100
    assert found.dice_percent == pytest.approx(100 * 2 * share / (1 + share))
    assert found.hd_mm >= 0


def figures(key, error, *, dice=90.0, truth=200.0):
    known = error is not None
    return CaseFigures(key, True, dice, 80.0, 1.0 if known else None, error,
                       truth if known else None, truth + error if known else None)


def test_a_summary_is_the_mean_over_those_that_have_the_figure():
    summary = summarise([
        figures("a", 2.0, dice=90.0), figures("b", -4.0, dice=96.0), figures("c", None, dice=99.0),
        CaseFigures("d", False, 0.0, 0.0, None, None, 200.0, None),
    ])
    assert (summary.n, summary.missed) == (4, 1)
    assert summary.dice_percent == pytest.approx((90 + 96 + 99 + 0) / 4)
    assert summary.iou_percent == pytest.approx(240 / 4)
    assert summary.hc_mae_mm == pytest.approx(3.0)
    assert summary.hc_bias_mm == pytest.approx(-1.0)
    assert summary.hd_mm == 1.0
    assert summary.worst_dice_percent == 0


def test_only_missed_heads_have_no_lengths():
    summary = summarise([CaseFigures("d", False, 0.0, 0.0, None, None, 200.0, None)])
    assert (summary.dice_percent, summary.missed) == (0.0, 1)
    assert (summary.hd_mm, summary.hc_mae_mm, summary.hc_bias_mm) == (None, None, None)


def test_a_stratum_takes_its_lower_bound_and_missed_heads_too():
    parts = strata([
        figures("a", 1.0, truth=149.99), figures("b", 1.0, truth=150.0), figures("c", None),
        CaseFigures("d", False, 0.0, 0.0, None, None, 260.0, None),
    ])
    assert [(part.name, part.summary.n, part.summary.missed) for part in parts] == [
        ("HC 0 to 150 mm", 1, 0), ("HC 150 to 250 mm", 1, 0), ("HC from 250 mm", 1, 1)]
    assert strata([]) == ()


def case(subject, frame=""):
    return Case(f"{subject}{frame}.png", Path("x"), "", subject)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(max_size=8), max_size=30), st.integers(1, 9))
def test_frames_of_one_subject_are_never_parted(subjects, count):
    cases = [case(subject, frame) for subject in subjects for frame in ("_HC", "_2HC")]
    for index in range(1, count + 1):
        fold = Fold(index, count)
        seen = {c.subject for c in kept(cases, fold)}
        unseen = {c.subject for c in held_back(cases, fold)}
        assert not seen & unseen
        assert seen | unseen == set(subjects)
    assert all(1 <= subject_fold(subject, count) <= count for subject in subjects)


def test_more_cases_move_no_subject():
    few = [case(f"s/{number:03d}") for number in range(20)]
    many = [case(f"s/{number:03d}") for number in range(200)]
    fold = Fold(2, 5)
    assert set(held_back(few, fold)) == set(held_back(many, fold)) & set(few)


def drawn_case(folder, drawn):
    Image.fromarray(np.zeros((300, 400), np.uint8)).save(folder / "a.png")
    Image.fromarray(drawn).save(folder / "a_Annotation.png")
    return Case("a.png", folder / "a.png", "", "a", folder / "a_Annotation.png", 0.1)


def radius(ellipse):
    x, y = np.arange(400) - ellipse.x, (np.arange(300) - ellipse.y)[:, None]
    (cos, sin) = ellipse.major_direction
    return np.hypot((x * cos + y * sin) / ellipse.a, (y * cos - x * sin) / ellipse.b)


@pytest.mark.parametrize("filled", [True, False])
def test_outline_and_filled_mask_give_one_truth(tmp_path, filled):
    head = Ellipse(201.3, 149.6, 110.0, 85.0, 0.6)
    away = radius(head) - 1
    drawn = away <= 0 if filled else abs(away) * 95 <= 1.5
    found = truth_ellipse(drawn_case(tmp_path, drawn.astype(np.uint8) * 255))
    assert (found.x, found.y, found.a, found.b) == pytest.approx(
        (head.x, head.y, head.a, head.b), abs=0.3)
    assert found.angle_rad == pytest.approx(head.angle_rad, abs=0.01)


def test_a_case_without_annotation_has_no_truth(tmp_path):
    assert truth_ellipse(Case("a.png", tmp_path / "a.png", "", "a")) is None


@pytest.mark.parametrize("where", [np.s_[10, 10:300], np.s_[10:12, 10], np.s_[5, 5]])
def test_what_is_no_ellipse_is_said(tmp_path, where):
    drawn = np.zeros((300, 400), np.uint8)
    drawn[where] = 255
    with pytest.raises(ImageError, match=r"a\.png shows no ellipse"):
        truth_ellipse(drawn_case(tmp_path, drawn))
