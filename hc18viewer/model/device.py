"""Choose what the network runs on."""

from __future__ import annotations

from typing import Literal, get_args

import torch

from hc18viewer.errors import Hc18ViewerError

DeviceName = Literal["auto", "cpu", "cuda", "mps"]
DEVICE_NAMES: tuple[DeviceName, ...] = get_args(DeviceName)


class DeviceError(Hc18ViewerError):
    """A device that was asked for by name and is not there."""


def choose_device(name: DeviceName = "auto") -> torch.device:
    """Return the device: by `name`, or the best there is: CUDA, then Apple's GPU, then the CPU.

    Raises:
        DeviceError: the device named is not on this machine, or this torch cannot use it.
    """
    there = {"cpu": True, "cuda": torch.cuda.is_available(),
             "mps": torch.backends.mps.is_available()}
    if name == "auto":
        return torch.device(next(kind for kind in ("cuda", "mps", "cpu") if there[kind]))
    if not there[name]:
        raise DeviceError(
            f"This machine has no {name} device that the installed torch can use. "
            "Choose auto or cpu."
        )
    return torch.device(name)


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether a device's error says that its memory is full (Apple's has no class of its own)."""
    return isinstance(error, torch.OutOfMemoryError) or "out of memory" in str(error).lower()
