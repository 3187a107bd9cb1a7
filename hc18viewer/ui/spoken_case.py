"""What a screen reader says of the image: the case, its HC, where that comes from, the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from hc18viewer.ui.language import translate
from hc18viewer.ui.wording import hc_in_list, verdict_word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.services.case_state import CaseState


class SpokenCase(QObject):
    """Keeps the image's description, and says aloud what a gesture or another case changed."""

    announced = Signal(str)

    def __init__(self, image: QWidget) -> None:
        super().__init__(image)
        self._image = image
        self._key = ""

    def follow(self, state: CaseState | None) -> None:
        """Describe the state of the case shown; None where none is."""
        words = case_in_words(state) if state is not None else ""
        if words == self._image.accessibleDescription():
            return
        another = state is not None and state.case.key != self._key
        self._key = state.case.key if state is not None else ""
        self._image.setAccessibleDescription(words)
        if state is None:
            return
        said = f"{state.case.image_path.stem}. {words}" if another else words
        changed = QAccessibleEvent(self._image, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._image, said))
        self.announced.emit(said)


def case_in_words(state: CaseState) -> str:
    """Return such as "HC 172.3 mm, prediction, not read"."""
    if state.ellipse is None:
        return f"{hc_in_list(state)}, {verdict_word(state)}"
    source = (
        translate("SpokenCase", "correction") if state.corrected_ellipse is not None
        else translate("SpokenCase", "prediction")
    )
    return f"{translate('SpokenCase', 'HC')} {hc_in_list(state)}, {source}, {verdict_word(state)}"
