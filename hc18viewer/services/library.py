"""What can be done with models beside promoting them: call them otherwise, compare two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hc18viewer import paths
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.evaluation.gate import Pair, Table, compare_models
from hc18viewer.message import message
from hc18viewer.model.card import read_card, write_card
from hc18viewer.model.predictor import Predictor
from hc18viewer.progress import CancelToken, Progress, ProgressReport
from hc18viewer.services.evaluation import evaluate_study

if TYPE_CHECKING:
    from pathlib import Path

    from hc18viewer.dataset.case import Study
    from hc18viewer.evaluation.metrics import CaseFigures
    from hc18viewer.model.device import DeviceName

_LONGEST_TITLE = 80


class TitleError(Hc18ViewerError):
    """A title that a model cannot be given."""


def retitle(folder: Path, title: str) -> None:
    """Call a model of the user's otherwise; its name, which predictions carry, stays.

    Raises:
        TitleError: the model came with the program, the title is too long, or it cannot be written.
        CardError: its card cannot be read.
    """
    card = read_card(folder)
    if not folder.is_relative_to(paths.models_folder()):
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
