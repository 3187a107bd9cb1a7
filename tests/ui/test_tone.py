"""How grey values are seen: pure rules of window, level, gamma and inverting."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hc18viewer.ui.canvas.tone import AS_MEASURED, GAMMAS, LEVELS, WINDOWS, Tone, lookup_table

tones = st.builds(
    Tone, st.integers(*WINDOWS), st.integers(*LEVELS), st.floats(*GAMMAS), st.booleans(),
    st.booleans(),
)


def test_as_measured_every_grey_value_is_seen_as_it_is():
    assert (lookup_table(AS_MEASURED) == np.arange(256)).all()
    assert AS_MEASURED.plain
    assert Tone(clahe=True).plain
    assert not Tone(gamma=1.2).plain


@given(tones)
def test_a_brighter_value_is_never_seen_darker(tone):
    table = lookup_table(tone).astype(int)
    assert table.shape == (256,)
    steps = np.diff(table)
    assert (steps <= 0).all() if tone.invert else (steps >= 0).all()


@given(tones)
def test_inverting_is_the_negative(tone):
    other = dataclasses.replace(tone, invert=not tone.invert)
    total = lookup_table(tone).astype(int) + lookup_table(other)
    assert np.abs(total - 255).max() <= 1  # a half is rounded to even


def test_the_window_is_dicoms():
    table = lookup_table(Tone(window=101, level=100))
    # c - 0.5 = 99.5, (w - 1)/2 = 50: black up to 49.5, white above 149.5
    assert list(table[[0, 49, 50, 149, 150, 255]]) == [0, 0, 1, 254, 255, 255]
    assert table[100] == round(255 * (0.5 / 100 + 0.5))


def test_a_window_of_one_is_a_threshold():
    table = lookup_table(Tone(window=1, level=100))
    assert list(table[[99, 100]]) == [0, 255]


def test_gamma_above_one_lifts_the_dark():
    table = lookup_table(Tone(gamma=2.0))
    assert (table[0], table[255]) == (0, 255)
    assert table[64] == round(255 * (64 / 255) ** 0.5)


@pytest.mark.parametrize("wrong", [{"window": 0}, {"window": 513}, {"level": 256}, {"gamma": 0.2}])
def test_what_is_out_of_bounds_is_refused(wrong):
    with pytest.raises(ValueError, match="not between"):
        Tone(**wrong)


@given(tones, st.floats(-2000, 2000), st.floats(-2000, 2000))
def test_a_drag_stays_within_bounds(tone, dx, dy):
    dragged = tone.dragged(dx, dy)
    assert dragged.window == min(max(round(tone.window + dx), WINDOWS[0]), WINDOWS[1])
    assert dragged.level == min(max(round(tone.level + dy), LEVELS[0]), LEVELS[1])
    assert (dragged.gamma, dragged.invert) == (tone.gamma, tone.invert)


def test_gamma_goes_up_and_down_by_steps_to_its_bounds():
    up = AS_MEASURED.gamma_stepped(1)
    assert up.gamma == 1.19
    assert up.gamma_stepped(-1).gamma == 1.0
    assert AS_MEASURED.gamma_stepped(40).gamma == GAMMAS[1]
    assert AS_MEASURED.gamma_stepped(-40).gamma == GAMMAS[0]
