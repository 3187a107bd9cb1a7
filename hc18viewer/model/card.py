"""A model's card, plain JSON beside the weights: what it is, where from, and how good."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.files import write_text
from hc18viewer.message import message

if TYPE_CHECKING:
    from pathlib import Path

CARD_FORMAT = 1
CARD_FILE = "card.json"
WEIGHTS_FILE = "weights.safetensors"


class CardError(Hc18ViewerError):
    """A card that cannot be read; the text says why in plain words."""


class WeightsError(Hc18ViewerError):
    """Weights that cannot be read; the text says why in plain words."""

    @classmethod
    def missing(cls, folder: Path) -> WeightsError:
        """Return the error of weights that are not there or not whole."""
        return cls(
            message(
                "The weights of the model {model} are missing or damaged. Choose another model or "
                "install this one again.", model=folder.name,
            )
        )

    @classmethod
    def other(cls, folder: Path) -> WeightsError:
        """Return the error of weights of another network than the card says."""
        return cls(
            message("The weights of the model {model} do not belong to its card.",
                    model=folder.name)
        )


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a model is and where it comes from.

    Attributes:
        name: what the model is called, and its folder.
        version: distinguishes the weights: predictions carry "name version".
        made_at: when the training ended, ISO 8601, UTC.
        program: the program's version that trained it.
        channels: of the U-Net's levels, the finest first.
        grid: (height, width) that the network sees.
        data: what it was trained on, in words, with the data's licence.
        split: which subjects it has not seen, in words; "" where it has seen all.
        recipe: how it was trained, name to value.
        figures: on the subjects not seen, name to value; empty before `evaluate` was run.
        title: what a reader calls the model; "" for its name. May change, which the name may not:
            predictions carry it.
        parent: the identity of the model that it was fine-tuned from; "" for none.
        gate: how it did against its parent, as `services.finetuning` writes it; empty for none.
    """

    name: str
    version: str
    made_at: str
    program: str
    channels: tuple[int, ...]
    grid: tuple[int, int]
    data: str
    split: str
    recipe: dict[str, str | int | float] = field(default_factory=dict)
    figures: dict[str, str | int | float] = field(default_factory=dict)
    title: str = ""
    parent: str = ""
    gate: dict[str, Any] = field(default_factory=dict)

    @property
    def shown_name(self) -> str:
        """What the model is called on the screen."""
        return self.title or self.name

    @property
    def identity(self) -> str:
        """The name and version that predictions carry."""
        return f"{self.name} {self.version}"


def write_card(card: ModelCard, folder: Path) -> None:
    """Write the card into the model's folder, whole or not at all."""
    write_text(folder / CARD_FILE, card_text(card) + "\n")


def card_text(card: ModelCard) -> str:
    """Return the card as JSON."""
    return json.dumps({"format": CARD_FORMAT, **asdict(card)}, indent=2, ensure_ascii=False)


def read_card(folder: Path) -> ModelCard:
    """Read the card of the model in `folder`.

    Raises:
        CardError: it is missing, damaged, or written by a newer program.
    """
    path = folder / CARD_FILE
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise CardError(
            message("The model {model} has no readable {file}.", model=folder.name, file=CARD_FILE)
        ) from error
    except ValueError as error:
        raise _damaged(folder.name, error) from error
    return parse_card(text, folder.name)


def parse_card(text: str, name: str) -> ModelCard:
    """Return the card that `card_text` wrote; `name` is what its model is called in errors.

    Raises:
        CardError: it is damaged, or written by a newer program.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _damaged(name, error) from error
    try:
        return _card(content)
    except (TypeError, KeyError, ValueError, AttributeError, OverflowError) as error:
        raise CardError(
            message("The card of the model {model} is incomplete: {reason}.", model=name,
                    reason=str(error))
        ) from error


def _damaged(name: str, error: Exception) -> CardError:
    return CardError(
        message("The card of the model {model} is damaged: {reason}.", model=name,
                reason=str(error))
    )


def _card(content: dict[str, Any]) -> ModelCard:
    if int(content["format"]) > CARD_FORMAT:
        raise ValueError(message("it was written by a newer version of this program"))
    height, width = (int(side) for side in content["grid"])
    channels = tuple(int(count) for count in content["channels"])
    if len(channels) < 2 or min(*channels, height, width) < 1:
        raise ValueError(f"no network has the channels {channels} and the grid {height, width}")
    return ModelCard(
        name=str(content["name"]), version=str(content["version"]),
        made_at=str(content["made_at"]), program=str(content["program"]),
        channels=channels, grid=(height, width),
        data=str(content["data"]), split=str(content["split"]),
        recipe=dict(content["recipe"]), figures=dict(content["figures"]),
        title=str(content.get("title", "")), parent=str(content.get("parent", "")),
        gate=dict(content.get("gate", {})),
    )
