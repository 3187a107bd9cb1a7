"""The panel beside the canvas: what the ellipse that counts measures, and the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.biometry.age import HADLOCK_1984, INTERGROWTH_2016
from hc18viewer.biometry.head import CEPHALIC_INDEX_NORMAL
from hc18viewer.geometry.overlap import outline_dice
from hc18viewer.geometry.shape import ellipse_of, outline_of
from hc18viewer.message import message
from hc18viewer.services.measures import lengths_of, measures_of
from hc18viewer.ui.figure_grid import FigureGrid, panel_button, panel_label, rule
from hc18viewer.ui.growth_chart import GrowthChart
from hc18viewer.ui.growth_wording import ChartHead, place_in_words
from hc18viewer.ui.language import say, translate
from hc18viewer.ui.theme import SPACE
from hc18viewer.ui.verdict_bar import VerdictBar
from hc18viewer.ui.wording import DASH, hc_difference, length, number, signed_days

if TYPE_CHECKING:
    from hc18viewer.biometry.head import HeadLengths
    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.services.case_state import CaseState
    from hc18viewer.ui.theme import ThemeColours

_WIDTH = 292
_WIDTH_IN_LETTERS = 42
_DICE_POINTS = 180
_FORMULAS = {
    message("GA, Hadlock"): HADLOCK_1984, message("GA, INTERGROWTH"): INTERGROWTH_2016,
}
_AGAINST = {
    "prediction": (message("HC – prediction"), message("Age – prediction"),
                   message("Dice to prediction")),
    "truth": (message("HC – ground truth"), message("Age – ground truth"),
              message("Dice to ground truth")),
}
"""The names of the differences to another head."""


class SidePanel(QWidget):
    """Shows figures, which scroll where there is no room, over the verdict, which stays."""

    dates_asked = Signal()

    def __init__(self, colours: ThemeColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdicts = VerdictBar()
        self.area = QScrollArea()
        self.area.setObjectName("sidePanel")
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.tr("Figures of the head"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frame = QFrame()
        self._frame.setObjectName("measuresPanel")
        self.area.setWidget(self._frame)
        self._fit_width()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.verdicts)
        layout = QVBoxLayout(self._frame)
        layout.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        layout.setSpacing(2 * SPACE)
        self._synthetic = panel_label(self.tr("SYNTHETIC IMAGE"), name="syntheticBadge")
        self._synthetic.setWordWrap(False)
        self._synthetic.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._heading = panel_label(name="heading")
        self._hc = panel_label(DASH, name="bigFigure")
        self._source = panel_label(dim=True)
        self._notes = panel_label(dim=True)
        self._notes.setProperty("tone", "warning")
        for widget in (self._synthetic, self._heading, self._hc, self._source, self._notes):
            layout.addWidget(widget)
        self._figures = FigureGrid((
            message("BPD"), message("OFD"), message("Cephalic index"), *_FORMULAS
        ))
        self.chart = GrowthChart(colours)
        self._differences = FigureGrid(tuple(
            name for kind in zip(*_AGAINST.values(), strict=True) for name in kind
        ))
        self._origin = FigureGrid((
            message("Prediction"), message("90 % interval"), message("Ground truth"),
            message("Pixel size"), message("Size from"),
        ))
        for grid in (self._figures, self._differences, self._origin):
            layout.addWidget(rule())
            layout.addWidget(grid)
            if grid is self._figures:
                self._add_growth(layout)
        layout.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_width()

    def _fit_width(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.setFixedWidth(max(_WIDTH, _WIDTH_IN_LETTERS * letter))

    def _add_growth(self, layout: QVBoxLayout) -> None:
        layout.addWidget(self.chart)
        self.growth = panel_label(dim=True)
        self.dates_button = panel_button(
            self.tr("Enter dates…"),
            self.tr("From dates come the age at the scan and the centile of HC"),
            self.dates_asked,
        )
        layout.addWidget(self.growth)
        layout.addWidget(self.dates_button)

    def show_case(
        self, state: CaseState, *, truth: Ellipse | None, synthetic: bool, troubles: tuple[str, ...]
    ) -> None:
        """Show all of one case; `troubles` are plain sentences beyond the case's own problems."""
        self._synthetic.setVisible(synthetic)
        self.show_shape(state, state.corrected_shape or state.ellipse, truth=truth)
        prediction = state.prediction.prediction if state.prediction else None
        size = state.pixel_size_mm
        found = DASH
        if prediction is not None and prediction.ellipse is not None:
            found = length(prediction.ellipse.perimeter, size)
        self._origin.set("Prediction", found)
        self._origin.set("90 % interval", _interval_in_words(state.interval_mm))
        self._origin.set("Ground truth", length(truth.perimeter, size) if truth else DASH)
        self._origin.set(
            "Pixel size", f"{number(size, 4)} mm" if size else self.tr("unknown"),
            tip=self.tr("The calibrate tool makes it from a line whose length you know."),
        )
        self._origin.set("Size from", _size_source_in_words(state))
        no_head = (prediction.no_head_reason,) if prediction and prediction.no_head_reason else ()
        doubts = prediction.reasons if prediction else ()
        notes = tuple(dict.fromkeys(
            say(note) for note in (*state.problems, *troubles, *no_head, *doubts)
        ))
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self.verdicts.show_state(state)

    def show_shape(
        self, state: CaseState, shape: HeadShape | None, *, truth: Ellipse | None
    ) -> None:
        """Show the figures of one shape: the state's own, or one that is being dragged."""
        ellipse = ellipse_of(shape) if shape is not None else None
        size = state.pixel_size_mm
        self._heading.setText(self.tr("HEAD CIRCUMFERENCE"))
        lengths = lengths_of(ellipse) if ellipse else None
        self.show_hc(state, shape)
        self._source.setText(_source_in_words(state, ellipse))
        self._figures.set("BPD", length(lengths.bpd_px, size) if lengths else DASH)
        self._figures.set("OFD", length(lengths.ofd_px, size) if lengths else DASH)
        self._show_index(lengths)
        self._show_ages(ellipse, size)
        self._show_growth(state, ellipse)
        for kind, other in (("prediction", state.predicted_ellipse), ("truth", truth)):
            of_hc, of_age, of_overlap = _AGAINST[kind]
            self._differences.set(of_hc, hc_difference(ellipse, other, size))
            self._show_age_change(of_age, ellipse, other, size)
            self._differences.set(of_overlap, _dice_in_words(shape, other))

    def show_hc(self, state: CaseState, shape: HeadShape | None) -> None:
        """Show the HC of one shape, and leave all other figures as they are."""
        text = DASH if shape is None else length(ellipse_of(shape).perimeter, state.pixel_size_mm)
        self._hc.setText(text)

    def _show_index(self, lengths: HeadLengths | None) -> None:
        if lengths is None:
            self._figures.set("Cephalic index", DASH)
            return
        low, high = CEPHALIC_INDEX_NORMAL
        normal = lengths.cephalic_index_is_normal
        self._figures.set(
            "Cephalic index", number(lengths.cephalic_index, 1), tone="" if normal else "warning",
            tip="" if normal else self.tr("Outside {low} to {high} (Hadlock 1981).").format(
                low=number(low), high=number(high)
            ),
        )

    def _show_ages(self, ellipse: Ellipse | None, pixel_size_mm: float | None) -> None:
        measures = measures_of(ellipse, pixel_size_mm) if ellipse else None
        for name, formula in _FORMULAS.items():
            if measures is None:
                known = ellipse is None or pixel_size_mm is not None
                self._figures.set(name, DASH if known else self.tr("– no pixel size"))
                continue
            age = formula.estimate(measures.hc_mm)
            low, high = formula.range_weeks
            text = say(str(age.value)) if age.value else self.tr("– {low} to {high} w only").format(
                low=number(low), high=number(high)
            )
            self._figures.set(name, text, tip=say(age.reason) or f"{formula.source}.")

    def _show_age_change(
        self, name: str, ellipse: Ellipse | None, other: Ellipse | None, size: float | None
    ) -> None:
        """Show by how many days this head is older than another, by Hadlock's formula."""
        first = measures_of(other, size) if other else None
        second = measures_of(ellipse, size) if ellipse else None
        if first is None or second is None:
            unknown = ellipse is not None and other is not None
            text = self.tr("– no pixel size") if unknown else DASH
            self._differences.set(name, text)
            return
        change = HADLOCK_1984.change_days(first.hc_mm, second.hc_mm)
        low, high = HADLOCK_1984.range_weeks
        outside = self.tr("– {low} to {high} w only").format(low=number(low), high=number(high))
        self._differences.set(
            name, outside if change.value is None else signed_days(change.value),
            tip=say(change.reason) or self.tr(
                "Whole days of gestational age between the two heads. {source}."
            ).format(source=HADLOCK_1984.source),
        )

    def _show_growth(self, state: CaseState, ellipse: Ellipse | None) -> None:
        size, predicted = state.pixel_size_mm, state.predicted_ellipse
        measures = measures_of(ellipse, size) if ellipse else None
        age = state.dating.age_at_scan if state.dating else None
        self.dates_button.setText(self.tr("Change dates…") if age else self.tr("Enter dates…"))
        if measures is None:
            self.chart.show_head(None)
            self.growth.setText("")
            return
        found = measures_of(predicted, size) if predicted and predicted != ellipse else None
        self.chart.show_head(ChartHead(measures.hc_mm, age, found.hc_mm if found else None))
        self.growth.setText(
            place_in_words(measures.hc_mm, age) if age
            else self.tr("The centile needs the dates.")
        )


def _dice_in_words(shape: HeadShape | None, other: Ellipse | None) -> str:
    if shape is None or other is None:
        return DASH
    if shape == other:  # the common case of a prediction that nobody has corrected
        return f"{number(100.0, 1)} %"
    return f"{number(100 * outline_dice(outline_of(shape), other.points(_DICE_POINTS)), 1)} %"


def _interval_in_words(interval_mm: tuple[float, float] | None) -> str:
    if interval_mm is None:
        return DASH
    low, high = interval_mm
    return translate("SidePanel", "{low} to {high} mm").format(
        low=number(low, 1), high=number(high, 1)
    )


def _size_source_in_words(state: CaseState) -> str:
    if state.calibration is not None:
        return translate("SidePanel", "calibration by {reader}").format(
            reader=state.calibration.reader)
    return translate("SidePanel", "table") if state.pixel_size_mm is not None else DASH


def _source_in_words(state: CaseState, ellipse: Ellipse | None) -> str:
    if ellipse is None:
        if state.prediction is None:
            return translate("SidePanel", "no contour yet")
        return translate("SidePanel", "no head found")
    if ellipse == state.corrected_ellipse and state.correction is not None:
        return translate("SidePanel", "correction by {reader}").format(
            reader=state.correction.reader
        )
    if ellipse == state.predicted_ellipse:
        return translate("SidePanel", "prediction")
    return translate("SidePanel", "being corrected")
