"""The training's log as TensorBoard draws it, readable while the training runs."""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from torch.utils.tensorboard import SummaryWriter

    from hc18viewer.training.log import LogRow

CURVES_FOLDER = "tensorboard"
_TAGS = {
    "loss": "training/loss",
    "learning_rate": "training/learning_rate",
    "held_back_dice_percent": "held_back/dice_percent",
    "held_back_hc_mae_mm": "held_back/hc_mae_mm",
}

_log = logging.getLogger(__name__)


@contextmanager
def open_curves(
    folder: Path, *, after: int, wanted: bool = True
) -> Iterator[Callable[[LogRow], None]]:
    """Give what adds an epoch's row to the curves in `folder`.

    Each row is on the disk when the call returns. Points past epoch `after`, which a kill cut
    off before their checkpoint, are dropped. TensorBoard is no part of the frozen program: where
    it is not installed the log says so; there, and where not `wanted`, no curves are written.
    """
    writer = _writer(folder / CURVES_FOLDER, after + 1) if wanted else None
    if writer is None:
        yield lambda _row: None
        return

    def add(row: LogRow) -> None:
        figures = asdict(row)
        for name, tag in _TAGS.items():
            if figures[name] is not None:
                writer.add_scalar(tag, figures[name], row.epoch)
        writer.flush()

    try:
        yield add
    finally:
        writer.close()


def _writer(folder: Path, first_epoch: int) -> SummaryWriter | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what its many parts deprecate is not ours to mend
        try:
            from torch.utils.tensorboard import SummaryWriter  # seconds, and not always there
        except ImportError:
            _log.info("TensorBoard is not installed: the training writes its log as CSV alone")
            return None
        writer = SummaryWriter(folder, purge_step=first_epoch)
    writer.flush()  # the dropping too is to be seen at once
    return writer
