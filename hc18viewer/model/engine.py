"""What runs a network: ONNX Runtime on the processor, torch on a graphics card.

On a processor ONNX Runtime takes less time than torch, does not slow down when other programs
work, and is ready without torch's seconds of import. It runs a graph, which belongs to the form
of a network and lies among the program's resources, on the weights of the model. A form without
a graph is run by torch.
"""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Protocol

from hc18viewer import paths
from hc18viewer.model.device import graphics_driver_is_there

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from hc18viewer.model.card import ModelCard
    from hc18viewer.model.device import DeviceName


class Engine(Protocol):
    """Runs one network on one device. Not for use from two threads at once."""

    @property
    def device(self) -> str:
        """What the network runs on now: "cpu", "cuda" or "mps"."""

    def run(self, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the logits of inputs, both (N, H, W)."""


def load_engine(
    folder: Path, card: ModelCard, *, device: DeviceName, threads: int | None,
    tell: Callable[[str], None],
) -> Engine:
    """Load the weights of the model in `folder` into the engine that is best here.

    `threads` bounds the processor's threads, None for one a core; `tell` is called with what the
    user should know.

    Raises:
        WeightsError: the weights are missing or damaged, or do not belong to the card.
        DeviceError: the device asked for is not there.
    """
    graph = graph_file(card)
    on_processor = device == "cpu" or (device == "auto" and not graphics_driver_is_there())
    if on_processor and graph.is_file() and importlib.util.find_spec("onnxruntime"):
        from hc18viewer.model.onnx_engine import OnnxEngine  # its tenths of a second, when needed

        return OnnxEngine(folder, graph, threads=threads)
    from hc18viewer.model.torch_engine import TorchEngine  # torch's seconds, when needed

    return TorchEngine.load(folder, device=device, threads=threads, tell=tell)


def graph_file(card: ModelCard) -> Path:
    """Return where the graph of the card's form of network lies, whether there is one or not."""
    channels = "-".join(map(str, card.channels))
    height, width = card.grid
    return paths.resources() / "graphs" / f"unet-{channels}-{height}x{width}.onnx"
