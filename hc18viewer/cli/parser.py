"""What the command line understands."""

from __future__ import annotations

import argparse
from pathlib import Path

from hc18viewer import __version__
from hc18viewer.evaluation.split import Fold

PROGRAM = "hc18viewer"
_DEVICES = ("auto", "cpu", "cuda", "mps")
_EXIT_CODES = "Exit code: 0 all well, 1 some cases failed (named on stderr), 2 wrong use."


def command_parser() -> argparse.ArgumentParser:
    """Return the parser of the commands that open no window."""
    parser = argparse.ArgumentParser(PROGRAM, epilog=_EXIT_CODES)
    commands = parser.add_subparsers(dest="command", required=True)
    _add_predict(commands)
    _add_evaluate(commands)
    _add_train(commands)
    _add_calibrate(commands)
    _add_finetune(commands)
    _add_models(commands)
    for name in INNER_COMMANDS:
        run = commands.add_parser(name)
        run.add_argument("folder", type=Path)
        run.add_argument("--device", choices=_DEVICES, default="auto")
        run.add_argument("--threads", type=_Positive(int))
    sample = _command(commands, "sample", "write the sample study: a dozen synthetic heads")
    sample.add_argument("--out", type=Path, required=True, metavar="DIR")
    return parser


def window_parser() -> argparse.ArgumentParser:
    """Return the parser of a call that opens the window."""
    parser = argparse.ArgumentParser(
        PROGRAM,
        description="Review fetal head circumference: opens the window.",
        epilog="Commands that open no window: "
        + ", ".join(COMMANDS)
        + f". See {PROGRAM} COMMAND --help. A folder of such a name is opened as ./NAME.",
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument("path", nargs="?", type=Path, metavar="PATH",
                        help="a study's folder, one of its sub-folders, or an image")
    parser.add_argument("--sample", action="store_true", help="open the sample study")
    parser.add_argument("--store", type=Path, metavar="DIR",
                        help="keep the study's store in DIR")
    _add_model(parser)
    return parser


COMMANDS = ("predict", "evaluate", "train", "calibrate", "finetune", "models", "sample")

INNER_COMMANDS = ("finetune-run", "finetune-speed")
"""Started by the window, not by hand."""


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=text, description=text.capitalize(), epilog=_EXIT_CODES)


def _add_predict(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "predict", "predict heads and write tables")
    _add_path(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR",
                        help="where submission.csv and measurements.csv are written")
    _add_model(parser)
    parser.add_argument("--masks", action="store_true", help="write each head's mask as PNG too")


def _add_evaluate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "evaluate", "compare predictions with the ground truth")
    _add_path(parser)
    _add_model(parser)
    parser.add_argument("--fold", type=_fold, metavar="I/N",
                        help="only the subjects that a training with this fold has not seen")
    parser.add_argument("--json", type=Path, required=True, metavar="FILE",
                        help="where the figures are written")
    parser.add_argument("--report", type=Path, metavar="FILE.html",
                        help="write a page to read as well: figures, plots, the worst cases")


def _add_train(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "train", "train a model on the ground truth; stopped, it goes on")
    _add_path(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR",
                        help="the model's folder; its name is the model's")
    parser.add_argument("--epochs", type=_Positive(int), metavar="N")
    parser.add_argument("--minutes", type=_Positive(float), metavar="M",
                        help="end the schedule after M minutes at the latest")
    parser.add_argument("--rate", type=_Positive(float), metavar="R",
                        help="the highest learning rate")
    parser.add_argument("--from", dest="parent", metavar="NAME",
                        help="begin from the weights of this model")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--fold", type=_fold, metavar="I/N",
                        help="hold back the subjects of fold I of N")
    parser.add_argument("--device", choices=_DEVICES, default="auto")


def _add_calibrate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "calibrate", "learn a model's margin from subjects that it has not seen"
    )
    _add_path(parser)
    _add_model(parser)
    parser.add_argument("--fold", type=_fold, required=True, metavar="I/N",
                        help="the fold that the model's training held back")
    parser.add_argument("--to", metavar="NAME",
                        help="give the margin to this model, which the same recipe made of all "
                        "subjects")


def _add_finetune(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "finetune", "fine-tune a model on a study's corrections")
    _add_path(parser)
    parser.add_argument("--name", required=True, metavar="NAME", help="of the model to be made")
    parser.add_argument("--base", metavar="MODEL",
                        help="the model to start from; the one that serves if not given")
    parser.add_argument("--annotations", action="store_true",
                        help="the ground truth of PATH's cases counts as corrections")
    parser.add_argument("--minutes", type=_Positive(float), default=5.0, metavar="M",
                        help="take no longer than about M minutes here (5 if not given), as far as "
                             "a few epochs and the comparison with the parent allow")
    parser.add_argument("--reference", type=Path, metavar="PATH",
                        help="a study with ground truth that the new model must not do worse on, "
                        "such as HC18; the sample study if not given")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--json", type=Path, required=True, metavar="FILE",
                        help="where the gate's table is written, before and after")
    parser.add_argument("--store", type=Path, metavar="DIR", help="the study's store lies in DIR")
    parser.add_argument("--device", choices=_DEVICES, default="auto")


def _add_models(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "models", "look after the library of models")
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser("list", help="all models, the one that serves marked")
    show = acts.add_parser("show", help="one model's card")
    promote = acts.add_parser("promote", help="let a model serve from now on")
    promote.add_argument("--yes", action="store_true",
                         help="promote a model that the gate advises against")
    acts.add_parser("rollback", help="let the model serve again that served before")
    export = acts.add_parser("export", help="write a model into one file")
    export.add_argument("--out", type=Path, required=True, metavar="FILE.hc18model")
    rename = acts.add_parser("rename", help="give a model another title")
    taken = acts.add_parser("import", help="take a model's file into the library")
    taken.add_argument("file", type=Path, metavar="FILE.hc18model")
    compare = acts.add_parser("compare", help="compare two models on a study's ground truth")
    compare.add_argument("models", nargs=2, metavar="MODEL")
    _add_path(compare)
    compare.add_argument("--json", type=Path, metavar="FILE")
    compare.add_argument("--device", choices=_DEVICES, default="auto")
    for each in (show, promote, export, rename):
        each.add_argument("name", metavar="MODEL")
    rename.add_argument("title", metavar="TITLE")


def _add_path(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH",
                        help="a study's folder, one of its sub-folders, or an image")


def _add_model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="NAME", help="a model's name, or its folder")
    parser.add_argument("--device", choices=_DEVICES, default="auto")


def _fold(text: str) -> Fold:
    try:
        return Fold.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


class _Positive:
    """Turns a text into a positive number of one type."""

    def __init__(self, kind: type[int] | type[float]) -> None:
        self._kind = kind

    def __call__(self, text: str) -> int | float:
        try:
            value = self._kind(text)
        except ValueError:
            value = self._kind(0)
        if not 0 < value < float("inf"):
            raise argparse.ArgumentTypeError(f"{text} is no positive number")
        return value
