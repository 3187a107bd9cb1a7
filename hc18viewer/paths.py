"""Where things lie: the program's own resources, and everything of the user's.

`HC18VIEWER_HOME` names one folder for all of the user's files; without it they go to the
system's usual places.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

APP_NAME = "hc18viewer"
HOME_VARIABLE = "HC18VIEWER_HOME"


def resources() -> Path:
    """Return the folder of icons, themes and models: frozen, installed or in a checkout."""
    package = Path(__file__).resolve().parent
    places = [package / "_resources", package.parent / "resources"]
    if getattr(sys, "frozen", False):
        places.insert(0, Path(sys._MEIPASS) / "resources")  # type: ignore[attr-defined]  # PyInstaller
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the program's resources are in none of {', '.join(map(str, places))}")


def home() -> Path | None:
    """Return the folder that `HC18VIEWER_HOME` names, or None when it is not set."""
    value = os.environ.get(HOME_VARIABLE)
    return Path(value).expanduser().resolve() if value else None


def config_folder() -> Path:
    """Return the folder of the settings."""
    return home() or Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))


def data_folder() -> Path:
    """Return the folder that holds stores, models and the sample study."""
    return home() or Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def log_folder() -> Path:
    """Return the folder of the log files."""
    base = home()
    return base / "logs" if base else Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))


def stores_folder() -> Path:
    """Return the folder of the stores, one file a study."""
    return data_folder() / "stores"


def models_folder() -> Path:
    """Return the folder of the user's own models."""
    return data_folder() / "models"


def runs_folder() -> Path:
    """Return the folder of the fine-tunings that are not finished."""
    return data_folder() / "runs"


def sample_folder() -> Path:
    """Return the folder that `--sample` opens."""
    return data_folder() / "sample"
