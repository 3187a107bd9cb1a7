"""Which subjects are held back from a training: a rule, not a list."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hc18viewer.dataset.case import Case


@dataclass(frozen=True, slots=True)
class Fold:
    """Fold `index` (from 1) of `count`; its subjects are held back."""

    index: int
    count: int

    def __post_init__(self) -> None:
        if not 1 <= self.index <= self.count:
            raise ValueError(f"there is no fold {self.index} of {self.count}")

    @classmethod
    def parse(cls, text: str) -> Fold:
        """Read "2/5".

        Raises:
            ValueError: the text has another form, or there is no such fold.
        """
        index, slash, count = text.partition("/")
        if not slash:
            raise ValueError(f'a fold is written as "2/5", not "{text}"')
        return cls(int(index), int(count))

    def __str__(self) -> str:
        return f"{self.index}/{self.count}"

    def holds(self, case: Case) -> bool:
        """Whether the case's subject is held back."""
        return subject_fold(case.subject, self.count) == self.index


def subject_fold(subject: str, count: int) -> int:
    """Return the fold, 1 to `count`, of a subject.

    The first eight hexadecimal digits of the SHA-256 of the subject's name, modulo `count`: the
    same on every machine and for every part of the data, and never changed by adding cases.
    """
    digest = hashlib.sha256(subject.encode("utf-8")).hexdigest()
    return int(digest[:8], 16) % count + 1


def held_back(cases: Iterable[Case], fold: Fold) -> tuple[Case, ...]:
    """Return the cases of the fold's subjects."""
    return tuple(case for case in cases if fold.holds(case))


def kept(cases: Iterable[Case], fold: Fold) -> tuple[Case, ...]:
    """Return the cases of all other subjects."""
    return tuple(case for case in cases if not fold.holds(case))
