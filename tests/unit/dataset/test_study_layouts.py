"""Folders that are laid out in other ways than the sample study."""

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from hc18viewer.dataset.study import TABLES, StudyError, open_study

GREY = np.full((60, 80), 90, np.uint8)
HEADER = "filename,pixel size(mm),head circumference (mm)\r\n"


def add(folder, *names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        Image.fromarray(GREY).save(folder / name)
    return folder


def only_case(path):
    (case,) = open_study(path).cases
    return case


@pytest.fixture
def hc18(tmp_path):
    """HC18's layout, a few images."""
    add(tmp_path / "training_set", "010_HC.png", "010_2HC.png", "014_3HC.png",
        "010_HC_Annotation.png")
    add(tmp_path / "test_set", "010_HC.png")
    (tmp_path / TABLES["training_set"]).write_text(HEADER + "010_HC.png,0.1,90\r\n")
    return tmp_path


def test_subjects_are_the_three_digits_within_a_set(hc18):
    assert {case.key: case.subject for case in open_study(hc18).cases} == {
        "training_set/010_2HC.png": "training_set/010",
        "training_set/010_HC.png": "training_set/010",
        "training_set/014_3HC.png": "training_set/014",
        "test_set/010_HC.png": "test_set/010",
    }


@pytest.mark.parametrize("name", ["0010_HC.png", "10_HC.png", "010_HCx.png", "x010_HC.png"])
def test_other_names_are_a_subject_each(tmp_path, name):
    assert only_case(add(tmp_path / "a", name)).subject == name.removesuffix(".png")


def test_a_missing_row_leaves_its_own_case_without_a_size(hc18):
    sizes = {case.key: case.pixel_size_mm for case in open_study(hc18 / "training_set").cases}
    assert sizes == {"training_set/010_HC.png": 0.1, "training_set/010_2HC.png": None,
                     "training_set/014_3HC.png": None}


def test_a_training_set_without_its_test_set_has_the_same_keys(hc18):
    (hc18 / "test_set" / "010_HC.png").unlink()
    (hc18 / "test_set").rmdir()
    opened = open_study(hc18 / "training_set")
    assert opened.root == hc18
    assert opened.cases[0].key == "training_set/010_2HC.png"


def test_a_lone_folder_of_that_name_is_its_own_study(tmp_path):
    folder = add(tmp_path / "training_set", "010_HC.png")
    opened = open_study(folder)
    assert opened.root == folder
    assert opened.cases[0].key == "010_HC.png"


def test_an_empty_set_is_no_study(hc18):
    (hc18 / "test_set" / "010_HC.png").unlink()
    with pytest.raises(StudyError, match="holds no PNG"):
        open_study(hc18 / "test_set")
    assert open_study(hc18).set_names == ("training_set",)


def test_a_table_may_lie_beside_the_images(tmp_path):
    folder = add(tmp_path / "scans", "a.png")
    (folder / TABLES["test_set"]).write_text("filename,pixel size(mm)\na.png,0.2\n")
    assert only_case(folder).pixel_size_mm == 0.2


def test_sets_of_the_users_own_are_opened_in_order(tmp_path):
    for name in ("z", "a", "training_set"):
        add(tmp_path / name, "2.png", "1.png")
    add(tmp_path, "0.png")
    assert [case.key for case in open_study(tmp_path).cases] == [
        "0.png", "training_set/1.png", "training_set/2.png", "a/1.png", "a/2.png", "z/1.png",
        "z/2.png",
    ]


def test_folders_below_sub_folders_are_left_alone(tmp_path):
    add(tmp_path / "a" / "b", "deep.png")
    add(tmp_path / "a", "near.png")
    assert only_case(tmp_path).key == "a/near.png"


def test_annotations_are_found_whatever_their_case_and_ending(tmp_path):
    folder = add(tmp_path / "a", "Scan.PNG", "scan_ANNOTATION.bmp")
    case = only_case(folder)
    assert (case.filename, case.annotation_path.name) == ("Scan.PNG", "scan_ANNOTATION.bmp")


def test_annotations_alone_are_no_study(tmp_path):
    folder = add(tmp_path / "a", "1_Annotation.png")
    with pytest.raises(StudyError, match="holds no PNG"):
        open_study(folder)


def test_a_folder_with_an_image_name_is_no_image(tmp_path):
    folder = add(tmp_path / "a", "1.png")
    (folder / "2.png").mkdir()
    assert only_case(folder).filename == "1.png"


@pytest.mark.parametrize(("content", "words"), [
    (b"", "damaged or no PNG"), (b"\x89PNG\r\n\x1a\n", "damaged or no PNG"),
])
def test_a_damaged_annotation_is_left_out_and_named(hc18, content, words):
    (hc18 / "training_set" / "010_HC_Annotation.png").write_bytes(content)
    case = next(case for case in open_study(hc18).cases
                if case.key == "training_set/010_HC.png")
    assert case.annotation_path is None
    assert "ground truth cannot be read" in case.problems[0]
    assert words in case.problems[0]
    assert case.pixel_size_mm == 0.1


def test_progress_counts_every_image(hc18):
    seen = []
    open_study(hc18, report=seen.append)
    assert [(step.done, step.total) for step in seen] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_the_users_folder_may_be_written_short(hc18, monkeypatch):
    monkeypatch.setenv("HOME", str(hc18))
    monkeypatch.setenv("USERPROFILE", str(hc18))
    assert open_study(Path("~/training_set")).root == hc18.resolve()


def test_a_study_is_called_after_its_folder(hc18):
    assert open_study(hc18 / "training_set").name == hc18.name
    assert not open_study(hc18).synthetic


def test_a_folder_that_cannot_be_listed_says_so(hc18, monkeypatch):
    def refuse(_folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(StudyError, match="cannot be listed: Permission denied"):
        open_study(hc18)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_folder_whose_name_is_no_utf_8_opens(tmp_path):
    folder = tmp_path / os.fsdecode(b"\xe9t\xe9")
    assert only_case(add(folder, "a.png")).key == "a.png"


def test_opening_changes_no_file(hc18):
    def state():
        return {path: (path.stat().st_mtime_ns, path.stat().st_size)
                for path in [hc18, *hc18.rglob("*")]}

    before = state()
    open_study(hc18)
    assert state() == before
