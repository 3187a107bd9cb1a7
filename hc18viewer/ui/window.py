"""The main window: opens and closes studies, and wires actions to the review."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
)

from hc18viewer import paths
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.ui.actions import Actions
from hc18viewer.ui.areas import FocusAreas
from hc18viewer.ui.calibration_acts import CalibrationActs
from hc18viewer.ui.canvas.lost_release import LostRelease
from hc18viewer.ui.compare_acts import CompareActs
from hc18viewer.ui.dropping import DropTarget
from hc18viewer.ui.finetune.tuning import Tuning
from hc18viewer.ui.held_keys import HeldKeys
from hc18viewer.ui.help_acts import HelpActs
from hc18viewer.ui.image_acts import ImageActs
from hc18viewer.ui.key_tips import follow_keys
from hc18viewer.ui.language import say
from hc18viewer.ui.last_case import LastCase
from hc18viewer.ui.look_acts import LookActs
from hc18viewer.ui.memory import Memory
from hc18viewer.ui.opener import Opener
from hc18viewer.ui.overlay_acts import OverlayActs
from hc18viewer.ui.reader_acts import ReaderActs
from hc18viewer.ui.reader_name import ReaderName
from hc18viewer.ui.recent_menu import RecentMenu
from hc18viewer.ui.review_page import ReviewPage
from hc18viewer.ui.session import ReviewSession
from hc18viewer.ui.shortcuts import Shortcuts
from hc18viewer.ui.start_page import StartPage
from hc18viewer.ui.status_bar import ReviewStatusBar
from hc18viewer.ui.tool_bars import ToolBars
from hc18viewer.ui.wording import verdict_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from hc18viewer.dataset.case import Case, Study
    from hc18viewer.settings import Language, Settings
    from hc18viewer.ui.theme import ThemeColours
    from hc18viewer.workers.images import ReadImage
    from hc18viewer.workers.opening import Opened

_log = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """The program's window."""

    language_chosen = Signal()
    """Another language is stored; whoever made the window makes one in that language."""

    def __init__(
        self, settings: Settings, *, store_folder: Path | None = None, model: str | None = None,
        device: str = "auto",
    ) -> None:
        super().__init__()
        self._memory = Memory(settings, self)
        self._store_folder = store_folder
        self._device = device
        self._session: ReviewSession | None = None
        self._opened: Path | None = None
        self._last_case = LastCase(self._memory, self)
        self.actions_ = Actions(self)
        self._look = LookActs(self.actions_, self._memory, self)
        self.page = ReviewPage(self._look.colours)
        self.acts = ReaderActs(self.page.canvas, self._memory, self)
        self.image_acts = ImageActs(self.page, self.actions_, self._memory, self)
        self._calibration = CalibrationActs(
            self.acts, self.actions_, self.page, self._memory, window=self)
        self._held_keys = HeldKeys(
            self, self.page.canvas, _application(), area=self.page.middle)
        LostRelease(self.page.canvas, self)
        self._overlay_acts = OverlayActs(self.actions_, self.page, self._memory, self)
        self._compare_acts = CompareActs(self.actions_, self.page, self)
        self.shortcuts = Shortcuts(self.actions_.all(), self._memory, self)
        self._help = HelpActs(self.actions_, self.shortcuts, self._memory, self)
        self.start_page = StartPage()
        self._opener = Opener(self.start_page, first_case=self._memory.last_case, parent=self)
        self._pages = QStackedWidget()
        # While it is empty: Qt styles whatever gets a new parent, with all that is in it.
        self.setCentralWidget(self._pages)
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.page)
        self.setMinimumSize(1000, 620)
        self.tuning = Tuning(
            self.actions_, self._memory, self, colours=self._look.colours, model=model,
            device=device,
        )
        self._reader_name = ReaderName(self._memory, self)
        self._reader_name.changed.connect(self._on_reader_changed)
        self._lay_out_bars()
        self._connect()
        self._restore_window()
        self._show_closed()

    # Opening and closing a study

    def open_path(self, path: Path, *, draw_sample: bool = False) -> None:
        """Open the study at `path` in the background; the one that is open is closed first."""
        self.close_study()
        self._opened = path
        self._opener.open(path, draw_sample=draw_sample)

    def open_sample(self) -> None:
        """Open the sample study, drawn first where it is missing."""
        self.open_path(paths.sample_folder(), draw_sample=True)

    def close_study(self) -> None:
        """Close the study that is open, if one is."""
        self._opener.give_up()
        if self._session is None:
            self._show_closed()  # the first image may be there already
            return
        session, self._session = self._session, None
        self._last_case.store()
        self.page.set_controller(None)
        self.acts.controller = self._help.controller = self.tuning.session = None
        session.close()
        session.deleteLater()
        self._show_closed()

    def _on_first_read(self, opened: Opened) -> None:
        self.page.show_first(opened)
        self._pages.setCurrentWidget(self.page)

    def _on_opened(self, opened: Opened, path: Path) -> None:
        self._begin(opened.study, opened=path, first=opened.first)

    def _begin(
        self, study: Study, *, opened: Path, first: tuple[Case, ReadImage] | None = None
    ) -> None:
        try:
            session = ReviewSession(
                study, reader=self._memory.reader, store_folder=self._store_folder,
                model=self.tuning.model, device=self._device, parent=self,
            )
        except Hc18ViewerError as error:
            self._show_closed()
            self.start_page.show_choice(str(error))
            return
        self._session = self.tuning.session = session
        self._opened = opened
        controller = session.controller
        controller.case_shown.connect(
            lambda state: self._last_case.note(study.root, state.case.key))
        controller.act_failed.connect(self._on_act_failed)
        controller.told.connect(self._status.tell)
        controller.inference_changed.connect(self._on_inference_changed)
        session.told.connect(self._on_told)
        controller.inference_unavailable.connect(self._on_inference_unavailable)
        self.page.set_controller(controller)
        self.acts.controller = self._help.controller = controller
        self._status.show_hint(self.page.canvas.hint)
        for action in self.actions_.needing_study:
            action.setEnabled(True)
        self._pages.setCurrentWidget(self.page)
        self._memory.note_study(opened)
        session.start()
        if first is not None:
            controller.keep_image(first[0].key, first[1])
        controller.show(self._memory.last_case(study.root))
        self.page.list.setFocus()
        _log.info("study opened: %d cases", len(study.cases))

    @property
    def settings(self) -> Settings:
        """What is remembered now."""
        return self._memory.settings

    def give_up_study(self) -> tuple[Study | None, Path | None]:
        """Close what is open, or being opened; return it for another window, and where it lies."""
        study = self._session.review.study if self._session else None
        path = self._opened if study is not None or self._opener.busy else None
        self.close_study()
        self._memory.note_window_geometry(bytes(self.saveGeometry().data()))
        return study, path

    def take_study(self, study: Study | None, path: Path | None) -> None:
        """Go on with what another window gave up."""
        if study is not None and path is not None:
            self._begin(study, opened=path)
        elif path is not None:
            self.open_path(path)

    def _show_closed(self) -> None:
        self.page.set_controller(None)
        self._pages.setCurrentWidget(self.start_page)
        self.start_page.show_choice()
        self._compare_acts.leave()
        for action in (*self.actions_.needing_study, self.actions_.undo, self.actions_.redo):
            action.setEnabled(False)
        self._status.show_closed()
        self.setWindowTitle("hc18viewer")

    # What the user chooses

    def _on_look_changed(self, colours: ThemeColours) -> None:
        self.page.use_colours(colours)
        self.tuning.use_colours(colours)
        self._bars.fit(self._look.scale)

    def _on_reader_changed(self) -> None:
        self._status.show_reader(self._memory.reader)
        if self._session is not None:
            self._session.review.reader = self._memory.reader

    def _on_open(self) -> None:
        recent = self._memory.settings.recent_studies
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Open a folder of images"), recent[0] if recent else ""
        )
        if folder:
            self.open_path(Path(folder))

    # What is going on

    def _on_state_shown(self) -> None:
        controller = self._session.controller if self._session else None
        if controller is None or controller.current is None:
            return
        state = controller.current
        self.actions_.revert.setEnabled(state.corrected_ellipse is not None)
        self.actions_.withdraw.setEnabled(state.verdict_kind is not None)
        self.actions_.show_history(controller.history)
        study = controller.review.study
        mark = self.tr(" (synthetic images)") if study.synthetic else ""
        self.setWindowTitle(
            f"{state.case.filename} – {verdict_word(state)} – {study.name}{mark} – hc18viewer"
        )
        self._status.show_case(state.case, *controller.position)

    def _on_inference_changed(self, done: int, total: int) -> None:
        if self._session is not None:
            self._status.show_inference(done, total, self._session.review.model)

    def _on_inference_unavailable(self, reason: str) -> None:
        self._status.show_no_inference()
        self._warn(self.tr("The model cannot be used"), reason)

    def _on_told(self, text: str) -> None:
        self._warn(self.tr("Predictions"), say(text))

    def _on_act_failed(self, reason: str) -> None:
        self._warn(self.tr("Not stored"), reason)

    def _warn(self, title: str, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, title, text,
                          QMessageBox.StandardButton.Ok, self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _restore_window(self) -> None:
        settings = self._memory.settings
        self.actions_.view_options.setChecked(settings.show_view_options)
        self.actions_.languages[settings.language].setChecked(True)
        self.actions_.go_on.setChecked(settings.go_on_after_verdict)
        if not self.restoreGeometry(QByteArray(self._memory.window_geometry)):
            self.resize(1440, 900)

    # Making the window

    def _lay_out_bars(self) -> None:
        self.actions_.fill_menus(self.menuBar())
        self._recent = RecentMenu(self._memory, self.actions_.clear_recent, self)
        self._recent.study_asked.connect(self.open_path)
        self.actions_.add_to_study_menu(self._recent)
        self._bars = ToolBars(
            self, self.actions_, self.page.toolbox, before_toolbox=self.page.list)
        self._bars.fit(self._look.scale)
        areas = (self._bars.tools, self.start_page, *self.page.areas)
        self._areas = FocusAreas(areas, _application(), self)
        self.tuning.loaded.connect(self._areas.add)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._status = ReviewStatusBar(self)
        self._status.show_reader(self._memory.reader)
        self.setStatusBar(self._status)

    def _connect(self) -> None:
        act, do = self.actions_, self.acts
        pairs = (
            (act.open, self._on_open), (act.sample, self.open_sample),
            (act.close_study, self.close_study), (act.quit, self.close),
            (act.previous, do.show_previous), (act.next, do.show_next),
            (act.next_unread, do.show_next_unread), (act.accept, do.accept),
            (act.reject, do.reject), (act.flag, do.flag), (act.withdraw, do.withdraw),
            (act.undo, do.undo), (act.redo, do.redo), (act.revert, do.revert),
            (act.fit, self.page.canvas.fit), (act.one_to_one, self.page.canvas.zoom_one_to_one),
            (act.zoom_in, self.page.canvas.zoom_in), (act.zoom_out, self.page.canvas.zoom_out),
            (act.snap, do.snap), (act.smooth, do.smooth), (act.fit_ellipse, do.fit_ellipse),
            (act.from_truth, do.start_from_truth),
            (act.from_previous, do.start_from_previous), (act.dates, do.enter_dates),
            (act.commands, self._help.find_command),
            (act.reader, self._reader_name.ask), (act.shortcuts, self._help.show_keys),
            (act.about, self._help.show_about),
            (act.clear_recent, self._memory.forget_studies),
            (act.next_area, partial(self._areas.step, 1)),
            (act.previous_area, partial(self._areas.step, -1)),
        )
        for action, slot in pairs:
            # Qt's "triggered" carries a flag that none of these wants.
            action.triggered.connect(partial(_call, slot))
        for name, action in act.tools.items():
            action.triggered.connect(partial(_call, partial(self.page.canvas.choose_tool, name)))
        for code, action in act.languages.items():
            action.triggered.connect(partial(_call, partial(self._on_language_triggered, code)))
        self.page.canvas.hint_changed.connect(self._status.show_hint)
        self.page.canvas.tool_taken.connect(lambda name: act.tools[name].setChecked(True))
        self._look.changed.connect(self._on_look_changed)
        for acts in (self._look, self.tuning):
            acts.told.connect(self._status.tell)
        act.view_options.toggled.connect(self._on_view_options_toggled)
        act.go_on.toggled.connect(self._on_go_on_toggled)
        self._help.study_asked.connect(self.open_path)
        drops = DropTarget(self)
        drops.dropped.connect(self.open_path)
        drops.refused.connect(partial(self._warn, self.tr("Cannot be opened")))
        self._memory.failed.connect(self._status.tell)
        self.page.state_shown.connect(self._on_state_shown)
        panel = self.page.panel
        panel.verdicts.accept_asked.connect(do.accept)
        panel.verdicts.reject_asked.connect(do.reject)
        panel.verdicts.flag_asked.connect(do.flag)
        panel.verdicts.withdraw_asked.connect(do.withdraw)
        panel.verdicts.revert_asked.connect(do.revert)
        for button, action in (
            (panel.verdicts.accept_button, act.accept), (panel.verdicts.reject_button, act.reject),
            (panel.verdicts.flag_button, act.flag), (panel.verdicts.revert_button, act.revert),
            (panel.verdicts.withdraw_button, act.withdraw), (panel.dates_button, act.dates),
        ):
            follow_keys(button, action)
        panel.dates_asked.connect(do.enter_dates)
        do.told.connect(self._status.tell)
        self.start_page.open_asked.connect(self._on_open)
        self.start_page.sample_asked.connect(self.open_sample)
        self._opener.first_read.connect(self._on_first_read)
        self._opener.opened.connect(self._on_opened)

    def _on_view_options_toggled(self, shown: bool) -> None:
        self.page.view_panel.setVisible(shown)
        self._memory.change(show_view_options=shown)

    def _on_language_triggered(self, language: Language) -> None:
        if language != self._memory.settings.language:
            self._memory.change(language=language)
            self.language_chosen.emit()

    def _on_go_on_toggled(self, go_on: bool) -> None:
        self._memory.change(go_on_after_verdict=go_on)

    # Qt's events


    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the study and remember the window's place."""
        self._held_keys.stop()
        self._memory.note_window_geometry(bytes(self.saveGeometry().data()))
        self.image_acts.store()
        self._overlay_acts.store()
        self.hide()  # the lanes may take a moment to end
        self.tuning.leave()
        self.close_study()
        self._opener.stop()
        super().closeEvent(event)


def _call(slot: Callable[[], object], *_arguments: object) -> None:
    slot()


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("a window needs a QApplication")
    return application
