"""Dates of a scan and the list of commands, by keys."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hc18viewer.biometry.dating import Basis
from hc18viewer.ui.canvas.toolbox import ToolName
from hc18viewer.ui.command_dialog import CommandDialog
from hc18viewer.ui.dates_dialog import DatesDialog

KEY, SAME_SUBJECT = "training_set/004_HC.png", "training_set/004_2HC.png"


def test_dates_give_the_centile_of_all_cases_of_the_subject_and_stay(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        assert "needs the dates" in reader.window.page.panel.growth.text()
        reader.window.actions_.dates.trigger()
        dialog = reader.window.findChild(DatesDialog)
        scan, last_period = dialog.findChildren(QLineEdit)[:2]
        QTest.keyClicks(scan, "2026-03-04")
        QTest.keyClicks(last_period, "2025-10-08")
        assert dialog.dating() is not None
        QTest.keyClick(last_period, Qt.Key.Key_Return)
        assert reader.state.dating.age_at_scan.total_days == 147
        assert "centile" in reader.window.page.panel.growth.text()
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(SAME_SUBJECT)
        kept = reader.state.dating
        assert (kept.scan, kept.basis) == (date(2026, 3, 4), Basis.LAST_PERIOD)
        reader.choose("training_set/000_HC.png")
        assert reader.state.dating is None


def test_a_command_is_found_by_a_few_letters(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        dialog = reader.window.findChild(CommandDialog)
        QTest.keyClicks(dialog.field, "eras")
        assert dialog.found.topLevelItem(0).text(0) == "Eraser"
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert reader.window.actions_.tools[ToolName.ERASER].isChecked()
        assert reader.canvas._tool_item.tool.title == "Eraser"
