from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hc18viewer import paths
from hc18viewer.dataset.case import Case
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.prediction import Prediction
from hc18viewer.overlays import PALETTE
from hc18viewer.services.case_state import CaseState
from hc18viewer.store.records import StoredPrediction
from hc18viewer.ui.actions import Actions
from hc18viewer.ui.case_list import CaseDelegate, CaseListModel, CaseListView
from hc18viewer.ui.contrast import readable_on
from hc18viewer.ui.icons import themed_icon
from hc18viewer.ui.theme import THEMES, apply_theme
from hc18viewer.ui.wording import hc_difference, length, signed_length


def luminance(name):
    colour = QColor(name)
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
             for c in (colour.redF(), colour.greenF(), colour.blueF())]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first, second):
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES.keys())
def test_all_text_can_be_read(colours):
    for text in ("text", "text_dim", "good", "warning", "bad"):
        for ground in ("panel", "window", "field"):
            assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5, (text, ground)
    assert contrast(colours.prediction, colours.panel) >= 3
    for colour in PALETTE.values():
        icon = readable_on(colour, (colours.panel, colours.hover))
        assert contrast(icon, colours.panel) >= 3, colour
        assert contrast(icon, colours.hover) >= 3, colour
    assert contrast(colours.accent_text, colours.accent) >= 4.5
    assert contrast(colours.text, colours.hover) >= 4.5


def test_themes_and_every_icon_draw(qapp):
    for name in THEMES:
        colours = apply_theme(QApplication.instance(), name)
        for file in (paths.resources() / "icons").glob("*.svg"):
            picture = themed_icon(file.stem, colours.text).pixmap(24, 24).toImage()
            drawn = [picture.pixelColor(x, y).alpha() for x in range(24) for y in range(24)]
            assert max(drawn) > 200, file.stem


def test_the_list_shows_name_verdict_hc_and_trouble(qtbot):
    cases = [Case(f"training_set/{n:03d}_HC.png", Path(f"{n:03d}_HC.png"), "training_set", str(n))
             for n in range(5)]
    model = CaseListModel()
    model.set_states([CaseState(case) for case in cases])
    view = CaseListView(model, CaseDelegate(THEMES["dark"]))
    qtbot.addWidget(view)
    view.show()
    chosen = []
    view.case_chosen.connect(chosen.append)
    view.choose(cases[3].key)
    assert chosen == [cases[3].key]
    model.set_thumbnail(cases[0].key, np.full((96, 144), 200, np.uint8))
    model.set_image_trouble(cases[1].key, "it is damaged")
    text = model.data(model.index(1), 11)  # the role that screen readers ask for
    assert "not read" in text
    assert "it is damaged" in text
    view.scrollToTop()
    picture = view.grab().toImage()
    assert picture.pixelColor(40, 30).red() > 150


def test_lengths_are_written_with_what_is_known():
    head, other = Ellipse(0, 0, 100, 80, 0), Ellipse(0, 0, 101, 80, 0)
    assert length(1234.4, None) == "1234 px"
    assert length(1000, 0.1234) == "123.4 mm"
    assert signed_length(-10, 0.5) == "−5.0 mm"
    assert signed_length(0.01, 0.5) == "±0.0 mm"
    assert hc_difference(other, head, 0.1).startswith("+0.3")
    assert hc_difference(None, head, 0.1) == "–"


def test_the_hc_is_drawn_as_soon_as_there_is_a_prediction(qtbot):
    case = Case("a.png", Path("a.png"), "", "a", pixel_size_mm=0.1)
    ellipse = Ellipse(400, 270, 200, 150, 0.2)
    found = Prediction("a.png", "m 1", ellipse.points(50), ellipse, 110.0, 0.9, 0.1)
    stored = StoredPrediction(1, found, datetime.now(UTC))
    model = CaseListModel()
    model.set_states([CaseState(case)])
    view = CaseListView(model, CaseDelegate(THEMES["dark"]))
    qtbot.addWidget(view)
    view.show()

    def right_half():
        picture = view.grab().toImage()
        return picture.copy(view.width() * 2 // 3, 30, view.width() // 3 - 4, 28)

    before = right_half()
    model.update_state(CaseState(case, stored))
    assert right_half() != before


@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("command", ["loupe", "go_on"])  # with an icon in other places, without
def test_a_menu_shows_what_is_checked(qtbot, qapp, name, command):
    window, menu = QWidget(), QMenu()
    qtbot.addWidget(window)
    qtbot.addWidget(menu)
    actions = Actions(window)
    actions.use_colours(apply_theme(qapp, name))
    action = getattr(actions, command)
    menu.addAction(action)
    menu.popup(menu.pos())
    pictures = []
    for checked in (False, True):
        action.setChecked(checked)
        pictures.append(menu.grab().toImage())
    menu.close()
    first, second = pictures
    changed = [(x, y) for x in range(first.width()) for y in range(first.height())
               if first.pixelColor(x, y) != second.pixelColor(x, y)]
    assert len(changed) > 15


def test_no_two_actions_share_a_key(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    keys = [key.toString() for action in Actions(window).all() for key in action.shortcuts()]
    assert len(keys) == len(set(keys)) > 20
    assert all(keys)
