import os
from pathlib import Path

import pytest
from hypothesis import settings

from hc18viewer.dataset.sample_study import write_sample_study

# A busy machine is no fault of the code.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def hc18_dir():
    """The real HC18 images."""
    folder = Path(os.environ.get("HC18_DIR", CHECKOUT.parent / "shared" / "hc18"))
    if (folder / "training_set").is_dir():
        return folder
    reason = f"HC18 is not at {folder}; HC18_DIR names its folder"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty folder for everything of the user's."""
    folder = tmp_path / "home"
    monkeypatch.setenv("HC18VIEWER_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def sample_dir(tmp_path_factory):
    """The sample study, drawn once; tests read it and copy what they change."""
    folder = tmp_path_factory.mktemp("study") / "sample"
    write_sample_study(folder)
    return folder
