import csv
import json
import math

import numpy as np
import pytest
from PIL import Image

from hc18viewer.dataset.study import open_study
from hc18viewer.errors import Cancelled
from hc18viewer.evaluation.split import Fold
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.prediction import Prediction
from hc18viewer.progress import CancelToken, ignore_progress
from hc18viewer.services.evaluation import (
    NothingToEvaluateError,
    evaluate_study,
    write_evaluation,
)
from hc18viewer.services.prediction import NO_PIXEL_SIZE, Failure, OutputError, predict_study

HEAD = Ellipse(40.0, 30.0, 20.0, 15.0, 0.25)
SHAPE = (60, 80)


class Oracle:
    """Stands for a predictor: always the same ellipse, or none on a dark image."""

    model = "oracle 1"

    def predict(self, image, *, case_key, pixel_size_mm, started):
        if image.max() < 10:
            return Prediction(case_key, self.model, None, None, None, 0.0, 0.5, "Too dark.")
        return Prediction(case_key, self.model, HEAD.points(), HEAD, None, 0.9, 0.5)


def draw(path, grey=100):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full(SHAPE, grey, np.uint8)).save(path)


def annotate(path):
    x, y = np.arange(SHAPE[1]) - HEAD.x, (np.arange(SHAPE[0]) - HEAD.y)[:, None]
    cos, sin = math.cos(HEAD.angle_rad), math.sin(HEAD.angle_rad)
    radius = np.hypot((x * cos + y * sin) / HEAD.a, (y * cos - x * sin) / HEAD.b)
    drawn = np.where(radius <= 1, 255, 0).astype(np.uint8)
    Image.fromarray(drawn).save(path.with_name(f"{path.stem}_Annotation.png"))


@pytest.fixture
def study(tmp_path):
    """Two HC18 sets: one good, one dark and one damaged image, and one without pixel size."""
    root = tmp_path / "study"
    draw(root / "training_set" / "000_HC.png")
    annotate(root / "training_set" / "000_HC.png")
    draw(root / "test_set" / "000_HC.png")
    draw(root / "test_set" / "001_HC.png", grey=0)
    (root / "test_set" / "002_HC.png").write_bytes(b"junk")
    draw(root / "test_set" / "003_HC.png")
    (root / "training_set_pixel_size_and_HC.csv").write_text(
        "filename,pixel size(mm),head circumference (mm)\n000_HC.png,0.5,55\n")
    (root / "test_set_pixel_size.csv").write_text(
        "filename,pixel size(mm)\n000_HC.png,0.1\n001_HC.png,0.1\n002_HC.png,0.1\n")
    return root


def predict(root, out, *, masks=False, report=ignore_progress, token=None):
    return predict_study(Oracle(), open_study(root), out, masks=masks, report=report,
                         token=token or CancelToken())


def rows(path):
    with path.open(newline="", encoding="utf-8") as file:
        return {row["filename"]: row for row in csv.DictReader(file)}


def test_each_set_has_tables_of_its_own_lengths(study, tmp_path):
    predict(study, tmp_path / "out")
    for name, size in (("training_set", 0.5), ("test_set", 0.1)):
        row = rows(tmp_path / "out" / f"submission-{name}.csv")["000_HC.png"]
        found = [float(row[column]) for column in row if column != "filename"]
        assert found == pytest.approx([40 * size, 30 * size, 20 * size, 15 * size, 0.25])
        measured = rows(tmp_path / "out" / f"measurements-{name}.csv")["000_HC.png"]
        assert float(measured["hc_mm"]) == pytest.approx(HEAD.perimeter * size)
        assert float(measured["bpd_mm"]) == pytest.approx(30 * size)
        assert float(measured["ofd_mm"]) == pytest.approx(40 * size)
        assert (float(measured["pixel_size_mm"]), measured["seconds"]) == (size, "0.5")


def test_every_case_has_a_row_and_what_is_wrong_is_said(study, tmp_path):
    failures = predict(study, tmp_path / "out", masks=True)
    found = rows(tmp_path / "out" / "measurements-test_set.csv")
    assert {name: row["error"] for name, row in found.items()} == {
        "000_HC.png": "", "001_HC.png": "Too dark.",
        "002_HC.png": "002_HC.png is damaged or no PNG, JPEG, TIFF or BMP image. "
                      "Copy it again from its source.",
        "003_HC.png": f"{NO_PIXEL_SIZE} The table has no row for it: pixel size unknown.",
    }
    assert failures == [
        Failure(f"test_set/{name}", row["error"]) for name, row in found.items() if row["error"]
    ]
    assert list(rows(tmp_path / "out" / "submission-test_set.csv")) == ["000_HC.png"]
    masks = sorted((tmp_path / "out" / "masks").rglob("*.png"))
    assert [mask.relative_to(tmp_path / "out" / "masks").as_posix() for mask in masks] == [
        "test_set/000_HC_Mask.png", "test_set/003_HC_Mask.png", "training_set/000_HC_Mask.png"]
    assert (np.asarray(Image.open(masks[0])) > 0).sum() == pytest.approx(HEAD.area, rel=0.02)


def test_one_set_has_plain_names(study, tmp_path):
    predict(study / "test_set", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "measurements.csv", "submission.csv"]


def test_images_beside_a_folder_of_the_studys_name_keep_their_tables(tmp_path):
    root = tmp_path / "scans"
    draw(root / "a.png")
    draw(root / "scans" / "b.png")
    predict(root, tmp_path / "out")
    tables = [rows(path) for path in (tmp_path / "out").glob("measurements*.csv")]
    assert sorted(name for table in tables for name in table) == ["a.png", "b.png"]


def test_images_of_one_stem_keep_their_masks(tmp_path):
    draw(tmp_path / "in" / "a.png")
    draw(tmp_path / "in" / "a.bmp")
    predict(tmp_path / "in", tmp_path / "out", masks=True)
    assert len(list((tmp_path / "out" / "masks").rglob("*.png"))) == 2


def test_a_cancelled_run_writes_no_tables(study, tmp_path):
    token = CancelToken()
    seen = []

    def stop_after_two(progress):
        seen.append((progress.done, progress.total))
        if progress.done == 2:
            token.cancel()

    with pytest.raises(Cancelled):
        predict(study, tmp_path / "out", report=stop_after_two, token=token)
    assert seen == [(1, 5), (2, 5)]
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(study, tmp_path):
    (tmp_path / "out").write_text("a file in the way")
    with pytest.raises(OutputError, match="is a file"):
        predict(study, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "a file in the way"


def evaluate(root, fold=None):
    return evaluate_study(Oracle(), open_study(root), fold=fold, report=ignore_progress,
                          token=CancelToken())


def test_only_cases_with_a_ground_truth_are_evaluated(study, tmp_path):
    found = evaluate(study)
    assert [figures.case_key for figures in found.cases] == ["training_set/000_HC.png"]
    assert found.cases[0].dice_percent > 97
    assert (found.model, found.fold, found.failures) == ("oracle 1", "all", ())
    write_evaluation(tmp_path / "figures.json", found)
    written = json.loads((tmp_path / "figures.json").read_text())
    assert written["summary"]["n"] == 1
    assert written["cases"][0]["dice_percent"] == found.cases[0].dice_percent


def test_an_evaluation_names_what_it_cannot_read_and_counts_what_was_missed(study):
    for name in ("001", "002"):
        draw(study / "training_set" / f"{name}_HC.png", grey=0)
        annotate(study / "training_set" / f"{name}_HC.png")
    drawn = study / "training_set" / "002_HC_Annotation.png"
    Image.fromarray(np.zeros(SHAPE, np.uint8)).save(drawn)
    found = evaluate(study)
    assert [failure.case_key for failure in found.failures] == ["training_set/002_HC.png"]
    assert "empty" in found.failures[0].reason
    assert (found.summary.n, found.summary.missed) == (2, 1)
    assert found.summary.worst_dice_percent == 0


def test_a_fold_takes_its_subjects_alone_and_an_empty_one_says_so(study):
    sizes = []
    for index in (1, 2):
        try:
            sizes.append(evaluate(study, Fold(index, 2)).summary.n)
        except NothingToEvaluateError:
            sizes.append(0)
    assert sorted(sizes) == [0, 1]
    with pytest.raises(NothingToEvaluateError, match="_Annotation"):
        evaluate(study / "test_set")
