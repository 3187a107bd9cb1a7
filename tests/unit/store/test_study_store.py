import datetime
import os
import signal
import sqlite3
import subprocess
import sys
import threading

import numpy as np
import pytest

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.shape import FreeContour
from hc18viewer.model.prediction import Prediction
from hc18viewer.store import study_store as module
from hc18viewer.store.database import store_file
from hc18viewer.store.errors import StoreError
from hc18viewer.store.records import VerdictKind
from hc18viewer.store.study_store import StudyStore

HEAD = Ellipse(0.1 + 0.2, 1 / 3, 205.123456789012345, 158.9, 0.7)


def prediction(case_key="a.png", model="m 1", **changes):
    contour = np.random.default_rng(0).normal(size=(50, 2))
    fields = {"contour": contour, "ellipse": HEAD, "hc_mm": 170.5, "mean_probability": 0.9,
              "seconds": 0.1, **changes}
    return Prediction(case_key=case_key, model=model, **fields)


@pytest.fixture
def root(tmp_path):
    return tmp_path / "study"


@pytest.fixture
def store(root, tmp_path):
    with StudyStore.open(root, tmp_path / "stores") as opened:
        yield opened


def reopened(root, tmp_path):
    return StudyStore.open(root, tmp_path / "stores")


def test_a_free_contour_comes_back_bit_for_bit(store, root, tmp_path):
    drawn = FreeContour.of(HEAD.points(40) * 1.01 + 0.123)
    correction = store.save_correction("a.png", drawn, reader="A", gesture="push contour")
    store.close()
    with reopened(root, tmp_path) as again:
        found = again.corrections()["a.png"]
    assert found == correction
    assert isinstance(found.shape, FreeContour)
    assert found.shape.points.tobytes() == drawn.points.tobytes()
    assert not found.shape.points.flags.writeable
    assert found.ellipse == drawn.ellipse


def test_everything_comes_back_bit_for_bit(store, root, tmp_path):
    made = prediction()
    stored = store.save_prediction(made)
    correction = store.save_correction("a.png", HEAD, reader="Ngọc", gesture="move axis end",
                                       based_on_prediction=stored.revision)
    verdict = store.save_verdict("a.png", VerdictKind.REJECTED, reader="Ngọc", reason="no head",
                                 correction_revision=correction.revision)
    store.close()
    with reopened(root, tmp_path) as again:
        found = again.predictions("m 1")["a.png"]
        assert found.prediction.contour.tobytes() == made.contour.tobytes()
        assert not found.prediction.contour.flags.writeable
        assert (found.prediction.ellipse, found.prediction.hc_mm) == (HEAD, 170.5)
        assert (found.revision, found.made_at) == (stored.revision, stored.made_at)
        assert again.corrections() == {"a.png": correction}
        assert again.verdicts() == {"a.png": verdict}
        assert verdict.made_at.tzinfo is datetime.UTC


def test_a_prediction_without_head_comes_back(store):
    store.save_prediction(prediction(contour=None, ellipse=None, hc_mm=None,
                                     no_head_reason="no skull"))
    found = store.predictions("m 1")["a.png"].prediction
    assert (found.contour, found.ellipse, found.no_head_reason) == (None, None, "no skull")


def test_the_newest_counts_and_nothing_is_overwritten(store):
    first = store.save_correction("a.png", HEAD, reader="A", gesture="one")
    store.save_verdict("a.png", VerdictKind.ACCEPTED, reader="A")
    second = store.save_correction("a.png", None, reader="B", gesture="back to prediction")
    assert store.corrections()["a.png"] == second
    assert second.ellipse is None
    history = store.history("a.png")
    assert [type(act).__name__ for act in history] == ["Correction", "Verdict", "Correction"]
    assert history[0] == first


def test_predictions_are_those_of_one_model(store):
    store.save_prediction(prediction(hc_mm=1.0))
    store.save_prediction(prediction(hc_mm=2.0))
    store.save_prediction(prediction(model="m 2", hc_mm=3.0))
    assert store.predictions("m 1")["a.png"].prediction.hc_mm == 2.0
    assert store.predictions("m 2")["a.png"].prediction.hc_mm == 3.0
    assert store.predictions("m 3") == {}


def test_a_rejection_needs_a_reason(store):
    with pytest.raises(ValueError, match="reason"):
        store.save_verdict("a.png", VerdictKind.REJECTED, reader="A", reason="  ")
    assert store.verdicts() == {}


def test_two_studies_of_one_name_have_two_stores(tmp_path):
    first, second = store_file(tmp_path / "x" / "s", tmp_path), store_file(tmp_path / "s", tmp_path)
    assert first != second
    assert first.name.startswith("s-")


def test_threads_write_side_by_side(store):
    def save(number):
        for index in range(20):
            store.save_prediction(prediction(case_key=f"{number}-{index}.png"))
            store.save_correction(f"{number}.png", HEAD, reader="A", gesture=str(index))

    threads = [threading.Thread(target=save, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.predictions("m 1")) == 80
    assert all(len(store.history(f"{number}.png")) == 20 for number in range(4))


_SAVE_AND_WAIT = """
import sys
from pathlib import Path
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.store.study_store import StudyStore
store = StudyStore.open(Path(sys.argv[1]), Path(sys.argv[2]))
for number in range(int(sys.argv[3])):
    store.save_correction("a.png", Ellipse(number, 0, 2, 1, 0), reader="A", gesture=str(number))
    print(number, flush=True)
sys.stdin.read()
"""


def saver(root, folder, count):
    return subprocess.Popen(
        [sys.executable, "-c", _SAVE_AND_WAIT, str(root), str(folder), str(count)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_what_was_saved_outlives_a_kill(root, tmp_path):
    with saver(root, tmp_path / "stores", 5) as process:
        while process.stdout.readline().strip() != "4":
            pass
        process.send_signal(signal.SIGKILL)
    with reopened(root, tmp_path) as again:
        assert again.corrections()["a.png"].gesture == "4"
        assert len(again.history("a.png")) == 5


def test_two_processes_write_side_by_side(store, root, tmp_path):
    with saver(root, tmp_path / "stores", 40) as process:
        for number in range(40):
            store.save_correction("b.png", HEAD, reader="B", gesture=str(number))
        process.communicate("")
    assert len(store.history("a.png")) == len(store.history("b.png")) == 40


@pytest.mark.parametrize(("spoil", "words"), [
    (lambda path: path.write_bytes(b"not a store at all" * 100), "damaged"),
    (lambda path: sqlite3.connect(path).executescript("CREATE TABLE mine (x)").close(),
     "no review of this program"),
])
def test_a_file_that_is_no_store_is_refused_and_left_alone(root, tmp_path, spoil, words):
    path = store_file(root, tmp_path)
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=words):
        StudyStore.open(root, tmp_path)
    assert path.read_bytes()[100:] == before[100:]  # the header's change counter may tick


def test_a_store_of_a_newer_program_is_refused(store, root, tmp_path):
    store.close()
    with sqlite3.connect(store.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match="newer version"):
        reopened(root, tmp_path)


def test_a_folder_that_cannot_be_made_is_named(root, tmp_path):
    (tmp_path / "stores").write_text("a file in the way")
    with pytest.raises(StoreError, match="--store"):
        reopened(root, tmp_path)


def test_a_full_disk_loses_nothing_and_says_so(store):
    saved = store.save_correction("a.png", HEAD, reader="A", gesture="one")
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    def fill():
        for _ in range(200):
            store.save_prediction(prediction(contour=np.zeros((4000, 2))))

    with pytest.raises(StoreError, match="disk is full"):
        fill()
    assert store.corrections() == {"a.png": saved}


def test_stores_lie_in_the_users_folder(home, root):
    with StudyStore.open(root) as opened:
        assert opened.path.is_relative_to(home / "stores")
    assert module.paths.stores_folder() == opened.path.parent


def test_names_that_are_no_utf8_come_back_as_they_were(tmp_path):
    root, key = tmp_path / "scan\udcff", "set/b\udc80\udcff.png"
    with StudyStore.open(root, tmp_path / "stores") as store:
        store.save_correction(key, HEAD, reader="A", gesture="move ellipse")
        store.save_prediction(prediction(case_key=key))
        assert list(store.corrections()) == list(store.predictions("m 1")) == [key]
        assert len(store.history(key)) == 1


def test_a_long_name_of_wide_letters_fits_a_file_name(tmp_path):
    with StudyStore.open(tmp_path / ("\U0001d538" * 60), tmp_path / "stores") as store:
        assert len(store.path.name.encode()) < 255


def test_reading_waits_for_no_writer(store):
    saved = store.save_correction("a.png", HEAD, reader="A", gesture="one")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert store.corrections() == {"a.png": saved}
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.mark.parametrize(("change", "read"), [
    ("UPDATE verdict SET kind = 'nonsense'", StudyStore.verdicts),
    ("UPDATE correction SET a = -1", StudyStore.corrections),
    ("UPDATE correction SET made_at = 'once'", StudyStore.corrections),
])
def test_a_damaged_row_is_said_in_plain_words(store, change, read):
    store.save_correction("a.png", HEAD, reader="A", gesture="one")
    store.save_verdict("a.png", VerdictKind.FLAGGED, reader="A")
    with sqlite3.connect(store.path) as other:
        other.execute(change)
    other.close()
    with pytest.raises(StoreError, match="damaged"):
        read(store)


def test_an_error_names_no_case_and_no_reader(store):
    with sqlite3.connect(store.path) as other:
        other.execute("DROP TABLE verdict")
    other.close()
    case, reader = "secret" + ".png", "Dr. " + "Hidden"
    with pytest.raises(StoreError) as refused:
        store.save_verdict(case, VerdictKind.FLAGGED, reader=reader)
    whole = f"{refused.value} {refused.value.__cause__}"
    assert case not in whole
    assert reader not in whole


def test_each_commit_is_synced_to_the_disk(store):
    with store._engine.connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                 for name in ("synchronous", "journal_mode", "foreign_keys")}
    assert found == {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1}  # 2 is FULL
