"""Predict the head in an image."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

import numpy as np
import torch

from hc18viewer.model.device import DeviceName, choose_device, is_out_of_memory
from hc18viewer.model.looks import Looks, look
from hc18viewer.model.margin import read_margin
from hc18viewer.model.prediction import Prediction
from hc18viewer.model.weights import load_model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from hc18viewer.geometry.types import GreyImage
    from hc18viewer.model.card import ModelCard
    from hc18viewer.model.margin import Margin
    from hc18viewer.model.unet import UNet

_log = logging.getLogger(__name__)
_ONE_LOOK_ONLY = "What the model sees in the whole image is gone at a closer look: no head."
_MEMORY_FULL = (
    "The graphics card's memory is full: predictions run on the processor, slower. "
    "Close other programs that use the card and start again to have it back."
)


class Predictor:
    """Owns one network on one device. Not for use from two threads at once."""

    def __init__(
        self, network: UNet, card: ModelCard, *, device: torch.device,
        margin: Margin | None = None, tell: Callable[[str], None] = _log.warning,
    ) -> None:
        """Put `network` on `device`; `tell` is called with what the user should know."""
        self._margin = margin
        self._card = card
        self._device = device
        self._tell = tell
        self._network = network
        self._move_to(device)

    @classmethod
    def load(
        cls, folder: Path, *, device: DeviceName = "auto",
        tell: Callable[[str], None] = _log.warning,
    ) -> Predictor:
        """Load the model in `folder`.

        Raises:
            CardError, WeightsError, MarginError: the model's files are missing or damaged.
            DeviceError: the device asked for is not there.
        """
        network, card = load_model(folder)
        margin = read_margin(folder)
        return cls(network, card, device=choose_device(device), margin=margin, tell=tell)

    @property
    def model(self) -> str:
        """The name and version of the model."""
        return self._card.identity

    @property
    def device(self) -> str:
        """What the network runs on now: "cpu", "cuda" or "mps"."""
        return self._device.type

    def look(self, image: GreyImage) -> Looks:
        """Return what the model sees in `image`, (H, W) uint8 of any size, judged by no margin."""
        return look(self._logits, image, grid=self._card.grid)

    def predict(
        self, image: GreyImage, *, case_key: str, pixel_size_mm: float | None,
        started: float | None = None,
    ) -> Prediction:
        """Return the head in `image`, (H, W) uint8 of any size.

        `started` is the `time.perf_counter()` from which the prediction's seconds count, now if
        None. When the device's memory is full the network moves to the CPU and stays there.
        """
        started = time.perf_counter() if started is None else started
        looks = self.look(image)
        found, refusal = looks.found, self._refusal(looks)
        if found.ellipse is None or refusal:
            return Prediction(
                case_key=case_key, model=self.model, contour=None, ellipse=None, hc_mm=None,
                mean_probability=found.mean_probability, seconds=time.perf_counter() - started,
                no_head_reason=found.no_head_reason or refusal,
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

    def _refusal(self, looks: Looks) -> str:
        """Return why what was seen is no head; "" where it may be one."""
        if looks.doubt is not None:
            return self._margin.refuses(looks.doubt) if self._margin else ""
        return _ONE_LOOK_ONLY if looks.found.ellipse is not None else ""

    def _logits(self, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        try:
            return self._run(inputs)
        except RuntimeError as error:
            if self._device.type == "cpu" or not is_out_of_memory(error):
                raise
        self._tell(_MEMORY_FULL)
        self._move_to(torch.device("cpu"))
        return self._run(inputs)

    def _move_to(self, device: torch.device) -> None:
        try:
            self._network = self._network.to(device)
        except RuntimeError as error:
            if device.type == "cpu" or not is_out_of_memory(error):
                raise
            self._tell(_MEMORY_FULL)
            device = torch.device("cpu")
            self._network = self._network.to(device)
        self._device = device

    def _run(self, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        batch = torch.from_numpy(np.ascontiguousarray(inputs))[:, None].to(self._device)
        with torch.inference_mode():
            logits = self._network(batch)
        result: NDArray[np.float32] = logits[:, 0].float().cpu().numpy()
        return result
