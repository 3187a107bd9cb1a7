import importlib.util
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[3]


@pytest.fixture
def checkout():
    """The project's own folder."""
    return CHECKOUT


@pytest.fixture
def bootstrap(tmp_path, monkeypatch):
    """The set-up script on a folder of its own; each test has its own copy of the module."""
    spec = importlib.util.spec_from_file_location(
        "bootstrap_under_test", CHECKOUT / "packaging" / "bootstrap.py"
    )
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    environment = tmp_path / ".venv"
    module.ROOT = tmp_path
    module.CONSTRAINTS = tmp_path / "constraints.txt"
    module.ENVIRONMENT = environment
    module.STAMP = environment / module.STAMP.name
    module.UNFINISHED = environment / module.UNFINISHED.name
    module.LOG = environment / module.LOG.name
    module.CONSTRAINTS.write_text("numpy==2.4.6\ntorch==2.13.0\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    return module


@pytest.fixture
def commands(bootstrap, monkeypatch):
    """The commands that the script starts: recorded, and taken for successful.

    `python -m venv` and `pip install` leave the programs behind that the real ones would.
    """
    seen = []

    def record(command, _environment=None):
        seen.append(command)
        if "venv" in command or "--editable" in command:
            for name in ("python", "hc18viewer"):
                program = bootstrap.script(name)
                program.parent.mkdir(parents=True, exist_ok=True)
                program.touch()
        return 0

    monkeypatch.setattr(bootstrap, "logged", record)
    monkeypatch.setattr(bootstrap, "works", lambda: bootstrap.script("python").exists())
    monkeypatch.setattr(bootstrap, "missing_system_packages", lambda _libraries: [])
    monkeypatch.setattr(bootstrap, "has_nvidia", lambda: False)
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":7")
    return seen
