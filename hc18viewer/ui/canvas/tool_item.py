"""The item that brings pointer and tool together: it covers the view while a tool is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from hc18viewer.geometry.fit import FitError
from hc18viewer.overlays import Overlays
from hc18viewer.ui.canvas.screen_path import circle, polygon
from hc18viewer.ui.canvas.tools.base import Edit, Pointer, Tool

if TYPE_CHECKING:
    from PySide6.QtWidgets import (
        QGraphicsSceneHoverEvent,
        QGraphicsSceneMouseEvent,
        QGraphicsSceneWheelEvent,
        QStyleOptionGraphicsItem,
        QWidget,
    )


_DOT = 3.0
_CHOSEN_DOT = 4.0
_TEXT_BESIDE = (14.0, 10.0)
_WHEEL_STEP = 120.0
_CASING = QColor(0, 0, 0, 190)


class ToolItem(pg.GraphicsObject):  # type: ignore[misc]
    """Hands the pointer to the tool chosen, and its answers on as signals.

    With Control held the wheel zooms, whatever the tool.
    """

    gesture_started = Signal()
    shape_moved = Signal(object)  # HeadShape, while a gesture is under way
    gesture_finished = Signal(object, str)  # HeadShape, the gesture's name
    gesture_cancelled = Signal()
    line_drawn = Signal(object)  # Line, by a tool that draws no contour
    hint_changed = Signal(str)
    dragged = Signal()  # the pointer has moved, while a gesture is under way
    ended = Signal()  # the gesture is over, whatever came of it

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptHoverEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self._colour = Overlays().correction.colour
        self.setZValue(10)
        self._in_view: QRectF | None = None  # None while it is not known
        self._tool: Tool | None = None
        self._pressed = False
        self._spot: tuple[float, float] | None = None
        self.setVisible(False)

    def set_colour(self, colour: str) -> None:
        """Draw in another colour: the correction's."""
        self._colour = colour
        self.update()

    @property
    def dragging(self) -> bool:
        """Whether a gesture is under way."""
        return self._pressed

    @property
    def tool(self) -> Tool | None:
        """The tool chosen."""
        return self._tool

    @property
    def spot(self) -> tuple[float, float] | None:
        """The place of the image that is worked on, None while no gesture is under way."""
        return self._spot if self._pressed else None

    def set_tool(self, tool: Tool | None) -> None:
        """Choose another tool; None leaves the pointer to what lies below."""
        self.cancel()
        self._tool = tool
        self.setVisible(tool is not None)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.hint_changed.emit(tool.hint if tool else "")
        self.update()

    def cancel(self) -> None:
        """Give up the gesture under way."""
        if not self._pressed or self._tool is None:
            return
        self._pressed = False
        self._tool.cancel()
        self.update()
        self.ended.emit()
        self.gesture_cancelled.emit()

    def begin_anew(self) -> None:
        """Give up the gesture under way, and what the tool keeps between two gestures."""
        self.cancel()
        if self._tool is not None:
            self._tool.cancel()
            self.hint_changed.emit(self._tool.hint)
            self.update()

    def apply(self, edit: Edit | None) -> bool:
        """Send on what a key gave; False where it gave nothing."""
        if edit is None:
            return False
        self.gesture_started.emit()
        self.gesture_finished.emit(edit.shape, edit.name)
        self.update()
        return True

    def boundingRect(self) -> QRectF:
        """Return all that is in view."""
        if self._in_view is None:
            view = self.getViewBox()
            if view is None:
                return QRectF()
            self._in_view = view.viewRect()
        return self._in_view

    def viewTransformChanged(self) -> None:
        """The bounds are the view's."""
        self.prepareGeometryChange()
        self._in_view = None

    def dataBounds(self, *_arguments: Any, **_named: Any) -> None:
        """The tool never changes what part of the image is in view."""
        return

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the tool's marks, each with a dark casing."""
        if self._tool is None:
            return
        pixel = self._pixel()
        marks = self._tool.marks(pixel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = [*map(polygon, marks.lines), *(circle(*disc, pixel) for disc in marks.discs)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (_pen(_CASING, 3.0), _pen(QColor(self._colour), 1.3)):
            painter.setPen(pen)
            for line in lines:
                painter.drawPolyline(line)
        if len(marks.dots):
            # Small squares on whole pixels: round and soft ones take Qt five times as long.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(_pen(QColor(self._colour), _DOT, Qt.PenCapStyle.FlatCap))
            painter.drawPoints(polygon(marks.dots))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_pen(QColor("#ffffff"), 2 * _CHOSEN_DOT))
        if len(marks.chosen):
            painter.drawPoints(polygon(marks.chosen))
        self._write(painter, marks.texts)

    def _write(self, painter: QPainter, texts: tuple[tuple[float, float, str], ...]) -> None:
        """Write texts beside their places, in pixels of the screen, on a dark ground."""
        if not texts:
            return
        transform = painter.transform()
        painter.save()
        painter.resetTransform()
        for x, y, text in texts:
            box = QRectF(painter.fontMetrics().boundingRect(text)).adjusted(-6, -3, 6, 3)
            box.moveTopLeft(transform.map(QPointF(x, y)) + QPointF(*_TEXT_BESIDE))
            box.moveRight(min(box.right(), painter.viewport().right() - 4.0))
            box.moveBottom(min(box.bottom(), painter.viewport().bottom() - 4.0))
            painter.fillRect(box, _CASING)
            painter.setPen(QColor(self._colour))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Take the tool's cursor along."""
        if self._tool is not None:
            self._tool.hover(self._pointer(event))
            self.update()

    def hoverLeaveEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        """Hide the tool's cursor."""
        if self._tool is not None and not self._pressed:
            self._tool.hover(None)
            self.update()

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Begin a gesture, or leave the press to the view."""
        left = event.button() == Qt.MouseButton.LeftButton
        if self._tool is None or not left:
            event.ignore()
            return
        if not self._tool.press(self._pointer(event)):
            event.ignore()
            return
        self._pressed = True
        event.accept()
        self.gesture_started.emit()
        self.update()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Go on with the gesture."""
        if not self._pressed or self._tool is None:
            return
        at = self._pointer(event)
        self._spot = at.place
        try:
            shape = self._tool.drag(at)
        except FitError:  # what is left is no head: the gesture ends where it began
            self.cancel()
            return
        if shape is not None:
            self.shape_moved.emit(shape)
        self.dragged.emit()
        self.update()

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """End the gesture."""
        if not self._pressed or self._tool is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = False
        self.ended.emit()
        try:
            edit = self._tool.release(self._pointer(event))
        except FitError:
            edit = None
            self._tool.cancel()
        self._conclude(edit)

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Hand a double click to the tool; one that it does not want begins the next gesture.

        So Qt calls the second of two quick strokes. What no tool wants fits the image.
        """
        edit = self._tool.double_click(self._pointer(event)) if self._tool else None
        if edit is None:
            self.mousePressEvent(event)
            return
        event.accept()
        self.apply(edit)

    def wheelEvent(self, event: QGraphicsSceneWheelEvent) -> None:
        """Hand the wheel to the tool, unless Control is held."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control or self._tool is None:
            event.ignore()
            return
        if not self._tool.turn_wheel(event.delta() / _WHEEL_STEP):
            event.ignore()
            return
        event.accept()
        self.update()

    def sceneEvent(self, event: QEvent) -> bool:
        """Give a gesture up when the mouse is taken away in its midst: it could not be ended."""
        if event.type() == QEvent.Type.UngrabMouse and self._pressed:
            self.cancel()
        handled: bool = super().sceneEvent(event)
        return handled

    def _conclude(self, edit: Edit | None) -> None:
        if self._tool is not None:
            self.hint_changed.emit(self._tool.hint)
        self.update()
        if edit is not None and self._tool is not None and edit.shape != self._tool.shape:
            self.gesture_finished.emit(edit.shape, edit.name)
            return
        self.gesture_cancelled.emit()
        if self._tool is not None and self._tool.drawn_line is not None:
            self.line_drawn.emit(self._tool.drawn_line)

    def _pointer(self, event: QGraphicsSceneMouseEvent | QGraphicsSceneHoverEvent) -> Pointer:
        place, modifiers = event.pos(), event.modifiers()
        return Pointer(
            place.x(), place.y(), self._pixel(),
            shift=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            control=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
        )

    def _pixel(self) -> float:
        along, _ = self.pixelVectors()
        return max(float(along.x()), 1e-3) if along is not None else 1.0


def _pen(
    colour: QColor, width: float, cap: Qt.PenCapStyle = Qt.PenCapStyle.RoundCap
) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    pen.setCapStyle(cap)
    return pen
