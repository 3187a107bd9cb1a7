import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QToolBar

from hc18viewer.ui.actions import Actions, keys_of
from hc18viewer.ui.canvas.toolbox import ToolName
from hc18viewer.ui.theme import THEMES


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window):
    actions = Actions(window)
    actions.use_colours(THEMES["dark"])
    actions.fill_menus(window.menuBar())
    actions.add_to_study_menu(window.menuBar().addMenu("Recent studies"))
    return actions


def test_every_action_has_an_id_a_key_a_tip_and_a_place_in_the_menus(actions):
    every = list(actions.all())
    ids = [action.objectName() for action in every]
    assert len(ids) == len(set(ids)) > 40
    assert {"open", "tool_ellipse", "text_200", "shortcuts"} <= set(ids)
    for action in every:
        name = action.objectName()
        assert action.shortcuts(), f"{name} has no key"
        assert not action.shortcut().isEmpty(), f"{name}: a key that Qt does not know"
        assert action.statusTip(), f"{name} has no status tip"
        assert actions.place_of(action), f"{name} stands in no menu"


def test_no_two_actions_share_a_key(actions):
    taken = {}
    for action in actions.all():
        for key in action.shortcuts():
            written = key.toString(QKeySequence.SequenceFormat.PortableText)
            other = taken.setdefault(written, action.objectName())
            assert other == action.objectName(), f"{written}: {other}, {action.objectName()}"


def test_what_stands_in_a_tool_bar_has_an_icon(actions):
    bar = QToolBar()
    actions.fill_tools(bar)
    actions.fill_toolbox(bar)
    shown = [action for action in bar.actions() if not action.isSeparator()]
    assert len(shown) > 20
    for action in shown:
        assert not action.icon().isNull(), action.objectName()


def test_tool_tips_name_the_key_and_follow_it_and_the_name(actions):
    for action in actions.all():
        assert action.toolTip().endswith(f"({keys_of(action).split(', ')[0]})")
    actions.snap.setShortcuts([QKeySequence("Ctrl+J")])
    assert actions.snap.toolTip() == "Snap to the skull (Ctrl+J)"
    actions.snap.setShortcuts([])
    assert actions.snap.toolTip() == "Snap to the skull"
    actions.undo.setText("Undo move axis end")
    assert actions.undo.toolTip() == "Undo move axis end (Ctrl+Z)"


def test_what_cannot_be_done_says_why(actions):
    assert actions.why_not(actions.open) == ""
    for action in (*actions.needing_study, actions.undo):
        action.setEnabled(False)
    assert actions.why_not(actions.tools[ToolName.PUSH]) == "no study is open"
    actions.close_study.setEnabled(True)
    assert actions.why_not(actions.undo) == "nothing to undo"
