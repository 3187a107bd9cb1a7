"""Write a file whole or not at all; hold a file for one process alone."""

from __future__ import annotations

import os
import secrets
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_POLL_SECONDS = 0.05


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path`; on success it is synced and takes `path`'s place.

    When the block raises, the temporary file is removed and `path` stays as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(6)}{path.suffix}")
    # Not by tempfile, whose files only their owner may read: a user expects the usual permissions.
    os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        yield temporary
        _sync(temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_text(path: Path, text: str, *, newline: str = "\n") -> None:
    """Write `text` as UTF-8 to `path`, whole or not at all."""
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline=newline)


@contextmanager
def held(path: Path, *, seconds: float) -> Iterator[None]:
    """Hold `path`, which is made and removed, for this process alone; wait some `seconds` for it.

    However the process ends, the system lets go of it.

    Raises:
        BlockingIOError: another process holds it, and went on to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + seconds
    with path.open("ab") as file:
        while not _locked(file.fileno()):
            if time.monotonic() >= end:
                raise BlockingIOError(f"{path} is held by another process")
            time.sleep(_POLL_SECONDS)
        try:
            yield
        finally:
            if os.name == "nt":  # Windows removes no open file
                file.close()
            path.unlink(missing_ok=True)


def is_held(path: Path) -> bool:
    """Whether another process holds `path`."""
    if not path.exists():
        return False
    with path.open("ab") as file:
        return not _locked(file.fileno())


def _locked(descriptor: int) -> bool:
    """Lock an open file, where nobody else has; closing it unlocks it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder to sync it; its rename is journalled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
