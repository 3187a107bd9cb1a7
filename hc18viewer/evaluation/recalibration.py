"""Fit a margin to a clinic by a few heads of it, where they are too few to learn one from."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.evaluation.calibration import HEADROOM, as_doubt, conformal_quantile
from hc18viewer.model.margin import COVERAGE, doubt_level, relative_risk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hc18viewer.evaluation.calibration import Measured
    from hc18viewer.model.doubt import Doubt
    from hc18viewer.model.margin import Margin

LEAST_HEADS = math.ceil(COVERAGE / (1 - COVERAGE))
"""Nine: with fewer, no score of theirs is high enough to hold 90 % (Lei et al. 2018)."""

LEAST_MIRROR = 0.1
"""How far image and mirror image may part, in radii, before a fine-tuned model calls it no head. A
few lessons move this sign most: heads of HC18 went from 0.03 to 0.08. What is no head mostly has no
clear edge or no ellipse's shape either, and these limits stay."""


def refitted(
    margin: Margin, *, gate: Sequence[Measured], seen: Sequence[Doubt], source: str
) -> Margin:
    """Return the margin with its interval's length learnt anew on the heads of the gate.

    How risk follows from doubt and size stays as it was learnt from many heads; how long an
    interval of 90 % is follows from the gate alone, by the conformal quantile of its scores. With
    fewer than `LEAST_HEADS` heads it is not made shorter than it was. What counts as a head is
    widened to every head of the gate and of `seen`, those that a reader confirmed, and to what a
    few heads cannot tell of the mirror image (`LEAST_MIRROR`).
    """
    scores = np.array([
        abs(head.hc_error_mm) / (
            margin.scale * relative_risk(
                (doubt_level(head.doubt) - margin.centre) / margin.spread, head.hc_mm
            )
        )
        for head in gate
    ])
    stretch = conformal_quantile(scores) if len(scores) else margin.stretch
    if len(scores) < LEAST_HEADS:
        stretch = max(stretch, margin.stretch)
    doubts = [*(head.doubt for head in gate), *seen]
    limits = margin.limits
    if doubts:
        largest = HEADROOM * np.array([doubt.values() for doubt in doubts]).max(axis=0)
        limits = as_doubt(np.maximum(margin.limits.values(), largest))
        limits = replace(limits, mirror=max(limits.mirror, LEAST_MIRROR))
    return replace(
        margin, stretch=max(stretch, 1e-9), limits=limits, cases=len(gate),
        subjects=len({head.subject for head in gate}), source=source,
    )
