"""How wide a table must be for its texts, so that no column is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeWidget


def width_of_columns(table: QTreeWidget) -> int:
    """Return the width in pixels at which every column of a table shows all of its texts."""
    columns = sum(
        max(table.sizeHintForColumn(column),
            0 if table.isHeaderHidden() else table.header().sectionSizeHint(column))
        for column in range(table.columnCount())
    )
    bar = table.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
    return columns + bar + 2 * table.frameWidth()
