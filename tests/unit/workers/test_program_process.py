import sys
from pathlib import Path

import pytest

from hc18viewer.workers.program_process import program_command


def test_from_a_checkout_it_is_the_package():
    assert program_command(["finetune-run", "x"]) == [
        sys.executable, "-m", "hc18viewer", "finetune-run", "x"]


@pytest.mark.parametrize(("window", "spoken"), [
    ("hc18viewer-gui", "hc18viewer"), ("hc18viewer-gui.exe", "hc18viewer.exe"),
    ("hc18viewer", "hc18viewer"),
])
def test_frozen_it_is_the_program_whose_output_can_be_read(tmp_path, monkeypatch, window, spoken):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / window))
    assert program_command(["x"]) == [str(tmp_path / window), "x"]  # where there is no other
    (Path(tmp_path) / spoken).touch()
    assert program_command(["x"]) == [str(tmp_path / spoken), "x"]
