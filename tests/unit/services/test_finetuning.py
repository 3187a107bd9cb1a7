from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from finetune_parent import clinic

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.prediction import Prediction
from hc18viewer.services.finetuning import (
    Choice,
    Kind,
    TooFewLessonsError,
    annotated_lessons,
    free_name,
    plan_fine_tuning,
    planned_epochs,
)
from hc18viewer.services.review import Review
from hc18viewer.store.records import VerdictKind
from hc18viewer.store.study_store import StudyStore
from hc18viewer.training.lessons import Part, Source, subjects_of

HEAD = Ellipse(98, 67, 44, 35, 0.2)


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    return clinic(tmp_path_factory.mktemp("clinic") / "clinic", count=30)


@pytest.fixture
def review(study, tmp_path):
    with StudyStore.open(study.root, tmp_path / "stores") as store:
        yield Review(study, store, reader="A", model="m 1")


def predict(review, case):
    review.note_prediction(review.keep_prediction(Prediction(
        case_key=case.key, model="m 1", contour=None, ellipse=HEAD, hc_mm=None,
        mean_probability=0.9, seconds=0.1,
    )))


def correct(review, count):
    for case in review.study.cases[:count]:
        predict(review, case)
        review.correct(case.key, HEAD, "move ellipse")


def plan(review, drawn=None, **choice):
    return plan_fine_tuning(
        [review.state(case.key) for case in review.study.cases],
        choice=Choice(**choice), drawn=review.gate_draws() if drawn is None else drawn,
    )


def test_too_few_corrections_are_said(review):
    correct(review, 7)
    with pytest.raises(TooFewLessonsError, match="7 cases are corrected"):
        plan(review)


def test_a_third_is_kept_for_the_gate_and_no_subject_is_on_both_sides(review):
    correct(review, 30)
    made = plan(review)
    learn, gate = ([x for x in made.lessons if x.part is part] for part in (Part.LEARN, Part.GATE))
    assert (len(learn), len(gate), made.crossed) == (20, 10, False)
    assert not subjects_of(learn) & subjects_of(gate)
    assert {x.source for x in made.lessons} == {Source.CORRECTION}
    assert all(x.revision for x in made.lessons)
    assert all(x.ellipse == HEAD for x in made.lessons)


def test_a_subject_of_the_gate_teaches_in_no_later_run(review):
    correct(review, 22)
    first = plan(review)
    review.keep_gate_draws(first.new_draws)
    correct(review, 30)
    later = plan(review)
    gate = {subject for subject, inside in first.new_draws.items() if inside}
    taught = {subject for subject, inside in first.new_draws.items() if not inside}
    for lesson in later.lessons:
        assert not (lesson.subject in gate and lesson.part is Part.LEARN)
        assert not (lesson.subject in taught and lesson.part is Part.GATE)


def test_few_subjects_are_cross_validated(review):
    correct(review, 12)
    made = plan(review)
    assert made.crossed
    assert made.count(Part.LEARN) == 12
    assert made.new_draws == dict.fromkeys(subjects_of(made.lessons), False)


def test_who_was_taught_before_there_was_a_gate_comes_into_none(review):
    correct(review, 12)
    first = plan(review)
    review.keep_gate_draws(first.new_draws)
    taught = subjects_of(first.lessons)
    correct(review, 20)
    few = plan(review)
    gate = subjects_of(x for x in few.lessons if x.part is Part.GATE)
    assert len(gate) == 8
    assert few.crossed  # eight are no gate
    review.keep_gate_draws(few.new_draws)
    correct(review, 30)
    later = plan(review)
    gate = subjects_of(x for x in later.lessons if x.part is Part.GATE)
    assert len(gate) == 10
    assert not later.crossed
    assert not gate & taught


def test_who_was_accepted_and_taught_comes_into_no_gate_but_takes_no_place_in_it(review):
    correct(review, 20)
    for case in review.study.cases[20:]:
        predict(review, case)
        review.accept(case.key)
    review.keep_gate_draws(plan(review).new_draws)
    correct(review, 30)
    later = plan(review)
    assert later.count(Part.GATE) == 10
    assert later.count(Part.LEARN) == 20


def test_a_gate_that_a_filter_leaves_too_small_is_said_and_still_not_taught(review):
    correct(review, 22)
    first = plan(review)
    review.keep_gate_draws(first.new_draws)
    review.reader = "B"
    gate = [subject for subject, inside in first.new_draws.items() if inside]
    wanted = {*gate[:2], *(subject for subject, inside in first.new_draws.items() if not inside)}
    for case in review.study.cases:
        if case.subject in wanted:
            review.correct(case.key, HEAD, "move ellipse")
    made = plan(review, readers=frozenset({"B"}))
    assert made.crossed
    assert subjects_of(x for x in made.lessons if x.part is Part.GATE) == set(gate[:2])


def test_cases_of_one_subject_alone_teach_nothing(review):
    correct(review, 12)
    one = [replace(review.state(case.key), case=replace(case, subject="one"))
           for case in review.study.cases[:12]]
    with pytest.raises(TooFewLessonsError, match="1 subjects are left to learn from"):
        plan_fine_tuning(one, choice=Choice(), drawn={})


def test_a_ground_truth_that_is_wanted_counts_more_than_an_accepted_prediction(review):
    correct(review, 12)
    for case in review.study.cases[12:]:
        predict(review, case)
        review.accept(case.key)
    made = plan(review, kinds=frozenset(Kind))
    assert {x.source for x in made.lessons} == {Source.CORRECTION, Source.ANNOTATION}


def test_what_is_rejected_flagged_or_untouched_is_left_out(review):
    correct(review, 14)
    keys = [case.key for case in review.study.cases]
    review.judge(keys[0], VerdictKind.REJECTED, reason="no head")
    review.judge(keys[1], VerdictKind.FLAGGED)
    review.correct(keys[2], None, "back to prediction")
    assert {lesson.case_key for lesson in plan(review).lessons} == set(keys[3:14])


def test_accepted_cases_teach_but_do_not_judge(review):
    correct(review, 20)
    for case in review.study.cases[20:]:
        predict(review, case)
        review.accept(case.key)
    drawn = {case.subject: number % 2 == 0 for number, case in enumerate(review.study.cases)}
    made = plan(review, drawn)
    accepted = [x for x in made.lessons if x.source is Source.ACCEPTED]
    assert {x.part for x in accepted} == {Part.LEARN, Part.REFERENCE}
    assert made.count(Part.REFERENCE) == 5
    only = plan(review, drawn, kinds=frozenset({Kind.CORRECTED}))
    assert not [x for x in only.lessons if x.source is Source.ACCEPTED]


def test_the_choice_of_reader_and_time(review):
    correct(review, 10)
    review.reader = "B"
    for case in review.study.cases[10:20]:
        review.correct(case.key, HEAD, "move ellipse")
    assert len(plan(review, readers=frozenset({"B"})).lessons) == 10
    later = datetime.now(UTC) + timedelta(days=1)
    with pytest.raises(TooFewLessonsError):
        plan(review, since=later)


def test_ground_truth_counts_where_it_is_wanted(review):
    made = plan(review, kinds=frozenset({Kind.ANNOTATED}))
    assert (made.count(Part.LEARN), made.count(Part.GATE)) == (20, 10)
    assert {x.source for x in made.lessons} == {Source.ANNOTATION}
    assert all(abs(x.ellipse.a - 42) < 0.7 for x in made.lessons)


def test_the_reference_never_holds_what_is_taught(review):
    correct(review, 30)
    reference, problems = annotated_lessons(review.study.cases, part=Part.REFERENCE)
    assert (len(reference), problems) == (30, [])
    made = plan_fine_tuning(
        [review.state(case.key) for case in review.study.cases], choice=Choice(),
        drawn={}, reference=reference,
    )
    learn, kept = (
        subjects_of(x for x in made.lessons if x.part is part)
        for part in (Part.LEARN, Part.REFERENCE)
    )
    assert kept
    assert not learn & kept


def test_epochs_follow_from_the_lessons_and_the_time(review):
    assert planned_epochs(20) == 24
    assert planned_epochs(4000) == 3
    assert planned_epochs(8) == 60
    correct(review, 30)
    made = plan(review)
    assert (made.work.learn, made.work.gate, made.work.epochs) == (20, 10, made.epochs)


def test_a_free_name_is_no_models(review, home):
    assert free_name(review.study) == "clinic-1"


def test_a_calibrated_case_teaches_with_the_readers_pixel_size(review):
    correct(review, 10)
    case = review.study.cases[0]
    review.calibrate([case.key], line=((0.0, 0.0), (100.0, 0.0)), length_mm=50.0)
    sizes = {lesson.case_key: lesson.pixel_size_mm for lesson in plan(review).lessons}
    assert sizes.pop(case.key) == 0.5
    assert set(sizes.values()) == {0.3}
