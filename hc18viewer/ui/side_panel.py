"""The panel beside the canvas: what the ellipse that counts measures, and the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.biometry.age import HADLOCK_RANGE_WEEKS, hadlock_age
from hc18viewer.biometry.head import CEPHALIC_INDEX_NORMAL
from hc18viewer.services.measures import lengths_of, measures_of
from hc18viewer.ui.theme import SPACE
from hc18viewer.ui.wording import DASH, hc_difference, length, verdict_word

if TYPE_CHECKING:
    from hc18viewer.biometry.head import HeadLengths
    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.model.prediction import Prediction
    from hc18viewer.services.review import CaseState

_WIDTH = 292
_WIDTH_IN_LETTERS = 42


class SidePanel(QScrollArea):
    """Shows figures and reports which verdict the reader wants."""

    accept_asked = Signal()
    reject_asked = Signal()
    flag_asked = Signal()
    withdraw_asked = Signal()
    revert_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setWidgetResizable(True)
        self._fit_width()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frame = QFrame()
        self._frame.setObjectName("measuresPanel")
        self.setWidget(self._frame)
        layout = QVBoxLayout(self._frame)
        layout.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        layout.setSpacing(2 * SPACE)
        self._synthetic = _label("SYNTHETIC IMAGE", name="syntheticBadge")
        self._synthetic.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._heading = _label(name="heading")
        self._hc = _label(DASH, name="bigFigure")
        self._source = _label(dim=True)
        for widget in (self._synthetic, self._heading, self._hc, self._source):
            layout.addWidget(widget)
        self._figures = _FigureGrid(("BPD", "OFD", "Cephalic index", "Age by HC"))
        self._differences = _FigureGrid(("HC – prediction", "HC – ground truth"))
        self._origin = _FigureGrid(("Prediction", "90 % interval", "Ground truth", "Pixel size"))
        for grid in (self._figures, self._differences, self._origin):
            layout.addWidget(_rule())
            layout.addWidget(grid)
        self._notes = _label(dim=True)
        self._notes.setProperty("tone", "warning")
        layout.addWidget(self._notes)
        layout.addStretch(1)
        layout.addWidget(_rule())
        self._verdict = _label()
        layout.addWidget(self._verdict)
        self._add_buttons(layout)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_width()

    def _fit_width(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.setFixedWidth(max(_WIDTH, _WIDTH_IN_LETTERS * letter))

    def _add_buttons(self, layout: QVBoxLayout) -> None:
        self.accept_button = _button("Accept", "Accept the contour (Return)", self.accept_asked)
        self.accept_button.setProperty("primary", True)
        self.reject_button = _button("Reject…", "Reject the case with a reason (R)",
                                     self.reject_asked)
        self.flag_button = _button("Flag", "Flag the case for a second look (F)", self.flag_asked)
        self.withdraw_button = _button("Take back verdict", "The case counts as not read again",
                                       self.withdraw_asked)
        self.revert_button = _button("Back to prediction", "Drop the correction (Ctrl+R)",
                                     self.revert_asked)
        layout.addWidget(self.accept_button)
        grid = QGridLayout()
        grid.setSpacing(2 * SPACE)
        grid.addWidget(self.reject_button, 0, 0)
        grid.addWidget(self.flag_button, 0, 1)
        layout.addLayout(grid)
        layout.addWidget(self.revert_button)
        layout.addWidget(self.withdraw_button)

    def show_case(
        self, state: CaseState, *, truth: Ellipse | None, synthetic: bool, troubles: tuple[str, ...]
    ) -> None:
        """Show all of one case; `troubles` are plain sentences beyond the case's own problems."""
        self._synthetic.setVisible(synthetic)
        self.show_ellipse(state, state.ellipse, truth=truth)
        prediction = state.prediction.prediction if state.prediction else None
        size = state.case.pixel_size_mm
        found = DASH
        if prediction is not None and prediction.ellipse is not None:
            found = length(prediction.ellipse.perimeter, size)
        self._origin.set("Prediction", found)
        self._origin.set("90 % interval", _interval_in_words(prediction))
        self._origin.set("Ground truth", length(truth.perimeter, size) if truth else DASH)
        self._origin.set("Pixel size", f"{size:.4f} mm" if size else "unknown")
        no_head = (prediction.no_head_reason,) if prediction and prediction.no_head_reason else ()
        doubts = prediction.reasons if prediction else ()
        notes = tuple(dict.fromkeys((*state.case.problems, *troubles, *no_head, *doubts)))
        self._notes.setText("\n\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._show_verdict(state)

    def show_ellipse(
        self, state: CaseState, ellipse: Ellipse | None, *, truth: Ellipse | None
    ) -> None:
        """Show the figures of one ellipse: the state's own, or one that is being dragged."""
        size = state.case.pixel_size_mm
        self._heading.setText("HEAD CIRCUMFERENCE")
        lengths = lengths_of(ellipse) if ellipse else None
        self._hc.setText(length(lengths.hc_px, size) if lengths else DASH)
        self._source.setText(_source_in_words(state, ellipse))
        self._figures.set("BPD", length(lengths.bpd_px, size) if lengths else DASH)
        self._figures.set("OFD", length(lengths.ofd_px, size) if lengths else DASH)
        self._show_index(lengths)
        self._show_age(ellipse, size)
        self._differences.set(
            "HC – prediction", hc_difference(ellipse, state.predicted_ellipse, size)
        )
        self._differences.set("HC – ground truth", hc_difference(ellipse, truth, size))

    def _show_index(self, lengths: HeadLengths | None) -> None:
        if lengths is None:
            self._figures.set("Cephalic index", DASH)
            return
        low, high = CEPHALIC_INDEX_NORMAL
        normal = lengths.cephalic_index_is_normal
        self._figures.set(
            "Cephalic index", f"{lengths.cephalic_index:.1f}", tone="" if normal else "warning",
            tip="" if normal else f"Outside {low:.0f} to {high:.0f} (Hadlock 1981).",
        )

    def _show_age(self, ellipse: Ellipse | None, pixel_size_mm: float | None) -> None:
        measures = measures_of(ellipse, pixel_size_mm) if ellipse else None
        if measures is None:
            known = ellipse is None or pixel_size_mm is not None
            self._figures.set("Age by HC", DASH if known else f"{DASH} no pixel size")
            return
        age = hadlock_age(measures.hc_mm)
        low, high = HADLOCK_RANGE_WEEKS
        if age is None:
            self._figures.set("Age by HC", f"{DASH} not {low:.0f} to {high:.0f} weeks",
                              tip="Hadlock's formula of 1984 holds within these weeks.")
        else:
            self._figures.set("Age by HC", str(age), tip="Gestational age, Hadlock 1984.")

    def _show_verdict(self, state: CaseState) -> None:
        word = verdict_word(state)
        text = f"Verdict: {word}"
        if state.verdict and state.verdict_kind and state.verdict.reason:
            text += f" – {state.verdict.reason}"
        self._verdict.setText(text)
        corrected = state.corrected_ellipse is not None
        self.accept_button.setText("Accept correction" if corrected else "Accept prediction")
        self.accept_button.setEnabled(state.ellipse is not None)
        self.revert_button.setEnabled(corrected)
        self.withdraw_button.setEnabled(state.verdict_kind is not None)


class _FigureGrid(QWidget):
    """Names on the left, figures on the right."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        self._values: dict[str, QLabel] = {}
        for row, name in enumerate(names):
            value = _label(DASH)
            value.setWordWrap(False)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setAccessibleName(name)
            grid.addWidget(_label(name, dim=True), row, 0)
            grid.addWidget(value, row, 1)
            self._values[name] = value

    def set(self, name: str, text: str, *, tone: str = "", tip: str = "") -> None:
        label = self._values[name]
        label.setText(text)
        label.setToolTip(tip)
        if label.property("tone") != tone:
            label.setProperty("tone", tone)
            label.style().polish(label)

    def text(self, name: str) -> str:
        return self._values[name].text()


def _interval_in_words(prediction: Prediction | None) -> str:
    if prediction is None or prediction.interval_mm is None:
        return DASH
    low, high = prediction.interval_mm
    return f"{low:.1f} to {high:.1f} mm"


def _source_in_words(state: CaseState, ellipse: Ellipse | None) -> str:
    if ellipse is None:
        return "no contour yet" if state.prediction is None else "no head found"
    if ellipse == state.corrected_ellipse and state.correction is not None:
        return f"correction by {state.correction.reader}"
    return "prediction" if ellipse == state.predicted_ellipse else "being corrected"


def _label(text: str = "", *, name: str = "", dim: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setObjectName(name)
    label.setProperty("dim", dim)
    return label


def _button(text: str, tip: str, pressed: SignalInstance) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.clicked.connect(lambda: pressed.emit())
    return button


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("rule")
    return rule
