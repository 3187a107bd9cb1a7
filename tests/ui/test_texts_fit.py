"""In no language and at no size of text is a text cut off that has no other place to be read."""

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QTabBar,
    QWidget,
)

from hc18viewer.biometry.dating import Basis, Dating
from hc18viewer.settings import Settings
from hc18viewer.ui.program import Program


def cut_off(top):
    """The visible texts below a widget that are wider or higher than their room."""
    found = []
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        need, has = _room(widget)
        if need > has:
            found.append((type(widget).__name__, _text(widget), need, has))
    return found


def _text(widget):
    return widget.text() if hasattr(widget, "text") else widget.objectName()


def _room(widget):
    metrics = QFontMetrics(widget.font())
    if isinstance(widget, QLabel):
        if not widget.text() or _elides(widget):
            return 0, 0
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()), widget.height()
        return widget.minimumSizeHint().width(), widget.width()
    if isinstance(widget, QCheckBox | QRadioButton):
        return widget.sizeHint().width(), widget.width()
    if isinstance(widget, QPushButton):
        text = widget.text().replace("&", "")
        return metrics.horizontalAdvance(text), widget.width()
    if isinstance(widget, QComboBox) and not widget.isEditable():
        return widget.minimumSizeHint().width(), widget.width()
    if isinstance(widget, QLineEdit):
        return metrics.horizontalAdvance(widget.placeholderText()) + 4, widget.width()
    if isinstance(widget, QTabBar):
        return sum(widget.tabRect(i).width() for i in range(widget.count())), widget.width()
    if isinstance(widget, QHeaderView) and widget.count():
        short = [i for i in range(widget.count())
                 if widget.sectionSize(i) < widget.sectionSizeFromContents(i).width()]
        return len(short), 0
    return 0, 0


def _elides(label):
    return type(label).__name__ == "ElidedLabel"


@pytest.fixture
def program(qtbot, qapp, sample_dir):
    made = []

    def make(**settings):
        made.append(Program(qapp, Settings(reader="Dr. Lan", **settings)))
        return made[-1].window

    yield make
    for program in made:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
    qtbot.wait(20)


@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("language", ["en", "vi", "fr"])
def test_no_text_is_cut_off(qtbot, sample_dir, program, language, size):
    window = program(language=language, text_size=size)
    window.resize(1600, 1000)
    qtbot.waitExposed(window)
    qtbot.wait(30)
    assert cut_off(window) == []
    window.open_path(sample_dir)
    qtbot.waitUntil(lambda: window._session is not None, timeout=20_000)
    controller, acts = window._session.controller, window.actions_
    controller.step(3)
    qtbot.waitUntil(lambda: controller.current.prediction is not None, timeout=60_000)
    today = date.today()
    dating = Dating(today, Basis.LAST_PERIOD, today - timedelta(days=150))
    controller.date(controller.current.case.key, dating)
    acts.view_options.trigger()
    qtbot.wait(60)
    assert cut_off(window) == []
    for action in (acts.reject, acts.dates, acts.commands, acts.shortcuts, acts.about, acts.reader):
        action.trigger()
        qtbot.wait(30)
        (dialog,) = [found for found in window.findChildren(QDialog) if found.isVisible()]
        assert cut_off(dialog) == [], action.text()
        dialog.reject()
        qtbot.wait(10)


@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize("language", ["en", "vi", "fr"])
def test_letters_of_menus_are_used_once(qtbot, program, language):
    window = program(language=language)
    bar = window.menuBar()
    for texts in (
        [action.text() for action in bar.actions()],
        *([action.text() for action in menu.actions()] for menu in bar.findChildren(QMenu)),
    ):
        marked = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
        assert len(marked) == len(set(marked)), texts
