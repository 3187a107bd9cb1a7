"""Colours that can be seen on a ground: pure functions, no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ICON_CONTRAST = 3.0
"""What WCAG 2.1 (1.4.11) asks of pictures that carry meaning."""

_STEPS = 50


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, "#rrggbb" each, from 1 to 21.

    (L1 + 0.05) / (L2 + 0.05) of their relative luminances, the lighter one above (WCAG 2.1).
    """
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable_on(colour: str, grounds: Sequence[str], least: float = ICON_CONTRAST) -> str:
    """Return a colour, mixed with as little black or white as that contrast on each ground needs.

    One that cannot reach it on all comes back as black or white, whichever is seen better.
    """
    ends = ("#000000", "#ffffff")
    end = max(ends, key=lambda each: min(contrast(each, ground) for ground in grounds))
    for step in range(_STEPS + 1):
        mixed = _mixed(colour, end, step / _STEPS)
        if all(contrast(mixed, ground) >= least for ground in grounds):
            return mixed
    return end


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in _rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(colour: str, end: str, share: float) -> str:
    parts = [round(a + share * (b - a)) for a, b in zip(_rgb(colour), _rgb(end), strict=True)]
    return "#" + "".join(f"{part:02x}" for part in parts)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
