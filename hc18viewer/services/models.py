"""The library of models: list them, call them otherwise, remove one, compare two."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hc18viewer import paths
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.evaluation.gate import Pair, Table, compare_models
from hc18viewer.message import message
from hc18viewer.model.card import CARD_FILE, CardError, read_card, write_card
from hc18viewer.model.catalogue import model_folders
from hc18viewer.model.serving import serving_model
from hc18viewer.progress import CancelToken, Progress, ProgressReport

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.dataset.case import Study
    from hc18viewer.evaluation.metrics import CaseFigures
    from hc18viewer.model.card import ModelCard
    from hc18viewer.model.device import DeviceName

_LONGEST_TITLE = 80


class TitleError(Hc18ViewerError):
    """A title that a model cannot be given."""


class RemovalError(Hc18ViewerError):
    """A model that cannot be removed; the text says why."""


@dataclass(frozen=True, slots=True)
class LibraryModel:
    """One model of the library.

    Attributes:
        name: its folder's, by which it is promoted.
        card: None where it cannot be read.
        problem: why not; "" where it can.
        own: whether it is the user's; the others came with the program.
        serves: whether it makes the predictions now.
    """

    name: str
    folder: Path
    card: ModelCard | None
    problem: str
    own: bool
    serves: bool

    @property
    def shown_name(self) -> str:
        """What it is called on the screen."""
        return self.card.shown_name if self.card else self.name


def library() -> tuple[LibraryModel, ...]:
    """Return all models: those that came with the program, then the user's, the oldest first.

    Raises:
        ServingError: the list of promotions is damaged.
    """
    serving, found = serving_model(), []
    for name, folder in model_folders().items():
        card, problem = None, ""
        try:
            card = read_card(folder)
        except CardError as error:
            problem = str(error)
        found.append(LibraryModel(name, folder, card, problem, _is_own(folder), name == serving))
    return tuple(sorted(found, key=lambda model: (
        model.own, model.card.made_at if model.card else "", model.name,
    )))


def remove_model(name: str) -> None:
    """Remove a model of the user's.

    Raises:
        RemovalError: it serves, came with the program, or cannot be removed.
        ServingError: the list of promotions is damaged.
    """
    folder = model_folders().get(name)
    if folder is None:
        return
    if not _is_own(folder):
        raise RemovalError(message("{model} came with the program and stays.", model=name))
    if serving_model() == name:
        raise RemovalError(message(
            "{model} makes the predictions now. Promote another model first.", model=name,
        ))
    try:
        (folder / CARD_FILE).unlink()  # without it there is no model, whatever else is left
        shutil.rmtree(folder)
    except OSError as error:
        raise RemovalError(message(
            "{model} cannot be removed: {reason}.", model=name, reason=error.strerror,
        )) from error


def retitle(folder: Path, title: str) -> None:
    """Call a model of the user's otherwise; its name, which predictions carry, stays.

    Raises:
        TitleError: the model came with the program, the title is too long, or it cannot be written.
        CardError: its card cannot be read.
    """
    card = read_card(folder)
    if not _is_own(folder):
        raise TitleError(message(
            "{model} came with the program and keeps its name.", model=card.name,
        ))
    title = " ".join(title.split())
    if len(title) > _LONGEST_TITLE:
        raise TitleError(message("A title has at most {most} letters.", most=_LONGEST_TITLE))
    try:
        write_card(replace(card, title=title), folder)
    except OSError as error:
        raise TitleError(message(
            "The card of {model} cannot be written: {reason}.", model=card.name,
            reason=error.strerror,
        )) from error


def compare_on_study(
    first: Path, second: Path, study: Study, *, device: DeviceName, report: ProgressReport,
    token: CancelToken,
) -> Table:
    """Compare two models, by their folders, on the ground truth of a study.

    Raises:
        NothingToEvaluateError: the study has no ground truth.
        CardError, WeightsError, MarginError, DeviceError: a model cannot be used.
        Cancelled: the token was set.
    """
    from hc18viewer.model.predictor import Predictor  # torch's seconds, when needed
    from hc18viewer.services.evaluation import evaluate_study

    figures: list[dict[str, CaseFigures]] = []
    for number, folder in enumerate((first, second)):
        predictor = Predictor.load(folder, device=device)

        def tell(progress: Progress, number: int = number) -> None:
            report(Progress(number * progress.total + progress.done, 2 * progress.total,
                            progress.text))

        done = evaluate_study(predictor, study, fold=None, report=tell, token=token)
        figures.append({case.case_key: case for case in done.cases})
    subjects = {case.key: case.subject for case in study.cases}
    return compare_models(study.name, [
        Pair(subjects[key], before, figures[1][key])
        for key, before in figures[0].items() if key in figures[1]
    ])


def _is_own(folder: Path) -> bool:
    return folder.is_relative_to(paths.models_folder())
