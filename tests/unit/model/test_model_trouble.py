import dataclasses
import json
import time

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.card import CardError, ModelCard, read_card, write_card
from hc18viewer.model.catalogue import UnknownModelError, find_model, model_folders
from hc18viewer.model.decode import decode
from hc18viewer.model.device import choose_device, is_out_of_memory
from hc18viewer.model.frame import Frame, normalise
from hc18viewer.model.predictor import Predictor
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.torch_engine import TorchEngine
from hc18viewer.model.unet import UNet
from hc18viewer.model.weights import inference_state, load_model, save_model, weights_version

CARD = ModelCard(
    "Đầu thai", "1", "2026-01-01T00:00:00+00:00", "0.1.0", (4, 6), (32, 48), "ten heads",
    "Fold 1/5", recipe={"epochs": 3, "rate": 0.002, "loss": "Dice"}, figures={"dice_percent": 97.5},
)
GRID = (192, 288)


def state(channels=(4, 6), side_heads=0, seed=0):
    torch.manual_seed(seed)
    return inference_state(UNet(UNetShape(channels, side_heads)).state_dict())


def test_a_card_comes_back_whole(tmp_path):
    write_card(CARD, tmp_path)
    assert read_card(tmp_path) == CARD
    assert read_card(tmp_path).identity == "Đầu thai 1"


@pytest.mark.parametrize("change", [
    {"channels": [4]}, {"channels": []}, {"channels": [0, 8]}, {"channels": [-4, 8]},
    {"channels": "many"}, {"channels": 4}, {"grid": [0, 48]}, {"grid": [32]}, {"grid": [32, -48]},
    {"grid": None}, {"format": None}, {"format": "new"}, {"recipe": [1]}, {"figures": 7},
    {"channels": [float("inf"), 8]}, {"format": float("inf")},
])
def test_a_card_of_impossible_numbers_is_refused(tmp_path, change):
    save_model(state(), CARD, tmp_path)
    content = json.loads((tmp_path / "card.json").read_text())
    (tmp_path / "card.json").write_text(json.dumps({**content, **change}))
    with pytest.raises(CardError, match=tmp_path.name):
        load_model(tmp_path)


ADDED_LATER = {"title", "parent", "gate"}


@pytest.mark.parametrize("missing", [
    field.name for field in dataclasses.fields(ModelCard) if field.name not in ADDED_LATER
])
def test_a_card_that_lacks_a_field_names_it(tmp_path, missing):
    write_card(CARD, tmp_path)
    content = json.loads((tmp_path / "card.json").read_text())
    del content[missing]
    (tmp_path / "card.json").write_text(json.dumps(content))
    with pytest.raises(CardError, match=missing):
        read_card(tmp_path)


def test_a_card_of_before_fine_tuning_is_read(tmp_path):
    write_card(CARD, tmp_path)
    content = json.loads((tmp_path / "card.json").read_text())
    old = {name: value for name, value in content.items() if name not in ADDED_LATER}
    (tmp_path / "card.json").write_text(json.dumps(old))
    assert read_card(tmp_path) == CARD
    assert CARD.shown_name == CARD.name


@settings(deadline=None, max_examples=40)
@given(st.binary(max_size=60))
def test_a_card_of_any_bytes_is_refused_in_plain_words(tmp_path_factory, junk):
    folder = tmp_path_factory.getbasetemp() / "junk"
    folder.mkdir(exist_ok=True)
    (folder / "card.json").write_bytes(junk)
    with pytest.raises(Hc18ViewerError):
        read_card(folder)


def test_side_heads_stay_out_of_a_model(tmp_path):
    kept = state(channels=(4, 6, 8), side_heads=1)
    assert kept
    assert not [name for name in kept if "side" in name]
    save_model(kept, dataclasses.replace(CARD, channels=(4, 6, 8)), tmp_path)
    network, _ = load_model(tmp_path)
    loaded = network.state_dict()
    assert all(torch.equal(loaded[name], value) for name, value in kept.items())


def test_the_version_follows_from_the_weights_alone():
    first, again, other = state(), state(), state(seed=1)
    assert weights_version(first) == weights_version(dict(reversed(again.items())))
    assert weights_version(first) != weights_version(other)
    assert len(weights_version(first)) == 8
    again["head.bias"] = again["head.bias"] + 1e-6
    assert weights_version(first) != weights_version(again)


def test_truncated_weights_are_refused(tmp_path):
    save_model(state(), CARD, tmp_path)
    weights = tmp_path / "weights.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(Hc18ViewerError, match="damaged"):
        load_model(tmp_path)


def test_a_pickle_beside_the_card_is_no_model(tmp_path):
    write_card(CARD, tmp_path)
    torch.save(state(), tmp_path / "weights.pt")
    with pytest.raises(Hc18ViewerError, match="missing"):
        load_model(tmp_path)


def on_torch(network, device, tell=print):
    """Return a predictor by torch; "meta" stands for a device that is no CPU."""
    return Predictor(TorchEngine(network, device=torch.device(device), tell=tell), CARD)


class CrowdedCard(torch.nn.Module):
    """Stands for a network that does not even fit on the graphics card."""

    def __init__(self, error):
        super().__init__()
        self.error, self.moves = error, []

    def to(self, device):
        self.moves.append(device.type)
        if device.type != "cpu":
            raise self.error
        return self

    def forward(self, images):
        return torch.full_like(images, -1.0)


def test_a_network_that_does_not_fit_goes_to_the_processor_and_says_so():
    told = []
    network = CrowdedCard(torch.OutOfMemoryError("full"))
    predictor = on_torch(network, "meta", told.append)
    assert predictor.device == "cpu"
    assert network.moves == ["meta", "cpu"]
    assert predictor.predict(np.zeros((32, 48), np.uint8), case_key="a",
                             pixel_size_mm=0.1).ellipse is None
    assert [text for text in told if "slower" in text] == told
    assert len(told) == 1


def test_a_network_that_the_card_refuses_for_another_reason_is_not_hidden():
    with pytest.raises(RuntimeError, match="broken"):
        on_torch(CrowdedCard(RuntimeError("broken")), "meta")


def test_a_full_main_memory_is_not_hidden():
    class FullMemory(CrowdedCard):
        def forward(self, images):
            raise self.error

    predictor = on_torch(FullMemory(RuntimeError("out of memory")), "cpu")
    with pytest.raises(RuntimeError, match="out of memory"):
        predictor.predict(np.zeros((32, 48), np.uint8), case_key="a", pixel_size_mm=None)


def test_the_seconds_count_from_where_the_caller_began():
    predictor = on_torch(UNet(UNetShape((4, 6))).eval(), "cpu")
    image = np.zeros((32, 48), np.uint8)
    begun = time.perf_counter() - 100
    found = predictor.predict(image, case_key="a", pixel_size_mm=None, started=begun)
    assert 100 <= found.seconds < 160
    assert predictor.predict(image, case_key="a", pixel_size_mm=None).seconds < 60


@pytest.mark.parametrize(("cuda", "mps", "wanted"), [
    (True, True, "cuda"), (False, True, "mps"), (False, False, "cpu"),
])
def test_the_best_device_there_is_is_taken(monkeypatch, cuda, mps, wanted):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)
    assert choose_device("auto").type == wanted
    assert choose_device("cpu").type == "cpu"


def test_a_full_memory_is_told_from_other_errors():
    assert is_out_of_memory(torch.OutOfMemoryError("?"))
    assert is_out_of_memory(RuntimeError("MPS backend out of memory (MPS allocated: 9 GB)"))
    assert not is_out_of_memory(RuntimeError("mat1 and mat2 shapes cannot be multiplied"))


@settings(deadline=None, max_examples=40)
@given(
    st.floats(0, 1), st.floats(0, 1), st.floats(20, 90), st.floats(0.55, 1), st.floats(0, 3.14),
)
def test_any_head_in_the_grid_is_decoded_to_a_third_of_a_pixel(right, down, a, share, angle):
    b = a * share
    head = Ellipse(a + 1 + right * (GRID[1] - 3 - 2 * a), a + 1 + down * (GRID[0] - 3 - 2 * a),
                   a, b, angle)
    x, y = np.arange(GRID[1]) - head.x, (np.arange(GRID[0]) - head.y)[:, None]
    (cos, sin) = head.major_direction
    radius = np.hypot((x * cos + y * sin) / a, (y * cos - x * sin) / b)
    logits = np.clip((1 - radius) * a, -6, 6).astype(np.float32)
    found = decode(logits, Frame.fit(GRID, GRID)).ellipse
    assert (found.x, found.y, found.a, found.b) == pytest.approx(
        (head.x, head.y, head.a, head.b), abs=0.3)
    if share < 0.8:
        turned = abs(found.angle_rad - head.angle_rad)
        assert min(turned, np.pi - turned) < 0.03


def test_a_head_cut_by_the_edge_is_closed_along_it():
    logits = np.full(GRID, -5, np.float32)
    logits[50:150, :120] = 5
    found = decode(logits, Frame.fit(GRID, GRID))
    assert found.ellipse is not None
    assert found.contour[:, 0].min() >= -1
    assert np.isfinite(found.contour).all()


def test_the_largest_of_several_parts_is_the_head():
    logits = np.full(GRID, -5, np.float32)
    logits[20:50, 20:50] = 5
    logits[80:180, 120:260] = 5
    found = decode(logits, Frame.fit(GRID, GRID)).ellipse
    assert (found.x, found.y) == pytest.approx((189.5, 129.5), abs=1)


def test_logits_of_any_size_and_holes_do_not_overflow():
    logits = np.full(GRID, -3e4, np.float32)
    logits[40:160, 60:220] = 3e4
    logits[90:100, 130:140] = -3e4
    found = decode(logits, Frame.fit(GRID, GRID))
    assert found.ellipse is not None
    assert 0.95 < found.mean_probability < 1


def test_what_is_no_number_is_no_head():
    found = decode(np.full(GRID, np.nan, np.float32), Frame.fit(GRID, GRID))
    assert found.ellipse is None
    assert found.no_head_reason


@pytest.mark.parametrize("shape", [(1, 1), (1, 500), (500, 1), (7, 9), (3000, 20)])
def test_an_image_of_any_form_lies_in_the_middle(shape):
    frame = Frame.fit(shape, GRID)
    laid = frame.lay(np.full(shape, 90, np.uint8))
    assert laid.shape == GRID
    rows, columns = np.nonzero(laid)
    assert set(np.unique(laid[rows, columns])) == {90}
    assert abs((rows.min() + rows.max()) / 2 - (GRID[0] - 1) / 2) <= 0.5
    assert abs((columns.min() + columns.max()) / 2 - (GRID[1] - 1) / 2) <= 0.5
    assert (np.ptp(rows) + 1, np.ptp(columns) + 1) == frame.size


def test_the_networks_input_runs_from_nought_to_one():
    inputs = normalise(np.array([[0, 51, 255]], np.uint8))
    assert inputs.dtype == np.float32
    assert inputs[0] == pytest.approx([0, 0.2, 1])


def test_the_library_without_models_of_the_users(home):
    assert list(model_folders()) == ["hc18-unet", "hc18-unet-fold1"]
    own = home / "models"
    (own / "no card").mkdir(parents=True)
    (own / "a file").write_text("")
    write_card(CARD, own / "mine")
    assert set(model_folders()) == {"hc18-unet", "hc18-unet-fold1", "mine"}
    assert find_model("mine") == own / "mine"
    with pytest.raises(UnknownModelError, match=r'"no card".*hc18-unet, hc18-unet-fold1, mine'):
        find_model("no card")
    with pytest.raises(UnknownModelError):
        find_model(str(own / "no card"))
