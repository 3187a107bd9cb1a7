"""The commands that fine-tune a model, and that look after the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hc18viewer.cli.bar import progress_bar
from hc18viewer.dataset.study import open_study
from hc18viewer.model.card import read_card
from hc18viewer.model.serving import find_serving
from hc18viewer.progress import CancelToken
from hc18viewer.services.evaluation import refuse_files, write_output
from hc18viewer.services.review import Review
from hc18viewer.store.study_store import StudyStore

if TYPE_CHECKING:
    import argparse

    from hc18viewer.evaluation.gate import Table
    from hc18viewer.services.finetune_run import FineTuned


def run_finetune(wanted: argparse.Namespace) -> int:
    """Fine-tune on a study's corrections and write the gate's tables."""
    from hc18viewer.services.finetune_runs import Wish
    from hc18viewer.services.finetune_study import as_json, fine_tune  # torch's seconds
    from hc18viewer.services.finetuning import Choice, Kind

    with progress_bar() as report:
        study = open_study(wanted.path, report=report)
        reference = open_study(wanted.reference, report=report) if wanted.reference else None
    refuse_files(study, wanted.json)
    parent = find_serving(wanted.base)
    kinds = {Kind.CORRECTED, Kind.ACCEPTED, *([Kind.ANNOTATED] if wanted.annotations else [])}
    wish = Wish(
        name=wanted.name, parent=parent, choice=Choice(frozenset(kinds)),
        minutes=wanted.minutes, seed=wanted.seed, reference=reference,
    )
    with StudyStore.open(study.root, wanted.store) as store:
        review = Review(study, store, reader="", model=read_card(parent).identity)
        with progress_bar() as report:
            done = fine_tune(
                review, wish, device=wanted.device, report=report, token=CancelToken()
            )
    write_output(wanted.json, as_json(done))
    print("\n".join(fine_tuned_lines(done)))
    return 0


def fine_tuned_lines(done: FineTuned) -> list[str]:
    """Return the lines that `finetune` prints."""
    verdict = "The gate advises to promote it." if done.advice.promote else (
        "The gate advises against promoting it."
    )
    return [
        f"{done.card.identity}, from {done.card.parent}, {100 * done.mix.share:.0f} % of the way",
        *table_lines(done.gate, done.unseen, done.reference), "",
        done.advice.sentence, *done.advice.reasons, verdict,
        f"hc18viewer models promote {done.card.name} lets it serve.",
    ]


def table_lines(*tables: Table) -> list[str]:
    """Return tables of one model against another as lines."""
    return [
        f"  {'':<22}{'cases':>6}{'Dice %':>16}{'error mm':>16}{'bias mm':>16}",
        *map(_line, tables),
    ]


def _line(table: Table) -> str:
    before, after = table.parent, table.child
    return (
        f"  {table.name:<22}{table.cases:>6}"
        f"{_change(before.dice_percent, after.dice_percent):>16}"
        f"{_change(before.hc_mae_mm, after.hc_mae_mm):>16}"
        f"{_change(before.hc_bias_mm, after.hc_bias_mm):>16}"
    )


def _change(before: float | None, after: float | None) -> str:
    return "-" if before is None or after is None else f"{before:.2f} -> {after:.2f}"
