from pathlib import Path

import pytest
import torch

from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.training.best import Best
from hc18viewer.training.checkpoint import CheckpointError
from hc18viewer.training.interpolate import interpolated
from hc18viewer.training.lessons import (
    JOB_FILE,
    Job,
    JobError,
    Lesson,
    Part,
    Source,
    read_job,
    write_job,
)

LESSON = Lesson("set/a\udce9.png", "set/a", Path("/images/a.png"),
                Ellipse(0.1 + 0.2, 1 / 3, 205.1, 158.9, 0.7), 0.123, Part.GATE,
                Source.CORRECTION, 7)
JOB = Job("clinic-1", Path("/models/parent"), "clinic", "the sample study", 3, 20, False,
          (LESSON,))


def test_a_job_comes_back_as_it_was(tmp_path):
    write_job(JOB, tmp_path)
    assert read_job(tmp_path) == JOB
    assert read_job(tmp_path).of(Part.GATE) == (LESSON,)
    assert read_job(tmp_path).of(Part.LEARN) == ()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 99}', "[" * 10_000])
def test_a_damaged_job_is_refused_in_plain_words(tmp_path, text):
    (tmp_path / JOB_FILE).write_text(text)
    with pytest.raises(JobError, match="Start the fine-tuning anew"):
        read_job(tmp_path)


def test_the_lowest_score_is_kept_and_found_again(tmp_path):
    best = Best(tmp_path)
    for epoch, score in ((1, 5.0), (2, 3.0), (3, 4.0), (4, 3.0)):
        best.offer(epoch, score, {"w": torch.tensor([float(epoch)])})
    assert (best.epoch, best.score) == (2, 3.0)
    again = Best(tmp_path)
    assert (again.epoch, again.score) == (2, 3.0)
    assert again.state()["w"].item() == 2
    (tmp_path / "best.safetensors").write_bytes(b"no")
    with pytest.raises(CheckpointError):
        Best(tmp_path)


def test_between_parent_and_child():
    parent = {"w": torch.tensor([0.0, 10.0]), "n": torch.tensor(3)}
    child = {"w": torch.tensor([4.0, 10.0]), "n": torch.tensor(9)}
    assert interpolated(parent, child, 0.25)["w"].tolist() == [1.0, 10.0]
    assert interpolated(parent, child, 0)["w"].tolist() == [0.0, 10.0]
    assert interpolated(parent, child, 1)["n"].item() == 9
    with pytest.raises(ValueError, match="different networks"):
        interpolated(parent, {"w": child["w"]}, 0.5)
    with pytest.raises(ValueError, match="between 0 and 1"):
        interpolated(parent, child, 1.5)
