import pytest

from hc18viewer.dataset.tables import read_table

HEADER = "filename,pixel size(mm),head circumference (mm)\r\n"


def table(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode(encoding))
    return read_table(path)


def test_rows_are_read_with_and_without_a_byte_order_mark(tmp_path):
    for encoding in ("utf-8", "utf-8-sig"):
        found = table(tmp_path, HEADER + "000_HC.png,0.0691358041432,44.3\r\n", encoding)
        row = found.row("000_HC.png")
        assert (row.pixel_size_mm, row.reference_hc_mm, row.problems) == (0.0691358041432, 44.3, ())


@pytest.mark.parametrize("size", ["-0.1", "0", "nan", "inf", "abc", "", "0,07"])
def test_a_size_that_is_no_positive_number_is_unknown(tmp_path, size):
    row = table(tmp_path, HEADER + f'a.png,"{size}",44.3\n').row("a.png")
    assert row.pixel_size_mm is None
    assert "pixel size unknown" in row.problems[0]
    assert row.reference_hc_mm == 44.3


@pytest.mark.parametrize("size", ["1e308", "1e-300", "50"])
def test_a_size_that_no_scanner_has_is_unknown(tmp_path, size):
    row = table(tmp_path, HEADER + f"a.png,{size},44.3\n").row("a.png")
    assert row.pixel_size_mm is None
    assert "no scanner" in row.problems[0]


def test_a_wrong_hc_is_named_and_the_size_kept(tmp_path):
    row = table(tmp_path, HEADER + "a.png,0.1,-3\n").row("a.png")
    assert (row.pixel_size_mm, row.reference_hc_mm) == (0.1, None)
    assert "-3" in row.problems[0]


@pytest.mark.parametrize("text", ["", "name;size\na.png;0.1\n", "a.png,0.1\n"])
def test_a_wrong_header_is_shown(tmp_path, text):
    row = table(tmp_path, text).row("a.png")
    assert row.pixel_size_mm is None
    assert "should begin with" in row.problems[0]


def test_a_missing_row_and_two_different_rows_are_unknown(tmp_path):
    found = table(tmp_path, HEADER + "a.png,0.1,9\na.png,0.2,9\nb.png,0.1,9\nb.png,0.1,9\n")
    assert "two different rows" in found.row("a.png").problems[0]
    assert found.row("b.png").pixel_size_mm == 0.1
    assert "no row" in found.row("c.png").problems[0]


def test_a_table_that_is_no_text_or_not_there_says_so(tmp_path):
    path = tmp_path / "table.csv"
    assert "cannot be read" in read_table(path).problem
    path.write_bytes(b"\xff\xfe\x00\x80")
    assert "no text file" in read_table(path).problem
