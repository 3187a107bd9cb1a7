"""Steps of undo as they are kept: the fold over a case's rows, and a case's rows in the store."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.shape import FreeContour
from hc18viewer.store.errors import StoreError
from hc18viewer.store.history import History, HistoryRow, Step, StepKind, fold
from hc18viewer.store.schema import ADDED_COLUMNS
from hc18viewer.store.study_store import StudyStore

EDIT, UNDO, REDO = StepKind
HEAD = Ellipse(1 / 3, 2 / 7, 205.1, 158.9, 0.7)


class Plain:
    """Undo as it is without a store: shapes in a list, and how many are done."""

    def __init__(self):
        self.rows, self.names, self.done = [], [], 0

    def act(self, kind):
        number = len(self.rows) + 1
        if kind is EDIT:
            del self.names[self.done:]
            self.names.append((number, f"gesture {number}"))
            self.done += 1
            self.rows.append(HistoryRow(number, f"gesture {number}"))
        elif kind is UNDO and self.done:
            self.done -= 1
            revision, name = self.names[self.done]
            self.rows.append(HistoryRow(number, f"undo {name}", UNDO, revision))
        elif kind is REDO and self.done < len(self.names):
            revision, name = self.names[self.done]
            self.done += 1
            self.rows.append(HistoryRow(number, f"redo {name}", REDO, revision))


acts = st.lists(st.sampled_from(StepKind), max_size=60)


@pytest.mark.parametrize("kept", [True, False], ids=["kinds", "old rows"])
@given(acts=acts)
def test_the_fold_is_what_undo_in_memory_was(kept, acts):
    plain = Plain()
    for kind in acts:
        plain.act(kind)
    rows = plain.rows if kept else [
        HistoryRow(row.revision, row.gesture, None, None) for row in plain.rows
    ]
    found = fold(rows)
    assert [(step.revision, step.name) for step in found.steps] == plain.names
    assert found.done == plain.done
    assert found.undo_name == (plain.names[plain.done - 1][1] if plain.done else "")
    rest = plain.names[plain.done:]
    assert found.redo_name == (rest[0][1] if rest else "")


def test_an_edit_after_undo_drops_what_could_be_done_again():
    found = fold([HistoryRow(1, "a"), HistoryRow(2, "b"), HistoryRow(3, "undo b", UNDO, 2),
                  HistoryRow(4, "c")])
    assert found == History((Step(1, "a"), Step(4, "c")), 2)


def test_the_same_undo_from_two_windows_is_one():
    undone = [HistoryRow(1, "a"), HistoryRow(2, "b"), HistoryRow(3, "undo b", UNDO, 2)]
    assert fold([*undone, HistoryRow(4, "undo b", UNDO, 2)]) == fold(undone)


def test_an_undo_of_a_step_that_is_gone_counts_as_a_step_of_its_own():
    found = fold([HistoryRow(1, "a"), HistoryRow(2, "b"), HistoryRow(3, "undo b", UNDO, 2),
                  HistoryRow(4, "c"), HistoryRow(5, "undo b", UNDO, 2)])
    assert [step.revision for step in found.steps] == [1, 4, 5]
    assert found.revision == 5


@given(rows=st.lists(st.tuples(st.sampled_from([*StepKind, None]), st.integers(1, 20)),
                     max_size=20))
def test_no_rows_whatever_break_the_fold(rows):
    found = fold(HistoryRow(number, f"undo {of}", kind, of)
                 for number, (kind, of) in enumerate(rows, start=1))
    assert 0 <= found.done <= len(found.steps)
    if rows and rows[-1][0] is EDIT:
        assert found.revision == len(rows)


@pytest.fixture
def store(tmp_path):
    with StudyStore.open(tmp_path / "study", tmp_path / "stores") as opened:
        yield opened


def test_a_case_tells_its_steps_and_each_shape_to_the_bit(store):
    free = FreeContour.of(HEAD.points(50) + 0.1)
    first = store.save_correction("a.png", HEAD, reader="A", gesture="move ellipse")
    second = store.save_correction("a.png", free, reader="B", gesture="push contour")
    store.save_correction("b.png", HEAD, reader="B", gesture="another case's")
    store.save_correction("a.png", HEAD, reader="B", gesture="undo push contour", step=UNDO,
                          of_step=second.revision)
    found = fold(store.steps("a.png"))
    assert found == History(
        (Step(first.revision, "move ellipse"), Step(second.revision, "push contour")), 1)
    assert store.shape_at(first.revision) == HEAD
    assert store.shape_at(second.revision).points.tobytes() == free.points.tobytes()
    with pytest.raises(StoreError, match="lacks"):
        store.shape_at(99)


def test_the_steps_are_read_from_the_index_alone(store):
    with store._engine.connect() as connection:
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT id, gesture, step, of_step FROM correction "
            "WHERE case_key = 'a.png' ORDER BY id").all()
    assert [row[3] for row in plan] == [
        "SEARCH correction USING COVERING INDEX correction_steps (case_key=?)"]


def test_a_store_of_the_second_version_keeps_its_undo(store, tmp_path):
    for gesture in ("move ellipse", "push contour", "undo push contour"):
        store.save_correction("a.png", HEAD, reader="A", gesture=gesture)
    store.close()
    with sqlite3.connect(store.path) as old:
        old.execute("DROP INDEX correction_steps")
        for table, column in ADDED_COLUMNS[3]:
            old.execute(f"ALTER TABLE {table.__tablename__} DROP COLUMN {column}")
        old.execute("PRAGMA user_version = 2")
    old.close()
    with StudyStore.open(tmp_path / "study", tmp_path / "stores") as again:
        found = fold(again.steps("a.png"))
        assert found == History((Step(1, "move ellipse"), Step(2, "push contour")), 1)
        again.save_correction("a.png", HEAD, reader="A", gesture="redo push contour", step=REDO,
                              of_step=2)
        assert fold(again.steps("a.png")).done == 2
        test_the_steps_are_read_from_the_index_alone(again)


@pytest.mark.parametrize(("change", "left"), [
    ("UPDATE correction SET gesture = CAST(x'ff' AS TEXT) WHERE id = 2", [1, 3]),
    ("UPDATE correction SET step = 'nonsense' WHERE id = 2", [1, 2, 3]),
    ("UPDATE correction SET gesture = x'00ff' WHERE id = 2", [1, 2, 3]),
])
def test_a_row_that_went_wrong_leaves_the_other_steps(store, change, left):
    for number in range(3):
        store.save_correction("a.png", HEAD, reader="A", gesture=f"gesture {number}")
    with sqlite3.connect(store.path) as other:
        other.execute(change)
    other.close()
    found = fold(store.steps("a.png"))
    assert [step.revision for step in found.steps] == left
    assert found.done == len(left)
