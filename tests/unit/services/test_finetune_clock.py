from pathlib import Path

import pytest

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.progress import Progress
from hc18viewer.services.finetune_clock import RunClock
from hc18viewer.services.finetune_work import FINE, Work
from hc18viewer.training.lessons import Job, Lesson, Part, Source


def job(epochs=10):
    head = Ellipse(5, 5, 3, 2, 0)
    parts = [Part.LEARN] * 16 + [Part.GATE] * 10
    lessons = tuple(
        Lesson(f"{n}", f"{n}", Path("x"), head, 0.1, part, Source.CORRECTION)
        for n, part in enumerate(parts)
    )
    return Job("child", Path("p"), "study", "", 0, epochs, False, lessons)


WORK = Work.of(job().lessons, 10)


def learn(clock, step, seconds, *, number=0):
    share = WORK.share_learnt(number, step / 40)
    clock.note(Progress(round(FINE * share), FINE, f"Epoch {step // 4 + 1}, loss 0.1"), seconds)


def test_the_time_left_follows_what_is_done():
    clock = RunClock(job())
    assert clock.seconds_left is None
    for step in range(21):
        learn(clock, step, 2.0 * step)
    assert (clock.epoch, clock.round, clock.judging) == (6, 0, False)
    share = WORK.share_learnt(0, 0.5)
    assert clock.share_done == pytest.approx(share, abs=1e-4)
    assert clock.seconds_left == pytest.approx(40 * (1 - share) / share, rel=0.01)


def test_a_pause_is_no_time_that_a_step_takes():
    clock = RunClock(job())
    for step in range(11):
        learn(clock, step, 2.0 * step)
    before = clock.seconds_left
    clock.pause()
    learn(clock, 11, 5000.0)
    assert clock.seconds_left < before


def test_learning_that_ends_early_lets_the_rest_jump_and_counts_for_no_speed():
    clock = RunClock(job())
    for step in range(13):
        learn(clock, step, float(step))
    per_share = 12 / WORK.share_learnt(0, 12 / 40)
    before = clock.share_done
    learn(clock, 1, 13.0, number=1)
    assert (clock.round, clock.epoch) == (1, 1)
    assert clock.share_done > 2 * before
    assert clock.seconds_left == pytest.approx(per_share * (1 - clock.share_done), rel=0.15)


def test_a_run_that_goes_on_tells_by_what_is_left_alone():
    clock = RunClock(job())
    for step in range(11):
        learn(clock, step, 3.0 * step, number=3)
    assert clock.round == 3
    per_share = 30 / (WORK.share_learnt(3, 0.25) - WORK.share_learnt(3, 0))
    assert clock.seconds_left == pytest.approx(per_share * (1 - clock.share_done), rel=0.02)


def test_each_learning_counts_and_then_the_looks():
    clock = RunClock(job())
    shares = []
    for number in range(4):
        for step in range(0, 40, 3):
            learn(clock, step, 40.0 * number + step, number=number)
            assert clock.round == number
            shares.append(clock.share_done)
    assert shares == sorted(shares)
    assert not clock.judging
    for look in range(1000):
        done = WORK.share_judged(look)
        clock.note(Progress(round(FINE * done), FINE, "Comparing"), 200.0 + look)
        assert clock.judging
    assert clock.share_done == 1
    assert clock.seconds_left == 0


def test_a_word_without_a_share_changes_nothing():
    clock = RunClock(job())
    learn(clock, 8, 8.0)
    before = clock.share_done
    clock.note(Progress(0, 0, "x"), 9.0)
    assert clock.share_done == before
