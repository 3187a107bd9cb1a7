import dataclasses
import subprocess
import sys

import numpy as np
import pytest
import torch

from hc18viewer.model import engine as engine_module
from hc18viewer.model.card import ModelCard, WeightsError
from hc18viewer.model.engine import graph_file, load_engine
from hc18viewer.model.onnx_engine import OnnxEngine
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.torch_engine import TorchEngine
from hc18viewer.model.unet import UNet
from hc18viewer.model.weights import inference_state, save_model

CHANNELS = (16, 32, 64, 96, 128, 160)
GRID = (192, 288)
CARD = ModelCard("a", "1", "2026-01-01", "0.1.0", CHANNELS, GRID, "none", "")


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A model of the shipped form whose batch norms are not the ones they begin as."""
    torch.manual_seed(0)
    network = UNet(UNetShape(CHANNELS))
    network.train()(torch.rand(2, 1, *GRID))
    folder = tmp_path_factory.mktemp("model")
    save_model(inference_state(network.state_dict()), CARD, folder)
    return folder


def load(folder, card=CARD, device="cpu"):
    return load_engine(folder, card, device=device, threads=1, tell=print)


def test_the_graph_gives_what_torch_gives(model):
    inputs = np.random.default_rng(0).random((2, *GRID), dtype=np.float32)
    by_torch = TorchEngine.load(model, device="cpu", threads=None, tell=print).run(inputs)
    by_graph = load(model).run(inputs)
    assert by_graph.shape == (2, *GRID)
    assert float(by_torch.std()) > 0.001
    assert np.abs(by_graph - by_torch).max() < 1e-3
    assert np.allclose(load(model).run(inputs[:, :, ::-1])[0], load(model).run(
        np.ascontiguousarray(inputs[:, :, ::-1]))[0])


def test_the_processor_runs_the_graph_where_there_is_one(model, monkeypatch):
    assert isinstance(load(model), OnnxEngine)
    monkeypatch.setattr(engine_module, "graphics_driver_is_there", lambda: False)
    assert isinstance(load(model, device="auto"), OnnxEngine)
    monkeypatch.setattr(engine_module, "graphics_driver_is_there", lambda: True)
    assert isinstance(load(model, device="auto"), TorchEngine)


def test_a_form_without_a_graph_is_run_by_torch(tmp_path):
    card = dataclasses.replace(CARD, channels=(4, 6), grid=(32, 48))
    save_model(inference_state(UNet(UNetShape((4, 6))).state_dict()), card, tmp_path)
    assert not graph_file(card).exists()
    assert isinstance(load(tmp_path, card), TorchEngine)


@pytest.mark.parametrize(("spoil", "words"), [
    (lambda f: (f / "weights.safetensors").unlink(), "missing or damaged"),
    (lambda f: (f / "weights.safetensors").write_bytes(b"junk"), "missing or damaged"),
    (lambda f: save_model(inference_state(UNet(UNetShape((4, 6))).state_dict()), CARD, f),
     "do not belong"),
    (lambda f: save_model(
        inference_state(UNet(UNetShape((16, 32, 64, 96, 128, 128))).state_dict()),
        CARD, f), "do not belong"),
])
def test_missing_damaged_and_other_weights_are_refused(tmp_path, spoil, words):
    network = UNet(UNetShape(CHANNELS))
    save_model(inference_state(network.state_dict()), CARD, tmp_path)
    spoil(tmp_path)
    with pytest.raises(WeightsError, match=words):
        load(tmp_path)


def test_a_prediction_on_the_processor_loads_no_torch():
    code = (
        "import sys, numpy\n"
        "from hc18viewer.model.catalogue import find_model\n"
        "from hc18viewer.model.predictor import Predictor\n"
        "predictor = Predictor.load(find_model(), device='cpu')\n"
        "predictor.predict(numpy.zeros((540, 800), numpy.uint8), case_key='a', pixel_size_mm=1)\n"
        "sys.exit('torch' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_shipped_models_form_has_a_graph():
    from hc18viewer.model.card import read_card
    from hc18viewer.model.catalogue import find_model

    assert graph_file(read_card(find_model())).is_file()
