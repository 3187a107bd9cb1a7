"""What the program remembers between two starts, as one readable JSON file."""

from __future__ import annotations

import dataclasses
import json
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

from hc18viewer import paths
from hc18viewer.files import write_text
from hc18viewer.overlays import Overlays, overlays_from_json

if TYPE_CHECKING:
    from pathlib import Path

Theme = Literal["dark", "light"]
Language = Literal["", "en", "vi", "fr"]
TEXT_SIZES = (100, 125, 150, 200)
_CHOICES: dict[str, tuple[Any, ...]] = {
    "theme": get_args(Theme), "language": get_args(Language), "text_size": TEXT_SIZES,
}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """The remembered choices; a field that the file lacks, or gets wrong, takes its default.

    Attributes:
        language: the screen's; "" for the system's.
        text_size: in per cent of the system's, one of `TEXT_SIZES`.
        image_window, image_level, image_gamma, image_invert, image_clahe: how the image is seen.
        loupe_magnification: how many times the loupe enlarges what is on the screen.
        keep_zoom: whether the next case is shown as large as this one.
        overlays: how each thing over the image is seen.
        calibration_length_mm: of the line that was drawn last for a pixel size; 0 for none.
        go_on_after_verdict: whether a verdict shows the next case.
        recent_studies: folders, the newest first.
        window_geometry: as Qt writes it, in base 64.
        shortcuts: the keys that the reader changed, by the commands' ids.
        recent_commands: the ids of commands found by their name, the newest first.
        last_cases: the case that was shown last, by the study's folder.
        tuning_reference: the study that a fine-tuned model must do no worse on; "" for the sample.
    """

    theme: Theme = "dark"
    language: Language = ""
    text_size: int = 100
    reader: str = ""
    overlays: Overlays = field(default_factory=Overlays)
    show_view_options: bool = False
    image_window: int = 256
    image_level: int = 128
    image_gamma: float = 1.0
    image_invert: bool = False
    image_clahe: bool = False
    loupe: bool = True
    loupe_magnification: int = 3
    keep_zoom: bool = False
    calibration_length_mm: float = 0.0
    go_on_after_verdict: bool = True
    recent_studies: tuple[str, ...] = ()
    window_geometry: str = ""
    last_cases: dict[str, str] = field(default_factory=dict)
    shortcuts: dict[str, list[str]] = field(default_factory=dict)
    recent_commands: tuple[str, ...] = ()
    tuning_reference: str = ""


def settings_file() -> Path:
    """Return the path of the settings file."""
    return paths.config_folder() / "settings.json"


def load_settings() -> Settings:
    """Read the settings; a missing or damaged file gives the defaults."""
    path = settings_file()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):  # the last for JSON nested without end
        _log.warning("settings file cannot be read; defaults are used")
        return Settings()
    return _from_json(found) if isinstance(found, dict) else Settings()


def save_settings(settings: Settings) -> None:
    """Write the settings, whole or not at all.

    Raises:
        OSError: the settings folder cannot be written.
    """
    text = json.dumps(dataclasses.asdict(settings), indent=2, ensure_ascii=False)
    # A folder's name that is no UTF-8 holds lone surrogates; this writes them as JSON escapes.
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    write_text(settings_file(), text + "\n")


def _from_json(found: dict[str, Any]) -> Settings:
    known: dict[str, Any] = {}
    for name, default in dataclasses.asdict(Settings()).items():
        if name == "overlays":
            known[name] = _overlays(found)
            continue
        value = found.get(name, default)
        choices = _CHOICES.get(name)
        if choices and value not in choices:
            continue
        if name in ("recent_studies", "recent_commands"):
            value = tuple(str(path) for path in value) if isinstance(value, list) else ()
        if name == "shortcuts" and isinstance(value, dict):
            value = _lists_of_texts(value)
        if name == "last_cases" and isinstance(value, dict):
            value = {str(root): str(case) for root, case in value.items()}
        if type(value) is type(default):
            known[name] = value
    return Settings(**known)


def _overlays(found: dict[str, Any]) -> Overlays:
    """Read the overlays' looks, and of older files what they show."""
    shown = {name: found.get(f"show_{name}") for name in ("annotation", "prediction", "correction")}
    return overlays_from_json(found.get("overlays"), shown=shown)


def _lists_of_texts(found: dict[Any, Any]) -> dict[str, list[str]]:
    """Keep the entries that are lists, and the texts in them."""
    return {
        str(name): [text for text in texts if isinstance(text, str)]
        for name, texts in found.items() if isinstance(texts, list)
    }
