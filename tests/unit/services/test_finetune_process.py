import os
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from finetune_parent import clinic, tiny_parent

from hc18viewer.files import held
from hc18viewer.message import message
from hc18viewer.model.catalogue import model_folders
from hc18viewer.progress import CancelToken, Progress, ignore_progress
from hc18viewer.services.finetune_process import (
    CANCEL,
    COMMAND,
    PAUSE,
    RESUME,
    SPEED_COMMAND,
    Said,
    read_said,
    write_said,
)
from hc18viewer.services.finetune_runs import Wish, lock_of, unfinished_runs
from hc18viewer.services.finetune_study import prepare_run
from hc18viewer.services.finetuning import Choice, Kind
from hc18viewer.services.review import Review
from hc18viewer.store.study_store import StudyStore
from hc18viewer.training.lessons import read_job, write_job
from hc18viewer.training.log import LogRow


@pytest.fixture
def folder(tmp_path, home):
    study = clinic(tmp_path / "clinic", count=20)
    tiny_parent(home / "parent")
    with StudyStore.open(study.root, tmp_path / "stores") as store:
        review = Review(study, store, reader="A", model="m 1")
        wish = Wish("child", home / "parent", choice=Choice(frozenset({Kind.ANNOTATED})),
                    minutes=None, reference=study)
        made = prepare_run(
            review, wish, device="cpu", report=ignore_progress, token=CancelToken())[1]
    write_job(replace(read_job(made), epochs=12), made)
    return made


def start(folder):
    return subprocess.Popen(
        [sys.executable, "-m", "hc18viewer", COMMAND, folder, "--device", "cpu", "--threads", "1"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )


def tell(process, word):
    process.stdin.write(f"{word}\n")
    process.stdin.flush()


def until_epoch(process, epoch):
    for line in process.stdout:
        said = read_said(line)
        if said and said.epoch and said.epoch.epoch >= epoch:
            return
    pytest.fail("the process ended before that epoch")


def test_what_is_said_comes_back():
    for said in (Said(progress=Progress(1, 2, "x")), Said(made="child"), Said(failed="no"),
                 Said(failed=message("{file} is full.", file="A")), Said(speed=(0.5, 0.25)),
                 Said(cancelled=True), Said(epoch=LogRow(1, 2, 3.0, 0.1, 0.5, None, 1.5))):
        assert read_said(write_said(said)) == said
    back = read_said(write_said(Said(failed=message("{file} is full.", file="A"))))
    assert (back.failed.template, back.failed.values) == ("{file} is full.", {"file": "A"})
    for line in ("", "a warning of a library", "[1]", "{}x", '{"failed": [1]}', '{"other": 1}'):
        assert read_said(line) is None


def test_told_to_cancel_it_says_so_and_leaves_no_model(folder):
    with start(folder) as process:
        until_epoch(process, 1)
        tell(process, CANCEL)
        words = [read_said(line) for line in process.stdout]
    assert words[-1] == Said(cancelled=True)
    assert process.returncode == 1
    assert "child" not in model_folders()


def test_it_pauses_and_goes_on_to_its_end(folder):
    with start(folder) as process:
        until_epoch(process, 1)
        tell(process, PAUSE)
        time.sleep(0.3)
        tell(process, RESUME)
        words = [read_said(line) for line in process.stdout]
    assert words[-1] == Said(made="child")
    assert process.returncode == 0
    assert "child" in model_folders()


def test_when_the_window_is_gone_it_stops_and_can_be_gone_on_with(folder):
    with start(folder) as process:
        until_epoch(process, 2)
        process.stdin.close()
        process.stdout.read()
    assert process.returncode == 1
    assert unfinished_runs() == (folder,)
    with start(folder) as process:
        said = [read_said(line) for line in process.stdout]
    assert said[-1] == Said(made="child")
    assert next(word.epoch for word in said if word and word.epoch).epoch > 2


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_killed_it_leaves_no_model_and_can_be_gone_on_with(folder):
    with start(folder) as process:
        until_epoch(process, 3)
        process.send_signal(signal.SIGKILL)
    assert "child" not in model_folders()
    assert unfinished_runs() == (folder,)
    with start(folder) as process:
        assert [read_said(line) for line in process.stdout][-1] == Said(made="child")


def test_a_run_that_another_process_is_at_is_not_offered(folder):
    assert unfinished_runs() == (folder,)
    with held(lock_of(folder), seconds=0):
        assert unfinished_runs() == ()
    assert unfinished_runs() == (folder,)


def test_the_speed_of_this_machine_is_told(home):
    with subprocess.Popen(
        [sys.executable, "-m", "hc18viewer", SPEED_COMMAND, home / "parent", "--threads", "1"],
        stdout=subprocess.PIPE, text=True,
    ) as process:
        said = [read_said(line) for line in process.stdout]
    assert said[-1].failed is not None
    tiny_parent(home / "parent")
    with subprocess.Popen(
        [sys.executable, "-m", "hc18viewer", SPEED_COMMAND, home / "parent", "--threads", "1"],
        stdout=subprocess.PIPE, text=True,
    ) as process:
        said = [read_said(line) for line in process.stdout]
    assert min(said[-1].speed) > 0
