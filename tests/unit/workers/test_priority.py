import os
import sys
import threading

import pytest

from hc18viewer.workers.priority import share_interpreter, step_back

linux = pytest.mark.skipif(sys.platform != "linux", reason="threads have no priority of their own")


@linux
def test_a_thread_that_steps_back_takes_those_that_it_starts_along():
    found = {}

    def note(name):
        found[name] = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    def work():
        step_back()
        note("own")
        child = threading.Thread(target=note, args=("child",))
        child.start()
        child.join()

    note("before")
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    note("after")
    assert found["own"] == found["child"] > found["before"] == found["after"]


def test_a_thread_that_waits_gets_the_interpreter_soon():
    usual = sys.getswitchinterval()
    try:
        share_interpreter()
        assert sys.getswitchinterval() == pytest.approx(0.001)
    finally:
        sys.setswitchinterval(usual)
