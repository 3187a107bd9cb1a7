"""Correct five wrong predictions on HC18 as a reader would, and write docs/corrections.md.

    python tests/benchmarks/corrections.py [--check]

The real window is driven by mouse and key events. Seconds are those of a person at the speed of
the keystroke-level model, from the trace of the events: how far the pointer went, what was pressed
and how often the reader had to think. With --check nothing is written; the exit status says
whether each case took at most three gestures and ten seconds and came nearer to the truth.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from hc18viewer.geometry.ellipse import Ellipse

CHECKOUT = Path(__file__).resolve().parents[2]
DOCS = CHECKOUT / "docs"
PICTURES = DOCS / "images" / "corrections"
MODEL = "hc18-unet-fold1"

# Card, Moran and Newell, "The keystroke-level model for user performance time with interactive
# systems", Communications of the ACM 1980;23(7):396-410: a key of an average non-secretary typist,
# and the mental act that comes before each gesture.
KEY_S = 0.28
THINK_S = 1.35
# Card, English and Burr, Ergonomics 1978;21:601-613: a mouse's way over D to a target of size S
# takes 1.03 + 0.096 log2(D/S + 0.5) seconds, the press at its end among them.
WAY_S, WAY_PER_BIT_S = 1.03, 0.096
TARGET_PX = 6.0
"""How exactly a reader aims, in pixels of the screen."""

MOST_GESTURES, MOST_SECONDS = 3, 10.0


@dataclass(frozen=True, slots=True)
class Drag:
    """An end of an axis drawn to a place of the image."""

    handle: str
    to: tuple[float, float]

    def words(self) -> str:
        """Say what is done."""
        axis, end = self.handle.split("_")
        name = {"MAJOR": "longer", "MINOR": "shorter"}[axis]
        x, y = self.to
        return f"Ellipse: drag the {end.lower()} of the {name} axis to ({x:.0f}, {y:.0f})"


@dataclass(frozen=True, slots=True)
class Press:
    """A key."""

    key: str
    what: str

    def words(self) -> str:
        """Say what is done."""
        return f"{self.what}: press {self.key}"


@dataclass(frozen=True, slots=True)
class Correction:
    """A wrong prediction and the gestures that correct it; places are pixels of the image."""

    name: str
    wrong: str
    gestures: tuple[Drag | Press, ...]


CASES = (
    Correction("000_HC", "Drawn too wide: the line runs through the dark fluid round a small, "
               "early head.", (Press("S", "Snap to the skull"),)),
    Correction("065_HC", "The lower left of the skull is cut off.",
               (Drag("MAJOR_END", (147, 375)), Drag("MINOR_END", (182, 174)))),
    Correction("573_HC", "The line goes out into the shadow on the left, beyond the skull's end.",
               (Drag("MAJOR_END", (245, 351)), Drag("MAJOR_START", (614, 304)))),
    Correction("753_HC", "A late head with faint sides: its right side was missed.",
               (Drag("MAJOR_START", (470, 183)), Drag("MINOR_START", (495, 437)))),
    Correction("780_2HC", "At the upper left a line of tissue outside was taken for the skull.",
               (Drag("MAJOR_END", (172, 327)), Drag("MINOR_END", (350, 79)))),
)


@dataclass(slots=True)
class Hand:
    """Moves a real window's pointer and keys, and counts what a person would need for it."""

    window: object
    app: object
    seconds: float = 0.0
    at: tuple[float, float] = (0.0, 0.0)
    trace: list[str] = field(default_factory=list)

    def wait(self, condition: Callable[[], object]) -> None:
        """Let Qt work until the condition holds."""
        end = time.monotonic() + 90
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            self.app.processEvents()
            time.sleep(0.002)

    def think(self) -> None:
        """Count a mental act."""
        self.seconds += THINK_S

    def press_key(self, key: str) -> None:
        """Press a key on the window."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClick(self.window, getattr(Qt.Key, f"Key_{key}"))
        self.seconds += KEY_S
        self.trace.append(f"key {key}")
        self.app.processEvents()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Go to a place of the canvas, press, go to the other, and let go; pixels of the screen."""
        from PySide6.QtCore import QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        view, left = self.window.page.canvas.viewport(), Qt.MouseButton.LeftButton
        none = Qt.MouseButton.NoButton

        def send(kind: QEvent.Type, place: tuple[float, float], button: Qt.MouseButton,
                 held: Qt.MouseButton) -> None:
            spot = QPointF(*place)
            QApplication.sendEvent(view, QMouseEvent(
                kind, spot, QPointF(view.mapToGlobal(spot.toPoint())), button, held,
                Qt.KeyboardModifier.NoModifier))
            self.app.processEvents()

        self.seconds += way_seconds(self.at, start) + way_seconds(start, end)
        send(QEvent.Type.MouseMove, start, none, none)
        send(QEvent.Type.MouseButtonPress, start, left, left)
        for share in np.linspace(0, 1, 12)[1:]:
            place = tuple(np.array(start) + share * (np.array(end) - start))
            send(QEvent.Type.MouseMove, place, none, left)
        send(QEvent.Type.MouseButtonRelease, end, left, none)
        self.trace.append(f"drag {math.dist(start, end):.0f} px")
        self.at = end


def way_seconds(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return how long a person takes to a target, by Fitts's law."""
    return WAY_S + WAY_PER_BIT_S * math.log2(math.dist(start, end) / TARGET_PX + 0.5) if (
        math.dist(start, end) > TARGET_PX) else WAY_S


def study_of(folder: Path, scratch: Path) -> Path:
    """Return a study with the five images, as links to HC18's files."""
    inner = scratch / "heads" / "training_set"
    inner.mkdir(parents=True)
    table = "training_set_pixel_size_and_HC.csv"
    shutil.copyfile(folder / table, inner.parent / table)
    for case in CASES:
        for file in (f"{case.name}.png", f"{case.name}_Annotation.png"):
            (inner / file).symlink_to(folder / "training_set" / file)
    return inner.parent


def apply(hand: Hand, gesture: Drag | Press) -> None:
    """Do one gesture."""
    from hc18viewer.geometry.edit import Handle

    canvas = hand.window.page.canvas
    hand.think()
    if isinstance(gesture, Press):
        hand.press_key(gesture.key)
        return
    places = (canvas.handle_position(Handle[gesture.handle]), gesture.to)
    spots = [canvas.image_to_widget(*place) for place in places]
    hand.drag(*((float(spot.x()), float(spot.y())) for spot in spots))


def picture(image: np.ndarray, truth: Ellipse, line: Ellipse, path: Path) -> None:
    """Write a cropped image with the truth, thin and green, and a line, as a JPEG."""
    scale = 420 / (2.7 * truth.a)
    # pixel centres lie at whole coordinates
    warp = np.array([[scale, 0, 210 - scale * truth.x], [0, scale, 210 - scale * truth.y]])
    shown = cv2.warpAffine(image, warp, (420, 420), flags=cv2.INTER_AREA)
    shown = cv2.cvtColor(np.clip(shown * 1.5, 0, 255).astype(np.uint8), cv2.COLOR_GRAY2BGR)
    for ellipse, colour, width in ((truth, (160, 209, 31), 1), (line, (46, 171, 255), 2)):
        points = ellipse.points(400) @ warp[:, :2].T + warp[:, 2]
        cv2.polylines(shown, [np.rint(16 * points).astype(np.int32)], True, colour, width,
                      cv2.LINE_AA, 4)
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), shown, [cv2.IMWRITE_JPEG_QUALITY, 82])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one correction."""

    case: Correction
    seconds: float
    trace: tuple[str, ...]
    dice: tuple[float, float]
    hc_mm: tuple[float, float]
    truth_mm: float

    @property
    def good(self) -> bool:
        """Whether it was quick, and came nearer to the truth."""
        quick = len(self.case.gestures) <= MOST_GESTURES and self.seconds <= MOST_SECONDS
        errors = [abs(hc - self.truth_mm) for hc in self.hc_mm]
        return quick and self.dice[1] > self.dice[0] and errors[1] < errors[0]


def correct(hand: Hand, case: Correction, *, pictures: bool) -> Outcome:
    """Open the case, do its gestures, and measure."""
    from hc18viewer.evaluation.metrics import compare
    from hc18viewer.geometry.shape import ellipse_of

    canvas, controller = hand.window.page.canvas, hand.window._session.controller
    controller.show(f"training_set/{case.name}.png")
    hand.wait(lambda: canvas.image is not None and canvas.annotation is not None
              and controller.current.prediction is not None)
    truth, size = canvas.annotation, controller.current.case.pixel_size_mm
    before = controller.current.predicted_ellipse
    hand.seconds, hand.trace = 0.0, []
    hand.at = (canvas.width() / 2, canvas.height() / 2)
    for gesture in case.gestures:
        apply(hand, gesture)
    after = ellipse_of(controller.current.corrected_shape or before)
    figures = [compare("", predicted=e, truth=truth, shape=canvas.image.shape[:2],
                       pixel_size_mm=size) for e in (before, after)]
    if pictures:
        for name, ellipse in (("before", before), ("after", after)):
            picture(canvas.image, truth, ellipse, PICTURES / f"{case.name}-{name}.jpg")
    return Outcome(
        case, hand.seconds, tuple(hand.trace), tuple(f.dice_percent for f in figures),
        tuple(f.hc_predicted_mm for f in figures), figures[0].hc_truth_mm,
    )


def page(outcomes: list[Outcome]) -> str:
    """Write the page."""
    parts = [HEAD]
    for number, outcome in enumerate(outcomes, start=1):
        name, gestures = outcome.case.name, outcome.case.gestures
        listed = "\n".join(f"{i}. {g.words()}" for i, g in enumerate(gestures, start=1))
        errors = [f"{hc - outcome.truth_mm:+.1f} mm".replace("-", "−") for hc in outcome.hc_mm]
        parts.append(f"""## {number}. {name}

{outcome.case.wrong}

{listed}

| | before | after |
|---|---|---|
| HC (truth {outcome.truth_mm:.1f} mm) | {outcome.hc_mm[0]:.1f} mm ({errors[0]}) | \
{outcome.hc_mm[1]:.1f} mm ({errors[1]}) |
| Dice | {outcome.dice[0]:.1f} % | {outcome.dice[1]:.1f} % |

{len(gestures)} gesture{"s" * (len(gestures) > 1)}, {outcome.seconds:.1f} s \
({", ".join(outcome.trace)}).

| before | after |
|---|---|
| ![before](images/corrections/{name}-before.jpg) | ![after](images/corrections/{name}-after.jpg) |
""")
    return "\n".join(parts)


HEAD = f"""# Five wrong predictions, corrected

Heads of the HC18 set on which the model `{MODEL}` is among its worst: it has not seen their
subjects. Each correction was made in the program's window by mouse and key events. Orange is the
line, green the ground truth. A handle is drawn to where the ground truth's line crosses its axis:
the place for a reader who sees the skull as that line's reader did. This page and its pictures are
made again by `python tests/benchmarks/corrections.py`.

Seconds are a person's, not the machine's, after the events that the window was sent: for each
gesture {THINK_S} s to think and {KEY_S} s a key, as in the keystroke-level model (Card, Moran and
Newell, *Communications of the ACM* 1980;23:396–410), and for each way of the mouse, to the handle
and with it, {WAY_S} + {WAY_PER_BIT_S} log2(D/S + 0.5) s with S = {TARGET_PX:.0f} px (Fitts's law,
as measured by Card, English and Burr, *Ergonomics* 1978;21:601–613).

Images: HC18, van den Heuvel et al., Zenodo 1327317, CC BY 4.0; cropped, brightened, lines added.
"""


def main() -> int:
    """Correct the five cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    wanted = parser.parse_args()
    folder = Path(os.environ.get("HC18_DIR", CHECKOUT.parent / "shared" / "hc18"))
    if not (folder / "training_set").is_dir():
        print(f"HC18 is not at {folder}; HC18_DIR names its folder")
        return 1
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HC18VIEWER_HOME"] = scratch
        outcomes = run(study_of(folder, Path(scratch)), pictures=not wanted.check)
    for outcome in outcomes:
        errors = [hc - outcome.truth_mm for hc in outcome.hc_mm]
        print(f"{outcome.case.name:<10}{len(outcome.case.gestures)} gestures "
              f"{outcome.seconds:5.1f} s   HC error {errors[0]:+6.1f} -> {errors[1]:+5.1f} mm   "
              f"Dice {outcome.dice[0]:.1f} -> {outcome.dice[1]:.1f} %   "
              f"{'good' if outcome.good else 'NOT GOOD'}")
    if not wanted.check:
        (DOCS / "corrections.md").write_text(page(outcomes), encoding="utf-8")
    return 0 if all(outcome.good for outcome in outcomes) else 1


def run(study: Path, *, pictures: bool) -> list[Outcome]:
    """Open a window on the study and correct each case."""
    from PySide6.QtWidgets import QApplication

    from hc18viewer.settings import Settings
    from hc18viewer.ui.window import MainWindow

    app = QApplication.instance() or QApplication([])
    window = MainWindow(Settings(reader="A", go_on_after_verdict=False), model=MODEL)
    window.resize(1600, 1000)
    window.show()
    hand = Hand(window, app)
    window.open_path(study)
    hand.wait(lambda: window._session is not None)
    outcomes = [correct(hand, case, pictures=pictures) for case in CASES]
    window.close()
    return outcomes


if __name__ == "__main__":
    sys.exit(main())
