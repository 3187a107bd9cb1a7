"""Write a predicted mask as an image."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from hc18viewer.files import replacing

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.geometry.types import Mask


def write_mask(path: Path, mask: Mask) -> None:
    """Write an (H, W) bool mask as an 8-bit PNG of 0 and 255, whole or not at all."""
    with replacing(path) as temporary:
        Image.fromarray(mask.astype(np.uint8) * 255).save(temporary, format="PNG")
