"""Start the program on a study; say when list and first case have been painted, and end.

    python tests/benchmarks/start_program.py STUDY [IMAGE]

With IMAGE, the case shown first is that image's: the settings are told that it was shown last.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def _hook() -> None:
    """Watch the canvas for an image with its ground truth, and the list for its cases."""
    from hc18viewer.ui.canvas.canvas import CaseCanvas
    from hc18viewer.ui.case_list import CaseListView

    there: set[type] = set()

    def watch(kind: type, shows: Callable[[Any], bool]) -> None:
        paint = kind.paintEvent

        def painted(widget: Any, event: object) -> None:
            paint(widget, event)
            if shows(widget):
                there.add(kind)
            if len(there) == 2:
                print("drawn", flush=True)
                os._exit(0)  # what the lanes are at is of no interest

        kind.paintEvent = painted

    watch(CaseCanvas, lambda canvas: canvas.image is not None and canvas.annotation is not None)
    watch(CaseListView, lambda shown: shown.model().rowCount() > 0)


def _remember(study: Path, image: Path) -> None:
    from hc18viewer.settings import Settings, save_settings

    save_settings(Settings(last_cases={str(study): image.relative_to(study).as_posix()}))


if __name__ == "__main__":
    study = Path(sys.argv[1]).resolve()
    if len(sys.argv) > 2:
        _remember(study, Path(sys.argv[2]).resolve())
    from hc18viewer import __main__ as launcher

    _hook()
    sys.exit(launcher.main([str(study)]))
