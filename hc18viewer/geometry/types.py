"""The array types that signatures name."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]
"""(N, 2) float64, x then y, in pixels."""

Mask: TypeAlias = NDArray[np.bool_]
"""(H, W) bool."""

GreyImage: TypeAlias = NDArray[np.uint8]
"""(H, W) uint8."""

FloatImage: TypeAlias = NDArray[np.float32]
"""(H, W) float32."""

Line: TypeAlias = tuple[tuple[float, float], tuple[float, float]]
"""The two ends of a straight line, x and y each."""
