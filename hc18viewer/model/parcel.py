"""A model as one file that can be handed on: safetensors, with card and margin in its header.

Nothing in such a file can run code, and nothing else is read. Files of torch (.pt, .pth, .ckpt,
.bin) and pickles can carry code and are refused.
"""

from __future__ import annotations

import secrets
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file, save

from hc18viewer import paths
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.files import replacing
from hc18viewer.message import message
from hc18viewer.model.card import (
    WEIGHTS_FILE,
    CardError,
    ModelCard,
    WeightsError,
    card_text,
    parse_card,
    read_card,
)
from hc18viewer.model.catalogue import is_model_name, model_folders
from hc18viewer.model.margin import (
    Margin,
    MarginError,
    margin_text,
    parse_margin,
    read_margin,
    write_margin,
)
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.unet import UNet
from hc18viewer.model.weights import save_model, weights_version

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

PARCEL_SUFFIX = ".hc18model"
MOST_BYTES = 500_000_000

_CODE_SUFFIXES = (".pt", ".pth", ".ckpt", ".bin", ".pkl", ".pickle", ".joblib", ".zip")


class ParcelError(Hc18ViewerError):
    """A model's file that cannot be written or taken in; the text says why in plain words."""


def export_model(folder: Path, path: Path) -> None:
    """Write the model in `folder` into one file, whole or not at all.

    Raises:
        CardError, MarginError, WeightsError: the model's files are missing or damaged.
        ParcelError: the file cannot be written.
    """
    card, margin = read_card(folder), read_margin(folder)
    try:
        state = load_file(folder / WEIGHTS_FILE)
    except (OSError, SafetensorError) as error:
        raise WeightsError.missing(folder) from error
    _check(state, card, folder.name)
    header = {"card": card_text(card)}
    if margin is not None:
        header["margin"] = margin_text(margin)
    try:
        with replacing(path) as temporary:
            temporary.write_bytes(save(state, metadata=header))
    except OSError as error:
        raise ParcelError(message(
            "{path} cannot be written: {reason}. Choose another place.", path=path,
            reason=error.strerror,
        )) from error


def import_model(path: Path) -> str:
    """Take a model's file into the library and return the model's name there.

    The same model a second time changes nothing. Another model of that name gets a number behind
    its name. It does not serve before somebody promotes it.

    Raises:
        ParcelError: it is no such file, is damaged, or could carry code.
    """
    state, card, margin = _read(path)
    # Where letters' case does not count, folders of other case are the same.
    folders = {name.casefold(): folder for name, folder in model_folders().items()}
    name, number = card.name, 1
    while name.casefold() in folders:
        found = folders[name.casefold()]
        if read_card(found).version == card.version:
            return found.name
        number += 1
        name = f"{card.name}-{number}"
    folder = paths.models_folder() / name
    made = paths.runs_folder() / f".import-{secrets.token_hex(6)}"
    try:
        made.mkdir(parents=True)
        if margin is not None:
            write_margin(margin, made)
        save_model(state, replace(card, name=name), made)
        folder.parent.mkdir(parents=True, exist_ok=True)
        made.rename(folder)
    except OSError as error:
        shutil.rmtree(made, ignore_errors=True)
        raise ParcelError(message(
            "The model cannot be kept in {folder}: {reason}. Make room on the disk.",
            folder=folder, reason=error.strerror,
        )) from error
    return name


def _read(path: Path) -> tuple[dict[str, Tensor], ModelCard, Margin | None]:
    if path.suffix.lower() in _CODE_SUFFIXES:
        raise ParcelError(message(
            "{name} is of a kind that can run code when it is opened, so it is not opened. Ask "
            "for the model as a {suffix} file, which this program exports.",
            name=path.name, suffix=PARCEL_SUFFIX,
        ))
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ParcelError(message(
                "{name} is larger than any model of this program.", name=path.name,
            ))
        with safe_open(path, framework="pt") as file:
            header = file.metadata() or {}
            state: dict[str, Tensor] = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no dict
    except OSError as error:
        raise ParcelError(message(
            "{name} cannot be read: {reason}.", name=path.name, reason=error.strerror or error,
        )) from error
    except (SafetensorError, ValueError) as error:
        raise ParcelError(message(
            "{name} is no model of this program, or damaged.", name=path.name,
        )) from error
    if "card" not in header:
        raise ParcelError(message(
            "{name} has no card: it is no model that this program exported.", name=path.name,
        ))
    try:
        card = parse_card(header["card"], path.name)
        margin = parse_margin(header["margin"], path.name) if "margin" in header else None
        _check(state, card, path.name)
    except (CardError, MarginError, WeightsError) as error:
        raise ParcelError(*error.args) from error
    return state, card, margin


def _check(state: dict[str, Tensor], card: ModelCard, name: str) -> None:
    """Refuse weights that are not those of the card, or are no finite numbers."""
    if not is_model_name(card.name):
        raise ParcelError(message(
            "{name} calls its model by a name that no folder can have.", name=name,
        ))
    try:
        network = UNet(UNetShape(channels=card.channels))
        network.load_state_dict(state)
    except (RuntimeError, ValueError) as error:
        raise ParcelError(message(
            "{name} holds weights of another network than its card says.", name=name,
        )) from error
    if weights_version(state) != card.version:
        raise ParcelError(message(
            "{name} is damaged: its weights are not those of its card.", name=name,
        ))
    if not all(torch.isfinite(value).all() for value in state.values()):
        raise ParcelError(message("{name} holds weights that are no numbers.", name=name))
