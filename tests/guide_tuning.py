"""The guide's pictures of a fine-tuning, which takes some minutes: `guide_pictures.py --tuning`.

A study of synthetic heads is drawn, a reader draws each a little wider than it is, and a model is
taught that. The figures in the pictures are those of this fine-tuning.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from screens import settle, wait_until

from hc18viewer.dataset.phantom import PhantomHead, draw_phantom
from hc18viewer.dataset.study import SYNTHETIC_MARK, TABLES, TRAINING_SET, open_study
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.services.review import Review
from hc18viewer.store.study_store import StudyStore
from hc18viewer.ui.finetune.strip import StripState

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.ui.window import MainWindow

HEADS = 30
MINUTES = 7
HABIT = 1.03
_LONG = 1500.0


def write_clinic(folder: Path) -> None:
    """Write a study of synthetic heads, each with a ground truth."""
    place, rows = folder / TRAINING_SET, ["filename,pixel size(mm),head circumference (mm)"]
    place.mkdir(parents=True)
    rng = np.random.default_rng(7)
    for number in range(HEADS):
        a = rng.uniform(165, 235)
        head = PhantomHead(
            rng.uniform(385, 415), rng.uniform(268, 288), a, a * rng.uniform(0.76, 0.81),
            rng.uniform(-0.4, 0.4) % np.pi, round(rng.uniform(0.10, 0.21), 3), 300 + number,
            gain_db=rng.uniform(-2, 2),
        )
        name = f"{100 + number}_HC"
        image, annotation = draw_phantom(head)
        Image.fromarray(image).save(place / f"{name}.png")
        Image.fromarray(annotation).save(place / f"{name}_Annotation.png")
        rows.append(f"{name}.png,{head.pixel_size_mm},{head.hc_mm:.2f}")
    (folder / TABLES[TRAINING_SET]).write_text("\n".join([*rows, ""]), encoding="utf-8")
    (folder / SYNTHETIC_MARK).write_text("These images are synthetic.\n", encoding="utf-8")


def correct_all(folder: Path, reader: str) -> None:
    """Store a correction of every case, by a reader with a habit."""
    study = open_study(folder)
    review = Review(study, StudyStore.open(study.root, None), reader=reader, model="none")
    for case in study.cases:
        truth = truth_ellipse(case)
        if truth is None:
            raise SystemExit(f"{case.key} has no ground truth")
        wider = Ellipse(truth.x, truth.y, HABIT * truth.a, HABIT * truth.b, truth.angle_rad)
        review.correct(case.key, wider, "move axis end")
        review.accept(case.key)
    review.close()


def draw(window: MainWindow, folder: Path, take, *, size: tuple[int, int]) -> None:
    """Fine-tune on a study by the window; `take` gets each picture's name and widget."""
    write_clinic(folder)
    correct_all(folder, window.settings.reader)
    window.close_study()
    window.open_path(folder)
    wait_until(lambda: window._session is not None)
    tuning = window.tuning
    window.resize(*size)
    window.actions_.fine_tune.trigger()
    dialog = _dialog("FineTuneDialog")
    dialog.form.minutes.setValue(MINUTES)
    wait_until(dialog.start_button.isEnabled, _LONG)
    settle(20)
    take("finetune", dialog)
    _click(dialog.start_button)
    wait_until(lambda: tuning.acts.run is not None)
    wait_until(lambda: len(tuning.acts.curves.rows) >= 2 or tuning.strip.state is StripState.MADE,
               _LONG)
    settle(20)
    take("strip", tuning.strip)
    wait_until(lambda: tuning.strip.state is StripState.MADE, _LONG)
    _click(tuning.strip.look_button)
    gate = _dialog("GateDialog")
    gate.resize(1100, 772)
    settle(40)
    take("gate", gate)
    gate.reject()
    settle(20)
    window.actions_.models.trigger()
    models = _dialog("ModelsDialog")
    models.list.setCurrentItem(models.list.topLevelItem(len(models.models) - 1))
    models.resize(1240, 560)
    settle(40)
    take("models", models)
    models.reject()
    settle(20)


def _dialog(kind: str) -> QDialog:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        settle(2)
        for widget in QApplication.topLevelWidgets():
            if type(widget).__name__ == kind and widget.isVisible():
                return widget
    raise SystemExit(f"no {kind} has opened")


def _click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
