"""What the reader can do with the case on the screen, as the actions and buttons ask for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from hc18viewer.geometry.fit import FitError
from hc18viewer.geometry.resample import smooth
from hc18viewer.geometry.shape import FreeContour, ellipse_of
from hc18viewer.geometry.snap import snap
from hc18viewer.message import message
from hc18viewer.store.records import VerdictKind
from hc18viewer.ui.dates_dialog import DatesDialog
from hc18viewer.ui.reject_dialog import RejectDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.ui.canvas.canvas import CaseCanvas
    from hc18viewer.ui.controller import ReviewController
    from hc18viewer.ui.memory import Memory


_SMOOTHING_PX = 6.0


class ReaderActs(QObject):
    """Turns what the reader asks for into acts of the controller, but never in a drag's midst."""

    told = Signal(str)  # what the reader should know in passing

    def __init__(self, canvas: CaseCanvas, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self.controller: ReviewController | None = None
        self._canvas = canvas
        self._memory = memory
        self._window = window
        self._snapped: HeadShape | None = None

    def accept(self) -> None:
        """Accept the ellipse that counts."""
        controller = self._free()
        if controller is not None and controller.accept():
            self._go_on()

    def flag(self) -> None:
        """Flag the case for a second look."""
        controller = self._free()
        if controller is not None and controller.judge(VerdictKind.FLAGGED):
            self._go_on()

    def reject(self) -> None:
        """Ask why the case is rejected; the answer rejects it."""
        controller = self._free()
        state = controller.current if controller else None
        if state is None:
            return
        dialog = RejectDialog(state.case.filename, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = state.case.key
        dialog.reason_given.connect(lambda reason: self._on_reason_given(key, reason))
        dialog.open()

    def enter_dates(self) -> None:
        """Ask for the dates of the scan; the answer gives the age and the centile."""
        controller = self._free()
        state = controller.current if controller else None
        if controller is None or state is None:
            return
        dialog = DatesDialog(today=date.today(), start=state.dating, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = state.case.key
        dialog.dating_given.connect(lambda dating: controller.date(key, dating))
        dialog.open()

    def withdraw(self) -> None:
        """Take the verdict back."""
        controller = self._free()
        if controller and controller.current and controller.current.verdict_kind:
            controller.judge(VerdictKind.WITHDRAWN)

    def revert(self) -> None:
        """Go back to the prediction."""
        controller = self._free()
        if controller is not None:
            controller.finish_gesture(None, message("back to prediction"))

    def snap(self) -> None:
        """Move the contour to the skull's outer edge near it."""
        controller, shape = self._free(), self._canvas.edited_shape
        image = self._canvas.image
        if controller is None or shape is None or image is None:
            return
        # what a snap has left in its place goes all the way when it is asked again
        hold, self._snapped = shape != self._snapped, shape
        try:
            found = snap(shape, image, hold=hold)
        except (ValueError, FitError):
            self._tell_no_head()
            return
        if found == shape:
            self.told.emit(self.tr(
                "The contour lies on the skull's edge already. Once more draws it there exactly."
            ) if hold else self.tr("The contour lies on the skull's edge."))
            return
        self._snapped = found
        controller.finish_gesture(found, message("snap to skull"))

    def smooth(self) -> None:
        """Take small bumps off the contour."""
        controller, shape = self._free(), self._canvas.edited_shape
        if controller is None or shape is None:
            return
        if not isinstance(shape, FreeContour):
            self.told.emit(self.tr("An ellipse is as smooth as can be."))
            return
        self._finish(controller, lambda: FreeContour.of(smooth(shape.points, _SMOOTHING_PX)),
                     message("smooth contour"))

    def fit_ellipse(self) -> None:
        """Put the contour's ellipse in its place."""
        controller, shape = self._free(), self._canvas.edited_shape
        if controller is None or shape is None:
            return
        if not isinstance(shape, FreeContour):
            self.told.emit(self.tr("It is an ellipse already."))
            return
        self._finish(controller, lambda: ellipse_of(shape), message("fit ellipse"))

    def start_from_truth(self) -> None:
        """Begin the correction from the ground truth."""
        controller, truth = self._free(), self._canvas.annotation
        if controller is None:
            return
        if truth is None:
            self.told.emit(self.tr("This case has no ground truth."))
            return
        self._finish(controller, lambda: truth, message("start from ground truth"))

    def start_from_previous(self) -> None:
        """Begin the correction from the previous revision."""
        controller = self._free()
        if controller is not None:
            controller.start_from_previous()

    def _finish(
        self, controller: ReviewController, make: Callable[[], HeadShape], gesture: str
    ) -> None:
        try:
            shape = make()
        except (ValueError, FitError):
            self._tell_no_head()
            return
        controller.finish_gesture(shape, gesture)

    def _tell_no_head(self) -> None:
        self.told.emit(self.tr("No head would be left: the contour stays as it was."))

    def undo(self) -> None:
        """Take the last gesture on the case back."""
        controller = self._free()
        if controller is not None:
            controller.undo()

    def redo(self) -> None:
        """Do the gesture again that was taken back last."""
        controller = self._free()
        if controller is not None:
            controller.redo()

    def show_next(self) -> None:
        """Show the next case."""
        controller = self._free()
        if controller is not None and not controller.step(1):
            self.told.emit(self.tr("This is the last case."))

    def show_previous(self) -> None:
        """Show the case before."""
        controller = self._free()
        if controller is not None and not controller.step(-1):
            self.told.emit(self.tr("This is the first case."))

    def show_next_unread(self) -> None:
        """Show the next case without a verdict."""
        controller = self._free()
        if controller is not None and not controller.step_to_unread():
            self.told.emit(self.tr("Every other case has a verdict."))

    def _free(self) -> ReviewController | None:
        if self.controller is not None and self._canvas.dragging:
            self.told.emit(self.tr("Let the handle go first, or press Escape."))
            return None
        return self.controller

    def _go_on(self) -> None:
        if self._memory.settings.go_on_after_verdict:
            self.show_next()

    def _on_reason_given(self, case_key: str, reason: str) -> None:
        current = self.controller.current if self.controller else None
        if self.controller is None or current is None or current.case.key != case_key:
            return
        if self.controller.judge(VerdictKind.REJECTED, reason):
            self._go_on()
