"""The barest PySide6 and pyqtgraph window that shows an image; says so and ends.

    python tests/benchmarks/start_bare.py IMAGE
"""

from __future__ import annotations

import sys

import cv2
import pyqtgraph as pg
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class _View(pg.GraphicsView):
    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)
        if shown.image is not None:
            print("drawn", flush=True)
            QTimer.singleShot(0, application.quit)


application = QApplication(sys.argv[:1])
window = QMainWindow()
view = _View()
box = pg.ViewBox(lockAspect=True, invertY=True)
shown = pg.ImageItem(axisOrder="row-major")
view.setCentralItem(box)
box.addItem(shown)
window.setCentralWidget(view)
window.resize(1600, 1000)
shown.setImage(cv2.imread(sys.argv[1], cv2.IMREAD_GRAYSCALE), levels=(0, 255))
window.show()
application.exec()
