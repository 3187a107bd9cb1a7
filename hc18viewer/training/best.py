"""The best weights of a training so far, by its looks at the cases held back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from hc18viewer.files import replacing
from hc18viewer.message import message
from hc18viewer.training.checkpoint import CheckpointError

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

    from hc18viewer.evaluation.metrics import Summary

BEST_FILE = "best.safetensors"


class Best:
    """Keeps the best weights in the training's folder, so that a resumed run knows them.

    The file is written before the epoch's checkpoint. A run that was killed between the two does
    that epoch again, gets the same figures, and leaves the file as it is.
    """

    def __init__(self, folder: Path) -> None:
        """Take over what the folder holds.

        Raises:
            CheckpointError: the file is damaged.
        """
        self._path = folder / BEST_FILE
        self.epoch, self.score = 0, float("inf")
        if self._path.is_file():
            try:
                with safe_open(self._path, framework="pt") as file:
                    content = json.loads(file.metadata()["best"])
                self.epoch, self.score = int(content["epoch"]), float(content["score"])
            except (OSError, SafetensorError, ValueError, TypeError, KeyError) as error:
                raise self._damaged() from error

    def offer(self, epoch: int, score: float, state: dict[str, Tensor]) -> None:
        """Keep the weights if their score is lower than any before."""
        if score >= self.score:
            return
        plain = {name: value.detach().cpu().contiguous().clone() for name, value in state.items()}
        content = json.dumps({"epoch": epoch, "score": score})
        with replacing(self._path) as temporary:
            temporary.write_bytes(save(plain, metadata={"best": content}))
        self.epoch, self.score = epoch, score

    def state(self) -> dict[str, Tensor]:
        """Return the weights that are kept.

        Raises:
            CheckpointError: there are none, or the file is damaged.
        """
        try:
            with safe_open(self._path, framework="pt") as file:
                return {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no dict
        except (OSError, SafetensorError) as error:
            raise self._damaged() from error

    def _damaged(self) -> CheckpointError:
        return CheckpointError(message(
            "{path} is damaged. Remove the folder to train from the start.", path=self._path,
        ))


def score_of(summary: Summary) -> float:
    """Return what a look is judged by, the lower the better: points of Dice lost, plus HC error.

    In points and mm; without lengths, by Dice alone.
    """
    dice = summary.dice_percent if summary.dice_percent is not None else 0.0
    return 100 - dice + (summary.hc_mae_mm or 0.0)
