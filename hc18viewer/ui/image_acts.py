"""How the image is seen: one tone, loupe and zoom for actions, panel, canvas and settings."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hc18viewer.ui.canvas.loupe import MAGNIFICATIONS
from hc18viewer.ui.canvas.tone import AS_MEASURED, Tone
from hc18viewer.ui.image_section import ImageSection
from hc18viewer.ui.loupe_section import LoupeSection

if TYPE_CHECKING:
    from hc18viewer.settings import Settings
    from hc18viewer.ui.actions import Actions
    from hc18viewer.ui.memory import Memory
    from hc18viewer.ui.review_page import ReviewPage

_STORE_AFTER_MS = 500


class ImageActs(QObject):
    """Carries what is chosen in one place to all the others, and into the settings.

    The settings are written when a tone has stayed for half a second, not at each step of a drag.
    """

    def __init__(
        self, page: ReviewPage, actions: Actions, memory: Memory, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._canvas, self._actions, self._memory = page.canvas, actions, memory
        self._image, self._loupe = ImageSection(), LoupeSection()
        page.view_panel.add_section(self.tr("Image"), self._image)
        page.view_panel.add_section(self.tr("Loupe and zoom"), self._loupe)
        self._storing = QTimer(self)
        self._storing.setSingleShot(True)
        self._storing.setInterval(_STORE_AFTER_MS)
        self._storing.timeout.connect(self.store)
        settings = memory.settings
        self._show_tone(tone_of(settings))
        actions.loupe.setChecked(settings.loupe)
        actions.keep_zoom.setChecked(settings.keep_zoom)
        self._magnification = (
            settings.loupe_magnification if settings.loupe_magnification in MAGNIFICATIONS
            else MAGNIFICATIONS[1]
        )
        self._show_loupe()
        self._connect()

    def store(self) -> None:
        """Write into the settings what has not been written yet."""
        self._storing.stop()
        tone, kept = self._canvas.toning.tone, self._memory.settings
        changes = {
            "image_window": tone.window, "image_level": tone.level, "image_gamma": tone.gamma,
            "image_invert": tone.invert, "image_clahe": tone.clahe,
            "loupe": self._actions.loupe.isChecked(),
            "loupe_magnification": self._magnification,
            "keep_zoom": self._actions.keep_zoom.isChecked(),
        }
        if any(getattr(kept, name) != value for name, value in changes.items()):
            self._memory.change(**changes)

    def _connect(self) -> None:
        act = self._actions
        act.reset_tone.triggered.connect(lambda: self._choose_tone(AS_MEASURED))
        act.gamma_up.triggered.connect(lambda: self._step_gamma(1))
        act.gamma_down.triggered.connect(lambda: self._step_gamma(-1))
        act.invert.triggered.connect(lambda on: self._change_tone(invert=on))
        act.clahe.triggered.connect(lambda on: self._change_tone(clahe=on))
        act.loupe.toggled.connect(self._on_loupe_changed)
        act.keep_zoom.toggled.connect(self._on_loupe_changed)
        self._image.tone_chosen.connect(self._choose_tone)
        self._canvas.toning.changed.connect(self._choose_tone)
        self._loupe.loupe_chosen.connect(act.loupe.setChecked)
        self._loupe.keep_zoom_chosen.connect(act.keep_zoom.setChecked)
        self._loupe.magnification_chosen.connect(self._on_magnification_chosen)

    def _choose_tone(self, tone: Tone) -> None:
        self._show_tone(tone)
        self._storing.start()

    def _change_tone(self, **changes: object) -> None:
        self._choose_tone(
            dataclasses.replace(self._canvas.toning.tone, **changes)  # type: ignore[arg-type]
        )

    def _step_gamma(self, steps: int) -> None:
        self._choose_tone(self._canvas.toning.tone.gamma_stepped(steps))

    def _show_tone(self, tone: Tone) -> None:
        self._canvas.toning.set_tone(tone)
        self._image.show_tone(tone)
        self._actions.invert.setChecked(tone.invert)
        self._actions.clahe.setChecked(tone.clahe)

    def _on_magnification_chosen(self, magnification: int) -> None:
        self._magnification = magnification
        self._on_loupe_changed()

    def _on_loupe_changed(self) -> None:
        self._show_loupe()
        self._storing.start()

    def _show_loupe(self) -> None:
        loupe, keep_zoom = self._actions.loupe.isChecked(), self._actions.keep_zoom.isChecked()
        self._canvas.loupe.wanted = loupe
        self._canvas.loupe.magnification = self._magnification
        self._canvas.keeps_zoom = keep_zoom
        self._loupe.show_choices(
            loupe=loupe, magnification=self._magnification, keep_zoom=keep_zoom
        )


def tone_of(settings: Settings) -> Tone:
    """Return the tone that is remembered; as measured where it makes no sense."""
    try:
        return Tone(
            settings.image_window, settings.image_level, settings.image_gamma,
            settings.image_invert, settings.image_clahe,
        )
    except ValueError:
        return AS_MEASURED
