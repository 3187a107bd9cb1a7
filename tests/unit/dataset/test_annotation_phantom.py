import dataclasses

import numpy as np
import pytest
from PIL import Image

from hc18viewer.dataset import phantom, sample_study
from hc18viewer.dataset.annotation import AnnotationKind, read_annotation
from hc18viewer.dataset.case import Case
from hc18viewer.dataset.images import ImageError, read_grey
from hc18viewer.dataset.phantom import PhantomHead, draw_phantom
from hc18viewer.dataset.sample_study import SampleFolderError, write_sample_study
from hc18viewer.dataset.study import open_study
from hc18viewer.errors import Cancelled
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.progress import CancelToken

HEAD = PhantomHead(400, 270, 200, 150, 0.3, 0.1, 1)


@pytest.fixture
def case(tmp_path):
    image, annotation = draw_phantom(HEAD)
    Image.fromarray(image).save(tmp_path / "a.png")
    Image.fromarray(annotation).save(tmp_path / "a_Annotation.png")
    return Case("a.png", tmp_path / "a.png", "", "a", tmp_path / "a_Annotation.png", 0.1)


def rewrite(case, change):
    drawn = np.asarray(Image.open(case.annotation_path))
    Image.fromarray(change(drawn)).save(case.annotation_path)


def assert_is_the_head(ellipse, tolerance):
    found = (ellipse.x, ellipse.y, ellipse.a, ellipse.b)
    assert found == pytest.approx((HEAD.x, HEAD.y, HEAD.a, HEAD.b), abs=tolerance)
    assert ellipse.angle_rad == pytest.approx(HEAD.angle_rad, abs=0.01)


def test_an_outline_is_read_through_the_middle_of_its_line(case):
    assert read_annotation(case).kind is AnnotationKind.OUTLINE
    assert_is_the_head(truth_ellipse(case), 0.1)


def test_colour_and_open_outlines_are_read(case):
    rewrite(case, lambda drawn: np.dstack([drawn] * 3))
    assert_is_the_head(truth_ellipse(case), 0.1)

    def open_up(drawn):
        gapped = drawn.copy()
        gapped[230:300, 560:] = 0
        return gapped

    rewrite(case, open_up)
    assert read_annotation(case).kind is AnnotationKind.OUTLINE
    assert_is_the_head(truth_ellipse(case), 0.4)


@pytest.mark.parametrize("paint", [
    lambda drawn: np.dstack([drawn, drawn * 0, drawn * 0]), lambda drawn: drawn // 255,
])
def test_red_lines_and_lines_of_ones_are_read(case, paint):
    rewrite(case, paint)
    assert_is_the_head(truth_ellipse(case), 0.1)


def test_a_filled_mask_is_read_by_its_edge(case):
    y, x = np.mgrid[:540, :800]
    dx, dy = x - HEAD.x, y - HEAD.y
    cos, sin = np.cos(HEAD.angle_rad), np.sin(HEAD.angle_rad)
    inside = ((dx * cos + dy * sin) / HEAD.a) ** 2 + ((dy * cos - dx * sin) / HEAD.b) ** 2 <= 1
    rewrite(case, lambda _: np.dstack([inside.astype(np.uint8) * 255] * 3))
    assert read_annotation(case).kind is AnnotationKind.FILLED
    assert_is_the_head(truth_ellipse(case), 0.2)


@pytest.mark.parametrize(("change", "words"), [
    (np.zeros_like, "empty"), (lambda drawn: drawn[:100, :100], "do not belong together"),
])
def test_an_annotation_that_shows_nothing_is_refused(case, change, words):
    rewrite(case, change)
    with pytest.raises(ImageError, match=words):
        truth_ellipse(case)


def test_a_straight_line_is_no_ellipse(case):
    def line(drawn):
        flat = np.zeros_like(drawn)
        flat[100, 100:300] = 255
        return flat

    rewrite(case, line)
    with pytest.raises(ImageError, match="no ellipse"):
        truth_ellipse(case)


def test_a_case_without_annotation_has_no_truth(case):
    assert truth_ellipse(dataclasses.replace(case, annotation_path=None)) is None


def test_a_phantom_is_the_same_every_time():
    for first, second in zip(draw_phantom(HEAD), draw_phantom(HEAD), strict=True):
        assert np.array_equal(first, second)
    assert set(np.unique(draw_phantom(HEAD)[1])) == {0, 255}


def test_the_sample_study_measures_what_its_table_says(sample_dir):
    cases = [case for case in open_study(sample_dir).cases if case.annotation_path]
    assert len(cases) == 9
    for case in cases:
        hc_mm = truth_ellipse(case).perimeter * case.pixel_size_mm
        assert hc_mm == pytest.approx(case.reference_hc_mm, abs=0.1)


def test_the_sample_study_spans_small_heads_to_large_and_every_resolution():
    heads = [*sample_study._TRAINING_HEADS.values(), *sample_study._TEST_HEADS.values()]
    hc_mm = [head.hc_mm for head in heads]
    pixel_sizes = [head.pixel_size_mm for head in heads]
    assert min(hc_mm) < 75 < 300 < max(hc_mm)
    assert min(pixel_sizes) < 0.07 < 0.29 < max(pixel_sizes)


def test_one_head_of_the_sample_study_is_cut_by_the_sector():
    heads = [*sample_study._TRAINING_HEADS.values(), *sample_study._TEST_HEADS.values()]
    unseen = []
    for head in heads:
        skull = draw_phantom(head)[1] > 0
        unseen.append((skull & ~phantom._Beam(head).inside).sum() / skull.sum())
    assert [round(float(share), 2) > 0 for share in unseen] == [False] * 11 + [True]
    assert 0.05 < unseen[-1] < 0.3


def test_the_sample_study_is_never_written_over_other_files(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(SampleFolderError, match="other files"):
        write_sample_study(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_cancelled_sample_study_can_be_written_again(tmp_path):
    token = CancelToken()
    with pytest.raises(Cancelled):
        write_sample_study(tmp_path, report=lambda _: token.cancel(), token=token)
    write_sample_study(tmp_path)
    assert len(open_study(tmp_path).cases) == 12


def test_the_images_say_that_they_are_synthetic(sample_dir):
    assert "synthetic" in (sample_dir / "SYNTHETIC.txt").read_text()
    corner = read_grey(sample_dir / "test_set" / "001_HC.png")[8:26, 690:790]
    assert (corner > 120).sum() > 100
