import shutil

import numpy as np
import pytest
from PIL import Image

from hc18viewer.dataset.study import StudyError, open_study
from hc18viewer.errors import Cancelled
from hc18viewer.progress import CancelToken


@pytest.fixture
def study(sample_dir, tmp_path):
    return shutil.copytree(sample_dir, tmp_path / "study")


def keys(path):
    return [case.key for case in open_study(path).cases]


def case_of(path, key):
    return next(case for case in open_study(path).cases if case.key == key)


def test_hc18_layout_gives_sets_sizes_and_annotations(study):
    opened = open_study(study)
    assert opened.set_names == ("training_set", "test_set")
    assert len(opened.cases) == 12
    assert opened.synthetic
    first = opened.cases[0]
    assert (first.key, first.subject) == ("training_set/000_HC.png", "training_set/000")
    assert (first.pixel_size_mm, first.reference_hc_mm) == (0.078, pytest.approx(73.80, abs=0.05))
    assert first.annotation_path.name == "000_HC_Annotation.png"
    assert opened.cases[-1].annotation_path is None
    assert all(case.problems == () for case in opened.cases)


def test_a_case_has_one_key_however_it_is_opened(study):
    whole = keys(study)
    assert keys(study / "training_set") == [key for key in whole if key.startswith("training")]
    assert keys(study / "test_set") == [key for key in whole if key.startswith("test")]
    single = open_study(study / "training_set" / "003_HC.png")
    assert [case.key for case in single.cases] == ["training_set/003_HC.png"]
    assert single.root == study
    assert single.cases[0].pixel_size_mm == 0.142
    assert single.cases[0].annotation_path is not None


def test_frames_of_one_examination_share_a_subject_and_sets_do_not(study):
    subjects = {case.key: case.subject for case in open_study(study).cases}
    assert subjects["training_set/004_HC.png"] == subjects["training_set/004_2HC.png"]
    assert subjects["training_set/000_HC.png"] != subjects["test_set/000_HC.png"]


@pytest.mark.parametrize("name", ["a.png", "b.JPG", "c.jpeg", "d.tif", "e.TIFF", "f.bmp"])
def test_a_plain_folder_opens_every_format(tmp_path, name):
    folder = tmp_path / "Ảnh siêu âm – été"
    folder.mkdir()
    Image.fromarray(np.full((60, 80), 90, np.uint8)).save(folder / name)
    opened = open_study(folder)
    assert [case.filename for case in opened.cases] == [name]
    assert opened.cases[0].pixel_size_mm is None
    assert "pixel size unknown" in opened.cases[0].problems[0]
    assert opened.cases[0].set_name == ""


def test_hidden_files_and_other_files_are_left_out(study):
    (study / "training_set" / ".hidden.png").write_bytes(b"x")
    (study / "training_set" / "notes.txt").write_text("x")
    assert len(keys(study)) == 12


def test_a_missing_table_means_unknown_sizes_and_no_other_set_suffers(study):
    (study / "training_set_pixel_size_and_HC.csv").unlink()
    training = case_of(study, "training_set/000_HC.png")
    test = case_of(study, "test_set/000_HC.png")
    assert training.pixel_size_mm is None
    assert "no table of pixel sizes" in training.problems[0]
    assert test.pixel_size_mm == 0.066


def test_a_damaged_image_is_listed_with_what_is_wrong(study):
    (study / "training_set" / "002_HC.png").write_bytes(b"")
    case = case_of(study, "training_set/002_HC.png")
    assert "damaged" in case.problems[0]
    assert len(keys(study)) == 12


def test_an_annotation_of_another_size_is_left_out_and_named(study):
    Image.fromarray(np.zeros((50, 60), np.uint8)).save(
        study / "training_set" / "002_HC_Annotation.png"
    )
    case = case_of(study, "training_set/002_HC.png")
    assert case.annotation_path is None
    assert "60 x 50" in case.problems[0]
    assert "800 x 540" in case.problems[0]


@pytest.mark.parametrize("make", [lambda p: None, lambda p: p.mkdir(), lambda p: p.write_text("")])
def test_what_cannot_be_opened_says_why(tmp_path, make):
    path = tmp_path / "nothing"
    make(path)
    with pytest.raises(StudyError, match=r"nothing|no PNG|no image"):
        open_study(path)


def test_opening_can_be_cancelled(study):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        open_study(study, token=token)


@pytest.mark.real
def test_all_of_hc18_opens(hc18_dir):
    opened = open_study(hc18_dir)
    assert opened.set_names == ("training_set", "test_set")
    assert sum(case.set_name == "test_set" for case in opened.cases) == 335
    assert all(case.pixel_size_mm and not case.problems for case in opened.cases)
