"""The ellipse between four caliper marks, as on an ultrasound machine."""

from __future__ import annotations

import math

from hc18viewer.geometry.check import Position, checked_position
from hc18viewer.geometry.ellipse import Ellipse

# Pixels; marks closer together than this span nothing.
_SHORTEST = 1e-6


def ellipse_from_calipers(
    ofd_start: Position, ofd_end: Position, bpd_start: Position, bpd_end: Position
) -> Ellipse:
    """Return the ellipse of an occipito-frontal and a biparietal caliper pair.

    The OFD's two marks lie on the ellipse: they are one whole axis and fix centre and angle.
    The BPD gives the other axis' length only: what its two marks are apart across the OFD, that
    is along the perpendicular through the OFD's middle. A BPD drawn askew therefore counts with
    its part across, and where along the OFD it was drawn does not matter. Either may be the
    longer; the order of the two marks of a pair does not matter.

    Raises:
        ValueError: a mark is no position, the OFD has no length, or the BPD none across it.
    """
    first, last = checked_position(ofd_start), checked_position(ofd_end)
    dx, dy = map(float, last - first)
    ofd = math.hypot(dx, dy)
    if not ofd > _SHORTEST:
        raise ValueError("the OFD's marks lie in one spot")
    across_x, across_y = map(float, checked_position(bpd_end) - checked_position(bpd_start))
    bpd = abs(across_y * dx - across_x * dy) / ofd
    if not bpd > _SHORTEST:
        raise ValueError("the BPD has no length across the OFD")
    x, y = map(float, first + (last - first) / 2)
    return Ellipse.from_axes(x=x, y=y, first=ofd / 2, second=bpd / 2, angle_rad=math.atan2(dy, dx))
