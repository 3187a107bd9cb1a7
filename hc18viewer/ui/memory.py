"""What the window remembers between two starts."""

from __future__ import annotations

import base64
import dataclasses
import getpass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hc18viewer.settings import Settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

_STUDIES = 8
_CASES = 30
_COMMANDS = 10


class Memory(QObject):
    """Holds the settings and stores each change at once."""

    studies_changed = Signal()
    failed = Signal(str)  # why a change could not be stored

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings

    @property
    def reader(self) -> str:
        """The reader's name: as given, or as logged in; on one line, and such that it is stored.

        A login name that is no UTF-8 holds lone surrogates, which no store takes.
        """
        name = self.settings.reader or _login_name()
        return " ".join(name.encode("utf-8", "replace").decode("utf-8").split()) or "reader"

    def change(self, **changes: object) -> None:
        """Change settings by name and store them."""
        changed = dataclasses.replace(self.settings, **changes)  # type: ignore[arg-type]
        if changed == self.settings:
            return  # a start sets much to what it is; each file written would delay the window
        self.settings = changed
        try:
            save_settings(self.settings)
        except OSError as error:
            self.failed.emit(
                self.tr("The settings cannot be stored: {reason}.").format(reason=error.strerror)
            )

    @property
    def window_geometry(self) -> bytes:
        """The window's place as Qt wrote it; empty where none, or nothing sensible, is kept."""
        try:
            return base64.b64decode(self.settings.window_geometry)
        except ValueError:
            return b""

    def note_window_geometry(self, geometry: bytes) -> None:
        """Remember the window's place."""
        self.change(window_geometry=base64.b64encode(geometry).decode("ascii"))

    def note_study(self, path: Path) -> None:
        """Put a study first among the recent ones."""
        name = str(path.expanduser().resolve())
        others = [other for other in self.settings.recent_studies if other != name]
        self.change(recent_studies=(name, *others)[:_STUDIES])
        self.studies_changed.emit()

    def forget_studies(self) -> None:
        """Empty the list of recent studies."""
        self.change(recent_studies=())
        self.studies_changed.emit()

    def note_command(self, name: str) -> None:
        """Put a command first among those found by their names."""
        others = [other for other in self.settings.recent_commands if other != name]
        self.change(recent_commands=(name, *others)[:_COMMANDS])

    def last_case(self, root: Path) -> str:
        """Return the key of the case of a study that was shown last, "" for none."""
        return self.settings.last_cases.get(str(root), "")

    def note_case(self, root: Path, case_key: str) -> None:
        """Remember which case of a study is shown."""
        others = {
            other: key for other, key in self.settings.last_cases.items() if other != str(root)
        }
        kept = [*others.items(), (str(root), case_key)][-_CASES:]
        self.change(last_cases=dict(kept))


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, or Windows without its variables
        return "reader"
