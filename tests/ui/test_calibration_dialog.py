import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hc18viewer.ui.calibration_dialog import CalibrationDialog, Subject, parse_length

LINE = ((100.0, 40.0), (100.0, 440.0))  # 400 pixels


@pytest.fixture
def dialog_of(qtbot):
    def make(line=LINE, last_length_mm=0.0, **about):
        dialog = CalibrationDialog(Subject(line, **about), last_length_mm=last_length_mm)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.given = []
        dialog.calibration_given.connect(lambda *answer: dialog.given.append(answer))
        return dialog

    return make


@pytest.mark.parametrize(("text", "length"), [
    ("50", 50.0), (" 12,5 ", 12.5), ("12.5 mm", 12.5), ("40MM", 40.0), ("1e2", 100.0),
    ("", None), ("fifty", None), ("nan", None), ("inf", None), ("5 cm", None), ("1.2.3", None),
])
def test_a_length_is_read_as_readers_write_it(text, length):
    assert parse_length(text) == length


def test_the_pixel_size_is_told_while_the_length_is_typed(dialog_of):
    dialog = dialog_of(hc_px=1000.0)
    assert "Enter the length" in dialog.told.text()
    assert not dialog.use_button.isEnabled()
    QTest.keyClicks(dialog.length, "50")
    assert dialog.told.text() == "That makes 0.1250 mm a pixel.\nHC becomes 125.0 mm."
    assert dialog.told.property("tone") == ""
    QTest.keyClick(dialog.length, Qt.Key.Key_Return)
    assert dialog.given == [(50.0, False)]


@pytest.mark.parametrize(("text", "words", "tone", "fine"), [
    ("0", "between 0 and 500", "bad", False), ("-5", "between 0 and 500", "bad", False),
    ("501", "between 0 and 500", "bad", False), ("2", "No ultrasound image", "bad", False),
    ("8", "unusual: 0.04 to 0.50", "warning", True), ("50", "0.1250", "", True),
])
def test_what_cannot_be_is_refused_and_what_is_odd_is_said(dialog_of, text, words, tone, fine):
    dialog = dialog_of()
    QTest.keyClicks(dialog.length, text)
    assert words in dialog.told.text()
    assert dialog.told.property("tone") == tone
    assert dialog.use_button.isEnabled() is fine
    QTest.keyClick(dialog.length, Qt.Key.Key_Return)
    assert bool(dialog.given) is fine


def test_a_short_line_says_how_rough_it_is(dialog_of):
    dialog = dialog_of(line=((0.0, 0.0), (0.0, 25.0)), last_length_mm=5.0)
    assert dialog.length.text() == "5"
    assert "changes the size by 4.0 %" in dialog.told.text()


def test_a_known_size_is_shown_beside_the_new_one_and_must_be_given_up(dialog_of):
    dialog = dialog_of(known_size_mm=0.1, hc_px=1000.0, last_length_mm=49.6)
    assert dialog.told.text() == (
        "That makes 0.1240 mm a pixel.\nKnown until now: 0.1000 mm, a change of +24.0 %.\n"
        "HC becomes 124.0 mm, from 100.0 mm.")
    assert not dialog.use_button.isEnabled()
    QTest.keyClick(dialog.replace, Qt.Key.Key_Space)
    assert dialog.use_button.isEnabled()
    QTest.mouseClick(dialog.use_button, Qt.MouseButton.LeftButton)
    assert dialog.given == [(49.6, False)]


def test_the_other_cases_are_offered_only_where_there_are_some(dialog_of):
    assert not dialog_of().all_cases.isVisible()
    dialog = dialog_of(others=7, last_length_mm=50.0)
    assert "7 others" in dialog.all_cases.text().replace("&", "")
    QTest.keyClick(dialog.all_cases, Qt.Key.Key_Space)
    assert dialog.all_cases.isChecked()
    QTest.mouseClick(dialog.use_button, Qt.MouseButton.LeftButton)
    assert dialog.given == [(50.0, True)]


@pytest.mark.parametrize("last", [-3.0, 0.0, 1e9, float("nan"), float("inf")])
def test_a_remembered_length_of_nonsense_is_left_out(dialog_of, last):
    assert dialog_of(last_length_mm=last).length.text() == ""


def test_nothing_is_cut_off_at_double_text_size(dialog_of):
    dialog = dialog_of(known_size_mm=0.1, hc_px=1000.0, others=335, last_length_mm=8.0)
    font = dialog.font()
    font.setPointSizeF(2 * font.pointSizeF())
    dialog.setFont(font)
    dialog.resize(dialog.sizeHint())
    told = dialog.told
    wanted = told.heightForWidth(told.width())
    assert told.height() >= wanted
    assert dialog.length.width() >= dialog.length.fontMetrics().horizontalAdvance("12345.678")
    for button in (dialog.this_case, dialog.all_cases, dialog.replace):
        assert button.width() >= button.sizeHint().width()
