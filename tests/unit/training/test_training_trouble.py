import csv
import dataclasses

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from hc18viewer.dataset.study import open_study
from hc18viewer.errors import Cancelled
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.fit import fit_ellipse
from hc18viewer.geometry.mask import ellipse_coverage
from hc18viewer.progress import CancelToken, ignore_progress
from hc18viewer.training import augment
from hc18viewer.training.augment import Strength, draw_example, map_ellipse, random_affine
from hc18viewer.training.checkpoint import CHECKPOINT_FILE, CheckpointError
from hc18viewer.training.examples import batches, load_examples
from hc18viewer.training.log import LogRow, append_row, keep_rows_until
from hc18viewer.training.loss import segmentation_loss
from hc18viewer.training.trainer import Recipe, Trainer

STILL = Strength(flip_horizontal=0, flip_vertical=0, rotation_deg=0, scale=(1, 1), stretch=0,
                 shear=0, shift=0)
TINY = Recipe(epochs=2,
              channels=(4, 8), side_heads=0, grid=(32, 48), batch_size=4, look_every=1)
HEAD = Ellipse(140, 100, 60, 45, 0.3)


@pytest.fixture(scope="module")
def examples(sample_dir):
    return load_examples(open_study(sample_dir).cases, grid=TINY.grid, report=ignore_progress,
                         token=CancelToken())[0]


def trainer(folder, examples, recipe=TINY, held_back=()):
    return Trainer(recipe, examples=examples, held_back=held_back, folder=folder,
                   device=torch.device("cpu"))


def run(folder, examples, recipe=TINY, *, held_back=(), report=ignore_progress, token=None):
    return trainer(folder, examples, recipe, held_back).run(
        report=report, token=token or CancelToken())


def test_the_map_of_no_change_leaves_everything():
    affine = random_affine(np.random.default_rng(0), centre=(50, 30), width=100, strength=STILL)
    assert affine == pytest.approx(np.array([[1.0, 0, 0], [0, 1, 0]]))
    mapped = map_ellipse(HEAD, affine)
    assert dataclasses.astuple(mapped) == pytest.approx(dataclasses.astuple(HEAD), abs=1e-3)


def test_a_mirrored_ellipse_leans_the_other_way():
    mapped = map_ellipse(HEAD, np.array([[-1.0, 0, 287], [0, 1, 0]]))
    assert (mapped.x, mapped.y) == pytest.approx((147, 100), abs=1e-3)
    assert mapped.angle_rad == pytest.approx(np.pi - 0.3, abs=1e-4)


@pytest.mark.parametrize("scale", [1.0, 0.5])
def test_the_target_covers_what_the_image_shows(monkeypatch, scale):
    monkeypatch.setattr(augment, "_change_light", lambda image, _rng: image)
    monkeypatch.setattr(augment, "_hide_corners", lambda _image, _rng: None)
    grid = (192, 288)
    size = (round(grid[0] / scale), round(grid[1] / scale))
    head = Ellipse(140 / scale, 100 / scale, 60 / scale, 45 / scale, 0.3)
    image = np.round(ellipse_coverage(head, size) * 255).astype(np.uint8)
    shift = (scale - 1) / 2
    to_grid = np.array([[scale, 0, shift], [0, scale, shift]])
    for seed in range(8):
        given, target = draw_example(image, head, grid=grid, to_grid=to_grid,
                                     rng=np.random.default_rng(seed), strength=Strength())
        assert given.dtype == target.dtype == np.float32
        # what differs is the blur of the edge: no side of it is favoured
        edge = 2 * np.pi * 60
        assert abs(given - target).sum() < 0.35 * edge
        assert abs((given - target).sum()) < 0.05 * edge
        rows, columns = np.mgrid[: grid[0], : grid[1]]
        for places in (rows, columns):
            centres = [float((part * places).sum() / part.sum()) for part in (given, target)]
            assert centres[0] == pytest.approx(centres[1], abs=0.1)


def test_light_changes_no_target():
    image = np.random.default_rng(0).integers(0, 255, (192, 288), np.uint8)
    to_grid = np.array([[1.0, 0, 0], [0, 1, 0]])
    targets, inputs = set(), set()
    for seed in range(6):
        before = image.copy()
        given, target = draw_example(image, HEAD, grid=(192, 288), to_grid=to_grid,
                                     rng=np.random.default_rng(seed), strength=STILL)
        assert np.array_equal(image, before)
        assert np.isfinite(given).all()
        targets.add(target.tobytes())
        inputs.add(given.tobytes())
    assert (len(targets), len(inputs)) == (1, 6)


def test_the_examples_truths_are_those_of_the_tables(examples):
    for example in examples:
        hc_mm = example.ellipse.perimeter * example.pixel_size_mm
        assert hc_mm == pytest.approx(example.case.reference_hc_mm, rel=0.005)
        assert example.image.shape == (64, 96)


def test_a_batchs_target_lies_where_the_predictor_looks_for_the_head(examples):
    inputs, targets = next(batches(examples[:1], grid=(32, 48), size=1, seed=(0, 0),
                                   strength=STILL))
    assert inputs.shape == targets.shape == (1, 1, 32, 48)
    truth = examples[0].ellipse.points() / 2 - 0.25
    wanted = ellipse_coverage(fit_ellipse(truth), (32, 48))
    assert abs(targets[0, 0].numpy() - wanted).max() < 0.01


def test_an_epoch_shows_each_case_once_and_leaves_the_rest_out(examples):
    seen = [batch[0] for batch in batches(examples, grid=(32, 48), size=2, seed=(0, 0),
                                          strength=STILL)]
    assert len(seen) == len(examples) // 2
    drawn = torch.cat(seen)
    assert len({image.numpy().tobytes() for image in drawn}) == len(drawn) == 8


def test_unreadable_cases_are_named_and_the_others_loaded(examples, tmp_path):
    (tmp_path / "a.png").write_bytes(b"junk")
    bad = dataclasses.replace(examples[0].case, key="bad.png", image_path=tmp_path / "a.png")
    plain = dataclasses.replace(examples[0].case, annotation_path=None)
    found, failures = load_examples([bad, plain, examples[1].case], grid=(32, 48),
                                    report=ignore_progress, token=CancelToken())
    assert [example.case for example in found] == [examples[1].case]
    assert len(failures) == 1
    assert failures[0].startswith("bad.png: ")


def test_loading_stops_when_told(examples):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        load_examples([examples[0].case], grid=(32, 48), report=ignore_progress, token=token)


def test_the_loss_grows_with_the_error_and_weighs_the_finest_most():
    target = torch.zeros(1, 1, 16, 16)
    target[..., 4:12, 4:12] = 1
    right, shifted = (target - 0.5) * 20, (target.roll(1, -1) - 0.5) * 20
    small = torch.nn.functional.avg_pool2d(right, 2)
    losses = [float(segmentation_loss(outputs, target)) for outputs in (
        [right, small], [right, -small], [shifted, small], [-right, small])]
    assert losses[0] < 0.01 < losses[2] < losses[3]
    assert losses[0] < losses[1] < losses[3]


def test_an_empty_target_has_a_finite_loss_and_gradient():
    logits = torch.zeros(2, 1, 8, 8, requires_grad=True)
    loss = segmentation_loss([logits], torch.zeros(2, 1, 8, 8))
    loss.backward()
    assert torch.isfinite(loss)
    assert torch.isfinite(logits.grad).all()


def test_a_training_learns_and_says_how_far_it_is(examples, tmp_path):
    recipe = dataclasses.replace(TINY, epochs=10, strength=STILL, look_every=4,
                                 learning_rate=1e-2)
    told = []
    trained = run(tmp_path, examples[:8], recipe, held_back=examples[8:], report=told.append)
    with (tmp_path / "log.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    losses = [float(row["loss"]) for row in rows]
    assert np.mean(losses[-3:]) < 0.9 * losses[0]
    assert [int(row["step"]) for row in rows] == list(range(2, 22, 2))
    looked = [int(row["epoch"]) for row in rows if row["held_back_dice_percent"]]
    assert looked == [4, 8, 10]
    assert float(rows[-1]["learning_rate"]) < float(rows[3]["learning_rate"])
    done = [progress.done for progress in told]
    assert done == sorted(done)
    assert (done[-1], told[-1].total, trained.epochs) == (1000, 1000, 10)
    assert trained.summary.n == 1


def test_a_finished_training_trains_no_more(examples, tmp_path):
    first = run(tmp_path, examples[:4])
    log = (tmp_path / "log.csv").read_text()
    again = run(tmp_path, examples[:4])
    assert all(torch.equal(first.state[name], again.state[name]) for name in first.state)
    assert (tmp_path / "log.csv").read_text() == log


def test_the_seed_decides_the_weights(examples, tmp_path):
    first, again = (run(tmp_path / name, examples[:4]) for name in "ab")
    other = run(tmp_path / "c", examples[:4], dataclasses.replace(TINY, seed=1))
    same = [torch.equal(first.state[name], again.state[name]) for name in first.state]
    assert all(same)
    assert any(not torch.equal(first.state[name], other.state[name]) for name in first.state)


def test_rows_past_the_checkpoint_are_dropped_on_resuming(examples, tmp_path):
    token = CancelToken()

    def stop_in_second_epoch(progress):
        if progress.text.startswith("Epoch 2"):
            token.cancel()

    with pytest.raises(Cancelled):
        run(tmp_path, examples[:8], report=stop_in_second_epoch, token=token)
    append_row(tmp_path, LogRow(2, 4, 9.0, 0.1, 99.0))  # as a kill before the checkpoint leaves it
    run(tmp_path, examples[:8])
    with (tmp_path / "log.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["epoch"] for row in rows] == ["1", "2"]
    assert float(rows[1]["loss"]) < 99


def test_the_log_without_rows_to_drop_stays(tmp_path):
    keep_rows_until(tmp_path, 3)
    assert not list(tmp_path.iterdir())
    for epoch in (1, 2):
        append_row(tmp_path, LogRow(epoch, epoch, 1.0, 0.001, 1 / 3, None, 2.0))
    before = (tmp_path / "log.csv").read_text()
    keep_rows_until(tmp_path, 2)
    assert (tmp_path / "log.csv").read_text() == before
    assert before.splitlines()[1] == "1,1,1,0.001,0.333333,,2"


@pytest.mark.parametrize("change", [
    {"seed": 1}, {"strength": STILL}, {"epochs": 3},
])
def test_another_recipe_cannot_go_on(examples, tmp_path, change):
    run(tmp_path, examples[:4], dataclasses.replace(TINY, epochs=1))
    before = (tmp_path / CHECKPOINT_FILE).read_bytes()
    with pytest.raises(CheckpointError, match="other settings"):
        run(tmp_path, examples[:4], dataclasses.replace(TINY, **{"epochs": 1, **change}))
    assert (tmp_path / CHECKPOINT_FILE).read_bytes() == before


def test_other_cases_cannot_go_on(examples, tmp_path):
    run(tmp_path, examples[:4])
    with pytest.raises(CheckpointError, match="other settings"):
        run(tmp_path, examples[1:5])


def _truncate(path):
    path.write_bytes(path.read_bytes()[:-64])


def _without_position(path):
    save_file(load_file(path), path)


def _without(prefix):
    def spoil(path):
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata()
        kept = {name: value for name, value in load_file(path).items()
                if not name.startswith(prefix)}
        save_file(kept, path, metadata=metadata)
    return spoil


@pytest.mark.parametrize("spoil", [
    _truncate, _without_position, _without("network/head"), _without("average/module.head"),
])
def test_a_checkpoint_that_lacks_something_is_refused(examples, tmp_path, spoil):
    run(tmp_path, examples[:4])
    spoil(tmp_path / CHECKPOINT_FILE)
    with pytest.raises(CheckpointError, match=CHECKPOINT_FILE):
        run(tmp_path, examples[:4])


def test_fewer_cases_than_a_batch_are_refused(examples, tmp_path):
    with pytest.raises(ValueError, match="at least 4"):
        trainer(tmp_path, examples[:3])
