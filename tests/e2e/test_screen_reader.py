"""What a screen reader finds: a name on every control, the case in words, changes said aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QScrollBar,
    QWidget,
)

from hc18viewer.geometry.edit import Handle

KEY = "training_set/004_HC.png"
INPUTS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox,
          QLineEdit)


def nameless(window):
    """Controls below a window that take focus or input and have no name."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.window() is not window or isinstance(widget, QScrollBar | QMenu | QHeaderView):
            continue
        if widget.focusProxy() is not None or widget.objectName().startswith("qt_"):
            continue
        parent = widget.parentWidget()
        if isinstance(parent, QAbstractSpinBox | QComboBox) or (
            isinstance(parent, QLineEdit) or type(parent).__name__ == "QKeySequenceEdit"
        ):
            continue  # parts of one control
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if not takes and not isinstance(widget, INPUTS):
            continue
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not name.strip():
            found.append(f"{type(widget).__name__} in {type(parent).__name__}")
    return found


def test_every_control_of_the_window_has_a_name(open_window, sample_dir):
    with open_window(show_view_options=True) as reader:
        assert nameless(reader.window) == []
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        assert nameless(reader.window) == []


@pytest.mark.parametrize("name", ["commands", "shortcuts", "about", "reject", "dates", "reader"])
def test_every_control_of_a_dialog_has_a_name(open_window, sample_dir, name):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        getattr(reader.window.actions_, name).trigger()
        dialog = next(d for d in reader.window.findChildren(QDialog) if d.isVisible())
        assert nameless(dialog) == []
        dialog.reject()


def test_the_case_is_described_and_changes_are_said(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        hc = reader.state.ellipse.perimeter * reader.state.case.pixel_size_mm
        assert reader.canvas.accessibleDescription() == f"HC {hc:.1f} mm, prediction, not read"
        said = []
        reader.window.page.spoken.announced.connect(said.append)
        reader.drag(Handle.MAJOR_END, 30, 10)
        hc = reader.state.ellipse.perimeter * reader.state.case.pixel_size_mm
        assert said[-1].startswith(f"HC {hc:.1f} mm, correction, ")
        reader.choose("training_set/004_2HC.png")
        assert said[-1].startswith("004_2HC. ")


def test_rows_of_the_list_say_verdict_and_hc(open_window, sample_dir):
    with open_window() as reader:
        reader.open(sample_dir)
        reader.choose(KEY)
        reader.wait_for_prediction()
        cases = reader.window.page.cases
        index = cases.index(cases.row_of(KEY))
        text = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert "004_HC" in text
        assert "not read" in text
        assert " mm" in text
