"""Start the program on a study; say when the canvas has painted a case, and end.

    python tests/benchmarks/start_program.py STUDY [IMAGE]

With IMAGE, the case shown first is that image's: the settings are told that it was shown last.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def _hook() -> None:
    """Watch the canvas as soon as its module has been loaded by the program itself."""
    from hc18viewer.ui.canvas.canvas import CaseCanvas

    paint = CaseCanvas.paintEvent

    def painted(canvas: CaseCanvas, event: object) -> None:
        paint(canvas, event)
        if canvas.image is not None:
            print("drawn", flush=True)
            os._exit(0)  # what the lanes are at is of no interest

    CaseCanvas.paintEvent = painted


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
