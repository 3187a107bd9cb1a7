"""The gate of one fine-tuning case by case, kept beside the model's card."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.evaluation.gate import Advice, Table, advise
from hc18viewer.evaluation.metrics import Summary
from hc18viewer.files import write_text
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.message import message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hc18viewer.evaluation.gate import Pair
    from hc18viewer.model.card import ModelCard
    from hc18viewer.training.lessons import Lesson

REPORT_FILE = "gate.json"
_FORMAT = 1
_TABLES = ("gate", "unseen", "reference")


class GateReportError(Hc18ViewerError):
    """A gate that is not there or cannot be read; the text says why."""


@dataclass(frozen=True, slots=True)
class GateCase:
    """One case of the gate as parent and child see it.

    Attributes:
        image_path: absolute, where it lay at the time.
        truth: the contour that counts as right; all ellipses are in pixels of the image.
        parent, child: what each found; None for no head.
        parent_dice, child_dice: in per cent.
        parent_error_mm, child_error_mm: of HC, with its sign; None without a pixel size.
    """

    case_key: str
    subject: str
    image_path: Path
    pixel_size_mm: float | None
    truth: Ellipse
    parent: Ellipse | None
    child: Ellipse | None
    parent_dice: float
    child_dice: float
    parent_error_mm: float | None
    child_error_mm: float | None

    @property
    def badness(self) -> float:
        """How badly the child does, the most for a head that it misses."""
        if self.child is None:
            return float("inf")
        return 100 - self.child_dice


@dataclass(frozen=True, slots=True)
class GateReport:
    """All that the gate found.

    Attributes:
        gate: on the subjects that no run is taught; the same as `unseen` where there are none.
        unseen: on those and the taught ones, each by a learning that left it out.
        advice: as the tables give it.
        cases: the unseen ones, those that the child does worst on first.
    """

    gate: Table
    unseen: Table
    reference: Table
    advice: Advice
    cases: tuple[GateCase, ...] = ()


def gate_case(lesson: Lesson, pair: Pair) -> GateCase | None:
    """Return what the gate keeps of one case; None where the comparison has no truth."""
    if pair.parent.truth is None:
        return None
    return GateCase(
        case_key=lesson.case_key, subject=lesson.subject, image_path=lesson.image_path,
        pixel_size_mm=lesson.pixel_size_mm, truth=pair.parent.truth,
        parent=pair.parent.predicted, child=pair.child.predicted,
        parent_dice=pair.parent.dice_percent, child_dice=pair.child.dice_percent,
        parent_error_mm=pair.parent.hc_error_mm, child_error_mm=pair.child.hc_error_mm,
    )


def write_gate_report(
    folder: Path, *, gate: Table, unseen: Table, reference: Table, far_share: float,
    cases: Iterable[GateCase | None],
) -> None:
    """Write what the gate found into a model's folder, whole or not at all."""
    content = {
        "format": _FORMAT, "gate": asdict(gate), "unseen": asdict(unseen),
        "reference": asdict(reference), "far_share": far_share,
        "cases": [{**asdict(case), "image_path": str(case.image_path)} for case in cases if case],
    }
    write_text(folder / REPORT_FILE, json.dumps(content, indent=1) + "\n")


def read_gate_report(folder: Path, card: ModelCard) -> GateReport:
    """Return what the gate found of the model in `folder`.

    A model that came from elsewhere has no cases, only the tables of its card.

    Raises:
        GateReportError: there is none, or it is damaged.
    """
    try:
        text = (folder / REPORT_FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return _from_card(card)
    except (OSError, ValueError) as error:
        raise _damaged(card, error) from error
    try:
        content = json.loads(text)
        if int(content["format"]) > _FORMAT:
            raise ValueError("it was written by a newer version of this program")
        gate, unseen, reference = (_table(content[name]) for name in _TABLES)
        cases = [_case(each) for each in content["cases"]]
        advice = advise(gate, unseen, reference, far_share=float(content["far_share"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _damaged(card, error) from error
    cases.sort(key=lambda case: case.badness, reverse=True)
    return GateReport(gate, unseen, reference, advice, tuple(cases))


def _from_card(card: ModelCard) -> GateReport:
    if not card.gate:
        raise GateReportError(message(
            "{model} was not made by a fine-tuning: it has no gate.", model=card.shown_name,
        ))
    try:
        advice = card.gate["advice"]
        gate, unseen, reference = (_table(card.gate[name]) for name in _TABLES)
        return GateReport(
            gate, unseen, reference,
            Advice(bool(advice["promote"]), str(advice["sentence"]),
                   tuple(str(reason) for reason in advice["reasons"])),
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _damaged(card, error) from error


def _damaged(card: ModelCard, error: Exception) -> GateReportError:
    return GateReportError(message(
        "What the gate found of {model} cannot be read: {reason}.", model=card.shown_name,
        reason=str(error),
    ))


def _table(content: dict[str, Any]) -> Table:
    return Table(**{
        "size": None, "dice_change_but_size": None,  # tables of before did not have them
        **content,
        "parent": Summary(**content["parent"]), "child": Summary(**content["child"]),
        "error_change_95_mm": _pair(content["error_change_95_mm"]),
        "dice_change_95": _pair(content["dice_change_95"]),
    })


def _pair(values: list[float] | None) -> tuple[float, float] | None:
    if values is None:
        return None
    low, high = values
    return float(low), float(high)


def _case(content: dict[str, Any]) -> GateCase:
    ellipses = {
        name: Ellipse(**content[name]) if content[name] is not None else None
        for name in ("truth", "parent", "child")
    }
    return GateCase(**{**content, **ellipses, "image_path": Path(content["image_path"])})
