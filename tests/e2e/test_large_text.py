"""At 200 % text in a window of 1366x768 everything can be read and reached."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from hc18viewer.ui.look_acts import scale_font
from hc18viewer.ui.theme import apply_theme

KEY = "training_set/004_HC.png"


@pytest.fixture(autouse=True)
def _usual_text(qapp):
    yield
    scale_font(qapp, 1)
    apply_theme(qapp, "dark")


def test_the_window_needs_no_more_than_the_screen(open_window, sample_dir):
    with open_window(text_size=200, theme="light") as reader:
        reader.window.resize(1366, 728)
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        needed = reader.window.minimumSizeHint()
        assert needed.width() <= 1366
        assert needed.height() <= 728
        for bar in (reader.window._bars.tools, reader.window._bars.toolbox):
            for action in bar.actions():
                button = bar.widgetForAction(action)
                assert not isinstance(button, QToolButton) or button.isVisible()


def test_every_button_comes_into_view_by_the_tab_key(open_window, sample_dir):
    with open_window(text_size=200, show_view_options=True) as reader:
        reader.window.resize(1366, 728)
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        reader.canvas.setFocus()  # the list gives way to the view panel here
        seen = set()
        for _ in range(80):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            reader.qtbot.wait(5)
            widget = QApplication.focusWidget()
            place = widget.mapTo(reader.window, QPoint(widget.width() // 2, 0))
            if isinstance(widget, QPushButton | QToolButton):
                assert 0 <= place.x() <= 1366, widget.text()
                assert 0 <= place.y() <= 728, widget.text()
            seen.add(widget)
            if widget is reader.canvas:
                break
        else:
            pytest.fail("the Tab key never came round")
        panel = reader.window.page.panel
        assert {panel.verdicts.accept_button, panel.verdicts.flag_button, panel.dates_button,
                reader.canvas} <= seen


def test_the_panel_leaves_no_gap_when_the_text_is_small_again(open_window, sample_dir):
    with open_window(text_size=200) as reader:
        reader.window.resize(1000, 620)
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.window.actions_.text_sizes[100].trigger()
        reader.qtbot.wait(50)
        page = reader.window.page
        assert page.panel.geometry().right() >= page._splitter.rect().right() - 4


def test_the_words_of_the_start_page_are_whole(open_window):
    with open_window(text_size=200) as reader:
        reader.window.resize(1366, 728)
        reader.qtbot.wait(50)
        for label in reader.window.start_page.findChildren(QLabel):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= max(needed, label.minimumSizeHint().height() // 2)
            assert label.width() <= 1366
