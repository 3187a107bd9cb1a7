"""Choose what the network runs on."""

from __future__ import annotations

import ctypes
import platform
import sys
from typing import TYPE_CHECKING, Literal, get_args

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.message import message

if TYPE_CHECKING:
    import torch

DeviceName = Literal["auto", "cpu", "cuda", "mps"]
DEVICE_NAMES: tuple[DeviceName, ...] = get_args(DeviceName)


class DeviceError(Hc18ViewerError):
    """A device that was asked for by name and is not there."""


def choose_device(name: DeviceName = "auto") -> torch.device:
    """Return the device: by `name`, or the best there is: CUDA, then Apple's GPU, then the CPU.

    Raises:
        DeviceError: the device named is not on this machine, or this torch cannot use it.
    """
    import torch  # its seconds, when needed

    there = {"cpu": True, "cuda": torch.cuda.is_available(),
             "mps": torch.backends.mps.is_available()}
    if name == "auto":
        return torch.device(next(kind for kind in ("cuda", "mps", "cpu") if there[kind]))
    if not there[name]:
        raise DeviceError(message(
            "This machine has no {device} device that the installed torch can use. Choose auto or "
            "cpu.", device=name,
        ))
    return torch.device(name)


def graphics_driver_is_there() -> bool:
    """Whether a graphics card that torch could use may be here; tells without loading torch."""
    if sys.platform == "darwin":
        return platform.machine() == "arm64"
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether a device's error says that its memory is full (Apple's has no class of its own)."""
    import torch  # loaded long since where such an error comes from

    return isinstance(error, torch.OutOfMemoryError) or "out of memory" in str(error).lower()
