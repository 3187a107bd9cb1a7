"""Train a new model and keep it with its card."""

from __future__ import annotations

import csv
import datetime
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from hc18viewer import __version__
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.evaluation.split import held_back, kept
from hc18viewer.files import replacing
from hc18viewer.model.card import ModelCard
from hc18viewer.model.device import DeviceName, choose_device
from hc18viewer.model.weights import inference_state, load_model, save_model, weights_version
from hc18viewer.progress import ignore_progress
from hc18viewer.training.examples import Example, load_examples
from hc18viewer.training.group import Group, joined
from hc18viewer.training.trainer import Recipe, Trained, Trainer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from torch import Tensor

    from hc18viewer.dataset.case import Study
    from hc18viewer.evaluation.split import Fold
    from hc18viewer.progress import CancelToken, ProgressReport

SPLIT_FILE = "split.csv"


class TooFewCasesError(Hc18ViewerError):
    """A study with too few annotated cases to learn from."""


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What a training made: the model's card, and in words the cases that could not be read."""

    card: ModelCard
    failures: tuple[str, ...]


def train_model(
    study: Study,
    folder: Path,
    *,
    recipe: Recipe,
    fold: Fold | None,
    device: DeviceName,
    parent: Path | None = None,
    report: ProgressReport,
    token: CancelToken,
) -> TrainingReport:
    """Train on the annotated cases of a study; `folder` becomes a model's folder.

    With `parent`, a model's folder, the training begins from that model's weights, and its form of
    network counts instead of the recipe's. The subjects of `fold` are held back: the training
    looks at them for its log alone and decides nothing by them. Called again on the folder of a
    run that was stopped, it goes on where that one's last whole epoch ended. Called in each of
    several processes that torchrun started, these train together and the first alone writes and
    reports.

    Raises:
        TooFewCasesError: fewer annotated cases than one batch.
        GroupError: the processes cannot train together, or another one stopped.
        CheckpointError: the folder holds a training with other settings.
        CardError, WeightsError: the parent's files are missing or damaged.
        DeviceError: the device asked for is not there.
        Cancelled: the token was set.
    """
    with joined(choose_device(device)) as group:
        return _train(
            study, folder, group, recipe=recipe, fold=fold, parent=parent,
            report=report if group.is_first else ignore_progress, token=token,
        )


def _train(
    study: Study, folder: Path, group: Group, *, recipe: Recipe, fold: Fold | None,
    parent: Path | None, report: ProgressReport, token: CancelToken,
) -> TrainingReport:
    begin = None
    if parent is not None:
        recipe, begin = _begin_from(parent, recipe)
    annotated = [case for case in study.cases if case.annotation_path is not None]
    seen, failures = load_examples(
        kept(annotated, fold) if fold else annotated,
        grid=recipe.grid, report=report, token=token,
    )
    unseen, more_failures = load_examples(
        held_back(annotated, fold) if fold else (), grid=recipe.grid, report=report, token=token
    )
    whole_batch = recipe.batch_size * group.size
    if len(seen) < whole_batch:
        raise TooFewCasesError(
            f"{len(seen)} cases have a ground truth to learn from; a training needs at least "
            f"{whole_batch}."
        )
    folder.mkdir(parents=True, exist_ok=True)
    group.by_first(_write_split, folder, seen, unseen)
    trained = Trainer(
        recipe, examples=seen, held_back=unseen, folder=folder, device=group.device, group=group,
        begin=begin,
    ).run(report=report, token=token)
    state = inference_state(trained.state)
    card = ModelCard(
        name=folder.resolve().name,
        version=weights_version(state),
        made_at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        program=__version__,
        channels=recipe.channels,
        grid=recipe.grid,
        data=f"{len(seen)} annotated cases of {_subjects(seen)} subjects of {study.name}",
        split=_split_in_words(fold, unseen),
        recipe=_recipe_in_words(recipe, trained, group.size),
    )
    group.by_first(save_model, state, card, folder)
    left_out = [
        f"{case.key}: {case.annotation_problem}" for case in study.cases if case.annotation_problem
    ]
    return TrainingReport(card, (*left_out, *failures, *more_failures))


def _begin_from(parent: Path, recipe: Recipe) -> tuple[Recipe, dict[str, Tensor]]:
    network, card = load_model(parent)
    recipe = replace(
        recipe, channels=card.channels, grid=card.grid, begins_from=card.identity
    )
    return recipe, network.state_dict()


def _subjects(examples: Sequence[Example]) -> int:
    return len({example.case.subject for example in examples})


def _split_in_words(fold: Fold | None, unseen: Sequence[Example]) -> str:
    if fold is None:
        return ""
    return (
        f"Fold {fold} held back: {len(unseen)} cases of {_subjects(unseen)} subjects, those with "
        f"int(sha256(subject).hexdigest()[:8], 16) % {fold.count} + 1 == {fold.index}, where the "
        'subject is written as "training_set/010"'
    )


def _recipe_in_words(
    recipe: Recipe, trained: Trained, processes: int
) -> dict[str, str | int | float]:
    plain = {
        name: value if isinstance(value, int | float) else str(value)
        for name, value in asdict(recipe).items()
        if value is not None
    }
    return {
        **plain,
        "loss": "binary cross-entropy + Dice, at the output and at the side heads",
        "optimiser": "AdamW, warm-up, cosine",
        **({"processes": processes} if processes > 1 else {}),
        "epochs_done": trained.epochs,
        "minutes_taken": round(trained.seconds / 60, 1),
    }


def _write_split(folder: Path, seen: Sequence[Example], unseen: Sequence[Example]) -> None:
    path = folder / SPLIT_FILE
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("case", "subject", "part"))
        for part, examples in (("seen", seen), ("held back", unseen)):
            writer.writerows((e.case.key, e.case.subject, part) for e in examples)
