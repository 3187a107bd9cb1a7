"""The program itself as a process beside the window: what it says and is told, line by line."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def program_command(arguments: Sequence[str]) -> list[str]:
    """Return the command that runs this program again: frozen, installed or from a checkout."""
    if getattr(sys, "frozen", False):
        # The window's own program has no output that could be read, on Windows.
        window = Path(sys.executable)
        spoken = window.with_name(window.name.replace("-gui", ""))
        return [str(spoken if spoken.is_file() else window), *arguments]
    return [sys.executable, "-m", "hc18viewer", *arguments]


def threads_beside_window() -> int:
    """Return how many threads long work may use, so that one core stays free for the window."""
    return max(1, (os.cpu_count() or 2) - 1)


class ProgramProcess:
    """One process; every method may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._killed = False

    def start(self, arguments: Sequence[str]) -> None:
        """Start it.

        Raises:
            OSError: the system starts no process.
        """
        hidden = 0
        if sys.platform == "win32":
            hidden = subprocess.CREATE_NO_WINDOW
        process = subprocess.Popen(
            program_command(arguments), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, encoding="utf-8", errors="replace", creationflags=hidden,
        )
        with self._lock:
            self._process = process
            if self._killed:
                process.kill()

    @property
    def pid(self) -> int | None:
        """The number that the system knows it by; None before it was started."""
        return self._process.pid if self._process else None

    def lines(self) -> Iterator[str]:
        """Wait for what it says, until it ends."""
        if self._process is None or self._process.stdout is None:
            raise RuntimeError("a process speaks only after its start")
        yield from self._process.stdout

    def tell(self, word: str) -> None:
        """Write a line to its input; one that has ended hears nothing."""
        with self._lock:
            if self._process is None or self._process.stdin is None or self._process.stdin.closed:
                return
            with suppress(OSError):  # it has ended, and its last word is on its way
                self._process.stdin.write(f"{word}\n")
                self._process.stdin.flush()

    def end_input(self) -> None:
        """End its input, which it takes as a wish to stop and keep what it has."""
        with self._lock:
            if self._process is not None and self._process.stdin is not None:
                with suppress(OSError):  # it has ended
                    self._process.stdin.close()

    def kill(self) -> None:
        """End it at once."""
        with self._lock:
            self._killed = True
            if self._process is not None and self._process.poll() is None:
                self._process.kill()

    def wait(self) -> int:
        """Wait until it has ended; return its exit code, negative for the signal that ended it."""
        if self._process is None:
            raise RuntimeError("a process ends only after its start")
        code = self._process.wait()
        self.end_input()
        if self._process.stdout is not None:
            self._process.stdout.close()
        return code
