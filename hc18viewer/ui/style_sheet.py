"""The style sheet of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hc18viewer import paths

if TYPE_CHECKING:
    from hc18viewer.ui.theme import ThemeColours


def style_sheet(c: ThemeColours, *, space: int, scale: float) -> str:
    """Return the application's style sheet.

    Args:
        c: the theme's colours.
        space: the unit of all distances, in pixels.
        scale: the size of the text, 1 for the system's.
    """
    # Room is what large text needs most: distances grow half as fast.
    space = round(space * (1 + (scale - 1) / 2))
    box = round(13 * scale)
    check = (paths.resources() / "icons" / f"{c.check_icon}.svg").as_posix()
    return f"""
QToolBar {{ background: {c.panel}; border: 0; border-bottom: 1px solid {c.border};
    spacing: {space}px; padding: {space}px {2 * space}px; }}
QToolBar#toolbox {{ border: 0; border-right: 1px solid {c.border};
    spacing: {space // 2}px; padding: {space}px; }}
QToolBar#toolbox::separator {{ width: auto; height: 1px; }}
QToolBar::separator {{ background: {c.border}; width: 1px; margin: {space}px {space}px; }}
QToolButton {{ border: 2px solid transparent; border-radius: 5px; padding: 3px; }}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:checked {{ background: {c.hover}; border: 1px solid {c.edge}; padding: 4px; }}
QToolButton:focus {{ border: 2px solid {c.accent}; padding: 3px; }}
QPushButton {{ background: {c.field}; border: 1px solid {c.edge}; border-radius: 5px;
    padding: {2 * space}px {3 * space}px; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:disabled {{ color: {c.text_dim}; background: {c.panel}; border-color: {c.border}; }}
QPushButton[primary="true"] {{ background: {c.accent}; color: {c.accent_text};
    border-color: {c.accent}; font-weight: 600; }}
QPushButton[primary="true"]:disabled {{ background: {c.panel}; color: {c.text_dim};
    border-color: {c.border}; }}
QPushButton:focus {{ border: 2px solid {c.accent};
    padding: {2 * space - 1}px {3 * space - 1}px; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {c.text}; }}
QLineEdit {{ background: {c.field}; color: {c.text}; border: 1px solid {c.edge};
    border-radius: 4px; padding: {space // 2}px {space}px;
    placeholder-text-color: {c.text_dim}; }}
QLineEdit:focus {{ border: 2px solid {c.accent};
    padding: {space // 2 - 1}px {space - 1}px; }}
QLineEdit:disabled {{ color: {c.text_dim}; background: {c.panel}; border-color: {c.border}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; padding: 0; }}
QCheckBox {{ spacing: {2 * space}px; padding: 2px; border: 1px solid transparent;
    border-radius: 4px; }}
QCheckBox:focus {{ border-color: {c.accent}; }}
QCheckBox::indicator, QMenu::indicator {{ width: {box}px; height: {box}px;
    border: 1px solid {c.edge}; border-radius: 3px; background: {c.field}; }}
QMenu::indicator:exclusive {{ border-radius: {box // 2 + 1}px; }}
QCheckBox::indicator:checked, QMenu::indicator:checked {{ background: {c.accent};
    border-color: {c.accent}; image: url("{check}"); }}
QMenu {{ background: {c.panel}; border: 1px solid {c.edge}; padding: {space}px 0; }}
QMenu::item {{ padding: {space}px {6 * space}px {space}px {2 * space}px; }}
QMenu::item:selected {{ background: {c.accent}; color: {c.accent_text}; }}
QMenu::item:disabled {{ color: {c.text_dim}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {c.border}; margin: {space}px {2 * space}px; }}
QMenu::icon {{ padding-left: {2 * space}px; }}
QMenu::indicator {{ left: {2 * space}px; margin-right: {2 * space}px; }}
QListView {{ background: {c.panel}; border: 0; outline: 0; }}
QTreeView {{ background: {c.field}; border: 1px solid {c.edge}; }}
QTreeView:focus {{ border: 2px solid {c.accent}; }}
QFrame#focusRing {{ border: 2px solid #000000; }}
QFrame#focusRing[lit="true"] {{ border-color: {c.accent}; }}
QStatusBar {{ background: {c.panel}; border-top: 1px solid {c.border}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ padding: 0 {2 * space}px; color: {c.text_dim}; }}
QSplitter::handle {{ background: {c.border}; }}
QMenuBar {{ background: {c.panel}; }}
QMenuBar::item:selected {{ background: {c.accent}; color: {c.accent_text}; }}
QToolTip {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.edge};
    padding: {space}px; }}
QLabel[dim="true"] {{ color: {c.text_dim}; }}
QLabel[tone="good"] {{ color: {c.good}; }}
QLabel[tone="warning"] {{ color: {c.warning}; }}
QLabel[tone="bad"] {{ color: {c.bad}; }}
QLabel#canvasMessage {{ color: #c9ced4; font-size: {round(15 * scale)}px; }}
QLabel#paneTitle {{ background: {c.panel}; padding: {space}px {2 * space}px; }}
QLabel#toneNote, QLabel#flipNote {{ color: #e8e8e8; background: rgba(0, 0, 0, 170);
    border-radius: 4px; padding: 2px {2 * space}px; }}
QLabel#dropSign {{ background: {c.panel}; color: {c.text};
    border: {space}px dashed {c.accent}; font-size: {round(24 * scale)}px; }}
QLabel#dropSign[tone="bad"] {{ color: {c.bad}; border-color: {c.bad}; }}
QFrame#measuresPanel, QScrollArea#sidePanel, QWidget#startPage {{ background: {c.panel};
    border: 0; }}
QScrollArea#sidePanel:focus {{ border: 2px solid {c.accent}; }}
QLabel#bigFigure {{ font-size: {round(30 * scale)}px; font-weight: 600; }}
QLabel#heading {{ color: {c.text_dim}; font-weight: 600; }}
QFrame#tuneStrip {{ background: {c.panel}; border: 0; border-top: 1px solid {c.border}; }}
QLabel#stripTitle, QLabel#planSummary {{ font-weight: 600; }}
QLabel#gateSentence {{ font-size: {round(18 * scale)}px; font-weight: 600; }}
QTableView {{ background: {c.field}; border: 1px solid {c.edge}; }}
QTableView:focus {{ border: 2px solid {c.accent}; }}
QLabel#syntheticBadge {{ background: {c.warning}; color: {c.window}; font-weight: 600;
    border-radius: 4px; padding: 2px {2 * space}px; }}
QFrame#rule {{ background: {c.border}; max-height: 1px; min-height: 1px; border: 0; }}
"""
