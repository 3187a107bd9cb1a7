"""The keys of all commands: the program's own, and those that the reader gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction

    from hc18viewer.ui.memory import Memory

RESERVED = frozenset({
    "Left", "Right", "Up", "Down", "Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down",
    "Alt+Left", "Alt+Right", "Alt+Up", "Alt+Down", "Tab", "Shift+Tab", "Esc", "Space", "Del",
    "[", "]", "+", "-", ",", ".", "H", "Menu", "Shift+F10", "F10",
})
"""Keys that the image, the focus or the menus need, as Qt writes them."""


class Shortcuts(QObject):
    """Gives the commands their keys; no key ever belongs to two of them.

    What the reader changed stands in the settings, by the commands' ids, and only that.
    """

    changed = Signal()

    def __init__(
        self, actions: Iterable[QAction], memory: Memory, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self._actions = {action.objectName(): action for action in actions}
        self._defaults = {name: _texts(action) for name, action in self._actions.items()}
        # What another version of the program knows is kept for it.
        self._foreign = {
            name: keys for name, keys in memory.settings.shortcuts.items()
            if name not in self._actions
        }
        self._apply(memory.settings.shortcuts)

    def keys(self, name: str) -> list[str]:
        """Return a command's keys, as Qt writes them on every system."""
        return _texts(self._actions[name])

    def is_own(self, name: str) -> bool:
        """Whether the reader changed a command's keys."""
        return self.keys(name) != self._defaults[name]

    def holder(self, key: str) -> QAction | None:
        """Return the command that a key belongs to."""
        holders = (name for name in self._actions if key in self.keys(name))
        name = next(holders, None)
        return self._actions[name] if name is not None else None

    def give(self, name: str, keys: Sequence[str]) -> None:
        """Give a command these keys and no others; whoever had one of them loses it.

        Raises:
            KeyError: there is no such command.
            ValueError: a key is reserved, or none.
        """
        wanted = list(dict.fromkeys(keys))
        for key in wanted:
            if not is_free(key):
                raise ValueError(f"{key!r} is no key for a command")
        own = self._own()
        for other in self._actions:
            if other != name and set(self.keys(other)) & set(wanted):
                own[other] = [key for key in self.keys(other) if key not in wanted]
        own[name] = wanted
        self._change(own)

    def reset(self, name: str) -> None:
        """Give a command back the keys it came with, from whoever has them now."""
        self.give(name, self._defaults[name])

    def reset_all(self) -> None:
        """Give all commands back the keys they came with."""
        self._change({})

    def _own(self) -> dict[str, list[str]]:
        return {name: self.keys(name) for name in self._actions if self.is_own(name)}

    def _change(self, own: dict[str, list[str]]) -> None:
        self._apply(own)
        self._memory.change(shortcuts={**self._foreign, **self._own()})
        self.changed.emit()

    def _apply(self, own: dict[str, list[str]]) -> None:
        """Set the reader's keys first, then the defaults that are still free."""
        taken: set[str] = set()
        for name in sorted(self._actions, key=lambda name: name not in own):
            known = [_normal(key) for key in own.get(name, self._defaults[name])]
            keys = [key for key in dict.fromkeys(known) if is_free(key) and key not in taken]
            taken.update(keys)
            self._actions[name].setShortcuts([QKeySequence(key) for key in keys])


def is_free(key: str) -> bool:
    """Whether a command can have a key; it may belong to another command."""
    return bool(key) and key not in RESERVED and QKeySequence(key).count() == 1


def written(key: str) -> str:
    """Return a key as it is written on this system."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def portable(sequence: QKeySequence) -> str:
    """Return a key as it is stored; "" for what is no key."""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def _normal(key: str) -> str:
    """Write a key as it is stored; "" for a text that Qt does not write as it reads it."""
    text = portable(QKeySequence(key))
    return text if portable(QKeySequence(text)) == text else ""


def _texts(action: QAction) -> list[str]:
    return [portable(key) for key in action.shortcuts()]
