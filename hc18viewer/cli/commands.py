"""Run a command of the command line. Each returns its exit code."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from hc18viewer.cli.bar import progress_bar
from hc18viewer.cli.parser import command_parser
from hc18viewer.dataset.study import open_study
from hc18viewer.errors import Cancelled, Hc18ViewerError
from hc18viewer.model.catalogue import find_model
from hc18viewer.model.serving import find_serving
from hc18viewer.progress import CancelToken

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from hc18viewer.dataset.case import Study
    from hc18viewer.model.predictor import Predictor

ALL_WELL = 0
SOME_FAILED = 1
WRONG_USE = 2
INTERRUPTED = 130


def run_command(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name and return its exit code."""
    wanted = command_parser().parse_args(arguments)
    run = {"predict": _predict, "evaluate": _evaluate, "train": _train,
           "calibrate": _calibrate, "finetune": _finetune, "models": _models, "sample": _sample,
           "finetune-run": _finetune_run, "finetune-speed": _finetune_speed}
    try:
        return run[wanted.command](wanted)
    except Hc18ViewerError as error:
        _complain(str(error))
        return WRONG_USE
    except OSError as error:
        file = os.fsdecode(error.filename or "A file")
        _complain(f"{file} cannot be read or written: {error.strerror or error}.")
        return WRONG_USE
    except (KeyboardInterrupt, Cancelled):
        _complain("Interrupted.")
        return INTERRUPTED


def _predict(wanted: argparse.Namespace) -> int:
    # torch comes in with the services that use a model; other commands do without its seconds
    from hc18viewer.services.prediction import predict_study

    study = _open(wanted.path)
    predictor = _predictor(wanted)
    with progress_bar() as report:
        failures = predict_study(
            predictor, study, wanted.out, masks=wanted.masks, report=report, token=CancelToken()
        )
    _name_failures((failure.case_key, failure.reason) for failure in failures)
    done = len(study.cases) - len(failures)
    print(f"{done} of {len(study.cases)} cases complete, by {predictor.model}, in {wanted.out}")
    return SOME_FAILED if failures else ALL_WELL


def _evaluate(wanted: argparse.Namespace) -> int:
    from hc18viewer.cli.report import summary_lines  # torch, see above
    from hc18viewer.services.evaluation import evaluate_study, refuse_files, write_evaluation
    from hc18viewer.services.report import write_report

    study = _open(wanted.path)
    refuse_files(study, wanted.json, *([wanted.report] if wanted.report else []))
    predictor = _predictor(wanted)
    with progress_bar() as report:
        evaluation = evaluate_study(
            predictor, study, fold=wanted.fold, report=report, token=CancelToken()
        )
    _name_failures((failure.case_key, failure.reason) for failure in evaluation.failures)
    print("\n".join(summary_lines(evaluation)))
    write_evaluation(wanted.json, evaluation)
    if wanted.report:
        with progress_bar() as report:
            write_report(
                wanted.report, evaluation, study, model_folder=find_serving(wanted.model),
                report=report, token=CancelToken(),
            )
    return SOME_FAILED if evaluation.failures else ALL_WELL


def _train(wanted: argparse.Namespace) -> int:
    from hc18viewer.services.training import train_model  # torch, see above
    from hc18viewer.training.group import is_first_process
    from hc18viewer.training.trainer import Recipe

    first = is_first_process()
    study = _open(wanted.path, shown=first)
    standard = Recipe()
    recipe = replace(
        standard, epochs=wanted.epochs or standard.epochs, minutes=wanted.minutes, seed=wanted.seed,
        learning_rate=wanted.rate or standard.learning_rate,
    )
    with progress_bar(shown=first) as report:
        trained = train_model(
            study, wanted.out, recipe=recipe, fold=wanted.fold, device=wanted.device,
            parent=find_model(wanted.parent) if wanted.parent else None,
            report=report, token=CancelToken(),
        )
    if not first:  # what there is to say, and the exit code, are the first's
        return ALL_WELL
    _name_failures(text.split(": ", 1) for text in trained.failures)
    print(f"{trained.card.identity} trained into {wanted.out}")
    return SOME_FAILED if trained.failures else ALL_WELL


def _calibrate(wanted: argparse.Namespace) -> int:
    from hc18viewer.cli.report import calibration_lines  # torch, see above
    from hc18viewer.services.calibration import calibrate_model

    study = _open(wanted.path)
    folder = find_serving(wanted.to or wanted.model)
    with progress_bar() as report:
        done = calibrate_model(
            _predictor(wanted), study, folder, fold=wanted.fold, report=report, token=CancelToken()
        )
    _name_failures(text.split(": ", 1) for text in done.left_out)
    print("\n".join(calibration_lines(done)))
    return SOME_FAILED if done.left_out else ALL_WELL


def _finetune(wanted: argparse.Namespace) -> int:
    from hc18viewer.cli.finetune import run_finetune  # torch, see above

    return run_finetune(wanted)


def _finetune_run(wanted: argparse.Namespace) -> int:
    from hc18viewer.services.finetune_process import run_in_this_process

    return run_in_this_process(
        wanted.folder, device=wanted.device, told=sys.stdin, says=sys.stdout,
        threads=wanted.threads,
    )


def _finetune_speed(wanted: argparse.Namespace) -> int:
    from hc18viewer.services.finetune_process import tell_speed_in_this_process

    return tell_speed_in_this_process(
        wanted.folder, device=wanted.device, says=sys.stdout, threads=wanted.threads
    )


def _models(wanted: argparse.Namespace) -> int:
    from hc18viewer.cli.models import run_models

    return run_models(wanted)


def _sample(wanted: argparse.Namespace) -> int:
    from hc18viewer.dataset.sample_study import write_sample_study  # scipy's seconds

    with progress_bar() as report:
        write_sample_study(wanted.out, report=report)
    print(f"The sample study, synthetic images, lies in {wanted.out}")
    return ALL_WELL


def _open(path: Path, *, shown: bool = True) -> Study:
    with progress_bar(shown=shown) as report:
        return open_study(path, report=report)


def _predictor(wanted: argparse.Namespace) -> Predictor:
    from hc18viewer.model.predictor import Predictor  # torch, see above

    return Predictor.load(find_serving(wanted.model), device=wanted.device, tell=_complain)


def _name_failures(failures: Iterable[Sequence[str]]) -> None:
    for name, reason in failures:
        _complain(f"{name}: {reason}")


def _complain(text: str) -> None:
    print(text, file=sys.stderr)
