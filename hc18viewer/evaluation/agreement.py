"""How well predicted and true HC agree, after Bland and Altman."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hc18viewer.evaluation.metrics import CaseFigures

_NORMAL_95 = 1.96


@dataclass(frozen=True, slots=True)
class Agreement:
    """The HC's bias and its 95 % limits of agreement, bias ± 1.96 sd of the single errors."""

    n: int
    bias_mm: float
    sd_mm: float

    @property
    def low_mm(self) -> float:
        """The lower limit of agreement."""
        return self.bias_mm - _NORMAL_95 * self.sd_mm

    @property
    def high_mm(self) -> float:
        """The upper limit of agreement."""
        return self.bias_mm + _NORMAL_95 * self.sd_mm


def agreement(figures: Sequence[CaseFigures]) -> Agreement | None:
    """Return how predicted and true HC agree, None for less than two cases with both."""
    errors = [f.hc_error_mm for f in figures if f.hc_error_mm is not None]
    if len(errors) < 2:  # one error has no spread
        return None
    return Agreement(len(errors), float(np.mean(errors)), float(np.std(errors, ddof=1)))
