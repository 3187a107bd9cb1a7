from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QRadioButton

from hc18viewer.biometry.age import GestationalAge
from hc18viewer.biometry.dating import Basis, Dating
from hc18viewer.ui.dates_dialog import DatesDialog
from hc18viewer.ui.theme import THEMES, apply_theme

TODAY = date(2026, 6, 1)
SCAN = date(2026, 3, 4)


@pytest.fixture
def dialog(qtbot):
    return shown(qtbot, DatesDialog(today=TODAY))


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.given = []
    dialog.dating_given.connect(dialog.given.append)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    return dialog


def words(dialog):
    return dialog._feedback.text()


def press(qtbot, dialog, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(dialog.focusWidget(), key, modifiers)


def type_in(qtbot, dialog, text):
    qtbot.keyClicks(dialog.focusWidget(), text)


def test_nothing_is_made_up(dialog):
    assert [edit.text() for edit in dialog.findChildren(QLineEdit)] == [""] * 5
    assert dialog.dating() is None
    assert not dialog.ok_button.isEnabled()
    assert words(dialog) == "Enter the day of the scan as 2026-03-04 or 4.3.2026."


def test_a_last_period_by_keyboard_alone(qtbot, dialog):
    assert dialog.focusWidget() is dialog.scan
    type_in(qtbot, dialog, "2026-03-04")
    assert "first day of the last menstrual period" in words(dialog)
    press(qtbot, dialog, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.choices[Basis.LAST_PERIOD]
    press(qtbot, dialog, Qt.Key.Key_Tab)
    type_in(qtbot, dialog, "14.10.2025")
    assert words(dialog) == "20 w 1 d on 4 March 2026.\nExpected date of delivery: 21 July 2026."
    assert dialog.ok_button.isEnabled()
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.given == [Dating(SCAN, Basis.LAST_PERIOD, date(2025, 10, 14))]


def test_an_earlier_scan_by_keyboard_alone(qtbot, dialog):
    type_in(qtbot, dialog, "4.3.2026")
    press(qtbot, dialog, Qt.Key.Key_Tab)
    press(qtbot, dialog, Qt.Key.Key_Down)
    press(qtbot, dialog, Qt.Key.Key_Down)
    assert dialog.choices[Basis.EARLIER_SCAN].isChecked()
    press(qtbot, dialog, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.days[Basis.EARLIER_SCAN]
    type_in(qtbot, dialog, "2026-01-07")
    assert "such as 12+3" in words(dialog)
    press(qtbot, dialog, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.age_then
    type_in(qtbot, dialog, "12+1")
    assert words(dialog).startswith("20 w 1 d on 4 March 2026.")
    press(qtbot, dialog, Qt.Key.Key_Tab)
    assert isinstance(dialog.focusWidget(), QPushButton)
    dialog.ok_button.setFocus()
    press(qtbot, dialog, Qt.Key.Key_Space)
    assert dialog.given == [
        Dating(SCAN, Basis.EARLIER_SCAN, date(2026, 1, 7), GestationalAge(85))]


def test_a_date_keeps_its_meaning_when_the_choice_changes(qtbot, dialog):
    dialog.scan.setText("2026-03-04")
    dialog.days[Basis.LAST_PERIOD].setText("2025-10-14")
    assert dialog.dating() is not None
    qtbot.mouseClick(dialog.choices[Basis.DUE_DATE], Qt.MouseButton.LeftButton)
    assert dialog.days[Basis.DUE_DATE].text() == ""
    assert dialog.dating() is None
    enabled = [basis for basis, edit in dialog.days.items() if edit.isEnabled()]
    assert enabled == [Basis.DUE_DATE]
    assert not dialog.age_then.isEnabled()
    assert "expected date of delivery" in words(dialog)
    dialog.days[Basis.DUE_DATE].setText("2026-07-21")
    assert dialog.dating() == Dating(SCAN, Basis.DUE_DATE, date(2026, 7, 21))


@pytest.mark.parametrize(("scan", "basis", "day", "text"), [
    ("2026-06-02", Basis.LAST_PERIOD, "2026-01-01", "The scan lies in the future."),
    ("2026-03-04", Basis.LAST_PERIOD, "2026-03-05", "before the last menstrual period"),
    ("2026-03-04", Basis.LAST_PERIOD, "2024-10-14", "more than 44 weeks"),
    ("2026-03-04", Basis.DUE_DATE, "2027-07-21", "more than 280 days after"),
    ("2026-03-04", Basis.LAST_PERIOD, "3/4/2025", "as 2026-03-04 or 4.3.2026"),
    ("2026-02-29", Basis.LAST_PERIOD, "2025-10-14", "Enter the day of the scan"),
])
def test_what_makes_no_sense_cannot_be_accepted(qtbot, dialog, scan, basis, day, text):
    dialog.choices[basis].setChecked(True)
    dialog.scan.setText(scan)
    dialog.days[basis].setText(day)
    assert text in words(dialog)
    assert dialog.ok_button.accessibleDescription() == words(dialog)
    assert not dialog.ok_button.isEnabled()
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.given == []


def test_an_age_without_centiles_is_taken_with_a_warning(dialog):
    dialog.scan.setText("2026-03-04")
    dialog.days[Basis.LAST_PERIOD].setText("2026-01-01")
    assert "8 w 6 d" in words(dialog)
    assert "hold from 14 w 0 d to 40 w 0 d" in words(dialog)
    assert dialog._feedback.property("tone") == "warning"
    assert dialog.ok_button.isEnabled()


@pytest.mark.parametrize("start", [
    Dating(SCAN, Basis.LAST_PERIOD, date(2025, 10, 14)),
    Dating(SCAN, Basis.DUE_DATE, date(2026, 7, 21)),
    Dating(SCAN, Basis.EARLIER_SCAN, date(2026, 1, 7), GestationalAge(85)),
])
def test_what_was_entered_before_comes_back(qtbot, start):
    dialog = shown(qtbot, DatesDialog(today=TODAY, start=start))
    assert dialog.dating() == start
    dialog.accept()
    assert dialog.given == [start]


def test_a_known_day_of_the_scan_is_filled_in(qtbot):
    dialog = shown(qtbot, DatesDialog(today=TODAY, scan=SCAN))
    assert dialog.scan.text() == "2026-03-04"
    assert dialog.focusWidget() is dialog.days[Basis.LAST_PERIOD]
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.given == []


@pytest.mark.parametrize("name", THEMES)
def test_the_focus_is_seen_on_every_field(qtbot, qapp, name):
    apply_theme(qapp, name)
    dialog = shown(qtbot, DatesDialog(today=TODAY))
    for widget in (dialog.scan, *dialog.choices.values(), dialog.days[Basis.LAST_PERIOD]):
        dialog.ok_button.parentWidget().setFocus()
        without = widget.grab().toImage()
        widget.setFocus()
        picture = widget.grab().toImage()
        edge = {picture.pixelColor(x, 0).name() for x in range(8, picture.width() - 8)}
        assert edge == {THEMES[name].accent}
        assert picture != without


def test_every_field_has_a_name_of_its_own(dialog):
    names = [edit.accessibleName() for edit in dialog.findChildren(QLineEdit)]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_nothing_is_cut_off(qtbot, qapp, name, factor):
    apply_theme(qapp, name)
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(before.pointSizeF() * factor)
    qapp.setFont(font)
    try:
        dialog = shown(qtbot, DatesDialog(today=TODAY))
        dialog.scan.setText("2026-03-04")
        dialog.days[Basis.LAST_PERIOD].setText("2026-01-01")
        dialog.adjustSize()
        qtbot.wait(20)
        for kind in (QLabel, QRadioButton, QPushButton):
            for widget in dialog.findChildren(kind):
                assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
        feedback = dialog._feedback
        assert feedback.height() >= feedback.heightForWidth(feedback.width())
        picture = dialog.grab().toImage()
        choice = dialog.choices[Basis.LAST_PERIOD]
        middle = choice.mapTo(dialog, choice.rect().center()).y()
        ring = {picture.pixelColor(choice.x() + x, middle).name() for x in range(12)}
        assert THEMES[name].accent in ring
        for edit in dialog.findChildren(QLineEdit):
            assert edit.width() >= edit.fontMetrics().horizontalAdvance("YYYY-MM-DD") + 8
    finally:
        qapp.setFont(before)
