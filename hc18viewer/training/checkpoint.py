"""Keep a training between two epochs, as safetensors: nothing in the file can run code."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.files import replacing

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor, nn
    from torch.optim import Optimizer

CHECKPOINT_FILE = "checkpoint.safetensors"


class CheckpointError(Hc18ViewerError):
    """A checkpoint that cannot be gone on from; the text says why in plain words."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a training stands: epochs and steps done, seconds spent, and what it is a run of."""

    epoch: int
    step: int
    seconds: float
    plan: str


def save_checkpoint(
    folder: Path, *, network: nn.Module, average: nn.Module, optimiser: Optimizer,
    position: Position,
) -> None:
    """Write everything that an exact resume needs, whole or not at all."""
    tensors = {f"network/{name}": value for name, value in network.state_dict().items()}
    tensors |= {f"average/{name}": value for name, value in average.state_dict().items()}
    for index, state in optimiser.state_dict()["state"].items():
        tensors |= {f"optimiser/{index}/{name}": value for name, value in state.items()}
    plain = {name: value.detach().cpu().contiguous().clone() for name, value in tensors.items()}
    with replacing(folder / CHECKPOINT_FILE) as temporary:
        metadata = {"position": json.dumps(asdict(position))}
        temporary.write_bytes(save(plain, metadata=metadata))


def load_checkpoint(
    folder: Path, *, network: nn.Module, average: nn.Module, optimiser: Optimizer, plan: str
) -> Position | None:
    """Put a training back where its checkpoint stands; None when the folder has none.

    Raises:
        CheckpointError: the checkpoint is damaged or belongs to a training of another plan.
    """
    path = folder / CHECKPOINT_FILE
    if not path.is_file():
        return None
    try:
        position, tensors = _read(path)
    except (OSError, SafetensorError, ValueError, TypeError, KeyError) as error:
        raise CheckpointError(
            f"{path} is damaged. Remove it to train from the start."
        ) from error
    if position.plan != plan:
        raise CheckpointError(
            f"{folder} holds a training with other settings. Choose another folder, or remove "
            f"{CHECKPOINT_FILE} from it to train from the start."
        )
    try:
        network.load_state_dict(_part(tensors, "network"))
        average.load_state_dict(_part(tensors, "average"))
    except RuntimeError as error:  # tensors are missing, or of a program that built it otherwise
        raise CheckpointError(
            f"{path} does not fit this network. Remove it to train from the start."
        ) from error
    content = optimiser.state_dict()
    parameters = {index for group in content["param_groups"] for index in group["params"]}
    kept = {int(name.split("/")[0]) for name in _part(tensors, "optimiser")}
    if kept != parameters:
        raise CheckpointError(f"{path} is incomplete. Remove it to train from the start.")
    for name, value in _part(tensors, "optimiser").items():
        index, key = name.split("/")
        content["state"].setdefault(int(index), {})[key] = value
    optimiser.load_state_dict(content)
    return position


def _read(path: Path) -> tuple[Position, dict[str, Tensor]]:
    with safe_open(path, framework="pt") as file:
        position = Position(**json.loads(file.metadata()["position"]))
        tensors: dict[str, Tensor] = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no dict
    return position, tensors


def _part(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    start = f"{prefix}/"
    return {
        name.removeprefix(start): value
        for name, value in tensors.items()
        if name.startswith(start)
    }
