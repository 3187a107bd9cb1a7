"""How large heads are at each gestational age: the INTERGROWTH-21st standards.

Papageorghiou et al., "International standards for fetal growth based on serial ultrasound
measurements", Lancet 2014;384:869. All lengths in mm and outer to outer, all ages in exact weeks
(days / 7) from 14 to 40; at one age a measure is normally distributed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from statistics import NormalDist

from hc18viewer.biometry.age import INTERGROWTH_RANGE_WEEKS, GestationalAge
from hc18viewer.biometry.estimate import Estimate
from hc18viewer.message import message

CHART_CENTILES = (3.0, 10.0, 50.0, 90.0, 97.0)

_STANDARD = NormalDist()


class Measure(Enum):
    """The head measures that have a standard; the value is the word a reader knows."""

    HC = "HC"
    BPD = "BPD"
    OFD = "OFD"


@dataclass(frozen=True, slots=True)
class Norm:
    """Mean and standard deviation of a measure at one age, in mm."""

    mean_mm: float
    sd_mm: float

    def z_score(self, value_mm: float) -> float:
        """Return how many standard deviations a value lies above the mean."""
        return (value_mm - self.mean_mm) / self.sd_mm

    def value_mm(self, centile: float) -> float:
        """Return the value below which `centile` percent lie; see `z_of_centile`."""
        return self.mean_mm + z_of_centile(centile) * self.sd_mm


def norm(measure: Measure, weeks: float) -> Norm:
    """Return the standard's mean and SD of a measure at an age.

    Args:
        measure: HC, BPD or OFD.
        weeks: exact gestational age in weeks.

    Raises:
        ValueError: the age is outside 14 to 40 weeks.
    """
    low, high = INTERGROWTH_RANGE_WEEKS
    if not low <= weeks <= high:
        raise ValueError(f"the standards hold from {low:.0f} to {high:.0f} weeks, got {weeks}")
    return _NORMS[measure](weeks)


def z_score(measure: Measure, value_mm: float, age: GestationalAge) -> Estimate[float]:
    """Return the z-score of a measure at an age, or why there is none."""
    low, high = INTERGROWTH_RANGE_WEEKS
    if not (math.isfinite(value_mm) and value_mm > 0):
        return Estimate(
            None, message("There is no {measure} in millimetres.", measure=measure.value)
        )
    if not low <= age.decimal_weeks <= high:
        return Estimate(None, range_in_words())
    return Estimate(norm(measure, age.decimal_weeks).z_score(value_mm))


def centile(measure: Measure, value_mm: float, age: GestationalAge) -> Estimate[float]:
    """Return the centile, 0 to 100, of a measure at an age, or why there is none."""
    z = z_score(measure, value_mm, age)
    if z.value is None:
        return Estimate(None, z.reason)
    return Estimate(centile_of_z(z.value))


def centile_of_z(z: float) -> float:
    """Return the percentage of the standard normal distribution below z."""
    return 100 * _STANDARD.cdf(z)


def z_of_centile(centile: float) -> float:
    """Return the z-score of a centile; P10 and P90 are -1.2816 and 1.2816.

    Raises:
        ValueError: the centile is not between 0 and 100, both excluded.
    """
    if not 0 < centile < 100:
        raise ValueError(f"a centile lies between 0 and 100, got {centile}")
    return _STANDARD.inv_cdf(centile / 100)


def curve(
    measure: Measure, centile: float, *, step_weeks: float = 0.5
) -> tuple[tuple[float, float], ...]:
    """Return points (weeks, mm) of a centile from 14 to 40 weeks, both ends included.

    Raises:
        ValueError: the centile is not between 0 and 100, or the step is not positive.
    """
    if not step_weeks > 0:
        raise ValueError(f"a step is positive, got {step_weeks}")
    low, high = INTERGROWTH_RANGE_WEEKS
    steps = math.ceil((high - low) / step_weeks)
    ages = (low + (high - low) * number / steps for number in range(steps + 1))
    return tuple((weeks, norm(measure, weeks).value_mm(centile)) for weeks in ages)


def age_of_median(measure: Measure, value_mm: float) -> Estimate[GestationalAge]:
    """Return the age at which a value is the median, or why there is none.

    This reads the chart backwards. It is no dating formula: those were fitted for that purpose
    and differ from it, most near term.
    """
    low, high = INTERGROWTH_RANGE_WEEKS
    if not (math.isfinite(value_mm) and value_mm > 0):
        return Estimate(
            None, message("There is no {measure} in millimetres.", measure=measure.value)
        )
    if not norm(measure, low).mean_mm <= value_mm <= norm(measure, high).mean_mm:
        return Estimate(None, range_in_words())
    # The medians rise all the way; 40 halvings of 26 weeks end far below a day.
    for _ in range(40):
        middle = (low + high) / 2
        if norm(measure, middle).mean_mm < value_mm:
            low = middle
        else:
            high = middle
    return Estimate(GestationalAge.from_weeks((low + high) / 2))


def range_in_words() -> str:
    """Return the sentence that a reader sees in place of a figure outside the range."""
    low, high = (GestationalAge.from_weeks(weeks) for weeks in INTERGROWTH_RANGE_WEEKS)
    return message("The INTERGROWTH-21st standards hold from {low} to {high}.", low=str(low),
                   high=str(high))


def _hc_norm(w: float) -> Norm:
    ln = math.log(w)
    return Norm(
        mean_mm=-28.2849 + 1.69267 * w**2 - 0.397485 * w**2 * ln,
        sd_mm=1.98735 + 0.0136772 * w**3 - 0.00726264 * w**3 * ln + 0.000976253 * w**3 * ln**2,
    )


def _bpd_norm(w: float) -> Norm:
    ln = math.log(w)
    return Norm(
        mean_mm=5.60878 + 0.158369 * w**2 - 0.00256379 * w**3,
        sd_mm=math.exp(
            0.101242 + 0.00150557 * w**3 - 0.000771535 * w**3 * ln + 0.0000999638 * w**3 * ln**2
        ),
    )


def _ofd_norm(w: float) -> Norm:
    ln = math.log(w)
    return Norm(
        mean_mm=-12.4097 + 0.626342 * w**2 - 0.148075 * w**2 * ln,
        sd_mm=math.exp(
            -0.880034 + 0.0631165 * w**2 - 0.0317136 * w**2 * ln + 0.00408302 * w**2 * ln**2
        ),
    )


_NORMS = {Measure.HC: _hc_norm, Measure.BPD: _bpd_norm, Measure.OFD: _ofd_norm}
