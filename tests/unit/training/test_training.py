import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from hc18viewer.dataset.study import open_study
from hc18viewer.errors import Cancelled
from hc18viewer.evaluation.split import Fold
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.mask import ellipse_coverage
from hc18viewer.model.frame import CLOSE_MARGIN
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.unet import UNet
from hc18viewer.model.weights import inference_state, load_model
from hc18viewer.progress import CancelToken, ignore_progress
from hc18viewer.services.training import TooFewCasesError, train_model
from hc18viewer.training.augment import Strength, draw_example, map_ellipse, random_affine
from hc18viewer.training.checkpoint import CHECKPOINT_FILE, CheckpointError
from hc18viewer.training.examples import Example, batches, load_examples
from hc18viewer.training.loss import segmentation_loss
from hc18viewer.training.trainer import Recipe, Trainer

TINY = Recipe(epochs=2,
              channels=(4, 6, 8), side_heads=1, grid=(32, 48), batch_size=4, look_every=1)
CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def examples(sample_dir):
    cases = open_study(sample_dir).cases
    found, failures = load_examples(
        cases, grid=TINY.grid, report=ignore_progress, token=CancelToken()
    )
    assert (len(found), failures) == (9, [])
    return found


def train(folder, examples, recipe=TINY, report=ignore_progress, token=None):
    trainer = Trainer(recipe, examples=examples[:8], held_back=examples[8:], folder=folder,
                      device=CPU)
    return trainer.run(report=report, token=token or CancelToken())


def test_a_mapped_ellipse_is_the_ellipse_of_the_mapped_points():
    rng = np.random.default_rng(1)
    head = Ellipse(140, 100, 60, 45, 0.3)
    for _ in range(20):
        affine = random_affine(rng, centre=(143.5, 95.5), width=288, strength=Strength())
        mapped = map_ellipse(head, affine)
        points = head.points(40) @ affine[:, :2].T + affine[:, 2]
        cos, sin = mapped.major_direction
        x, y = points[:, 0] - mapped.x, points[:, 1] - mapped.y
        radius = np.hypot((x * cos + y * sin) / mapped.a, (y * cos - x * sin) / mapped.b)
        assert np.allclose(radius, 1, atol=1e-3)


def test_an_example_follows_from_its_seed_and_its_target_from_the_image():
    head = Ellipse(140, 100, 60, 45, 0.3)
    image = (ellipse_coverage(head, (192, 288)) * 255).astype(np.uint8)
    to_grid = np.array([[1.0, 0, 0], [0, 1, 0]])

    def drawn(seed):
        return draw_example(image, head, grid=(192, 288), to_grid=to_grid,
                            rng=np.random.default_rng(seed), strength=Strength())

    for seed in range(6):
        given, target = drawn(seed)
        again, _ = drawn(seed)
        assert np.array_equal(given, again)
        assert (given.min() >= 0, given.max() <= 1) == (True, True)
        # the head is the bright part of this image, wherever the augmentation has put it
        inside, outside = given[target > 0.99].mean(), given[target < 0.01].mean()
        assert inside > 2 * outside


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_close_look_shows_the_head_as_large_as_the_second_look_does(share):
    still = Strength(close_look=share, flip_horizontal=0, flip_vertical=0, rotation_deg=0,
                     scale=(1, 1), stretch=0, shear=0, shift=0)
    small = Example(np.zeros((64, 96), np.uint8), Ellipse(30, 20, 9, 7, 0), None, None)
    _, targets = next(batches([small] * 2, grid=(32, 48), size=2, seed=(0, 0), strength=still))
    whole = np.pi * 9 * 7 / 4
    close = whole * (32 / (CLOSE_MARGIN * 7)) ** 2
    assert float(targets[0].sum()) == pytest.approx(close if share else whole, rel=0.1)


def test_a_training_begins_from_the_weights_it_is_given(examples, tmp_path):
    torch.manual_seed(5)
    begin = inference_state(UNet(UNetShape(TINY.channels, TINY.side_heads)).state_dict())
    trainer = Trainer(TINY, examples=examples[:8], held_back=[], folder=tmp_path, device=CPU,
                      begin=begin)
    found = trainer._network.state_dict()
    assert all(torch.equal(found[name], value) for name, value in begin.items())


def test_the_loss_is_small_for_the_truth_and_large_for_its_opposite():
    target = torch.zeros(2, 1, 16, 16)
    target[:, :, 4:12, 4:12] = 1
    right = (target - 0.5) * 40
    small = torch.nn.functional.avg_pool2d(right, 2)
    assert segmentation_loss([right, small], target) < 0.02
    assert segmentation_loss([-right, -small], target) > 5


def test_batches_follow_from_seed_and_epoch(examples):
    def epoch(seed):
        return [batch[0] for batch in batches(examples, grid=(32, 48), size=4, seed=seed,
                                              strength=Strength())]

    first, again, other = epoch((0, 3)), epoch((0, 3)), epoch((0, 4))
    assert len(first) == 2
    assert all(torch.equal(a, b) for a, b in zip(first, again, strict=True))
    assert not torch.equal(first[0], other[0])


def test_a_resumed_run_ends_where_an_uninterrupted_one_does(examples, tmp_path):
    whole = train(tmp_path / "whole", examples)
    token = CancelToken()

    def stop_in_second_epoch(progress):
        if progress.text.startswith("Epoch 2"):
            token.cancel()

    with pytest.raises(Cancelled):
        train(tmp_path / "parts", examples, report=stop_in_second_epoch, token=token)
    resumed = train(tmp_path / "parts", examples)
    assert whole.state.keys() == resumed.state.keys()
    assert all(torch.equal(whole.state[name], resumed.state[name]) for name in whole.state)
    for folder in ("whole", "parts"):
        rows = (tmp_path / folder / "log.csv").read_text().splitlines()
        assert [row.split(",")[0] for row in rows] == ["epoch", "1", "2"]


def test_a_checkpoint_of_another_training_is_refused(examples, tmp_path):
    train(tmp_path, examples, Recipe(**{**_fields(TINY), "epochs": 1}))
    with pytest.raises(CheckpointError, match="other settings"):
        train(tmp_path, examples)


def test_a_damaged_checkpoint_is_refused(examples, tmp_path):
    (tmp_path / CHECKPOINT_FILE).write_bytes(b"junk")
    with pytest.raises(CheckpointError, match="damaged"):
        train(tmp_path, examples)


def test_the_minutes_end_a_training(examples, tmp_path):
    recipe = Recipe(**{**_fields(TINY), "epochs": 10_000, "minutes": 0.02})
    assert train(tmp_path, examples, recipe).epochs < 1000


def _fields(recipe):
    return {name: getattr(recipe, name) for name in recipe.__dataclass_fields__}


def test_a_trained_folder_is_a_model_with_its_split(sample_dir, tmp_path):
    recipe = Recipe(**{**_fields(TINY), "batch_size": 2})
    report = train_model(
        open_study(sample_dir), tmp_path / "mine", recipe=recipe, fold=Fold(1, 3), device="cpu",
        report=ignore_progress, token=CancelToken(),
    )
    _, card = load_model(tmp_path / "mine")
    assert card == report.card
    assert card.name == "mine"
    assert "Fold 1/3" in card.split
    lines = (tmp_path / "mine" / "split.csv").read_text().splitlines()
    rows = [line.split(",") for line in lines[1:]]
    subjects = {part: {row[1] for row in rows if row[2] == part} for part in ("seen", "held back")}
    assert subjects["seen"]
    assert not subjects["seen"] & subjects["held back"]


def test_too_few_cases_say_so(sample_dir, tmp_path):
    with pytest.raises(TooFewCasesError, match="at least 8"):
        train_model(open_study(sample_dir / "training_set" / "001_HC.png"), tmp_path,
                    recipe=Recipe(), fold=None, device="cpu", report=ignore_progress,
                    token=CancelToken())


def test_a_checkpoint_without_its_optimiser_is_no_exact_resume(examples, tmp_path):
    train(tmp_path, examples, Recipe(**{**_fields(TINY), "epochs": 1}))
    path = tmp_path / CHECKPOINT_FILE
    with safe_open(path, "pt") as file:
        metadata = file.metadata()
        kept = {key: file.get_tensor(key) for key in file.keys() if "optimiser" not in key}  # noqa: SIM118
    save_file(kept, path, metadata)
    with pytest.raises(CheckpointError, match="incomplete"):
        train(tmp_path, examples, Recipe(**{**_fields(TINY), "epochs": 1}))


@pytest.mark.parametrize(("decay", "same"), [(0.0, True), (0.9, False)])
def test_what_is_kept_is_the_average_of_the_weights(examples, tmp_path, decay, same):
    recipe = Recipe(**{**_fields(TINY), "average_decay": decay})
    trainer = Trainer(recipe, examples=examples[:8], held_back=[], folder=tmp_path, device=CPU)
    start = {name: value.clone() for name, value in trainer._network.state_dict().items()}
    kept = trainer.run(report=ignore_progress, token=CancelToken()).state
    last = trainer._network.state_dict()
    name = "head.weight"
    assert not torch.equal(last[name], start[name])
    assert torch.allclose(kept[name], last[name], atol=1e-6) == same
    assert not torch.equal(kept[name], start[name])
