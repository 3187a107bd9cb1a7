"""The window when something is wrong: models, stores, settings, lost focus, a text typed."""

import json
import shutil
import sqlite3
import time
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from hc18viewer import paths
from hc18viewer.dataset.sample_study import write_sample_study
from hc18viewer.errors import Cancelled
from hc18viewer.overlays import Layer
from hc18viewer.progress import CancelToken, Progress
from hc18viewer.settings import load_settings
from hc18viewer.store.database import store_file
from hc18viewer.store.records import VerdictKind
from hc18viewer.store.study_store import StudyStore
from hc18viewer.ui.reject_dialog import RejectDialog
from hc18viewer.workers import opening


def boxes(reader):
    return [box.text() for box in reader.window.findChildren(QMessageBox)]


def test_a_model_that_cannot_be_loaded_is_said_and_never_predicts(open_window, sample_dir, home):
    model = shutil.copytree(paths.resources() / "models" / "hc18-unet",
                            paths.models_folder() / "hc18-unet")
    (model / "weights.safetensors").write_bytes(b"junk")
    with open_window() as reader:
        reader.open(sample_dir)
        reader.qtbot.waitUntil(lambda: bool(boxes(reader)), timeout=30_000)
        assert "missing or damaged" in boxes(reader)[0]
        assert reader.window._status.inference_text == "No predictions"
        reader.controller.step(1)
        assert reader.window._status.inference_text == "No predictions"
        reader.wait_for_image()


def test_a_sample_study_that_was_broken_off_is_drawn_anew(open_window, home):
    token = CancelToken()
    with pytest.raises(Cancelled):
        write_sample_study(paths.sample_folder(), report=lambda _: token.cancel(), token=token)
    with open_window() as reader:
        reader.window.open_sample()
        reader.qtbot.waitUntil(lambda: reader.window._session is not None, timeout=20_000)
        assert len(reader.controller.review.study.cases) == 12
        assert "synthetic" in reader.window.windowTitle()


def test_a_damaged_review_is_said_on_the_start_page_and_its_file_let_go(
    open_window, sample_dir, home, monkeypatch
):
    closed = []
    close = StudyStore.close
    monkeypatch.setattr(StudyStore, "close", lambda store: (closed.append(1), close(store)))
    with open_window() as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.wait_for_prediction()
        reader.press(Qt.Key.Key_F)
    with sqlite3.connect(store_file(sample_dir, paths.stores_folder())) as store:
        store.execute("UPDATE verdict SET kind = 'nonsense'")
    store.close()
    with open_window() as reader:
        reader.window.open_path(sample_dir)
        text = reader.window.start_page._text
        reader.qtbot.waitUntil(lambda: "damaged" in text.text(), timeout=10_000)
        assert reader.window._session is None
        assert len(closed) == 2


@pytest.mark.parametrize("geometry", ["abc", "ä", "AAAA"])
def test_a_damaged_window_place_in_the_settings_does_no_harm(open_window, geometry):
    with open_window(window_geometry=geometry) as reader:
        assert reader.window.isVisible()


def test_overlays_come_back_when_the_window_loses_the_keyboard(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.wait_for_prediction()
        outline = reader.canvas._outlines[Layer.PREDICTION]
        QTest.keyPress(reader.window, Qt.Key.Key_H)
        assert not outline.isVisible()
        other = QWidget()
        other.show()
        other.activateWindow()
        reader.qtbot.waitUntil(lambda: not reader.window.isActiveWindow(), timeout=5000)
        assert outline.isVisible()
        other.close()


def test_a_reason_can_be_typed_with_every_letter(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        key = reader.state.case.key
        reader.press(Qt.Key.Key_R)
        dialog = reader.window.findChild(RejectDialog)
        edit = dialog.reason.lineEdit()
        edit.selectAll()
        QTest.keyClicks(edit, "half hidden, far")
        QTest.keyClick(edit, Qt.Key.Key_Return)
        reader.qtbot.wait(20)
        assert reader.controller.review.state(key).verdict.reason == "half hidden, far"
        assert reader.controller.review.state(key).verdict_kind is VerdictKind.REJECTED


def test_the_choices_of_one_day_hold_on_the_next(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose("training_set/004_HC.png")
        reader.press(Qt.Key.Key_G)
        reader.window.actions_.theme.setChecked(False)
    stored = json.loads((paths.config_folder() / "settings.json").read_text())
    assert (stored["overlays"]["annotation"]["visible"], stored["theme"]) == (False, "light")
    kept = load_settings()
    with open_window(**{each.name: getattr(kept, each.name) for each in fields(kept)}) as reader:
        reader.open(sample_dir)
        assert reader.state.case.key == "training_set/004_HC.png"
        assert not reader.canvas._outlines[Layer.ANNOTATION].isVisible()
        recent = [action.text() for action in reader.window._recent.actions()]
        assert recent[0] == str(sample_dir)


def test_an_opening_that_takes_long_shows_how_far_it_is_and_can_be_cancelled(
    open_window, sample_dir, monkeypatch
):
    def slow(path, *, report, token):
        for step in range(1000):
            token.check()
            report(Progress(step, 1000, "Opening the study"))
            time.sleep(0.01)
        raise AssertionError("it was not cancelled")

    monkeypatch.setattr(opening, "open_study", slow)
    with open_window() as reader:
        page = reader.window.start_page
        reader.window.open_path(sample_dir)
        reader.qtbot.waitUntil(lambda: page._bar.isVisible() and page._bar.value() > 3)
        assert page._cancel.isVisible()
        assert not page._open.isVisible()
        reader.qtbot.mouseClick(page._cancel, Qt.MouseButton.LeftButton)
        reader.qtbot.waitUntil(lambda: page._open.isVisible())
        assert not page._cancel.isVisible()
        assert reader.window._session is None
