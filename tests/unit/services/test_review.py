from datetime import date

import numpy as np
import pytest

from hc18viewer.biometry.dating import Basis, Dating
from hc18viewer.dataset.study import open_study
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.prediction import Prediction
from hc18viewer.services.review import Review
from hc18viewer.store.records import VerdictKind
from hc18viewer.store.study_store import StudyStore

FOUND = Ellipse(400, 270, 200, 150, 0.2)
OWN = Ellipse(405, 268, 203, 150, 0.2)
KEY = "training_set/000_HC.png"


def opened(sample_dir, tmp_path, model="m 1"):
    return Review(open_study(sample_dir), StudyStore.open(sample_dir, tmp_path), reader="A",
                  model=model)


def test_dates_hold_for_every_case_of_the_subject_and_no_other(review, sample_dir, tmp_path):
    dating = Dating(date(2026, 3, 4), Basis.LAST_PERIOD, date(2025, 10, 8))
    both = ("training_set/004_HC.png", "training_set/004_2HC.png")
    assert {state.case.key for state in review.date(both[0], dating)} == set(both)
    assert all(review.state(key).dating == dating for key in both)
    assert review.state(KEY).dating is None
    again = opened(sample_dir, tmp_path)
    assert again.state(both[1]).dating == dating
    again.close()


@pytest.fixture
def review(sample_dir, tmp_path):
    review = opened(sample_dir, tmp_path)
    review.note_prediction(review.keep_prediction(
        Prediction(KEY, "m 1", np.zeros((9, 2)), FOUND, 1.0, 0.9, 0.1)
    ))
    yield review
    review.close()


def test_the_readers_ellipse_counts_before_the_predictions(review):
    assert review.state(KEY).ellipse == FOUND
    assert review.state(KEY).measures.hc_mm == pytest.approx(FOUND.perimeter * 0.078)
    assert review.correct(KEY, OWN, "move ellipse").ellipse == OWN
    assert review.correct(KEY, None, "back to prediction").ellipse == FOUND
    assert review.state(KEY).corrected_ellipse is None


def test_accepting_says_whose_contour_it_was(review):
    assert review.accept(KEY).verdict_kind is VerdictKind.ACCEPTED
    review.correct(KEY, OWN, "move ellipse")
    state = review.accept(KEY)
    assert state.verdict_kind is VerdictKind.CORRECTED
    assert state.verdict.correction_revision == state.correction.revision
    assert state.verdict.prediction_revision == state.prediction.revision


@pytest.mark.parametrize("kind", [VerdictKind.REJECTED, VerdictKind.FLAGGED])
def test_a_change_withdraws_an_acceptance_and_no_other_verdict(review, kind):
    review.accept(KEY)
    assert review.correct(KEY, OWN, "move ellipse").verdict_kind is None
    review.judge(KEY, kind, reason="blurred")
    assert review.correct(KEY, FOUND, "move ellipse").verdict_kind is kind


def test_nothing_to_accept_is_refused(review):
    with pytest.raises(ValueError, match="no ellipse"):
        review.accept("test_set/000_HC.png")


def test_the_next_day_finds_everything(review, sample_dir, tmp_path):
    review.correct(KEY, OWN, "move ellipse")
    before = review.accept(KEY)
    review.close()
    again = opened(sample_dir, tmp_path)
    after = again.state(KEY)
    assert (after.ellipse, after.verdict) == (before.ellipse, before.verdict)
    assert after.correction == before.correction
    assert len(again.unpredicted()) == 11
    again.close()
    other = opened(sample_dir, tmp_path, model="m 2")
    assert len(other.unpredicted()) == 11  # what was read stays as it was read
    assert other.state(KEY).ellipse == OWN
    other.close()


def test_what_was_accepted_stays_as_it_was_read_under_another_model(review, sample_dir, tmp_path):
    accepted = review.accept(KEY)
    review.keep_prediction(Prediction(KEY, "m 2", np.zeros((9, 2)), OWN, 1.0, 0.9, 0.1))
    review.close()
    other = opened(sample_dir, tmp_path, model="m 2")
    state = other.state(KEY)
    assert (state.verdict_kind, state.ellipse) == (VerdictKind.ACCEPTED, FOUND)
    assert state.prediction.revision == accepted.prediction.revision
    other.judge(KEY, VerdictKind.WITHDRAWN)
    other.close()
    again = opened(sample_dir, tmp_path, model="m 2")
    assert (again.state(KEY).verdict_kind, again.state(KEY).ellipse) == (None, OWN)
    again.close()


@pytest.mark.parametrize("act", ["accept", "reject", "nothing", "correct"])
def test_another_model_predicts_what_is_not_read_and_leaves_the_rest(review, act):
    if act == "accept":
        review.accept(KEY)
    elif act == "reject":
        review.judge(KEY, VerdictKind.REJECTED, reason="blurred")
    elif act == "correct":
        review.correct(KEY, OWN, "move ellipse")
    before = review.state(KEY)
    changed = review.use_model("m 2")
    state = review.state(KEY)
    assert review.model == "m 2"
    assert (state.correction, state.verdict) == (before.correction, before.verdict)
    if act in ("accept", "reject"):
        assert changed == ()
        assert state.prediction.revision == before.prediction.revision
        assert KEY not in {case.key for case in review.unpredicted()}
    else:
        assert [each.case.key for each in changed] == [KEY]
        assert state.prediction is None
        assert KEY in {case.key for case in review.unpredicted()}
        assert review.use_model("m 1")[0].prediction.revision == before.prediction.revision


def test_the_other_readers_shapes_stand_beside_the_one_that_counts(review, sample_dir, tmp_path):
    theirs, late = Ellipse(398, 271, 199, 151, 0.2), Ellipse(410, 271, 199, 151, 0.2)
    review.correct(KEY, OWN, "move ellipse")
    assert review.state(KEY).others == ()
    review.reader = "B"
    review.correct(KEY, late, "move ellipse")
    both = review.correct(KEY, theirs, "move ellipse")
    assert both.ellipse == theirs
    assert [(each.reader, each.shape) for each in both.others] == [("A", OWN)]
    review.reader = "C"
    gone = review.correct(KEY, None, "back to prediction")
    assert [(each.reader, each.shape) for each in gone.others] == [("B", theirs), ("A", OWN)]
    review.close()
    again = opened(sample_dir, tmp_path)
    assert again.state(KEY).correction == gone.correction
    assert again.state(KEY).others == gone.others
    assert [each.reader for each in again.correct(KEY, late, "move ellipse").others] == ["B"]
    again.close()
