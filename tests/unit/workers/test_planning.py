import pytest
from finetune_parent import clinic

from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.progress import CancelToken
from hc18viewer.services.finetuning import Choice, Kind
from hc18viewer.services.review import Review
from hc18viewer.store.study_store import StudyStore
from hc18viewer.training.lessons import Part
from hc18viewer.workers import planning
from hc18viewer.workers.lane import Ending
from hc18viewer.workers.planning import PlanJob, PlanLane

ANNOTATED = Choice(frozenset({Kind.ANNOTATED}))


@pytest.fixture
def review(tmp_path, home):
    study = clinic(tmp_path / "clinic", count=24)
    with StudyStore.open(study.root, tmp_path / "stores") as store:
        yield Review(study, store, reader="A", model="m 1")


@pytest.fixture
def lane(qtbot):
    made = PlanLane()
    made.start()
    yield made
    made.stop()


def job(review, choice=ANNOTATED, reference=None, token=None):
    states = tuple(review.state(case.key) for case in review.study.cases)
    return PlanJob(review.study, states, choice, {}, reference, token or CancelToken())


def outcome_of(qtbot, lane, wanted):
    with qtbot.waitSignal(lane.ended, timeout=60_000) as ended:
        lane.want([wanted])
    return ended.args[0]


def test_a_plan_with_its_reference_in_words(qtbot, lane, review):
    outcome = outcome_of(qtbot, lane, job(review, reference=review.study.root))
    assert outcome.ending is Ending.DONE
    assert outcome.result.reference == "the reference study"
    plan = outcome.result.plan
    assert (plan.count(Part.LEARN), plan.count(Part.GATE)) == (14, 10)


def test_each_ground_truth_is_read_once(qtbot, lane, review, monkeypatch):
    read = []
    monkeypatch.setattr(
        planning, "truth_ellipse", lambda case: read.append(case.key) or truth_ellipse(case))
    for _ in range(3):
        outcome_of(qtbot, lane, job(review, reference=review.study.root))
    assert sorted(read) == sorted(case.key for case in review.study.cases)


def test_too_few_cases_are_told(qtbot, lane, review):
    outcome = outcome_of(qtbot, lane, job(review, Choice(), reference=review.study.root))
    assert outcome.ending is Ending.FAILED
    assert outcome.message.startswith("0 cases are corrected")


def test_a_reference_that_is_none_is_told_and_another_can_be_chosen(
    qtbot, lane, review, tmp_path
):
    outcome = outcome_of(qtbot, lane, job(review, reference=tmp_path / "nowhere"))
    assert outcome.ending is Ending.FAILED
    outcome = outcome_of(qtbot, lane, job(review, reference=review.study.root))
    assert outcome.ending is Ending.DONE


def test_a_plan_given_up_ends_as_cancelled(qtbot, lane, review, monkeypatch):
    token = CancelToken()

    def give_up(case):
        token.cancel()
        return truth_ellipse(case)

    monkeypatch.setattr(planning, "truth_ellipse", give_up)
    outcome = outcome_of(qtbot, lane, job(review, reference=review.study.root, token=token))
    assert outcome.ending is Ending.CANCELLED
    monkeypatch.undo()
    assert open_study(review.study.root).cases == review.study.cases
