"""Annotations that are damaged or drawn in other ways, and the sample study's odd moments."""

import dataclasses

import numpy as np
import pytest
from PIL import Image

from hc18viewer.dataset import sample_study
from hc18viewer.dataset.annotation import AnnotationKind, annotation_problem, read_annotation
from hc18viewer.dataset.case import Case
from hc18viewer.dataset.images import ImageError
from hc18viewer.dataset.phantom import draw_phantom
from hc18viewer.dataset.sample_study import SampleFolderError, write_sample_study
from hc18viewer.dataset.study import SYNTHETIC_MARK, TABLES, open_study
from hc18viewer.errors import Cancelled
from hc18viewer.progress import CancelToken

Y, X = np.mgrid[:120, :160]
RADIUS = np.hypot((X - 80) / 60, (Y - 60) / 45)


def line(width):
    return np.where(np.abs(RADIUS - 1) * 50 <= width / 2, 255, 0).astype(np.uint8)


@pytest.fixture
def case(tmp_path):
    Image.fromarray(np.zeros((120, 160), np.uint8)).save(tmp_path / "a.png")
    Image.fromarray(line(3)).save(tmp_path / "a_Annotation.png")
    return Case("a.png", tmp_path / "a.png", "", "a", tmp_path / "a_Annotation.png")


def test_a_case_without_a_file_has_no_annotation(case):
    assert read_annotation(dataclasses.replace(case, annotation_path=None)) is None


@pytest.mark.parametrize("width", [2, 3, 8])
def test_an_outline_is_one_however_thick(case, width):
    Image.fromarray(line(width)).save(case.annotation_path)
    annotation = read_annotation(case)
    assert annotation.kind is AnnotationKind.OUTLINE
    assert np.array_equal(annotation.drawn, line(width) > 0)


def test_a_fill_with_a_few_holes_is_a_fill(case):
    filled = np.where(RADIUS <= 1, 255, 0).astype(np.uint8)
    filled[40:60, 70:90] = 0
    Image.fromarray(filled).save(case.annotation_path)
    assert read_annotation(case).kind is AnnotationKind.FILLED


def test_only_what_is_lighter_than_half_counts_as_drawn(case):
    shades = line(3)
    shades[:20] = 127
    Image.fromarray(shades).save(case.annotation_path)
    assert not read_annotation(case).drawn[:14].any()


def test_a_truncated_annotation_is_refused_when_read(case):
    noise = np.random.default_rng(0).integers(0, 255, (120, 160), np.uint8)
    Image.fromarray(noise).save(case.annotation_path)
    case.annotation_path.write_bytes(case.annotation_path.read_bytes()[:3000])
    assert annotation_problem(case.annotation_path, (120, 160)) == ""
    with pytest.raises(ImageError, match=r"a_Annotation\.png is damaged"):
        read_annotation(case)


def test_an_annotation_that_has_gone_is_refused(case):
    case.annotation_path.unlink()
    with pytest.raises(ImageError, match=r"a_Annotation\.png is missing"):
        read_annotation(case)


def test_width_and_height_changed_over_do_not_fit(case):
    assert annotation_problem(case.annotation_path, (120, 160)) == ""
    assert "160 x 120 pixels, the image 120 x 160" in annotation_problem(
        case.annotation_path, (160, 120)
    )


def test_every_head_of_the_sample_study_lies_whole_in_its_image():
    heads = [*sample_study._TRAINING_HEADS.values(), *sample_study._TEST_HEADS.values()]
    assert len(heads) == 12
    for head in heads:
        _, annotation = draw_phantom(head)
        border = np.concatenate((annotation[0], annotation[-1], annotation[:, 0],
                                 annotation[:, -1]))
        assert not border.any()


def test_another_seed_is_another_image_of_the_same_head():
    head = sample_study._TEST_HEADS["000_HC.png"]
    image, annotation = draw_phantom(head)
    other, same = draw_phantom(dataclasses.replace(head, seed=head.seed + 1))
    assert np.array_equal(annotation, same)
    assert np.mean(image != other) > 0.5


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def quick(monkeypatch):
    """A sample study that is drawn at once: its images are black."""
    black = np.zeros((540, 800), np.uint8)
    monkeypatch.setattr(sample_study, "draw_phantom", lambda _head: (black, black))


def test_the_sample_study_written_twice_is_the_same(quick, tmp_path):
    write_sample_study(tmp_path / "a")
    first = contents(tmp_path / "a")
    write_sample_study(tmp_path / "a")
    assert contents(tmp_path / "a") == first
    assert len(first) == 12 + 9 + 3


def test_its_tables_are_laid_out_as_the_data_sets_own(quick, tmp_path):
    write_sample_study(tmp_path)
    training, test = (contents(tmp_path)[TABLES[name]].split(b"\r\n")
                      for name in ("training_set", "test_set"))
    assert training[0] == b"filename,pixel size(mm),head circumference (mm)"
    assert test[0] == b"filename,pixel size(mm)"
    assert (len(training), len(test)) == (11, 5)
    assert training[-1] == test[-1] == b""


def test_a_study_broken_off_is_marked_and_can_be_written_again(quick, tmp_path):
    token, steps = CancelToken(), []

    def stop_at_the_third(step):
        steps.append(step)
        if step.done == 3:
            token.cancel()

    with pytest.raises(Cancelled):
        write_sample_study(tmp_path, report=stop_at_the_third, token=token)
    assert [(step.done, step.total) for step in steps] == [(1, 12), (2, 12), (3, 12)]
    half = open_study(tmp_path)
    assert half.synthetic
    assert len(half.cases) == 3
    write_sample_study(tmp_path)
    assert len(open_study(tmp_path).cases) == 12


def test_a_folder_that_cannot_be_written_is_named(quick, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("mine")
    for folder in (in_the_way, in_the_way / "below"):
        with pytest.raises(SampleFolderError, match="Choose another folder"):
            write_sample_study(folder)
    assert in_the_way.read_text() == "mine"


def test_a_full_disk_leaves_no_half_image(quick, tmp_path, monkeypatch):
    def no_space(*_given, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sample_study.Image.Image, "save", no_space)
    with pytest.raises(SampleFolderError, match="No space left"):
        write_sample_study(tmp_path)
    assert list(contents(tmp_path)) == [SYNTHETIC_MARK]
