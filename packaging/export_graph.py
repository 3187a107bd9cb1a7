"""Write the graph that ONNX Runtime runs a form of network by.

    python packaging/export_graph.py [MODEL]

MODEL is a model's name or folder. The graph holds the form alone and no weights: every model of
that form, fine-tuned ones too, is run by it on its own. Needs the graph extra. The graph is
checked against torch before it is kept.
"""

from __future__ import annotations

import os
import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx.external_data_helper import convert_model_to_external_data

from hc18viewer.files import replacing
from hc18viewer.model.catalogue import find_model
from hc18viewer.model.engine import graph_file
from hc18viewer.model.onnx_engine import OnnxEngine
from hc18viewer.model.torch_engine import TorchEngine
from hc18viewer.model.weights import load_model

LARGEST_DIFFERENCE = 1e-3
"""Of logits, between the engines: less than a hundredth of a pixel at the edge of a head."""


def export(folder: Path, target: Path) -> None:
    """Write the graph of the form of the model in `folder`."""
    network, card = load_model(folder)
    network = network.to(memory_format=torch.contiguous_format)
    batch = torch.export.Dim("batch", min=1, max=64)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the exporter about itself
        program = torch.onnx.export(
            network, (torch.rand(2, 1, *card.grid),), dynamo=True, verbose=False, optimize=False,
            input_names=["image"], output_names=["logits"], dynamic_shapes=({0: batch},),
        )
    if program is None:
        raise RuntimeError("the exporter gave no graph")
    model = program.model_proto
    for part in (model, model.graph, *model.graph.node, *model.graph.value_info,
                 *model.graph.initializer, *model.graph.input, *model.graph.output):
        del part.metadata_props[:]  # where in the source each node comes from
        part.doc_string = ""
    # Weights outside of the graph are named there, and given to the session by name.
    convert_model_to_external_data(model, location="weights", size_threshold=0)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "graph.onnx"
        onnx.save(model, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target) as temporary:
            temporary.write_bytes(path.read_bytes())


def largest_difference(folder: Path, graph: Path) -> float:
    """Return by how much the two engines' logits differ at most, on noise."""
    _, card = load_model(folder)
    inputs = np.random.default_rng(0).random((3, *card.grid), dtype=np.float32)
    by_torch = TorchEngine.load(folder, device="cpu", threads=None, tell=print).run(inputs)
    by_graph = OnnxEngine(folder, graph, threads=None).run(inputs)
    return float(np.abs(by_torch - by_graph).max())


def main() -> int:
    """Export and check."""
    folder = find_model(sys.argv[1] if len(sys.argv) > 1 else None)
    target = graph_file(load_model(folder)[1])
    export(folder, target)
    difference = largest_difference(folder, target)
    if difference > LARGEST_DIFFERENCE:
        os.remove(target)
        print(f"the graph's logits differ by {difference:.4f} from torch's: not kept")
        return 1
    print(f"{target}: {target.stat().st_size / 1024:.0f} KiB, logits differ by {difference:.2g}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
