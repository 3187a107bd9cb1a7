import itertools
import json

import numpy as np
import pytest
from skimage.color import deltaE_ciede2000, rgb2lab

from hc18viewer.files import write_text
from hc18viewer.overlays import PALETTE, Layer, Overlays
from hc18viewer.settings import load_settings, save_settings, settings_file

# How eyes without one kind of cone see, for linear RGB: Machado, Oliveira and Fernandes, "A
# physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15(6), 2009,
# table for severity 1.0.
EYES = {
    "all cones": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                            [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                              [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                            [0.004733, 0.691367, 0.303900]]),
}
CLEARLY_APART = 12  # CIEDE2000; two paints side by side are told apart from about 2 on


def lab(colour, eye):
    rgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    seen = np.clip(EYES[eye] @ linear, 0, 1)
    return rgb2lab(np.where(seen <= 0.0031308, seen * 12.92, 1.055 * seen ** (1 / 2.4) - 0.055))


def apart(first, second, eye):
    return float(deltaE_ciede2000(lab(first, eye), lab(second, eye)))


def test_the_simulation_takes_red_and_green_for_one_where_it_should():
    # two paints that only a cone for red or green tells apart
    assert apart("#b05040", "#807a40", "all cones") > 25
    assert apart("#b05040", "#807a40", "deuteranopia") < 8
    assert apart("#1fd1a0", "#6cc9ff", "tritanopia") < 8


@pytest.mark.parametrize("eye", EYES)
def test_every_two_colours_stay_apart_in_every_eye(eye):
    for first, second in itertools.combinations(PALETTE.values(), 2):
        assert apart(first, second, eye) >= CLEARLY_APART, (first, second)


def test_by_default_no_two_things_have_one_colour():
    looks = [Overlays().look(layer) for layer in Layer]
    colours = [look.colour for look in looks]
    colours += [look.second_colour for look in looks if look.second_colour]
    assert len(set(colours)) == len(Layer) + 1
    assert set(colours) <= set(PALETTE.values())


@pytest.mark.parametrize("name", PALETTE)
def test_every_colour_can_be_seen_on_black(name):
    rgb = [int(PALETTE[name][i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert (luminance + 0.05) / 0.05 >= 3  # WCAG 2.1, 1.4.11


def stored(found):
    write_text(settings_file(), json.dumps(found))
    return load_settings().overlays


def test_what_an_older_program_showed_is_shown(home):
    found = stored({"show_annotation": False, "show_correction": False})
    shown = {layer: found.look(layer).visible for layer in Layer}
    assert not shown[Layer.ANNOTATION]
    assert not shown[Layer.CORRECTION]
    assert shown[Layer.PREDICTION]
    assert found.annotation.colour == Overlays().annotation.colour


def test_a_newer_choice_counts_before_an_older_one(home):
    found = stored({"show_annotation": False, "overlays": {"annotation": {"visible": True}}})
    assert found.annotation.visible


@pytest.mark.parametrize("wrong", [
    {"colour": "#123456"}, {"colour": 3}, {"line": "wavy"}, {"line": []}, {"width": 0},
    {"width": 1e9}, {"width": float("nan")}, {"width": True}, {"opacity": 0}, {"opacity": 50.5},
    {"visible": 1}, {"second_colour": "#f4f4f4"}, {"hat": "red"},
])
def test_of_a_damaged_look_what_is_good_is_kept(home, wrong):
    found = stored({"overlays": {"prediction": {"opacity": 40, **wrong}}})
    expected = Overlays().prediction if "opacity" in wrong else Overlays().changed(
        Layer.PREDICTION, opacity=40).prediction
    assert found.prediction == expected


@pytest.mark.parametrize("wrong", [[], None, "x", {"annotation": []}, {"against": "the moon"}])
def test_damaged_looks_give_the_defaults(home, wrong):
    assert stored({"overlays": wrong}) == Overlays()


def test_looks_come_back(home):
    settings = load_settings()
    overlays = Overlays(against="prediction")
    for layer, change in zip(Layer, (
        {"visible": False}, {"line": "dotted"}, {"colour": PALETTE["white"]}, {"width": 3},
        {"second_colour": PALETTE["blue"]}, {"opacity": 20},
    ), strict=True):
        overlays = overlays.changed(layer, **change)
    object.__setattr__(settings, "overlays", overlays)
    save_settings(settings)
    assert load_settings().overlays == overlays
