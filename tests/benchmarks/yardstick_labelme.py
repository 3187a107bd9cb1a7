"""Open an image with a polygon of 1,000 points in labelme; say when it is drawn, then drag a point.

    PYTHON_OF_LABELME tests/benchmarks/yardstick_labelme.py LABEL_FILE [MOVES]

Writes "drawn" as soon as the image has been painted, then the milliseconds of each move, from the
event to the end of the pass in which the canvas was painted, as one line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time

from labelme.app import MainWindow
from labelme.widgets.canvas import Canvas
from PyQt5.QtCore import QEvent, QPointF, Qt
from PyQt5.QtGui import QMouseEvent
from PyQt5.QtWidgets import QApplication

MOVES = int(sys.argv[2]) if len(sys.argv) > 2 else 0
painted = 0
paint = Canvas.paintEvent


def count(canvas: Canvas, event: object) -> None:
    """Paint, and count it once there is an image."""
    global painted
    paint(canvas, event)
    if canvas.pixmap is not None and not canvas.pixmap.isNull():
        painted += 1


Canvas.paintEvent = count
application = QApplication(sys.argv[:1])
window = MainWindow(config_overrides={"auto_save": False}, file_or_dir=sys.argv[1])
window.resize(1600, 1000)
window.show()
while not painted:
    application.processEvents()
print("drawn", flush=True)
if not MOVES:
    os._exit(0)
end = time.monotonic() + 1
while time.monotonic() < end:
    application.processEvents()
(canvas,) = [widget for widget in window.findChildren(Canvas) if widget.isVisible()]
x, y = canvas.shapes[0].points[0].x(), canvas.shapes[0].points[0].y()
start = (QPointF(x, y) + canvas._compute_image_origin_offset()) * canvas.scale


def send(kind: QEvent.Type, place: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    """Send one mouse event."""
    QApplication.sendEvent(canvas, QMouseEvent(kind, place, button, held, Qt.NoModifier))


send(QEvent.MouseMove, start, Qt.NoButton, Qt.NoButton)
send(QEvent.MouseButtonPress, start, Qt.LeftButton, Qt.LeftButton)
times = []
for step in range(1, MOVES + 1):
    place = start + QPointF(3 * (step % 12) + 1, 2 * (step % 15) + 1)
    before, begun = painted, time.perf_counter()
    send(QEvent.MouseMove, place, Qt.NoButton, Qt.LeftButton)
    while painted == before:
        application.processEvents()
    times.append(1000 * (time.perf_counter() - begun))
    time.sleep(max(0.0, 0.008 - times[-1] / 1000))
if abs(canvas.shapes[0].points[0].x() - x) < 0.1:
    raise SystemExit("the point did not move")
print(json.dumps(times), flush=True)
os._exit(0)
