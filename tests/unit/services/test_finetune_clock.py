from pathlib import Path

import pytest

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.progress import Progress
from hc18viewer.services.finetune_clock import RunClock
from hc18viewer.training.lessons import Job, Lesson, Part, Source


def job(epochs=10):
    head = Ellipse(5, 5, 3, 2, 0)
    parts = [Part.LEARN] * 16 + [Part.GATE] * 10
    lessons = tuple(
        Lesson(f"{n}", f"{n}", Path("x"), head, 0.1, part, Source.CORRECTION)
        for n, part in enumerate(parts)
    )
    return Job("child", Path("p"), "study", "", 0, epochs, False, lessons)


def learn(clock, step, seconds, *, steps=40):
    clock.note(Progress(round(1000 * step / steps), 1000, f"Epoch {step // 4 + 1}, loss 0.1"),
               seconds)


def test_the_time_left_follows_the_steps_done():
    clock = RunClock(job())
    assert clock.seconds_left is None
    for step in range(1, 21):
        learn(clock, step, 2.0 * step)
    assert clock.epoch == 6
    assert not clock.judging
    total = 40 + 3 * 40 * 2 / 3 + 0.4 * (5 * 26 + 16)
    assert clock.seconds_left == pytest.approx(2 * (total - 20), rel=0.02)
    assert clock.share_done == pytest.approx(20 / total, rel=0.02)


def test_a_pause_is_no_time_that_a_step_takes():
    clock = RunClock(job())
    for step in range(1, 11):
        learn(clock, step, 2.0 * step)
    before = clock.seconds_left
    clock.pause()
    learn(clock, 11, 5000.0)
    assert clock.seconds_left < before


def test_learning_that_ends_early_lets_the_rest_jump():
    clock = RunClock(job())
    for step in range(1, 13):
        learn(clock, step, float(step))
    before = clock.share_done
    learn(clock, 1, 13.0)
    assert (clock.round, clock.epoch) == (1, 1)
    assert clock.share_done > 2 * before
    clock.note(Progress(0, 0, "Comparing"), 14.0)
    assert clock.judging
    assert clock.share_done > 0.6


def test_each_learning_counts():
    clock = RunClock(job())
    shares = []
    for number in range(4):
        for step in range(1, 41, 3):
            learn(clock, step, 40.0 * number + step)
            shares.append(clock.share_done)
    assert shares == sorted(shares)
    assert not clock.judging
    for look in range(200):
        clock.note(Progress(0, 0, "Comparing"), 200.0 + look)
    assert clock.share_done == 1
    assert clock.seconds_left == 0
