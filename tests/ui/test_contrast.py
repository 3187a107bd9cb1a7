"""WCAG 2.2 AA: 4.5 for text (1.4.3), 3 for what bounds and marks a control (1.4.11)."""

import pytest

from hc18viewer.ui.theme import THEMES

GROUNDS = ("window", "panel", "field", "hover")


def luminance(colour):
    """The relative luminance of an sRGB colour, as WCAG 2.2 defines it."""
    parts = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["text", "text_dim", "good", "warning", "bad"])
def test_text_can_be_read(theme, ground, text):
    colours = THEMES[theme]
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_text_on_the_accent_and_on_the_badge_can_be_read(theme):
    colours = THEMES[theme]
    assert contrast(colours.accent_text, colours.accent) >= 4.5
    assert contrast(colours.window, colours.warning) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("mark", ["edge", "accent", "prediction"])
def test_controls_focus_and_icons_can_be_seen(theme, ground, mark):
    colours = THEMES[theme]
    assert contrast(getattr(colours, mark), getattr(colours, ground)) >= 3
