import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from hc18viewer.ui.review_page import ReviewPage
from hc18viewer.ui.theme import THEMES


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_no_figure_and_no_button_is_cut_off(qtbot, qapp, factor):
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(before.pointSizeF() * factor)
    qapp.setFont(font)
    try:
        page = ReviewPage(THEMES["dark"])
        qtbot.addWidget(page)
        page.resize(1600, 1000)
        page.show()
        qtbot.waitExposed(page)
        panel = page.panel
        panel._figures.set("GA, Hadlock", "– 14 to 42 w only")
        panel._differences.set("HC – ground truth", "+110.8 mm")
        panel._hc.setText("346.4 mm")
        qtbot.wait(20)
        found = [*panel.findChildren(QLabel), *panel.findChildren(QPushButton)]
        shown = [widget for widget in found if widget.isVisible()]
        assert len(shown) > 15
        for widget in shown:
            if isinstance(widget, QLabel) and widget.wordWrap():
                continue
            assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
        assert panel._frame.width() <= panel.area.viewport().width()
        metrics = page.list.fontMetrics()
        text = page.list.minimumWidth() - 72 - 10 * 4
        assert text >= metrics.horizontalAdvance("not read") + metrics.horizontalAdvance(
            "346.4 mm")
    finally:
        qapp.setFont(before)


def test_the_window_starts_without_what_only_models_and_figures_need():
    code = (
        "import sys, hc18viewer.ui.app; "
        "print([m for m in ('torch', 'scipy', 'skimage.draw') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
