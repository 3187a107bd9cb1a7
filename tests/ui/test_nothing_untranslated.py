"""Every text of the window goes through the translation: a made-up one marks what it is asked."""

import re
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QTreeWidget,
    QWidget,
)

from hc18viewer.biometry.dating import Basis, Dating
from hc18viewer.settings import Settings
from hc18viewer.ui.language import LANGUAGES
from hc18viewer.ui.window import MainWindow

MARK = "¶"
# What is no word of a language: names, numbers with units, keys, the reader, languages.
NO_WORDS = re.compile(
    r"[^A-Za-z]*((mm|px|w|d|z|x)\b[^A-Za-z]*)*|Reader One"
    r"|.*(_HC|HC18|_set|sample|INTERGROWTH-21st|hc18viewer|[0-9]{4};[0-9]+:[0-9]+).*"
    r"|(Ctrl|Shift|Alt|Meta|F\d+|Return|Enter|Backspace|Esc|Del|PgUp|PgDown|Space"
    r"|[A-Z.,+\-0-9\]\[]|[+, ])+"
)


class Marked(QTranslator):
    """Gives back each text with a mark, so that one without it was not asked for."""

    def translate(self, context, text, disambiguation=None, n=-1):
        if text == "en":
            return "en"
        return f"{MARK}{text}" if text else ""

    def isEmpty(self):
        return False


def texts_of(widget):
    yield "tip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit):
        yield "hint", widget.placeholderText()
    if isinstance(widget, QGroupBox | QMenu):
        yield "title", widget.title()
    if isinstance(widget, QDialog | QDockWidget):
        yield "title", widget.windowTitle()
    if isinstance(widget, QComboBox):
        yield from (("item", widget.itemText(row)) for row in range(widget.count()))
    if isinstance(widget, QTabWidget):
        yield from (("tab", widget.tabText(page)) for page in range(widget.count()))
    if isinstance(widget, QTreeWidget):
        header = widget.headerItem()
        yield from (("header", header.text(c)) for c in range(widget.columnCount())
                    if not widget.isHeaderHidden())
        for row in range(widget.topLevelItemCount()):
            item = widget.topLevelItem(row)
            yield from (("cell", item.text(column)) for column in range(widget.columnCount()))


def unmarked(top):
    found = []
    for widget in (top, *top.findChildren(QWidget)):
        for kind, text in texts_of(widget):
            if text and MARK not in text and not NO_WORDS.fullmatch(text.replace("\n", " ")):
                found.append((type(widget).__name__, kind, text))
    for action in top.findChildren(QAction):
        text = action.text()
        if text and MARK not in text and not NO_WORDS.fullmatch(text):
            found.append(("QAction", "text", text))
    return [entry for entry in found if entry[2] not in LANGUAGES.values()]


@pytest.mark.qt_log_ignore("does not support")
def test_every_text_of_the_window_can_be_translated(qtbot, qapp, sample_dir):
    translator = Marked()
    qapp.installTranslator(translator)
    window = MainWindow(Settings(reader="Reader One"))
    try:
        window.show()
        assert unmarked(window) == []
        window.open_path(sample_dir)
        qtbot.waitUntil(lambda: window._session is not None, timeout=20_000)
        controller, acts = window._session.controller, window.actions_
        controller.step(3)
        qtbot.waitUntil(lambda: controller.current.prediction is not None, timeout=60_000)
        qtbot.waitUntil(lambda: window.page.canvas.image is not None, timeout=20_000)
        assert unmarked(window) == []
        for tool in acts.tools.values():
            tool.trigger()
            assert MARK in window.page.canvas.hint
            assert unmarked(window) == []
        acts.from_truth.trigger()
        qtbot.waitUntil(lambda: controller.current.correction is not None, timeout=20_000)
        today = date.today()
        controller.date(controller.current.case.key,
                        Dating(today, Basis.DUE_DATE, today + timedelta(days=90)))
        acts.view_options.setChecked(True)
        qtbot.wait(60)
        assert unmarked(window) == []
        assert MARK in window.statusBar().findChildren(QLabel)[0].text()
        for action in (acts.reject, acts.dates, acts.commands, acts.shortcuts, acts.about,
                       acts.reader):
            action.trigger()
            qtbot.wait(10)
            (dialog,) = [found for found in window.findChildren(QDialog) if found.isVisible()]
            assert unmarked(dialog) == [], action.text()
            dialog.reject()
            qtbot.wait(10)
    finally:
        window.close()
        window.deleteLater()
        qapp.removeTranslator(translator)
        qtbot.wait(20)
