import csv
import json
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from hc18viewer.__main__ import NO_DISPLAY, main
from hc18viewer.cli.commands import ALL_WELL, SOME_FAILED, WRONG_USE, run_command
from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.truth import truth_ellipse

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def study(sample_dir, tmp_path):
    return shutil.copytree(sample_dir, tmp_path / "study")


def run(*arguments):
    return run_command([str(argument) for argument in arguments])


def rows(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_predict_writes_a_pair_of_tables_for_each_set(study, tmp_path, capsys):
    out = tmp_path / "out"
    assert run("predict", study, "--out", out, "--masks") == ALL_WELL
    assert sorted(p.name for p in out.glob("*.csv")) == [
        "measurements-test_set.csv", "measurements-training_set.csv",
        "submission-test_set.csv", "submission-training_set.csv",
    ]
    header = (out / "submission-test_set.csv").read_text().splitlines()[0]
    assert header == ("filename,center_x_mm,center_y_mm,semi_axes_a_mm,semi_axes_b_mm,angle_rad")
    header = (out / "measurements-test_set.csv").read_text().splitlines()[0]
    assert header == ("filename,hc_mm,bpd_mm,ofd_mm,pixel_size_mm,seconds,error,"
                      "hc_low_mm,hc_high_mm,risk_mm,reasons")
    truths = {c.filename: c for c in open_study(study / "training_set").cases}
    for row in rows(out / "submission-training_set.csv"):
        case = truths[row["filename"]]
        truth = truth_ellipse(case)
        assert float(row["center_x_mm"]) == pytest.approx(truth.x * case.pixel_size_mm, abs=2)
        assert float(row["semi_axes_a_mm"]) >= float(row["semi_axes_b_mm"])
        assert 0 <= float(row["angle_rad"]) < 3.1416
    for row in rows(out / "measurements-training_set.csv"):
        assert float(row["hc_mm"]) == pytest.approx(
            truths[row["filename"]].reference_hc_mm, rel=0.06)
        assert row["error"] == ""
    mask = np.asarray(Image.open(out / "masks" / "test_set" / "000_HC_Mask.png"))
    assert (mask.shape, set(np.unique(mask))) == ((540, 800), {0, 255})
    assert "12 of 12" in capsys.readouterr().out


def test_a_sub_folder_and_a_single_image_write_one_pair(study, tmp_path):
    assert run("predict", study / "test_set", "--out", tmp_path / "a") == ALL_WELL
    assert len(rows(tmp_path / "a" / "submission.csv")) == 3
    image = study / "training_set" / "004_2HC.png"
    assert run("predict", image, "--out", tmp_path / "b") == ALL_WELL
    assert [row["filename"] for row in rows(tmp_path / "b" / "measurements.csv")] == ["004_2HC.png"]


def test_failed_cases_are_named_and_the_others_written(study, tmp_path, capsys):
    (study / "test_set" / "001_HC.png").write_bytes(b"junk")
    table = study / "test_set_pixel_size.csv"
    table.write_text(table.read_text().replace("002_HC.png,0.214", "002_HC.png,-1"))
    assert run("predict", study / "test_set", "--out", tmp_path) == SOME_FAILED
    found = {row["filename"]: row for row in rows(tmp_path / "measurements.csv")}
    assert found["000_HC.png"]["error"] == ""
    assert "damaged" in found["001_HC.png"]["error"]
    assert "pixel size is not known" in found["002_HC.png"]["error"]
    assert found["002_HC.png"]["hc_mm"] == ""
    assert [row["filename"] for row in rows(tmp_path / "submission.csv")] == ["000_HC.png"]
    complaints = capsys.readouterr().err
    assert "test_set/001_HC.png" in complaints
    assert "test_set/002_HC.png" in complaints


def test_evaluate_compares_ellipses(study, tmp_path, capsys):
    file = tmp_path / "figures.json"
    assert run("evaluate", study, "--json", file) == ALL_WELL
    found = json.loads(file.read_text())
    assert found["summary"]["n"] == len(found["cases"]) == 9
    assert {"dice_percent", "iou_percent", "hd_mm", "hc_mae_mm", "hc_bias_mm"} <= set(
        found["summary"])
    assert found["summary"]["dice_percent"] > 95
    assert "Dice" in capsys.readouterr().out
    assert run("evaluate", study, "--fold", "1/3", "--json", file) == ALL_WELL
    assert 0 < json.loads(file.read_text())["summary"]["n"] < 9


def test_evaluate_writes_a_report_to_read(study, tmp_path, capsys):
    page = tmp_path / "new" / "report.html"
    image = study / "training_set" / "004_2HC.png"
    assert run("evaluate", image, "--json", tmp_path / "f.json", "--report", page) == ALL_WELL
    found = json.loads((tmp_path / "f.json").read_text())
    html = page.read_text(encoding="utf-8")
    assert f"Evaluation of {found['model']} on " in html
    assert f"Dice {found['cases'][0]['dice_percent']:.2f} %" in html
    assert html.count("data:image/jpeg;base64,") == 3
    assert html.count("<polyline") == 1  # the shipped model's log: it held no subjects back
    assert "need two cases" in html
    assert "synthetic" in html
    assert "Dice" in capsys.readouterr().out


def test_figures_and_report_are_two_files(study, tmp_path, capsys):
    file = tmp_path / "f"
    assert run("evaluate", study, "--json", file, "--report", file) == WRONG_USE
    assert "two files" in capsys.readouterr().err
    assert not file.exists()


def test_evaluate_names_what_ground_truth_cannot_be_read(study, tmp_path, capsys):
    Image.fromarray(np.zeros((40, 50), np.uint8)).save(
        study / "training_set" / "000_HC_Annotation.png")
    (study / "training_set" / "001_HC_Annotation.png").write_bytes(b"junk")
    file = tmp_path / "figures.json"
    assert run("evaluate", study, "--json", file) == SOME_FAILED
    found = json.loads(file.read_text())
    assert found["summary"]["n"] == 7
    assert [failure["case_key"] for failure in found["failures"]] == [
        "training_set/000_HC.png", "training_set/001_HC.png"]
    assert "training_set/001_HC.png" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["training_set/001_HC.png", "test_set_pixel_size.csv", "."])
def test_figures_are_never_written_over_the_study(study, capsys, name):
    before = {p: p.read_bytes() for p in study.rglob("*") if p.is_file()}
    assert run("evaluate", study, "--json", study / name) == WRONG_USE
    arguments = ("--json", study.parent / "f.json", "--report", study / name)
    assert run("evaluate", study, *arguments) == WRONG_USE
    assert not (study.parent / "f.json").exists()
    assert {p: p.read_bytes() for p in study.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize("name", [".", "test_set"])
def test_results_are_never_laid_among_the_images(study, name):
    assert run("predict", study, "--out", study / name, "--masks") == WRONG_USE
    assert not (study / name / "measurements.csv").exists()


def test_train_makes_a_model_that_evaluate_takes(study, tmp_path):
    model = tmp_path / "mine"
    assert run("train", study, "--out", model, "--epochs", 1) == ALL_WELL
    assert run("evaluate", study, "--model", model, "--json", tmp_path / "f.json") == ALL_WELL
    assert json.loads((tmp_path / "f.json").read_text())["model"].startswith("mine ")


def test_sample_writes_the_sample_study(tmp_path):
    assert run("sample", "--out", tmp_path / "new") == ALL_WELL
    assert len(open_study(tmp_path / "new").cases) == 12


@pytest.mark.parametrize("arguments", [
    ("predict", "/no/such/folder", "--out", "x"), ("sample", "--out", "."),
    ("evaluate", "test_set", "--json", "x"), ("predict", "test_set", "--out", "x", "--model", "?"),
    ("predict", "test_set", "--out", "test_set_pixel_size.csv"),
])
def test_wrong_use_says_why(study, monkeypatch, capsys, arguments):
    monkeypatch.chdir(study)
    (study / "SYNTHETIC.txt").unlink()
    assert run(*arguments) == WRONG_USE
    assert len(capsys.readouterr().err.strip()) > 20


@pytest.mark.parametrize("arguments", [
    ("train", ".", "--out", "x", "--epochs", "0"), ("train", ".", "--out", "x", "--fold", "9/5"),
    ("train", ".", "--out", "x", "--minutes", "nan"), ("predict", "."), ("predict", ".", "--out",
     "x", "--device", "tpu"), ("evaluate",),
])
def test_wrong_arguments_exit_with_two(arguments):
    with pytest.raises(SystemExit) as stop:
        run(*arguments)
    assert stop.value.code == 2


def test_the_data_set_is_never_written(study, tmp_path):
    def content():
        return {p: p.read_bytes() for p in study.rglob("*") if p.is_file()}

    before = content()
    run("predict", study, "--out", tmp_path / "out")
    run("evaluate", study, "--json", tmp_path / "f.json")
    assert content() == before


def test_the_command_line_loads_no_qt(study, tmp_path, home):
    code = (
        "import sys; from hc18viewer.__main__ import main; "
        f"code = main(['predict', {str(study / 'test_set')!r}, '--out', {str(tmp_path)!r}]); "
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'pyqtgraph'))]; "
        "sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_figures_are_printed_even_where_they_cannot_be_written(study, tmp_path, capsys):
    (tmp_path / "taken").write_text("a file, not a folder")
    assert run("evaluate", study, "--json", tmp_path / "taken" / "f.json") == WRONG_USE
    said = capsys.readouterr()
    assert "Dice" in said.out
    assert "f.json cannot be written" in said.err


def test_why_there_are_no_lengths_is_said(study, tmp_path, capsys):
    table = study / "test_set_pixel_size.csv"
    table.write_text(table.read_text().replace("001_HC.png,0.3", "001_HC.png,abc"))
    assert run("predict", study / "test_set", "--out", tmp_path) == SOME_FAILED
    assert '"abc" as pixel size' in capsys.readouterr().err
    table.unlink()
    assert run("predict", study / "test_set", "--out", tmp_path) == SOME_FAILED
    said = capsys.readouterr()
    assert "no table of pixel sizes" in said.err
    assert "0 of 3 cases complete" in said.out


def test_a_file_for_a_folder_is_named(study, tmp_path, capsys):
    (tmp_path / "out").write_text("mine")
    assert run("predict", study, "--out", tmp_path / "out") == WRONG_USE
    assert "is a file" in capsys.readouterr().err
    assert (tmp_path / "out").read_text() == "mine"


def test_an_unknown_command_is_said_before_anything_else(monkeypatch, capsys):
    monkeypatch.delenv("DISPLAY", raising=False)
    with pytest.raises(SystemExit) as stop:
        main(["predit"])
    assert stop.value.code == 2
    assert "predict, evaluate" in capsys.readouterr().err


def test_a_home_that_cannot_be_used_stops_no_command(study, tmp_path, monkeypatch, capfd):
    (tmp_path / "taken").write_text("a file, not a folder")
    done = subprocess.run(
        [sys.executable, "-m", "hc18viewer", "sample", "--out", str(tmp_path / "new")],
        env={**os.environ, "HC18VIEWER_HOME": str(tmp_path / "taken")},
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == ALL_WELL
    assert "check HC18VIEWER_HOME" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are Linux's")
def test_without_a_display_one_line_names_the_headless_command(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["--sample"]) == NO_DISPLAY
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert "hc18viewer predict" in complaint


@pytest.mark.real
@pytest.mark.long
def test_all_of_hc18_is_predicted(hc18_dir, tmp_path):
    assert run("predict", hc18_dir, "--out", tmp_path) == ALL_WELL
    assert len(rows(tmp_path / "submission-test_set.csv")) == 335
    assert len(rows(tmp_path / "submission-training_set.csv")) >= 797

