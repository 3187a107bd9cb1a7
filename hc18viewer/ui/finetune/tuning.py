"""The window's way to fine-tuning and the models: loaded when it is needed, or has a moment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow, QWidget

    from hc18viewer.ui.actions import Actions
    from hc18viewer.ui.finetune.tune_acts import TuneActs
    from hc18viewer.ui.memory import Memory
    from hc18viewer.ui.session import ReviewSession
    from hc18viewer.ui.theme import ThemeColours

_LOADED_AFTER_MS = 1500
"""By then the first image is on the screen; what is loaded here would hold it up."""


class Tuning(QObject):
    """Stands for `TuneActs` and `ModelActs` until they are there, and passes on to them then.

    Attributes:
        model: the model that the program was started with; None for the one that serves.
    """

    told = Signal(str)
    loaded = Signal(object)  # the strip

    def __init__(
        self, actions: Actions, memory: Memory, window: QMainWindow, *, colours: ThemeColours,
        model: str | None, device: str,
    ) -> None:
        super().__init__(window)
        self.model = model
        self._actions = actions
        self._memory = memory
        self._window = window
        self._colours = colours
        self._device = device
        self._session: ReviewSession | None = None
        self._acts: TuneActs | None = None
        self._gone = False
        for action, act in (
            (actions.fine_tune, lambda acts: acts.ask()),
            (actions.tune_pause, lambda acts: acts.pause_or_resume()),
            (actions.tune_cancel, lambda acts: acts.cancel()),
            (actions.tune_show, lambda acts: acts.show_strip()),
            (actions.models, lambda acts: acts.models.show_library()),
            (actions.roll_back, lambda acts: acts.models.roll_back()),
        ):
            action.triggered.connect(partial(self._do, act))
        self._show_actions()
        QTimer.singleShot(_LOADED_AFTER_MS, self, self._load)

    @property
    def acts(self) -> TuneActs:
        """What does it all, loaded now if it was not yet."""
        if self._acts is None:
            from hc18viewer.ui.finetune.tune_acts import TuneActs  # see above

            self._acts = acts = TuneActs(
                self._actions, self._memory, self._window, colours=self._colours,
                device=self._device,
            )
            acts.told.connect(self.told)
            acts.models.told.connect(self.told)
            acts.models.serving_changed.connect(self._on_serving_changed)
            acts.session = self._session
            self.loaded.emit(acts.strip)
        return self._acts

    @property
    def strip(self) -> QWidget:
        """The strip that says how a fine-tuning goes."""
        return self.acts.strip

    @property
    def session(self) -> ReviewSession | None:
        """Of the study that is open; None for none."""
        return self._session

    @session.setter
    def session(self, session: ReviewSession | None) -> None:
        self._session = session
        if self._acts is not None:
            self._acts.session = session
        else:
            self._show_actions()

    def use_colours(self, colours: ThemeColours) -> None:
        """Draw in a theme's colours."""
        self._colours = colours
        if self._acts is not None:
            self._acts.use_colours(colours)

    def begin(self, folder: Path) -> None:
        """Run, or go on with, the fine-tuning in a folder."""
        self.acts.begin(folder)

    def leave(self) -> Path | None:
        """End what is at work; return the folder of the fine-tuning that ran, None for none."""
        self._gone = True
        if self._acts is None:
            return None
        self._acts.models.stop()
        return self._acts.leave()

    def _load(self) -> None:
        if not self._gone:
            self.acts.offer_unfinished()

    def _do(self, act: Callable[[TuneActs], object], _flag: bool = False) -> None:
        act(self.acts)

    def _on_serving_changed(self) -> None:
        self.model = None

    def _show_actions(self) -> None:
        self._actions.forbid(
            self._actions.fine_tune, "" if self._session else self.tr("no study is open"))
        for action in (self._actions.tune_pause, self._actions.tune_cancel):
            self._actions.forbid(action, self.tr("no fine-tuning is running"))
