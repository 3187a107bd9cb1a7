"""A case and a study, as they lie in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    """One image under review.

    Attributes:
        key: the image's path relative to the study's folder, with forward slashes; unique within
            the study and the same on every machine.
        set_name: the sub-folder that the image lies in ("training_set"), "" for none.
        subject: the examination that the image belongs to; frames of one share it.
        pixel_size_mm: the length of a pixel's side; None where it is not known.
        reference_hc_mm: the HC that came with the data set; None where there is none.
        annotation_problem: why the ground truth that is there was left out, "" for no such thing;
            among the problems too.
        problems: what is wrong with the case's files, a plain sentence each.
    """

    key: str
    image_path: Path
    set_name: str
    subject: str
    annotation_path: Path | None = None
    pixel_size_mm: float | None = None
    reference_hc_mm: float | None = None
    annotation_problem: str = ""
    problems: tuple[str, ...] = ()

    @property
    def filename(self) -> str:
        """The image's file name."""
        return self.image_path.name


@dataclass(frozen=True, slots=True)
class Study:
    """A folder of cases opened for review.

    Attributes:
        root: the folder that the cases' keys are relative to.
        cases: in the order of set and name.
        problems: what is wrong with the study as a whole, a plain sentence each.
        synthetic: whether the images were drawn by this program.
    """

    root: Path
    cases: tuple[Case, ...]
    problems: tuple[str, ...] = ()
    synthetic: bool = False

    @property
    def name(self) -> str:
        """What the study is called: its folder's name."""
        return self.root.name or str(self.root)

    @property
    def set_names(self) -> tuple[str, ...]:
        """The names of the sets that the study's cases are in, in order."""
        return tuple(dict.fromkeys(case.set_name for case in self.cases))
