import datetime
import os
import sqlite3

import pytest
from sqlalchemy import event

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.prediction import Prediction
from hc18viewer.store import database, study_store
from hc18viewer.store.database import open_database, store_file
from hc18viewer.store.errors import StoreError
from hc18viewer.store.records import VerdictKind
from hc18viewer.store.schema import ADDED_COLUMNS, SCHEMA_VERSION
from hc18viewer.store.study_store import StudyStore

HEAD = Ellipse(10.0, 20.0, 5.0, 4.0, 0.5)
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def root(tmp_path):
    return tmp_path / "study"


@pytest.fixture
def filled(root, tmp_path):
    """The path of a closed store that holds one correction."""
    with StudyStore.open(root, tmp_path) as store:
        store.save_correction("a.png", HEAD, reader="A", gesture="move ellipse")
    return store.path


def test_no_row_is_ever_changed_or_removed(root, tmp_path):
    with StudyStore.open(root, tmp_path) as store:
        statements = []
        event.listen(
            store._engine, "before_cursor_execute",
            lambda _connection, _cursor, statement, *_: statements.append(statement.split()[0]),
        )
        for _ in range(2):
            store.save_prediction(Prediction("a.png", "m 1", None, None, None, 0.0, 0.1, "no"))
            store.save_correction("a.png", HEAD, reader="A", gesture="move ellipse")
            store.save_verdict("a.png", VerdictKind.WITHDRAWN, reader="A")
        path = store.path
    assert "INSERT" in statements
    assert not {"UPDATE", "DELETE", "REPLACE"} & set(statements)
    connection = sqlite3.connect(path)
    counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
              for table in ("prediction", "correction", "verdict")]
    connection.close()
    assert counts == [2, 2, 2]


@pytest.mark.parametrize("kind", list(VerdictKind))
def test_every_kind_of_verdict_comes_back(root, tmp_path, kind):
    with StudyStore.open(root, tmp_path) as store:
        saved = store.save_verdict("a.png", kind, reader="A", reason="out of plane")
    with StudyStore.open(root, tmp_path) as again:
        assert again.verdicts() == {"a.png": saved}
        assert again.verdicts()["a.png"].kind is kind


def test_the_history_is_of_one_case_and_the_oldest_first(root, tmp_path):
    with StudyStore.open(root, tmp_path) as store:
        acts = [
            store.save_verdict("a.png", VerdictKind.FLAGGED, reader="A"),
            store.save_correction("a.png", HEAD, reader="A", gesture="rotate"),
            store.save_verdict("a.png", VerdictKind.CORRECTED, reader="B"),
        ]
        store.save_correction("b.png", HEAD, reader="A", gesture="rotate")
        assert store.history("a.png") == tuple(acts)
        assert store.history("c.png") == ()


def test_a_correction_of_an_unknown_prediction_is_refused(root, tmp_path):
    with StudyStore.open(root, tmp_path) as store:
        with pytest.raises(StoreError, match="FOREIGN KEY"):
            store.save_correction("a.png", HEAD, reader="A", gesture="rotate",
                                  based_on_prediction=7)
        assert store.corrections() == {}


def test_pages_damaged_behind_a_sound_header_are_told_in_plain_words(filled, root, tmp_path):
    content = bytearray(filled.read_bytes())
    page = int.from_bytes(content[16:18], "big")
    content[page:] = b"\xa5" * (len(content) - page)
    filled.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"), StudyStore.open(root, tmp_path) as store:
        store.corrections()
    assert filled.read_bytes()[page:] == content[page:]


def test_a_truncated_store_is_told_in_plain_words(filled, root, tmp_path):
    content = filled.read_bytes()[:5000]
    filled.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"), StudyStore.open(root, tmp_path) as store:
        store.corrections()
    assert filled.read_bytes() == content


def make_first_version(path):
    """Take from a store what later versions added."""
    connection = sqlite3.connect(path)
    connection.execute("DROP INDEX correction_steps")
    for table, column in (*ADDED_COLUMNS[2], *ADDED_COLUMNS[3]):
        connection.execute(f"ALTER TABLE {table.__tablename__} DROP COLUMN {column}")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()


def test_a_store_of_the_first_version_is_brought_up_and_keeps_all(root, tmp_path):
    old = Prediction("a.png", "m 1", None, HEAD, 80.0, 0.9, 0.1)
    with StudyStore.open(root, tmp_path) as store:
        store.save_prediction(old)
        store.save_correction("a.png", HEAD, reader="A", gesture="move ellipse")
    make_first_version(store.path)
    new = Prediction("b.png", "m 1", None, HEAD, 80.0, 0.9, 0.1, interval_mm=(78.0, 82.0),
                     risk_mm=1.5, reasons=("The skull leaves the image.", "Soft."))
    with StudyStore.open(root, tmp_path) as store:
        assert store.corrections()["a.png"].ellipse == HEAD
        store.save_prediction(new)
    with StudyStore.open(root, tmp_path) as store:
        found = store.predictions("m 1")
    first, second = found["a.png"].prediction, found["b.png"].prediction
    assert (first.hc_mm, first.interval_mm, first.risk_mm, first.reasons) == (80.0, None, None, ())
    assert (second.interval_mm, second.risk_mm) == ((78.0, 82.0), 1.5)
    assert second.reasons == new.reasons


def test_a_store_that_cannot_be_brought_up_stays_as_it_is(root, tmp_path, monkeypatch):
    with StudyStore.open(root, tmp_path) as store:
        store.save_correction("a.png", HEAD, reader="A", gesture="move ellipse")
    make_first_version(store.path)
    table, column = ADDED_COLUMNS[2][0]
    monkeypatch.setitem(database.ADDED_COLUMNS, 2, ((table, column), (table, column)))
    with pytest.raises(StoreError):
        StudyStore.open(root, tmp_path)
    connection = sqlite3.connect(store.path)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    names = {row[1] for row in connection.execute("PRAGMA table_info(prediction)")}
    connection.close()
    assert column not in names


def test_a_newer_store_stays_as_it_is(filled, root, tmp_path):
    connection = sqlite3.connect(filled)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = filled.read_bytes()
    with pytest.raises(StoreError, match="nothing was changed"):
        StudyStore.open(root, tmp_path)
    assert filled.read_bytes() == before


def test_a_database_of_another_program_stays_as_it_is(root, tmp_path):
    path = store_file(root, tmp_path)
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE mine (x); INSERT INTO mine VALUES (1)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="no review of this program"):
        StudyStore.open(root, tmp_path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_store_that_another_program_holds_is_told(filled, root, tmp_path, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    holder = sqlite3.connect(filled, isolation_level=None)
    with StudyStore.open(root, tmp_path) as store:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another program holds"):
            store.save_correction("a.png", HEAD, reader="A", gesture="rotate")
        holder.execute("ROLLBACK")
        holder.close()
        store.save_correction("a.png", HEAD, reader="A", gesture="rotate")
        assert store.corrections()["a.png"].gesture == "rotate"


def test_a_disk_full_from_the_first_page_on_is_told(root, tmp_path, monkeypatch):
    made = database.create_engine

    def on_a_full_disk(*arguments, **options):
        engine = made(*arguments, **options)
        event.listen(engine, "connect", lambda connection, _record: connection.execute(
            "PRAGMA max_page_count = 2").close())
        return engine

    monkeypatch.setattr(database, "create_engine", on_a_full_disk)
    with pytest.raises(StoreError, match="disk is full"):
        open_database(tmp_path / "s.sqlite", root)
    monkeypatch.undo()
    engine = open_database(tmp_path / "s.sqlite", root)  # with room again it is a store like any
    assert StudyStore(engine, tmp_path / "s.sqlite").corrections() == {}
    engine.dispose()


@pytest.mark.skipif(AS_ROOT or os.name == "nt", reason="permissions do not bind here")
def test_a_folder_that_is_read_only_is_told(root, tmp_path):
    folder = tmp_path / "sealed"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="--store"):
            StudyStore.open(root, folder)
    finally:
        folder.chmod(0o700)


@pytest.mark.skipif(AS_ROOT, reason="root writes read-only files")
def test_a_store_that_is_read_only_is_told(filled, root, tmp_path):
    filled.chmod(0o400)
    try:
        with pytest.raises(StoreError, match="cannot be written"), \
                StudyStore.open(root, tmp_path) as store:
            store.save_correction("a.png", HEAD, reader="A", gesture="rotate")
    finally:
        filled.chmod(0o600)


def test_a_store_opened_twice_is_made_once(root, tmp_path):
    with StudyStore.open(root, tmp_path) as first, StudyStore.open(root, tmp_path) as second:
        saved = first.save_correction("a.png", HEAD, reader="A", gesture="rotate")
        assert second.corrections() == {"a.png": saved}
        connection = sqlite3.connect(first.path)
        assert connection.execute("SELECT root FROM study").fetchall() == [(str(root.resolve()),)]
        connection.close()


@pytest.mark.parametrize("name", ["Bệnh viện 3", "a/../b", "...", "x" * 200, " "])
def test_any_name_of_a_study_makes_a_file_name(tmp_path, name):
    path = store_file(tmp_path / name, tmp_path / "stores")
    assert path.parent == tmp_path / "stores"
    assert len(path.name.encode()) < 255
    assert path == store_file(tmp_path / name, tmp_path / "stores")


def test_times_are_kept_to_the_microsecond(root, tmp_path, monkeypatch):
    moment = datetime.datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=datetime.UTC)
    monkeypatch.setattr(study_store, "now", lambda: moment)
    with StudyStore.open(root, tmp_path) as store:
        store.save_verdict("a.png", VerdictKind.FLAGGED, reader="A")
        assert store.verdicts()["a.png"].made_at == moment
