import csv
import os
import subprocess

import pytest
import torch
from processes import LONG, SCRIPT, TORCHRUN, ended, environment, noted, start_together
from safetensors.torch import load_file

from hc18viewer.errors import Cancelled
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.unet import UNet
from hc18viewer.model.weights import load_model
from hc18viewer.progress import CancelToken
from hc18viewer.training import group
from hc18viewer.training.group import ALONE, Group, GroupError, is_first_process, joined
from hc18viewer.training.loss import segmentation_loss
from hc18viewer.training.trainer import Recipe

CPU = torch.device("cpu")
TORCHRUN_SAYS = {"RANK": "1", "LOCAL_RANK": "1", "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1",
                 "MASTER_PORT": "1"}


@pytest.fixture
def started_by_torchrun(monkeypatch):
    for name, value in TORCHRUN_SAYS.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(scope="module")
def together(sample_dir, tmp_path_factory):
    """The folder of a training by two processes that torchrun started, and their notes."""
    folder = tmp_path_factory.mktemp("together")
    done = subprocess.run(
        [*TORCHRUN, "--nproc-per-node", "2", SCRIPT, "train", sample_dir, folder / "model",
         folder / "notes"],
        env=environment(), capture_output=True, text=True, timeout=LONG, check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


def same(states):
    first, second = states
    return first.keys() == second.keys() and all(
        torch.equal(first[name], second[name]) for name in first)


def test_a_process_alone_sets_nothing_up():
    with joined(CPU) as own:
        assert own == ALONE
        assert not torch.distributed.is_initialized()
        network = UNet(UNetShape((4, 8), 0))
        assert own.learner(network) == network.forward_all
        assert own.with_shared_norms(network) is network
        before = {name: value.clone() for name, value in network.named_buffers()}
        own.share_buffers(network)
        assert same((before, dict(network.named_buffers())))
    assert (own.tell(2.5), own.mean(2.5), own.by_first(divmod, 7, 2)) == ([2.5], 2.5, (3, 1))
    assert is_first_process()


def test_one_process_of_torchrun_is_alone(started_by_torchrun, monkeypatch):
    monkeypatch.setenv("WORLD_SIZE", "1")
    with joined(CPU) as own:
        assert own == ALONE
    assert is_first_process()


@pytest.mark.usefixtures("started_by_torchrun")
def test_the_second_process_does_not_print():
    assert not is_first_process()


@pytest.mark.usefixtures("started_by_torchrun")
def test_devices_that_several_cannot_share_are_refused(monkeypatch):
    monkeypatch.setattr(group.distributed, "is_nccl_available", lambda: True)
    monkeypatch.setattr(group.torch.cuda, "device_count", lambda: 1)
    with pytest.raises(GroupError, match="1 CUDA devices"), joined(torch.device("cuda")):
        pass
    with pytest.raises(GroupError, match="mps"), joined(torch.device("mps")):
        pass
    assert not torch.distributed.is_initialized()


def test_a_cancelled_token_stops_a_process_alone():
    token = CancelToken()
    ALONE.check(token)
    token.cancel()
    with pytest.raises(Cancelled):
        ALONE.check(token)


def test_the_others_hear_of_what_fails_in_the_first(monkeypatch):
    told = []
    monkeypatch.setattr(Group, "tell", lambda _self, value: told.append(value) or [told[0]])
    first, second = Group(0, 2), Group(1, 2)
    with pytest.raises(ZeroDivisionError):
        first.by_first(divmod, 1, 0)
    with pytest.raises(GroupError, match="stopped"):
        second.by_first(divmod, 1, 0)


def test_a_run_by_several_is_no_run_by_one():
    recipe = Recipe()
    assert recipe.plan(["b", "a"]) == recipe.plan(["a", "b"], 1)
    assert len({recipe.plan(["a"], processes) for processes in (1, 2, 3)}) == 3


@pytest.mark.parametrize("shape", [
    UNetShape((4, 6, 8), 1), UNetShape((4, 8), 0),
])
def test_every_parameter_has_a_part_in_a_step(shape):
    network = UNet(shape).train()
    segmentation_loss(network.forward_all(torch.rand(2, 1, 64, 64)),
                      torch.ones(2, 1, 64, 64)).backward()
    assert [name for name, p in network.named_parameters() if p.grad is None] == []


def test_both_processes_end_with_the_same_weights(together):
    weights = noted(together / "notes", "weights")
    assert same(weights)
    network, _ = load_model(together / "model")
    for name, value in network.state_dict().items():
        assert torch.equal(value, weights[0][f"average.{name}"])


def test_together_they_see_each_case_once_an_epoch(together):
    (first, told), (second, told_of_second) = noted(together / "notes", "drawn")
    for epoch in range(4):
        four = slice(4 * epoch, 4 * epoch + 4)
        assert len({*first[four], *second[four]}) == 8
    assert told > 0
    assert told_of_second == 0


def test_the_first_alone_writes(together):
    folder = together / "model"
    assert sorted(path.name for path in folder.iterdir()) == [
        "card.json", "checkpoint.safetensors", "log.csv", "split.csv", "tensorboard",
        "weights.safetensors",
    ]
    assert len(list((folder / "tensorboard").iterdir())) == 1
    with (folder / "log.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["epoch"], row["step"]) for row in rows] == [
        ("1", "2"), ("2", "4"), ("3", "6"), ("4", "8")]
    assert [bool(row["held_back_dice_percent"]) for row in rows] == [False, True, False, True]
    _, card = load_model(folder)
    assert card.recipe["processes"] == 2


def test_a_cancelled_run_of_several_resumes_exactly(together, sample_dir, tmp_path):
    arguments = ("train", sample_dir, tmp_path / "model", tmp_path / "notes")
    cancelled = ended(start_together(*arguments, extra=(("--cancel-in-epoch", "3"), ())))
    for code, said in cancelled:
        assert code == 1
        assert said.strip().endswith("hc18viewer.errors.Cancelled")
    assert not (tmp_path / "notes").exists()
    resumed = ended(start_together(*arguments))
    assert [code for code, _ in resumed] == [0, 0], resumed
    weights = noted(tmp_path / "notes", "weights")
    assert same(weights)
    assert same((weights[0], noted(together / "notes", "weights")[0]))


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.parametrize("dies", [0, 1])
def test_the_death_of_one_process_ends_the_other(sample_dir, tmp_path, dies):
    extra = [(), ()]
    extra[dies] = ("--die",)
    codes = [code for code, _ in ended(start_together(
        "train", sample_dir, tmp_path / "model", tmp_path / "notes", extra=extra))]
    assert codes[dies] < 0
    assert codes[1 - dies] != 0


def test_gradients_of_two_processes_are_those_of_the_whole_batch(tmp_path):
    codes = ended(start_together("gradients", tmp_path))
    assert [code for code, _ in codes] == [0, 0], codes
    for norms in ("still", "moving"):
        first, second = noted(tmp_path, norms)
        buffers = [name for name in first if name.startswith("buffer/")]
        assert all(torch.equal(first[name], second[name]) for name in buffers)
        for name in (name for name in first if name.startswith("together/")):
            assert torch.equal(first[name], second[name])
            alone = first[name.replace("together/", "alone/")]
            assert alone.abs().max() > 0
            assert torch.allclose(first[name], alone, rtol=1e-4, atol=1e-6), (norms, name)


def test_the_state_that_resumes_is_the_networks_own(together):
    """A checkpoint holds no trace of the wrapping, so it fits one process as well as several."""
    names = load_file(together / "model" / "checkpoint.safetensors")
    assert {name.split("/")[0] for name in names} == {"network", "average", "optimiser"}
    network = UNet(UNetShape((4, 6, 8), 1))
    assert {name for name in names if name.startswith("network/")} == {
        f"network/{name}" for name in network.state_dict()}
