"""Head measures in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

CEPHALIC_INDEX_NORMAL = (74.0, 83.0)
"""Mean 78.3, one standard deviation to either side (Hadlock et al., AJR 1981;137:83)."""


@dataclass(frozen=True, slots=True)
class HeadMeasures:
    """The measures of one head, all outer to outer, in millimetres."""

    hc_mm: float
    bpd_mm: float
    ofd_mm: float


@dataclass(frozen=True, slots=True)
class HeadLengths:
    """The measures of one head, all outer to outer, in pixels: what is known of every head."""

    hc_px: float
    bpd_px: float
    ofd_px: float

    @property
    def cephalic_index(self) -> float:
        """BPD as a percentage of OFD."""
        return 100 * self.bpd_px / self.ofd_px

    @property
    def cephalic_index_is_normal(self) -> bool:
        """Whether the cephalic index lies in Hadlock's normal range."""
        low, high = CEPHALIC_INDEX_NORMAL
        return low <= self.cephalic_index <= high

    def in_mm(self, pixel_size_mm: float) -> HeadMeasures:
        """Return the measures in millimetres.

        Raises:
            ValueError: the pixel size is not positive.
        """
        if not pixel_size_mm > 0:
            raise ValueError(f"a pixel size is positive, got {pixel_size_mm}")
        return HeadMeasures(
            hc_mm=self.hc_px * pixel_size_mm,
            bpd_mm=self.bpd_px * pixel_size_mm,
            ofd_mm=self.ofd_px * pixel_size_mm,
        )


def measure_head(*, perimeter_px: float, semi_a_px: float, semi_b_px: float) -> HeadLengths:
    """Return the measures of a head whose ellipse has these semi-axes, a >= b, and perimeter.

    BPD is the shorter axis and OFD the longer one, both outer to outer as HC18's ellipses are.
    """
    return HeadLengths(hc_px=perimeter_px, bpd_px=2 * semi_b_px, ofd_px=2 * semi_a_px)
