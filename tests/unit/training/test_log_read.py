import subprocess
import sys

import pytest

from hc18viewer.training.log import LOG_FILE, LogError, LogRow, append_row, read_rows


def test_what_was_appended_is_read(tmp_path):
    rows = (LogRow(1, 79, 42.5, 0.001, 0.5), LogRow(2, 158, 80.0, 0.002, 0.25, 97.5, 2.125))
    for row in rows:
        append_row(tmp_path, row)
    assert read_rows(tmp_path) == rows


def test_a_missing_log_says_so(tmp_path):
    with pytest.raises(LogError, match=r"has no log\.csv"):
        read_rows(tmp_path)


@pytest.mark.parametrize("junk", [b"3,x,1,1,1,,\n", b"3,\n", b"\xff\xfe\n", b"3,1,1,1,1,?,\n"])
def test_a_damaged_log_says_so(tmp_path, junk):
    append_row(tmp_path, LogRow(1, 79, 42.5, 0.001, 0.5))
    with (tmp_path / LOG_FILE).open("ab") as file:
        file.write(junk)
    with pytest.raises(LogError, match="damaged"):
        read_rows(tmp_path)


def test_a_log_in_the_place_of_a_folder_says_so(tmp_path):
    (tmp_path / LOG_FILE).mkdir()
    with pytest.raises(LogError, match="cannot be read"):
        read_rows(tmp_path)


def test_reading_a_log_needs_no_torch():
    code = "import sys, hc18viewer.training.log; assert 'torch' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
