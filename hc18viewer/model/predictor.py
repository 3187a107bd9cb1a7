"""Predict the head in an image."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from hc18viewer.message import message
from hc18viewer.model.card import read_card
from hc18viewer.model.engine import load_engine
from hc18viewer.model.looks import Looks, look
from hc18viewer.model.margin import read_margin
from hc18viewer.model.prediction import Prediction

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hc18viewer.geometry.types import GreyImage
    from hc18viewer.model.card import ModelCard
    from hc18viewer.model.device import DeviceName
    from hc18viewer.model.engine import Engine
    from hc18viewer.model.margin import Margin

_log = logging.getLogger(__name__)
_ONE_LOOK_ONLY = message(
    "What the model sees in the whole image is gone at a closer look: no head."
)


class Predictor:
    """Owns one network on one device. Not for use from two threads at once."""

    def __init__(self, engine: Engine, card: ModelCard, *, margin: Margin | None = None) -> None:
        self._engine = engine
        self._card = card
        self._margin = margin

    @classmethod
    def load(
        cls, folder: Path, *, device: DeviceName = "auto", threads: int | None = None,
        tell: Callable[[str], None] = _log.warning,
    ) -> Predictor:
        """Load the model in `folder`.

        `threads` bounds the processor's threads, None for one a core; `tell` is called with what
        the user should know.

        Raises:
            CardError, WeightsError, MarginError: the model's files are missing or damaged.
            DeviceError: the device asked for is not there.
        """
        card, margin = read_card(folder), read_margin(folder)
        engine = load_engine(folder, card, device=device, threads=threads, tell=tell)
        return cls(engine, card, margin=margin)

    @property
    def model(self) -> str:
        """The name and version of the model."""
        return self._card.identity

    @property
    def device(self) -> str:
        """What the network runs on now: "cpu", "cuda" or "mps"."""
        return self._engine.device

    def look(self, image: GreyImage) -> Looks:
        """Return what the model sees in `image`, (H, W) uint8 of any size, judged by no margin."""
        return look(self._engine.run, image, grid=self._card.grid)

    def predict(
        self, image: GreyImage, *, case_key: str, pixel_size_mm: float | None,
        started: float | None = None,
    ) -> Prediction:
        """Return the head in `image`, (H, W) uint8 of any size.

        `started` is the `time.perf_counter()` from which the prediction's seconds count, now if
        None.
        """
        started = time.perf_counter() if started is None else started
        looks = self.look(image)
        found, refused = looks.found, refusal(looks, self._margin)
        if found.ellipse is None or refused:
            return Prediction(
                case_key=case_key, model=self.model, contour=None, ellipse=None, hc_mm=None,
                mean_probability=found.mean_probability, seconds=time.perf_counter() - started,
                no_head_reason=found.no_head_reason or refused,
            )
        hc_mm = found.ellipse.perimeter * pixel_size_mm if pixel_size_mm is not None else None
        margin, doubt = self._margin, looks.doubt
        judged = margin.judge(doubt, hc_mm) if margin and doubt and hc_mm else None
        return Prediction(
            case_key=case_key, model=self.model, contour=found.contour, ellipse=found.ellipse,
            hc_mm=hc_mm, mean_probability=found.mean_probability,
            seconds=time.perf_counter() - started,
            interval_mm=judged.interval_mm if judged else None,
            risk_mm=judged.risk_mm if judged else None,
            reasons=margin.reasons(doubt) if margin and doubt else (),
        )


def refusal(looks: Looks, margin: Margin | None) -> str:
    """Return why what was seen is no head; "" where it may be one."""
    if looks.doubt is not None:
        return margin.refuses(looks.doubt) if margin else ""
    return _ONE_LOOK_ONLY if looks.found.ellipse is not None else ""
