import base64
import math
from html.parser import HTMLParser

import cv2
import numpy as np
import pytest

from hc18viewer.evaluation.metrics import compare, summarise
from hc18viewer.evaluation.strata import intervals, strata
from hc18viewer.export.pictures import PREDICTION_BGR, TRUTH_BGR, as_data_url, side_by_side
from hc18viewer.export.plots import ticks
from hc18viewer.export.report_page import (
    ReportContent,
    ShownCase,
    limits_of_agreement,
    report_page,
)
from hc18viewer.geometry.ellipse import Ellipse

TRUTH, FOUND = Ellipse(100, 80, 60, 45, 0.2), Ellipse(104, 80, 60, 45, 0.2)
SHAPE = (160, 200)


class Page(HTMLParser):
    """Gathers the texts and the pictures of a page, and minds that tags are closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.texts, self.pictures, self.circles = [], [], [], 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.pictures.append(dict(attrs)["src"])
        elif tag not in ("meta", "line"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.circles += tag == "circle"

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self):
        return " ".join(self.texts)


def figures(key, error_px, *, pixel_size_mm=0.2, found=True):
    predicted = Ellipse(100, 80, 60 + error_px, 45 + error_px, 0.2) if found else None
    return compare(key, predicted=predicted, truth=TRUTH, shape=SHAPE, pixel_size_mm=pixel_size_mm)


def content(cases, **change):
    given = {
        "model": "m 1", "study": "s", "fold": "all", "summary": summarise(cases),
        "intervals": intervals(cases), "strata": strata(cases), "cases": tuple(cases),
        "failures": (), "worst": (), "typical": (), "training": (), **change,
    }
    return ReportContent(**given)


CASES = [figures(f"{n}.png", n - 2) for n in range(6)]


def test_the_limits_of_agreement_by_hand():
    bias, low, high = limits_of_agreement([1.0, 2.0, 6.0])
    assert bias == 3
    spread = math.sqrt((4 + 1 + 9) / 2)
    assert (low, high) == pytest.approx((3 - 1.96 * spread, 3 + 1.96 * spread))
    assert limits_of_agreement([2.0]) == (2, 2, 2)


def test_the_page_shows_the_figures_and_a_point_a_case_in_each_plot():
    page = Page(report_page(content(CASES)))
    assert page.open == []
    assert f"{summarise(CASES).dice_percent:.2f} %" in page.text
    bias, low, high = limits_of_agreement([case.hc_error_mm for case in CASES])
    assert f"bias {bias:+.2f}" in page.text
    assert f"+1.96 SD {high:+.2f}" in page.text
    assert f"−1.96 SD {low:+.2f}" in page.text
    assert page.circles == 2 * len(CASES)
    assert "no log of its training" in page.text


def test_the_training_is_drawn():
    rows = ({"epoch": 1, "loss": 0.5}, {"epoch": 2, "loss": 0.3, "held_back_dice_percent": 97.0})
    page = report_page(content(CASES, training=rows))
    assert page.count("<polyline") == 2
    assert "Dice, held back (%)" in page


def test_names_cannot_break_the_page():
    evil = '<script>"&'
    case = figures(evil, 1)
    page = report_page(content(
        [case], model=evil, study=evil, failures=((evil, evil),), worst=(ShownCase(case, ""),),
    ))
    assert "<script>" not in page
    assert page.count("&lt;script&gt;") >= 5
    assert Page(page).open == []


def test_without_millimetres_and_without_a_head_there_are_dashes():
    cases = [figures("a", 0, pixel_size_mm=None), figures("b", 0, pixel_size_mm=None, found=False)]
    page = Page(report_page(content(cases, worst=tuple(ShownCase(c, "") for c in cases))))
    assert "no lengths to plot" in page.text
    assert "no head found" in page.text
    assert "–" in page.text
    assert Page(report_page(content([]))).open == []


def test_truth_and_prediction_are_drawn_where_they_are():
    image = np.full(SHAPE, 90, np.uint8)
    picture = side_by_side(image, truth=TRUTH, predicted=FOUND)
    assert picture.shape == (240, 912, 3)
    for panel, ellipse, colour in ((1, TRUTH, TRUTH_BGR), (2, FOUND, PREDICTION_BGR)):
        part = picture[:, 306 * panel : 306 * panel + 300].astype(int)
        rows, columns = np.nonzero(np.abs(part - colour).sum(axis=2) < 30)
        offset = np.column_stack((columns, rows)) / 1.5 - (ellipse.x, ellipse.y)
        along = offset @ np.array(ellipse.major_direction) / ellipse.a
        across = offset @ np.array(ellipse.minor_direction) / ellipse.b
        assert len(rows) > 200
        assert np.abs(np.hypot(along, across) - 1).max() < 0.06
    assert (picture[:, :300] == 90).all()
    none = side_by_side(image, truth=TRUTH, predicted=None)
    assert (none[:, 612:] == 90).all()


def test_a_picture_stands_in_the_page():
    picture = side_by_side(np.full(SHAPE, 90, np.uint8), truth=TRUTH, predicted=FOUND)
    page = Page(report_page(content(CASES, worst=(ShownCase(CASES[0], as_data_url(picture)),))))
    kind, coded = page.pictures[0].split(",")
    assert kind == "data:image/jpeg;base64"
    shown = cv2.imdecode(np.frombuffer(base64.b64decode(coded), np.uint8), cv2.IMREAD_COLOR)
    assert np.abs(shown.astype(int) - picture).mean() < 4


@pytest.mark.parametrize(("low", "high", "wanted"), [
    (0, 10, (0, 2, 4, 6, 8, 10)), (-1.2, 1.1, (-1.5, -1, -0.5, 0, 0.5, 1, 1.5)),
    (5, 5, (4, 4.5, 5, 5.5, 6)), (90, 348, (50, 100, 150, 200, 250, 300, 350)),
])
def test_ticks_are_round_and_hold_the_values(low, high, wanted):
    assert ticks(low, high) == pytest.approx(wanted)
