"""The sample study: a dozen synthetic heads in HC18's layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from hc18viewer.dataset.phantom import PhantomHead, draw_phantom
from hc18viewer.dataset.study import SYNTHETIC_MARK, TABLES, TEST_SET, TRAINING_SET
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.files import replacing, write_text
from hc18viewer.message import message
from hc18viewer.progress import CancelToken, Progress, ProgressReport, ignore_progress

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray


class SampleFolderError(Hc18ViewerError):
    """A folder that the sample study cannot be written into."""


_TRAINING_HEADS: dict[str, PhantomHead] = {
    "000_HC.png": PhantomHead(392, 268, 168, 132, 0.20, 0.078, 11, zoom=0.50),
    "001_HC.png": PhantomHead(420, 290, 190, 150, 2.75, 0.100, 12, zoom=0.40, gain_db=2),
    "002_HC.png": PhantomHead(370, 275, 205, 158, 0.05, 0.124, 13, dropout=0.7),
    "003_HC.png": PhantomHead(410, 282, 222, 172, 2.95, 0.142, 14, gain_db=-2),
    "004_HC.png": PhantomHead(400, 270, 210, 166, 0.35, 0.162, 15, zoom=0.45),
    "004_2HC.png": PhantomHead(384, 284, 209, 167, 0.52, 0.162, 16, zoom=0.45),
    "005_HC.png": PhantomHead(405, 276, 236, 186, 3.02, 0.170, 17, dropout=0.7, gain_db=2),
    "006_HC.png": PhantomHead(396, 290, 250, 196, 0.12, 0.205, 18, zoom=0.30),
    "007_HC.png": PhantomHead(404, 286, 262, 204, 2.98, 0.222, 19, zoom=0.30, dropout=0.75),
}
_TEST_HEADS: dict[str, PhantomHead] = {
    "000_HC.png": PhantomHead(388, 262, 150, 120, 0.75, 0.066, 21, zoom=0.55),
    "001_HC.png": PhantomHead(412, 262, 182, 143, 0.10, 0.300, 22, zoom=0.25, gain_db=1),
    # partly outside the sector
    "002_HC.png": PhantomHead(505, 262, 232, 182, 3.05, 0.214, 23, zoom=0.30, gain_db=-2),
}
_NOTE = (
    "These images are synthetic: hc18viewer drew them. They show no patient and are good for\n"
    "trying the program out and for nothing else.\n"
)


def write_sample_study(
    folder: Path, *, report: ProgressReport = ignore_progress, token: CancelToken | None = None
) -> None:
    """Write the sample study, a dozen synthetic heads in HC18's layout, into `folder`.

    The same images every time. A folder that holds the sample study already is written anew.

    Raises:
        SampleFolderError: the folder holds something else, or cannot be written.
        Cancelled: the token was set; the study is then incomplete and can be written again.
    """
    token = token or CancelToken()
    try:
        if folder.exists() and any(folder.iterdir()) and not (folder / SYNTHETIC_MARK).is_file():
            raise SampleFolderError(message(
                "{folder} holds other files. Choose an empty or a new folder for the sample study.",
                folder=str(folder),
            ))
        write_text(folder / SYNTHETIC_MARK, _NOTE)
        _write_images(folder, report, token)
        _write_tables(folder)
    except OSError as error:
        raise SampleFolderError(message(
            "The sample study cannot be written into {folder}: {reason}. Choose another folder.",
            folder=str(folder), reason=error.strerror or str(error),
        )) from error


def _write_images(folder: Path, report: ProgressReport, token: CancelToken) -> None:
    sets = {TRAINING_SET: _TRAINING_HEADS, TEST_SET: _TEST_HEADS}
    jobs = [
        (folder / set_name / name, head, set_name == TRAINING_SET)
        for set_name, heads in sets.items()
        for name, head in heads.items()
    ]
    for number, (path, head, annotated) in enumerate(jobs):
        token.check()
        image, annotation = draw_phantom(head)
        _write_png(path, image)
        if annotated:
            _write_png(path.with_name(f"{path.stem}_Annotation.png"), annotation)
        report(Progress(number + 1, len(jobs), message("Drawing the sample study")))


def _write_png(path: Path, image: NDArray[np.uint8]) -> None:
    with replacing(path) as temporary:
        Image.fromarray(image).save(temporary, format="PNG")


def _write_tables(folder: Path) -> None:
    training = ["filename,pixel size(mm),head circumference (mm)"]
    training += [
        f"{name},{head.pixel_size_mm},{head.hc_mm:.2f}" for name, head in _TRAINING_HEADS.items()
    ]
    test = ["filename,pixel size(mm)"]
    test += [f"{name},{head.pixel_size_mm}" for name, head in _TEST_HEADS.items()]
    for set_name, lines in ((TRAINING_SET, training), (TEST_SET, test)):
        write_text(folder / TABLES[set_name], "\r\n".join([*lines, ""]), newline="")
