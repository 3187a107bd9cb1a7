from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.progress import Progress
from hc18viewer.services.finetune_clock import RunClock
from hc18viewer.services.finetune_work import FINE
from hc18viewer.training.lessons import Job, Lesson, Part, Source
from hc18viewer.training.log import LogRow
from hc18viewer.ui.finetune.curves import TuneCurves
from hc18viewer.ui.finetune.strip import StripState, TuneStrip
from hc18viewer.ui.theme import THEMES


@pytest.fixture
def strip(qtbot):
    strip = TuneStrip()
    qtbot.addWidget(strip)
    strip.show()
    return strip


@pytest.fixture
def clock():
    head = Ellipse(5, 5, 3, 2, 0)
    lessons = tuple(
        Lesson(f"{n}", f"{n}", Path("x"), head, 0.1, Part.LEARN, Source.CORRECTION)
        for n in range(16)
    )
    return RunClock(Job("child", Path("p"), "study", "", 0, 10, False, lessons))


@pytest.mark.parametrize(("state", "texts"), [
    (StripState.RUNNING, ["Pause", "Cancel"]), (StripState.PAUSED, ["Go on", "Cancel"]),
    (StripState.CANCELLING, []), (StripState.STOPPED, ["Go on", "Discard", "Later"]),
    (StripState.MADE, ["Before and after…", "Later"]),
])
def test_each_state_has_its_buttons(strip, state, texts):
    strip.show_state(state, title="t")
    shown = [each.text() for each in strip.findChildren(QPushButton) if each.isVisible()]
    assert sorted(shown) == sorted(texts)


def test_the_keyboard_stays_where_a_button_made_way_for_another(strip, qtbot):
    asked = []
    strip.pause_asked.connect(lambda: asked.append("pause"))
    strip.show_state(StripState.RUNNING, title="t")
    strip.activateWindow()
    strip.pause_button.setFocus()
    QTest.keyClick(strip.pause_button, Qt.Key.Key_Space)
    assert asked == ["pause"]
    strip.show_state(StripState.PAUSED, title="t")
    qtbot.waitUntil(strip.resume_button.hasFocus, timeout=5000)


def test_progress_is_said_in_epochs_and_time_left(strip, clock):
    strip.show_state(StripState.RUNNING, title="Fine-tuning child")
    strip.show_clock(clock)
    assert strip.text == "Fine-tuning child\nStarting"
    for step in range(9):
        clock.note(Progress(100 * step, FINE, f"Epoch {1 + step // 4}, loss 0.2"), 5.0 * step)
        strip.show_clock(clock)
    assert "Epoch 3 of at most 10 · about 8 min left" in strip.text
    strip.show_state(StripState.PAUSED, title="Fine-tuning child", text="Paused")
    strip.show_clock(clock)
    assert strip.text == "Fine-tuning child\nPaused"


def row(epoch, loss, dice=None):
    return LogRow(epoch, epoch * 4, epoch * 2.0, 1e-4, loss, dice)


def test_the_curves_show_each_epoch_and_say_the_newest(qtbot):
    curves = TuneCurves(THEMES["dark"])
    qtbot.addWidget(curves)
    curves.show()
    curves.clear(gate=True)
    for each in (row(1, 0.5), row(2, 0.4), row(3, 0.3, 96.5), row(6, 0.2, 97.25)):
        curves.add(each)
    texts = [label.text() for label in curves.findChildren(QLabel)]
    assert "Loss: 0.200" in texts
    assert any(text in texts for text in ("Dice at the gate, %: 97.2", "Dice at the gate, %: 97.3"))
    xs, ys = curves._dice._line.getData()
    assert (list(xs), list(ys)) == ([3, 6], [96.5, 97.25])
    curves.use_colours(THEMES["light"])
    curves.add(row(1, 0.6))  # another learning begins
    assert [each.epoch for each in curves.rows] == [1]
    curves.clear(gate=False)
    assert not curves._dice.isVisible()


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_nothing_of_the_strip_is_cut_off_in_large_text(qtbot, qapp, factor):
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(before.pointSizeF() * factor)
    qapp.setFont(font)
    try:
        strip = TuneStrip()
        qtbot.addWidget(strip)
        strip.put_curves(TuneCurves(THEMES["dark"]))
        strip.resize(1400, 10)
        strip.show()
        strip.show_state(StripState.STOPPED, title="The fine-tuning clinic-1 is not finished",
                         text="It was stopped before its end and can go on where it was.")
        qtbot.wait(20)
        for widget in (*strip.findChildren(QPushButton), *strip.findChildren(QLabel)):
            if widget.isVisible() and not (isinstance(widget, QLabel) and widget.wordWrap()):
                assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
                assert widget.height() >= widget.minimumSizeHint().height(), widget.text()
    finally:
        qapp.setFont(before)
