#!/usr/bin/env python3
"""Hold a frozen program against the unfrozen one.

    .venv/bin/python packaging/smoke_test.py [dist/hc18viewer]

Both predict the sample study: their tables must be the same but for the seconds. The frozen one
fine-tunes on it, and its model predicts. Then the frozen window opens the sample study (on the
display, or without one offscreen) and must find its cases.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WINDOW_SECONDS = 60.0


def main(arguments: list[str]) -> int:
    """Run the test and return its exit code."""
    frozen = Path(arguments[0] if arguments else ROOT / "dist" / "hc18viewer").resolve()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        environment = {**os.environ, "HC18VIEWER_HOME": str(folder / "home")}
        unfrozen = [sys.executable, "-m", "hc18viewer"]
        subprocess.run([*unfrozen, "sample", "--out", str(folder / "sample")], check=True,
                       env=environment, cwd=ROOT)
        programs = {"unfrozen": unfrozen, "frozen": [program(frozen, "hc18viewer")]}
        for name, command in programs.items():
            subprocess.run([*command, "predict", str(folder / "sample"), "--out",
                            str(folder / name)], check=True, env=environment, cwd=ROOT)
        same = tables(folder / "unfrozen") == tables(folder / "frozen")
        tuned = fine_tunes(programs["frozen"], folder, environment)
        opened = window_opens(program(frozen, "hc18viewer-gui"), environment)
    print(f"tables the same: {same}; fine-tuned: {tuned}; window opened: {opened}")
    return 0 if same and tuned and opened else 1


def program(folder: Path, name: str) -> str:
    """Return the path of a frozen program."""
    return str(folder / (f"{name}.exe" if os.name == "nt" else name))


def tables(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Return the rows of every table in a folder, without the seconds they took."""
    found = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            found[path.name] = [
                {name: value for name, value in row.items() if name != "seconds"}
                for row in csv.DictReader(file)
            ]
    return found


def fine_tunes(command: list[str], folder: Path, environment: dict[str, str]) -> bool:
    """Whether a frozen program fine-tunes on the sample study, and predicts by what it made."""
    sample, out = str(folder / "sample"), folder / "by the child"
    subprocess.run([*command, "finetune", sample, "--annotations", "--name", "child", "--minutes",
                    "1", "--json", str(folder / "gate.json")], check=True, env=environment)
    subprocess.run([*command, "predict", sample, "--model", "child", "--out", str(out)], check=True,
                   env=environment)
    return tables(out).keys() == tables(folder / "frozen").keys()


def window_opens(command: str, environment: dict[str, str]) -> bool:
    """Whether the window comes up and opens the sample study."""
    if sys.platform.startswith("linux") and not environment.get("DISPLAY"):
        environment = {**environment, "QT_QPA_PLATFORM": "offscreen"}
    log = Path(environment["HC18VIEWER_HOME"]) / "logs" / "hc18viewer.log"
    process = subprocess.Popen([command, "--sample"], env=environment)
    end = time.monotonic() + WINDOW_SECONDS
    try:
        while time.monotonic() < end and process.poll() is None:
            if log.is_file() and "study opened: 12 cases" in log.read_text(encoding="utf-8"):
                return True
            time.sleep(0.2)
        return False
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
