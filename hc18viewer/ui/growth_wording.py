"""How ages, dates, z-scores and centiles are written on the screen, and read from the keyboard."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from hc18viewer.biometry.age import GestationalAge
from hc18viewer.biometry.growth import Measure, age_of_median, centile, z_score
from hc18viewer.message import message
from hc18viewer.ui.language import say, screen_locale, translate
from hc18viewer.ui.wording import MINUS, number

if TYPE_CHECKING:
    from hc18viewer.biometry.dating import Dating

STANDARD_NAME = "INTERGROWTH-21st"

_MONTHS = (
    message("January"), message("February"), message("March"), message("April"), message("May"),
    message("June"), message("July"), message("August"), message("September"), message("October"),
    message("November"), message("December"),
)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_SLASHED_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_AGE = re.compile(
    r"(\d{1,2})(?:\s*(?:w|sa|sem\.?|tuần|t)?\s*[+\s]?\s*(?<!\d)([0-6])\s*(?:d|j|ngày|n)?"
    r"|\s*(?:w|sa|sem\.?|tuần|t))?",
    re.IGNORECASE,
)


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
    return translate("Growth", "{day} {month} {year}").format(
        day=day.day, month=say(_MONTHS[day.month - 1]), year=day.year
    )


def parse_day(text: str) -> date | None:
    """Read 2026-03-04 or 4.3.2026; None for anything else.

    In English slashes are refused: 3/4/2026 is April in one country and March in another. Those
    who read another language of the screen write the day first, and may write slashes.
    """
    if found := _ISO_DAY.fullmatch(text.strip()):
        year, month, day = (int(part) for part in found.groups())
    elif found := (_DOTTED_DAY.fullmatch(text.strip()) or _slashed(text.strip())):
        day, month, year = (int(part) for part in found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _slashed(text: str) -> re.Match[str] | None:
    if screen_locale().language() == QLocale.Language.English:
        return None
    return _SLASHED_DAY.fullmatch(text)


def day_to_edit(day: date) -> str:
    """Write a date as `parse_day` reads it: as the screen's language does, in English by ISO."""
    if screen_locale().language() == QLocale.Language.English:
        return day.isoformat()
    return f"{day:%d/%m/%Y}"


def parse_age(text: str) -> GestationalAge | None:
    """Read 12+3, 12 w 3 d, 12w3d, 12 3 or 12, with any language's letters; None for others."""
    found = _AGE.fullmatch(text.strip())
    if found is None:
        return None
    return GestationalAge(7 * int(found[1]) + int(found[2] or 0))


def age_to_edit(age: GestationalAge) -> str:
    """Write an age as `parse_age` reads it."""
    return f"{age.weeks}+{age.days}"


def signed(value: float, *, digits: int = 1) -> str:
    """Write a number with its sign, and none for what rounds to zero."""
    text = number(abs(value), digits)
    if not any(digit in text for digit in "123456789"):
        return text
    return f"{'+' if value > 0 else MINUS}{text}"


def centile_figure(centile: float) -> str:
    """Write a centile: with a decimal towards the ends, where 2.6 must not pass for the 3rd."""
    if centile < 0.1:
        return translate("Growth", "below {centile}").format(centile=number(0.1, 1))
    if centile > 99.9:
        return translate("Growth", "above {centile}").format(centile=number(99.9, 1))
    return number(centile, 0 if 10 <= centile <= 90 else 1)


def place_in_words(hc_mm: float, age: GestationalAge | None) -> str:
    """Write where an HC stands on the chart: its centile at an age, or the age it is median of."""
    if age is None:
        median = age_of_median(Measure.HC, hc_mm)
        if median.value is None:
            return translate("Growth", "no age known; {reason}").format(
                reason=_inside_a_sentence(median.reason)
            )
        return translate("Growth", "no age known; median of {age}").format(
            age=say(str(median.value))
        )
    z, place = z_score(Measure.HC, hc_mm, age), centile(Measure.HC, hc_mm, age)
    if z.value is None or place.value is None:
        return translate("Growth", "at {age}, no centile; {reason}").format(
            age=say(str(age)), reason=_inside_a_sentence(z.reason)
        )
    return translate("Growth", "at {age}, centile {centile}, z {z}").format(
        age=say(str(age)), centile=centile_figure(place.value), z=signed(z.value)
    )


def chart_in_words(head: ChartHead | None) -> str:
    """Write what the growth chart shows, for a tooltip and for those who cannot see it."""
    if head is None:
        return translate(
            "Growth", "Growth chart ({standard}); no head circumference to show."
        ).format(standard=STANDARD_NAME)
    lines = [translate("Growth", "HC {hc} mm: {place}.").format(
        hc=number(head.hc_mm, 1), place=place_in_words(head.hc_mm, head.age)
    )]
    if head.prediction_hc_mm is not None:
        lines.append(translate("Growth", "Prediction {hc} mm: {place}.").format(
            hc=number(head.prediction_hc_mm, 1),
            place=place_in_words(head.prediction_hc_mm, head.age),
        ))
    lines.append(translate("Growth", "Curves: centiles 3, 10, 50, 90 and 97, {standard}.").format(
        standard=STANDARD_NAME
    ))
    return "\n".join(lines)


def dating_in_words(dating: Dating) -> str:
    """Write what dates come to.

    Raises:
        DatingError: the dates make no sense together.
    """
    return translate("Growth", "{age} on {scan}.\nExpected date of delivery: {due}.").format(
        age=say(str(dating.age_at_scan)), scan=day_in_words(dating.scan),
        due=day_in_words(dating.due_date),
    )


def _inside_a_sentence(reason: str) -> str:
    reason = say(reason).removesuffix(".")
    return reason[0].lower() + reason[1:]
