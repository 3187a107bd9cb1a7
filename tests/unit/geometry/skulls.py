"""A bright ring of a skull whose borders are known."""

import numpy as np

SHAPE = (320, 400)
X, Y, OUTER, INNER = 203.0, 157.0, 110.0, 98.0


def skull(noise=8.0, gap=None, inner=INNER):
    """A bright ring from `inner` to OUTER on a dark, noisy ground, missing at the angles `gap`."""
    y, x = np.mgrid[:SHAPE[0], :SHAPE[1]]
    radius, angle = np.hypot(x - X, y - Y), np.degrees(np.arctan2(y - Y, x - X))
    ring = np.clip(OUTER - radius + 0.5, 0, 1) * np.clip(radius - inner + 0.5, 0, 1)
    if gap is not None:
        ring *= ~((angle > gap[0]) & (angle < gap[1]))
    rough = np.random.default_rng(1).normal(0, noise, SHAPE)
    return np.clip(30 + 150 * ring + rough, 0, 255).astype(np.uint8)


def on_ring(degrees, radius=OUTER):
    t = np.radians(degrees)
    return X + radius * np.cos(t), Y + radius * np.sin(t)


def radii(line):
    return np.hypot(line[:, 0] - X, line[:, 1] - Y)
