"""Tables of pixel sizes as spreadsheets and people leave them."""

import pytest

from hc18viewer.dataset.tables import NO_TABLE, read_table

HEADER = "filename,pixel size(mm),head circumference (mm)\n"


def table(tmp_path, text):
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode())
    return read_table(path)


@pytest.mark.parametrize("header", [
    "FileName, Pixel Size(mm) ", '"filename","pixel size(mm)"', "pixel size(mm),note,filename",
])
def test_columns_are_found_by_name(tmp_path, header):
    names = [name.strip(' "').lower() for name in header.split(",")]
    cells = {"filename": " a.png ", "pixel size(mm)": " 0.1 ", "note": "x"}
    found = table(tmp_path, header + "\n" + ",".join(cells[name] for name in names) + "\n")
    assert found.row("a.png").pixel_size_mm == 0.1
    assert found.row("a.png").problems == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way_and_be_blank(tmp_path, end):
    text = end.join([HEADER.strip(), "a.png,0.1,9", "", ",,", "b.png,0.2,9"])
    found = table(tmp_path, text)
    assert set(found.rows) == {"a.png", "b.png"}
    assert found.row("b.png").pixel_size_mm == 0.2


def test_a_row_that_is_cut_off_is_unknown(tmp_path):
    found = table(tmp_path, HEADER + "a.png\nb.png,0.1\n")
    assert 'gives "" as pixel size' in found.row("a.png").problems[0]
    assert found.row("b.png").pixel_size_mm == 0.1
    assert found.row("b.png").problems == ()


def test_a_test_table_has_no_hc(tmp_path):
    row = table(tmp_path, "filename,pixel size(mm)\na.png,0.1\n").row("a.png")
    assert (row.pixel_size_mm, row.reference_hc_mm, row.problems) == (0.1, None, ())


@pytest.mark.parametrize("third", ["a.png,0.1,9", "a.png,0.2,9", "a.png,0.3,9"])
def test_a_third_row_does_not_settle_what_two_rows_leave_open(tmp_path, third):
    row = table(tmp_path, HEADER + "a.png,0.1,9\na.png,0.2,9\n" + third + "\n").row("a.png")
    assert row.pixel_size_mm is None
    assert row.reference_hc_mm is None
    assert len(row.problems) == 1


def test_rows_that_differ_in_hc_alone_are_two_different_rows(tmp_path):
    row = table(tmp_path, HEADER + "a.png,0.1,9\na.png,0.1,8\n").row("a.png")
    assert "two different rows" in row.problems[0]


def test_a_size_of_any_length_is_quoted_briefly(tmp_path):
    row = table(tmp_path, HEADER + "a.png," + "x" * 5000 + ",9\n").row("a.png")
    assert len(row.problems[0]) < 120


def test_a_cell_without_end_is_no_csv(tmp_path):
    found = table(tmp_path, HEADER + 'a.png,"' + "x" * 200_000)
    assert "is no CSV" in found.problem
    assert found.row("a.png").pixel_size_mm is None


@pytest.mark.parametrize("found", ["", "filename;pixel size(mm)\n", "filename\n", "x" * 500])
def test_a_wrong_header_is_quoted_briefly(tmp_path, found):
    assert len(table(tmp_path, found).problem) < 200


def test_without_a_table_every_row_says_so():
    row = NO_TABLE.row("a.png")
    assert (row.pixel_size_mm, row.reference_hc_mm) == (None, None)
    assert "no table" in row.problems[0]
