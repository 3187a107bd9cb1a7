"""Any gestures in any order, by real mouse and key events: undo and redo lead through all.

Beside the window a list of shapes is kept for each case, as undo in memory would; after each act
the window must be where the list is, to the bit.
"""

import math
import shutil
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from hc18viewer.geometry.edit import Handle
from hc18viewer.geometry.shape import FreeContour, ellipse_of
from hc18viewer.settings import Settings
from hc18viewer.ui.canvas.toolbox import ToolName
from hc18viewer.ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYS = {
    "right": (Qt.Key.Key_Right, NONE), "up": (Qt.Key.Key_Up, SHIFT),
    "delete": (Qt.Key.Key_Delete, NONE), "escape": (Qt.Key.Key_Escape, NONE),
    "snap": (Qt.Key.Key_S, NONE), "smooth": (Qt.Key.Key_M, CTRL), "fit": (Qt.Key.Key_E, CTRL),
    "to prediction": (Qt.Key.Key_R, CTRL), "from truth": (Qt.Key.Key_G, CTRL),
    "from previous": (Qt.Key.Key_P, CTRL), "accept": (Qt.Key.Key_Return, NONE),
}
STROKES = [name for name in ToolName if name not in (ToolName.ELLIPSE, ToolName.CALIBRATE)]

turns = st.floats(0, 2 * math.pi)
spread = st.floats(0.85, 1.15)
acts = st.one_of(
    st.tuples(st.just("drag"), st.sampled_from(Handle), st.integers(-40, 40),
              st.integers(-40, 40)),
    st.tuples(st.just("stroke"), st.sampled_from(STROKES), turns, st.floats(0.1, 1.2), spread,
              spread),
    st.tuples(st.just("calipers"), turns, spread, spread),
    st.tuples(st.just("key"), st.sampled_from(sorted(KEYS))),
    st.tuples(st.just("undo"), st.integers(1, 4)),
    st.tuples(st.just("redo"), st.integers(1, 3)),
    st.tuples(st.just("case"), st.integers(0, 1)),
    st.tuples(st.just("reopen")),
)


def bits(shape):
    if shape is None:
        return None
    e = ellipse_of(shape)
    numbers = tuple(value.hex() for value in (e.x, e.y, e.a, e.b, e.angle_rad))
    return (*numbers, shape.points.tobytes()) if isinstance(shape, FreeContour) else numbers


class Memory:
    """Undo of one case as it would be in memory."""

    def __init__(self):
        self.shapes, self.done = [None], 0

    def note(self, shape):
        if shape != self.shapes[self.done]:
            del self.shapes[self.done + 1:]
            self.shapes.append(shape)
            self.done += 1

    def step(self, by):
        self.done = min(max(self.done + by, 0), len(self.shapes) - 1)


class Reader:
    """One who does anything, and remembers it."""

    def __init__(self, drive, study, store, keys):
        self.drive, self.study, self.store = drive, study, store
        self.keys, self.memories = keys, {key: Memory() for key in keys}
        self.driver = None

    @contextmanager
    def at_work(self):
        self.open(self.keys[0])
        try:
            yield self
        finally:
            self.close()

    def open(self, key):
        window = MainWindow(Settings(reader="A", go_on_after_verdict=False),
                            store_folder=self.store)
        window.resize(1200, 800)
        window.show()
        window.activateWindow()
        self.driver = self.drive(window)
        self.driver.qtbot.waitExposed(window)
        self.driver.open(self.study)
        self.driver.choose(key)
        self.driver.wait_for_prediction()

    def close(self):
        self.driver.window.close()
        self.driver.window.deleteLater()
        self.driver.qtbot.wait(10)

    @property
    def memory(self):
        return self.memories[self.driver.state.case.key]

    def do(self, act):
        name, *how = act
        getattr(self, f"do_{name}")(*how)
        self.check()

    def do_drag(self, handle, dx, dy):
        self.driver.tool(ToolName.ELLIPSE)
        canvas = self.driver.canvas
        if canvas.edited_ellipse is None:
            return
        place = canvas.image_to_widget(*canvas.handle_position(handle))
        if canvas.viewport().rect().adjusted(60, 60, -60, -60).contains(place):
            self.driver.drag(handle, dx, dy)
        self.note()

    def do_stroke(self, tool, turn, length, first, last):
        self.driver.tool(tool)
        self.driver.stroke([
            self.place(turn + part * length / 3, first + (last - first) * part / 3)
            for part in range(4)
        ])
        self.note()

    def do_calipers(self, turn, first, second):
        self.driver.tool(ToolName.CALIPERS)
        for step, factor in ((0, first), (2, first), (1, second), (3, second)):
            self.driver.click(self.place(turn + step * math.pi / 2, factor))
            self.note()

    def do_key(self, name):
        self.driver.press(*KEYS[name], widget=self.driver.canvas)
        self.note()

    def do_undo(self, times):
        for _ in range(times):
            self.driver.press(Qt.Key.Key_Z, CTRL)
            self.memory.step(-1)
            self.check()

    def do_redo(self, times):
        for _ in range(times):
            self.driver.press(Qt.Key.Key_Z, CTRL | SHIFT)
            self.memory.step(1)
            self.check()

    def do_case(self, number):
        self.driver.choose(self.keys[number])
        self.driver.wait_for_prediction()

    def do_reopen(self):
        key = self.driver.state.case.key
        self.close()
        self.open(key)

    def place(self, turn, factor):
        head = self.driver.canvas.edited_ellipse or self.driver.state.predicted_ellipse
        x, y = head.points(360)[round(math.degrees(turn)) % 360]
        return head.x + factor * (x - head.x), head.y + factor * (y - head.y)

    def note(self):
        self.memory.note(self.driver.state.corrected_shape)

    def check(self):
        state, memory = self.driver.state, self.memory
        history = self.driver.controller.history
        assert (len(history.steps), history.done) == (len(memory.shapes) - 1, memory.done)
        assert bits(state.corrected_shape) == bits(memory.shapes[memory.done])
        shown = state.corrected_shape or state.predicted_ellipse
        assert bits(self.driver.canvas.edited_shape) == bits(shown)
        actions = self.driver.window.actions_
        assert actions.undo.isEnabled() is (memory.done > 0)
        assert actions.redo.isEnabled() is (memory.done < len(memory.shapes) - 1)

    def undo_all_and_redo_all(self):
        for number, key in enumerate(self.keys):
            self.do_case(number)
            steps = len(self.memories[key].shapes)
            self.do_undo(steps)
            assert self.driver.state.corrected_shape is None
            self.do_redo(steps)
            assert bits(self.driver.state.corrected_shape) == bits(self.memories[key].shapes[-1])


def anything_goes(drive, study, store, keys, sequence):
    with Reader(drive, study, store, keys).at_work() as reader:
        for act in sequence:
            reader.do(act)
        reader.undo_all_and_redo_all()
        reader.do_reopen()
        reader.undo_all_and_redo_all()


def at_random(examples, most, *, fixed):
    """Return what runs a test on random sequences; the same ones each time where `fixed`."""
    # Making a failure small takes minutes: the long runs do it.
    phases = [Phase.generate] if fixed else list(Phase)

    def decorate(test):
        return settings(
            max_examples=examples, derandomize=fixed, database=None, print_blob=True,
            suppress_health_check=list(HealthCheck), phases=phases,
        )(given(sequence=st.lists(acts, min_size=6, max_size=most))(test))

    return decorate


SAMPLE_KEYS = ("training_set/002_HC.png", "training_set/003_HC.png")
REAL_KEYS = ("training_set/100_HC.png", "training_set/420_HC.png")


@pytest.fixture(scope="module")
def new_store(tmp_path_factory):
    """Make the folder of a store that nothing is in yet."""
    return lambda: tmp_path_factory.mktemp("store")


@pytest.fixture(scope="module")
def real_study(hc18_dir, tmp_path_factory):
    """A study of two real images, so that no other waits for its prediction."""
    study = tmp_path_factory.mktemp("real") / "study"
    (study / "training_set").mkdir(parents=True)
    shutil.copy(hc18_dir / "training_set_pixel_size_and_HC.csv", study)
    for key in REAL_KEYS:
        for name in (key, key.replace(".png", "_Annotation.png")):
            shutil.copy(hc18_dir / name, study / name)
    return study


@pytest.mark.usefixtures("home")
@at_random(3, 14, fixed=True)
def test_undo_leads_back_to_the_start_and_redo_to_the_end(drive, sample_dir, new_store, sequence):
    anything_goes(drive, sample_dir, new_store(), SAMPLE_KEYS, sequence)


@pytest.mark.real
@pytest.mark.usefixtures("home")
@at_random(2, 14, fixed=True)
def test_undo_leads_back_to_the_start_on_real_images(drive, real_study, new_store, sequence):
    anything_goes(drive, real_study, new_store(), REAL_KEYS, sequence)


@pytest.mark.long
@pytest.mark.usefixtures("home")
@at_random(40, 40, fixed=False)
def test_no_sequence_that_is_found_loses_a_step(drive, sample_dir, new_store, sequence):
    anything_goes(drive, sample_dir, new_store(), SAMPLE_KEYS, sequence)


@pytest.mark.long
@pytest.mark.real
@pytest.mark.usefixtures("home")
@at_random(20, 40, fixed=False)
def test_no_sequence_that_is_found_loses_a_step_on_real_images(
    drive, real_study, new_store, sequence
):
    anything_goes(drive, real_study, new_store(), REAL_KEYS, sequence)
