"""How texts and numbers are written in HTML and SVG."""

from __future__ import annotations

import html

DASH = "–"
MINUS = "−"


def escaped(text: str) -> str:
    """Return `text` safe as HTML content and as an attribute's value."""
    return html.escape(text)


def number(value: float | None, digits: int = 2, *, signed: bool = False) -> str:
    """Write a number with a true minus sign, with `signed` a plus too; a dash for None."""
    if value is None:
        return DASH
    text = f"{abs(value):.{digits}f}"
    if not any(digit in text for digit in "123456789"):
        return text  # neither +0.00 nor -0.00
    if value < 0:
        return MINUS + text
    return f"+{text}" if signed else text


def measure(value: float | None, unit: str, digits: int = 2, *, signed: bool = False) -> str:
    """Write a number with its unit; a dash for None."""
    text = number(value, digits, signed=signed)
    return text if value is None else f"{text} {unit}"
