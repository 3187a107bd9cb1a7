import threading

import pytest

from hc18viewer.errors import Cancelled, Hc18ViewerError
from hc18viewer.workers.lane import Ending, Lane


class Echo(Lane):
    """Gives each job back; some fail."""

    def __init__(self):
        super().__init__()
        self.outcomes, self.gate, self.begun = [], threading.Event(), threading.Event()
        self.gate.set()
        self.ended.connect(self.outcomes.append)

    def perform(self, job):
        self.begun.set()
        self.gate.wait()
        if isinstance(job, Exception):
            raise job
        return job * 2


class Unprepared(Echo):
    def prepare(self):
        raise Hc18ViewerError("no model")


@pytest.fixture
def lane(qtbot):
    made = Echo()
    made.start()
    yield made
    made.gate.set()
    made.stop()
    assert made.isFinished()


def test_each_job_ends_once_in_the_order_wanted(lane, qtbot):
    lane.want([1, 2, 3])
    qtbot.waitUntil(lambda: len(lane.outcomes) == 3)
    assert [(o.job, o.result, o.ending) for o in lane.outcomes] == [
        (n, 2 * n, Ending.DONE) for n in (1, 2, 3)]


def test_the_newest_wish_replaces_what_is_waiting(lane, qtbot):
    lane.gate.clear()
    first = lane.want([1, 2, 3])
    lane.begun.wait()
    second = lane.want([9])
    lane.gate.set()
    qtbot.waitUntil(lambda: len(lane.outcomes) == 2)
    assert [(o.job, o.generation) for o in lane.outcomes] == [(1, first), (9, second)]
    assert lane.generation == second > first


@pytest.mark.filterwarnings("ignore")
def test_a_failed_job_does_not_end_the_lane(lane, qtbot, caplog):
    lane.want([Hc18ViewerError("in plain words"), Cancelled(), ZeroDivisionError("a bug"), 4])
    qtbot.waitUntil(lambda: len(lane.outcomes) == 4)
    endings = [(o.ending, o.message) for o in lane.outcomes]
    assert endings[0] == (Ending.FAILED, "in plain words")
    assert endings[1][0] is Ending.CANCELLED
    assert endings[2][0] is Ending.FAILED
    assert "log file" in endings[2][1]
    assert "a bug" in caplog.text
    assert endings[3][0] is Ending.DONE


def test_a_stopped_lane_drops_what_is_waiting(qtbot):
    lane = Echo()
    lane.gate.clear()
    lane.start()
    lane.want([1, 2, 3])
    lane.begun.wait()
    threading.Timer(0.05, lane.gate.set).start()
    lane.stop()
    qtbot.wait(20)
    assert len(lane.outcomes) == 1


def test_a_lane_that_cannot_work_says_so_once(qtbot):
    lane, said = Unprepared(), []
    lane.unavailable.connect(said.append)
    lane.start()
    lane.want([1, 2, 3])
    qtbot.waitUntil(lane.isFinished)
    qtbot.wait(20)
    assert said == ["no model"]
    assert lane.outcomes == []
    lane.stop()
