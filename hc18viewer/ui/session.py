"""Everything that lives as long as one study is open: review, lanes, controller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.model.card import read_card
from hc18viewer.model.serving import find_serving
from hc18viewer.services.review import Review
from hc18viewer.ui.controller import ReviewController
from hc18viewer.workers.images import ImageLane
from hc18viewer.workers.inference import InferenceLane
from hc18viewer.workers.priority import share_interpreter

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.dataset.case import Study


class ReviewSession(QObject):
    """Opens the store of a study and starts the lanes; `close` ends and closes them."""

    told = Signal(object)
    """What the reader should know of the predictions, such as a graphics card without memory."""

    def __init__(
        self, study: Study, *, reader: str, store_folder: Path | None, model: str | None,
        device: str, parent: QObject | None = None,
    ) -> None:
        """Make everything, but start nothing.

        Raises:
            StoreError: the study's store cannot be opened.
            UnknownModelError, CardError: there is no such model, or its card is damaged.
        """
        super().__init__(parent)
        # SQLAlchemy takes tenths of a second, in which the first image is on the screen already.
        from hc18viewer.store.study_store import StudyStore

        self._device = device
        self._leaving: list[InferenceLane] = []
        folder = find_serving(model)
        identity = read_card(folder).identity
        store = StudyStore.open(study.root, store_folder)
        try:
            self.review = Review(study, store, reader=reader, model=identity)
        except Hc18ViewerError:
            store.close()
            raise
        self.images = ImageLane(self)
        self.inference = self._lane(folder)
        self.controller = ReviewController(
            self.review, images=self.images, inference=self.inference, parent=self
        )

    def start(self) -> None:
        """Start the lanes."""
        share_interpreter()
        self.images.start()
        self.inference.start()

    def use_model(self, folder: Path) -> None:
        """Predict by the model in `folder` from now on; what was read stays as it was read.

        Raises:
            CardError: its card is damaged.
            StoreError: the store cannot be read.
        """
        identity = read_card(folder).identity
        if identity == self.review.model:
            return
        lane = self._lane(folder)
        self.controller.change_model(identity, lane)
        before, self.inference = self.inference, lane
        before.begin_to_stop()
        self._leaving.append(before)
        lane.start()

    def _lane(self, folder: Path) -> InferenceLane:
        lane = InferenceLane(self.review, model_folder=folder, device=self._device, parent=self)
        lane.told.connect(self.told)
        return lane

    def close(self) -> None:
        """End the lanes, each after the job it is at, and close the store."""
        self.controller.close()
        self.images.stop()
        for lane in (*self._leaving, self.inference):
            lane.stop()
        self.review.close()
