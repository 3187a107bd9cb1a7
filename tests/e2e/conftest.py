import os
import time
from contextlib import contextmanager
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hc18viewer.settings import Settings
from hc18viewer.ui.window import MainWindow

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class Driver:
    """Drives one window with real mouse and key events, as a reader would."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window = qtbot, window

    @property
    def controller(self):
        return self.window._session.controller

    @property
    def canvas(self):
        return self.window.page.canvas

    @property
    def state(self):
        return self.controller.current

    def open(self, path):
        self.window.open_path(path)
        self.qtbot.waitUntil(lambda: self.window._session is not None, timeout=20_000)

    def choose(self, key):
        row = self.window.page.cases.row_of(key)
        self.window.page.list.setCurrentIndex(self.window.page.cases.index(row))
        self.wait_for_image()

    def wait_for_image(self):
        self.qtbot.waitUntil(lambda: self.canvas._image_shape is not None, timeout=10_000)

    def wait_for_prediction(self):
        self.qtbot.waitUntil(lambda: self.state.prediction is not None, timeout=60_000)

    def drag(self, handle, dx, dy, *, modifier=Qt.KeyboardModifier.NoModifier, release=True):
        view = self.canvas.viewport()
        start = self.canvas.image_to_widget(*self.canvas.handle_position(handle))
        button = Qt.MouseButton.LeftButton
        QTest.mouseMove(view, start)
        QTest.mousePress(view, button, modifier, start)
        for step in range(1, 6):
            place = start + QPoint(dx * step // 5, dy * step // 5)
            _move(view, place, button, modifier)
            self.qtbot.wait(5)
        self._held_at = start + QPoint(dx, dy)
        if release:
            self.release(modifier)

    def release(self, modifier=Qt.KeyboardModifier.NoModifier):
        view, button = self.canvas.viewport(), Qt.MouseButton.LeftButton
        QTest.mouseRelease(view, button, modifier, self._held_at)
        self.qtbot.wait(5)

    def stroke(self, places, *, modifier=Qt.KeyboardModifier.NoModifier, press=True,
               release=True, pause_ms=0):
        """Press at the first place of the image and draw through the others.

        Without `press` the button is held already.
        """
        view, button = self.canvas.viewport(), Qt.MouseButton.LeftButton
        spots = [self.canvas.image_to_widget(*place) for place in places]
        if press:
            _move(view, spots[0], Qt.MouseButton.NoButton, modifier)
            QTest.mousePress(view, button, modifier, spots[0])
        for before, after in pairwise(spots):
            for step in range(1, 9):
                _move(view, before + (after - before) * step / 8, button, modifier)
                if pause_ms:  # the view takes no more than a hundred moves a second
                    self.qtbot.wait(pause_ms)
        self._held_at = spots[-1]
        if release:
            self.release(modifier)

    def click(self, place, modifier=Qt.KeyboardModifier.NoModifier):
        self.stroke([place], modifier=modifier)

    def wheel(self, place, steps, modifier=Qt.KeyboardModifier.NoModifier):
        view, spot = self.canvas.viewport(), self.canvas.image_to_widget(*place)
        QApplication.sendEvent(view, QWheelEvent(
            QPointF(spot), QPointF(view.mapToGlobal(spot)), QPoint(), QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
        ))
        self.qtbot.wait(5)

    def tool(self, name):
        self.window.actions_.tools[name].trigger()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier, widget=None):
        QTest.keyClick(widget or self.window, key, modifier)
        self.qtbot.wait(10)


def _move(view, place, button, modifier):
    # QTest.mouseMove knows no buttons; a drag is moves with the button held.
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), QPointF(view.mapToGlobal(place)),
                        Qt.MouseButton.NoButton, button, modifier)
    QApplication.sendEvent(view, event)


@pytest.fixture
def drive(qtbot):
    """Drive a window that the test made itself."""
    return lambda window: Driver(qtbot, window)


@pytest.fixture
def open_window(qtbot, home):
    """Make windows that share one home; each is closed at the end of its block."""

    @contextmanager
    def opened(**settings):
        window = MainWindow(Settings(**{"reader": "A", "go_on_after_verdict": False, **settings}))
        window.resize(1200, 800)
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        try:
            yield Driver(qtbot, window)
        finally:
            window.close()
            window.deleteLater()
            qtbot.wait(20)

    return opened


@pytest.fixture
def wait_until():
    def wait(condition, seconds=60):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "it took too long"
            time.sleep(0.05)

    return wait


@pytest.fixture(scope="session")
def tiny_model(sample_dir, tmp_path_factory):
    from tuning import make_tiny_model  # torch's seconds, for those alone who fine-tune

    return make_tiny_model(sample_dir, tmp_path_factory.mktemp("tiny") / "tiny")


@pytest.fixture
def corrected_study(tiny_model, home, sample_dir, tmp_path):
    """A study with twenty corrected cases, and a tiny model that serves."""
    from tuning import correct, install, make_study

    install(tiny_model)
    folder = make_study(sample_dir, tmp_path / "clinic")
    correct(folder)
    return folder
