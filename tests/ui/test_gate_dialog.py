from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.gate import Pair, advise, compare_models
from hc18viewer.evaluation.metrics import compare
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.card import ModelCard
from hc18viewer.services.gate_report import GateReport, gate_case
from hc18viewer.services.models import LibraryModel
from hc18viewer.training.lessons import Lesson, Part, Source
from hc18viewer.ui.finetune.gate_dialog import GateDialog


def scaled(ellipse, factor):
    return Ellipse(ellipse.x, ellipse.y, ellipse.a * factor, ellipse.b * factor,
                   ellipse.angle_rad)


@pytest.fixture
def report_of(sample_dir):
    cases = [case for case in open_study(sample_dir).cases if case.annotation_path]

    def made(before, after):
        lessons, pairs = [], []
        for number, case in enumerate(cases):
            truth = truth_ellipse(case)
            lessons.append(Lesson(
                case.key, f"s{number}", case.image_path, truth, case.pixel_size_mm, Part.GATE,
                Source.CORRECTION))
            figures = [
                compare(case.key, predicted=scaled(truth, factor + number / 500), truth=truth,
                        shape=(540, 800), pixel_size_mm=case.pixel_size_mm)
                for factor in (before, after)
            ]
            pairs.append(Pair(f"s{number}", *figures))
        gate = compare_models("the gate", pairs)
        other = compare_models("the sample study", [])
        found = [gate_case(*each) for each in zip(lessons, pairs, strict=True)]
        return GateReport(gate, gate, other, advise(gate, gate, other, far_share=0), tuple(found))

    return made


@pytest.fixture
def dialog_of(qtbot, report_of):
    def made(before, after, *, serves=False):
        card = ModelCard("child", "1", "", "", (4, 6), (32, 48), "", "")
        model = LibraryModel("child", Path("child"), card, "", own=True, serves=serves)
        dialog = GateDialog(model, report_of(before, after))
        qtbot.addWidget(dialog)
        dialog.promoted, dialog.discarded = [], []
        dialog.promote_asked.connect(lambda name, note: dialog.promoted.append((name, note)))
        dialog.discard_asked.connect(dialog.discarded.append)
        dialog.show()
        return dialog

    return made


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def box_of(dialog):
    return next(box for box in dialog.findChildren(QMessageBox) if box.isVisible())


def press(box, text):
    click(next(each for each in box.findChildren(QPushButton) if each.text() == text))


def test_a_better_child_is_promoted_by_one_key(dialog_of):
    dialog = dialog_of(0.94, 0.99)
    assert dialog.sentence.text().startswith("Better on 9 of 9, worse on 0, HC error")
    assert " → " in dialog.sentence.text()
    assert "->" not in dialog.sentence.text()
    assert dialog.advice.text() == "The gate advises to promote it."
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.promoted == [("child", "")]
    assert not dialog.isVisible()


def test_a_child_that_is_advised_against_needs_a_second_confirmation(dialog_of):
    dialog = dialog_of(0.99, 0.94)
    assert "On the gate it loses" in dialog.advice.text()
    click(dialog.promote_button)
    box = box_of(dialog)
    assert "On the gate it loses" in box.text()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    press(box, "Cancel")
    assert dialog.promoted == []
    assert dialog.isVisible()
    click(dialog.promote_button)
    press(box_of(dialog), "Promote all the same")
    assert dialog.promoted[0][0] == "child"
    assert "On the gate it loses" in dialog.promoted[0][1]


def test_keeping_does_nothing_and_discarding_asks_first(dialog_of):
    dialog = dialog_of(0.99, 0.94)
    assert dialog.keep_button.isDefault()
    click(dialog.discard_button)
    press(box_of(dialog), "Cancel")
    assert dialog.discarded == []
    click(dialog.discard_button)
    press(box_of(dialog), "Discard")
    assert dialog.discarded == ["child"]
    kept = dialog_of(0.99, 0.94)
    QTest.keyClick(kept, Qt.Key.Key_Return)
    assert (kept.promoted, kept.discarded, kept.isVisible()) == ([], [], False)


def test_the_model_that_predicts_is_neither_promoted_nor_discarded(dialog_of):
    dialog = dialog_of(0.94, 0.99, serves=True)
    assert not dialog.promote_button.isEnabled()
    assert not dialog.discard_button.isEnabled()


def test_the_cases_are_seen_before_and_after(dialog_of, tmp_path):
    dialog = dialog_of(0.94, 0.99)
    dialog.cases.list.setFocus()
    QTest.keyClick(dialog.cases.list, Qt.Key.Key_Down)
    row = dialog.cases.list.currentRow()
    case = dialog._report.cases[row]
    assert row == 1
    assert dialog.cases.before.accessibleName().startswith(f"{case.case_key}, Before: HC −")
    image = dialog.cases.after.grab().toImage()
    orange = sum(
        image.pixelColor(x, y).red() > 200 and image.pixelColor(x, y).blue() < 90
        for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )
    assert orange > 20


def test_an_image_that_has_gone_is_said_in_its_place(dialog_of, monkeypatch):
    dialog = dialog_of(0.94, 0.99)
    monkeypatch.setattr(type(dialog._report.cases[0]), "image_path", Path("/gone.png"))
    dialog.cases._on_row_changed(2)
    assert dialog.cases.before._image is None
    assert "gone.png" in dialog.cases.before._text


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_no_word_is_cut_off_in_large_text(dialog_of, qtbot, qapp, factor):
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(before.pointSizeF() * factor)
    qapp.setFont(font)
    try:
        dialog = dialog_of(0.99, 0.94)
        qtbot.wait(20)
        for widget in (*dialog.findChildren(QPushButton), *dialog.findChildren(QLabel)):
            if widget.isVisible() and not (isinstance(widget, QLabel) and widget.wordWrap()):
                assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
    finally:
        qapp.setFont(before)
