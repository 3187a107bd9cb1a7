"""The handles of the ellipse that the reader moves."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hc18viewer.geometry.edit import (
    AXIS_ENDS,
    Handle,
    axis_end,
    move_axis_end,
    rotate_towards,
    translate,
)
from hc18viewer.message import message
from hc18viewer.overlays import Overlays
from hc18viewer.ui.canvas.hit import GRAB_RADIUS, ROTATION_STEM, handle_places, nearest_handle
from hc18viewer.ui.canvas.tools.base import Edit

if TYPE_CHECKING:
    from PySide6.QtWidgets import (
        QGraphicsSceneHoverEvent,
        QGraphicsSceneMouseEvent,
        QStyleOptionGraphicsItem,
        QWidget,
    )

    from hc18viewer.geometry.ellipse import Ellipse

_RADIUS = 4.5
_HOVER_RADIUS = 6.5
_CROSS = 7.0
_KEEP_RATIO = Qt.KeyboardModifier.ShiftModifier
# Some window managers keep Alt with a drag for themselves.
_KEEP_CENTRE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class Gesture(Enum):
    """What a handle does, as the undo menu names it."""

    MOVE = message("move ellipse")
    AXIS_END = message("move axis end")
    ROTATE = message("rotate ellipse")


_GESTURES = {Handle.CENTRE: Gesture.MOVE, Handle.ROTATION: Gesture.ROTATE} | dict.fromkeys(
    AXIS_ENDS, Gesture.AXIS_END
)

_ROUND = (Handle.MAJOR_END, Handle.MINOR_END, Handle.MAJOR_START, Handle.MINOR_START)


class HandlesItem(pg.GraphicsObject):  # type: ignore[misc]
    """Shows the handles of one ellipse and turns drags into gestures.

    Every drag starts from the ellipse at its start, so that nothing drifts.
    """

    gesture_started = Signal()
    ellipse_moved = Signal(object)  # Ellipse, while dragging
    gesture_finished = Signal(object, str)  # Ellipse, the gesture's name
    gesture_cancelled = Signal()
    dragged = Signal()  # the pointer has moved, while dragging
    ended = Signal()  # the drag is over, whatever came of it

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptHoverEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self._colour = Overlays().correction.colour
        self._ellipse: Ellipse | None = None
        self._hovered: Handle | None = None
        self._held: Handle | None = None
        self._chosen: Handle | None = None
        self._start: Ellipse | None = None
        self._press = QPointF()
        self._stem_at_start = False
        self._start_places: dict[Handle, tuple[float, float]] = {}

    def set_colour(self, colour: str) -> None:
        """Draw in another colour: the correction's."""
        self._colour = colour
        self.update()

    @property
    def dragging(self) -> bool:
        """Whether a handle is being dragged."""
        return self._held is not None

    @property
    def moves_all(self) -> bool:
        """Whether the whole ellipse is being moved."""
        return self._held is Handle.CENTRE

    @property
    def held_at(self) -> tuple[float, float] | None:
        """Where the handle lies that is dragged, None while nothing is."""
        return None if self._held is None else self.places().get(self._held)

    @property
    def spot(self) -> tuple[float, float] | None:
        """The place of the image that is worked on, None while nothing is dragged.

        While the ellipse is turned it is the end of the axis that the handle stands on.
        """
        if self._held is None or self._ellipse is None:
            return None
        return self.places()[self._foot if self._held is Handle.ROTATION else self._held]

    def set_ellipse(self, ellipse: Ellipse | None) -> None:
        """Show the handles of another ellipse; None shows none."""
        self.prepareGeometryChange()
        self._ellipse = ellipse
        if ellipse is None:
            self._stem_at_start = False
            self._chosen = None
        self.setVisible(ellipse is not None)
        self.update()

    def places(self) -> dict[Handle, tuple[float, float]]:
        """Return where the handles lie in the image."""
        if self._ellipse is None:
            return {}
        return handle_places(self._ellipse, self._pixel(), stem_at_start=self._stem_at_start)

    @property
    def chosen(self) -> Handle | None:
        """The axis end that the arrow keys move; None for the whole ellipse."""
        return self._chosen

    def choose(self, by: int) -> bool:
        """Choose the axis end `by` places further round, after the last none."""
        if self._ellipse is None:
            return False
        places: tuple[Handle | None, ...] = (None, *_ROUND)
        self._chosen = places[(places.index(self._chosen) + by) % len(places)]
        self.update()
        return True

    def nudge(self, dx: float, dy: float) -> Edit | None:
        """Move the axis end chosen along its axis, by pixels of the image."""
        if self._ellipse is None or self._chosen is None:
            return None
        x, y = axis_end(self._ellipse, self._chosen)
        moved = move_axis_end(self._ellipse, self._chosen, to=(x + dx, y + dy))
        # The longer axis may have become the shorter one: stay with the same end.
        ends = {handle: axis_end(moved, handle) for handle in AXIS_ENDS}
        self._chosen = min(ends, key=lambda handle: math.dist(ends[handle], (x + dx, y + dy)))
        return Edit(moved, Gesture.AXIS_END.value)

    def delete(self) -> Edit | None:
        """Delete nothing: an ellipse has all its axis ends."""
        return None

    def cancel(self) -> None:
        """Give up the drag under way and go back to its start."""
        if self._start is None:
            return
        start, self._start, self._held = self._start, None, None
        self.set_ellipse(start)
        self.ended.emit()
        self.gesture_cancelled.emit()

    def boundingRect(self) -> QRectF:
        """Return the bounds of all handles with the area in which they are grabbed."""
        if self._ellipse is None:
            return QRectF()
        pixel = self._pixel()
        reach = self._ellipse.a + (ROTATION_STEM + GRAB_RADIUS + 2) * pixel
        return QRectF(self._ellipse.x - reach, self._ellipse.y - reach, 2 * reach, 2 * reach)

    def shape(self) -> QPainterPath:
        """Return the area in which the handles are grabbed."""
        area = QPainterPath()
        area.setFillRule(Qt.FillRule.WindingFill)
        radius = GRAB_RADIUS * self._pixel()
        for x, y in self.places().values():
            area.addEllipse(QPointF(x, y), radius, radius)
        return area

    def viewTransformChanged(self) -> None:
        """Handles keep their size on the screen, so their bounds follow the zoom."""
        self.prepareGeometryChange()

    def dataBounds(self, *_arguments: Any, **_named: Any) -> None:
        """Handles never change what part of the image is in view."""
        return

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the stem, the axis ends, the rotation handle and the centre's cross."""
        if self._ellipse is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixel = self._pixel()
        places = {handle: QPointF(x, y) for handle, (x, y) in self.places().items()}
        for pen in (_pen(QColor(0, 0, 0, 170), 3.2), _pen(QColor(self._colour), 1.3)):
            painter.setPen(pen)
            painter.drawLine(places[self._foot], places[Handle.ROTATION])
            self._draw_cross(painter, places[Handle.CENTRE], pixel)
        painter.setPen(_pen(QColor(0, 0, 0, 210), 1.5))
        for handle, place in places.items():
            if handle is Handle.CENTRE:
                continue
            active = handle in (self._hovered, self._held, self._chosen)
            radius = (_HOVER_RADIUS if active else _RADIUS) * pixel
            painter.setBrush(QColor("#ffffff" if active else self._colour))
            if handle is Handle.ROTATION:
                painter.drawEllipse(place, radius, radius)
            else:
                painter.drawRect(QRectF(place.x() - radius, place.y() - radius,
                                        2 * radius, 2 * radius))

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Mark the handle under the pointer."""
        self._hover(self._handle_at(event.pos()))

    def hoverLeaveEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        """Mark no handle."""
        self._hover(None)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Take hold of the handle under the pointer."""
        handle = self._handle_at(event.pos())
        if handle is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._held, self._start, self._press = handle, self._ellipse, event.pos()
        self._start_places = self.places()
        self.update()
        event.accept()
        self.gesture_started.emit()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Draw the ellipse after the pointer."""
        if self._held is None or self._start is None:
            return
        moved = self._moved(event.pos(), event.modifiers())
        if moved != self._ellipse:
            if self._held is Handle.ROTATION:
                self._keep_stem_near(event.pos(), moved)
            self.set_ellipse(moved)
            self.ellipse_moved.emit(moved)
        self.dragged.emit()

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """End the gesture."""
        if self._held is None or self._start is None or event.button() != Qt.MouseButton.LeftButton:
            return
        gesture, start = _GESTURES[self._held], self._start
        self._held = self._start = None
        self.update()
        self.ended.emit()
        if self._ellipse is not None and self._ellipse != start:
            self.gesture_finished.emit(self._ellipse, gesture.value)

    def sceneEvent(self, event: QEvent) -> bool:
        """Give a drag up when the mouse is taken away in its midst: it could not be ended."""
        if event.type() == QEvent.Type.UngrabMouse and self._held is not None:
            self.cancel()
        handled: bool = super().sceneEvent(event)
        return handled

    def _moved(self, pointer: QPointF, modifiers: Qt.KeyboardModifier) -> Ellipse:
        start, held = self._start, self._held
        if start is None or held is None:
            raise RuntimeError("no drag is under way")
        # The handle keeps its distance to the pointer: pressing beside it moves nothing.
        off = pointer - self._press
        if held is Handle.CENTRE:
            return translate(start, off.x(), off.y())
        x, y = self._start_places[held]
        to = (x + off.x(), y + off.y())
        if held is Handle.ROTATION:
            return rotate_towards(start, start=(x, y), to=to)
        return move_axis_end(
            start, held, to=to,
            keep_centre=bool(modifiers & _KEEP_CENTRE), keep_ratio=bool(modifiers & _KEEP_RATIO),
        )

    @property
    def _foot(self) -> Handle:
        return Handle.MAJOR_START if self._stem_at_start else Handle.MAJOR_END

    def _keep_stem_near(self, pointer: QPointF, ellipse: Ellipse) -> None:
        """Keep the rotation handle with the pointer where the angle wraps round to 0 or pi."""
        dx, dy = ellipse.major_direction
        self._stem_at_start = (
            (pointer.x() - ellipse.x) * dx + (pointer.y() - ellipse.y) * dy < 0
        )

    def _handle_at(self, place: QPointF) -> Handle | None:
        return nearest_handle(
            self.places(), (place.x(), place.y()), GRAB_RADIUS * self._pixel()
        )

    def _hover(self, handle: Handle | None) -> None:
        if handle is self._hovered:
            return
        self._hovered = handle
        if handle is None:
            self.unsetCursor()
        else:
            centre = handle is Handle.CENTRE
            self.setCursor(Qt.CursorShape.SizeAllCursor if centre
                           else Qt.CursorShape.PointingHandCursor)
        self.update()

    def _pixel(self) -> float:
        """Return the side of a screen pixel in pixels of the image."""
        along, _ = self.pixelVectors()
        return max(float(along.x()), 1e-3) if along is not None else 1.0

    @staticmethod
    def _draw_cross(painter: QPainter, centre: QPointF, pixel: float) -> None:
        reach = _CROSS * pixel
        painter.drawLine(centre - QPointF(reach, 0), centre + QPointF(reach, 0))
        painter.drawLine(centre - QPointF(0, reach), centre + QPointF(0, reach))


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    return pen
