"""A model's folder: weights as safetensors, with the card beside them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save

from hc18viewer.files import replacing
from hc18viewer.model.card import WEIGHTS_FILE, ModelCard, WeightsError, read_card, write_card
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.unet import UNet

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

_SIDE_HEADS = "side_heads."


def inference_state(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return what a prediction needs of a network's state: all but the side heads, on the CPU."""
    return {
        name: value.detach().cpu().contiguous()
        for name, value in state.items()
        if not name.startswith(_SIDE_HEADS)
    }


def weights_version(state: dict[str, Tensor]) -> str:
    """Return eight hexadecimal digits that follow from the weights alone."""
    digest = hashlib.sha256()
    for name in sorted(state):
        digest.update(name.encode())
        digest.update(state[name].numpy().tobytes())
    return digest.hexdigest()[:8]


def save_model(state: dict[str, Tensor], card: ModelCard, folder: Path) -> None:
    """Write weights (as `inference_state` gives them) and card into `folder`."""
    with replacing(folder / WEIGHTS_FILE) as temporary:
        # Not by save_file, whose error on a full disk is no OSError.
        temporary.write_bytes(save(state, metadata={"model": card.identity}))
    write_card(card, folder)


def load_model(folder: Path) -> tuple[UNet, ModelCard]:
    """Return the network in `folder`, on the CPU and ready to predict, and its card.

    Raises:
        WeightsError: the weights are missing, damaged, or do not belong to the card.
        CardError: the card is missing or damaged.
    """
    card = read_card(folder)
    try:
        state = load_file(folder / WEIGHTS_FILE)
    except (OSError, SafetensorError) as error:
        raise WeightsError.missing(folder) from error
    network = UNet(UNetShape(channels=card.channels))
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        raise WeightsError.other(folder) from error
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return network.eval(), card
