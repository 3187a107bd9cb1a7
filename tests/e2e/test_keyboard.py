"""The whole window by the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from hc18viewer.ui.look_acts import scale_font
from hc18viewer.ui.theme import apply_theme

KEY = "training_set/004_HC.png"
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def _usual_text(qapp):
    yield
    scale_font(qapp, 1)
    apply_theme(qapp, "dark")


def area_of(window, widget):
    named = {
        "bar": window._bars.tools, "list": window.page.list, "toolbox": window.page.toolbox,
        "canvas": window.page.canvas, "view": window.page.view_panel, "panel": window.page.panel,
    }
    for name, area in named.items():
        if area is widget or area.isAncestorOf(widget):
            return name
    return ""


def test_f6_goes_round_the_areas_and_back(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.window.page.list.setFocus()
        visited = []
        for _ in range(5):
            reader.press(Qt.Key.Key_F6)
            visited.append(area_of(reader.window, QApplication.focusWidget()))
        assert visited == ["toolbox", "canvas", "panel", "bar", "list"]
        reader.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert area_of(reader.window, QApplication.focusWidget()) == "bar"


def test_arrow_keys_move_in_a_tool_bar_and_return_presses(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        reader.window.page.list.setFocus()
        reader.press(Qt.Key.Key_F6)
        for _ in range(2):
            reader.press(Qt.Key.Key_Down, widget=QApplication.focusWidget())
        assert QApplication.focusWidget().text() == "Points"
        reader.press(Qt.Key.Key_Return, widget=QApplication.focusWidget())
        assert reader.canvas._tool_item.tool.title == "Points"
        assert reader.state.verdict_kind is None  # Return accepts elsewhere
        reader.press(Qt.Key.Key_End, widget=QApplication.focusWidget())
        assert QApplication.focusWidget().text() == "Fit an ellipse"


@pytest.mark.usefixtures("_usual_text")
def test_keys_make_the_text_larger_and_it_stays(open_window, sample_dir, qapp):
    with open_window() as reader:
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        before = qapp.font().pointSizeF()
        height = reader.window.menuBar().height()
        for _ in range(3):
            reader.press(Qt.Key.Key_Plus, CTRL_ALT)
        assert qapp.font().pointSizeF() == pytest.approx(2 * before)
        assert not reader.window.actions_.larger_text.isEnabled()
        assert reader.window.menuBar().height() > 1.5 * height
        assert reader.window._bars.tools.iconSize().width() == 33
        assert reader.window._memory.settings.text_size == 200
        reader.press(Qt.Key.Key_1, CTRL_ALT)
        assert qapp.font().pointSizeF() == pytest.approx(before)


@pytest.mark.usefixtures("_usual_text")
def test_what_is_said_in_passing_stands_over_nothing(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.wait_for_image()
        reader.press(Qt.Key.Key_Plus, CTRL_ALT)
        reader.qtbot.wait(50)
        status = reader.window.statusBar()
        assert status.currentMessage()
        assert not status._case.isVisible()
        status.clearMessage()
        assert status._case.isVisible()
        reader.press(Qt.Key.Key_1, CTRL_ALT)


def test_recent_studies_are_forgotten_when_asked(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        assert reader.window._recent.isEnabled()
        reader.window.actions_.clear_recent.trigger()
        assert not reader.window._recent.isEnabled()
        assert reader.window._memory.settings.recent_studies == ()


def test_tab_goes_list_toolbox_canvas_panels_and_round(open_window, sample_dir):
    with open_window(show_view_options=True) as reader:
        reader.window.resize(1500, 800)  # room for the list beside the panel
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        reader.window.page.list.setFocus()
        order = ["list"]
        for _ in range(80):
            reader.press(Qt.Key.Key_Tab, widget=QApplication.focusWidget())
            area = area_of(reader.window, QApplication.focusWidget())
            if area != order[-1]:
                order.append(area)
            if area == "list":
                break
        assert order == ["list", "toolbox", "canvas", "view", "panel", "bar", "list"]
        reader.press(Qt.Key.Key_Backtab, widget=QApplication.focusWidget())
        assert area_of(reader.window, QApplication.focusWidget()) == "bar"


def test_return_presses_the_button_with_the_focus_and_accepts_elsewhere(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        button = reader.window.page.panel.verdicts.flag_button
        button.setFocus()
        reader.press(Qt.Key.Key_Return, widget=button)
        assert reader.state.verdict_kind.value == "flagged"
        reader.window.page.list.setFocus()
        reader.press(Qt.Key.Key_Return, widget=reader.window.page.list)
        assert reader.state.verdict_kind.value == "accepted"


def test_letters_that_are_typed_are_no_commands(open_window, sample_dir, qtbot):
    with open_window(show_view_options=True) as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        field = QLineEdit()
        reader.window.page.view_panel.add_section("Trial", field)
        field.show()
        field.setFocus()
        text = "hanurfdsgmcvzwil1234"
        for letter in text:
            QTest.keyClick(field, letter)
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == text[:-1]
        assert reader.state.verdict_kind is None
        assert reader.state.case.key == KEY
        assert reader.canvas._tool_item.tool is None
