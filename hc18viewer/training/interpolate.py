"""Between a model and its child in the space of weights.

A point between both often keeps what the parent knew and has most of what the child learnt
(Wortsman et al., Robust fine-tuning of zero-shot models, CVPR 2022).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor


def interpolated(
    parent: Mapping[str, Tensor], child: Mapping[str, Tensor], share: float
) -> dict[str, Tensor]:
    """Return the weights at `share` of the way from parent to child; whole numbers are the child's.

    Raises:
        ValueError: they are of different networks, or the share lies beyond 0 to 1.
    """
    if parent.keys() != child.keys():
        raise ValueError("parent and child are different networks")
    if not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1, got {share}")
    return {
        name: value + share * (child[name] - value) if value.is_floating_point() else child[name]
        for name, value in parent.items()
    }


def levelled(state: Mapping[str, Tensor], level: float) -> dict[str, Tensor]:
    """Return weights whose network's logits are higher by `level` everywhere."""
    return {**state, "head.bias": state["head.bias"] + level}
