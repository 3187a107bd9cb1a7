import csv
import math

import numpy as np
import pytest
from PIL import Image

from hc18viewer.export.masks import write_mask
from hc18viewer.export.tables import (
    MeasurementRow,
    SubmissionRow,
    write_measurements,
    write_submission,
)
from hc18viewer.geometry.ellipse import Ellipse

HEAD = Ellipse(400.0, 270.5, 200.0, 150.0, 0.25)


def test_a_submission_is_in_millimetres_from_the_corner(tmp_path):
    write_submission(tmp_path / "s.csv", [SubmissionRow.of("000_HC.png", HEAD, 0.1)])
    assert (tmp_path / "s.csv").read_bytes() == (
        b"filename,center_x_mm,center_y_mm,semi_axes_a_mm,semi_axes_b_mm,angle_rad\n"
        b"000_HC.png,40,27.05,20,15,0.25\n"
    )


def test_the_arithmetics_noise_stays_out_of_the_tables(tmp_path):
    row = SubmissionRow("a.png", 0.1 + 0.2, 1 / 3, 1e-7, 2.0, math.pi / 2)
    write_submission(tmp_path / "s.csv", [row])
    cells = (tmp_path / "s.csv").read_text().splitlines()[1].split(",")
    assert cells[1:3] == ["0.3", "0.3333333333"]
    assert float(cells[5]) == pytest.approx(math.pi / 2, abs=1e-9)


def test_what_is_not_known_is_an_empty_cell(tmp_path):
    write_measurements(
        tmp_path / "m.csv", [MeasurementRow("a.png", None, None, None, None, None, "is damaged.")]
    )
    assert (tmp_path / "m.csv").read_text().splitlines() == [
        "filename,hc_mm,bpd_mm,ofd_mm,pixel_size_mm,seconds,error,hc_low_mm,hc_high_mm,risk_mm,"
        "reasons", "a.png,,,,,,is damaged.,,,,",
    ]


def test_commas_quotes_and_letters_of_any_script_come_back(tmp_path):
    name, error = 'thai "nhi", số 1.png', "cannot be read,\nnot at all"
    write_measurements(
        tmp_path / "m.csv", [MeasurementRow(name, 170.5, 50.0, 60.0, 0.1, 0.25, error)]
    )
    with (tmp_path / "m.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["filename"], row["error"]) == (name, error)
    assert (row["hc_mm"], row["seconds"]) == ("170.5", "0.25")


def test_no_rows_leave_the_header(tmp_path):
    write_submission(tmp_path / "s.csv", [])
    assert (tmp_path / "s.csv").read_text().count("\n") == 1


def test_a_mask_comes_back_as_black_and_white(tmp_path):
    mask = np.zeros((20, 30), bool)
    mask[5:9, 3:11] = True
    write_mask(tmp_path / "masks" / "set" / "a_Mask.png", mask)
    with Image.open(tmp_path / "masks" / "set" / "a_Mask.png") as image:
        assert image.mode == "L"
        assert np.array_equal(np.asarray(image), mask * np.uint8(255))


def test_a_mask_that_cannot_be_written_leaves_the_one_before(tmp_path):
    write_mask(tmp_path / "a.png", np.ones((8, 8), bool))
    before = (tmp_path / "a.png").read_bytes()
    with pytest.raises((TypeError, ValueError, IndexError)):
        write_mask(tmp_path / "a.png", np.ones((8, 8, 7, 2), bool))
    assert (tmp_path / "a.png").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]
