"""The two themes: dark for a dim reading room, light for a bright one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from hc18viewer.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from hc18viewer.settings import Theme

SPACE = 4
"""All distances are whole multiples of this, in pixels."""

ICON_SIZE = 22


def icon_size(scale: float) -> QSize:
    """Return the size of a tool bar's icons beside a text `scale` times the usual size."""
    side = round(ICON_SIZE * (1 + (scale - 1) / 2))  # a tool bar is to stay whole
    return QSize(side, side)


@dataclass(frozen=True, slots=True)
class ThemeColours:
    """The colours of one theme.

    `edge` bounds what can be worked, `border` only parts things; `prediction` is of the growth
    chart's line; `check_icon` marks a box that is filled with the accent. The overlays lie on black
    in both themes and have colours of their own.
    """

    window: str
    panel: str
    field: str
    border: str
    edge: str
    text: str
    text_dim: str
    accent: str
    accent_text: str
    hover: str
    good: str
    warning: str
    bad: str
    prediction: str
    check_icon: str


THEMES: dict[Theme, ThemeColours] = {
    "dark": ThemeColours(
        window="#16181b", panel="#1d2024", field="#131518", border="#33383f", edge="#808a96",
        text="#e3e6ea", text_dim="#a3abb5", accent="#3f8fd2", accent_text="#06121c",
        hover="#2a2f36", good="#4ecb9a", warning="#f2b54a", bad="#f28577",
        prediction="#ffab2e", check_icon="check",
    ),
    "light": ThemeColours(
        window="#eef0f2", panel="#f8f9fa", field="#ffffff", border="#c6ccd3", edge="#6f7883",
        text="#1b2127", text_dim="#545e69", accent="#1e6fb3", accent_text="#ffffff",
        hover="#e1e6eb", good="#0b714c", warning="#8a5a00", bad="#b3382a",
        prediction="#a86400", check_icon="check-light",
    ),
}


def apply_theme(application: QApplication, name: Theme, *, scale: float = 1.0) -> ThemeColours:
    """Give the whole application a theme and return its colours; `scale` is the text's size."""
    colours = THEMES[name]
    fusion = QStyleFactory.create("Fusion")
    if application.style().objectName().lower() != "fusion":
        application.setStyle(fusion)
    application.setPalette(_palette(colours))
    application.setStyleSheet(style_sheet(colours, space=SPACE, scale=scale))
    return colours


def _palette(colours: ThemeColours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.field,
        QPalette.ColorRole.AlternateBase: colours.panel,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.text_dim,
        QPalette.ColorRole.Button: colours.panel,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.bad,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.accent_text,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.panel,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Dark: colours.border,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    dim = QColor(colours.text_dim)
    dim.setAlpha(140)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text,
                 QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, dim)
    return palette
