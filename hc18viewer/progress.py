"""How long work says how far it is, and is told to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from hc18viewer.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of long work has come: `done` of `total` steps, and what it is at."""

    done: int
    total: int
    text: str = ""


ProgressReport = Callable[[Progress], None]


def ignore_progress(_progress: Progress) -> None:
    """Report to nobody."""


class CancelToken:
    """A flag that one thread sets and the work in another looks at between steps."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` when the work was asked to stop."""
        if self._event.is_set():
            raise Cancelled


class PausableToken(CancelToken):
    """A token whose work can be held between two steps, and go on."""

    def __init__(self) -> None:
        super().__init__()
        self._going = threading.Event()
        self._going.set()

    def pause(self) -> None:
        """Hold the work at its next step."""
        self._going.clear()

    def resume(self) -> None:
        """Let the work go on."""
        self._going.set()

    def cancel(self) -> None:
        """Ask the work to stop, also where it is held."""
        super().cancel()
        self._going.set()

    def check(self) -> None:
        """Wait while the work is held; raise `Cancelled` when it was asked to stop."""
        self._going.wait()
        super().check()
