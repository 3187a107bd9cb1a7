"""Which subjects are kept for the gate: drawn once, and kept for good."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from hc18viewer.evaluation.gate import LEAST_SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

SHARE = 1 / 3
LEAST_TO_LEARN = 10
"""Subjects that a training keeps for itself before the gate gets any."""


def draw_gate(subjects: Collection[str], drawn: Mapping[str, bool]) -> dict[str, bool]:
    """Return for each subject that is not drawn yet whether it goes to the gate.

    What is drawn stays. New subjects are taken in an order that follows from their names alone
    (SHA-256), into the gate until it holds a third of all subjects and, once there are enough to
    learn from, at least `LEAST_SUBJECTS`. With too few for both, none is drawn, and the comparison
    is made by cross-validation.
    """
    new = sorted(set(subjects) - drawn.keys(), key=_place)
    gate = {subject for subject, inside in drawn.items() if inside}
    known = set(subjects) | gate
    if len(known) < LEAST_SUBJECTS + LEAST_TO_LEARN:
        return {}
    wanted = max(LEAST_SUBJECTS, round(SHARE * len(known)))
    room = max(0, wanted - len(gate))
    return {subject: number < room for number, subject in enumerate(new)}


def _place(subject: str) -> bytes:
    return hashlib.sha256(f"gate {subject}".encode("utf-8", "surrogateescape")).digest()
