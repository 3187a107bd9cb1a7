"""The shipped model gives no number for an image without a head."""

import cv2
import numpy as np
import pytest

from hc18viewer.dataset.images import read_grey
from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.calibration import Measured
from hc18viewer.evaluation.recalibration import refitted
from hc18viewer.model.catalogue import find_model
from hc18viewer.model.doubt import Doubt
from hc18viewer.model.margin import read_margin
from hc18viewer.model.predictor import Predictor, refusal

SHAPE = (540, 800)


@pytest.fixture(scope="module")
def predictor():
    return Predictor.load(find_model(), device="cpu")


def grain(sigma, seed=0):
    noise = np.random.default_rng(seed).standard_normal(SHAPE)
    smooth = cv2.GaussianBlur(noise, (0, 0), sigma)
    return smooth / smooth.std()


def sector(seed=0):
    """An ultrasound image of nothing: speckle in the sector of a curved probe."""
    lit = np.zeros(SHAPE, np.float64)
    cv2.ellipse(lit, (400, -60), (560, 560), 0, 50, 130, 60, -1)
    return np.clip(lit * (1 + 0.6 * grain(2.0, seed)), 0, 255)


def femur():
    image = sector(1)
    cv2.line(image, (250, 300), (520, 250), 255, 14)
    return cv2.GaussianBlur(image, (0, 0), 2)


def bent_femur():
    image = sector(2)
    cv2.ellipse(image, (400, 250), (200, 30), 10, 200, 340, 255, 10)
    return cv2.GaussianBlur(image, (0, 0), 2)


def text():
    page = np.full(SHAPE, 255, np.uint8)
    for row in range(18):
        cv2.putText(page, f"Measured on the {row}th day of the examination, plane as above",
                    (20, 30 + 28 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 0, 1)
    return page


IMAGES = {
    "black": lambda: np.zeros(SHAPE), "white": lambda: np.full(SHAPE, 255),
    "noise": lambda: np.random.default_rng(0).integers(0, 256, SHAPE),
    "speckle": lambda: np.clip(60 + 60 * grain(3.0), 0, 255), "empty sector": sector,
    "femur": femur, "bent femur": bent_femur, "text": text, "text on black": lambda: 255 - text(),
    "ramp": lambda: np.tile(np.linspace(0, 255, SHAPE[1]), (SHAPE[0], 1)),
    "one dot": lambda: cv2.circle(np.zeros(SHAPE), (400, 270), 12, 255, -1),
    "a square": lambda: cv2.rectangle(np.zeros(SHAPE), (250, 150), (550, 400), 200, 6),
}


@pytest.mark.parametrize("name", IMAGES)
def test_no_head_gives_no_number(predictor, name):
    image = np.ascontiguousarray(IMAGES[name](), np.uint8)
    found = predictor.predict(image, case_key="a", pixel_size_mm=0.1)
    assert found.ellipse is None
    assert found.contour is None
    assert found.hc_mm is None
    assert found.interval_mm is None
    assert found.no_head_reason


@pytest.mark.parametrize("name", [name for name in IMAGES if name != "bent femur"])
def test_the_margin_of_a_child_refuses_it_too(predictor, name):
    usual = Measured("a", Doubt(0.01, 0.01, 0.01, 0.01, 0.01, 0.1, 0.0), 180.0, 1.0)
    margin = refitted(read_margin(find_model()), gate=[usual], seen=[], source="a clinic")
    looks = predictor.look(np.ascontiguousarray(IMAGES[name](), np.uint8))
    assert looks.found.ellipse is None or refusal(looks, margin)


def test_every_head_of_the_sample_study_is_found_with_its_interval(predictor, sample_dir):
    study = open_study(sample_dir)
    assert len(study.cases) > 8
    for case in study.cases:
        found = predictor.predict(
            read_grey(case.image_path), case_key=case.key, pixel_size_mm=case.pixel_size_mm
        )
        assert found.ellipse is not None, case.key
        if case.pixel_size_mm:
            low, high = found.interval_mm
            assert low < found.hc_mm < high
            assert 0 < found.risk_mm < 20


def test_real_heads_are_found(predictor, hc18_dir):
    cases = open_study(hc18_dir / "test_set").cases[::16]
    missed = [
        case.key for case in cases
        if predictor.predict(read_grey(case.image_path), case_key=case.key,
                             pixel_size_mm=case.pixel_size_mm).ellipse is None
    ]
    assert len(cases) > 15
    assert missed == []
