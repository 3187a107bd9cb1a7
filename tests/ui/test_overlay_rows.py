import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSlider, QToolButton

from hc18viewer.overlays import PALETTE, Layer, Overlays
from hc18viewer.ui.contrast import contrast, readable_on
from hc18viewer.ui.overlay_rows import OverlaySection
from hc18viewer.ui.theme import apply_theme


@pytest.fixture
def section(qtbot):
    made = OverlaySection()
    qtbot.addWidget(made)
    made.looks_chosen.connect(made.show_looks)
    made.show()
    qtbot.waitExposed(made)
    return made


def looks(section):
    return section._looks


def test_each_control_changes_its_own_look_and_no_other(section, qtbot):
    row = section.rows[Layer.PREDICTION]
    QTest.mouseClick(row.check, Qt.MouseButton.LeftButton, pos=QPoint(8, row.check.height() // 2))
    expected = Overlays().changed(Layer.PREDICTION, visible=False)
    assert looks(section) == expected
    QTest.keyClick(row.line, Qt.Key.Key_Down)  # after "dashed" comes "dotted"
    expected = expected.changed(Layer.PREDICTION, line="dotted")
    assert looks(section) == expected
    QTest.keyClick(row.width_box, Qt.Key.Key_Down)
    expected = expected.changed(Layer.PREDICTION, width=2.4)
    assert looks(section) == expected
    QTest.keyClick(row.opacity, Qt.Key.Key_Left)
    expected = expected.changed(Layer.PREDICTION, opacity=90)
    assert looks(section) == expected
    row.colour._choices[PALETTE["blue"]].trigger()
    expected = expected.changed(Layer.PREDICTION, colour=PALETTE["blue"])
    assert looks(section) == expected


def test_the_difference_has_two_colours_and_something_to_be_taken_to(section):
    row = section.rows[Layer.DIFFERENCE]
    row.second._choices[PALETTE["white"]].trigger()
    QTest.keyClick(row.against, Qt.Key.Key_Down)
    assert looks(section).difference.second_colour == PALETTE["white"]
    assert looks(section).difference.colour == Overlays().difference.colour
    assert looks(section).against == "prediction"


def test_reset_takes_all_back_and_rests_where_nothing_was_changed(section):
    assert not section.reset.isEnabled()
    section.rows[Layer.OTHERS].check.toggle()
    assert section.reset.isEnabled()
    QTest.mouseClick(section.reset, Qt.MouseButton.LeftButton)
    assert looks(section) == Overlays()
    assert section.rows[Layer.OTHERS].check.isChecked()


def test_what_was_chosen_elsewhere_is_shown_and_not_said_again(section):
    said = []
    section.looks_chosen.connect(said.append)
    other = Overlays(against="prediction")
    for layer in Layer:
        other = other.changed(layer, visible=False, opacity=50, line="dotted", width=5.0)
    section.show_looks(other)
    assert said == []
    row = section.rows[Layer.ANNOTATION]
    assert (row.check.isChecked(), row.line.currentText(), row.opacity.value()) == (
        False, "dotted", 5)


def controls(section):
    kinds = (QCheckBox, QComboBox, QPushButton, QSlider, QToolButton)
    return [widget for kind in kinds for widget in section.findChildren(kind)]


def test_every_control_has_a_name_of_its_own_and_takes_the_focus(section):
    found = controls(section)
    names = [widget.accessibleName() or widget.text() for widget in found]
    assert len(found) == 6 * 3 + 1 + 5 * 2 + 1 + 1
    assert all(names)
    assert len(set(names)) == len(names)
    assert all(widget.focusPolicy() & Qt.FocusPolicy.TabFocus for widget in found)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off(open_page, scale):
    page = open_page(scale)
    panel = page.view_panel
    assert panel.widget().width() <= panel.viewport().width()
    section = panel.findChild(OverlaySection)
    for widget in controls(section):
        assert widget.width() >= widget.minimumSizeHint().width(), widget.accessibleName()


@pytest.fixture
def open_page(qtbot, qapp):
    from hc18viewer.ui.look_acts import scale_font
    from hc18viewer.ui.review_page import ReviewPage

    def opened(scale):
        scale_font(qapp, scale)
        colours = apply_theme(qapp, "dark", scale=scale)
        page = ReviewPage(colours)
        page.view_panel.add_section("Overlays", OverlaySection())
        page.view_panel.show()
        page.setMinimumSize(400, 300)  # as the window has one
        page.resize(1600, 1000)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitExposed(page)
        qtbot.wait(20)
        return page

    yield opened
    scale_font(qapp, 1.0)


def test_the_list_gives_way_where_the_panel_would_not_fit(open_page, qtbot):
    page = open_page(1.0)
    assert page.list.isVisible()
    page.resize(1000, 620)
    qtbot.wait(20)
    assert not page.list.isVisible()
    right = page.view_panel.mapTo(page, page.view_panel.rect().topRight()).x()
    assert right <= page.panel.mapTo(page, page.panel.rect().topLeft()).x()
    page.view_panel.hide()
    qtbot.wait(20)
    assert page.list.isVisible()
    page.view_panel.show()
    page.resize(1600, 1000)
    qtbot.wait(20)
    assert page.list.isVisible()


@pytest.mark.parametrize("ground", ["#000000", "#1d2024", "#777777", "#f8f9fa", "#ffffff"])
def test_a_colour_is_mixed_only_as_far_as_it_must(ground):
    for colour in PALETTE.values():
        mixed = readable_on(colour, [ground])
        assert contrast(mixed, ground) >= 3
        if contrast(colour, ground) >= 3:
            assert mixed == colour


def test_contrast_by_the_standards_own_examples():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1
