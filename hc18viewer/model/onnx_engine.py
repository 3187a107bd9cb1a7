"""A network on the processor, by ONNX Runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as state
from safetensors import SafetensorError
from safetensors.numpy import load_file

from hc18viewer.model.card import WEIGHTS_FILE, WeightsError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

_REFUSALS = (state.Fail, state.InvalidArgument, state.InvalidGraph, state.RuntimeException)


class OnnxEngine:
    """Runs a graph on a model's weights."""

    def __init__(self, folder: Path, graph: Path, *, threads: int | None) -> None:
        """Load the weights in `folder` into `graph`, which names each of them.

        Raises:
            WeightsError: the weights are missing, damaged, or of another network.
        """
        try:
            weights = load_file(folder / WEIGHTS_FILE)
        except (OSError, SafetensorError) as error:
            raise WeightsError.missing(folder) from error
        # Counters of the batch norms, which only a training reads, are whole numbers.
        used = {
            name: onnxruntime.OrtValue.ortvalue_from_numpy(value)
            for name, value in weights.items()
            if value.dtype == np.float32
        }
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or 0
        if threads:  # what spins while it waits would take the processor from the others
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.add_external_initializers(list(used), list(used.values()))
        try:
            self._session = onnxruntime.InferenceSession(
                str(graph), options, providers=["CPUExecutionProvider"]
            )
        except _REFUSALS as error:
            raise WeightsError.other(folder) from error

    @property
    def device(self) -> str:
        """What the network runs on."""
        return "cpu"

    def run(self, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the logits of inputs, both (N, H, W)."""
        given = np.ascontiguousarray(inputs[:, None])
        (logits,) = self._session.run(["logits"], {"image": given})
        found: NDArray[np.float32] = logits[:, 0]
        return found
