import sqlite3

import pytest

from hc18viewer.store.errors import StoreError
from hc18viewer.store.study_store import StudyStore

LINE = ((10.25, 20.0), (10.25, 420.5))


@pytest.fixture
def store(tmp_path):
    with StudyStore.open(tmp_path / "study", tmp_path / "stores") as opened:
        yield opened


def test_a_pixel_size_comes_back_to_the_bit_until_it_is_taken_back(store, tmp_path):
    first = store.save_calibration(["a.png", "b.png"], line=LINE, length_mm=50.0, reader="Ngọc")
    assert [each.pixel_size_mm for each in first] == [50.0 / 400.5] * 2
    assert {each.drawn_on for each in first} == {"a.png"}
    assert (first[1].line, first[1].length_mm, first[1].reader) == (LINE, 50.0, "Ngọc")
    store.close()
    with StudyStore.open(tmp_path / "study", tmp_path / "stores") as again:
        assert again.calibrations() == {each.case_key: each for each in first}
        (newer,) = again.save_calibration(["b.png"], line=LINE, length_mm=49.0, reader="B")
        assert again.calibrations()["b.png"] == newer
        again.take_calibration_back(["b.png"], reader="B")
        assert again.calibrations() == {"a.png": first[0]}
    with sqlite3.connect(store.path) as rows:
        assert rows.execute("SELECT count(*) FROM calibration").fetchone() == (4,)
    rows.close()


@pytest.mark.parametrize(("line", "length_mm"), [
    (((1.0, 1.0), (1.0, 1.0)), 5.0), (LINE, 0.0), (LINE, -1.0), (LINE, float("nan")),
])
def test_a_line_of_nothing_is_refused(store, line, length_mm):
    with pytest.raises(ValueError, match="length"):
        store.save_calibration(["a.png"], line=line, length_mm=length_mm, reader="A")
    assert store.calibrations() == {}


def test_a_damaged_pixel_size_is_said_in_plain_words(store):
    store.save_calibration(["a.png"], line=LINE, length_mm=5.0, reader="A")
    with sqlite3.connect(store.path) as other:
        other.execute("UPDATE calibration SET pixel_size_mm = -0.1")
    other.close()
    with pytest.raises(StoreError, match="damaged"):
        store.calibrations()


def test_a_store_without_calibrations_gets_their_table(store, tmp_path):
    store.close()
    with sqlite3.connect(store.path) as old:
        old.execute("DROP TABLE calibration")
        old.execute("PRAGMA user_version = 4")
    old.close()
    with StudyStore.open(tmp_path / "study", tmp_path / "stores") as again:
        again.save_calibration(["a.png"], line=LINE, length_mm=5.0, reader="A")
        assert list(again.calibrations()) == ["a.png"]
