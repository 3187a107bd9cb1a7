import base64
import io
import math
import re
from dataclasses import replace

import numpy as np
import pytest
from page_reader import read_page
from PIL import Image

from hc18viewer.evaluation.metrics import CaseFigures, summarise
from hc18viewer.evaluation.strata import intervals, strata
from hc18viewer.export.html_text import DASH, measure, number
from hc18viewer.export.pictures import case_pictures
from hc18viewer.export.plots import Point
from hc18viewer.export.report_page import ReportContent, ShownCase, report_page
from hc18viewer.export.report_plots import Curve
from hc18viewer.geometry.ellipse import Ellipse

HEAD = Ellipse(40.0, 30.0, 20.0, 15.0, 0.25)


def case(key, dice, error, truth=200.0):
    if error is None:
        return CaseFigures(key, True, dice, dice - 5, None, None, None, None, HEAD, HEAD)
    return CaseFigures(key, True, dice, dice - 5, 1.5, error, truth, truth + error, HEAD, HEAD)


def content(cases, **changes):
    pictures = case_pictures(np.full((60, 80), 90, np.uint8), truth=HEAD, predicted=HEAD)
    shown = tuple(ShownCase(one, pictures) for one in cases)
    whole = ReportContent(
        model="m 1", study="trial", made_at="Written today", facts=(("Fold", "2/5"),), warning="",
        summary=summarise(cases), intervals_95=intervals(cases), strata=strata(cases),
        cases=tuple(cases), failures=(), worst=shown[:2], typical=shown[2:],
        curves=(Curve("loss here", "loss", (Point(1, 0.9), Point(2, 0.1)), "log"),
                Curve("Dice there", "Dice (%)", ())),
        curves_note="",
    )
    return replace(whole, **changes)


THREE = [case("a", 90.0, 1.0, 100.0), case("b", 92.0, 2.0), case("c", 96.0, 6.0, 300.0)]


@pytest.mark.parametrize(("value", "text"), [
    (None, DASH), (1.234, "1.23"), (-1.235, "−1.24"), (-0.001, "0.00"), (0.0, "0.00"),
])
def test_numbers_are_written_with_a_true_minus(value, text):
    assert number(value) == text


def test_signs_and_units():
    assert number(1.0, 1, signed=True) == "+1.0"
    assert measure(None, "mm") == DASH
    assert measure(-2.0, "mm", signed=True) == "−2.00 mm"


def test_the_page_says_what_was_evaluated_and_how_good_it_is():
    page = read_page(report_page(content(THREE)))
    assert "Evaluation of m 1 on trial" in page.text
    for words in ("Fold2/5", "Dice92.67 %", "HC bias+3.00 mm", "HC error, mean absolute3.00 mm",
                  "Hausdorff distance1.50 mm1.50 to 1.50", "HC 0 to 150 mm10", "HC from 250 mm10"):
        assert words in page.text


def test_the_limits_of_agreement_are_written_as_computed_by_hand():
    page = read_page(report_page(content(THREE)))
    low, high = 3 - 1.96 * math.sqrt(7), 3 + 1.96 * math.sqrt(7)  # errors 1, 2, 6
    assert f"limits of agreement −{-low:.2f} mm to +{high:.2f} mm" in page.text
    assert "bias +3.00 mm" in page.text
    assert "sd 2.65 mm" in page.text
    assert f"+1.96 sd: +{high:.2f} mm" in page.text  # in the plot too
    assert "mean of predicted and true HC (mm)" in page.text


def test_the_points_of_the_bland_altman_plot_lie_at_the_means():
    svg = re.search(r"<svg.*?</svg>", report_page(content(THREE)), re.DOTALL).group()
    across = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', svg)]
    means = [100.5, 201.0, 303.0]
    assert (across[1] - across[0]) / (across[2] - across[0]) == pytest.approx(
        (means[1] - means[0]) / (means[2] - means[0]), abs=0.002)


def test_the_pictures_stand_in_the_page():
    page = read_page(report_page(content(THREE)))
    sources = [picture["src"] for picture in page.all("img")]
    assert len(sources) == 9
    for source in sources:
        kind, data = source.split(",", 1)
        assert kind == "data:image/jpeg;base64"
        assert Image.open(io.BytesIO(base64.b64decode(data))).size == (80, 60)
    assert page.all("img")[1]["alt"] == "a: truth"
    assert "truth (green, solid)" in page.text


def test_the_page_needs_nothing_from_outside():
    html = report_page(content(THREE))
    page = read_page(html)
    assert not {"script", "link", "iframe", "object", "a"} & {name for name, _ in page.tags}
    assert "default-src 'none'" in page.all("meta")[1]["content"]
    assert set(re.findall(r"https?://[^\"' ]+", html)) == {"http://www.w3.org/2000/svg"}
    assert "@media print" in html
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]


def test_texts_from_outside_are_escaped():
    evil = '<script>alert("1")</script>&amp;\'"><img src=x onerror=y>'
    cases = [case(evil, 90.0, 1.0), case("b", 91.0, 2.0)]
    page = read_page(report_page(content(
        cases, model=evil, study=evil, facts=((evil, evil),), warning=evil, curves_note=evil,
        failures=((evil, evil),), worst=(ShownCase(cases[0], (), evil), *content(cases).worst),
    )))
    assert "script" not in {name for name, _ in page.tags}
    assert all(picture["src"].startswith("data:") for picture in page.all("img"))
    assert page.text.count('<script>alert("1")</script>&amp;') >= 12
    assert page.all("img")[0]["alt"] == f"{evil}: image"


def test_without_pixel_sizes_there_are_dashes_and_words():
    cases = [case("a", 90.0, None), case("b", 91.0, None)]
    page = read_page(report_page(content(cases)))
    assert f"Hausdorff distance{DASH}{DASH}" in page.text
    assert f"true HC {DASH}, predicted HC {DASH}, HC error {DASH}" in page.text
    assert "There is nothing to draw" in page.text
    assert "No pixel size is known" in page.text
    assert "None" not in page.text
    assert "nan" not in page.text


def test_cases_that_are_in_no_plot_are_counted():
    page = read_page(report_page(content([*THREE, case("d", 80.0, None)])))
    assert "1 of 4 cases have no HC error" in page.text


def test_one_case_has_no_limits_and_no_case_nothing_to_show():
    page = read_page(report_page(content(THREE[:1])))
    assert "The worst case by Dice" in page.text
    assert "need two cases" in page.text
    assert "among the cases above" in page.text
    page = read_page(report_page(content([], failures=(("a", "is damaged."),))))
    assert page.text.count("There is no case to show.") == 2
    assert "is damaged." in page.text
    assert page.all("img") == []


def test_curves_are_drawn_or_missed_in_words():
    page = read_page(report_page(content(THREE)))
    assert "loss here; at the end 0.1 (epoch 2)" in page.text
    assert "no values for: Dice there" in page.text
    assert len(page.all("polyline")) == 1
    page = read_page(report_page(content(THREE, curves=(), curves_note="There is no log.")))
    assert "There is no log." in page.text
    assert page.all("polyline") == []
