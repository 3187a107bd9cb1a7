"""The program as a whole: one window, made anew when another language is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hc18viewer.ui.language import Translation
from hc18viewer.ui.window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from hc18viewer.settings import Settings


class Program(QObject):
    """Shows the window in the language of the settings.

    Attributes:
        window: the one that is shown now.
    """

    def __init__(
        self, application: QApplication, settings: Settings, *, store_folder: Path | None = None,
        model: str | None = None, device: str = "auto",
    ) -> None:
        super().__init__(application)
        self._translation = Translation(self)
        self._store_folder = store_folder
        self._model = model
        self._device = device
        self._before: list[MainWindow] = []
        self.window = self._show(settings)

    def _show(self, settings: Settings) -> MainWindow:
        self._translation.choose(settings.language)
        window = MainWindow(
            settings, store_folder=self._store_folder, model=self._model, device=self._device
        )
        window.language_chosen.connect(self._on_language_chosen)
        window.show()
        return window

    def _on_language_chosen(self) -> None:
        before = self.window
        study, path = before.give_up_study()
        tuned = before.tuning.leave()
        # Shown before the other closes: Qt ends the program with its last window.
        self.window = self._show(before.settings)
        before.close()
        # Kept: Qt may still have events on their way to the scene, and a window is small.
        self._before.append(before)
        self.window.take_study(study, path)
        if tuned is not None:
            self.window.tuning.begin(tuned)
