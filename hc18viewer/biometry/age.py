"""Gestational age from head circumference, by two formulas."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hc18viewer.biometry.estimate import Estimate
from hc18viewer.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Callable

HADLOCK_RANGE_WEEKS = (14.0, 42.0)
"""The ages of the 361 fetuses that Hadlock et al. 1984 measured."""

INTERGROWTH_RANGE_WEEKS = (14.0, 40.0)
"""14 + 0 to 40 + 0: the ages for which INTERGROWTH-21st gives its standards.

Papageorghiou et al., Lancet 2014;384:869. The formula of age stands on the scans of the same
study, so no age outside is read from it either.
"""


@dataclass(frozen=True, slots=True)
class GestationalAge:
    """A gestational age in completed weeks and days."""

    total_days: int

    @classmethod
    def from_weeks(cls, weeks: float) -> GestationalAge:
        """Round decimal weeks to whole days."""
        return cls(round(7 * weeks))

    @property
    def weeks(self) -> int:
        """Completed weeks."""
        return self.total_days // 7

    @property
    def days(self) -> int:
        """Days beyond the completed weeks."""
        return self.total_days % 7

    @property
    def decimal_weeks(self) -> float:
        """The whole age in weeks, as charts and formulas want it."""
        return self.total_days / 7

    def __str__(self) -> Message:
        return message("{weeks} w {days} d", weeks=self.weeks, days=self.days)


@dataclass(frozen=True, slots=True)
class AgeFormula:
    """A formula of gestational age from HC, with the ages for which it holds.

    Attributes:
        name: its name in a sentence.
        source: where it was published.
        range_weeks: the youngest and the oldest age it may give, both included.
        weeks_of: decimal weeks of an HC in mm, not looking at the range.
    """

    name: str
    source: str
    range_weeks: tuple[float, float]
    weeks_of: Callable[[float], float]

    def range_in_words(self) -> str:
        """Return the sentence that a reader sees in place of an age outside the range."""
        low, high = (GestationalAge.from_weeks(weeks) for weeks in self.range_weeks)
        return message("{formula} holds from {low} to {high}.", formula=self.name, low=str(low),
                       high=str(high))

    def estimate(self, hc_mm: float) -> Estimate[GestationalAge]:
        """Return the age of a head of this HC, or why there is none."""
        if not (math.isfinite(hc_mm) and hc_mm > 0):
            return Estimate(None, message("There is no head circumference in millimetres."))
        low, high = self.range_weeks
        # A wildly large HC overflows the exponential; 1 m is far beyond every range.
        weeks = self.weeks_of(min(hc_mm, 1000.0))
        if low <= weeks <= high:
            return Estimate(GestationalAge.from_weeks(weeks))
        return Estimate(None, self.range_in_words())

    def change_days(self, from_hc_mm: float, to_hc_mm: float) -> Estimate[int]:
        """Return by how many days the second HC is older than the first.

        It is the difference of the two ages as they are shown, in whole days, so that what a
        reader can subtract agrees with it.
        """
        first, second = self.estimate(from_hc_mm), self.estimate(to_hc_mm)
        if first.value is None or second.value is None:
            return Estimate(None, first.reason or second.reason)
        return Estimate(second.value.total_days - first.value.total_days)


def _hadlock_weeks(hc_mm: float) -> float:
    """GA = 8.96 + 0.540 HC + 0.0003 HC^3, HC in cm, GA in weeks."""
    hc_cm = hc_mm / 10
    return 8.96 + 0.540 * hc_cm + 0.0003 * hc_cm**3


def _intergrowth_weeks(hc_mm: float) -> float:
    """GA = exp(0.05970 (ln HC)^2 + 6.409e-9 HC^3 + 3.3258), HC in mm, GA in days."""
    return math.exp(0.05970 * math.log(hc_mm) ** 2 + 6.409e-9 * hc_mm**3 + 3.3258) / 7


HADLOCK_1984 = AgeFormula(
    name=message("Hadlock's formula"),
    source="Hadlock, Deter, Harrist and Park, Radiology 1984;152:497",
    range_weeks=HADLOCK_RANGE_WEEKS,
    weeks_of=_hadlock_weeks,
)

INTERGROWTH_2016 = AgeFormula(
    name=message("The INTERGROWTH-21st formula"),
    source="Papageorghiou et al., Ultrasound Obstet Gynecol 2016;48:719",
    range_weeks=INTERGROWTH_RANGE_WEEKS,
    weeks_of=_intergrowth_weeks,
)
