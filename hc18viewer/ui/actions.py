"""The window's actions: name, icon and keys of everything that can be done.

An action's id is the name of its attribute; a tool's is `tool_` and the tool's name. The ids stand
in the settings, so they do not change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from hc18viewer.settings import TEXT_SIZES
from hc18viewer.ui.canvas.toolbox import ToolName
from hc18viewer.ui.contrast import readable_on
from hc18viewer.ui.icons import themed_icon
from hc18viewer.ui.language import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

    from hc18viewer.overlays import Look, Overlays
    from hc18viewer.settings import Language
    from hc18viewer.store.history import History
    from hc18viewer.ui.theme import ThemeColours


_WHY_NOT = "whyNot"


class Actions(QObject):
    """All actions, as attributes; the window connects them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons: dict[QAction, str] = {}
        self._looks: dict[QAction, Look] = {}
        self._colours: ThemeColours | None = None
        self._places: dict[QAction, str] = {}
        make = self._make
        self.open = make(self.tr("Open folder…"), "open-folder", "Ctrl+O")
        self.sample = make(self.tr("Open sample study"), "sample", "Ctrl+Shift+O")
        self.clear_recent = make(self.tr("Clear recent studies"), None, "Ctrl+Shift+Del")
        self.close_study = make(self.tr("Close study"), None, "Ctrl+W")
        self.quit = make(self.tr("Quit"), None, "Ctrl+Q")
        self.previous = make(self.tr("Previous case"), "previous", "P", "PgUp")
        self.next = make(self.tr("Next case"), "next", "N", "PgDown")
        self.next_unread = make(self.tr("Next case not read"), None, "U")
        self.accept = make(self.tr("Accept"), "accept", "Return", "Enter", "A")
        self.reject = make(self.tr("Reject…"), "reject", "R")
        self.flag = make(self.tr("Flag"), "flag", "F")
        self.withdraw = make(self.tr("Take back verdict"), None, "Backspace")
        self.dates = make(self.tr("Dates of the scan…"), None, "D")
        self.uncalibrate = make(self.tr("Take calibration back"), None, "Shift+K")
        self.undo = make(self.tr("Undo"), "undo", "Ctrl+Z")
        self.redo = make(self.tr("Redo"), "redo", "Ctrl+Shift+Z", "Ctrl+Y")
        self.revert = make(self.tr("Back to prediction"), "revert", "Ctrl+R")
        self.snap = make(self.tr("Snap to the skull"), "snap", "S")
        self.smooth = make(self.tr("Smooth the contour"), "smooth", "Ctrl+M")
        self.fit_ellipse = make(self.tr("Fit an ellipse"), "fit-ellipse", "Ctrl+E")
        self.from_truth = make(self.tr("Start from the ground truth"), None, "Ctrl+G")
        self.from_previous = make(
            self.tr("Start from the previous revision"), "from-previous", "Ctrl+P")
        self.annotation = make(self.tr("Ground truth"), "annotation", "G", checkable=True)
        self.prediction = make(self.tr("Prediction"), "prediction", "M", checkable=True)
        self.correction = make(self.tr("Correction"), "correction", "C", checkable=True)
        self.others = make(self.tr("Other readers"), "others", "O", checkable=True)
        self.difference = make(self.tr("Difference"), "difference", "Shift+D", checkable=True)
        self.caliper_lines = make(
            self.tr("BPD and OFD"), "caliper-lines", "Shift+C", checkable=True)
        self.flip = make(self.tr("Flip between ground truth and prediction"), "flip", "T")
        self.compare = make(self.tr("Side by side"), "compare", "B", checkable=True)
        self.fit = make(self.tr("Fit image"), "fit", "Ctrl+0")
        self.one_to_one = make(self.tr("One to one"), "one-to-one", "Ctrl+1")
        self.zoom_in = make(self.tr("Zoom in"), None, "Ctrl++", "Ctrl+=")
        self.zoom_out = make(self.tr("Zoom out"), None, "Ctrl+-")
        self.keep_zoom = make(
            self.tr("Keep the zoom on the next case"), None, "Shift+Z", checkable=True)
        self.loupe = make(self.tr("Loupe while dragging"), "loupe", "Z", checkable=True)
        self.reset_tone = make(self.tr("Image as measured"), "tone-reset", "W")
        self.invert = make(self.tr("Invert the image"), "invert", "I", checkable=True)
        self.clahe = make(self.tr("Even out contrast (CLAHE)"), "clahe", "L", checkable=True)
        self.gamma_up = make(self.tr("Lift dark parts (gamma up)"), None, "Ctrl+.")
        self.gamma_down = make(self.tr("Press dark parts (gamma down)"), None, "Ctrl+,")
        self.view_options = make(self.tr("View options"), "view-options", "V", checkable=True)
        self.theme = make(self.tr("Dark theme"), "theme", "Ctrl+T", checkable=True)
        self.larger_text = make(self.tr("Larger text"), None, "Ctrl+Alt++", "Ctrl+Alt+=")
        self.smaller_text = make(self.tr("Smaller text"), None, "Ctrl+Alt+-")
        self.next_area = make(self.tr("Next area of the window"), None, "F6")
        self.previous_area = make(self.tr("Previous area of the window"), None, "Shift+F6")
        self.go_on = make(
            self.tr("Show the next case after a verdict"), None, "Ctrl+Shift+N", checkable=True)
        self.reader = make(self.tr("Reader…"), None, "Ctrl+Shift+R")
        self.fine_tune = make(self.tr("Fine-tune…"), None, "Ctrl+Shift+F")
        self.tune_pause = make(
            self.tr("Pause the fine-tuning, or go on"), None, "Ctrl+Shift+P")
        self.tune_cancel = make(self.tr("Cancel the fine-tuning"), None, "Ctrl+Shift+X")
        self.tune_show = make(self.tr("Show the fine-tuning"), None, "Ctrl+Shift+T")
        self.models = make(self.tr("Models…"), None, "Ctrl+Shift+M")
        self.roll_back = make(self.tr("Roll back to the model before"), None, "Ctrl+Shift+B")
        self.commands = make(self.tr("Find a command…"), None, "Ctrl+K")
        self.shortcuts = make(self.tr("Keys and mouse"), "help", "F1")
        self.about = make(self.tr("About hc18viewer"), None, "Shift+F1")
        self.tools = self._make_tools()
        self.languages = self._make_languages()
        self.text_sizes = self._make_text_sizes()
        for name, value in vars(self).items():
            if isinstance(value, QAction):
                value.setObjectName(name)

    @property
    def needing_study(self) -> tuple[QAction, ...]:
        """The actions that make sense only while a study is open."""
        return (
            self.close_study, self.previous, self.next, self.next_unread, self.accept,
            self.reject, self.flag, self.withdraw, self.revert, self.fit, self.one_to_one,
            self.zoom_in, self.zoom_out, self.view_options, self.reset_tone, self.invert,
            self.clahe, self.gamma_up, self.gamma_down,
            *self.overlays, self.flip, self.compare,
            # The tools before what else is in the toolbox: its first able button is the Tab key's.
            *self.tools.values(), self.snap, self.smooth, self.fit_ellipse,
            self.from_truth, self.from_previous, self.dates, self.uncalibrate,
        )

    @property
    def overlays(self) -> tuple[QAction, ...]:
        """The actions that show or hide what lies over the image."""
        return (self.annotation, self.prediction, self.correction, self.others, self.difference,
                self.caliper_lines)

    def all(self) -> Iterable[QAction]:
        """Return every action."""
        return [action for action in self.findChildren(QAction) if action.objectName()]

    def place_of(self, action: QAction) -> str:
        """Return the menu that an action stands in, such as "View › Text size"."""
        return self._places.get(action, "")

    def why_not(self, action: QAction) -> str:
        """Return why an action cannot be done now, "" where it can."""
        if action.isEnabled():
            return ""
        own = {
            self.undo: self.tr("nothing to undo"), self.redo: self.tr("nothing to redo"),
            self.revert: self.tr("there is no correction"),
            self.withdraw: self.tr("there is no verdict"),
            self.uncalibrate: self.tr("no reader calibrated this case"),
            self.clear_recent: self.tr("there are no recent studies"),
        }
        needing = (*self.needing_study, self.undo, self.redo)
        if action in needing and not self.close_study.isEnabled():
            return self.tr("no study is open")
        return own.get(action, action.property(_WHY_NOT) or self.tr("not now"))

    def forbid(self, action: QAction, why: str) -> None:
        """Disable an action and let it say why; "" enables it."""
        if action.property(_WHY_NOT) != why:
            action.setProperty(_WHY_NOT, why)
            action.setStatusTip(f"{name_of(action)}: {why}" if why else name_of(action))
        action.setEnabled(not why)
        keep_tips(action)

    def use_colours(self, colours: ThemeColours) -> None:
        """Draw the icons in a theme's colours."""
        self._colours = colours
        for action in self._icons:
            self._draw_icon(action, colours)

    def show_looks(self, looks: Overlays) -> None:
        """Draw the overlays' icons in the colours that were chosen for them."""
        before = self._looks
        self._looks = {
            self.annotation: looks.annotation, self.prediction: looks.prediction,
            self.correction: looks.correction, self.others: looks.others,
            self.difference: looks.difference, self.caliper_lines: looks.calipers,
        }
        for action, look in self._looks.items():
            same = action in before and before[action].colour == look.colour
            if not same and self._colours is not None:
                self._draw_icon(action, self._colours)

    def show_history(self, history: History) -> None:
        """Name the steps that undo and redo are about; without one the action rests."""
        pairs = (
            (self.undo, self.tr("Undo"), self.tr("Undo {step}"), history.undo_name),
            (self.redo, self.tr("Redo"), self.tr("Redo {step}"), history.redo_name),
        )
        for action, plain, named, step in pairs:
            action.setEnabled(bool(step))
            text = named.format(step=say(step)) if step else plain
            if action.text() != text:  # menus and bars are laid out anew even for the same text
                action.setText(text)

    def fill_menus(self, bar: QMenuBar) -> None:
        """Lay the actions out in menus; the study menu's recent studies are the window's."""
        layout: dict[str, tuple[QAction | None, ...]] = {
            self.tr("&Study"): (self.open, self.sample, self.close_study, None, self.quit),
            self.tr("&Edit"): (
                self.undo, self.redo, None, self.revert, self.from_truth,
                self.from_previous, None,
                self.snap, self.smooth, self.fit_ellipse, None, self.reader),
            self.tr("&View"): (
                *self.overlays, None, self.flip, self.compare, None, self.fit,
                self.one_to_one, self.zoom_in, self.zoom_out, self.keep_zoom, self.loupe,
                None, self.reset_tone, self.invert, self.clahe, self.gamma_up, self.gamma_down,
                None, self.view_options, self.theme, None, self.next_area, self.previous_area),
            self.tr("&Tools"): tuple(self.tools.values()),
            self.tr("&Case"): (
                self.previous, self.next, self.next_unread, None, self.accept, self.reject,
                self.flag, self.withdraw, None, self.dates, self.uncalibrate,
                None, self.go_on),
            self.tr("&Model"): (
                self.fine_tune, self.tune_show, self.tune_pause, self.tune_cancel,
                None, self.models, self.roll_back),
            self.tr("&Help"): (self.commands, self.shortcuts, self.about),
        }
        for title, actions in layout.items():
            menu = bar.addMenu(title)
            self._fill_menu(menu, actions, title.replace("&", ""))
            if self.open in actions:
                self._study_menu = menu
            if self.fine_tune in actions:
                menu.setToolTipsVisible(True)  # they say what is missing
            if self.theme in actions:
                sizes = (*self.text_sizes.values(), None, self.larger_text, self.smaller_text)
                self._fill_submenu(menu, self.tr("Text si&ze"), sizes)
                self._fill_submenu(menu, self.tr("&Language"), tuple(self.languages.values()))

    def add_to_study_menu(self, menu: QMenu) -> None:
        """Put the recent studies' menu under the study menu's first two actions."""
        self._study_menu.insertMenu(self.close_study, menu)
        self._study_menu.insertSeparator(self.close_study)
        place = f"{self._study_menu.title()} › {menu.title()}"
        self._places[self.clear_recent] = place.replace("&", "")

    def fill_tools(self, bar: QToolBar) -> None:
        """Lay the most used actions out in the tool bar."""
        groups = (
            (self.open,),
            (self.previous, self.next),
            (self.undo, self.redo, self.revert),
            (*self.overlays, self.flip, self.compare),
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

    def _draw_icon(self, action: QAction, colours: ThemeColours) -> None:
        look = self._looks.get(action)
        colour = colours.text if look is None else readable_on(
            look.colour, (colours.panel, colours.hover))
        action.setIcon(themed_icon(self._icons[action], colour, dim=colours.border))

    def _fill_menu(self, menu: QMenu, actions: Sequence[QAction | None], place: str) -> None:
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
                self._places[action] = place

    def _fill_submenu(
        self, menu: QMenu, title: str, actions: Sequence[QAction | None]
    ) -> None:
        place = f"{menu.title()} › {title}".replace("&", "")
        self._fill_menu(menu.addMenu(title), actions, place)

    def _make_tools(self) -> dict[ToolName, QAction]:
        texts = {
            ToolName.ELLIPSE: self.tr("Ellipse"), ToolName.CALIPERS: self.tr("Calipers"),
            ToolName.POINTS: self.tr("Points"), ToolName.PUSH: self.tr("Push"),
            ToolName.REDRAW: self.tr("Redraw a section"),
            ToolName.MAGNETIC: self.tr("Magnetic section"),
            ToolName.BRUSH: self.tr("Brush"), ToolName.ERASER: self.tr("Eraser"),
            ToolName.CALIBRATE: self.tr("Calibrate"),
        }
        group = QActionGroup(self)
        tools = {}
        for number, (name, text) in enumerate(texts.items(), start=1):
            key = "K" if name is ToolName.CALIBRATE else str(number)
            action = self._make(text, f"tool-{name.value}", key, checkable=True)
            action.setObjectName(f"tool_{name.value}")
            group.addAction(action)
            tools[name] = action
        tools[ToolName.ELLIPSE].setChecked(True)
        return tools

    def _make_languages(self) -> dict[Language, QAction]:
        group = QActionGroup(self)
        names: dict[Language, str] = {"": self.tr("System language"), **LANGUAGES}
        languages = {}
        for number, (code, name) in enumerate(names.items(), start=1):
            action = self._make(name, None, f"Ctrl+Shift+{number}", checkable=True)
            action.setObjectName(f"language_{code or 'system'}")
            group.addAction(action)
            languages[code] = action
        return languages

    def _make_text_sizes(self) -> dict[int, QAction]:
        group = QActionGroup(self)
        sizes = {}
        for number, per_cent in enumerate(TEXT_SIZES, start=1):
            text = self.tr("Text at {size} %").format(size=per_cent)
            action = self._make(text, None, f"Ctrl+Alt+{number}", checkable=True)
            action.setObjectName(f"text_{per_cent}")
            group.addAction(action)
            sizes[per_cent] = action
        return sizes

    def _make(
        self, text: str, icon: str | None, *keys: str, checkable: bool = False, tip: str = "",
    ) -> QAction:
        """Make an action; `tip` says more than its name where the name is not enough."""
        action = QAction(text, self)
        action.setCheckable(checkable)
        action.setIconVisibleInMenu(not checkable)  # a box shows better whether it is on
        action.setShortcuts([QKeySequence(key) for key in keys])
        if tip:
            action.setStatusTip(tip)
        keep_tips(action)
        action.changed.connect(lambda: keep_tips(action))
        if icon:
            self._icons[action] = icon
        return action


def name_of(action: QAction) -> str:
    """Return an action's name without what menus add to it."""
    return action.text().replace("&", "").removesuffix("…")


def keys_of(action: QAction) -> str:
    """Return an action's keys as they are written on this system, with commas between."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(native) for key in action.shortcuts())


def keep_tips(action: QAction) -> None:
    """Let an action's tool tip follow its name and its first key."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    tip = f"{name_of(action)} ({key})" if key else name_of(action)
    if not action.isEnabled() and action.property(_WHY_NOT):
        tip = f"{tip}\n{action.property(_WHY_NOT)}"
    if action.toolTip() != tip:  # setting it tells of a change again
        action.setToolTip(tip)
    if not action.statusTip():
        action.setStatusTip(name_of(action))
