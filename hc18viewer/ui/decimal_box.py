"""A field for a number that takes a comma as well as a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDoubleSpinBox

if TYPE_CHECKING:
    from PySide6.QtGui import QValidator


class DecimalBox(QDoubleSpinBox):
    """Shows the decimal sign of the screen's language and reads either."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Judge what stands in the field so far."""
        return super().validate(self._in_own_sign(text), position)

    def valueFromText(self, text: str) -> float:
        """Return the number that stands in the field."""
        return super().valueFromText(self._in_own_sign(text))

    def _in_own_sign(self, text: str) -> str:
        sign = self.locale().decimalPoint()
        return text.replace("," if sign == "." else ".", sign)
