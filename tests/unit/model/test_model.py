import dataclasses
import json

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from hc18viewer import paths
from hc18viewer.dataset.images import read_grey
from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.metrics import compare
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.mask import ellipse_coverage
from hc18viewer.model.card import CardError, ModelCard, WeightsError, read_card, write_card
from hc18viewer.model.catalogue import UnknownModelError, find_model, model_folders
from hc18viewer.model.decode import decode
from hc18viewer.model.device import DeviceError, choose_device
from hc18viewer.model.frame import Frame
from hc18viewer.model.predictor import Predictor
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.torch_engine import TorchEngine
from hc18viewer.model.unet import UNet
from hc18viewer.model.weights import inference_state, load_model, save_model

SMALL = UNetShape(channels=(4, 6, 8))
CARD = ModelCard("small", "1", "2026-01-01", "0.1.0", (4, 6, 8), (48, 64), "none", "")


@pytest.fixture(scope="module")
def predictor():
    return Predictor.load(find_model(), device="cpu")


@pytest.fixture
def small(tmp_path):
    torch.manual_seed(0)
    folder = tmp_path / "small"
    save_model(inference_state(UNet(SMALL).state_dict()), CARD, folder)
    return folder


@pytest.mark.parametrize("size", [(64, 96), (63, 95), (1, 1), (5, 200), (33, 2)])
def test_the_output_has_the_inputs_size(size):
    network = UNet(SMALL).eval()
    with torch.no_grad():
        logits = network(torch.rand(2, 1, *size))
    assert logits.shape == (2, 1, *size)
    assert torch.isfinite(logits).all()


def test_side_heads_speak_only_while_training():
    network = UNet(UNetShape((4, 6, 8, 10), side_heads=2))
    shapes = [tuple(logits.shape[-2:]) for logits in network.forward_all(torch.rand(2, 1, 64, 96))]
    assert shapes == [(64, 96), (32, 48), (16, 24)]
    assert len(network.eval().forward_all(torch.rand(1, 1, 64, 96))) == 1


def test_an_impossible_form_is_refused():
    with pytest.raises(ValueError, match="no U-Net"):
        UNet(UNetShape((4,)))


@given(st.tuples(st.integers(8, 3000), st.integers(8, 3000)), st.integers(0, 99))
def test_a_place_goes_to_the_grid_and_back(shape, seed):
    frame = Frame.fit(shape, (192, 288))
    points = np.random.default_rng(seed).uniform(0, 1, (9, 2)) * (shape[1], shape[0])
    assert np.allclose(frame.to_image(frame.to_grid(points)), points, atol=1e-6 * max(shape))
    assert frame.offset_y + frame.size[0] <= 192
    assert frame.offset_x + frame.size[1] <= 288


def test_an_image_lies_in_the_middle_of_the_grid():
    laid = Frame.fit((100, 100), (192, 288)).lay(np.full((100, 100), 200, np.uint8))
    assert laid.shape == (192, 288)
    assert (laid[:, 48:240] == 200).all()
    assert (laid[:, :48] == 0).all()


def test_logits_become_the_ellipse_they_show():
    frame = Frame.fit((540, 800), (192, 288))
    head = Ellipse(400.3, 270.7, 205.2, 158.9, 0.4)
    wide = ellipse_coverage(head, (540, 800))
    grid = np.asarray(frame.lay((wide * 255).astype(np.uint8)), np.float32) / 255
    logits = np.log(np.clip(grid, 1e-3, 1 - 1e-3) / (1 - np.clip(grid, 1e-3, 1 - 1e-3)))
    found = decode(logits, frame)
    assert found.ellipse.a == pytest.approx(head.a, abs=0.5)
    assert found.ellipse.b == pytest.approx(head.b, abs=0.5)
    assert (found.ellipse.x, found.ellipse.y) == pytest.approx((head.x, head.y), abs=0.4)
    assert found.mean_probability > 0.95
    assert not found.contour.flags.writeable


@pytest.mark.parametrize(("rows", "words"), [(0, "no skull"), (4, "speck")])
def test_too_little_to_be_a_head_gives_a_reason(rows, words):
    logits = np.full((192, 288), -5, np.float32)
    logits[90 : 90 + rows, 100 : 100 + rows] = 5
    found = decode(logits, Frame.fit((540, 800), (192, 288)))
    assert found.ellipse is None
    assert words in found.no_head_reason


def test_the_shipped_model_finds_the_heads_of_the_sample_study(predictor, sample_dir):
    for case in open_study(sample_dir / "training_set").cases:
        image = read_grey(case.image_path)
        found = predictor.predict(image, case_key=case.key, pixel_size_mm=case.pixel_size_mm)
        figures = compare(case.key, predicted=found.ellipse, truth=truth_ellipse(case),
                          shape=image.shape, pixel_size_mm=case.pixel_size_mm)
        assert figures.dice_percent >= 90, case.key
        assert found.hc_mm == pytest.approx(found.ellipse.perimeter * case.pixel_size_mm)
        assert found.model == predictor.model
        assert 0.5 < found.mean_probability <= 1


@pytest.mark.parametrize("shape", [(1200, 500), (90, 700), (8, 8), (2000, 3000)])
def test_an_image_of_any_size_is_predicted(predictor, shape):
    image = np.random.default_rng(0).integers(0, 255, shape, np.uint8)
    found = predictor.predict(image, case_key="a", pixel_size_mm=None)
    assert found.hc_mm is None
    assert (found.ellipse is None) == bool(found.no_head_reason)


def test_a_bright_square_image_has_no_millimetres_without_pixel_size(predictor, sample_dir):
    image = read_grey(sample_dir / "test_set" / "001_HC.png")
    found = predictor.predict(image, case_key="a", pixel_size_mm=None)
    assert found.ellipse is not None
    assert found.hc_mm is None


def on_torch(network, device, tell=print):
    """Return a predictor by torch; "meta" stands for a device that is no CPU."""
    return Predictor(TorchEngine(network, device=torch.device(device), tell=tell), CARD)


class FullCard(torch.nn.Module):
    """Stands for a network on a card whose memory is full."""

    def __init__(self, error):
        super().__init__()
        self.error, self.moves = error, []

    def to(self, device):
        self.moves.append(str(device))
        return self

    def forward(self, images):
        if self.moves[-1] != "cpu":
            raise self.error
        return torch.full_like(images, -1.0)


@pytest.mark.parametrize("error", [
    torch.OutOfMemoryError("CUDA out of memory"), RuntimeError("MPS backend out of memory"),
])
def test_a_full_graphics_card_falls_back_to_the_processor_and_says_so(error):
    told = []
    network = FullCard(error)
    predictor = on_torch(network, "meta", told.append)
    found = predictor.predict(np.zeros((48, 64), np.uint8), case_key="a", pixel_size_mm=None)
    assert found.no_head_reason
    assert predictor.device == "cpu"
    assert network.moves == ["meta", "cpu"]
    assert len(told) == 1
    assert "memory is full" in told[0]


def test_another_error_of_the_card_is_not_hidden():
    predictor = on_torch(FullCard(RuntimeError("broken")), "meta")
    with pytest.raises(RuntimeError, match="broken"):
        predictor.predict(np.zeros((48, 64), np.uint8), case_key="a", pixel_size_mm=None)


def test_devices_are_chosen_by_name():
    assert choose_device("cpu").type == "cpu"
    assert choose_device("auto").type in ("cpu", "cuda", "mps")
    if not torch.cuda.is_available():
        with pytest.raises(DeviceError, match="auto or cpu"):
            choose_device("cuda")


def test_a_model_comes_back(small):
    network, card = load_model(small)
    assert card == CARD
    assert not network.training


@pytest.mark.parametrize(("spoil", "error", "words"), [
    (lambda f: (f / "weights.safetensors").write_bytes(b"junk"), WeightsError, "damaged"),
    (lambda f: (f / "weights.safetensors").unlink(), WeightsError, "missing"),
    (lambda f: (f / "card.json").unlink(), CardError, "no readable"),
    (lambda f: (f / "card.json").write_text("{"), CardError, "damaged"),
    (lambda f: (f / "card.json").write_text("[]"), CardError, "incomplete"),
    (lambda f: write_card(dataclasses.replace(CARD, channels=(4, 8, 8)), f), WeightsError,
     "do not belong"),
])
def test_a_spoilt_model_says_what_is_wrong(small, spoil, error, words):
    spoil(small)
    with pytest.raises(error, match=words):
        load_model(small)


def test_a_card_of_a_newer_program_is_refused(small):
    content = json.loads((small / "card.json").read_text())
    (small / "card.json").write_text(json.dumps({**content, "format": 2}))
    with pytest.raises(CardError, match="newer"):
        read_card(small)


def test_nothing_that_can_run_code_is_loaded(small, tmp_path):
    flag = tmp_path / "ran"

    class Evil:
        def __reduce__(self):
            return (flag.touch, ())

    torch.save(Evil(), small / "weights.safetensors")
    with pytest.raises(WeightsError):
        load_model(small)
    assert not flag.exists()


def test_models_are_found_by_name_or_folder(small, home):
    assert find_model() == paths.resources() / "models" / "hc18-unet"
    assert find_model(str(small)) == small
    own = paths.models_folder() / "hc18-unet"
    write_card(CARD, own)
    assert model_folders()["hc18-unet"] == own
    with pytest.raises(UnknownModelError, match="hc18-unet"):
        find_model("no such")
