"""Open a store's file, or say in plain words why it cannot be opened."""

from __future__ import annotations

import datetime
import hashlib
import re
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert
from sqlalchemy.exc import DBAPIError

from hc18viewer import __version__
from hc18viewer.message import message
from hc18viewer.store.errors import StoreError
from hc18viewer.store.schema import ADDED_COLUMNS, APPLICATION_ID, SCHEMA_VERSION, Base, StudyRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_SECONDS = 1
"""How long a gesture may wait for another program; ours hold the file for milliseconds."""


_NAME_BYTES = 60


READS = "hc18viewer_reads"
"""The execution option of a connection that only reads."""


def store_file(study_root: Path, folder: Path) -> Path:
    """Return the path of a study's store: its folder's name, and a digest of its place."""
    root = study_root.resolve()
    digest = hashlib.sha256(str(root).encode("utf-8", "surrogateescape")).hexdigest()[:10]
    name = re.sub(r"[^\w.-]+", "_", root.name)
    # File systems count bytes, and a letter can have four.
    name = name.encode("utf-8")[:_NAME_BYTES].decode("utf-8", "ignore") or "study"
    return folder / f"{name}-{digest}.sqlite"


def open_database(path: Path, study_root: Path) -> Engine:
    """Open the store at `path`, made when it is missing.

    Raises:
        StoreError: it is damaged, no store, from a newer program, or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(message(
            "The folder {folder} for the review cannot be made: {reason}. Choose another with "
            "--store.", folder=str(path.parent), reason=str(error.strerror),
        )) from error
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_SECONDS},
        hide_parameters=True,  # an error in the log names no case and no reader
    )
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)
    try:
        with plain_words(path):
            _make_or_check(engine, path, study_root)
    except BaseException:
        engine.dispose()
        raise
    return engine


class DamagedRowError(Exception):
    """A row holds what this program never writes."""


@contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turn the database's errors inside the block into a `StoreError`.

    Raises:
        StoreError: the database refused.
    """
    try:
        yield
    except DamagedRowError as error:
        raise StoreError(_reason(path, "malformed row")) from error
    except DBAPIError as error:
        raise StoreError(_reason(path, str(error.orig))) from error
    except sqlite3.Error as error:
        raise StoreError(_reason(path, str(error))) from error


def _set_up_connection(connection: sqlite3.Connection, _record: object) -> None:
    # The driver would begin transactions late, at the first write; `_begin` does it instead.
    connection.isolation_level = None
    # Written ahead and synced at each commit: a gesture outlives a crash and a power cut.
    pragmas = ["synchronous = FULL", "foreign_keys = ON"]
    if not _is_of_another_program(connection):  # this mode is kept in the file itself
        pragmas.append("journal_mode = WAL")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").close()


def _is_of_another_program(connection: sqlite3.Connection) -> bool:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(tables) and application != APPLICATION_ID


def _begin(connection: Connection) -> None:
    # Taking the write lock at once lets a second writer wait its turn instead of failing; a
    # reader needs no lock and waits for nobody.
    reads = connection.get_execution_options().get(READS, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _make_or_check(engine: Engine, path: Path, study_root: Path) -> None:
    with engine.begin() as connection:
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
        if not tables:
            _make(connection, study_root)
            return
        application = connection.exec_driver_sql("PRAGMA application_id").scalar()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar() or 0
    if application != APPLICATION_ID:
        raise StoreError(message(
            "{path} is no review of this program. Move it away, or choose another folder with "
            "--store.", path=str(path),
        ))
    if version > SCHEMA_VERSION:
        raise StoreError(message(
            "The review {file} was written by a newer version of this program. Install the newest "
            "version to open it; nothing was changed.", file=path.name,
        ))
    if version < SCHEMA_VERSION:
        with engine.begin() as connection:
            _bring_up(connection)


def _bring_up(connection: Connection) -> None:
    """Give an older store the columns and indexes it lacks: all or none, its rows as they were."""
    version = connection.exec_driver_sql("PRAGMA user_version").scalar() or 0
    Base.metadata.create_all(connection)  # tables that are not there yet
    for step in range(version + 1, SCHEMA_VERSION + 1):
        for table, column in ADDED_COLUMNS[step]:
            kind = table.__table__.c[column].type.compile(connection.dialect)
            connection.exec_driver_sql(
                f"ALTER TABLE {table.__tablename__} ADD COLUMN {column} {kind}"
            )
    for made in Base.metadata.sorted_tables:
        for index in made.indexes:
            index.create(connection, checkfirst=True)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _make(connection: Connection, study_root: Path) -> None:
    Base.metadata.create_all(connection)
    connection.execute(insert(StudyRow).values(
        root=str(study_root.resolve()), program=__version__,
        made_at=datetime.datetime.now(datetime.UTC),
    ))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _reason(path: Path, error: str) -> str:
    words = error.lower()
    if "malformed" in words or "not a database" in words or "corrupt" in words:
        return message(
            "The review {path} is damaged and was left as it is. Put a copy from a backup in its "
            "place, or move it away to begin anew.", path=str(path),
        )
    if "full" in words:
        return message(
            "The disk is full: nothing was stored in {file}. Make room and try again.",
            file=path.name,
        )
    if "readonly" in words or "read-only" in words or "unable to open" in words:
        return message(
            "The review {path} cannot be written. Check the permissions of its folder, or choose "
            "another with --store.", path=str(path),
        )
    if "locked" in words or "busy" in words:
        return message(
            "Another program holds the review {file} for more than {seconds} s. Close it and try "
            "again.", file=path.name, seconds=BUSY_SECONDS,
        )
    return message("The review {path} cannot be used: {reason}.", path=str(path), reason=error)
