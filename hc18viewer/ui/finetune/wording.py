"""How a fine-tuning and its gate are written on the screen."""

from __future__ import annotations

import math
import re
from datetime import datetime

from hc18viewer.training.lessons import Part, Source
from hc18viewer.ui.language import say, translate
from hc18viewer.ui.wording import DASH, MINUS, number


def source_word(source: Source) -> str:
    """Write where a lesson's contour comes from."""
    return {
        Source.CORRECTION: translate("FineTune", "corrected"),
        Source.ACCEPTED: translate("FineTune", "accepted"),
        Source.ANNOTATION: translate("FineTune", "ground truth"),
    }[source]


def part_word(part: Part) -> str:
    """Write what a lesson is for."""
    return {
        Part.LEARN: translate("FineTune", "learning"),
        Part.GATE: translate("FineTune", "gate"),
        Part.REFERENCE: translate("FineTune", "reference"),
    }[part]


def card_word(name: str) -> str:
    """Write what a figure or a part of the recipe on a card is; unknown ones stay as they are."""
    known = {
        "cases": translate("FineTune", "Cases"),
        "dice_percent": translate("FineTune", "Dice in %"),
        "iou_percent": translate("FineTune", "IoU in %"),
        "hd_mm": translate("FineTune", "Hausdorff distance in mm"),
        "hc_mae_mm": translate("FineTune", "HC error in mm"),
        "hc_bias_mm": translate("FineTune", "HC bias in mm"),
        "worst_dice_percent": translate("FineTune", "Worst Dice in %"),
        "share": translate("FineTune", "Share of the way from its parent"),
        "level": translate("FineTune", "Level by which its heads' size was set"),
        "seed": translate("FineTune", "Seed"),
        "epochs": translate("FineTune", "Epochs"),
        "learning_rate": translate("FineTune", "Learning rate"),
        "batch_size": translate("FineTune", "Cases in a batch"),
    }
    return known.get(name, name.replace("_", " "))


def gate_sentence(text: str) -> str:
    """Write what the gate says with true arrows and signs, which not every terminal has."""
    return re.sub(r"(?<![\w.])-(?=\d)", MINUS, say(text).replace(" -> ", " → "))


def duration(seconds: float) -> str:
    """Write a time that is estimated: to the minute, below two minutes to ten seconds."""
    if seconds <= 110:
        tens = max(10, 10 * math.ceil(seconds / 10))
        return translate("FineTune", "about {seconds} s").format(seconds=tens)
    if seconds < 5400:
        return translate("FineTune", "about {minutes} min").format(minutes=round(seconds / 60))
    return translate("FineTune", "about {hours} h").format(hours=number(seconds / 3600, 1))


def day(moment: datetime | None) -> str:
    """Write the day of a moment, here."""
    if moment is None:
        return DASH
    return moment.astimezone().date().isoformat()


def figure(value: float | None, digits: int, unit: str = "") -> str:
    """Write a figure with its unit; a dash for none."""
    if value is None:
        return DASH
    text = number(abs(value), digits)
    zero = not any(digit in text for digit in "123456789")
    sign = MINUS if value < 0 and not zero else ""
    return f"{sign}{text} {unit}".rstrip()


def signed(value: float | None, digits: int, unit: str = "") -> str:
    """Write a change with its sign; a dash for none."""
    if value is None:
        return DASH
    text = figure(abs(value), digits, unit)
    if not any(digit in text for digit in "123456789"):
        return f"±{text}"
    return f"{'+' if value > 0 else MINUS}{text}"


def interval(bounds: tuple[float, float] | None, digits: int) -> str:
    """Write an interval of a change, without its unit; a dash for none."""
    if bounds is None:
        return DASH
    low, high = (signed(bound, digits) for bound in bounds)
    return translate("FineTune", "{low} to {high}").format(low=low, high=high)


def moment(text: str) -> str:
    """Write a moment, kept as ISO 8601, in the time of this place; what is none stays as it is."""
    try:
        found = datetime.fromisoformat(text).astimezone()
    except ValueError:
        return text
    return found.strftime("%Y-%m-%d %H:%M")
