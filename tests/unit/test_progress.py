import dataclasses
import threading

import pytest

from hc18viewer.errors import Cancelled, Hc18ViewerError
from hc18viewer.progress import CancelToken, Progress, ignore_progress


def test_a_token_stops_work_in_another_thread():
    token, ended = CancelToken(), []

    def work():
        try:
            while True:
                token.check()
        except Cancelled:
            ended.append("cancelled")

    thread = threading.Thread(target=work)
    thread.start()
    assert thread.is_alive()
    token.cancel()
    thread.join(10)
    assert ended == ["cancelled"]


def test_a_token_stays_set_and_can_be_set_twice():
    token = CancelToken()
    assert not token.cancelled
    token.cancel()
    token.cancel()
    for _ in range(2):
        with pytest.raises(Cancelled):
            token.check()


def test_tokens_do_not_know_each_other():
    first, second = CancelToken(), CancelToken()
    first.cancel()
    second.check()
    assert not second.cancelled


def test_being_cancelled_is_no_fault():
    assert not issubclass(Cancelled, Hc18ViewerError)


def test_progress_is_a_value():
    assert Progress(1, 3) == Progress(1, 3, "")
    with pytest.raises(dataclasses.FrozenInstanceError):
        Progress(1, 3).done = 2


def test_reporting_to_nobody_says_nothing(capfd):
    assert ignore_progress(Progress(1, 2, "x")) is None
    assert capfd.readouterr() == ("", "")
