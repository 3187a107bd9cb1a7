"""How the window looks: its theme and the size of its text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from hc18viewer.settings import TEXT_SIZES
from hc18viewer.ui.theme import apply_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.settings import Theme
    from hc18viewer.ui.actions import Actions
    from hc18viewer.ui.memory import Memory
    from hc18viewer.ui.theme import ThemeColours

_SCALED = "hc18viewerTextScaled"


class LookActs(QObject):
    """Gives the application its looks as remembered, and changes them as the reader asks."""

    changed = Signal(object)  # ThemeColours; icons and sizes are to be drawn anew
    told = Signal(str)

    def __init__(self, actions: Actions, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._memory = memory
        settings = memory.settings
        actions.theme.setChecked(settings.theme == "dark")
        self._mark_size(settings.text_size)
        self.colours = self._apply()
        actions.theme.toggled.connect(self._on_theme_toggled)
        for per_cent, action in actions.text_sizes.items():
            action.triggered.connect(partial(self._on_size_chosen, per_cent))
        actions.larger_text.triggered.connect(lambda: self._step(1))
        actions.smaller_text.triggered.connect(lambda: self._step(-1))

    @property
    def scale(self) -> float:
        """The size of the text, 1 for the system's."""
        return self._memory.settings.text_size / 100

    def _on_theme_toggled(self, dark: bool) -> None:
        name: Theme = "dark" if dark else "light"
        self._memory.change(theme=name)
        self._show()

    def _on_size_chosen(self, per_cent: int, _checked: bool = True) -> None:
        if per_cent == self._memory.settings.text_size:
            return
        self._memory.change(text_size=per_cent)
        self._mark_size(per_cent)
        self._show()
        self.told.emit(self.tr("Text at {size} %").format(size=per_cent))

    def _step(self, by: int) -> None:
        place = TEXT_SIZES.index(self._memory.settings.text_size) + by
        if 0 <= place < len(TEXT_SIZES):
            self._on_size_chosen(TEXT_SIZES[place])

    def _mark_size(self, per_cent: int) -> None:
        self._actions.text_sizes[per_cent].setChecked(True)
        self._actions.larger_text.setEnabled(per_cent < TEXT_SIZES[-1])
        self._actions.smaller_text.setEnabled(per_cent > TEXT_SIZES[0])

    def _show(self) -> None:
        self.colours = self._apply()
        self.changed.emit(self.colours)

    def _apply(self) -> ThemeColours:
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise RuntimeError("a window needs a QApplication")
        scale_font(application, self.scale)
        colours = apply_theme(application, self._memory.settings.theme, scale=self.scale)
        self._actions.use_colours(colours)
        return colours


def scale_font(application: QApplication, scale: float) -> None:
    """Give the application the system's font, `scale` times as large.

    At 1 a font that was never scaled is left alone, so that the system's settings go on to count.
    """
    if scale == 1 and not application.property(_SCALED):
        return
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.pointSizeF() > 0:
        font.setPointSizeF(scale * font.pointSizeF())
    else:
        font.setPixelSize(round(scale * font.pixelSize()))
    application.setFont(font)
    application.setProperty(_SCALED, scale != 1)
