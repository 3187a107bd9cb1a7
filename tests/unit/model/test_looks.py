import cv2
import numpy as np
import pytest

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.mask import ellipse_coverage
from hc18viewer.model.doubt import outline_gap
from hc18viewer.model.frame import CLOSE_MARGIN, Frame
from hc18viewer.model.looks import look

GRID = (96, 144)
SHAPE = (540, 800)
HEAD = Ellipse(420.0, 250.0, 150.0, 110.0, 0.4)
SMALL = Ellipse(120.0, 420.0, 50.0, 38.0, 1.9)


def picture(ellipse):
    return np.round(255 * ellipse_coverage(ellipse, SHAPE)).astype(np.uint8)


def bright(inputs):
    """A network that takes all that is bright for the head."""
    return (inputs - 0.5) * 12


def gap_px(found, ellipse):
    return outline_gap(found.points(72), ellipse) * ellipse.a


@pytest.mark.parametrize("head", [HEAD, SMALL])
def test_the_head_is_found_where_it_is(head):
    looks = look(bright, picture(head), grid=GRID)
    assert gap_px(looks.found.ellipse, head) < 0.3
    assert looks.doubt.mirror < 0.01
    assert looks.doubt.outside == 0


def test_a_close_look_shows_a_head_in_the_middle_at_one_size():
    for head in (HEAD, SMALL):
        frame = Frame.around(head, GRID)
        points = frame.to_grid(head.points(180))
        low, high = points.min(axis=0), points.max(axis=0)
        assert np.allclose((low + high) / 2, ((GRID[1] - 1) / 2, (GRID[0] - 1) / 2), atol=1)
        fills = max((high - low) / (GRID[1], GRID[0]))
        assert fills == pytest.approx(1 / CLOSE_MARGIN, rel=0.03)
        assert frame.scale_x == pytest.approx(frame.scale_y, rel=0.02)
        assert np.allclose(frame.to_image(points), head.points(180))


def test_a_part_that_leaves_the_image_is_black_there():
    image = np.full(SHAPE, 200, np.uint8)
    frame = Frame.around(Ellipse(0.0, 0.0, 90.0, 70.0, 0.0), GRID)
    laid = frame.lay(image)
    inside = frame.to_image(np.array([[20.0, 20.0], [100.0, 70.0]]))
    assert (inside[0] < 0).all()
    assert (inside[1] > 0).all()
    assert laid[20, 20] == 0
    assert laid[70, 100] == 200


def test_a_network_that_is_blind_to_the_mirror_image_is_doubted():
    calls = []

    def one_sided(inputs):
        calls.append(len(inputs))
        logits = bright(inputs)
        if len(inputs) == 2:
            logits[1, :, 75:] = -6
        return logits

    looks = look(one_sided, picture(HEAD), grid=GRID)
    assert calls[0] == 1
    assert looks.doubt.mirror > 0.1
    assert looks.doubt.mirror_hc > 0.03


def test_what_counts_lies_between_the_close_look_and_its_mirror_image():
    def larger_in_the_mirror(inputs):
        logits = bright(inputs)
        if len(inputs) == 2:
            logits[1] = (cv2.dilate(inputs[1], np.ones((9, 9), np.uint8)) - 0.5) * 12
        return logits

    looks = look(larger_in_the_mirror, picture(HEAD), grid=GRID)
    alone = look(bright, picture(HEAD), grid=GRID).found.ellipse
    grid_px = 1 / Frame.around(HEAD, GRID).scale_x
    assert 0 < looks.found.ellipse.a - alone.a < 4 * grid_px
    assert looks.doubt.mirror_hc > 0.02


def test_a_look_laid_around_something_else_is_repeated():
    parts = []

    def fooled_by_the_whole(inputs):
        parts.append(len(inputs))
        logits = bright(inputs)
        if len(parts) == 1:  # a limb beside the head is taken for part of it
            logits[0, :60, 40:] = 6
        return logits

    looks = look(fooled_by_the_whole, picture(HEAD), grid=GRID)
    assert gap_px(looks.found.ellipse, HEAD) < 0.5
    assert parts[:3] == [1, 2, 2]
    assert looks.doubt.whole > 0.1


def test_where_little_is_like_a_head_looks_around_are_taken():
    parts = []

    def misled(inputs):
        parts.append(len(inputs))
        logits = bright(inputs)
        if len(parts) <= 4:  # in each of the usual looks a limb is taken for part of the head
            logits[:, 44:52, :] = 6
        return logits

    looks = look(misled, picture(HEAD), grid=GRID)
    assert len(parts) > 4
    assert gap_px(looks.found.ellipse, HEAD) < 0.5


def test_a_clear_head_takes_no_more_than_two_looks():
    parts = []

    def counted(inputs):
        parts.append(len(inputs))
        return bright(inputs)

    look(counted, picture(HEAD), grid=GRID)
    assert parts == [1, 2]


def test_nothing_seen_is_no_head_and_no_doubt():
    looks = look(bright, np.zeros(SHAPE, np.uint8), grid=GRID)
    assert looks.found.ellipse is None
    assert looks.doubt is None
    assert looks.found.no_head_reason


def test_a_shape_larger_than_the_image_gets_no_close_look():
    def arc(inputs):
        y, x = np.mgrid[: GRID[0], : GRID[1]]
        huge = np.hypot(x - 72, y - 1500) < 1490
        return np.where(huge, 6, -6).astype(np.float32)[None].repeat(len(inputs), 0)

    looks = look(arc, np.zeros(SHAPE, np.uint8), grid=GRID)
    assert looks.doubt is None or looks.found.ellipse.a < 2 * SHAPE[1]


def test_a_head_that_leaves_the_image_says_so():
    cut = Ellipse(780.0, 270.0, 150.0, 110.0, 0.0)
    looks = look(bright, picture(cut), grid=GRID)
    assert looks.doubt.outside > 0 or looks.doubt.shape > 0.02
