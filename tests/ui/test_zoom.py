"""What is in view: pure rules of zoom and pan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hc18viewer.ui.canvas.zoom import Stage, Zoom

stages = st.builds(
    Stage,
    st.tuples(st.integers(1, 4000), st.integers(1, 4000)),
    st.tuples(st.floats(50, 4000), st.floats(50, 4000)),
    st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]),
)
zooms = st.builds(
    Zoom, st.floats(-1e5, 1e5), st.floats(-1e5, 1e5), st.floats(1e-4, 1e4)
)


@given(stages, zooms)
def test_a_zoom_allowed_stays_as_it_is_and_any_other_becomes_one(stage, zoom):
    limited = stage.limited(zoom)
    least, most = stage.scales
    height, width = stage.image
    assert least <= limited.scale <= most
    assert -0.5 <= limited.x <= width - 0.5
    assert -0.5 <= limited.y <= height - 0.5
    again = stage.limited(limited)
    assert (again.x, again.y, again.scale) == pytest.approx((limited.x, limited.y, limited.scale))


@given(stages)
def test_the_fitted_image_and_one_to_one_are_always_allowed(stage):
    least, most = stage.scales
    assert least <= stage.fit().scale <= most
    assert least <= 1 / stage.density <= most
    shown = stage.fit().scale * stage.image[1], stage.fit().scale * stage.image[0]
    assert shown[0] <= stage.view[0] * 0.97
    assert shown[1] <= stage.view[1] * 0.97


@given(stages, zooms, st.floats(0.3, 3), st.floats(-500, 500), st.floats(-500, 500))
def test_what_is_under_the_pointer_stays_there(stage, zoom, factor, x, y):
    del stage
    scaled = zoom.scaled(factor, (x, y))
    before = (x - zoom.x) * zoom.scale, (y - zoom.y) * zoom.scale
    after = (x - scaled.x) * scaled.scale, (y - scaled.y) * scaled.scale
    assert after == pytest.approx(before, rel=1e-6, abs=1e-6)


@given(stages, zooms)
def test_one_to_one_puts_the_images_edges_on_edges_of_pixels(stage, zoom):
    exact = stage.one_to_one(zoom)
    assert exact.scale == 1 / stage.density
    for place, length in ((exact.x, stage.view[0]), (exact.y, stage.view[1])):
        edge = (-0.5 - place) + length * stage.density / 2
        assert edge == pytest.approx(round(edge), abs=1e-6)
    assert abs(exact.x - stage.limited(zoom).x) <= 0.5 + 1e-6
    assert abs(exact.y - stage.limited(zoom).y) <= 0.5 + 1e-6


def test_panning_moves_the_image_with_the_pointer():
    moved = Zoom(100, 80, 2.0).moved(10, -6)
    assert moved == Zoom(95, 83, 2.0)
