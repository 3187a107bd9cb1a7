"""The two themes: dark for a dim reading room, light for a bright one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from hc18viewer import paths

if TYPE_CHECKING:
    from hc18viewer.settings import Theme

SPACE = 4
"""All distances are whole multiples of this, in pixels."""

ICON_SIZE = 22


def icon_size(scale: float) -> QSize:
    """Return the size of a tool bar's icons beside a text `scale` times the usual size."""
    side = round(ICON_SIZE * scale)
    return QSize(side, side)


@dataclass(frozen=True, slots=True)
class ThemeColours:
    """The colours of one theme; the last three are of the overlays' buttons.

    The overlays themselves lie on black in both themes and do not change.
    """

    window: str
    panel: str
    field: str
    border: str
    text: str
    text_dim: str
    accent: str
    accent_text: str
    hover: str
    good: str
    warning: str
    bad: str
    annotation: str
    prediction: str
    correction: str


THEMES: dict[Theme, ThemeColours] = {
    "dark": ThemeColours(
        window="#16181b", panel="#1d2024", field="#131518", border="#33383f",
        text="#e3e6ea", text_dim="#a3abb5", accent="#3f8fd2", accent_text="#06121c",
        hover="#2a2f36", good="#4ecb9a", warning="#f2b54a", bad="#f28577",
        annotation="#1fd1a0", prediction="#ffab2e", correction="#6cc9ff",
    ),
    "light": ThemeColours(
        window="#eef0f2", panel="#f8f9fa", field="#ffffff", border="#c6ccd3",
        text="#1b2127", text_dim="#545e69", accent="#1e6fb3", accent_text="#ffffff",
        hover="#e1e6eb", good="#0d7a53", warning="#8a5a00", bad="#b3382a",
        annotation="#0d7f61", prediction="#a86400", correction="#2b74a3",
    ),
}


def apply_theme(application: QApplication, name: Theme, *, scale: float = 1.0) -> ThemeColours:
    """Give the whole application a theme and return its colours; `scale` is the text's size."""
    colours = THEMES[name]
    fusion = QStyleFactory.create("Fusion")
    if application.style().objectName().lower() != "fusion":
        application.setStyle(fusion)
    application.setPalette(_palette(colours))
    application.setStyleSheet(_style_sheet(colours, scale))
    return colours


def themed_icon(name: str, colour: str, *, dim: str | None = None) -> QIcon:
    """Return an icon of the resources drawn in `colour`, and in `dim` where disabled."""
    source = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    icon = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, dim or colour)):
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", shade).encode()))
        for density in (1, 2, 3):
            pixmap = QPixmap(QSize(24, 24) * density)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter)
            painter.end()
            pixmap.setDevicePixelRatio(density)
            icon.addPixmap(pixmap, mode)
    return icon


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


def _style_sheet(c: ThemeColours, scale: float) -> str:
    space = round(SPACE * scale)
    return f"""
QToolBar {{ background: {c.panel}; border: 0; border-bottom: 1px solid {c.border};
    spacing: {space}px; padding: {space}px {2 * space}px; }}
QToolBar#toolbox {{ border: 0; border-right: 1px solid {c.border}; }}
QToolBar#toolbox::separator {{ width: auto; height: 1px; }}
QToolBar::separator {{ background: {c.border}; width: 1px; margin: {space}px {space}px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: {space}px; }}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:checked {{ background: {c.hover}; border-color: {c.border}; }}
QToolButton:focus {{ border-color: {c.accent}; }}
QPushButton {{ background: {c.field}; border: 1px solid {c.border}; border-radius: 5px;
    padding: {2 * space}px {3 * space}px; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:focus {{ border-color: {c.accent}; }}
QPushButton:disabled {{ color: {c.text_dim}; background: {c.panel}; }}
QPushButton[primary="true"] {{ background: {c.accent}; color: {c.accent_text};
    border-color: {c.accent}; font-weight: 600; }}
QPushButton[primary="true"]:disabled {{ background: {c.panel}; color: {c.text_dim};
    border-color: {c.border}; }}
QListView {{ background: {c.panel}; border: 0; outline: 0; }}
QStatusBar {{ background: {c.panel}; border-top: 1px solid {c.border}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ padding: 0 {2 * space}px; color: {c.text_dim}; }}
QSplitter::handle {{ background: {c.border}; }}
QMenuBar {{ background: {c.panel}; }}
QMenuBar::item:selected {{ background: {c.accent}; color: {c.accent_text}; }}
QToolTip {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.border};
    padding: {space}px; }}
QLabel[dim="true"] {{ color: {c.text_dim}; }}
QLabel[tone="good"] {{ color: {c.good}; }}
QLabel[tone="warning"] {{ color: {c.warning}; }}
QLabel[tone="bad"] {{ color: {c.bad}; }}
QLabel#canvasMessage {{ color: #c9ced4; font-size: {round(15 * scale)}px; }}
QLabel#toneNote, QLabel#flipNote {{ color: #e8e8e8; background: rgba(0, 0, 0, 170);
    border-radius: 4px; padding: 2px {2 * space}px; }}
QLabel#dropSign {{ background: {c.panel}; color: {c.text};
    border: {space}px dashed {c.accent}; font-size: {round(24 * scale)}px; }}
QLabel#dropSign[tone="bad"] {{ color: {c.bad}; border-color: {c.bad}; }}
QFrame#measuresPanel, QScrollArea#sidePanel, QWidget#startPage {{ background: {c.panel};
    border: 0; }}
QLabel#bigFigure {{ font-size: {round(30 * scale)}px; font-weight: 600; }}
QLabel#heading {{ color: {c.text_dim}; font-weight: 600; }}
QLabel#syntheticBadge {{ background: {c.warning}; color: {c.window}; font-weight: 600;
    border-radius: 4px; padding: 2px {2 * space}px; }}
QFrame#rule {{ background: {c.border}; max-height: 1px; min-height: 1px; border: 0; }}
"""
