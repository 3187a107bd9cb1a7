"""A case's rows folded into its steps: those that are done, and those that can be done again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class StepKind(Enum):
    """What a row of a correction did to the case's steps."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What a stored correction tells of the case's steps.

    Attributes:
        kind: None in rows of stores that did not keep it; their gesture's first word tells.
        of_step: the revision of the edit that was undone or redone; None where not kept.
    """

    revision: int
    gesture: str
    kind: StepKind | None = StepKind.EDIT
    of_step: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One gesture that can be undone, or done again; its shape is the revision's."""

    revision: int
    name: str


@dataclass(frozen=True, slots=True)
class History:
    """The steps of one case.

    Attributes:
        steps: the oldest first; those behind the first `done` were undone and can be done again.
        done: how many of them are done.
    """

    steps: tuple[Step, ...] = ()
    done: int = 0

    @property
    def revision(self) -> int | None:
        """The revision whose shape the done steps come to; None for the bare prediction."""
        return self.revision_after(self.done)

    @property
    def undo_name(self) -> str:
        """The name of the step that would be undone, "" for none."""
        return self.steps[self.done - 1].name if self.done else ""

    @property
    def redo_name(self) -> str:
        """The name of the step that would be done again, "" for none."""
        return self.steps[self.done].name if self.done < len(self.steps) else ""

    def revision_after(self, count: int) -> int | None:
        """Return the revision whose shape the first `count` steps come to; None for none."""
        return self.steps[count - 1].revision if count else None

    def followed_by(self, row: HistoryRow) -> History:
        """Return the history after one more row.

        An edit drops what could be done again. An undo or redo that is not of a step known, as
        where another window went another way, counts as an edit of its own.
        """
        kind, at = self._meaning(row)
        if kind is StepKind.UNDO:
            return History(self.steps, min(self.done, at))
        if kind is StepKind.REDO:
            return History(self.steps, max(self.done, at + 1))
        return self.and_edit(row)

    def and_edit(self, row: HistoryRow) -> History:
        """Return the history after a row that counts as an edit, whatever it says."""
        steps = (*self.steps[: self.done], Step(row.revision, row.gesture))
        return History(steps, len(steps))

    def _meaning(self, row: HistoryRow) -> tuple[StepKind, int]:
        """Return what a row did, and to which of the steps."""
        if row.kind is None:
            return self._meaning_of_words(row.gesture)
        if row.kind is not StepKind.EDIT:
            for at in reversed(range(len(self.steps))):  # it is mostly among the last
                if self.steps[at].revision == row.of_step:
                    return row.kind, at
        return StepKind.EDIT, 0

    def _meaning_of_words(self, gesture: str) -> tuple[StepKind, int]:
        if self.undo_name and gesture == f"undo {self.undo_name}":
            return StepKind.UNDO, self.done - 1
        if self.redo_name and gesture == f"redo {self.redo_name}":
            return StepKind.REDO, self.done
        return StepKind.EDIT, 0


def fold(rows: Iterable[HistoryRow]) -> History:
    """Return the history that rows come to, the oldest first."""
    history = History()
    for row in rows:
        history = history.followed_by(row)
    return history
