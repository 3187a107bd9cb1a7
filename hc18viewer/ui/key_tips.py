"""Buttons whose tool tips name the key of the command that they stand for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hc18viewer.ui.actions import keys_of

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractButton


def follow_keys(button: QAbstractButton, action: QAction) -> None:
    """Let a button's tool tip, which says what it does, name the first key of its command too."""
    follow = partial(_follow, button, action, button.toolTip())
    action.changed.connect(follow)
    follow()


def _follow(button: QAbstractButton, action: QAction, words: str) -> None:
    key = keys_of(action).split(", ")[0]
    button.setToolTip(f"{words} ({key})" if key else words)
