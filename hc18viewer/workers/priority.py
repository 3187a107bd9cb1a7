"""How a thread lets the window's go first."""

from __future__ import annotations

import contextlib
import os
import sys
import threading

_STEPS_BACK = 10
_SWITCH_S = 0.001


def step_back() -> None:
    """Give the calling thread, and those that it starts from now on, a low priority.

    Linux alone knows priorities of threads without asking for rights; elsewhere nothing happens.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _STEPS_BACK)


def share_interpreter() -> None:
    """Let a thread that waits for the interpreter have it within a thousandth of a second.

    Python's own five would be a third of a frame whenever a lane is at work.
    """
    sys.setswitchinterval(_SWITCH_S)
