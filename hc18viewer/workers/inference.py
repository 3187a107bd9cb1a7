"""The lane that owns the network and predicts ahead of the reader."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hc18viewer.dataset.case import Case
from hc18viewer.dataset.images import ImageError
from hc18viewer.store.records import StoredPrediction
from hc18viewer.workers.lane import Lane
from hc18viewer.workers.priority import step_back

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.model.predictor import Predictor
    from hc18viewer.services.review import Review


class InferenceLane(Lane[Case, StoredPrediction]):
    """Predicts cases and stores what it finds."""

    told = Signal(object)
    """What the user should know, such as a graphics card without free memory."""

    ready = Signal(str)
    """The model is loaded; carries the device it runs on."""

    def __init__(
        self, review: Review, *, model_folder: Path, device: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._model_folder = model_folder
        self._device = device
        self._predictor: Predictor | None = None

    def prepare(self) -> None:
        """Load the model; its threads come after the window's."""
        step_back()  # before the engine starts its threads, which inherit it
        from hc18viewer.model.predictor import Predictor  # not on the window's way to its start

        self._predictor = Predictor.load(
            self._model_folder, device=self._device,  # type: ignore[arg-type]
            threads=max(1, (os.cpu_count() or 2) - 1),  # one core stays free for the window
            tell=self.told.emit,
        )
        self.ready.emit(self._predictor.device)

    def perform(self, job: Case) -> StoredPrediction:
        """Predict one case and store the prediction.

        Raises:
            ImageError: the image cannot be read.
            StoreError: the prediction cannot be stored.
        """
        from hc18viewer.services.prediction import predict_case  # see above

        if self._predictor is None:
            raise RuntimeError("the lane works only after it has prepared")
        predicted = predict_case(self._predictor, job)
        if predicted.prediction is None:
            raise ImageError(predicted.error)
        return self._review.keep_prediction(predicted.prediction)
