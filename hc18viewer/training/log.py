"""The training's log: one CSV row an epoch, readable while the training runs."""

from __future__ import annotations

import csv
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.files import replacing

if TYPE_CHECKING:
    from pathlib import Path

LOG_FILE = "log.csv"


class LogError(Hc18ViewerError):
    """A log that is missing or cannot be read; the text says so in plain words."""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One epoch; the held-back figures are None in epochs that did not look at them."""

    epoch: int
    step: int
    seconds: float
    learning_rate: float
    loss: float
    held_back_dice_percent: float | None = None
    held_back_hc_mae_mm: float | None = None


def append_row(folder: Path, row: LogRow) -> None:
    """Add one row to the log in `folder`; make the log when there is none."""
    path = folder / LOG_FILE
    begins = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(LogRow)])
        if begins:
            writer.writeheader()
        writer.writerow({
            name: f"{value:.6g}" if isinstance(value, float) else value
            for name, value in asdict(row).items()
        })


def read_rows(folder: Path) -> tuple[LogRow, ...]:
    """Return the epochs of the log in `folder`, in order.

    Raises:
        LogError: there is no log, or it is damaged.
    """
    try:
        with (folder / LOG_FILE).open(encoding="utf-8", newline="") as file:
            return tuple(_row(cells) for cells in csv.DictReader(file))
    except FileNotFoundError as error:
        raise LogError(f"The model's folder has no {LOG_FILE}.") from error
    except OSError as error:
        raise LogError(f"The model's {LOG_FILE} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        raise LogError(f"The model's {LOG_FILE} is damaged.") from error


def keep_rows_until(folder: Path, epoch: int) -> None:
    """Drop the rows after `epoch`: epochs that a kill cut off before their checkpoint."""
    path = folder / LOG_FILE
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if int(row["epoch"]) <= epoch]
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(LogRow)])
        writer.writeheader()
        writer.writerows(rows)


def _row(cells: dict[str, str]) -> LogRow:
    dice, error = cells["held_back_dice_percent"], cells["held_back_hc_mae_mm"]
    return LogRow(
        epoch=int(cells["epoch"]), step=int(cells["step"]), seconds=float(cells["seconds"]),
        learning_rate=float(cells["learning_rate"]), loss=float(cells["loss"]),
        held_back_dice_percent=float(dice) if dice else None,
        held_back_hc_mae_mm=float(error) if error else None,
    )
