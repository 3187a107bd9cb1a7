"""Start `one_process.py`, alone or as several processes that train together."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

from safetensors.torch import load_file

SCRIPT = Path(__file__).with_name("one_process.py")
TORCHRUN = [sys.executable, "-m", "torch.distributed.run", "--standalone"]
LONG = 300  # seconds; a busy machine is no fault of the code


def environment(**variables):
    """The environment without traces of a group; one thread is enough for a tiny network."""
    group = ("RANK", "WORLD_SIZE", "LOCAL_RANK", "MASTER_ADDR", "MASTER_PORT")
    kept = {name: value for name, value in os.environ.items() if name not in group}
    return {**kept, "OMP_NUM_THREADS": "1", **variables}


def start(*arguments, **variables):
    return subprocess.Popen(
        [sys.executable, "-W", "error", SCRIPT, *map(str, arguments)],
        env=environment(**variables), text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )


def start_together(*arguments, extra=((), ())):
    """Two processes with torchrun's variables and without torchrun, which would end the other."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    return [
        start(*arguments, *more, RANK=str(rank), LOCAL_RANK=str(rank), WORLD_SIZE="2",
              MASTER_ADDR="127.0.0.1", MASTER_PORT=port)
        for rank, more in enumerate(extra)
    ]


def ended(processes):
    """Wait for processes; return the exit code and stderr of each."""
    try:
        said = [process.communicate(timeout=LONG)[1] for process in processes]
    finally:
        for process in processes:
            process.kill()
    return [(process.returncode, text) for process, text in zip(processes, said, strict=True)]


def noted(folder, name):
    """What both processes noted under a name."""
    kind = "json" if name == "drawn" else "safetensors"
    read = (lambda path: json.loads(path.read_text())) if kind == "json" else load_file
    return [read(folder / f"{name}-{rank}.{kind}") for rank in (0, 1)]
