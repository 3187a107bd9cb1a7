"""The form of a U-Net, known without loading torch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UNetShape:
    """The form of a U-Net.

    Attributes:
        channels: channels of each level, the finest first; the last is the bottleneck's.
        side_heads: how many coarser decoder levels get an output of their own while training
            (deep supervision).
    """

    channels: tuple[int, ...] = (16, 32, 64, 96, 128, 160)
    side_heads: int = 0
