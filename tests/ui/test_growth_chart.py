import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor

from hc18viewer.biometry.age import GestationalAge
from hc18viewer.ui.growth_chart import GrowthChart
from hc18viewer.ui.growth_wording import ChartHead
from hc18viewer.ui.theme import THEMES, apply_theme

AGE = GestationalAge(126)


@pytest.fixture(params=THEMES)
def colours(request, qapp):
    return apply_theme(qapp, request.param)


@pytest.fixture
def chart(qtbot, colours):
    widget = GrowthChart(colours)
    qtbot.addWidget(widget)
    widget.resize(292, 200)
    return widget


def picture(widget):
    return widget.grab().toImage()


def colour_at(widget, x, y):
    image = picture(widget)
    scale = image.devicePixelRatio()
    return image.pixelColor(round(x * scale), round(y * scale))


def near(colour, name, *, by=40):
    other = QColor(name)
    parts = ("red", "green", "blue")
    return all(abs(getattr(colour, p)() - getattr(other, p)()) <= by for p in parts)


def drawn_around(widget, x, y, name):
    """Whether a line lies here: it may fall between two rows of pixels."""
    return any(near(colour_at(widget, x, y + step), name) for step in (-1, 0, 1))


def count(image, name):
    return sum(near(image.pixelColor(x, y), name, by=12)
               for x in range(image.width()) for y in range(image.height()))


def test_the_head_is_a_dot_at_its_age_and_size(chart, colours):
    chart.show_head(ChartHead(250.0, AGE))
    plot = chart.plot()
    x, y = plot.x(18), plot.y(250)
    assert near(colour_at(chart, x, y), colours.accent)
    assert near(colour_at(chart, x, plot.y(325)), colours.field)
    chart.show_head(ChartHead(325.0, AGE))
    assert near(colour_at(chart, x, plot.y(325)), colours.accent)


def test_a_head_without_an_age_is_a_line_with_a_ring_at_its_median(chart, colours):
    chart.show_head(ChartHead(250.0))
    plot = chart.plot()
    for weeks in (16, 22, 32, 38):
        assert drawn_around(chart, plot.x(weeks), plot.y(250), colours.accent), weeks
    # 250 mm is the median at 27.0 weeks
    assert near(colour_at(chart, plot.x(27), plot.y(250)), colours.field)


def test_the_prediction_is_a_hollow_diamond(chart, colours):
    chart.show_head(ChartHead(325.0, AGE))
    assert count(picture(chart), colours.prediction) == 0
    chart.show_head(ChartHead(325.0, AGE, 120.0))
    plot = chart.plot()
    x, y = plot.x(18), plot.y(120)
    arm = 6.5 * chart.fontMetrics().height() / 15
    assert near(colour_at(chart, x + arm / 2, y - arm / 2), colours.prediction, by=70)
    assert not near(colour_at(chart, x + 1, y), colours.prediction, by=70)
    assert near(colour_at(chart, x, plot.y(325)), colours.accent)


def test_the_prediction_without_an_age_is_dashed(chart, colours):
    chart.show_head(ChartHead(250.0, None, 150.0))
    plot = chart.plot()
    row = [colour_at(chart, x, plot.y(150)) for x in range(int(plot.x(26)), int(plot.x(39)))]
    drawn = [near(colour, colours.prediction, by=60) for colour in row]
    assert 0.3 < sum(drawn) / len(drawn) < 0.9


@pytest.mark.parametrize("head", [
    ChartHead(900.0, AGE, 900.0), ChartHead(5.0, AGE, 5.0), ChartHead(900.0, None, 5.0),
    ChartHead(200.0, GestationalAge(3), 210.0), ChartHead(200.0, GestationalAge(330), 210.0),
])
def test_what_lies_off_the_chart_is_an_arrow_at_its_edge(chart, colours, head):
    chart.show_head(head)
    image = picture(chart)
    assert count(image, colours.accent) > 10
    assert count(image, colours.prediction) > 10


def test_curves_are_drawn_without_a_head(chart, colours):
    image = picture(chart)
    plot = chart.plot()
    assert near(image.pixelColor(round(plot.x(20)), round(plot.y(172.5))), colours.text_dim, by=60)
    assert near(image.pixelColor(round(plot.x(18.5)), round(plot.y(325))), colours.field, by=12)
    assert count(image, colours.accent) == 0


def test_the_chart_says_what_it_shows(chart):
    assert chart.accessibleName() == "Growth chart of head circumference"
    assert "no head circumference" in chart.accessibleDescription()
    chart.show_head(ChartHead(172.5, AGE))
    for words in (chart.accessibleDescription(), chart.toolTip()):
        assert "HC 172.5 mm: at 18 w 0 d, centile" in words
    chart.show_head(None)
    assert "172.5" not in chart.toolTip()


def test_another_theme_is_drawn_at_once(chart):
    chart.show_head(ChartHead(250.0, AGE))
    plot = chart.plot()
    for colours in THEMES.values():
        chart.use_colours(colours)
        assert near(colour_at(chart, plot.x(18), plot.y(250)), colours.accent)
        assert near(colour_at(chart, plot.x(18.5), plot.y(325)), colours.field, by=12)


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("head", [None, ChartHead(200.0, AGE, 210.0), ChartHead(400.0, None, 30.0)])
def test_at_its_least_size_all_texts_fit_whatever_their_size(chart, factor, head):
    chart.show_head(head)
    before = chart.minimumSizeHint()
    font = chart.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    chart.setFont(font)
    least = chart.minimumSizeHint()
    assert least.width() >= max(220, before.width())
    assert least.height() >= max(150, before.height())
    if factor == 2:
        assert least.height() > 1.5 * before.height()
    chart.resize(least)
    labels = chart.labels(chart.plot()).placed(
        with_prediction=head is not None and head.prediction_hc_mm is not None)
    assert len(labels) > 8
    for label in labels:
        assert label.x >= 0
        assert label.x + label.width <= least.width()
        assert label.y >= 0
        assert label.y + label.height <= least.height()


def test_the_same_head_is_not_drawn_again(chart, qtbot):
    painted = []

    class Painted(GrowthChart):
        def event(self, event):
            if event.type() == QEvent.Type.UpdateRequest:
                painted.append(event)
            return super().event(event)

    chart = Painted(THEMES["dark"])
    qtbot.addWidget(chart)
    with qtbot.waitExposed(chart):
        chart.show()
    qtbot.wait(30)
    painted.clear()
    chart.show_head(ChartHead(200.0, AGE))
    qtbot.waitUntil(lambda: len(painted) == 1)
    chart.show_head(ChartHead(200.0, AGE))
    qtbot.wait(30)
    assert len(painted) == 1


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (40, 20), (220, 30)])
def test_no_room_is_no_fault(chart, size):
    chart.show_head(ChartHead(200.0, AGE, 210.0))
    chart.resize(*size)
    chart.grab()
