"""What a reader does about a case's pixel size: draw a line, tell its length, take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from hc18viewer.services.measures import lengths_of
from hc18viewer.ui.calibration_dialog import CalibrationDialog, Subject
from hc18viewer.ui.canvas.toolbox import ToolName
from hc18viewer.ui.wording import count, number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.geometry.types import Line
    from hc18viewer.ui.actions import Actions
    from hc18viewer.ui.memory import Memory
    from hc18viewer.ui.reader_acts import ReaderActs
    from hc18viewer.ui.review_page import ReviewPage


class CalibrationActs(QObject):
    """Asks for the length of each line that the calibrate tool drew, and stores the answer."""

    def __init__(
        self, acts: ReaderActs, actions: Actions, page: ReviewPage, memory: Memory, *,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._acts, self._actions, self._memory, self._window = acts, actions, memory, window
        self._canvas = page.canvas
        self._canvas.line_drawn.connect(self._on_line_drawn)
        page.state_shown.connect(self._on_state_shown)
        actions.uncalibrate.triggered.connect(self._on_take_back)

    def _on_line_drawn(self, line: Line) -> None:
        controller = self._acts.controller
        state = controller.current if controller else None
        if controller is None or state is None:
            return
        key = state.case.key
        others = controller.review.without_size_like(key)
        subject = Subject(
            line, known_size_mm=state.pixel_size_mm, others=len(others),
            hc_px=lengths_of(state.ellipse).hc_px if state.ellipse else None,
        )
        dialog = CalibrationDialog(
            subject, last_length_mm=self._memory.settings.calibration_length_mm,
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def use(length_mm: float, for_all: bool) -> None:
            self._memory.change(calibration_length_mm=length_mm)
            cases = (key, *others) if for_all else (key,)
            if not controller.calibrate(cases, line=line, length_mm=length_mm):
                return
            size = number(length_mm / subject.pixels, 4)
            self._acts.told.emit(
                self.tr("{size} mm a pixel, for {count} cases.").format(
                    size=size, count=count(len(cases)))
                if for_all else self.tr("{size} mm a pixel, for this case.").format(size=size)
            )
            self._actions.tools[ToolName.ELLIPSE].trigger()
            self._canvas.begin_anew(ToolName.CALIBRATE)

        dialog.calibration_given.connect(use)
        dialog.open()

    def _on_state_shown(self) -> None:
        controller = self._acts.controller
        state = controller.current if controller else None
        self._actions.uncalibrate.setEnabled(
            state is not None and state.calibration is not None
        )

    def _on_take_back(self) -> None:
        controller = self._acts.controller
        if controller is None or controller.current is None:
            return
        cases = controller.take_calibration_back(controller.current.case.key)
        if cases > 1:
            self._acts.told.emit(
                self.tr("The calibration was taken back for the {count} cases of its line.")
                .format(count=count(cases))
            )
        elif cases:
            self._acts.told.emit(self.tr("The calibration was taken back."))
