"""The `hc18viewer` launcher: a command without a window, or the window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from hc18viewer import log
from hc18viewer.cli.parser import COMMANDS, INNER_COMMANDS, window_parser

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_DISPLAY = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    log.start_log_file()
    if given and given[0] in (*COMMANDS, *INNER_COMMANDS):
        from hc18viewer.cli.commands import run_command  # not on the window's way

        return run_command(given)
    parser = window_parser()
    wanted = parser.parse_args(given)
    if wanted.path is not None and not wanted.path.exists():
        parser.error(
            f"there is nothing at {wanted.path}, nor is that a command ({', '.join(COMMANDS)})"
        )
    if not _has_display():
        print(  # noqa: T201 - the command line's output
            "There is no display to open a window on; without one, use: "
            "hc18viewer predict PATH --out DIR",
            file=sys.stderr,
        )
        return NO_DISPLAY
    from hc18viewer.ui.app import run_window  # Qt is loaded only when a window opens

    return run_window(
        path=wanted.path, sample=wanted.sample, store_folder=wanted.store,
        model=wanted.model, device=wanted.device,
    )


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
