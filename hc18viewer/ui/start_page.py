"""What the window shows before a study is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from hc18viewer.ui.language import say
from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from hc18viewer.progress import Progress


class StartPage(QWidget):
    """Offers to open a folder or the sample study; shows how far an opening has come."""

    open_asked = Signal()
    sample_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.setSpacing(3 * SPACE)
        title = QLabel(self.tr("Review fetal head circumference"))
        title.setObjectName("bigFigure")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._open = QPushButton(self.tr("Open a folder of images…"))
        self._open.setProperty("primary", True)
        self._sample = QPushButton(self.tr("Open the sample study (synthetic images)"))
        self._bar = QProgressBar()
        self._cancel = QPushButton(self.tr("Cancel"))
        title.setWordWrap(True)
        column = QWidget()
        column.setMinimumWidth(520)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3 * SPACE)
        # An alignment would give texts that wrap the height of their widest form.
        for label in (title, self._text):
            inside.addWidget(label)
        for widget in (self._open, self._sample, self._bar, self._cancel):
            inside.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(column)
        for button in (self._open, self._sample, self._cancel, self._bar):
            button.setMinimumWidth(320)
        self._open.clicked.connect(self.open_asked)
        self._sample.clicked.connect(self.sample_asked)
        self._cancel.clicked.connect(self.cancel_asked)
        self.show_choice()

    def show_choice(self, trouble: str = "") -> None:
        """Offer the choice; `trouble` says why the last opening came to nothing."""
        self._text.setText(
            say(trouble) or self.tr(
                "Open a folder of HC18 images, or any folder of PNG, JPEG, TIFF or BMP images. "
                "You can drop one here."
            )
        )
        self._text.setProperty("tone", "bad" if trouble else "")
        self._text.style().polish(self._text)
        self._set_busy(False)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the opening has come."""
        self._text.setText(f"{say(progress.text)}…")
        self._text.setProperty("tone", "")
        self._text.style().polish(self._text)
        self._bar.setMaximum(progress.total)
        self._bar.setValue(progress.done)
        self._set_busy(True)

    def _set_busy(self, busy: bool) -> None:
        self._open.setVisible(not busy)
        self._sample.setVisible(not busy)
        self._bar.setVisible(busy)
        self._cancel.setVisible(busy)
