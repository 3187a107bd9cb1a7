import numpy as np
import pytest
import shapely

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.thin import thinned

HEAD = Ellipse(400.3, 270.7, 180.0, 140.0, 0.4).points(1000)


@pytest.mark.parametrize("tolerance", [0.02, 0.1, 1.0])
def test_a_thinned_contour_stays_within_the_tolerance(tolerance):
    rng = np.random.default_rng(3)
    rough = HEAD + rng.normal(0, 0.3, HEAD.shape)
    for contour in (HEAD, rough):
        thin = thinned(contour, tolerance)
        line = shapely.linearrings(thin)
        away = shapely.distance(shapely.points(contour), line)
        assert away.max() <= tolerance + 1e-3
        assert len(thin) <= len(contour)


def test_a_smooth_contour_loses_most_points_and_keeps_its_first():
    thin = thinned(HEAD, 0.1)
    assert len(thin) < 150
    assert thin[0] == pytest.approx(HEAD[0], abs=1e-4)
    assert not np.array_equal(thin[0], thin[-1])


def test_points_that_are_all_needed_are_all_kept():
    square = np.array([(0.0, 0), (10, 0), (10, 10), (0, 10)])
    assert thinned(square, 0.1).tolist() == square.tolist()
