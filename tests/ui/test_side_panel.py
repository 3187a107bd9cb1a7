"""What the panel says of a head that differs from the prediction and the ground truth."""

import dataclasses
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hc18viewer.biometry.age import HADLOCK_1984
from hc18viewer.dataset.case import Case
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.prediction import Prediction
from hc18viewer.services.case_state import CaseState
from hc18viewer.store.records import Correction, PixelCalibration, StoredPrediction
from hc18viewer.ui.side_panel import SidePanel
from hc18viewer.ui.theme import THEMES

HEAD = Ellipse(300, 250, 200, 160, 0.2)


@pytest.fixture
def panel(qtbot):
    panel = SidePanel(THEMES["dark"])
    qtbot.addWidget(panel)
    return panel


def state(ellipse=HEAD, size=0.15):
    case = Case("a.png", Path("a.png"), "", "a", pixel_size_mm=size)
    found = Prediction(
        case_key="a.png", model="m", contour=None, ellipse=ellipse, hc_mm=None,
        mean_probability=0.9, seconds=0.1,
    )
    return CaseState(case, StoredPrediction(1, found, datetime.now(UTC)))


def days(panel, name):
    return panel._differences.text(f"Age – {name}")


@pytest.mark.parametrize("scale", [0.93, 0.98, 1.04, 1.1])
def test_a_difference_is_told_in_days_as_the_ages_shown_differ(panel, scale):
    shape, truth = HEAD.scaled(scale), HEAD.scaled(1.02)
    panel.show_shape(state(), shape, truth=truth)
    for name, other in (("prediction", HEAD), ("ground truth", truth)):
        ages = [HADLOCK_1984.estimate(0.15 * e.perimeter).value for e in (other, shape)]
        change = ages[1].total_days - ages[0].total_days
        assert change != 0
        assert days(panel, name) == f"{'+' if change > 0 else '−'}{abs(change)} d"
    assert "Hadlock" in panel._differences._values["Age – prediction"].toolTip()


def test_the_same_head_is_no_day_older(panel):
    panel.show_shape(state(), HEAD, truth=None)
    assert days(panel, "prediction") == "±0 d"
    assert days(panel, "ground truth") == "–"


def test_outside_the_formula_there_is_a_dash_and_the_reason(panel):
    panel.show_shape(state(size=0.02), HEAD.scaled(1.1), truth=HEAD)
    assert days(panel, "ground truth") == "– 14 to 42 w only"
    assert "14 w 0 d to 42 w 0 d" in panel._differences._values["Age – ground truth"].toolTip()


def test_without_a_pixel_size_there_are_no_days(panel):
    panel.show_shape(state(size=None), HEAD.scaled(1.1), truth=None)
    assert days(panel, "prediction") == "– no pixel size"


@pytest.mark.parametrize("reader", [
    "nguyen.thi.minh.khai.sieu.am@benhviendakhoatrunguong.example", "W" * 300,
    "Bác sĩ Nguyễn Thị Minh Khai, phòng siêu âm số 3",
])
def test_a_reader_with_a_long_name_leaves_the_figures_in_view(panel, qtbot, reader):
    line = ((0.0, 0.0), (100.0, 0.0))
    when = datetime.now(UTC)
    found = dataclasses.replace(
        state(size=None),
        correction=Correction(1, "a.png", HEAD, reader, when, "move ellipse"),
        calibration=PixelCalibration(
            1, "a.png", pixel_size_mm=0.15, line=line, length_mm=15.0, drawn_on="a.png",
            reader=reader, made_at=when),
    )
    panel.resize(panel.width(), 900)
    panel.show()
    panel.show_case(found, truth=None, synthetic=False, troubles=(f"{reader}.png is damaged.",))
    qtbot.wait(20)
    assert panel._source.text() == f"correction by {reader}"
    assert panel._frame.width() <= panel.area.viewport().width()


def test_a_name_is_no_mark_up(panel):
    panel._source.setText("correction by <b>B</b>")
    assert panel._source.textFormat() is Qt.TextFormat.PlainText
