"""The U-Net, from scratch: encoder, bottleneck, decoder, skip connections, 1x1 convolution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from hc18viewer.model.shape import UNetShape


class UNet(nn.Module):
    """U-Net after Ronneberger, Fischer and Brox (2015), with padded convolutions.

    Input (N, 1, H, W) float, output logits (N, 1, H, W), of any H and W: the image is mirrored
    up to the next size that halves without remainder and the output cut back.
    """

    def __init__(self, shape: UNetShape) -> None:
        super().__init__()
        self.shape: Final = shape
        widths = shape.channels
        if len(widths) < 2 or not 0 <= shape.side_heads < len(widths) - 1:
            raise ValueError(f"no U-Net has the shape {shape}")
        self.encoder = nn.ModuleList(
            _double_convolution(before, after)
            for before, after in zip((1, *widths[:-2]), widths[:-1], strict=True)
        )
        self.bottleneck = _double_convolution(widths[-2], widths[-1])
        self.decoder = nn.ModuleList(
            _double_convolution(below + skipped, skipped)
            for below, skipped in zip(widths[:0:-1], widths[-2::-1], strict=True)
        )
        self.head = nn.Conv2d(widths[0], 1, kernel_size=1)
        self.side_heads = nn.ModuleList(
            nn.Conv2d(width, 1, kernel_size=1) for width in widths[1 : 1 + shape.side_heads]
        )

    def forward(self, image: Tensor) -> Tensor:
        """Return the logits, (N, 1, H, W), of images (N, 1, H, W)."""
        return self.forward_all(image)[0]

    def forward_all(self, image: Tensor) -> list[Tensor]:
        """Return the logits at the input's size, then those of the side heads, finest first."""
        height, width = image.shape[-2:]
        *skips, features = self._encode(self._padded(image))
        levels = []
        for block, skip in zip(self.decoder, reversed(skips), strict=True):
            features = functional.interpolate(features, scale_factor=2.0, mode="bilinear")
            features = block(torch.cat((features, skip), dim=1))
            levels.append(features)
        outputs = [self.head(levels[-1])[..., :height, :width]]
        if self.training:
            coarser = levels[-2 : -2 - len(self.side_heads) : -1]
            outputs += [head(level) for head, level in zip(self.side_heads, coarser, strict=True)]
        return outputs

    def _encode(self, image: Tensor) -> list[Tensor]:
        """Return the features of each level, the finest first, the bottleneck's last."""
        features, found = image, []
        for block in self.encoder:
            found.append(block(features))
            features = functional.max_pool2d(found[-1], 2)
        return [*found, self.bottleneck(features)]

    def _padded(self, image: Tensor) -> Tensor:
        step = 2 ** len(self.decoder)
        bottom, right = -image.shape[-2] % step, -image.shape[-1] % step
        if not (bottom or right):
            return image
        # Mirroring needs a side longer than the pad; a tiny image repeats its edge instead.
        mirrors = bottom < image.shape[-2] and right < image.shape[-1]
        return functional.pad(
            image, (0, right, 0, bottom), mode="reflect" if mirrors else "replicate"
        )


def _double_convolution(before: int, after: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for channels in (before, after):
        layers += [
            nn.Conv2d(channels, after, kernel_size=3, padding=1, bias=False),
            nn.BatchNorm2d(after),
            nn.ReLU(inplace=True),
        ]
    return nn.Sequential(*layers)
