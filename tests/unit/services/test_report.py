import base64
import io
import json
import math
import re
import shutil
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from hc18viewer.dataset.study import open_study
from hc18viewer.errors import Cancelled
from hc18viewer.evaluation.metrics import CaseFigures
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.mask import ellipse_mask
from hc18viewer.model.card import ModelCard, write_card
from hc18viewer.model.prediction import Prediction
from hc18viewer.progress import CancelToken, ignore_progress
from hc18viewer.services.evaluation import evaluate_study, refuse_files, write_evaluation
from hc18viewer.services.prediction import OutputError
from hc18viewer.services.report import training_curves, worst_and_typical, write_report
from hc18viewer.training.log import LogRow, append_row

TRUTH = Ellipse(40.0, 30.0, 20.0, 15.0, 0.25)
SHAPE = (60, 80)


class Shifted:
    """Stands for a predictor that is wrong by as many pixels as the image is bright, or misses."""

    model = "shifted 1"

    def predict(self, image, *, case_key, pixel_size_mm, started):
        off = int(image[0, 0])
        if off > 20:
            return Prediction(case_key, self.model, None, None, None, 0.0, 0.5, "Too bright.")
        found = Ellipse(TRUTH.x + off, TRUTH.y, TRUTH.a + off / 10, TRUTH.b, TRUTH.angle_rad)
        return Prediction(case_key, self.model, found.points(), found, None, 0.9, 0.5)


def draw(path, grey):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full(SHAPE, grey, np.uint8)).save(path)
    drawn = ellipse_mask(TRUTH, SHAPE).astype(np.uint8) * 255
    Image.fromarray(drawn).save(path.with_name(f"{path.stem}_Annotation.png"))


@pytest.fixture
def root(tmp_path):
    """Sixteen cases, the brighter the worse; the last is missed."""
    folder = tmp_path / "trial <1>"
    for number in range(16):
        draw(folder / "training_set" / f"{number:03d}_HC.png", 99 if number == 15 else number)
    lines = [f"{number:03d}_HC.png,0.5,60" for number in range(16)]
    (folder / "training_set_pixel_size_and_HC.csv").write_text(
        "\n".join(("filename,pixel size(mm),head circumference (mm)", *lines, "")))
    return folder


@pytest.fixture
def model(tmp_path):
    folder = tmp_path / "shifted"
    folder.mkdir()
    write_card(ModelCard("shifted", "1", "2020-01-01", "0.1", (2, 4), (32, 48), "data <of ours>",
                         "Fold 1/5 held back"), folder)
    return folder


def evaluate(root):
    study = open_study(root)
    return study, evaluate_study(Shifted(), study, fold=None, report=ignore_progress,
                                 token=CancelToken())


def written(path, root, model, *, report=ignore_progress, token=None, change=None):
    study, evaluation = evaluate(root)
    if change:
        change()
    write_report(path, evaluation, study, model_folder=model, report=report,
                 token=token or CancelToken())
    return path.read_text(encoding="utf-8"), evaluation


def jpegs(html):
    return [base64.b64decode(data) for data in re.findall(r"data:image/jpeg;base64,([^\"]+)", html)]


def test_the_worst_and_the_typical_cases_are_shown_with_their_outlines(root, model, tmp_path):
    seen = []
    html, evaluation = written(tmp_path / "out" / "r.html", root, model, report=seen.append)
    assert "Evaluation of shifted 1 on trial &lt;1&gt;" in html
    assert "data &lt;of ours&gt;" in html
    assert "Fold 1/5 held back" in html
    headings = re.findall(r"<h3>training_set/(\d+)_HC.png( \(no head found\))?</h3>", html)
    worst = sorted(evaluation.cases, key=lambda f: f.dice_percent)[:10]
    assert [f"training_set/{name}_HC.png" for name, _ in headings[:10]] == [
        f.case_key for f in worst]
    assert headings[0] == ("015", " (no head found)")
    pictures = jpegs(html)
    assert len(pictures) == 3 * len(headings)
    assert [(p.done, p.total) for p in seen] == [
        (n + 1, len(headings)) for n in range(len(headings))]
    last = np.asarray(Image.open(io.BytesIO(pictures[5]))).astype(int)  # of case 014
    found = worst[1].predicted
    assert found.x == pytest.approx(54.0)
    columns, rows = np.round(found.points(400)).astype(int).T
    inside = (columns < SHAPE[1]) & (rows < SHAPE[0])
    orange = np.abs(last[rows[inside], columns[inside]] - (0xff, 0xab, 0x2e)).max(axis=1) < 80
    assert 0.3 < orange.mean() < 0.9


def test_the_limits_of_agreement_are_those_of_the_cases(root, model, tmp_path):
    html, evaluation = written(tmp_path / "r.html", root, model)
    errors = [f.hc_error_mm for f in evaluation.cases if f.hc_error_mm is not None]
    bias = sum(errors) / 15
    sd = math.sqrt(sum((error - bias) ** 2 for error in errors) / 14)
    assert len(errors) == 15
    assert f"bias +{bias:.2f} mm" in html
    assert f"limits of agreement {bias - 1.96 * sd:+.2f} mm to {bias + 1.96 * sd:+.2f} mm" in (
        html.replace("−", "-"))
    assert "1 of 16 cases have no HC error" in html


def test_the_figures_file_keeps_its_keys_and_gains_the_ellipses(root, tmp_path):
    _, evaluation = evaluate(root)
    write_evaluation(tmp_path / "f.json", evaluation)
    found = json.loads((tmp_path / "f.json").read_text())
    assert set(found) == {"model", "fold", "summary", "intervals_95", "strata", "cases", "failures"}
    first, last = found["cases"][0], found["cases"][-1]
    assert {"case_key", "found", "dice_percent", "iou_percent", "hd_mm", "hc_error_mm",
            "hc_truth_mm", "hc_predicted_mm"} < set(first)
    assert first["truth"]["x"] == pytest.approx(40, abs=0.2)
    assert set(first["predicted"]) == {"x", "y", "a", "b", "angle_rad"}
    assert last["predicted"] is None


def test_curves_come_from_the_log_or_are_missed_in_words(root, model, tmp_path):
    html, _ = written(tmp_path / "r.html", root, model)
    assert "has no log.csv" in html
    for epoch in (1, 2, 3):
        append_row(model, LogRow(epoch, epoch, 1.0, 0.1, 1 / epoch,
                                 95.0 + epoch if epoch > 1 else None))
    curves, note = training_curves(model)
    assert note == ""
    loss, dice, error = (curve.points for curve in curves)
    assert [(p.x, p.y) for p in loss] == [(1, 1.0), (2, 0.5), (3, pytest.approx(1 / 3, rel=1e-5))]
    assert [(p.x, p.y) for p in dice] == [(2, 97.0), (3, 98.0)]
    assert error == ()
    html, _ = written(tmp_path / "r.html", root, model)
    assert "at the end 98 (epoch 3)" in html
    assert "no values for: mean absolute HC error" in html


@pytest.mark.parametrize("text", [b"epoch,loss\n1,2\n", b"\xff\xfe", b"epoch,step,seconds\n"
                                  b"a,b,c\n"])
def test_a_damaged_or_empty_log_is_missed_in_words(model, text):
    (model / "log.csv").write_bytes(text)
    assert "damaged" in training_curves(model)[1] or "no epoch" in training_curves(model)[1]
    assert training_curves(model)[0] == ()
    (model / "log.csv").write_bytes(b"")
    assert "no epoch" in training_curves(model)[1]


def test_an_image_that_has_gone_is_told(root, model, tmp_path):
    gone = root / "training_set" / "015_HC.png"
    html, _ = written(tmp_path / "r.html", root, model, change=gone.unlink)
    assert "cannot be shown any more: 015_HC.png is missing." in html
    assert len(jpegs(html)) > 20


def test_without_pixel_sizes_there_is_a_report_too(root, model, tmp_path):
    (root / "training_set_pixel_size_and_HC.csv").unlink()
    html, _ = written(tmp_path / "r.html", root, model)
    assert "There is nothing to draw" in html
    assert "HC error –" in html


def test_a_cancelled_report_leaves_the_old_one(root, model, tmp_path):
    (tmp_path / "r.html").write_text("before")
    token = CancelToken()
    with pytest.raises(Cancelled):
        written(tmp_path / "r.html", root, model, token=token,
                report=lambda progress: token.cancel() if progress.done == 2 else None)
    assert (tmp_path / "r.html").read_text() == "before"


def test_a_place_that_cannot_be_written_is_named(root, model, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        written(tmp_path / "file" / "r.html", root, model)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_no_utf_8_are_written_as_escapes(root, model, tmp_path):
    name = b"zz\xff.png".decode("utf-8", "surrogateescape")
    draw(root / "training_set" / name, 99)
    html, evaluation = written(tmp_path / "r.html", root, model)
    assert "zz\\udcff.png" in html
    write_evaluation(tmp_path / "f.json", evaluation)
    keys = {one["case_key"] for one in json.loads((tmp_path / "f.json").read_text())["cases"]}
    assert f"training_set/{name}" in keys


def figures(*dices):
    return [CaseFigures(f"{n:02d}", True, float(dice), 0.0, None, None, None, None)
            for n, dice in enumerate(dices)]


def test_a_case_is_shown_once_and_the_worst_come_first():
    worst, typical = worst_and_typical(figures(*range(31)))
    assert [f.dice_percent for f in worst] == list(range(10))
    assert sorted(f.dice_percent for f in typical) == [14, 15, 16]
    worst, typical = worst_and_typical(figures(90, 80, 80))
    assert [f.case_key for f in worst] == ["01", "02", "00"]
    assert typical == []
    assert worst_and_typical([]) == ([], [])


def test_no_result_is_written_over_the_study_or_another(root, tmp_path):
    study = open_study(root)
    refuse_files(study, tmp_path / "a.json", tmp_path / "a.html")
    for bad in (root / "training_set" / "000_HC.png", root, root / "training_set_pixel_size_and_"
                "HC.csv"):
        with pytest.raises(OutputError):
            refuse_files(study, tmp_path / "a.json", bad)
    with pytest.raises(OutputError, match="two"):
        refuse_files(study, tmp_path / "a", tmp_path / "x" / ".." / "a")


def test_an_image_that_is_a_link_is_not_written_over(root, tmp_path):
    image = root / "training_set" / "000_HC.png"
    shutil.move(image, tmp_path / "elsewhere.png")
    image.symlink_to(tmp_path / "elsewhere.png")
    with pytest.raises(OutputError, match="belongs to the study"):
        refuse_files(open_study(root), image)


def test_reading_the_curves_needs_no_torch(model):
    code = ("import sys; from pathlib import Path; "
            "from hc18viewer.services.report import training_curves; "
            f"training_curves(Path({str(model)!r})); assert 'torch' not in sys.modules")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
