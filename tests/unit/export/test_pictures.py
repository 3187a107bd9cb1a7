import io

import numpy as np
import pytest
from PIL import Image

from hc18viewer.export.pictures import PREDICTION_COLOUR, TRUTH_COLOUR, case_pictures
from hc18viewer.geometry.ellipse import Ellipse

TRUTH = Ellipse(400.0, 270.0, 200.0, 150.0, 0.3)
FOUND = Ellipse(430.0, 260.0, 240.0, 100.0, 0.1)
IMAGE = np.full((540, 800), 90, np.uint8)


def pixels(picture):
    found = Image.open(io.BytesIO(picture.jpeg))
    assert (found.format, found.mode) == ("JPEG", "RGB")
    assert found.size == (picture.width, picture.height)
    return np.asarray(found).astype(int)


def share_in_colour(picture, ellipse, colour):
    """How much of the ellipse's outline has the colour on the picture."""
    seen = pixels(picture)
    places = (ellipse.points(720) + 0.5) * picture.width / IMAGE.shape[1] - 0.5
    columns, rows = np.round(places).astype(int).T
    wanted = np.array(list(bytes.fromhex(colour[1:])))
    return float(np.mean(np.abs(seen[rows, columns] - wanted).max(axis=1) < 70))


def test_outlines_lie_where_the_ellipses_are():
    alone, true, both = case_pictures(IMAGE, truth=TRUTH, predicted=FOUND)
    assert (alone.width, alone.height) == (480, 324)
    assert np.ptp(pixels(alone)) <= 4
    assert share_in_colour(true, TRUTH, TRUTH_COLOUR) > 0.95
    assert share_in_colour(true, FOUND, PREDICTION_COLOUR) == 0
    assert share_in_colour(both, TRUTH, TRUTH_COLOUR) > 0.75  # the prediction crosses it
    assert 0.45 < share_in_colour(both, FOUND, PREDICTION_COLOUR) < 0.85  # dashes
    assert [picture.caption for picture in (alone, true, both)] == [
        "image", "truth", "prediction over truth"]


def test_a_missed_head_is_told_and_only_the_truth_drawn():
    *_, last = case_pictures(IMAGE, truth=TRUTH, predicted=None)
    assert last.caption == "no head found"
    assert share_in_colour(last, TRUTH, TRUTH_COLOUR) > 0.95


@pytest.mark.parametrize(("shape", "size"), [
    ((30, 40), (40, 30)), ((2000, 100), (24, 480)), ((8, 7000), (480, 1)), ((480, 480), (480, 480)),
])
def test_pictures_are_never_enlarged_and_have_an_end(shape, size):
    for picture in case_pictures(np.zeros(shape, np.uint8), truth=TRUTH, predicted=FOUND):
        assert (picture.width, picture.height) == size
        pixels(picture)


def test_an_ellipse_far_outside_the_image_is_no_fault():
    wild = Ellipse(1e9, -1e9, 1e12, 1.0, 1.0)
    for picture in case_pictures(IMAGE, truth=wild, predicted=wild):
        assert pixels(picture).shape == (324, 480, 3)


def test_the_image_is_not_drawn_on():
    before = IMAGE.copy()
    case_pictures(IMAGE, truth=TRUTH, predicted=FOUND)
    small = np.full((60, 80), 5, np.uint8)
    case_pictures(small, truth=Ellipse(40, 30, 20, 10, 0), predicted=None)
    assert np.array_equal(IMAGE, before)
    assert (small == 5).all()
