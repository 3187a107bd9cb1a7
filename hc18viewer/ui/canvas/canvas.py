"""The canvas widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from hc18viewer.geometry.shape import ellipse_of
from hc18viewer.overlays import Layer
from hc18viewer.ui.canvas.handles import HandlesItem
from hc18viewer.ui.canvas.image_layer import ImageLayer
from hc18viewer.ui.canvas.image_view import ZOOM_STEP, ImageView
from hc18viewer.ui.canvas.keys import keyed_choice, keyed_edit
from hc18viewer.ui.canvas.loupe_guide import LoupeGuide
from hc18viewer.ui.canvas.message import CanvasMessage
from hc18viewer.ui.canvas.notes import FlipNote, Legend
from hc18viewer.ui.canvas.overlay_stack import Flip, OverlayStack
from hc18viewer.ui.canvas.pan import Panning
from hc18viewer.ui.canvas.pen import Pen
from hc18viewer.ui.canvas.scale_bar import draw_scale_bar
from hc18viewer.ui.canvas.toning import Toning
from hc18viewer.ui.canvas.tool_item import ToolItem
from hc18viewer.ui.canvas.toolbox import ToolName, make_tools
from hc18viewer.ui.canvas.touch import Touch
from hc18viewer.ui.language import say

if TYPE_CHECKING:
    from hc18viewer.geometry.edit import Handle
    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import GreyImage, Points
    from hc18viewer.ui.canvas.tools.base import Edit


class CaseCanvas(pg.GraphicsView):  # type: ignore[misc]
    """Shows one image with its overlays and lets the reader move the ellipse that counts.

    The reader's shape, or while there is none the prediction's ellipse, is what the tools work on.
    """

    gesture_started = Signal()
    shape_moved = Signal(object)  # HeadShape, while a gesture is under way
    gesture_finished = Signal(object, str)  # HeadShape, the gesture's name
    gesture_cancelled = Signal()
    line_drawn = Signal(object)  # Line, of the calibrate tool
    hint_changed = Signal(str)  # what the tool chosen wants next
    tool_taken = Signal(object)  # ToolName, of the tool that works from now on
    seen_changed = Signal()  # another image

    def __init__(self, parent: QWidget | None = None) -> None:
        self._made = False  # pyqtgraph sends a resize event before the parts below exist
        super().__init__(parent, background="#000000")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Ultrasound image with contour"))
        self.setMinimumSize(360, 260)
        self.pixel_size_mm: float | None = None
        self._prediction: Ellipse | None = None
        self._correction: HeadShape | None = None
        self._editable = False
        # Its own kind of hovering, which nothing here uses, would cost a third of every move.
        self.sceneObj.sendHoverEvents = _no_hovering
        self._view = ImageView()
        self.setCentralItem(self._view)
        self._panning = Panning(self.viewport(), self._view)
        self._touch = Touch(self.viewport(), self._view, self.give_up_gesture)
        self._pen = Pen(self.viewport())
        self._pen.eraser_near.connect(self._on_eraser_near)
        self._chosen = ToolName.ELLIPSE
        self._image = ImageLayer()
        self._view.addItem(self._image, ignoreBounds=True)
        self.toning = Toning(self, self._image)
        self.keeps_zoom = False
        self.overlays = OverlayStack(self)
        self._outlines = self.overlays.outlines
        self._handles = HandlesItem()
        self._tools = make_tools()
        self._tool_item = ToolItem()
        for item in (*self.overlays.items, self._handles, self._tool_item):
            self._view.addItem(item, ignoreBounds=True)
        self.loupe = LoupeGuide(
            self, view=self._view, layer=self._image, handles=self._handles,
            tool_item=self._tool_item, correction=self._outlines[Layer.CORRECTION],
            prediction=self._outlines[Layer.PREDICTION],
        ).loupe
        self._message = CanvasMessage(self)
        self._flip_note, self._legend = FlipNote(self, self.overlays), Legend(self, self.overlays)
        self.overlays.changed.connect(self._on_overlays_changed)
        self._handles.set_ellipse(None)
        self._handles.gesture_started.connect(self.gesture_started)
        self._handles.ellipse_moved.connect(self._on_shape_moved)
        self._handles.gesture_finished.connect(self._on_gesture_finished)
        self._handles.gesture_cancelled.connect(self._on_gesture_cancelled)
        self._tool_item.gesture_started.connect(self.gesture_started)
        self._tool_item.shape_moved.connect(self._on_shape_moved)
        self._tool_item.gesture_finished.connect(self._on_gesture_finished)
        self._tool_item.gesture_cancelled.connect(self._on_gesture_cancelled)
        self._tool_item.line_drawn.connect(self.line_drawn)
        self._tool_item.hint_changed.connect(self.hint_changed)
        self._made = True

    # What is shown

    @property
    def image(self) -> GreyImage | None:
        """The image as it was read, (H, W) uint8, however it is seen."""
        return self._image.measured

    @property
    def _image_shape(self) -> tuple[int, int] | None:
        return self._view.image_shape

    def show_image(self, image: GreyImage | None, *, fit: bool = True) -> None:
        """Show an image, (H, W) uint8, or none; with `fit` all of it.

        Where the reader keeps the zoom, what is in view stays.
        """
        self._message.hide()
        self.overlays.flip_to(Flip.NOTHING)
        self._image.show_image(image)
        self._view.image_shape = None if image is None else (image.shape[0], image.shape[1])
        for tool in self._tools.values():
            tool.set_image(image)
        if self.keeps_zoom and not self._view.fitted:
            self._view.set_zoom(self._view.zoom)
        elif fit:
            self.fit()
        self.seen_changed.emit()

    def show_message(self, text: str) -> None:
        """Show a text in place of the image."""
        self.show_image(None)
        self._message.say(text)

    def set_pixel_size(self, pixel_size_mm: float | None) -> None:
        """Set the length of a pixel's side; without one there is no scale bar."""
        self.pixel_size_mm = pixel_size_mm
        self.overlays.calipers.set_pixel_size(pixel_size_mm)
        for tool in self._tools.values():
            tool.pixel_size_mm = pixel_size_mm
        self.viewport().update()

    def set_annotation(self, ellipse: Ellipse | None) -> None:
        """Show the ground truth."""
        self.overlays.set_annotation(ellipse)

    def set_prediction(self, ellipse: Ellipse | None, contour: Points | None = None) -> None:
        """Show the prediction: its ellipse as a line, its contour as a faint fill."""
        self._prediction = ellipse
        self.overlays.set_prediction(ellipse, contour)
        self.overlays.set_counted(self.edited_shape)
        self._place_handles()

    def set_correction(self, shape: HeadShape | None) -> None:
        """Show the reader's shape."""
        self._correction = shape
        self.overlays.set_correction(shape)
        self.overlays.set_counted(self.edited_shape)
        self._place_handles()

    def choose_tool(self, name: ToolName) -> None:
        """Work with another tool; the shape stays as it is."""
        self._chosen = name
        self._take(name)

    def _take(self, name: ToolName) -> None:
        self._handles.cancel()
        self._tool_item.set_tool(self._tools.get(name))
        if self._tool_item.tool is None:
            self.hint_changed.emit(self.hint)
        self._place_handles()
        self.tool_taken.emit(name)

    @property
    def annotation(self) -> Ellipse | None:
        """The ground truth."""
        return self.overlays.annotation

    def begin_anew(self, name: ToolName) -> None:
        """Take away what a tool keeps between two gestures."""
        self._tools[name].cancel()
        self._tool_item.update()

    def set_editable(self, editable: bool) -> None:
        """Let the reader move the ellipse, or not; what is being dragged is then given up."""
        if not editable:
            self.give_up_gesture()
        self._editable = editable
        self._place_handles()

    @property
    def hint(self) -> str:
        """What the tool chosen wants next."""
        tool = self._tool_item.tool
        return say(tool.hint) if tool else self.tr(
            "Drag a square to move that end of its axis; Shift keeps the ratio, "
            "Alt or Ctrl the centre."
        )

    @property
    def edited_ellipse(self) -> Ellipse | None:
        """The ellipse that the handles are on."""
        shape = self.edited_shape
        return None if shape is None else ellipse_of(shape)

    @property
    def edited_shape(self) -> HeadShape | None:
        """The shape that the tools work on."""
        return self._correction or self._prediction

    def hold_space(self, held: bool) -> None:
        """Let the pointer pan while the space bar is held."""
        self._panning.hold(held)

    @property
    def dragging(self) -> bool:
        """Whether a gesture is under way."""
        return self._handles.dragging or self._tool_item.dragging

    def give_up_gesture(self) -> None:
        """Give up the gesture under way, if one is."""
        self._handles.cancel()
        self._tool_item.cancel()

    # Zoom

    def fit(self) -> None:
        """Show the whole image."""
        self._view.fit()

    def zoom_in(self) -> None:
        """Zoom in by one step."""
        self._view.zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out by one step."""
        self._view.zoom_by(1 / ZOOM_STEP)

    def zoom_one_to_one(self) -> None:
        """Show one pixel of the image as one pixel of the screen."""
        self._view.density = self.devicePixelRatioF()
        self._view.one_to_one()

    # Places, for tests and for what lies over the canvas

    def image_to_widget(self, x: float, y: float) -> QPoint:
        """Return the widget's pixel at a place of the image."""
        place: QPoint = self.mapFromScene(self._view.mapViewToScene(QPointF(x, y)))
        return place

    def widget_to_image(self, place: QPoint) -> tuple[float, float]:
        """Return the place of the image at a widget's pixel."""
        found = self._view.mapSceneToView(self.mapToScene(place))
        return found.x(), found.y()

    def handle_position(self, handle: Handle) -> tuple[float, float]:
        """Return where a handle lies in the image.

        Raises:
            KeyError: no handles are shown.
        """
        return self._handles.places()[handle]

    # Events

    def close(self) -> bool:
        """Close the widget, and nothing else.

        pyqtgraph's own takes the viewport away, and Qt crashes when it next reaches for it.
        """
        return QGraphicsView.close(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nudge, turn or resize the ellipse; escape gives up a drag."""
        if event.key() == Qt.Key.Key_Escape and self.toning.cancel_drag():
            return
        if event.key() == Qt.Key.Key_Escape and (self.dragging or self._tool_item.tool):
            self._handles.cancel()
            self._tool_item.begin_anew()
            return
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hold_space(True)
            return
        keyed = self._tool_item.tool or self._handles
        if self._editable and not self.dragging and keyed_choice(event, keyed):
            self._tool_item.update()
            return
        nudged = None if self.dragging else self._keyed(event)
        if nudged is None:
            event.ignore()
            return
        self._tool_item.apply(nudged)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Give the pointer back to the tool when the space bar is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hold_space(False)
            return
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the space bar for let go: its release goes elsewhere."""
        self.hold_space(False)
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scene, and the scale bar over it."""
        super().paintEvent(event)
        if self.pixel_size_mm is None or self._image_shape is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_scale_bar(painter, self.viewport().rect(),
                       mm_per_screen_pixel=self._view.pixel * self.pixel_size_mm)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole image in view, or what the reader zoomed to as large as it is."""
        if not self._made:
            super().resizeEvent(event)
            return
        zoom = self._view.zoom
        super().resizeEvent(event)
        self._message.place()
        self.toning.place_note()
        self._legend.place()
        if self._view.fitted:
            self.fit()
        else:
            self._view.set_zoom(zoom)

    def _keyed(self, event: QKeyEvent) -> Edit | None:
        shape = self.edited_shape if self._editable else None
        return None if shape is None else keyed_edit(
            event, shape, self._tool_item.tool or self._handles)

    def _on_eraser_near(self, near: bool) -> None:
        self._take(ToolName.ERASER if near else self._chosen)

    def _on_shape_moved(self, shape: HeadShape) -> None:
        self.overlays.flip_to(Flip.NOTHING)
        self.overlays.set_correction(shape)
        self.overlays.set_counted(shape)
        self.shape_moved.emit(shape)

    def _on_overlays_changed(self) -> None:
        colour = self.overlays.looks.correction.colour
        for item in (self._handles, self._tool_item):
            item.set_colour(colour)
        self.loupe.colour = colour
        self._show_handles()

    def _on_gesture_finished(self, shape: HeadShape, name: str) -> None:
        self.overlays.flip_to(Flip.NOTHING)
        self.set_correction(shape)
        self.gesture_finished.emit(shape, name)

    def _on_gesture_cancelled(self) -> None:
        self.set_correction(self._correction)
        self.gesture_cancelled.emit()

    def _place_handles(self) -> None:
        if not self._handles.dragging:
            self._handles.set_ellipse(self.edited_ellipse if self._handles_wanted else None)
        if not self._tool_item.dragging:
            for tool in self._tools.values():
                tool.set_shape(self.edited_shape if self._editable else None)
            self._tool_item.update()
        self._show_handles()

    @property
    def _handles_wanted(self) -> bool:
        return self._editable and self._tool_item.tool is None

    def _show_handles(self) -> None:
        if self._handles.dragging:  # hidden handles lose the mouse; they follow when the drag ends
            return
        layer = Layer.CORRECTION if self._correction else Layer.PREDICTION
        self._handles.setVisible(
            self._handles_wanted and self.edited_ellipse is not None
            and self.overlays.shows(layer) and self.overlays.shows_tools
        )
        if not self._tool_item.dragging:  # as the handles
            self._tool_item.setVisible(
                self._editable and self._tool_item.tool is not None
                and self.overlays.shows_tools
            )


def _no_hovering(*_arguments: object, **_named: object) -> None:
    return
