"""How figures and states are written on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hc18viewer.message import message
from hc18viewer.store.records import VerdictKind
from hc18viewer.ui.language import say, screen_locale, translate

if TYPE_CHECKING:
    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.services.case_state import CaseState

DASH = "–"
MINUS = "−"

_VERDICTS = {
    VerdictKind.ACCEPTED: message("accepted"),
    VerdictKind.CORRECTED: message("corrected"),
    VerdictKind.REJECTED: message("rejected"),
    VerdictKind.FLAGGED: message("flagged"),
}


def number(value: float, digits: int = 0) -> str:
    """Write a number with the decimal sign of the screen's language."""
    return f"{value:.{digits}f}".replace(".", screen_locale().decimalPoint())


def length(value_px: float, pixel_size_mm: float | None, *, digits: int = 1) -> str:
    """Write a length in mm, or in pixels where the pixel size is not known."""
    if pixel_size_mm is None:
        return f"{number(value_px)} px"
    return f"{number(value_px * pixel_size_mm, digits)} mm"


def signed_length(value_px: float, pixel_size_mm: float | None) -> str:
    """Write a difference with its sign, in mm or in pixels."""
    text = length(abs(value_px), pixel_size_mm)
    if not any(digit in text for digit in "123456789"):
        return f"±{text}"
    return f"{'+' if value_px > 0 else MINUS}{text}"


def signed_days(days: int) -> str:
    """Write a difference of two ages with its sign, in whole days."""
    if days == 0:
        return translate("Wording", "±0 d")
    sign = "+" if days > 0 else MINUS
    return translate("Wording", "{sign}{days} d").format(sign=sign, days=abs(days))


def hc_difference(
    first: Ellipse | None, second: Ellipse | None, pixel_size_mm: float | None
) -> str:
    """Write by how much the first ellipse's HC is more than the second's; a dash for none."""
    if first is None or second is None:
        return DASH
    return signed_length(first.perimeter - second.perimeter, pixel_size_mm)


def verdict_word(state: CaseState) -> str:
    """Write the verdict that stands, or "not read"."""
    kind = state.verdict_kind
    return say(_VERDICTS[kind]) if kind else translate("Wording", "not read")


def hc_in_list(state: CaseState) -> str:
    """Write the HC that counts for the list of cases."""
    if state.ellipse is not None:
        return length(state.ellipse.perimeter, state.pixel_size_mm)
    if state.prediction is not None:
        return translate("Wording", "no head found")
    return DASH


def count(whole: int) -> str:
    """Write a whole number with the language's sign between the thousands."""
    return screen_locale().toString(whole)
