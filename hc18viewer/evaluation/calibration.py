"""Learn a model's margin from heads that it was not trained on, and see whether it holds."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.model.doubt import Doubt
from hc18viewer.model.margin import COVERAGE, Margin, doubt_level, relative_risk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LEAST_CASES = 30
"""Fewer heads cannot tell a 90 % interval from an 80 % one."""

LARGE_ERROR_MM = 3.0

_PARTS = 5
_LEAST_SPREAD = 1e-9
HEADROOM = 1.25
"""How much further than in any head a sign of doubt may go before what is seen is no head."""


class TooFewHeadsError(Hc18ViewerError):
    """Too few heads to learn a margin from."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One predicted head whose truth is known."""

    subject: str
    doubt: Doubt
    hc_mm: float
    hc_error_mm: float


@dataclass(frozen=True, slots=True)
class Check:
    """How a margin does on subjects that it was not learnt from.

    Attributes:
        coverage: the share of heads whose true HC lies in the interval.
        width_mm: the intervals' mean length.
        constant_width_mm: the length of one interval for all that holds as many of them.
        large_errors: how many errors exceed `LARGE_ERROR_MM`.
        caught_share: the share of those among the fifth of the heads with the highest risk.
    """

    coverage: float
    width_mm: float
    constant_width_mm: float
    large_errors: int
    caught_share: float


def learn_margin(heads: Sequence[Measured], *, source: str) -> Margin:
    """Return the margin that these heads give.

    Raises:
        TooFewHeadsError: fewer than `LEAST_CASES` heads.
    """
    if len(heads) < LEAST_CASES:
        raise TooFewHeadsError(
            f"{len(heads)} heads with a truth and a pixel size were found; a margin needs at "
            f"least {LEAST_CASES}."
        )
    errors = np.abs([head.hc_error_mm for head in heads])
    levels = np.array([doubt_level(head.doubt) for head in heads])
    centre, spread = float(levels.mean()), max(float(levels.std()), _LEAST_SPREAD)
    relative = np.array([
        relative_risk((level - centre) / spread, head.hc_mm)
        for level, head in zip(levels, heads, strict=True)
    ])
    scale = max(float(errors.mean() / relative.mean()), _LEAST_SPREAD)
    signs = np.array([head.doubt.values() for head in heads])
    return Margin(
        centre=centre, spread=spread, scale=scale,
        stretch=conformal_quantile(errors / (scale * relative)),
        usual=as_doubt(np.quantile(signs, 0.9, axis=0)),
        limits=as_doubt(HEADROOM * signs.max(axis=0)),
        cases=len(heads), subjects=len({head.subject for head in heads}), source=source,
    )


def check_margin(heads: Sequence[Measured]) -> Check:
    """Return how margins learnt from four fifths of the subjects do on the fifth left out."""
    parts = np.array([_part(head.subject) for head in heads])
    low, high, risk = np.zeros(len(heads)), np.zeros(len(heads)), np.zeros(len(heads))
    for part in range(_PARTS):
        margin = learn_margin([heads[i] for i in range(len(heads)) if parts[i] != part], source="")
        for i in (i for i in range(len(heads)) if parts[i] == part):
            judged = margin.judge(heads[i].doubt, heads[i].hc_mm)
            (low[i], high[i]), risk[i] = judged.interval_mm, judged.risk_mm
    errors = np.array([head.hc_error_mm for head in heads])
    truths = np.array([head.hc_mm for head in heads]) - errors
    coverage = float(np.mean((low <= truths) & (truths <= high)))
    large = np.abs(errors) > LARGE_ERROR_MM
    riskiest = np.argsort(-risk, kind="stable")[: math.ceil(len(heads) / 5)]
    return Check(
        coverage=coverage, width_mm=float(np.mean(high - low)),
        constant_width_mm=2 * float(np.quantile(np.abs(errors), coverage)),
        large_errors=int(large.sum()),
        caught_share=float(large[riskiest].sum() / max(large.sum(), 1)),
    )


def conformal_quantile(scores: NDArray[np.float64]) -> float:
    """Return the ceil((n + 1) coverage)-th smallest score (Lei et al. 2018)."""
    rank = min(math.ceil((len(scores) + 1) * COVERAGE), len(scores))
    return float(np.sort(scores)[rank - 1])


def _part(subject: str) -> int:
    return hashlib.sha256(f"margin {subject}".encode()).digest()[0] % _PARTS


def as_doubt(values: NDArray[np.float64]) -> Doubt:
    """Return the signs of doubt of an array, (7,), in the order of `Doubt.values`."""
    names = [field.name for field in fields(Doubt)]
    return Doubt(**dict(zip(names, (float(v) for v in values), strict=True)))
