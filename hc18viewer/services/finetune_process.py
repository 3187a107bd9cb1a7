"""A fine-tuning in a process of its own: what it says, and what it is told, line by line.

The window starts the program itself with the command `finetune-run FOLDER` and reads JSON lines
from its output; with `finetune-speed FOLDER`, a model's, it learns how fast this machine is. It
writes "pause", "resume" or "cancel" to its input. Where the input ends, because
the window is gone, the run stops and keeps its checkpoint, so that it can be gone on with.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, TextIO

from hc18viewer.errors import Cancelled, Hc18ViewerError
from hc18viewer.files import held
from hc18viewer.message import Message, message
from hc18viewer.progress import PausableToken, Progress
from hc18viewer.services.finetune_runs import lock_of
from hc18viewer.training.log import LogRow

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.model.device import DeviceName

PAUSE, RESUME, CANCEL = "pause", "resume", "cancel"
COMMAND, SPEED_COMMAND = "finetune-run", "finetune-speed"
_NICENESS = 10
_WAIT_SECONDS = 10.0
"""How long a run is waited for that another process is at: it may be about to stop."""


@dataclass(frozen=True, slots=True)
class Said:
    """One line that the process says: exactly one of these is not None.

    Attributes:
        progress: how far it is.
        epoch: an epoch of the learning has ended.
        made: the name of the model that was made; the process ends.
        failed: why it failed, for the user; the process ends.
        cancelled: it has stopped as it was told; the process ends.
        speed: the seconds of one step and of one prediction here; the process ends.
    """

    progress: Progress | None = None
    epoch: LogRow | None = None
    made: str | None = None
    failed: str | None = None
    cancelled: bool | None = None
    speed: tuple[float, float] | None = None


def write_said(said: Said) -> str:
    """Return a line of the protocol."""
    content = {name: value for name, value in asdict(said).items() if value is not None}
    if isinstance(said.failed, Message):  # it keeps its parts, for the reader's language
        content["failed"] = [said.failed.template, said.failed.values]
    return json.dumps(content, default=str)


def read_said(line: str) -> Said | None:
    """Return what a line says; None for a line that is none of the protocol's."""
    try:
        content = json.loads(line)
        if "progress" in content:
            return Said(progress=Progress(**content["progress"]))
        if "epoch" in content:
            return Said(epoch=LogRow(**content["epoch"]))
        if "speed" in content:
            step, look = content["speed"]
            return Said(speed=(float(step), float(look)))
        if isinstance(content.get("failed"), list):
            template, values = content["failed"]
            return Said(failed=Message(template, values))
        return Said(**content)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None  # a library has written to the output


def run_in_this_process(
    folder: Path, *, device: DeviceName, told: TextIO, says: TextIO, threads: int | None = None
) -> int:
    """Carry out the job in `folder`, saying how it goes; return the exit code."""
    _step_back()
    from hc18viewer.services.finetune_run import run_job  # torch's seconds, in this process alone

    if threads:
        import torch

        torch.set_num_threads(threads)
    token = PausableToken()
    threading.Thread(target=_listen, args=(told, token), daemon=True).start()

    def say(said: Said) -> None:
        print(write_said(said), file=says, flush=True)

    try:
        with held(lock_of(folder), seconds=_WAIT_SECONDS):
            done = run_job(
                folder, device=device, report=lambda progress: say(Said(progress=progress)),
                token=token, watch=lambda row: say(Said(epoch=row)),
            )
    except Cancelled:
        say(Said(cancelled=True))
        return 1
    except Hc18ViewerError as error:
        say(Said(failed=str(error)))
        return 1
    except BlockingIOError:
        say(Said(failed=message("Another window is at this fine-tuning.")))
        return 1
    except OSError as error:
        say(Said(failed=message(
            "{file} cannot be read or written: {reason}. Make room on the disk and go on.",
            file=os.fsdecode(error.filename or "A file"), reason=error.strerror,
        )))
        return 1
    say(Said(made=done.card.name))
    return 0


def tell_speed_in_this_process(
    model: Path, *, device: DeviceName, says: TextIO, threads: int | None = None
) -> int:
    """Say how fast this machine fine-tunes the model in a folder; return the exit code."""
    _step_back()
    from hc18viewer.services.finetune_speed import measure_speed  # torch's seconds, as above

    if threads:
        import torch

        torch.set_num_threads(threads)
    try:
        said = Said(speed=measure_speed(model, device=device))
    except Hc18ViewerError as error:
        said = Said(failed=str(error))
    print(write_said(said), file=says, flush=True)
    return 0 if said.speed else 1


def _listen(told: TextIO, token: PausableToken) -> None:
    for line in told:
        if line.strip() == PAUSE:
            token.pause()
        elif line.strip() == RESUME:
            token.resume()
        else:
            break
    token.cancel()


def _step_back() -> None:
    """Leave the processor to the window wherever it wants it."""
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x00004000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
    else:
        os.nice(_NICENESS)
