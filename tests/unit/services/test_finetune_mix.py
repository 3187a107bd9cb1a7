"""Mixes of networks that draw a circle larger by what their one weight and their bias say."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from hc18viewer.evaluation.metrics import compare
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.services.finetune_mix import SHARES, Mix, Outside
from hc18viewer.training.lessons import Lesson, Part, Source

HEAD = Ellipse(100, 80, 60, 50, 0.0)


def state(size, bias=0.0):
    return {"size": torch.tensor([float(size)]), "head.bias": torch.tensor([float(bias)])}


def lessons(count, first=0):
    rng = np.random.default_rng(first)
    return [
        Lesson(str(first + i), str(first + i), Path("x"),
               replace(HEAD, a=HEAD.a * (1 + 0.004 * rng.standard_normal())), 0.2, Part.LEARN,
               Source.CORRECTION)
        for i in range(count)
    ]


class CircleJudge:
    """Sees heads (1 + size + bias / 100) times as large as HEAD; `flat` ones ignore the bias."""

    def __init__(self, flat=False, stretch=None):
        self.states, self.flat = {}, flat
        self.stretch = stretch or (lambda size, number: 0.0)  # a wrong form, of a size and lesson

    def knows(self, version):
        return version in self.states

    def add(self, version, weights):
        self.states[version] = weights

    def figures(self, version, wanted, margin):
        weights = self.states[version]
        size = weights["size"].item()
        factor = 1 + size + (0 if self.flat else weights["head.bias"].item() / 100)
        found = []
        for lesson in wanted:
            form = 1 + self.stretch(size, int(lesson.case_key))
            seen = replace(HEAD, a=factor * form * HEAD.a, b=factor / form * HEAD.b)
            found.append(compare(
                lesson.case_key, predicted=seen, truth=lesson.ellipse, shape=(160, 200),
                pixel_size_mm=lesson.pixel_size_mm,
            ))
        return found


def outside(judge, child, parent=-0.01, level=0.0):
    parts = [(lessons(7), state(child)), (lessons(7, 20), state(child)),
             (lessons(7, 40), state(child))]
    return Outside(judge, state(parent), parts, level=level)


def size_of(mix, child, parent=-0.01):
    mixed = mix.of(state(parent), state(child))
    return mixed["size"].item() + mixed["head.bias"].item() / 100


def test_a_mix_is_a_share_of_the_way_with_a_level_upon_it():
    mixed = Mix(0.25, 0.5).of(state(0.0, 1.0), state(0.4, 3.0))
    assert mixed["size"].item() == pytest.approx(0.1)
    assert mixed["head.bias"].item() == pytest.approx(2.0)


@pytest.mark.parametrize("child", [-0.01, 0.008, 0.0])
def test_the_level_sets_the_size_right(child):
    mix = outside(CircleJudge(), child).best_mix(None)
    assert abs(size_of(mix, child)) < 0.002
    assert mix.share in SHARES


def test_the_share_is_chosen_by_the_form_not_by_the_size_that_the_level_sets_right():
    # The nearer to the parent, the better the form; the farther, the better the size.
    judge = CircleJudge(stretch=lambda size, _: 0.3 * max(0.0, size + 0.01))
    mix = outside(judge, 0.0).best_mix(None)
    assert mix.share == 0.25
    assert abs(size_of(mix, 0.0)) < 0.002


def test_no_level_where_the_outline_does_not_follow_or_the_size_is_right():
    assert outside(CircleJudge(flat=True), -0.01).best_mix(None).level == 0
    assert outside(CircleJudge(), 0.0, parent=0.0).best_mix(None).level == 0


def test_a_level_is_bounded():
    assert outside(CircleJudge(), -0.2, parent=-0.2).best_mix(None).level == 1.5
    assert outside(CircleJudge(), 0.2, parent=0.2).best_mix(None).level == -1.5


@pytest.mark.parametrize(("before", "size", "level"), [
    (1.0, -0.2, 0.5), (1.0, 0.2, -2.5), (-1.5, 0.2, 0.0), (2.0, -0.2, 0.0)])
def test_the_bound_holds_over_generations(before, size, level):
    found = outside(CircleJudge(), size, parent=size, level=before).best_mix(None)
    assert found.level == pytest.approx(level)


def test_lessons_and_figures_go_together():
    found = outside(CircleJudge(), -0.01)
    keys = [each.case_key for each in found.figures(Mix(1.0), None)]
    assert keys == [lesson.case_key for lesson in found.lessons]
    assert len(keys) == 21


@pytest.mark.parametrize(("gain", "chosen"), [
    (0.05, 0.25), (0.4, 0.25), (0.8, 0.5), (3.0, 1.0)])
def test_the_smallest_share_that_may_be_the_best_by_chance_is_taken(gain, chosen):
    # On the mean the form grows better with the share, in some heads worse.
    rng = np.random.default_rng(3)
    gains = dict(zip([*range(7), *range(20, 27), *range(40, 47)],
                     gain + (rng.permutation(21) - 10) / 6, strict=True))
    judge = CircleJudge(stretch=lambda size, number: 0.1 - gains[number] * (size + 0.01))
    assert outside(judge, 0.01).best_mix(None).share == chosen


def test_a_size_that_no_level_reaches_is_learnt():
    mix = outside(CircleJudge(), 0.0, parent=-0.05).best_mix(None)
    assert mix.share == 0.75
    assert abs(size_of(mix, 0.0, parent=-0.05)) < 0.003
