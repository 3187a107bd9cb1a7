import json
import re
import subprocess
import sys

import pytest

from hc18viewer import __version__
from hc18viewer.__main__ import main
from hc18viewer.cli import commands
from hc18viewer.cli.commands import ALL_WELL, INTERRUPTED, WRONG_USE, run_command
from hc18viewer.cli.parser import COMMANDS, command_parser, window_parser
from hc18viewer.cli.report import summary_lines
from hc18viewer.errors import Cancelled
from hc18viewer.evaluation.metrics import compare, summarise
from hc18viewer.evaluation.split import Fold
from hc18viewer.evaluation.strata import intervals, strata
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.services.evaluation import Evaluation

pytestmark = pytest.mark.usefixtures("home")


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_says_what_there_is(arguments, capsys):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 0
    said = capsys.readouterr().out
    if arguments == ["--help"]:
        assert all(name in said for name in COMMANDS)
        assert "finetune-run" not in said
    else:
        assert "Exit code: 0 all well, 1 some cases failed" in " ".join(said.split())
        assert "--out" in said or "--json" in said or "--to" in said or "promote" in said


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.strip() == f"hc18viewer {__version__}"


def test_the_module_predicts_in_a_process_of_its_own_without_qt(sample_dir, tmp_path):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "hc18viewer", "predict",
         str(sample_dir / "test_set" / "000_HC.png"), "--out", str(tmp_path / "out")],
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == ALL_WELL, done.stderr[-2000:]
    loaded = set(re.findall(r"import time:.*\|\s+([\w.]+)$", done.stderr, re.MULTILINE))
    assert "onnxruntime" in loaded  # else the names were not read as they are written
    assert not {name.split(".")[0] for name in loaded} & {"PySide6", "shiboken6", "pyqtgraph"}
    assert (tmp_path / "out" / "submission.csv").read_text().count("\n") == 2
    assert "1 of 1" in done.stdout


def test_wrong_use_ends_a_process_with_two(tmp_path):
    for arguments in (["predict", str(tmp_path / "none"), "--out", str(tmp_path)], ["predict"]):
        done = subprocess.run([sys.executable, "-m", "hc18viewer", *arguments],
                              capture_output=True, text=True, check=False)
        assert done.returncode == WRONG_USE
        assert done.stderr.strip()
        assert "Traceback" not in done.stderr


def test_a_command_that_opens_no_model_loads_no_torch(tmp_path):
    code = ("import sys; from hc18viewer.__main__ import main; "
            f"code = main(['sample', '--out', {str(tmp_path / 'new')!r}]); "
            "assert 'torch' not in sys.modules; sys.exit(code)")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                          check=False)
    assert done.returncode == ALL_WELL, done.stderr


@pytest.mark.parametrize("error", [KeyboardInterrupt(), Cancelled()])
def test_an_interrupted_command_says_so(monkeypatch, capsys, tmp_path, error):
    def interrupted(*_arguments, **_options):
        raise error

    monkeypatch.setattr(commands, "open_study", interrupted)
    assert run_command(["predict", str(tmp_path), "--out", str(tmp_path)]) == INTERRUPTED
    assert capsys.readouterr().err.splitlines()[-1] == "Interrupted."


def test_a_bug_is_not_taken_for_a_fault_of_the_world(monkeypatch, tmp_path):
    def buggy(*_arguments, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr(commands, "open_study", buggy)
    with pytest.raises(ZeroDivisionError):
        run_command(["predict", str(tmp_path), "--out", str(tmp_path)])


def test_an_unknown_model_names_those_there_are(sample_dir, tmp_path, capsys):
    assert run_command(["predict", str(sample_dir), "--out", str(tmp_path), "--model", "none"]) == (
        WRONG_USE)
    assert "hc18-unet" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.csv"))


def test_a_fold_without_annotated_cases_says_so(sample_dir, tmp_path, capsys):
    arguments = ["evaluate", str(sample_dir / "test_set"), "--json", str(tmp_path / "f.json")]
    assert run_command([*arguments, "--fold", "1/2"]) == WRONG_USE
    assert "ground truth" in capsys.readouterr().err
    assert not (tmp_path / "f.json").exists()


@pytest.mark.parametrize("fold", ["0/5", "6/5", "2", "a/b", "1/0", "", "1/5/2", "-1/5"])
def test_a_wrong_fold_is_explained(fold, capsys):
    with pytest.raises(SystemExit) as stop:
        command_parser().parse_args(["evaluate", ".", "--json", "x", f"--fold={fold}"])
    assert stop.value.code == WRONG_USE
    assert "--fold" in capsys.readouterr().err


def test_arguments_are_understood(tmp_path):
    train = command_parser().parse_args(
        ["train", "a", "--out", "b", "--fold", "2/5", "--minutes", "1.5", "--epochs", "7"])
    assert (train.fold, train.minutes, train.epochs, train.seed) == (Fold(2, 5), 1.5, 7, 0)
    predict = command_parser().parse_args(["predict", "a", "--out", "b"])
    evaluate = command_parser().parse_args(["evaluate", "a", "--json", "b"])
    assert (evaluate.report, evaluate.fold) == (None, None)
    assert (predict.masks, predict.model, predict.device) == (False, None, "auto")
    window = window_parser().parse_args(["a", "--store", "b"])
    assert (str(window.path), str(window.store), window.sample) == ("a", "b", False)


def evaluation(predicted, size):
    truth = Ellipse(200.0, 150.0, 100.0, 80.0, 0.0)
    figures = [compare("a", predicted=predicted, truth=truth, shape=(300, 400),
                       pixel_size_mm=size)]
    return Evaluation("m 1", "1/5", summarise(figures), intervals(figures), strata(figures),
                      tuple(figures), ())


def test_the_report_gives_figures_with_their_units():
    lines = summary_lines(evaluation(Ellipse(200, 150, 100, 80, 0), 0.2))
    assert lines[0] == "m 1 on 1 cases (fold: 1/5)"
    text = "\n".join(lines)
    assert re.search(r"Dice +100\.00 % +\(100\.00 to 100\.00\)", text)
    assert re.search(r"HC bias +0\.00 mm", text)
    assert re.search(r"no head found +0$", text, re.MULTILINE)


@pytest.mark.parametrize(("predicted", "size"), [
    (None, 0.2), (None, None), (Ellipse(200, 150, 100, 80, 0), None),
])
def test_figures_that_there_are_not_are_dashes(predicted, size):
    text = "\n".join(summary_lines(evaluation(predicted, size)))
    assert re.search(r"Hausdorff distance +-$", text, re.MULTILINE)
    assert "None" not in text
    assert "nan" not in text


def test_a_damaged_model_ends_with_two(sample_dir, tmp_path, capsys):
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "card.json").write_text(json.dumps({"format": 1}))
    arguments = ["predict", str(sample_dir), "--out", str(tmp_path / "o"), "--model",
                 str(tmp_path / "m")]
    assert run_command(arguments) == WRONG_USE
    assert "incomplete" in capsys.readouterr().err
