"""Find a model by its name: those that come with the program, and the user's own."""

from __future__ import annotations

import re
from pathlib import Path

from hc18viewer import paths
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.message import message
from hc18viewer.model.card import CARD_FILE

DEFAULT_MODEL = "hc18-unet"

_NAME = re.compile(r"[\w][\w.-]{0,63}")
# Names that Windows keeps for itself, and that of the list of promotions beside the folders.
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?|serving\.json")


class UnknownModelError(Hc18ViewerError):
    """No model has the name; the text says which there are."""

    @classmethod
    def of(cls, name: str) -> UnknownModelError:
        """Return the error of a name that no model has."""
        return cls(message(
            'There is no model "{wanted}". There are: {models}. A folder that train wrote is a '
            "model too.", wanted=name, models=", ".join(model_folders()) or message("none"),
        ))


def model_folders() -> dict[str, Path]:
    """Return the folders of all models by name; a model of the user's hides a shipped one."""
    found: dict[str, Path] = {}
    for place in (paths.resources() / "models", paths.models_folder()):
        if place.is_dir():
            cards = sorted(place.glob(f"*/{CARD_FILE}"))
            found |= {card.parent.name: card.parent for card in cards}
    return found


def find_model(name: str | None = None) -> Path:
    """Return the folder of the model `name`: a name of the library, or a model's own folder.

    Raises:
        UnknownModelError: there is no such model.
    """
    wanted = name or DEFAULT_MODEL
    folders = model_folders()
    if wanted in folders:
        return folders[wanted]
    if (Path(wanted) / CARD_FILE).is_file():
        return Path(wanted).resolve()
    raise UnknownModelError.of(wanted)


def is_model_name(name: str) -> bool:
    """Whether a model can be called so: letters, digits, dots and dashes, fit for a folder."""
    return bool(
        _NAME.fullmatch(name) and not name.endswith(".") and not _RESERVED.fullmatch(name)
    )
