"""The page on which a study is reviewed: list, canvas, panel, wired to the controller."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QToolBar, QWidget

from hc18viewer.services.case_state import CaseState
from hc18viewer.ui.canvas.canvas import CaseCanvas
from hc18viewer.ui.case_list import CaseDelegate, CaseListModel, CaseListView
from hc18viewer.ui.focus_ring import FocusRing
from hc18viewer.ui.room import RoomKeeper
from hc18viewer.ui.side_panel import SidePanel
from hc18viewer.ui.spoken_case import SpokenCase
from hc18viewer.ui.tall_bar import TallBar
from hc18viewer.ui.throttle import Throttle
from hc18viewer.ui.view_panel import ViewPanel

if TYPE_CHECKING:
    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.ui.controller import ReviewController
    from hc18viewer.ui.theme import ThemeColours
    from hc18viewer.workers.images import ReadImage
    from hc18viewer.workers.opening import Opened

_READING_AFTER_MS = 150
_HC_EVERY_MS = 50
_FIGURES_EVERY_MS = 250
"""While a contour is dragged HC follows at once, and the figures that take milliseconds to work out
and to draw as often as they can be read; at the drag's end all are exact at once."""


class ReviewPage(QWidget):
    """Shows what the controller says and tells it what the reader does."""

    state_shown = Signal()  # the title and the status bar may be out of date

    def __init__(self, colours: ThemeColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller: ReviewController | None = None
        self._truth: Ellipse | None = None
        self._truth_problem = ""
        self._image_problem = ""
        self.cases = CaseListModel(self)
        self._delegate = CaseDelegate(colours, self)
        self.list = CaseListView(self.cases, self._delegate)
        self.canvas = CaseCanvas()
        self.spoken = SpokenCase(self.canvas)
        self.panel = SidePanel(colours)
        self.view_panel = ViewPanel()
        self.view_panel.hide()
        self.toolbox = QToolBar()
        self.toolbox.setObjectName("toolbox")
        self.toolbox.setOrientation(Qt.Orientation.Vertical)
        middle = QWidget()
        beside = QHBoxLayout(middle)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(TallBar(self.toolbox))
        self.middle = QStackedWidget()  # after the toolbox: so goes the Tab key
        self.middle.addWidget(FocusRing(self.canvas))
        beside.addWidget(self.middle, 1)
        beside.addWidget(self.view_panel)
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.list, middle, self.panel):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # At large text in a small window the page is wider than its place.
        wide = QScrollArea()
        wide.setFrameShape(QScrollArea.Shape.NoFrame)
        wide.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        wide.setWidgetResizable(True)
        wide.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        wide.setWidget(splitter)
        RoomKeeper(splitter, room=wide.viewport(), gives_way=self.list, to=self.view_panel)
        layout.addWidget(wide)
        # An image that is read at once must not flash a message before it.
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(_READING_AFTER_MS)
        self._reading.timeout.connect(self._on_reading_long)
        self._hc = Throttle(_HC_EVERY_MS, self)
        self._figures = Throttle(_FIGURES_EVERY_MS, self)
        self.list.case_chosen.connect(self._on_case_chosen)
        self.canvas.shape_moved.connect(self._on_shape_moved)
        self.canvas.gesture_finished.connect(self._on_gesture_finished)
        self.canvas.gesture_cancelled.connect(self._on_gesture_cancelled)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """The parts of the page, in the order in which the focus goes through them."""
        return self.list, self.toolbox, self.middle, self.view_panel, self.panel

    def changeEvent(self, event: QEvent) -> None:
        """Share the width out anew when the text's size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._share_out)  # when all parts know what they need

    def _share_out(self) -> None:
        """Leave the canvas what list and panel do not need: Qt keeps a panel's place too wide."""
        listed, middle, panel = self._splitter.sizes()
        spare = panel - self.panel.maximumWidth()
        if spare > 0:
            self._splitter.setSizes([listed, middle + spare, panel - spare])

    def set_controller(self, controller: ReviewController | None) -> None:
        """Show another review; None shows none."""
        self._controller = controller
        self._reading.stop()
        if controller is None:
            self.cases.set_states([])
            self.canvas.show_message("")
            self.spoken.follow(None)
            return
        self.cases.set_states([
            controller.review.state(case.key) for case in controller.review.study.cases
        ])
        controller.case_shown.connect(self._on_case_shown)
        controller.image_shown.connect(self._on_image_shown)
        controller.image_failed.connect(self._on_image_failed)
        controller.state_changed.connect(self._on_state_changed)
        controller.thumbnail_read.connect(self.cases.set_thumbnail)
        controller.image_trouble.connect(self.cases.set_image_trouble)

    def show_first(self, opened: Opened) -> None:
        """Show the cases, and the first one's image and truth, before what the store knows of them.

        That follows in a moment.
        """
        if opened.first is None:
            return
        case, read = opened.first
        self.cases.set_states([CaseState(each) for each in opened.study.cases], known=False)
        self.list.choose(case.key)
        self.canvas.show_image(read.image)
        self.canvas.set_pixel_size(case.pixel_size_mm)
        self.canvas.set_annotation(read.truth)

    def use_colours(self, colours: ThemeColours) -> None:
        """Draw the list in a theme's colours."""
        self._delegate.colours = colours
        self.panel.chart.use_colours(colours)
        self.list.viewport().update()

    def _on_reading_long(self) -> None:
        self.canvas.show_message(self.tr("Reading the image…"))

    def _on_case_chosen(self, case_key: str) -> None:
        if self._controller is not None:
            self._controller.show(case_key)

    def _on_case_shown(self, state: CaseState) -> None:
        self.canvas.set_editable(False)
        self._truth, self._truth_problem, self._image_problem = None, "", ""
        self.list.choose(state.case.key)
        if self._controller is not None and self._controller.image_is_read:
            return  # the image follows at once: all of the case is drawn with it, and once
        self._reading.start()
        self.canvas.show_image(None)
        self.canvas.set_annotation(None)
        self._show(state)

    def _on_image_shown(self, read: ReadImage) -> None:
        self._reading.stop()
        state = self._controller.current if self._controller else None
        if state is None:
            return
        self._truth, self._truth_problem = read.truth, read.truth_problem
        self.canvas.show_image(read.image)
        self.canvas.set_annotation(read.truth)
        self._show(state)
        self.canvas.set_editable(True)

    def _on_image_failed(self, text: str) -> None:
        self._reading.stop()
        self._image_problem = text
        self.canvas.show_message(text)
        if self._controller and self._controller.current:
            self._show_figures(self._controller.current)

    def _on_state_changed(self, state: CaseState) -> None:
        self.cases.update_state(state)
        current = self._controller.current if self._controller else None
        if current is not None and current.case.key == state.case.key:
            self._show(state)

    def _show(self, state: CaseState) -> None:
        prediction = state.prediction.prediction if state.prediction else None
        self.canvas.set_pixel_size(state.pixel_size_mm)
        self.canvas.set_prediction(
            prediction.ellipse if prediction else None, prediction.contour if prediction else None
        )
        self.canvas.overlays.set_others([
            (each.reader, each.shape) for each in state.others if each.shape is not None
        ])
        if not self.canvas.dragging:
            self.canvas.set_correction(state.corrected_shape)
            self._show_figures(state)
            self.spoken.follow(state)
        self.state_shown.emit()

    def _show_figures(self, state: CaseState) -> None:
        if self._controller is None:
            return
        self._hc.drop()
        self._figures.drop()
        troubles = (
            self._image_problem, self._truth_problem,
            "" if self._image_problem else self._controller.inference_trouble(state.case.key),
        )
        self.panel.show_case(
            state, truth=self._truth, synthetic=self._controller.review.study.synthetic,
            troubles=tuple(text for text in troubles if text),
        )

    def _on_shape_moved(self, shape: HeadShape) -> None:
        self._hc.call(partial(self._show_moved_hc, shape))
        self._figures.call(partial(self._show_moved, shape))

    def _show_moved_hc(self, shape: HeadShape) -> None:
        if self._controller and self._controller.current:
            self.panel.show_hc(self._controller.current, shape)

    def _show_moved(self, shape: HeadShape) -> None:
        if self._controller and self._controller.current:
            self.panel.show_shape(self._controller.current, shape, truth=self._truth)

    def _on_gesture_finished(self, shape: HeadShape, gesture: str) -> None:
        if self._controller is not None:
            self._controller.finish_gesture(shape, gesture)

    def _on_gesture_cancelled(self) -> None:
        if self._controller and self._controller.current:
            self._show(self._controller.current)
