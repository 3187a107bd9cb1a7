"""Gestational age on the day of a scan, from dates that a reader knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from hc18viewer.biometry.age import GestationalAge
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.message import message

PREGNANCY_DAYS = 280
"""From the first day of the last menstrual period to the expected date of delivery.

40 weeks: Naegele's rule as ACOG (Committee Opinion 700, 2017) states it.
"""

OLDEST_DAYS = 44 * 7
"""No pregnancy is let run to 44 weeks; an older age means a wrong date."""


class DatingError(Hc18ViewerError):
    """Dates that make no sense together."""


class Basis(Enum):
    """What the gestational age is counted from."""

    LAST_PERIOD = "last period"
    DUE_DATE = "due date"
    EARLIER_SCAN = "earlier scan"


@dataclass(frozen=True, slots=True)
class Dating:
    """The dates that a reader entered; `age_at_scan` says whether they make sense.

    Attributes:
        scan: the day of the scan.
        basis: what `day` is.
        day: first day of the last menstrual period, expected date of delivery, or the day of
            the earlier scan.
        age_then: the age at the earlier scan; None with any other basis.
    """

    scan: date
    basis: Basis
    day: date
    age_then: GestationalAge | None = None

    def __post_init__(self) -> None:
        if (self.basis is Basis.EARLIER_SCAN) != (self.age_then is not None):
            raise ValueError("an age belongs to an earlier scan, and only there")

    @property
    def age_at_scan(self) -> GestationalAge:
        """The gestational age on the day of the scan.

        Raises:
            DatingError: the dates make no sense together.
        """
        if self.basis is Basis.LAST_PERIOD:
            return age_from_last_period(self.scan, self.day)
        if self.basis is Basis.DUE_DATE:
            return age_from_due_date(self.scan, self.day)
        assert self.age_then is not None  # __post_init__ saw to it
        return age_from_earlier_scan(self.scan, self.day, self.age_then)

    @property
    def due_date(self) -> date:
        """The expected date of delivery.

        Raises:
            DatingError: the dates make no sense together.
        """
        left = PREGNANCY_DAYS - self.age_at_scan.total_days
        try:
            return self.scan + timedelta(days=left)
        except OverflowError:
            raise DatingError(
                message("The date of the scan lies too far in the future.")
            ) from None


def age_from_last_period(scan: date, last_period: date) -> GestationalAge:
    """Return the age on the day of the scan, counted from the last menstrual period's first day.

    Raises:
        DatingError: the scan is before that day, or the age would be above 44 weeks.
    """
    if scan < last_period:
        raise DatingError(message("The scan lies before the last menstrual period."))
    return _plausible((scan - last_period).days)


def age_from_due_date(scan: date, due: date) -> GestationalAge:
    """Return the age on the day of the scan, 280 days being the expected date of delivery.

    Raises:
        DatingError: the delivery is more than 280 days after the scan, or the age would be above
            44 weeks.
    """
    days = PREGNANCY_DAYS - (due - scan).days
    if days < 0:
        raise DatingError(
            message("The expected delivery lies more than {days} days after the scan.",
                    days=PREGNANCY_DAYS)
        )
    return _plausible(days)


def age_from_earlier_scan(scan: date, earlier: date, age_then: GestationalAge) -> GestationalAge:
    """Return the age on the day of the scan, from the age on an earlier day, or the same one.

    Raises:
        DatingError: the other scan is a later one, or either age is below 0 or above 44 weeks.
    """
    if scan < earlier:
        raise DatingError(message("The earlier scan lies after this one."))
    if not 0 <= age_then.total_days <= OLDEST_DAYS:
        raise DatingError(
            message("An age lies between 0 and {weeks} weeks.", weeks=OLDEST_DAYS // 7)
        )
    return _plausible(age_then.total_days + (scan - earlier).days)


def _plausible(days: int) -> GestationalAge:
    age = GestationalAge(days)
    if days > OLDEST_DAYS:
        raise DatingError(message(
            "The age would be {age}, more than {weeks} weeks: check the dates.",
            age=str(age), weeks=OLDEST_DAYS // 7,
        ))
    return age
