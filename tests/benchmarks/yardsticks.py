"""Measure labelme and napari beside the program: start to image drawn, and dragging a point.

    python tests/benchmarks/yardsticks.py --install FOLDER     once: environments of their own
    python tests/benchmarks/yardsticks.py FOLDER [--json FILE] [--markdown FILE]

All three open the same image of HC18, in turn, each as a process of its own. In labelme and napari
one point of a polygon of 1,000 points is dragged, with the same measure as the program's points
tool. napari needs OpenGL and runs under Xvfb; the others draw offscreen.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from figures import machine, p95

HERE = Path(__file__).resolve().parent
PACKAGES = {"labelme": ["labelme"], "napari": ["napari[pyqt6]"]}
STARTS, MOVES = 5, 100
_LONGEST_S = 600


def install(folder: Path) -> None:
    """Make an environment for each program; neither pulls torch in."""
    for name, packages in PACKAGES.items():
        subprocess.run([sys.executable, "-m", "venv", str(folder / name)], check=True)
        subprocess.run([str(folder / name / "bin" / "pip"), "install", *packages], check=True)


def write_label_file(image: Path, folder: Path) -> Path:
    """Write labelme's file of a polygon of 1,000 points on the image."""
    import cv2

    from hc18viewer.geometry.ellipse import Ellipse

    height, width = cv2.imread(str(image), cv2.IMREAD_GRAYSCALE).shape
    shutil.copy(image, folder / image.name)
    points = Ellipse(width / 2, height / 2, width / 4, height / 4, 0.3).points(1000)
    label = {
        "version": "6.0.0", "flags": {}, "imagePath": image.name, "imageData": None,
        "imageHeight": height, "imageWidth": width,
        "shapes": [{"label": "head", "points": points.tolist(), "group_id": None,
                    "shape_type": "polygon", "flags": {}, "description": ""}],
    }
    path = folder / f"{image.stem}.json"
    path.write_text(json.dumps(label), encoding="utf-8")
    return path


def run(command: list[str], home: str) -> tuple[float, list[float]]:
    """Return the milliseconds to "drawn" and those of the moves."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=home,
        env={**os.environ, "HC18VIEWER_HOME": home, "HOME": home, "PYTHONPATH": ""},
    ) as process:
        while (line := process.stdout.readline()) and line.strip() != "drawn":
            pass  # labelme talks
        took = 1000 * (time.perf_counter() - started)
        rest = process.stdout.read()
        process.wait(timeout=_LONGEST_S)
    if line.strip() != "drawn":
        raise RuntimeError(f"{command} has drawn nothing")
    return took, json.loads(rest.strip().splitlines()[-1]) if rest.strip() else []


def measure(environments: Path, study: Path) -> list[dict[str, object]]:
    """Return a row for each figure."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    image = next(iter(sorted((study / "training_set").glob("*_HC.png"))))
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as home:
        label = write_label_file(image, Path(home))
        pythons = {name: environments / name / "bin" / "python" for name in PACKAGES}
        xvfb = ["xvfb-run", "-a", "-s", "-screen 0 1920x1200x24", "env", "QT_QPA_PLATFORM=xcb"]
        commands = {
            "hc18viewer": [sys.executable, str(HERE / "start_program.py"), str(study), str(image)],
            "labelme": [str(pythons["labelme"]), str(HERE / "yardstick_labelme.py"), str(label)],
            "napari": [*xvfb, str(pythons["napari"]), str(HERE / "yardstick_napari.py"),
                       str(label)],
        }
        for command in commands.values():
            run(command, home)  # files into memory
        starts: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(STARTS):
            for name, command in commands.items():
                starts[name].append(run(command, home)[0])
        for name, times in starts.items():
            rows.append({"name": f"{name}: start to image", "value": float(np.median(times)),
                         "unit": "ms", "repeats": STARTS})
        for name in PACKAGES:
            moves = run([*commands[name], str(MOVES)], home)[1]
            rows.append({"name": f"{name}: drag of a point, 95 %", "value": p95(moves),
                         "unit": "ms", "repeats": len(moves)})
    return rows


def main() -> int:
    """Install, or measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", help="where the environments lie")
    parser.add_argument("--install", type=Path, metavar="FOLDER")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--markdown", type=Path, metavar="FILE")
    wanted = parser.parse_args()
    if wanted.install:
        install(wanted.install)
        return 0
    if wanted.folder is None:
        parser.error("say where the environments lie")
    study = Path(os.environ.get("HC18_DIR", HERE.parents[1].parent / "shared" / "hc18")).resolve()
    rows = measure(wanted.folder.resolve(), study)
    lines = [f"Measured on {time.strftime('%Y-%m-%d')}; {machine()}.", "",
             "| yardstick | measured | repeats |", "|---|--:|--:|"]
    lines += [f"| {row['name']} | {row['value']:.1f} {row['unit']} | {row['repeats']} |"
              for row in rows]
    print("\n".join(lines))
    if wanted.json:
        wanted.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    if wanted.markdown:
        wanted.markdown.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
