"""Learn a model's margin from heads that it was not trained on, and see whether it holds."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.model.doubt import Doubt
from hc18viewer.model.margin import COVERAGE, Margin, features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LEAST_CASES = 30
"""Fewer heads cannot tell a 90 % interval from an 80 % one."""

LARGE_ERROR_MM = 3.0

_PARTS = 5
_RIDGE = 30.0
_SMALLEST_ERROR_MM = 0.3  # what the drawn line leaves open; smaller errors are not told apart
_HEADROOM = 1.25


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

    The stretch is found on each fifth of the subjects with the error learnt from the others, so
    that no head tells of itself.

    Raises:
        TooFewHeadsError: fewer than `LEAST_CASES` heads.
    """
    if len(heads) < LEAST_CASES:
        raise TooFewHeadsError(
            f"{len(heads)} heads with a truth and a pixel size were found; a margin needs at "
            f"least {LEAST_CASES}."
        )
    errors = np.abs([head.hc_error_mm for head in heads])
    scores = errors / _out_of_part_risks(heads)
    centre, spread, weights = _fit(heads)
    signs = np.array([head.doubt.values() for head in heads])
    return Margin(
        centre=centre, spread=spread, weights=weights, stretch=_conformal_quantile(scores),
        usual=_doubt(np.quantile(signs, 0.9, axis=0)), limits=_doubt(_HEADROOM * signs.max(axis=0)),
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


def _out_of_part_risks(heads: Sequence[Measured]) -> NDArray[np.float64]:
    parts = np.array([_part(head.subject) for head in heads])
    risks = np.zeros(len(heads))
    for part in range(_PARTS):
        left_out = parts == part
        if not left_out.any():
            continue
        fitted = _fit([head for head, out in zip(heads, left_out, strict=True) if not out])
        risks[left_out] = _risks([head for head, out in zip(heads, left_out, strict=True) if out],
                                 *fitted)
    return risks


def _fit(
    heads: Sequence[Measured],
) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """Return centre, spread and weights of a ridge regression of the logarithm of the error."""
    given = np.array([features(head.doubt, head.hc_mm) for head in heads])
    centre, spread = given.mean(axis=0), given.std(axis=0) + 1e-9
    columns = np.column_stack((np.ones(len(given)), (given - centre) / spread))
    wanted = np.log(np.abs([head.hc_error_mm for head in heads]) + _SMALLEST_ERROR_MM)
    ridge = _RIDGE * np.eye(columns.shape[1])
    ridge[0, 0] = 0
    weights = np.linalg.solve(columns.T @ columns + ridge, columns.T @ wanted)
    # The mean of a logarithm is that of no length: bring the risks to the errors' own mean.
    fitted = np.exp(columns @ weights)
    errors = np.abs([head.hc_error_mm for head in heads])
    weights[0] += math.log(max(float(errors.mean()), 1e-9) / float(fitted.mean()))
    return tuple(centre.tolist()), tuple(spread.tolist()), tuple(weights.tolist())


def _risks(
    heads: Sequence[Measured], centre: tuple[float, ...], spread: tuple[float, ...],
    weights: tuple[float, ...],
) -> NDArray[np.float64]:
    given = np.array([features(head.doubt, head.hc_mm) for head in heads])
    scaled = (given - np.array(centre)) / np.array(spread)
    risks: NDArray[np.float64] = np.exp(weights[0] + scaled @ np.array(weights[1:]))
    return risks


def _conformal_quantile(scores: NDArray[np.float64]) -> float:
    """Return the ceil((n + 1) coverage)-th smallest score (Lei et al. 2018)."""
    rank = min(math.ceil((len(scores) + 1) * COVERAGE), len(scores))
    return float(np.sort(scores)[rank - 1])


def _part(subject: str) -> int:
    return hashlib.sha256(f"margin {subject}".encode()).digest()[0] % _PARTS


def _doubt(values: NDArray[np.float64]) -> Doubt:
    names = [field.name for field in fields(Doubt)]
    return Doubt(**dict(zip(names, (float(v) for v in values), strict=True)))
