"""The program's log file. File names of cases and folders of users stay out of it.

Code logs counts, durations and kinds of trouble, never a path, a case's name or a reader's.
"""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler

from hc18viewer import paths

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log_file() -> None:
    """Send the package's log to `hc18viewer.log`, at most 1 MB and three older ones.

    A log folder that cannot be written is no reason not to start: the log is then left out.
    """
    package = logging.getLogger("hc18viewer")
    package.setLevel(logging.INFO)
    if any(isinstance(handler, RotatingFileHandler) for handler in package.handlers):
        return
    folder = paths.log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "hc18viewer.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
        )
    except OSError as error:
        logging.getLogger(__name__).warning(
            "no log file is written (%s); check HC18VIEWER_HOME", error.strerror
        )
        return
    handler.setFormatter(logging.Formatter(_FORMAT))
    package.addHandler(handler)
    package.propagate = False
