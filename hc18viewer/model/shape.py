"""The form of a U-Net, known without loading torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

EncoderName = Literal["plain", "lite0"]
ENCODERS: Final = get_args(EncoderName)


@dataclass(frozen=True, slots=True)
class UNetShape:
    """The form of a U-Net.

    Attributes:
        channels: channels of each level, the finest first; the last is the bottleneck's. With an
            encoder that has its own, those of the decoder's levels.
        side_heads: how many coarser decoder levels get an output of their own while training
            (deep supervision).
        encoder: "plain", two convolutions on each level, or "lite0", EfficientNet-lite0.
    """

    channels: tuple[int, ...] = (16, 32, 64, 96, 128, 160)
    side_heads: int = 0
    encoder: EncoderName = "plain"
