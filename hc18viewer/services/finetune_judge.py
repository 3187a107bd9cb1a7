"""Look at lessons with several versions of a model's weights, each look taken once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from hc18viewer.dataset.images import read_grey
from hc18viewer.evaluation.calibration import Measured
from hc18viewer.evaluation.metrics import CaseFigures, compare
from hc18viewer.message import message
from hc18viewer.model.looks import Looks, look
from hc18viewer.model.predictor import refusal
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.torch_engine import TorchEngine
from hc18viewer.model.unet import UNet
from hc18viewer.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from torch import Tensor

    from hc18viewer.model.card import ModelCard
    from hc18viewer.model.margin import Margin
    from hc18viewer.progress import CancelToken, ProgressReport
    from hc18viewer.training.lessons import Lesson

    State = dict[str, Tensor]


class Judge:
    """Keeps what each version of the weights has seen in each lesson.

    The progress that it reports has the looks taken so far, of a number that it does not know.
    """

    def __init__(
        self, card: ModelCard, *, device: torch.device, report: ProgressReport, token: CancelToken
    ) -> None:
        self._card, self._device = card, device
        self._report, self._token = report, token
        self._engines: dict[str, TorchEngine] = {}
        self._seen: dict[tuple[str, str], Looks] = {}

    def add(self, version: str, state: State) -> None:
        """Make weights known under a name."""
        network = UNet(UNetShape(channels=self._card.channels))
        network.load_state_dict(state)
        network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._engines[version] = TorchEngine(
            network.eval(), device=self._device,
            tell=lambda text: self._report(Progress(len(self._seen), 0, text)),
        )

    def knows(self, version: str) -> bool:
        """Whether weights are known under a name."""
        return version in self._engines

    def figures(
        self, version: str, lessons: Iterable[Lesson], margin: Margin | None
    ) -> list[CaseFigures]:
        """Compare what a version sees in each lesson with the lesson's ellipse.

        Raises:
            ImageError: an image cannot be read.
            Cancelled: the token was set.
        """
        return [self._compared(version, lesson, margin) for lesson in lessons]

    def measured(self, version: str, lessons: Iterable[Lesson]) -> list[Measured]:
        """Return doubt and HC error of the lessons in which a version sees a head, in mm.

        Raises:
            ImageError: an image cannot be read.
            Cancelled: the token was set.
        """
        found = []
        for lesson in lessons:
            looks, size = self._look(version, lesson), lesson.pixel_size_mm
            if looks.found.ellipse is None or looks.doubt is None or size is None:
                continue
            hc_mm = looks.found.ellipse.perimeter * size
            error_mm = hc_mm - lesson.ellipse.perimeter * size
            found.append(Measured(lesson.subject, looks.doubt, hc_mm, error_mm))
        return found

    def _compared(self, version: str, lesson: Lesson, margin: Margin | None) -> CaseFigures:
        looks = self._look(version, lesson)
        height, width = read_grey(lesson.image_path).shape
        return compare(
            lesson.case_key,
            predicted=None if refusal(looks, margin) else looks.found.ellipse,
            truth=lesson.ellipse, shape=(height, width), pixel_size_mm=lesson.pixel_size_mm,
        )

    def _look(self, version: str, lesson: Lesson) -> Looks:
        place = (version, lesson.case_key)
        if place not in self._seen:
            self._token.check()
            self._report(
                Progress(len(self._seen), 0, message("Comparing with the model before"))
            )
            image = read_grey(lesson.image_path)
            self._seen[place] = look(self._engines[version].run, image, grid=self._card.grid)
        return self._seen[place]
