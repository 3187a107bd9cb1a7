import numpy as np
import pytest

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.mask import dice, ellipse_mask
from hc18viewer.geometry.overlap import outline_dice

HEAD = Ellipse(300.0, 200.0, 120.0, 90.0, 0.4)


def test_two_squares_by_hand():
    square = np.array([(0, 0), (10, 0), (10, 10), (0, 10)], float)
    assert outline_dice(square, square + np.array([5, 0])) == pytest.approx(0.5)
    assert outline_dice(square, square[::-1]) == pytest.approx(1)
    assert outline_dice(square, square + np.array([20, 0])) == 0


def test_it_agrees_with_that_of_masks():
    other = Ellipse(310.0, 195.0, 125.0, 85.0, 0.6)
    of_masks = dice(ellipse_mask(HEAD, (400, 600)), ellipse_mask(other, (400, 600)))
    assert outline_dice(HEAD.points(360), other.points(360)) == pytest.approx(of_masks, abs=0.002)
