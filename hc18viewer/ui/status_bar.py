"""The status bar: which case, how far the predictions are, who reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QStatusBar, QWidget

from hc18viewer.ui.elided_label import ElidedLabel
from hc18viewer.ui.language import say
from hc18viewer.ui.wording import count

if TYPE_CHECKING:
    from hc18viewer.dataset.case import Case

_MESSAGE_MS = 8000


class ReviewStatusBar(QStatusBar):
    """Always says what is going on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case, self._inference, self._reader = ElidedLabel(), ElidedLabel(), ElidedLabel()
        self._hint = ElidedLabel()
        self.addWidget(self._case)
        self.addWidget(self._hint, 1)
        self.addPermanentWidget(self._inference)
        self.addPermanentWidget(self._reader)
        self.setSizeGripEnabled(False)

    def event(self, event: QEvent) -> bool:
        """Keep hidden what a passing message stands over: Qt shows it when the text's size changes.

        It comes back when the message goes.
        """
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.currentMessage():
            for label in (self._case, self._hint):
                label.hide()
                # As Qt marks what it hid itself and so shows again.
                label.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        return done

    @property
    def inference_text(self) -> str:
        """What is said of the predictions."""
        return self._inference.text()

    def tell(self, text: str) -> None:
        """Say something in passing."""
        self.showMessage(text, _MESSAGE_MS)

    def show_hint(self, text: str) -> None:
        """Say what the tool chosen wants next."""
        self._hint.setText(say(text))

    def show_reader(self, reader: str) -> None:
        """Say who reads."""
        self._reader.setText(self.tr("Reader: {reader}").format(reader=reader))

    def show_case(self, case: Case, number: int, total: int) -> None:
        """Say which case is shown."""
        text = self.tr("Case {number} of {total} ({set})") if case.set_name else self.tr(
            "Case {number} of {total}"
        )
        self._case.setText(text.format(
            number=count(number), total=count(total), set=case.set_name
        ))

    def show_inference(self, done: int, total: int, model: str) -> None:
        """Say how many cases have a prediction or cannot get one."""
        self._inference.setText(
            self.tr("Predicting: {done} of {total}").format(done=count(done), total=count(total))
            if done < total else self.tr("All cases predicted by {model}").format(model=model)
        )

    def show_no_inference(self) -> None:
        """Say that there will be no predictions."""
        self._inference.setText(self.tr("No predictions"))

    def show_closed(self) -> None:
        """Say nothing of cases."""
        self._case.clear()
        self._hint.clear()
        self._inference.clear()
