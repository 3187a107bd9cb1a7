import pytest

from hc18viewer.services.finetune_work import BATCH, CROSS_PARTS, FEWEST_EPOCHS, Work, epochs_within

WORK = Work(learn=20, gate=10, reference=12, epochs=24)


def test_time_follows_from_steps_and_looks():
    assert WORK.seconds(1, 0) == 24 * 5 * (1 + CROSS_PARTS)
    assert WORK.seconds(0, 1) == 10 * 8 + 7 * 30 + 2 * 20 + 2 * 12
    assert WORK.seconds(0.3, 0.1) == pytest.approx(
        0.3 * WORK.seconds(1, 0) + 0.1 * WORK.seconds(0, 1))


def test_as_many_epochs_as_fit_into_a_time():
    def within(seconds):
        return epochs_within(WORK, seconds, step_seconds=1, look_seconds=0.1)

    assert within(1e6) == 24
    assert within(1) == FEWEST_EPOCHS
    whole = WORK.seconds(1, 0.1)
    assert within(whole) == 24
    assert within(0.99 * whole) == 23
    assert epochs_within(Work(20, 10, 12, 2), 1, step_seconds=1, look_seconds=1) == 2


def test_the_shares_follow_one_another_to_the_end():
    shares = [WORK.share_learnt(number, within) for number in range(1 + CROSS_PARTS)
              for within in (0.0, 0.5, 0.999)]
    shares += [WORK.share_judged(looks) for looks in (0, 10, 100, 10_000)]
    assert shares[0] == 0
    assert shares == sorted(shares)
    assert shares[-1] == 1
    at = [WORK.learning_at(share) for share in shares]
    assert at == [0] * 3 + [1] * 3 + [2] * 3 + [3] * 3 + [None] * 4


@pytest.mark.parametrize(("learn", "part"), [(20, 13), (20, 14), (5, 3), (60, 40), (4, 2)])
def test_a_part_is_taught_as_long_as_the_whole(learn, part):
    work = Work(learn, 10, 12, 24)
    assert work.epochs_of(learn) == 24

    def steps(lessons, epochs):
        return epochs * max(1, lessons // min(BATCH, lessons))

    off = steps(part, work.epochs_of(part)) - steps(learn, 24)
    assert abs(off) <= max(1, part // BATCH) / 2
