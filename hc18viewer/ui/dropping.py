"""Folders and images that are dropped onto the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel

from hc18viewer.dataset.study import holds_images

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QMainWindow


class DropTarget(QObject):
    """Takes what is dragged over the whole window, and says over it what a drop would do."""

    dropped = Signal(Path)
    refused = Signal(str)  # why what was dropped cannot be opened

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.sign = QLabel(window)
        self.sign.setObjectName("dropSign")
        self.sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sign.setWordWrap(True)
        self.sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.sign.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a drag over the window."""
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if kind == QEvent.Type.DragLeave:
            self.sign.hide()
        if kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.sign.hide()
            event.acceptProposedAction()
            path, trouble = self._meant(event.mimeData())
            if path is not None:
                self.dropped.emit(path)
            else:
                self.refused.emit(trouble)
            return True
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        if not event.mimeData().hasUrls():
            return False
        event.acceptProposedAction()
        path, trouble = self._meant(event.mimeData())
        text = trouble if path is None else self.tr("Open {name}").format(name=path.name)
        self.sign.setText(text)
        self.sign.setProperty("tone", "" if path is not None else "bad")
        self.sign.style().polish(self.sign)
        self.sign.setGeometry(self._window.rect())
        self.sign.raise_()
        self.sign.show()
        return True

    def _meant(self, data: QMimeData) -> tuple[Path | None, str]:
        """Return what a drop would open, or None and why nothing."""
        urls = data.urls()
        if len(urls) != 1:
            return None, self.tr("Drop one folder of images, not {count} things.").format(
                count=len(urls))
        if not urls[0].isLocalFile():
            return None, self.tr("Only folders and images on this computer can be opened.")
        path = Path(urls[0].toLocalFile())
        if holds_images(path):
            return path, ""
        if path.is_dir():
            return None, self.tr(
                "{name} holds no images that can be opened: PNG, JPEG, TIFF or BMP."
            ).format(name=path.name)
        return None, self.tr(
            "{name} is no image that can be opened: PNG, JPEG, TIFF or BMP are. "
            "Drop a folder of images."
        ).format(name=path.name)
