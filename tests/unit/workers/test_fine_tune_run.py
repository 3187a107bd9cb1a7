"""The thread that watches a fine-tuning, with small programs in the place of the real one."""

import sys
import time

import pytest

from hc18viewer import paths
from hc18viewer.progress import Progress
from hc18viewer.training.lessons import JOB_FILE
from hc18viewer.workers import program_process
from hc18viewer.workers.finetuning import FineTuneRun, SpeedTrial

EPOCH = ('{"epoch": {"epoch": 1, "step": 5, "seconds": 1.0, "learning_rate": 0.1, "loss": 0.5, '
         '"held_back_dice_percent": null, "held_back_hc_mae_mm": null}}')
FOREVER = "import sys, time\nprint('{\"progress\": {\"done\": 1, \"total\": 4}}', flush=True)\n"


@pytest.fixture
def folder(home):
    made = paths.runs_folder() / "child"
    made.mkdir(parents=True)
    (made / JOB_FILE).write_text("{}")
    return made


@pytest.fixture
def play(monkeypatch, tmp_path):
    """Let a program of this text run in the place of the fine-tuning."""
    def put(text):
        script = tmp_path / "program.py"
        script.write_text(text)
        monkeypatch.setattr(
            program_process, "program_command",
            lambda arguments: [sys.executable, str(script), *arguments])
    return put


def watched(folder):
    run = FineTuneRun(folder, device="cpu")
    run.heard = []
    for name in ("progressed", "epoch_ended", "made", "failed", "cancelled"):
        getattr(run, name).connect(
            lambda *said, name=name: run.heard.append((name, *said)))
    return run


def ended(qtbot, run):
    with qtbot.waitSignal(run.finished, timeout=20_000):
        run.start()
    return [heard[0] for heard in run.heard]


def test_it_passes_on_what_the_process_says(qtbot, folder, play):
    play(f"print('a warning')\nprint('{{\"progress\": {{\"done\": 1, \"total\": 4}}}}')\n"
         f"print('''{EPOCH}''')\nprint('{{\"made\": \"child\"}}')")
    run = watched(folder)
    assert ended(qtbot, run) == ["progressed", "epoch_ended", "made"]
    assert run.heard[0][1] == Progress(1, 4)
    assert run.heard[1][1].loss == 0.5
    assert run.heard[2][1] == "child"
    assert not folder.exists()


def test_a_model_that_is_there_was_made_even_without_a_last_word(qtbot, folder, play, home):
    card = '{"name": "child"}'
    place = paths.models_folder() / "child"
    play(f"import pathlib, os\np = pathlib.Path({str(place)!r}); p.mkdir(parents=True)\n"
         f"(p / 'card.json').write_text('''{card}'''); os._exit(9)")
    assert ended(qtbot, watched(folder)) == ["made"]


def test_why_it_failed_is_told_and_what_it_has_is_kept(qtbot, folder, play):
    play("print('{\"failed\": \"The disk is full.\"}'); raise SystemExit(1)")
    run = watched(folder)
    ended(qtbot, run)
    assert run.heard == [("failed", "The disk is full.")]
    assert folder.exists()


def test_an_end_without_a_word_is_told(qtbot, folder, play):
    play("import os; os._exit(7)")
    run = watched(folder)
    ended(qtbot, run)
    ((name, text),) = run.heard
    assert name == "failed"
    assert "exit code 7" in text
    assert folder.exists()


def test_what_cannot_be_started_is_told(qtbot, folder, monkeypatch):
    monkeypatch.setattr(program_process, "program_command", lambda arguments: ["/no/program"])
    run = watched(folder)
    ended(qtbot, run)
    assert run.heard[0][0] == "failed"
    assert "No such file" in run.heard[0][1]


@pytest.mark.parametrize("program", [
    FOREVER + "for line in sys.stdin:\n    break\nprint('{\"cancelled\": true}')",
    FOREVER + "time.sleep(60)",  # hears nothing
])
def test_cancelled_within_a_second_and_nothing_is_left(qtbot, folder, play, program):
    play(program)
    run = watched(folder)
    with qtbot.waitSignal(run.progressed, timeout=20_000):
        run.start()
    begun = time.perf_counter()
    with qtbot.waitSignal(run.finished, timeout=20_000):
        run.cancel()
    assert time.perf_counter() - begun < 1.0
    assert [heard[0] for heard in run.heard] == ["progressed", "cancelled"]
    assert not folder.exists()


@pytest.mark.parametrize("program", [FOREVER + "sys.stdin.read()", FOREVER + "time.sleep(60)"])
def test_left_it_ends_without_a_word_and_keeps_what_it_has(qtbot, folder, play, program):
    play(program)
    run = watched(folder)
    with qtbot.waitSignal(run.progressed, timeout=20_000):
        run.start()
    run.leave()
    assert run.isFinished()
    qtbot.wait(10)
    assert [heard[0] for heard in run.heard] == ["progressed"]
    assert folder.exists()


def test_left_before_its_process_started_it_ends_too(qtbot, folder, play):
    play("import sys; sys.stdin.read()")
    run = watched(folder)
    run.start()
    run.leave()
    assert run.isFinished()
    assert folder.exists()


def test_paused_and_resumed_it_is_told_so(qtbot, folder, play):
    play(FOREVER + "words = [sys.stdin.readline().strip() for _ in range(2)]\n"
         "import json; print(json.dumps({'failed': ' '.join(words)}))")
    run = watched(folder)
    with qtbot.waitSignal(run.progressed, timeout=20_000):
        run.start()
    with qtbot.waitSignal(run.finished, timeout=20_000):
        run.pause()
        run.resume()
    assert run.heard[-1] == ("failed", "pause resume")


def test_a_trial_tells_the_speed_or_why_there_is_none(qtbot, folder, play):
    heard = []
    for text in ("print('{\"speed\": [0.5, 0.25]}')", "print('{\"failed\": \"No model.\"}')"):
        play(text)
        trial = SpeedTrial(folder, device="cpu")
        trial.measured.connect(lambda *speed: heard.append(speed))
        trial.failed.connect(heard.append)
        with qtbot.waitSignal(trial.finished, timeout=20_000):
            trial.start()
    assert heard == [(0.5, 0.25), "No model."]


def test_a_trial_given_up_says_nothing(qtbot, folder, play):
    play("import time; time.sleep(60)")
    trial, heard = SpeedTrial(folder, device="cpu"), []
    trial.failed.connect(heard.append)
    trial.start()
    trial.give_up()
    qtbot.wait(10)
    assert trial.isFinished()
    assert heard == []
