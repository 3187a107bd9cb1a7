"""The window's actions: name, icon and keys of everything that can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from hc18viewer.ui.canvas.toolbox import ToolName
from hc18viewer.ui.language import LANGUAGES
from hc18viewer.ui.theme import ThemeColours, themed_icon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

    from hc18viewer.settings import Language


_TOOLS = {
    ToolName.ELLIPSE: "Ellipse", ToolName.CALIPERS: "Calipers", ToolName.POINTS: "Points",
    ToolName.PUSH: "Push", ToolName.REDRAW: "Redraw a section",
    ToolName.MAGNETIC: "Magnetic section", ToolName.BRUSH: "Brush", ToolName.ERASER: "Eraser",
}


class Actions(QObject):
    """All actions, as attributes; the window connects them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons: dict[QAction, str] = {}
        make = self._make
        self.open = make("Open folder…", "open-folder", "Ctrl+O")
        self.sample = make("Open sample study", "sample")
        self.close_study = make("Close study", None, "Ctrl+W")
        self.quit = make("Quit", None, "Ctrl+Q")
        self.previous = make("Previous case", "previous", "P", "PgUp")
        self.next = make("Next case", "next", "N", "PgDown")
        self.next_unread = make("Next case not read", None, "U")
        self.accept = make("Accept", "accept", "Return", "Enter", "A")
        self.reject = make("Reject…", "reject", "R")
        self.flag = make("Flag", "flag", "F")
        self.withdraw = make("Take back verdict", None, "Backspace")
        self.dates = make("Dates of the scan…", None, "D")
        self.undo = make("Undo", "undo", "Ctrl+Z")
        self.redo = make("Redo", "redo", "Ctrl+Shift+Z", "Ctrl+Y")
        self.revert = make("Back to prediction", "revert", "Ctrl+R")
        self.snap = make("Snap to the skull", "snap", "S")
        self.smooth = make("Smooth the contour", "smooth", "Ctrl+M")
        self.fit_ellipse = make("Fit an ellipse", "fit-ellipse", "Ctrl+E")
        self.from_truth = make("Start from the ground truth", None)
        self.annotation = make("Ground truth", "annotation", "G", checkable=True)
        self.prediction = make("Prediction", "prediction", "M", checkable=True)
        self.correction = make("Correction", "correction", "C", checkable=True)
        self.fit = make("Fit image", "fit", "Ctrl+0")
        self.one_to_one = make("One to one", "one-to-one", "Ctrl+1")
        self.zoom_in = make("Zoom in", None, "Ctrl++", "Ctrl+=")
        self.zoom_out = make("Zoom out", None, "Ctrl+-")
        self.view_options = make("View options", "view-options", "V", checkable=True)
        self.theme = make("Dark theme", "theme", "Ctrl+T", checkable=True)
        self.go_on = make("Show the next case after a verdict", None, checkable=True)
        self.reader = make("Reader…", None)
        self.commands = make("Find a command…", None, "Ctrl+K")
        self.shortcuts = make("Keys and mouse", "help", "F1")
        self.about = make("About hc18viewer", None)
        self.tools = self._make_tools()
        self.languages = self._make_languages()

    @property
    def needing_study(self) -> tuple[QAction, ...]:
        """The actions that make sense only while a study is open."""
        return (
            self.close_study, self.previous, self.next, self.next_unread, self.accept,
            self.reject, self.flag, self.withdraw, self.revert, self.fit, self.one_to_one,
            self.zoom_in, self.zoom_out, self.view_options,
            self.annotation, self.prediction, self.correction,
            self.snap, self.smooth, self.fit_ellipse, self.from_truth, self.dates,
            *self.tools.values(),
        )

    def all(self) -> Iterable[QAction]:
        """Return every action."""
        return self.findChildren(QAction)

    def use_colours(self, colours: ThemeColours) -> None:
        """Draw the icons in a theme's colours."""
        own = {
            self.annotation: colours.annotation, self.prediction: colours.prediction,
            self.correction: colours.correction,
        }
        for action, icon in self._icons.items():
            colour = own.get(action, colours.text)
            action.setIcon(themed_icon(icon, colour, dim=colours.border))

    def fill_menus(self, bar: QMenuBar) -> None:
        """Lay the actions out in menus; the study menu's recent studies are the window's."""
        layout: dict[str, tuple[QAction | None, ...]] = {
            "&Study": (self.open, self.sample, self.close_study, None, self.quit),
            "&Edit": (self.undo, self.redo, None, self.revert, self.from_truth, None,
                      self.snap, self.smooth, self.fit_ellipse, None, self.reader),
            "&Tools": tuple(self.tools.values()),
            "&Case": (self.previous, self.next, self.next_unread, None, self.accept, self.reject,
                      self.flag, self.withdraw, None, self.dates, None, self.go_on),
            "&View": (self.annotation, self.prediction, self.correction, None, self.fit,
                      self.one_to_one, self.zoom_in, self.zoom_out, None, self.view_options,
                      self.theme),
            "&Help": (self.commands, self.shortcuts, self.about),
        }
        for title, actions in layout.items():
            menu = bar.addMenu(title)
            if self.open in actions:
                self._study_menu = menu
            elif self.theme in actions:
                view_menu = menu
            for action in actions:
                if action is None:
                    menu.addSeparator()
                else:
                    menu.addAction(action)
        view_menu.addMenu(self.tr("Language")).addActions(list(self.languages.values()))

    def add_to_study_menu(self, menu: QMenu) -> None:
        """Put a further menu under the study menu's first two actions."""
        self._study_menu.insertMenu(self.close_study, menu)
        self._study_menu.insertSeparator(self.close_study)

    def fill_tools(self, bar: QToolBar) -> None:
        """Lay the most used actions out in the tool bar."""
        groups = (
            (self.open,),
            (self.previous, self.next),
            (self.undo, self.redo, self.revert),
            (self.annotation, self.prediction, self.correction),
            (self.fit, self.one_to_one, self.view_options),
            (self.theme, self.shortcuts),
        )
        for number, group in enumerate(groups):
            if number:
                bar.addSeparator()
            bar.addActions(group)

    def fill_toolbox(self, bar: QToolBar) -> None:
        """Lay the tools and what works on the whole contour out in the canvas' tool bar."""
        bar.addActions(list(self.tools.values()))
        bar.addSeparator()
        bar.addActions([self.snap, self.smooth, self.fit_ellipse])

    def _make_tools(self) -> dict[ToolName, QAction]:
        group = QActionGroup(self)
        tools = {}
        for number, (name, text) in enumerate(_TOOLS.items(), start=1):
            action = self._make(text, f"tool-{name.value}", str(number), checkable=True)
            group.addAction(action)
            tools[name] = action
        tools[ToolName.ELLIPSE].setChecked(True)
        return tools

    def _make_languages(self) -> dict[Language, QAction]:
        group = QActionGroup(self)
        languages: dict[Language, QAction] = {
            "": self._make(self.tr("System language"), None, checkable=True)
        }
        for code, name in LANGUAGES.items():
            languages[code] = self._make(name, None, checkable=True)
        for action in languages.values():
            group.addAction(action)
        return languages

    def _make(
        self, text: str, icon: str | None, *keys: str,
        checkable: bool = False,
    ) -> QAction:
        action = QAction(text, self)
        action.setCheckable(checkable)
        sequences = [QKeySequence(key) for key in keys]
        action.setShortcuts(sequences)
        if sequences:
            written = sequences[0].toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text.removesuffix('…')} ({written})")
        if icon:
            self._icons[action] = icon
        return action
