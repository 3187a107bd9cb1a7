"""A network on a graphics card or on the processor, by torch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from hc18viewer.message import message
from hc18viewer.model.device import DeviceName, choose_device, is_out_of_memory
from hc18viewer.model.weights import load_model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from hc18viewer.model.unet import UNet

_MEMORY_FULL = message(
    "The graphics card's memory is full: predictions run on the processor, slower. "
    "Close other programs that use the card and start again to have it back."
)


class TorchEngine:
    """Runs a U-Net; when the device's memory is full it moves to the processor and stays there."""

    def __init__(
        self, network: UNet, *, device: torch.device, tell: Callable[[str], None]
    ) -> None:
        """Put `network` on `device`; `tell` is called with what the user should know."""
        self._network = network
        self._device = device
        self._tell = tell
        self._move_to(device)

    @classmethod
    def load(
        cls, folder: Path, *, device: DeviceName, threads: int | None,
        tell: Callable[[str], None],
    ) -> TorchEngine:
        """Load the model in `folder`.

        Raises:
            CardError, WeightsError: the model's files are missing or damaged.
            DeviceError: the device asked for is not there.
        """
        if threads:
            torch.set_num_threads(threads)
        network, _ = load_model(folder)
        return cls(network, device=choose_device(device), tell=tell)

    @property
    def device(self) -> str:
        """What the network runs on now."""
        return self._device.type

    def run(self, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the logits of inputs, both (N, H, W)."""
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
