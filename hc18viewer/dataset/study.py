"""Open a folder, one of its sub-folders or a single image as a study."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hc18viewer.dataset.annotation import annotation_problem
from hc18viewer.dataset.case import Case, Study
from hc18viewer.dataset.images import SUFFIXES, ImageError, image_size
from hc18viewer.dataset.tables import NO_TABLE, PixelSizeTable, read_table
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.message import message
from hc18viewer.progress import CancelToken, Progress, ProgressReport, ignore_progress

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TRAINING_SET = "training_set"
TEST_SET = "test_set"
TABLES = {
    TRAINING_SET: "training_set_pixel_size_and_HC.csv",
    TEST_SET: "test_set_pixel_size.csv",
}
SYNTHETIC_MARK = "SYNTHETIC.txt"
"""A study folder that holds this file was drawn by this program."""

_ANNOTATION_ENDING = "_annotation"
# "010_HC" and "010_2HC" are two frames of the examination 010.
_HC18_NAME = re.compile(r"(\d{3})_\d*HC", re.IGNORECASE)


class StudyError(Hc18ViewerError):
    """A folder that cannot be opened as a study; the text says why in plain words."""


def open_study(
    path: Path, *, report: ProgressReport = ignore_progress, token: CancelToken | None = None
) -> Study:
    """Open `path` as a study: a folder of images, a sub-folder of HC18, or a single image.

    A folder's images are those that lie in it and in its direct sub-folders. HC18's
    `training_set` or `test_set`, or an image in one, opens the study above it with those cases
    alone, so that a case has one key, and one store, however it was opened.

    Only headers are read. A case whose files are wrong is listed all the same, with what is
    wrong among its problems.

    Raises:
        StudyError: nothing is at `path`, it cannot be listed, or it holds no image.
        Cancelled: the token was set.
    """
    path = path.expanduser().resolve()
    root, wanted = _root_and_wanted(path)
    images = _listed(wanted)
    if not images:
        raise StudyError(message(
            "{path} holds no PNG, JPEG, TIFF or BMP image. Choose the folder that holds the "
            "images, or the folder above HC18's training_set and test_set.", path=str(path),
        ))
    tables = _TableFinder(root)
    cases = []
    for number, (image, annotation) in enumerate(images):
        if token is not None:
            token.check()
        cases.append(_case(root, image, annotation, tables.find(image.parent)))
        report(Progress(number + 1, len(images), message("Opening the study")))
    return Study(root, tuple(cases), synthetic=(root / SYNTHETIC_MARK).is_file())


def holds_images(path: Path) -> bool:
    """Whether `path` looks like a study: an image, or a folder with images in it or just below."""
    if not path.is_dir():
        return path.suffix.lower() in SUFFIXES and path.is_file()
    try:
        return bool(_image_files(path)) or any(map(_image_files, _sub_folders(path)))
    except StudyError:
        return False


def _root_and_wanted(path: Path) -> tuple[Path, Path]:
    """Return the study's folder, and the folder or image in it whose cases are wanted."""
    if not path.exists():
        raise StudyError(message("There is nothing at {path}. Check the path.", path=str(path)))
    if path.is_file():
        if path.suffix.lower() not in SUFFIXES:
            raise StudyError(message(
                "{file} is no image that can be opened: PNG, JPEG, TIFF or BMP are.",
                file=path.name,
            ))
        return _root_of(path.parent), path
    return _root_of(path), path


def _root_of(folder: Path) -> Path:
    above = folder.parent
    if folder.name in TABLES and (
        any((above / table).is_file() for table in TABLES.values())
        or any((above / name).is_dir() for name in TABLES if name != folder.name)
    ):
        return above
    return folder


def _listed(wanted: Path) -> list[tuple[Path, Path | None]]:
    """Return the images to open, each with its annotation, in the order of folder and name."""
    if wanted.is_file():
        annotations = _annotations(_image_files(wanted.parent))
        return [(wanted, annotations.get(wanted.stem.lower()))]
    found: list[tuple[Path, Path | None]] = []
    for folder in (wanted, *_sub_folders(wanted)):
        files = _image_files(folder)
        annotations = _annotations(files)
        found.extend(
            (file, annotations.get(file.stem.lower()))
            for file in files
            if not _is_annotation(file)
        )
    return found


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        raise StudyError(message(
            "{folder} cannot be listed: {reason}.", folder=str(folder), reason=str(error.strerror)
        )) from error


def _sub_folders(folder: Path) -> list[Path]:
    return sorted(
        (entry for entry in _children(folder) if entry.is_dir()),
        key=lambda entry: (entry.name != TRAINING_SET, entry.name),
    )


def _image_files(folder: Path) -> list[Path]:
    return [
        entry
        for entry in _children(folder)
        if entry.suffix.lower() in SUFFIXES and entry.is_file()
    ]


def _is_annotation(file: Path) -> bool:
    return file.stem.lower().endswith(_ANNOTATION_ENDING)


def _annotations(files: Iterable[Path]) -> dict[str, Path]:
    """Return the annotations among `files` by the lower-case stem of their image."""
    return {
        file.stem.lower().removesuffix(_ANNOTATION_ENDING): file
        for file in files
        if _is_annotation(file)
    }


class _TableFinder:
    """Finds and reads each folder's table of pixel sizes once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._tables: dict[Path, PixelSizeTable] = {}

    def find(self, folder: Path) -> PixelSizeTable:
        if folder not in self._tables:
            self._tables[folder] = self._read(folder)
        return self._tables[folder]

    def _read(self, folder: Path) -> PixelSizeTable:
        names = [TABLES[folder.name]] if folder.name in TABLES else list(TABLES.values())
        for place in dict.fromkeys((folder, self._root)):
            for name in names:
                if (place / name).is_file():
                    return read_table(place / name)
        return NO_TABLE


def _case(root: Path, image: Path, annotation: Path | None, table: PixelSizeTable) -> Case:
    row = table.row(image.name)
    problems = list(row.problems)
    trouble = ""
    try:
        size = image_size(image)
    except ImageError as error:
        problems.insert(0, str(error))
    else:
        if annotation is not None:
            trouble = annotation_problem(annotation, size)
            if trouble:
                problems.append(trouble)
                annotation = None
    relative = image.relative_to(root)
    return Case(
        key=relative.as_posix(),
        image_path=image,
        set_name="" if relative.parent.name == "" else relative.parent.as_posix(),
        subject=_subject(relative),
        annotation_path=annotation,
        pixel_size_mm=row.pixel_size_mm,
        reference_hc_mm=row.reference_hc_mm,
        annotation_problem=trouble,
        problems=tuple(problems),
    )


def _subject(relative: Path) -> str:
    # Numbers start anew in each set: training_set/010 and test_set/010 are two examinations.
    match = _HC18_NAME.fullmatch(relative.stem)
    name = match.group(1) if match else relative.stem
    return (relative.parent / name).as_posix()
