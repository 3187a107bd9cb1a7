"""Undo as the review does it: kept in the store, the case's, whatever happens between."""

import sqlite3

import pytest

from hc18viewer.dataset.study import open_study
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.shape import FreeContour
from hc18viewer.services.review import Review
from hc18viewer.store.records import VerdictKind
from hc18viewer.store.study_store import StudyStore

KEY = "training_set/000_HC.png"
ONE, TWO, THREE = (Ellipse(400 + n / 3, 270, 200, 150, 0.2) for n in range(3))


@pytest.fixture
def open_review(sample_dir, tmp_path):
    """Open a review of the same store once more; all are closed at the end."""
    reviews = []

    def another(reader="A"):
        store = StudyStore.open(sample_dir, tmp_path)
        reviews.append(Review(open_study(sample_dir), store, reader=reader, model="m 1"))
        return reviews[-1]

    yield another
    for review in reviews:
        review.close()


def spoil(review, statement):
    with sqlite3.connect(review._store.path) as other:
        other.execute(statement)
    other.close()


def test_the_next_day_undoes_what_was_done_today_to_the_start_and_back(open_review):
    free = FreeContour.of(ONE.points(60) + 0.01)
    today = open_review()
    for shape, gesture in ((ONE, "move ellipse"), (free, "push contour"), (TWO, "fit ellipse")):
        today.correct(KEY, shape, gesture)
    today.undo(KEY)
    today.close()
    next_day = open_review("B")
    history = next_day.history(KEY)
    assert (history.undo_name, history.redo_name) == ("push contour", "fit ellipse")
    assert next_day.state(KEY).corrected_shape == free
    assert next_day.undo(KEY).corrected_shape == ONE
    assert next_day.undo(KEY).corrected_shape is None
    assert next_day.undo(KEY).corrected_shape is None
    shapes = [next_day.redo(KEY).corrected_shape for _ in range(4)]
    assert shapes == [ONE, free, TWO, TWO]
    assert shapes[1].points.tobytes() == free.points.tobytes()
    assert len(next_day._store.history(KEY)) == 9  # each step is a row; what does nothing is none


def test_a_gesture_after_undo_drops_the_other_branch_and_keeps_its_rows(open_review):
    review = open_review()
    review.correct(KEY, ONE, "one")
    review.correct(KEY, TWO, "two")
    review.undo(KEY)
    review.correct(KEY, THREE, "three")
    assert review.redo(KEY).corrected_shape == THREE
    assert review.undo(KEY).corrected_shape == ONE
    again = open_review()
    assert [step.name for step in again.history(KEY).steps] == ["one", "three"]
    assert TWO in [row.shape for row in again._store.history(KEY)]


def test_two_windows_come_to_one_history(open_review):
    here, there = open_review("A"), open_review("B")
    here.correct(KEY, ONE, "one")
    assert there.refresh(KEY)
    assert not there.refresh(KEY)
    assert there.state(KEY).corrected_shape == ONE
    assert there.history(KEY).undo_name == "one"
    there.correct(KEY, TWO, "two")
    there.judge(KEY, VerdictKind.FLAGGED)
    assert here.refresh(KEY)
    assert here.state(KEY).verdict_kind is VerdictKind.FLAGGED
    assert [each.reader for each in here.state(KEY).others] == ["A"]
    assert here.undo(KEY).corrected_shape == ONE


@pytest.mark.parametrize("acts", [
    ("undo here", "undo there"), ("undo here", "edit here", "undo there"),
    ("undo there", "redo there", "undo here", "edit there"), ("edit here", "undo there"),
    ("undo here", "undo here", "undo there"),
])
def test_windows_that_did_not_look_still_leave_a_history_of_what_is_shown(open_review, acts):
    here, there = open_review("A"), None
    here.correct(KEY, ONE, "one")
    here.correct(KEY, TWO, "two")
    there = open_review("B")
    for act in acts:
        what, where = act.split()
        review = here if where == "here" else there
        if what == "edit":
            review.correct(KEY, THREE, "three")
        else:
            getattr(review, what)(KEY)
    after = open_review()
    shown, history = after.state(KEY).corrected_shape, after.history(KEY)
    assert after._shape_at(history.revision) == shown
    while after.history(KEY).undo_name:
        after.undo(KEY)
    assert after.state(KEY).corrected_shape is None
    while after.history(KEY).redo_name:
        after.redo(KEY)
    if history.done == len(history.steps):
        assert after.state(KEY).corrected_shape == shown


def test_a_damaged_step_is_passed_over(open_review):
    review = open_review()
    for shape, gesture in ((ONE, "one"), (TWO, "two"), (THREE, "three")):
        review.correct(KEY, shape, gesture)
    review.close()
    spoil(review, "UPDATE correction SET a = -1 WHERE id = 2")
    again = open_review()
    assert again.undo(KEY).corrected_shape == ONE
    assert again.undo(KEY).corrected_shape is None
    assert again.redo(KEY).corrected_shape == ONE
    assert again.redo(KEY).corrected_shape == THREE
    assert open_review().history(KEY).done == 3


def test_the_previous_revision_is_that_of_the_verdict_then_that_of_the_days_start(open_review):
    review = open_review()
    assert review.earlier_shapes(KEY) == (None,)
    review.correct(KEY, ONE, "one")
    review.accept(KEY)
    review.correct(KEY, TWO, "two")
    assert review.earlier_shapes(KEY) == (ONE, None)
    review.close()
    next_day = open_review()
    assert next_day.earlier_shapes(KEY) == (TWO, ONE)
    next_day.correct(KEY, THREE, "three")
    next_day.accept(KEY)
    assert next_day.earlier_shapes(KEY) == (THREE, TWO)
    spoil(next_day, "UPDATE correction SET b = -1 WHERE id = 2")
    assert next_day.earlier_shapes(KEY) == (THREE,)
