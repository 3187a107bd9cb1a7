"""A case's pixel size: the data set's, or what a reader gave by a line."""

import shutil

import numpy as np
import pytest

from hc18viewer.dataset.study import open_study
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.prediction import Prediction
from hc18viewer.services.review import Review
from hc18viewer.store.study_store import StudyStore

HEAD = Ellipse(400, 270, 200, 150, 0.2)
LINE = ((100.0, 50.0), (100.0, 450.0))
SIZED, BARE, ODD = "training_set/000_HC.png", "test_set/000_HC.png", "test_set/002_HC.png"


@pytest.fixture(scope="module")
def study_dir(sample_dir, tmp_path_factory):
    """The sample study, its test set without pixel sizes and one of that set's images cut."""
    from PIL import Image

    study = shutil.copytree(sample_dir, tmp_path_factory.mktemp("calibrating") / "study")
    (study / "test_set_pixel_size.csv").unlink()
    with Image.open(study / ODD) as image:
        cut = image.crop((0, 0, 700, 500))
    cut.save(study / ODD)
    return study


@pytest.fixture
def open_review(study_dir, tmp_path):
    reviews = []

    def another():
        store = StudyStore.open(study_dir, tmp_path)
        reviews.append(Review(open_study(study_dir), store, reader="A", model="m 1"))
        return reviews[-1]

    yield another
    for review in reviews:
        review.close()


def predicted(review, key, hc_mm, interval_mm):
    return review.note_prediction(review.keep_prediction(Prediction(
        key, "m 1", np.zeros((9, 2)), HEAD, hc_mm, 0.9, 0.1, interval_mm=interval_mm)))


def test_a_line_gives_the_case_its_millimetres_from_then_on(open_review):
    review = open_review()
    predicted(review, BARE, None, None)
    assert review.state(BARE).pixel_size_mm is None
    assert review.state(BARE).measures is None
    assert any("pixel size unknown" in each for each in review.state(BARE).problems)
    (state,) = review.calibrate([BARE], line=LINE, length_mm=50.0)
    assert state.pixel_size_mm == 50.0 / 400.0
    assert state.measures.hc_mm == pytest.approx(HEAD.perimeter * 0.125)
    assert state.problems == ()
    assert state.case.pixel_size_mm is None  # the data set's own is not touched
    again = open_review()
    assert again.state(BARE).calibration == state.calibration
    assert {case.key: case.pixel_size_mm for case in again.unpredicted()}[ODD] is None


def test_what_waits_for_its_prediction_is_predicted_with_the_size_that_counts(open_review):
    review = open_review()
    review.calibrate([BARE], line=LINE, length_mm=50.0)
    assert {case.key: case.pixel_size_mm for case in review.unpredicted()}[BARE] == 0.125


def test_an_interval_counts_only_with_the_size_it_was_made_with(open_review):
    review = open_review()
    size = review.state(SIZED).pixel_size_mm
    assert predicted(review, SIZED, HEAD.perimeter * size, (80.0, 90.0)).interval_mm == (80.0, 90.0)
    (state,) = review.calibrate([SIZED], line=LINE, length_mm=50.0)
    assert state.interval_mm is None
    assert state.prediction.prediction.interval_mm == (80.0, 90.0)
    (state,) = review.take_calibration_back(SIZED)
    assert (state.pixel_size_mm, state.interval_mm) == (size, (80.0, 90.0))


def test_one_line_is_for_cases_of_its_set_and_image_size_and_is_taken_back_as_one(open_review):
    review = open_review()
    others = review.without_size_like(BARE)
    bare = {case.key for case in review.study.cases if case.set_name == "test_set"}
    assert set(others) == bare - {BARE, ODD}
    states = review.calibrate([BARE, *others], line=LINE, length_mm=50.0)
    assert [state.case.key for state in states] == [BARE, *others]
    assert review.without_size_like(ODD) == ()
    review.calibrate([others[0]], line=LINE, length_mm=60.0)
    gone = review.take_calibration_back(BARE)
    assert {state.case.key for state in gone} == {BARE, *others[1:]}
    assert review.state(others[0]).pixel_size_mm == 0.15
    assert review.take_calibration_back(BARE) == ()
    again = open_review()
    sizes = {key: again.state(key).pixel_size_mm for key in (BARE, *others)}
    assert sizes == {**dict.fromkeys((BARE, *others), None), others[0]: 0.15}
