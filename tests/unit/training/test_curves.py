import logging
import sys

import pytest
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from hc18viewer.training.curves import CURVES_FOLDER, open_curves
from hc18viewer.training.log import LogRow


def row(epoch, loss, dice=None, error=None):
    return LogRow(epoch, 10 * epoch, 1.0, 0.001 * epoch, loss, dice, error)


def curves(folder):
    """What TensorBoard draws, by name: (epoch, figure)s."""
    found = EventAccumulator(str(folder / CURVES_FOLDER))
    found.Reload()
    return {
        tag: [(event.step, pytest.approx(event.value, rel=1e-6)) for event in found.Scalars(tag)]
        for tag in found.Tags()["scalars"]
    }


def test_every_figure_of_the_log_has_its_curve(tmp_path):
    with open_curves(tmp_path, after=0) as add:
        add(row(1, 1.5))
        add(row(2, 1.25, 80.5, 7.0))
    assert curves(tmp_path) == {
        "training/loss": [(1, 1.5), (2, 1.25)],
        "training/learning_rate": [(1, 0.001), (2, 0.002)],
        "held_back/dice_percent": [(2, 80.5)],
        "held_back/hc_mae_mm": [(2, 7.0)],
    }


def test_the_curves_can_be_read_while_the_training_runs(tmp_path):
    with open_curves(tmp_path, after=0) as add:
        for epoch in (1, 2, 3):
            add(row(epoch, 1 / epoch))
            assert curves(tmp_path)["training/loss"][-1] == (epoch, 1 / epoch)


def test_points_past_the_checkpoint_are_dropped_on_resuming(tmp_path):
    with open_curves(tmp_path, after=0) as add:
        for epoch in (1, 2, 3):
            add(row(epoch, 9.0, 50.0, 5.0))
    with open_curves(tmp_path, after=1) as add:
        assert curves(tmp_path)["training/loss"] == [(1, 9.0)]
        add(row(2, 4.0))
    found = curves(tmp_path)
    assert found["training/loss"] == [(1, 9.0), (2, 4.0)]
    assert found["held_back/dice_percent"] == [(1, 50.0)]


def test_without_tensorboard_a_training_goes_on_and_says_so_once(tmp_path, monkeypatch, caplog):
    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", None)
    with (caplog.at_level(logging.INFO, "hc18viewer"),
          open_curves(tmp_path, after=0) as add):
        add(row(1, 1.0))
        add(row(2, 1.0))
    assert [record.message.split(":")[0] for record in caplog.records] == [
        "TensorBoard is not installed"]
    assert not list(tmp_path.iterdir())


def test_curves_that_are_not_wanted_are_not_written(tmp_path, caplog):
    with open_curves(tmp_path, after=0, wanted=False) as add:
        add(row(1, 1.0))
    assert not list(tmp_path.iterdir())
    assert not caplog.records
