"""One of the views side by side: a title over the image with one outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QGraphicsView, QLabel, QVBoxLayout, QWidget

from hc18viewer.ui.canvas.image_layer import ImageLayer
from hc18viewer.ui.canvas.image_view import ImageView
from hc18viewer.ui.canvas.outline import OutlineItem

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionGraphicsItem

    from hc18viewer.geometry.types import GreyImage

_GAP_PX = 9.0


class CrossItem(pg.GraphicsObject):  # type: ignore[misc]
    """A cross-hair through the whole view, open around the place that it points at."""

    def __init__(self) -> None:
        super().__init__()
        self._place: QPointF | None = None

    @property
    def place(self) -> tuple[float, float] | None:
        """Where it points, in pixels of the image."""
        return None if self._place is None else (self._place.x(), self._place.y())

    def point_at(self, place: tuple[float, float] | None) -> None:
        """Point at another place of the image; None at none."""
        self._place = None if place is None else QPointF(*place)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return all that is in view."""
        view = self.getViewBox()
        return view.viewRect() if view is not None else QRectF()

    def viewTransformChanged(self) -> None:
        """The bounds are the view's."""
        self.prepareGeometryChange()

    def dataBounds(self, *_arguments: Any, **_named: Any) -> None:
        """The cross never changes what part of the image is in view."""
        return

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw four arms over a dark casing."""
        if self._place is None:
            return
        x, y, area = self._place.x(), self._place.y(), self.boundingRect()
        along, _ = self.pixelVectors()
        gap = _GAP_PX * (along.x() if along is not None else 1.0)
        arms = [
            QLineF(area.left(), y, x - gap, y), QLineF(x + gap, y, area.right(), y),
            QLineF(x, area.top(), x, y - gap), QLineF(x, y + gap, x, area.bottom()),
        ]
        for colour, width in ((QColor(0, 0, 0, 130), 3.0), (QColor(255, 255, 255, 190), 1.0)):
            pen = QPen(colour, width)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(arms)


class _Scene(pg.GraphicsView):  # type: ignore[misc]
    resized = Signal()
    pointed = Signal(object)  # QPointF in the scene, None where the pointer has left

    def close(self) -> bool:
        """Close the widget, and nothing else: pyqtgraph's own takes the viewport away."""
        return QGraphicsView.close(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self.pointed.emit(self.mapToScene(event.position().toPoint()))
        handled: bool = super().viewportEvent(event)
        return handled


class ComparePane(QWidget):
    """Shows one image with one outline; what is missing is said over the image."""

    pointed = Signal(object)  # (x, y) in pixels of the image, None where the pointer has left

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setObjectName("paneTitle")
        self.title.setWordWrap(True)
        self.view, self.layer = ImageView(), ImageLayer()
        self.outline, self.cross = OutlineItem(), CrossItem()
        self.scene = _Scene(background="#000000")
        self.scene.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys are the whole view's
        self.scene.setMinimumSize(120, 90)
        self.scene.setCentralItem(self.view)
        for item in (self.layer, self.outline, self.cross):
            self.view.addItem(item, ignoreBounds=True)
        self.note = QLabel(self.scene)
        self.note.setObjectName("flipNote")
        self.note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.scene, 1)
        self.scene.resized.connect(self._on_resized)
        self.scene.pointed.connect(self._on_pointed)

    def show_image(self, image: GreyImage | None) -> None:
        """Show another image, (H, W) uint8, whole; or none."""
        self.layer.show_image(image)
        self.view.image_shape = None if image is None else (image.shape[0], image.shape[1])
        self.view.fit()

    def show_title(self, title: str, note: str) -> None:
        """Say what is shown, and over the image what is missing."""
        self.title.setText(title)
        self.setAccessibleName(f"{title}, {note}" if note else title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._place_note()

    def _on_pointed(self, place: QPointF | None) -> None:
        if place is None or self.view.image_shape is None:
            self.pointed.emit(None)
            return
        found = self.view.mapSceneToView(place)
        self.pointed.emit((found.x(), found.y()))

    def _on_resized(self) -> None:
        self._place_note()
        if self.view.fitted:
            self.view.fit()
        else:
            self.view.set_zoom(self.view.zoom)

    def _place_note(self) -> None:
        self.note.adjustSize()
        self.note.move(max(self.scene.width() - self.note.width(), 0) // 2, 12)
