from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hc18viewer.evaluation.gate import (
    LEAST_SUBJECTS,
    Pair,
    advise,
    compare_models,
    far_share,
)
from hc18viewer.evaluation.gate_split import LEAST_TO_LEARN, draw_gate
from hc18viewer.evaluation.metrics import CaseFigures, compare
from hc18viewer.geometry.ellipse import Ellipse


def figures(error_mm=2.0, dice=97.0, *, found=True, key="a"):
    if not found:
        return CaseFigures(key, False, 0.0, 0.0, None, None, 180.0, None)
    return CaseFigures(key, True, dice, dice - 2, 1.0, error_mm, 180.0, 180.0 + error_mm)


def pairs(before, after, count=20, dice_after=97.0):
    """Pairs with a little scatter, each of its own subject."""
    return [
        Pair(f"s{i}", figures(before + 0.01 * (i % 5)),
             figures(after + 0.01 * (i % 3), dice_after))
        for i in range(count)
    ]


NOTHING = compare_models("the reference", [])


def judged(found, unseen=None):
    gate = compare_models("the gate", found)
    return advise(gate, compare_models("all", unseen or found), NOTHING, far_share=0)


def test_a_small_gate_is_helped_by_the_taught_judged_crosswise():
    scattered = [Pair(f"g{i}", figures(4), figures(after)) for i, after in enumerate((1, 6, 1, 5))]
    assert not judged(scattered).promote
    assert judged(scattered, [*scattered, *pairs(4, 2)]).promote


def test_a_gate_that_got_worse_is_not_outvoted():
    advice = judged(pairs(2, 3, count=10), [*pairs(2, 3, count=10), *pairs(9, 1, count=30)])
    assert advice.reasons == ("On the gate its HC error is 1.0 mm larger.",)


def test_a_child_that_halves_the_error_is_advised():
    table = compare_models("the gate", pairs(4, 2))
    assert (table.cases, table.subjects, table.better, table.worse) == (20, 20, 20, 0)
    assert table.error_change_mm == pytest.approx(-2, abs=0.05)
    assert table.error_change_95_mm[0] <= table.error_change_mm <= table.error_change_95_mm[1] < 0
    advice = advise(table, table, NOTHING, far_share=0)
    assert advice.promote
    assert advice.sentence.startswith("Better on 20 of 20, worse on 0, HC error 4.0 -> 2.0 mm")


def test_the_sign_of_an_error_does_not_count_but_its_size():
    table = compare_models("the gate", pairs(-4, 2))
    assert table.better == 20
    assert table.error_change_mm == pytest.approx(-2, abs=0.05)


def test_no_difference_is_no_reason_to_promote():
    advice = judged(pairs(2, 2))
    assert not advice.promote
    assert advice.reasons == ("It is not surely better than its parent on subjects not taught.",)


def test_one_great_case_among_equals_is_no_sure_gain():
    mixed = [*pairs(2, 2, 9), Pair("x", figures(40), figures(1))]
    table = compare_models("the gate", mixed)
    assert table.error_change_mm < -3
    assert not table.surely_better


@pytest.mark.parametrize(("reference", "reason"), [
    (pairs(2, 2, dice_after=96.5), "loses 0.50 points of Dice"),
    ([Pair("s", figures(), figures(found=False))], "misses heads"),
])
def test_what_is_forgotten_speaks_against_a_child(reference, reason):
    gate = compare_models("the gate", pairs(4, 2))
    advice = advise(gate, gate, compare_models("HC18", reference), far_share=0)
    assert not advice.promote
    assert any(reason in text and "HC18" in text for text in advice.reasons)


def test_corrections_that_go_with_no_model_speak_against_it():
    table = compare_models("the gate", pairs(4, 2))
    advice = advise(table, table, NOTHING, far_share=0.3)
    assert not advice.promote
    assert "30 % of the corrections" in advice.reasons[0]


def test_a_lower_dice_at_the_gate_speaks_against_a_better_hc():
    table = compare_models("the gate", pairs(4, 2, dice_after=96.0))
    assert any("1.00 points of Dice" in text
               for text in advise(table, table, NOTHING, far_share=0).reasons)


def test_frames_of_one_subject_count_once():
    one = [Pair("same", figures(4), figures(2)) for _ in range(30)]
    table = compare_models("the gate", [*one, Pair("other", figures(2), figures(4))])
    assert table.subjects == 2
    assert table.error_change_mm == pytest.approx(0)
    assert not table.surely_better


def test_without_lengths_dice_decides():
    bare = [
        Pair(f"s{i}", replace(figures(dice=95 + 0.1 * (i % 3)), hc_error_mm=None),
             replace(figures(dice=97), hc_error_mm=None))
        for i in range(12)
    ]
    table = compare_models("the gate", bare)
    assert (table.error_change_mm, table.better) == (None, 12)
    assert table.surely_better
    assert "Dice 95.1 -> 97.0 %" in advise(table, table, NOTHING, far_share=0).sentence


def test_far_is_what_both_models_miss():
    far, near = figures(dice=50), figures(dice=95)
    assert far_share([Pair("a", far, far), Pair("b", far, near), Pair("c", near, near)]) \
        == pytest.approx(1 / 3)
    assert far_share([]) == 0


SUBJECTS = st.sets(st.text(min_size=1, max_size=6), max_size=60)


@given(first=SUBJECTS, more=SUBJECTS)
def test_what_is_drawn_stays(first, more):
    drawn = draw_gate(first, {})
    later = draw_gate(first | more, drawn)
    assert not later.keys() & drawn.keys()
    whole = {**drawn, **later}
    assert whole.keys() in (first | more, set())


@given(subjects=SUBJECTS)
def test_a_third_but_never_few_go_to_the_gate(subjects):
    drawn = draw_gate(subjects, {})
    if len(subjects) < LEAST_SUBJECTS + LEAST_TO_LEARN:
        assert drawn == {}
        return
    inside = sum(drawn.values())
    assert inside == max(LEAST_SUBJECTS, round(len(subjects) / 3))
    assert len(subjects) - inside >= LEAST_TO_LEARN


def test_the_draw_follows_from_names_alone():
    names = [f"set/{i:03d}" for i in range(30)]
    assert draw_gate(names, {}) == draw_gate(names[::-1], {})
    assert sum(draw_gate(names, {}).values()) == 10


def drawn(size, off=0.0, count=8):
    """Pairs on a reference: the child draws each head `size` times as large, `off` px aside."""
    head = Ellipse(200, 150, 90, 70, 0.3)
    child = Ellipse(200 + off, 150, 90 * size, 70 * size, 0.3)
    return [
        Pair(f"r{i}", compare("a", predicted=head, truth=head, shape=(300, 400), pixel_size_mm=0.2),
             compare("a", predicted=child, truth=head, shape=(300, 400), pixel_size_mm=0.2))
        for i in range(count)
    ]


def test_another_habit_is_said_but_is_nothing_forgotten():
    gate = compare_models("the gate", pairs(4, 2))
    reference = compare_models("HC18", drawn(1.03))
    assert reference.dice_change < -2
    assert reference.habit == pytest.approx(0.03, abs=1e-4)
    assert reference.dice_change_but_size == pytest.approx(0, abs=0.01)
    advice = advise(gate, gate, reference, far_share=0)
    assert advice.promote
    assert "on HC18, where it draws heads 3.0 % larger" in advice.sentence


def test_a_habit_hides_nothing_that_is_forgotten():
    gate = compare_models("the gate", pairs(4, 2))
    advice = advise(gate, gate, compare_models("HC18", drawn(1.03, off=6)), far_share=0)
    assert any("points of Dice" in text for text in advice.reasons)


def test_a_small_change_of_size_is_no_habit():
    reference = compare_models("HC18", drawn(1.004))
    assert reference.habit is None
    gate = compare_models("the gate", pairs(4, 2))
    assert advise(gate, gate, reference, far_share=0).reasons \
        == ("On HC18 it loses 0.44 points of Dice.",)


def test_a_few_cases_with_lengths_do_not_speak_for_the_others():
    worse = [
        Pair(f"s{i}", *(CaseFigures("a", True, dice, dice - 2, None, None, None, None)
                        for dice in (97.0, 94.0)))
        for i in range(29)
    ]
    table = compare_models("all", [*worse, Pair("x", figures(5), figures(0))])
    assert not table.surely_better
    assert compare_models("all", [*pairs(4, 2, count=6), *worse[:5]]).surely_better
    assert not compare_models("all", pairs(4, 2, count=3)).surely_better
