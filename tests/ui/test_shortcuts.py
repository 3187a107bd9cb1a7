import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from hc18viewer.settings import Settings, load_settings
from hc18viewer.ui.actions import Actions
from hc18viewer.ui.memory import Memory
from hc18viewer.ui.shortcuts import RESERVED, Shortcuts


def made(qtbot, shortcuts=None):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.actions_ = Actions(parent)
    parent.memory = Memory(Settings(shortcuts=shortcuts or {}), parent)
    parent.shortcuts = Shortcuts(parent.actions_.all(), parent.memory, parent)
    return parent


def test_the_program_comes_with_no_key_that_the_image_needs(qtbot):
    made_ = made(qtbot)
    for action in made_.actions_.all():
        assert not {key.toString() for key in action.shortcuts()} & RESERVED


def test_a_key_is_given_taken_and_stored_only_where_it_differs(qtbot):
    made_ = made(qtbot)
    keys, actions = made_.shortcuts, made_.actions_
    keys.give("snap", ["Ctrl+J"])
    assert actions.snap.toolTip().endswith("(Ctrl+J)")
    assert load_settings().shortcuts == {"snap": ["Ctrl+J"]}
    assert keys.holder("S") is None
    keys.give("flag", ["Ctrl+M", "F"])
    assert keys.keys("smooth") == []
    assert load_settings().shortcuts == {
        "snap": ["Ctrl+J"], "flag": ["Ctrl+M", "F"], "smooth": []}
    keys.reset("smooth")
    assert keys.keys("flag") == ["F"]
    keys.reset("snap")
    assert load_settings().shortcuts == {}


def test_reset_all_gives_every_default_back(qtbot):
    made_ = made(qtbot)
    before = {action.objectName(): made_.shortcuts.keys(action.objectName())
              for action in made_.actions_.all()}
    made_.shortcuts.give("open", ["Ctrl+Q", "N"])
    made_.shortcuts.give("redo", [])
    made_.shortcuts.reset_all()
    assert before == {name: made_.shortcuts.keys(name) for name in before}
    assert load_settings().shortcuts == {}


@pytest.mark.parametrize("key", ["Tab", "Left", "Esc", "", "Ctrl+K, X", "H"])
def test_what_the_image_needs_cannot_be_given_away(qtbot, key):
    made_ = made(qtbot)
    with pytest.raises(ValueError, match="no key for a command"):
        made_.shortcuts.give("snap", [key])
    assert made_.shortcuts.keys("snap") == ["S"]


def test_what_another_version_knows_is_kept(qtbot):
    made_ = made(qtbot, {"dance": ["Ctrl+D"], "snap": ["Ctrl+J"]})
    made_.shortcuts.give("flag", ["Ctrl+F"])
    assert load_settings().shortcuts["dance"] == ["Ctrl+D"]
    assert made_.shortcuts.keys("snap") == ["Ctrl+J"]


def test_a_default_yields_to_the_readers_own_key(qtbot):
    made_ = made(qtbot, {"open": ["Ctrl+K"]})
    assert made_.shortcuts.holder("Ctrl+K") is made_.actions_.open
    assert made_.shortcuts.keys("commands") == []


@given(st.dictionaries(
    st.sampled_from(["snap", "flag", "open", "tool_push", "no such"]),
    st.lists(st.text(max_size=8) | st.sampled_from(["Ctrl+K", "Tab", "S", "F", "Ctrl+"]),
             max_size=3),
    max_size=4,
))
def test_however_damaged_the_settings_no_key_is_shared(found):
    parent = QWidget()
    actions = Actions(parent)
    Shortcuts(actions.all(), Memory(Settings(shortcuts=found), parent), parent)
    keys = [key.toString() for action in actions.all() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert not set(keys) & (RESERVED | {""})
    assert all(QKeySequence(key).count() == 1 for key in keys)
