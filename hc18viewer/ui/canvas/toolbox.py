"""The tools that a reader can choose, by name."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from hc18viewer.ui.canvas.tools.brush import BrushTool
from hc18viewer.ui.canvas.tools.calibrate import CalibrateTool
from hc18viewer.ui.canvas.tools.calipers import CalipersTool
from hc18viewer.ui.canvas.tools.points import PointsTool
from hc18viewer.ui.canvas.tools.push import PushTool
from hc18viewer.ui.canvas.tools.section import SectionTool

if TYPE_CHECKING:
    from hc18viewer.ui.canvas.tools.base import Tool


class ToolName(Enum):
    """The tools; the ellipse's handles are the first."""

    ELLIPSE = "ellipse"
    CALIPERS = "calipers"
    POINTS = "points"
    PUSH = "push"
    REDRAW = "redraw"
    MAGNETIC = "magnetic"
    BRUSH = "brush"
    ERASER = "eraser"
    CALIBRATE = "calibrate"


def make_tools() -> dict[ToolName, Tool]:
    """Return the tools but the ellipse's handles, which are an item of their own."""
    return {
        ToolName.CALIPERS: CalipersTool(),
        ToolName.POINTS: PointsTool(),
        ToolName.PUSH: PushTool(),
        ToolName.REDRAW: SectionTool(),
        ToolName.MAGNETIC: SectionTool(magnetic=True),
        ToolName.BRUSH: BrushTool(),
        ToolName.ERASER: BrushTool(erase=True),
        ToolName.CALIBRATE: CalibrateTool(),
    }
