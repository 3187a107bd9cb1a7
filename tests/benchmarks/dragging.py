"""From a move of the pointer to the painted frame, while a contour of 1,000 points is dragged."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import numpy as np
from figures import p95, spread
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from hc18viewer.geometry.edit import Handle
from hc18viewer.geometry.shape import FreeContour
from hc18viewer.ui.canvas.toolbox import ToolName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench_window import BenchWindow

POINTS = 1000
MOVES = 300
BETWEEN_S = 0.008
"""A mouse of 125 Hz. Between two moves Qt works as it does for a reader; what keeps a move that is
due waiting, the panel's figures for example, counts to its time."""

_BUMP_PX = 2.0


def drag_p95_ms(bench: BenchWindow) -> tuple[float, int]:
    """Return the 95th percentile of the slowest of three drags, and the repeats of each.

    The axis end moves the ellipse of the contour; the points tool moves the contour's points, 40
    pixels to each side; the push tool presses the line outwards and joins it anew at each move.
    """
    found = {}
    for name, tool in (("axis end", ToolName.ELLIPSE), ("points", ToolName.POINTS),
                       ("push", ToolName.PUSH)):
        _give_contour(bench)
        bench.canvas.choose_tool(tool)
        times = _drag(bench, tool)
        print(f"  drag, {name}: {spread(times)}; {bench.busy()}", file=sys.stderr)
        found[name] = p95(times)
    bench.canvas.choose_tool(ToolName.ELLIPSE)
    return max(found.values()), len(times)


def _give_contour(bench: BenchWindow) -> None:
    """Give the case shown a free contour of 1,000 points, somewhat uneven."""
    bench.show(bench.keys[10])
    state = bench.controller.current
    ellipse = state.predicted_ellipse
    t = np.linspace(0, 2 * np.pi, POINTS, endpoint=False)
    points = ellipse.points(POINTS)
    middle = np.array((ellipse.x, ellipse.y))
    out = (points - middle) / np.linalg.norm(points - middle, axis=1, keepdims=True)
    uneven = FreeContour.of(points + _BUMP_PX * np.sin(9 * t)[:, None] * out)
    bench.controller.finish_gesture(uneven, "begin")
    bench.rest(0.2)


def _drag(bench: BenchWindow, tool: ToolName) -> list[float]:
    view, canvas = bench.canvas.viewport(), bench.canvas
    if tool is ToolName.ELLIPSE:
        start = canvas.image_to_widget(*canvas.handle_position(Handle.MAJOR_END))
    else:
        shape = canvas.edited_shape
        x, y = shape.points[0] if tool is ToolName.POINTS else (shape.ellipse.x, shape.ellipse.y)
        start = canvas.image_to_widget(x, y)

    def send(kind: QEvent.Type, place: QPoint, button: Qt.MouseButton) -> None:
        held = Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonRelease:
            held = Qt.MouseButton.NoButton
        QApplication.sendEvent(view, QMouseEvent(
            kind, QPointF(place), QPointF(view.mapToGlobal(place)), button, held,
            Qt.KeyboardModifier.NoModifier))

    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    send(QEvent.Type.MouseButtonPress, start, left)
    times, place, due = [], start, time.perf_counter()
    for to in _path(canvas, tool, start):
        if to == place:
            continue
        place = to
        due = bench.work_until(due)
        times.append(bench.timed(
            lambda at=place: send(QEvent.Type.MouseMove, at, none), since=due))
        due = max(due + BETWEEN_S, time.perf_counter())
    if not canvas.dragging:
        raise RuntimeError(f"the drag with {tool.value} ended before its time")
    send(QEvent.Type.MouseButtonRelease, place, left)
    bench.rest(0.1)
    return times


def _path(canvas: object, tool: ToolName, start: QPoint) -> Iterator[QPoint]:
    """Yield where the pointer goes: about its start, or for push along the line from inside."""
    ellipse = canvas.edited_ellipse
    for step in range(1, MOVES + 1):
        if tool is ToolName.PUSH:
            # The cursor's rim, 34 pixels of the screen, comes to lie over the line by some pixels.
            angle = 2 * np.pi * step / MOVES
            edge = ellipse.points(MOVES)[step % MOVES]
            out = canvas.image_to_widget(*edge) - start
            share = 1 - (34 - 6 - 4 * np.sin(5 * angle)) / np.hypot(out.x(), out.y())
            yield start + QPoint(round(out.x() * share), round(out.y() * share))
        else:
            yield start + QPoint(round(40 * np.sin(step / 9)), round(30 * np.sin(step / 7)))
