"""How ages, dates, z-scores and centiles are written on the screen, and read from the keyboard."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hc18viewer.biometry.age import GestationalAge
from hc18viewer.biometry.growth import Measure, age_of_median, centile, z_score
from hc18viewer.ui.wording import MINUS

if TYPE_CHECKING:
    from hc18viewer.biometry.dating import Dating

STANDARD_NAME = "INTERGROWTH-21st"

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_AGE = re.compile(r"(\d{1,2})(?:\s*[w+\s]\s*([0-6])\s*d?|\s*w)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ChartHead:
    """What the growth chart shows: one head, at an age if one is known, and its prediction."""

    hc_mm: float
    age: GestationalAge | None = None
    prediction_hc_mm: float | None = None

    def __post_init__(self) -> None:
        for hc_mm in (self.hc_mm, self.prediction_hc_mm):
            if hc_mm is not None and not (math.isfinite(hc_mm) and hc_mm > 0):
                raise ValueError(f"an HC is a positive length, got {hc_mm}")


def day_in_words(day: date) -> str:
    """Write a date so that day and month cannot be mixed up."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def parse_day(text: str) -> date | None:
    """Read 2026-03-04 or 4.3.2026; None for anything else.

    Slashes are refused: 3/4/2026 is April in one country and March in another.
    """
    if found := _ISO_DAY.fullmatch(text.strip()):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DOTTED_DAY.fullmatch(text.strip()):
        day, month, year = (int(part) for part in found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_age(text: str) -> GestationalAge | None:
    """Read 12+3, 12 w 3 d, 12w3d, 12 3 or 12; None for anything else."""
    found = _AGE.fullmatch(text.strip())
    if found is None:
        return None
    return GestationalAge(7 * int(found[1]) + int(found[2] or 0))


def age_to_edit(age: GestationalAge) -> str:
    """Write an age as `parse_age` reads it."""
    return f"{age.weeks}+{age.days}"


def signed(value: float, *, digits: int = 1) -> str:
    """Write a number with its sign, and none for what rounds to zero."""
    text = f"{abs(value):.{digits}f}"
    if not any(digit in text for digit in "123456789"):
        return text
    return f"{'+' if value > 0 else MINUS}{text}"


def centile_figure(centile: float) -> str:
    """Write a centile: with a decimal towards the ends, where 2.6 must not pass for the 3rd."""
    if centile < 0.1:
        return "below 0.1"
    if centile > 99.9:
        return "above 99.9"
    return f"{centile:.0f}" if 10 <= centile <= 90 else f"{centile:.1f}"


def place_in_words(hc_mm: float, age: GestationalAge | None) -> str:
    """Write where an HC stands on the chart: its centile at an age, or the age it is median of."""
    if age is None:
        median = age_of_median(Measure.HC, hc_mm)
        if median.value is None:
            return f"no age known; {_inside_a_sentence(median.reason)}"
        return f"no age known; median of {median.value}"
    z, place = z_score(Measure.HC, hc_mm, age), centile(Measure.HC, hc_mm, age)
    if z.value is None or place.value is None:
        return f"at {age}, no centile; {_inside_a_sentence(z.reason)}"
    return f"at {age}, centile {centile_figure(place.value)}, z {signed(z.value)}"


def chart_in_words(head: ChartHead | None) -> str:
    """Write what the growth chart shows, for a tooltip and for those who cannot see it."""
    if head is None:
        return f"Growth chart ({STANDARD_NAME}); no head circumference to show."
    lines = [f"HC {head.hc_mm:.1f} mm: {place_in_words(head.hc_mm, head.age)}."]
    if head.prediction_hc_mm is not None:
        place = place_in_words(head.prediction_hc_mm, head.age)
        lines.append(f"Prediction {head.prediction_hc_mm:.1f} mm: {place}.")
    lines.append(f"Curves: centiles 3, 10, 50, 90 and 97, {STANDARD_NAME}.")
    return "\n".join(lines)


def dating_in_words(dating: Dating) -> str:
    """Write what dates come to.

    Raises:
        DatingError: the dates make no sense together.
    """
    return (
        f"{dating.age_at_scan} on {day_in_words(dating.scan)}.\n"
        f"Expected date of delivery: {day_in_words(dating.due_date)}."
    )


def _inside_a_sentence(reason: str) -> str:
    reason = reason.removesuffix(".")
    return reason[0].lower() + reason[1:]
