import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QMainWindow,
    QMessageBox,
    QPushButton,
)

from hc18viewer import paths
from hc18viewer.model.card import ModelCard, read_card, write_card
from hc18viewer.model.catalogue import model_folders
from hc18viewer.model.serving import promote, promotions, serving_model
from hc18viewer.services.models import library
from hc18viewer.settings import Settings
from hc18viewer.ui.finetune.compare_page import ComparePage
from hc18viewer.ui.finetune.gate_dialog import GateDialog
from hc18viewer.ui.finetune.model_acts import ModelActs
from hc18viewer.ui.finetune.models_dialog import ModelsDialog
from hc18viewer.ui.finetune.wording import gate_sentence
from hc18viewer.ui.memory import Memory

SUMMARY = {"n": 12, "missed": 0, "dice_percent": 97.0, "iou_percent": 94.0, "hd_mm": 1.0,
           "hc_mae_mm": 2.0, "hc_bias_mm": 0.5, "worst_dice_percent": 92.0}


def table(name):
    return {"name": name, "cases": 12, "subjects": 12, "parent": SUMMARY,
            "child": {**SUMMARY, "dice_percent": 96.0}, "better": 3, "worse": 6,
            "error_change_mm": 0.5, "error_change_95_mm": [-0.1, 1.1], "dice_change": -1.0,
            "dice_change_95": [-1.5, -0.5], "surely_better": False}


def make_model(name, *, promote=None):
    gate = {}
    if promote is not None:
        gate = {"gate": table("the gate"), "unseen": table("subjects not taught"),
                "reference": table("the sample study"),
                "advice": {"promote": promote, "sentence": "Worse.",
                           "reasons": [] if promote else ["It loses 1.00 points of Dice."]}}
    folder = paths.models_folder() / name
    folder.mkdir(parents=True)
    write_card(ModelCard(name, "1", f"2026-01-0{len(name)}T00:00:00+00:00", "0.1.0", (4, 6),
                         (32, 48), "12 cases", "", parent="hc18-unet 1", gate=gate), folder)


@pytest.fixture
def acts(qtbot, home):
    make_model("good", promote=True)
    make_model("worse", promote=False)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    acts = ModelActs(Memory(Settings(reader="Dr Lan"), window), window, device="cpu")
    acts.said = []
    acts.told.connect(acts.said.append)
    yield acts
    acts.stop()


@pytest.fixture
def dialog(acts):
    acts.show_library()
    return acts._window.findChild(ModelsDialog)


def choose(dialog, name):
    row = [model.name for model in dialog.models].index(name)
    item = dialog.list.topLevelItem(row)
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton,
                     pos=dialog.list.visualItemRect(item).center())
    assert dialog.current.name == name


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press(box, text):
    click(next(each for each in box.findChildren(QPushButton) if each.text() == text))


def shown(parent, kind):
    return [found for found in parent.findChildren(kind) if found.isVisible()]


def test_each_model_is_listed_with_its_parent_and_the_one_that_predicts_marked(dialog):
    names = [model.name for model in dialog.models]
    assert set(names) == {"hc18-unet", "hc18-unet-fold1", "good", "worse"}
    choose(dialog, "good")
    assert "hc18-unet 1" in dialog.card.toPlainText()
    marked = [dialog.list.topLevelItem(row).text(0) for row in range(len(names))
              if dialog.list.topLevelItem(row).text(1) == "now"]
    assert marked == ["hc18-unet"]
    assert "No list of its cases" in dialog.lessons.topLevelItem(0).text(0)


def test_promote_and_roll_back_take_one_click_each(acts, dialog):
    choose(dialog, "good")
    click(dialog.promote_button)
    assert serving_model() == "good"
    assert promotions()[-1].by == "Dr Lan"
    assert not dialog.promote_button.isEnabled()
    assert not dialog.remove_button.isEnabled()
    click(dialog.roll_back_button)
    assert serving_model() == "hc18-unet"
    assert acts.said == ["good makes the predictions from now on.",
                         "hc18-unet makes the predictions again."]
    assert dialog.history.topLevelItemCount() == 2


def test_what_the_gate_advises_against_is_promoted_only_after_its_dialog(acts, dialog):
    choose(dialog, "worse")
    click(dialog.promote_button)
    assert serving_model() == "hc18-unet"
    (gate,) = shown(dialog, GateDialog)
    click(gate.promote_button)
    (box,) = shown(gate, QMessageBox)
    press(box, "Promote all the same")
    assert serving_model() == "worse"
    assert promotions()[-1].note == "It loses 1.00 points of Dice."


def test_roll_back_is_offered_only_where_a_model_predicted_before(acts, dialog):
    assert not dialog.roll_back_button.isEnabled()
    assert "nothing to go back to" in dialog.roll_back_button.toolTip()
    choose(dialog, "good")
    click(dialog.promote_button)
    assert dialog.roll_back_button.isEnabled()
    assert dialog.roll_back_button.toolTip() == "Let hc18-unet predict again, as before"
    click(dialog.roll_back_button)
    assert not dialog.roll_back_button.isEnabled()


def test_nothing_to_roll_back_to_is_said_to_who_asks_by_the_menu(acts, dialog):
    acts.roll_back()
    (box,) = shown(dialog, QMessageBox)
    assert "nothing to go back to" in box.text()


def test_a_model_is_called_otherwise_and_its_name_stays(dialog):
    choose(dialog, "good")
    click(dialog.rename_button)
    (box,) = shown(dialog, QInputDialog)
    box.setTextValue("St Mary in spring")
    box.accept()
    assert read_card(model_folders()["good"]).title == "St Mary in spring"
    assert dialog.current.name == "good"
    assert dialog.list.currentItem().text(0) == "St Mary in spring"


def test_removing_asks_and_then_it_is_gone(dialog):
    choose(dialog, "worse")
    click(dialog.remove_button)
    (box,) = shown(dialog, QMessageBox)
    press(box, "Cancel")
    assert "worse" in model_folders()
    click(dialog.remove_button)
    press(shown(dialog, QMessageBox)[-1], "Remove")
    assert "worse" not in model_folders()
    assert "worse" not in [model.name for model in dialog.models]


def test_what_came_with_the_program_is_neither_renamed_nor_removed(dialog):
    choose(dialog, "hc18-unet-fold1")
    assert not dialog.rename_button.isEnabled()
    assert not dialog.remove_button.isEnabled()
    assert not dialog.gate_button.isEnabled()
    assert dialog.promote_button.isEnabled()


def test_a_damaged_card_is_said_and_can_only_be_removed(acts):
    (model_folders()["good"] / "card.json").write_text("{}")
    acts.show_library()
    dialog = acts._window.findChild(ModelsDialog)
    choose(dialog, "good")
    assert "incomplete" in dialog.card.toPlainText()
    assert not dialog.promote_button.isEnabled()
    assert dialog.remove_button.isEnabled()


def test_a_file_that_could_carry_code_is_refused_in_clear_words(acts, dialog, qtbot, tmp_path,
                                                                 monkeypatch):
    path = tmp_path / "model.pt"
    path.write_bytes(b"junk")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    click(dialog.import_button)
    qtbot.waitUntil(lambda: bool(shown(dialog, QMessageBox)), timeout=60_000)
    assert "can run code" in shown(dialog, QMessageBox)[0].text()


def test_a_model_goes_out_as_one_file_and_comes_back(acts, dialog, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "handed-on"
    shutil.copytree(model_folders()["hc18-unet"], paths.models_folder() / "own")
    card = read_card(model_folders()["own"])
    write_card(ModelCard(**{**_fields(card), "name": "own"}), model_folders()["own"])
    acts._refresh()
    choose(dialog, "own")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    click(dialog.export_button)
    written = tmp_path / "handed-on.hc18model"
    qtbot.waitUntil(lambda: "was written" in " ".join(acts.said), timeout=60_000)
    shutil.rmtree(model_folders()["own"])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(written), ""))
    click(dialog.import_button)
    qtbot.waitUntil(lambda: "own" in model_folders(), timeout=60_000)
    qtbot.waitUntil(lambda: dialog.current.name == "own", timeout=10_000)
    assert serving_model() == "hc18-unet"


def _fields(card):
    return {name: getattr(card, name) for name in card.__dataclass_fields__}


def test_without_a_study_nothing_is_compared_and_it_is_said(dialog):
    assert not dialog.compare.compare_button.isEnabled()
    assert "Open a study" in dialog.compare.text.text()


def test_the_library_lists_the_users_models_last_by_their_age(home):
    make_model("young")
    make_model("old")
    promote("old")
    names = [model.name for model in library()]
    assert names[-2:] == ["old", "young"]
    assert [model.name for model in library() if model.serves] == ["old"]


def test_the_comparison_says_what_decides_and_says_it_again_after_a_cancel(qtbot):
    page = ComparePage()
    qtbot.addWidget(page)
    assert "ground truth" in page.text.text()
    said = page.text.text()
    page.begin()
    assert page.text.text() != said
    page.end("")
    assert page.text.text() == said
    page.forbid("No.")
    page.forbid("")
    assert page.text.text() == said


def test_the_gate_is_written_with_arrows_and_signs():
    assert gate_sentence("HC error 2.6 -> 2.1 mm; -0.17 points of Dice on clinic-2.") == (
        "HC error 2.6 → 2.1 mm; −0.17 points of Dice on clinic-2.")
