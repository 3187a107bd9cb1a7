"""The loss: cross-entropy and Dice, at every output of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor


def segmentation_loss(outputs: Sequence[Tensor], target: Tensor) -> Tensor:
    """Return the loss of logits at several resolutions against one target, (N, 1, H, W) in 0..1.

    The first output has the target's size, each further one half the size of that before; it is
    compared with the target's mean over its pixels and weighs half as much.
    """
    total = target.new_zeros(())
    weight_sum = 0.0
    for level, logits in enumerate(outputs):
        wanted = target if level == 0 else functional.avg_pool2d(target, 2**level)
        weight = 0.5**level
        total = total + weight * _bce_and_dice(logits.float(), wanted)
        weight_sum += weight
    return total / weight_sum


def _bce_and_dice(logits: Tensor, target: Tensor) -> Tensor:
    cross_entropy = functional.binary_cross_entropy_with_logits(logits, target)
    probability = torch.sigmoid(logits)
    axes = (1, 2, 3)
    overlap = (probability * target).sum(axes)
    total = probability.sum(axes) + target.sum(axes)
    dice = (2 * overlap + 1) / (total + 1)
    return cross_entropy + (1 - dice).mean()
