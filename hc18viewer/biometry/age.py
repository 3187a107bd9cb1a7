"""Gestational age from head measures."""

from __future__ import annotations

from dataclasses import dataclass

HADLOCK_RANGE_WEEKS = (14.0, 42.0)
"""The ages of the 361 fetuses that Hadlock et al. 1984 measured."""


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

    def __str__(self) -> str:
        return f"{self.weeks} w {self.days} d"


def hadlock_age(hc_mm: float) -> GestationalAge | None:
    """Return the gestational age by Hadlock's formula of HC alone; None outside its range.

    GA = 8.96 + 0.540 HC + 0.0003 HC^3, HC in cm, GA in weeks (Hadlock, Deter, Harrist and Park,
    Radiology 1984;152:497).
    """
    hc_cm = hc_mm / 10
    weeks = 8.96 + 0.540 * hc_cm + 0.0003 * hc_cm**3
    low, high = HADLOCK_RANGE_WEEKS
    return GestationalAge.from_weeks(weeks) if low <= weeks <= high else None
