"""Ask why a case is rejected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from hc18viewer.message import message
from hc18viewer.ui.language import say
from hc18viewer.ui.theme import SPACE

REASONS = (
    message("No head in the image"),
    message("Head cut off by the edge of the image"),
    message("Not the standard plane"),
    message("Skull not visible well enough"),
    message("Calipers or text cover the skull"),
)


class RejectDialog(QDialog):
    """Offers the usual reasons and takes any other."""

    reason_given = Signal(str)
    """The reason as it is stored: a usual one in English, whatever the screen's language."""

    def __init__(self, filename: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reject {filename}").format(filename=filename))
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * SPACE)
        layout.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 5 * SPACE)
        label = QLabel(self.tr("Why is this case rejected? Choose a reason or write one."))
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems([say(reason) for reason in REASONS])
        self.reason.setMinimumWidth(380)
        self.reason.setAccessibleName(self.tr("Reason"))
        label.setBuddy(self.reason)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.reject_button = buttons.addButton(
            self.tr("Reject"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for widget in (label, self.reason, buttons):
            layout.addWidget(widget)
        self.reason.editTextChanged.connect(self._on_text_changed)
        self.accepted.connect(self._on_accepted)

    def _on_text_changed(self, text: str) -> None:
        self.reject_button.setEnabled(bool(text.strip()))

    def _on_accepted(self) -> None:
        written = self.reason.currentText().strip()
        usual = {say(reason): str(reason) for reason in REASONS}
        self.reason_given.emit(usual.get(written, written))
