"""Shapes that contours are tested on, and a check for crossings that owes the code nothing."""

import numpy as np


def circle(radius, count=200, x=0.0, y=0.0):
    t = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return np.column_stack((x + radius * np.cos(t), y + radius * np.sin(t)))


def star(seed, count=120, radius=60.0):
    """A wavy closed line round the origin that does not cross itself."""
    rng = np.random.default_rng(seed)
    t = np.linspace(0, 2 * np.pi, count, endpoint=False)
    waves = sum(rng.uniform(-0.12, 0.12) * np.cos(k * t + rng.uniform(0, 6)) for k in range(2, 6))
    r = radius * (1 + waves)
    return np.column_stack((r * np.cos(t), r * np.sin(t)))


def crossings(contour):
    """How many pairs of edges cross properly, by the signs of all pairs' areas."""
    a, b = contour, np.roll(contour, -1, axis=0)

    def side(p, q, r):
        area = ((q[:, None, 0] - p[:, None, 0]) * (r[None, :, 1] - p[:, None, 1])
                - (q[:, None, 1] - p[:, None, 1]) * (r[None, :, 0] - p[:, None, 0]))
        # two edges on one straight line are on no side of each other, but for rounding
        return np.sign(np.where(np.abs(area) > 1e-9, area, 0))

    splits = side(a, b, a) * side(a, b, b) < 0
    return int((splits & splits.T).sum()) // 2


def assert_sound(contour):
    """A fresh contour of at least three finite points that encloses something, uncrossed."""
    assert contour.dtype == np.float64
    assert contour.ndim == 2
    assert contour.shape[1] == 2
    assert len(contour) >= 3
    assert np.isfinite(contour).all()
    assert crossings(contour) == 0


def gaps(contour):
    return np.hypot(*(np.roll(contour, -1, axis=0) - contour).T)
