"""Keys that the reader changes, and the list of commands, by keys."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from hc18viewer.settings import load_settings
from hc18viewer.ui.command_dialog import CommandDialog
from hc18viewer.ui.shortcuts_dialog import ShortcutsDialog

KEY = "training_set/004_HC.png"
CTRL = Qt.KeyboardModifier.ControlModifier


def keys_page(reader):
    reader.qtbot.waitUntil(reader.window.isActiveWindow)
    reader.press(Qt.Key.Key_F1)
    return reader.window.findChild(ShortcutsDialog)


def click(button):
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_new_key_counts_at_once_and_after_a_restart(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        dialog = keys_page(reader)
        QTest.keyClicks(dialog.field, "flag")
        QTest.keyClick(dialog.recorder.edit, Qt.Key.Key_J, CTRL)
        assert "Ctrl+J is free" in dialog.recorder.told.text()
        click(dialog.recorder.use_button)
        assert dialog.item("flag").text(1) == "Ctrl+J"
        assert reader.window.actions_.flag.toolTip() == "Flag (Ctrl+J)"
        assert "(Ctrl+J)" in reader.window.page.panel.verdicts.flag_button.toolTip()
        QTest.keyClick(dialog.table, Qt.Key.Key_Escape)
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        reader.press(Qt.Key.Key_J, CTRL)
        assert reader.state.verdict_kind.value == "flagged"
    assert load_settings().shortcuts == {"flag": ["Ctrl+J"]}
    with open_window(shortcuts={"flag": ["Ctrl+J"]}) as reader:
        dialog = keys_page(reader)
        click(dialog.reset_all_button)
        assert dialog.item("flag").text(1) == "F"
    assert load_settings().shortcuts == {}


def test_a_key_of_another_command_is_named_and_taken_by_choice(open_window):
    with open_window() as reader:
        dialog = keys_page(reader)
        dialog.table.setCurrentItem(dialog.item("smooth"))
        QTest.keyClick(dialog.recorder.edit, Qt.Key.Key_E, CTRL)
        assert "Fit an ellipse" in dialog.recorder.told.text()
        assert dialog.item("fit_ellipse").text(1) == "Ctrl+E"  # nothing is taken unasked
        click(dialog.recorder.add_button)
        assert dialog.item("smooth").text(1) == "Ctrl+M, Ctrl+E"
        assert dialog.item("fit_ellipse").text(1) == ""
        click(dialog.recorder.reset_button)
        assert dialog.item("smooth").text(1) == "Ctrl+M"


def test_a_key_that_the_image_needs_is_refused(open_window):
    with open_window() as reader:
        dialog = keys_page(reader)
        dialog.table.setCurrentItem(dialog.item("smooth"))
        QTest.keyClick(dialog.recorder.edit, Qt.Key.Key_Left)
        assert "Choose another key" in dialog.recorder.told.text()
        assert not dialog.recorder.use_button.isEnabled()


def commands(reader):
    reader.press(Qt.Key.Key_K, CTRL)
    return reader.window.findChild(CommandDialog)


def names(dialog):
    return [dialog.found.topLevelItem(row).text(0)
            for row in range(dialog.found.topLevelItemCount())]


def test_cases_and_commands_are_found_and_the_focus_comes_back(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        reader.canvas.setFocus()
        dialog = commands(reader)
        QTest.keyClicks(dialog.field, "004 case 2")
        assert names(dialog) == ["Go to case 004_2HC"]
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert reader.state.case.key == "training_set/004_2HC.png"
        reader.qtbot.waitUntil(lambda: QApplication.focusWidget() is reader.canvas)
        dialog = commands(reader)
        QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
        reader.qtbot.waitUntil(lambda: QApplication.focusWidget() is reader.canvas)


def test_what_cannot_be_done_says_why_and_the_last_command_comes_first(open_window, sample_dir):
    with open_window() as reader:
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        dialog = commands(reader)
        QTest.keyClicks(dialog.field, "undo")
        assert "no study is open" in dialog.told.text()
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert dialog.isVisible()
        dialog.field.clear()
        QTest.keyClicks(dialog.field, "larger text")
        assert dialog.found.topLevelItem(0).text(2).startswith("Ctrl+Alt++")
        assert dialog.found.topLevelItem(0).text(1) == "View › Text size"
        dialog.field.clear()
        QTest.keyClicks(dialog.field, "find recent")
        QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
        reader.open(sample_dir)
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        dialog = commands(reader)
        QTest.keyClicks(dialog.field, "ncnr")
        assert names(dialog)[0] == "Next case not read"
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        assert names(commands(reader))[0] == "Next case not read"


def drag(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data,
                            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)
    return data


def drop(window, data):
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data,
                       Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)


@pytest.mark.parametrize("with_study", [False, True])
def test_a_folder_dropped_on_either_page_is_opened(open_window, sample_dir, with_study):
    with open_window() as reader:
        if with_study:
            reader.open(sample_dir)
        before = reader.window._session
        sign = reader.window.findChild(object, "dropSign")
        data = drag(reader.window, sample_dir)
        assert sign.isVisible()
        assert sign.text() == f"Open {sample_dir.name}"
        QApplication.sendEvent(reader.window, QDragLeaveEvent())
        assert not sign.isVisible()
        data = drag(reader.window, sample_dir)
        drop(reader.window, data)
        assert not sign.isVisible()
        reader.qtbot.waitUntil(
            lambda: reader.window._session not in (None, before), timeout=20_000)


def test_what_is_no_study_is_refused_in_words_and_the_open_study_stays(
    open_window, sample_dir, tmp_path
):
    (tmp_path / "letter.txt").write_text("x")
    (tmp_path / "empty").mkdir()
    with open_window() as reader:
        reader.open(sample_dir)
        session = reader.window._session
        for what, words in (("letter.txt", "no image"), ("empty", "no images")):
            data = drag(reader.window, tmp_path / what)
            assert words in reader.window.findChild(object, "dropSign").text()
            drop(reader.window, data)
            box = reader.window.findChild(QMessageBox)
            assert words in box.text()
            box.accept()
            reader.qtbot.wait(20)
        assert reader.window._session is session
