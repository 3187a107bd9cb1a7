import csv
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
import torch
from processes import LONG, ended, environment, start
from safetensors.torch import load_file
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")


def same(first, second):
    return first.keys() == second.keys() and all(
        torch.equal(first[name], second[name]) for name in first)


def rows(folder):
    with (folder / "log.csv").open(newline="") as file:
        return [(row["epoch"], row["step"], row["loss"], row["held_back_dice_percent"])
                for row in csv.DictReader(file)]


def test_a_killed_training_ends_as_one_that_was_not(sample_dir, tmp_path):
    """Bit for bit, in the weights that train, their average, the model and the log."""

    def arguments(name):
        return "train", sample_dir, tmp_path / name, tmp_path / f"{name}-notes"

    whole = start(*arguments("whole"))
    with start(*arguments("parts"), "--hang-in-epoch", "3") as killed:
        assert killed.stdout.readline() == "here\n"
        killed.send_signal(signal.SIGKILL)
    assert killed.returncode == -signal.SIGKILL
    assert not (tmp_path / "parts" / "weights.safetensors").exists()
    assert [row[0] for row in rows(tmp_path / "parts")] == ["1", "2"]
    codes = ended([whole, start(*arguments("parts"))])
    assert [code for code, _ in codes] == [0, 0], codes

    def state(name):
        return load_file(tmp_path / f"{name}-notes" / "weights-0.safetensors")

    assert same(state("whole"), state("parts"))
    for name in ("weights", "checkpoint"):
        file = f"{name}.safetensors"
        assert same(load_file(tmp_path / "whole" / file), load_file(tmp_path / "parts" / file))
    assert rows(tmp_path / "whole") == rows(tmp_path / "parts")
    curves = EventAccumulator(str(tmp_path / "parts" / "tensorboard"))
    curves.Reload()
    assert [event.step for event in curves.Scalars("training/loss")] == [1, 2, 3, 4]


@pytest.mark.long
def test_the_command_line_goes_on_after_a_kill(sample_dir, tmp_path):
    def train(name):
        return subprocess.Popen(
            [sys.executable, "-m", "hc18viewer", "train", sample_dir, "--out", tmp_path / name,
             "--epochs", "4", "--device", "cpu"],
            env=environment(HC18VIEWER_HOME=str(tmp_path / "home")), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )

    with train("parts") as killed:
        while not (tmp_path / "parts" / "checkpoint.safetensors").exists():
            assert killed.poll() is None
            time.sleep(0.01)
        killed.send_signal(signal.SIGKILL)
    assert len(rows(tmp_path / "parts")) < 4
    codes = ended([train("whole"), train("parts")])
    assert [code for code, _ in codes] == [0, 0], codes
    weights = [load_file(tmp_path / name / "weights.safetensors") for name in ("whole", "parts")]
    assert same(*weights)


@pytest.mark.long
def test_the_command_line_trains_by_several_and_the_first_speaks(sample_dir, tmp_path):
    study = shutil.copytree(sample_dir / "training_set", tmp_path / "study")
    for path in list(study.glob("*.png")):  # as many again, as other subjects
        shutil.copy(path, study / f"1{path.name[1:]}")
    done = subprocess.run(
        [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2",
         "-m", "hc18viewer", "train", study, "--out", tmp_path / "model",
         "--epochs", "1", "--device", "cpu"],
        env=environment(HC18VIEWER_HOME=str(tmp_path / "home")), text=True, timeout=LONG,
        capture_output=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("trained into") == 1
    assert (tmp_path / "model" / "weights.safetensors").exists()
