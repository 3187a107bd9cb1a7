"""Compare the ways to run the network on a processor, side by side in one run.

    python tests/benchmarks/engines.py [--model NAME] [--repeats N] [--json FILE]

One figure is the time of the two forward passes that a prediction takes: the whole image, then the
close look with its mirror image. The engines take turns, so that a busy moment meets all of them.
Needs onnx, onnxruntime, onnxscript and openvino besides the program; what is missing is left out
and named. torch.compile needs a C++ compiler and is asked for by --compile.
"""

from __future__ import annotations

import argparse
import copy
import importlib.util
import json
import sys
import tempfile
import time
import warnings
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from hc18viewer.model.catalogue import find_model
from hc18viewer.model.weights import load_model

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor, nn

    Engine = Callable[[np.ndarray], np.ndarray]

THREADS = 2


def folded(network: nn.Module) -> nn.Module:
    """Return a copy whose batch norms are folded into the convolutions before them."""
    from torch.nn.utils.fusion import fuse_conv_bn_eval

    copied = copy.deepcopy(network)
    for module in list(copied.modules()):
        names = list(module._modules)
        for first, second in pairwise(names):
            conv, norm = module._modules[first], module._modules[second]
            if isinstance(conv, torch.nn.Conv2d) and isinstance(norm, torch.nn.BatchNorm2d):
                module._modules[first] = fuse_conv_bn_eval(conv, norm)
                module._modules[second] = torch.nn.Identity()
    return copied


def torch_engine(network: nn.Module, *, bf16: bool = False) -> Engine:
    """Return the network as torch runs it."""
    def run(inputs: np.ndarray) -> np.ndarray:
        batch = torch.from_numpy(inputs).to(memory_format=torch.channels_last)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            return network(batch).float().numpy()

    return run


def frozen(network: nn.Module, example: Tensor) -> nn.Module:
    """Return the traced and frozen network: batch norms folded, weights laid out once."""
    with torch.inference_mode(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing is deprecated, which is part of the comparison
        return torch.jit.optimize_for_inference(torch.jit.freeze(torch.jit.trace(network, example)))


def export_onnx(network: nn.Module, shape: tuple[int, int], path: Path) -> None:
    """Write the network as ONNX, with any number of images."""
    batch = torch.export.Dim("batch", min=1, max=64)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network, (torch.rand(2, 1, *shape),), str(path), dynamo=True, verbose=False,
            input_names=["image"], output_names=["logits"], dynamic_shapes=({0: batch},),
            external_data=False,
        )


def onnx_engine(path: Path) -> Engine:
    """Return the network as ONNX Runtime runs it."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return lambda inputs: session.run(None, {"image": inputs})[0]


def openvino_engine(network: nn.Module, example: Tensor, precision: str) -> Engine:
    """Return the network as OpenVINO runs it."""
    import openvino

    core = openvino.Core()
    model = openvino.convert_model(network, example_input=example)
    compiled = core.compile_model(model, "CPU", {
        "INFERENCE_PRECISION_HINT": precision, "INFERENCE_NUM_THREADS": THREADS,
    })
    return lambda inputs: compiled(inputs)[0]


def engines(network: nn.Module, shape: tuple[int, int], compiles: bool, folder: Path) -> dict[
    str, Callable[[], Engine]
]:
    """Return the makers of the engines by name."""
    example = torch.rand(1, 1, *shape)
    plain = network.to(memory_format=torch.contiguous_format)
    makers: dict[str, Callable[[], Engine]] = {
        "torch eager": lambda: torch_engine(plain),
        "torch channels_last": lambda: torch_engine(network.to(memory_format=torch.channels_last)),
        "torch channels_last, folded": lambda: torch_engine(
            folded(network).to(memory_format=torch.channels_last)),
        "torch channels_last, bfloat16": lambda: torch_engine(
            network.to(memory_format=torch.channels_last), bf16=True),
        "torch traced and frozen": lambda: torch_engine(frozen(network, example)),
    }
    if compiles:
        makers["torch.compile"] = lambda: torch_engine(torch.compile(network))
    if importlib.util.find_spec("onnxruntime") and importlib.util.find_spec("onnxscript"):
        def make_onnx() -> Engine:
            export_onnx(network, shape, folder / "network.onnx")
            return onnx_engine(folder / "network.onnx")
        makers["ONNX Runtime"] = make_onnx
    if importlib.util.find_spec("openvino"):
        makers["OpenVINO f32"] = lambda: openvino_engine(network, example, "f32")
        makers["OpenVINO bf16"] = lambda: openvino_engine(network, example, "bf16")
    return makers


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--model")
    parser.add_argument("--repeats", type=int, default=20)
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    torch.set_num_threads(THREADS)
    network, card = load_model(find_model(wanted.model))
    rng = np.random.default_rng(0)
    one = rng.random((1, 1, *card.grid), dtype=np.float32)
    two = rng.random((2, 1, *card.grid), dtype=np.float32)
    ready: dict[str, Engine] = {}
    rows: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, make in engines(network, card.grid, wanted.compile, Path(scratch)).items():
            started = time.perf_counter()
            engine = make()
            engine(one), engine(two)
            rows[name] = {"ready_s": time.perf_counter() - started}
            ready[name] = engine
        reference = torch_engine(network)(two)
        times: dict[str, list[float]] = {name: [] for name in ready}
        for _ in range(wanted.repeats):
            for name, engine in ready.items():
                started = time.perf_counter()
                engine(one), engine(two)
                times[name].append(1000 * (time.perf_counter() - started))
        for name, engine in ready.items():
            rows[name] |= {
                "median_ms": float(np.median(times[name])), "fastest_ms": min(times[name]),
                "largest_difference_of_logits": float(np.abs(engine(two) - reference).max()),
            }
    print(f"{card.identity}, grid {card.grid}, {THREADS} threads, {wanted.repeats} repeats")
    for name, row in rows.items():
        print(f"  {name:<32}{row['median_ms']:8.1f} ms  fastest {row['fastest_ms']:6.1f}  "
              f"ready in {row['ready_s']:5.1f} s  "
              f"logits differ by {row['largest_difference_of_logits']:.4f}")
    missing = [n for n in ("onnx", "onnxruntime", "onnxscript", "openvino")
               if importlib.util.find_spec(n) is None]
    if missing:
        print(f"not installed, left out: {', '.join(missing)}", file=sys.stderr)
    if wanted.json:
        wanted.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
