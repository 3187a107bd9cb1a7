"""Which model serves: a list of promotions, the last of which counts; nothing else is kept."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from hc18viewer import paths
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.files import write_text
from hc18viewer.message import message
from hc18viewer.model.catalogue import (
    DEFAULT_MODEL,
    UnknownModelError,
    find_model,
    model_folders,
)

if TYPE_CHECKING:
    from pathlib import Path

SERVING_FILE = "serving.json"
ROLLED_BACK = "rolled back"
"""The note of a promotion that takes the one before back."""


class ServingError(Hc18ViewerError):
    """A promotion that cannot be made, taken back or read; the text says why."""


@dataclass(frozen=True, slots=True)
class Promotion:
    """One model taking another's place.

    Attributes:
        model: its name.
        made_at: ISO 8601, UTC.
        by: who decided; "" where that is not known.
        note: what was said when it was confirmed, such as what is lost.
    """

    model: str
    made_at: str
    by: str = ""
    note: str = ""


def find_serving(name: str | None = None) -> Path:
    """Return the folder of the model `name`, or of the one that serves.

    Raises:
        UnknownModelError: there is no such model.
        ServingError: the list is damaged.
    """
    return find_model(name or serving_model())


def serving_model() -> str:
    """Return the name of the model that serves: the newest promotion's that is still there.

    Raises:
        ServingError: the list is damaged.
    """
    there = model_folders()
    for promotion in reversed(promotions()):
        if promotion.model in there:
            return promotion.model
    return DEFAULT_MODEL


def promote(model: str, *, by: str = "", note: str = "") -> Promotion:
    """Let a model serve from now on.

    Raises:
        UnknownModelError: there is no such model.
        ServingError: the list is damaged or cannot be written.
    """
    if model not in model_folders():
        raise UnknownModelError.of(model)
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    promotion = Promotion(model, now, by, note)
    _write((*promotions(), promotion))
    return promotion


def model_before() -> str | None:
    """Return the name of the model that served before the one that serves now; None for none.

    Raises:
        ServingError: the list is damaged.
    """
    served = _served()
    return served[-2] if len(served) > 1 else None


def roll_back(*, by: str = "") -> Promotion:
    """Let the model serve again that served before the one that serves now.

    The list grows by a promotion of that one: what was is never struck out.

    Raises:
        ServingError: nothing served before it, or the list is damaged or cannot be written.
    """
    before = model_before()
    if before is None:
        raise ServingError(message(
            "No model served before {model}: there is nothing to go back to.",
            model=_served()[0],
        ))
    return promote(before, by=by, note=ROLLED_BACK)


def promotions() -> tuple[Promotion, ...]:
    """Return all promotions, the oldest first.

    Raises:
        ServingError: the list is damaged.
    """
    path = _path()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return tuple(Promotion(**each) for each in content)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise ServingError(message(
            "{path} cannot be read: {reason}. Move it away to begin with the model that came with "
            "the program.", path=path, reason=str(error),
        )) from error


def _served() -> list[str]:
    """Return the models that serve and served, what was rolled back struck out; never empty."""
    there = model_folders()
    served = [DEFAULT_MODEL]
    for promotion in promotions():
        if promotion.model not in there:
            continue
        if promotion.note == ROLLED_BACK and served[-2:-1] == [promotion.model]:
            served.pop()
        elif promotion.model != served[-1]:
            served.append(promotion.model)
    return served


def _write(all_of_them: tuple[Promotion, ...]) -> None:
    content = [asdict(each) for each in all_of_them]
    try:
        write_text(_path(), json.dumps(content, indent=2, ensure_ascii=False) + "\n")
    except OSError as error:
        raise ServingError(message(
            "{path} cannot be written: {reason}.", path=_path(), reason=error.strerror,
        )) from error


def _path() -> Path:
    return paths.models_folder() / SERVING_FILE
