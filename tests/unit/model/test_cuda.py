"""What only a graphics card can show."""

from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
import torch
from finetune_parent import clinic, tiny_parent

from hc18viewer.dataset.images import read_grey
from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.overlap import outline_dice
from hc18viewer.model.catalogue import DEFAULT_MODEL, find_model
from hc18viewer.model.predictor import Predictor
from hc18viewer.model.torch_engine import TorchEngine
from hc18viewer.model.weights import inference_state, load_model
from hc18viewer.progress import CancelToken, ignore_progress
from hc18viewer.services.finetune_run import RECIPE
from hc18viewer.services.finetune_runs import Wish
from hc18viewer.services.finetune_speed import measure_speed
from hc18viewer.services.finetune_study import fine_tune
from hc18viewer.services.finetuning import Choice, Kind
from hc18viewer.services.review import Review
from hc18viewer.store.study_store import StudyStore
from hc18viewer.training.examples import load_examples
from hc18viewer.training.trainer import Trainer

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device here")


@contextmanager
def memory_of(megabytes):
    """Let this process have so much of the card's memory."""
    torch.cuda.empty_cache()
    whole = torch.cuda.get_device_properties(0).total_memory
    torch.cuda.set_per_process_memory_fraction(megabytes * 2**20 / whole)
    try:
        yield
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)
        torch.cuda.empty_cache()


def test_a_card_draws_the_heads_that_the_processor_draws(sample_dir, home):
    folder = find_model(DEFAULT_MODEL)
    found = {}
    for device in ("cpu", "cuda"):
        predictor = Predictor.load(folder, device=device)
        assert predictor.device == device
        found[device] = [
            predictor.look(read_grey(case.image_path)).found.ellipse
            for case in open_study(sample_dir).cases
        ]
    for one, other in zip(found["cpu"], found["cuda"], strict=True):
        assert outline_dice(one.points(360), other.points(360)) > 0.998
        assert other.perimeter == pytest.approx(one.perimeter, rel=0.003)


def test_a_prediction_that_finds_the_card_full_goes_on_on_the_processor(home):
    network, card = load_model(find_model(DEFAULT_MODEL))
    inputs = np.random.default_rng(0).random((2, *card.grid), dtype=np.float32)
    wanted = TorchEngine(network.eval(), device=torch.device("cpu"), tell=print).run(inputs)
    told = []
    with memory_of(24):
        engine = TorchEngine(network, device=torch.device("cuda"), tell=told.append)
        found = engine.run(inputs)
    assert engine.device == "cpu"
    assert len(told) == 1
    assert np.allclose(found, wanted, atol=1e-3)


def test_a_training_that_finds_the_card_full_takes_smaller_batches(sample_dir, tmp_path):
    network, card = load_model(find_model(DEFAULT_MODEL))
    cases = [case for case in open_study(sample_dir).cases if truth_ellipse(case)] * 4
    examples, _ = load_examples(
        cases, grid=(2 * card.grid[0], 2 * card.grid[1]), report=ignore_progress,
        token=CancelToken(),
    )
    recipe = replace(
        RECIPE, epochs=1, batch_size=32, channels=card.channels, grid=card.grid, patience=None)

    def trained(folder):
        trainer = Trainer(
            recipe, examples=examples[:32], held_back=[], folder=folder,
            device=torch.device("cuda"), begin=inference_state(network.state_dict()),
        )
        trainer.run(report=ignore_progress, token=CancelToken())
        return trainer._parts, (folder / "log.csv").read_text().splitlines()[1].split(",")[4]

    assert trained(tmp_path / "whole")[0] == 1
    peak_mb = torch.cuda.max_memory_allocated() / 2**20
    with memory_of(0.6 * peak_mb):
        parts, loss = trained(tmp_path / "parts")
    assert parts > 1
    assert 0 < float(loss) < 1


def test_a_fine_tuning_on_a_card_makes_a_model(tmp_path, home):
    study = clinic(tmp_path / "clinic", count=24)
    parent = tiny_parent(home / "parent")
    wish = Wish("child", parent, choice=Choice(frozenset({Kind.ANNOTATED})), reference=study)
    with StudyStore.open(study.root, tmp_path / "stores") as store:
        done = fine_tune(
            Review(study, store, reader="A", model="m 1"), wish, device="cuda",
            report=ignore_progress, token=CancelToken(),
        )
    assert load_model(done.folder)[1] == done.card
    assert done.gate.subjects == 10


def test_the_trial_of_speed_tells_the_cards():
    folder = find_model(DEFAULT_MODEL)
    step, look = measure_speed(folder, device="cuda")
    assert 0 < step < measure_speed(folder, device="cpu")[0]
    assert look > 0
