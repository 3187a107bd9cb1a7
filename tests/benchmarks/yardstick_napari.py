"""Open an image in napari; say when it is drawn, then drag a point of a polygon of 1,000 points.

    PYTHON_OF_NAPARI tests/benchmarks/yardstick_napari.py LABEL_FILE [MOVES]

Writes what `yardstick_labelme.py` writes. napari draws by OpenGL: run it under Xvfb.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import napari
import numpy as np
from PIL import Image
from qtpy.QtCore import QEvent, QPointF, Qt
from qtpy.QtGui import QMouseEvent
from qtpy.QtWidgets import QApplication

MOVES = int(sys.argv[2]) if len(sys.argv) > 2 else 0
label_file = Path(sys.argv[1])
label = json.loads(label_file.read_text(encoding="utf-8"))
image = np.asarray(Image.open(label_file.parent / label["imagePath"]).convert("L"))
points = np.array(label["shapes"][0]["points"])[:, ::-1]

viewer = napari.Viewer(show=False)
viewer.add_image(image, contrast_limits=(0, 255))
canvas = viewer.window._qt_viewer.canvas
native = canvas.native
painted = 0


def count(_event: object) -> None:
    """Count a frame."""
    global painted
    painted += 1


canvas._scene_canvas.events.draw.connect(count, position="last")
viewer.window.resize(1600, 1000)
viewer.show()
while not painted:
    QApplication.processEvents()
QApplication.processEvents()
print("drawn", flush=True)
if not MOVES:
    os._exit(0)
layer = viewer.add_shapes(
    [points], shape_type="polygon", edge_width=2, edge_color="cyan", face_color="transparent"
)
layer.mode = "direct"
layer.selected_data = {0}
end = time.monotonic() + 3
while time.monotonic() < end:
    QApplication.processEvents()


def on_screen(world: np.ndarray) -> QPointF:
    """Return the widget's pixel at a place, (row, column), of the image."""
    node = viewer.window._qt_viewer.canvas.layer_to_visual[layer].node
    to_canvas = node.get_transform("visual", "canvas")
    x, y = to_canvas.map([world[1], world[0]])[:2]
    return QPointF(float(x), float(y))


def send(kind: QEvent.Type, place: QPointF, button: object, held: object) -> None:
    """Send one mouse event."""
    at = native.mapToGlobal(place.toPoint())
    QApplication.sendEvent(native, QMouseEvent(
        kind, place, QPointF(at), button, held, Qt.KeyboardModifier.NoModifier))


start = on_screen(points[0])
none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
send(QEvent.Type.MouseMove, start, none, none)
send(QEvent.Type.MouseButtonPress, start, left, left)
times = []
for step in range(1, MOVES + 1):
    place = start + QPointF(3 * (step % 12) + 1, 2 * (step % 15) + 1)
    before, begun = painted, time.perf_counter()
    send(QEvent.Type.MouseMove, place, none, left)
    while painted == before and time.perf_counter() - begun < 10:
        QApplication.processEvents()
    times.append(1000 * (time.perf_counter() - begun))
    time.sleep(max(0.0, 0.008 - times[-1] / 1000))
if np.abs(layer.data[0] - points).max() < 0.1:
    raise SystemExit("no point has moved")
print(json.dumps(times), flush=True)
os._exit(0)
