import pytest

from hc18viewer.dataset.study import open_study
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.prediction import Prediction
from hc18viewer.services.review import Review
from hc18viewer.store.errors import StoreError
from hc18viewer.store.records import VerdictKind
from hc18viewer.store.study_store import StudyStore

FOUND = Ellipse(400, 270, 200, 150, 0.2)
OWN = Ellipse(405, 268, 203, 150, 0.2)
KEY, OTHER = "training_set/000_HC.png", "training_set/001_HC.png"


@pytest.fixture(scope="module")
def study(sample_dir):
    return open_study(sample_dir)


@pytest.fixture
def store(study, tmp_path):
    with StudyStore.open(study.root, tmp_path) as opened:
        yield opened


@pytest.fixture
def review(study, store):
    review = Review(study, store, reader="A", model="m 1")
    for key in (KEY, OTHER):
        review.note_prediction(
            review.keep_prediction(Prediction(key, "m 1", None, FOUND, None, 0.9, 0.1))
        )
    return review


def reopened(study, store):
    return Review(study, store, reader="B", model="m 1")


def refuse(*_arguments, **_options):
    raise StoreError("The disk is full.")


def test_every_verdict_stands_on_the_next_day(study, store, review):
    review.accept(KEY)
    review.judge(OTHER, VerdictKind.REJECTED, reason="out of plane")
    again = reopened(study, store)
    assert again.state(KEY).verdict_kind is VerdictKind.ACCEPTED
    assert again.state(OTHER).verdict_kind is VerdictKind.REJECTED
    assert again.state(OTHER).verdict.reason == "out of plane"
    assert again.state("test_set/000_HC.png").verdict is None


def test_a_withdrawn_acceptance_stays_withdrawn_on_the_next_day(study, store, review):
    review.accept(KEY)
    review.correct(KEY, OWN, "move ellipse")
    state = reopened(study, store).state(KEY)
    assert state.verdict_kind is None
    assert state.ellipse == OWN
    assert [type(act).__name__ for act in store.history(KEY)] == ["Verdict", "Correction"]


def test_a_change_of_one_case_leaves_the_others(review):
    review.accept(KEY)
    review.accept(OTHER)
    review.correct(KEY, OWN, "move ellipse")
    assert review.state(OTHER).verdict_kind is VerdictKind.ACCEPTED
    assert review.state(OTHER).corrected_ellipse is None


def test_going_back_to_the_prediction_is_accepted_as_such(review):
    review.correct(KEY, OWN, "move ellipse")
    assert review.accept(KEY).verdict_kind is VerdictKind.CORRECTED
    assert review.correct(KEY, None, "back to prediction").verdict_kind is None
    assert review.accept(KEY).verdict_kind is VerdictKind.ACCEPTED


def test_a_correction_says_what_it_was_drawn_upon(study, review):
    correction = review.correct(KEY, OWN, "rotate").correction
    assert correction.based_on_prediction == review.state(KEY).prediction.revision
    assert (correction.reader, correction.gesture) == ("A", "rotate")
    assert review.correct("test_set/000_HC.png", OWN, "new").correction.based_on_prediction is None


def test_a_rejection_without_reason_leaves_the_verdict_before(review):
    review.accept(KEY)
    with pytest.raises(ValueError, match="reason"):
        review.judge(KEY, VerdictKind.REJECTED)
    assert review.state(KEY).verdict_kind is VerdictKind.ACCEPTED


@pytest.mark.parametrize(("saved", "act"), [
    ("save_correction", lambda review: review.correct(KEY, OWN, "rotate")),
    ("save_verdict", lambda review: review.accept(KEY)),
])
def test_what_cannot_be_stored_changes_no_state(store, review, monkeypatch, saved, act):
    before = review.state(KEY)
    monkeypatch.setattr(store, saved, refuse)
    with pytest.raises(StoreError):
        act(review)
    assert review.state(KEY) is before


def test_no_acceptance_outlives_the_shape_it_was_given_for(study, store, review, monkeypatch):
    review.accept(KEY)
    # The correction alone takes the acceptance's ground away: no second row has to be stored.
    monkeypatch.setattr(store, "save_verdict", refuse)
    assert review.correct(KEY, OWN, "rotate").verdict_kind is None
    state = reopened(study, store).state(KEY)
    assert state.ellipse == OWN
    assert state.verdict_kind is None
