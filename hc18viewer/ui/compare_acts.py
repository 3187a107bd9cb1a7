"""Going to the views side by side and back, and keeping them to the case shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hc18viewer.ui.canvas.image_view import ZOOM_STEP
from hc18viewer.ui.compare_view import CompareView, Comparison

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.ui.actions import Actions
    from hc18viewer.ui.review_page import ReviewPage


class CompareActs(QObject):
    """Puts the views in the canvas' place; they follow what the canvas would show.

    They are made when they are first wanted, and kept.
    """

    def __init__(self, actions: Actions, page: ReviewPage, window: QWidget) -> None:
        super().__init__(window)
        self._page, self._canvas = page, page.canvas
        self._action = actions.compare
        self.view: CompareView | None = None
        self._action.toggled.connect(self._on_toggled)
        page.state_shown.connect(self._refresh)
        self._canvas.seen_changed.connect(self._refresh)
        self._canvas.toning.tone_set.connect(self._refresh)
        self._canvas.overlays.changed.connect(self._refresh)
        actions.fit.triggered.connect(self._on_fit)
        actions.one_to_one.triggered.connect(self._on_one_to_one)
        actions.zoom_in.triggered.connect(lambda: self._on_zoom(ZOOM_STEP))
        actions.zoom_out.triggered.connect(lambda: self._on_zoom(1 / ZOOM_STEP))

    def leave(self) -> None:
        """Go back to the canvas."""
        self._action.setChecked(False)

    def _on_toggled(self, shown: bool) -> None:
        if not shown:
            if self.view is not None:
                focused = self.view.hasFocus()
                self._page.middle.setCurrentIndex(0)
                if focused:
                    self._canvas.setFocus()
            return
        if self.view is None:
            self.view = CompareView()
            self.view.left.connect(self.leave)
            self._page.middle.addWidget(self.view)
        self._page.middle.setCurrentWidget(self.view)
        self._refresh()
        self.view.fit()
        self.view.setFocus()

    def _on_fit(self) -> None:
        if self.view is not None:
            self.view.fit()

    def _on_one_to_one(self) -> None:
        if self.view is not None:
            self.view.one_to_one()

    def _on_zoom(self, factor: float) -> None:
        if self.view is not None:
            self.view.zoom_by(factor)

    def _refresh(self) -> None:
        if self.view is None or not self._action.isChecked():
            return
        canvas, stack = self._canvas, self._canvas.overlays
        self.view.show_comparison(Comparison(
            image=canvas.image, tone=canvas.toning.tone, truth=stack.annotation,
            prediction=stack.prediction, correction=stack.correction,
            pixel_size_mm=canvas.pixel_size_mm, looks=stack.looks, hidden=stack.hidden,
        ))
