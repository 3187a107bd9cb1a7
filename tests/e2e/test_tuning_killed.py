"""Fine-tunings whose process, window, or both are killed at random moments, amid reading."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from hc18viewer import paths
from hc18viewer.dataset.study import open_study
from hc18viewer.model.catalogue import find_model, model_folders
from hc18viewer.model.weights import load_model, weights_version
from hc18viewer.progress import CancelToken, ignore_progress
from hc18viewer.services.finetune_runs import Wish, unfinished_runs
from hc18viewer.services.finetune_study import prepare_run
from hc18viewer.services.gate_report import read_gate_report
from hc18viewer.services.review import Review
from hc18viewer.store.study_store import StudyStore
from hc18viewer.training.lessons import JOB_FILE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")

KINDS = ("process", "window", "both")

# Goes on with the fine-tuning that it finds and moves heads meanwhile, telling of each when the
# gesture is over.
_READ_ON = """
import itertools, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
sys.path.insert(0, sys.argv[1])
from conftest import Driver
from hc18viewer.geometry.edit import Handle
from hc18viewer.settings import Settings
from hc18viewer.ui.finetune.strip import StripState
from hc18viewer.ui.window import MainWindow

class Bot:
    def wait(self, ms): QTimer.singleShot(ms, loop.quit); loop.exec()
    def waitUntil(self, condition, timeout):
        while not condition(): self.wait(20)

def say(*words): print(*words, flush=True)

app, loop, bot = QApplication([]), QEventLoop(), Bot()
window = MainWindow(Settings(reader="A"))
window.show()
strip, acts = window.tuning.strip, window.tuning.acts
reader = Driver(bot, window)
reader.open(Path(sys.argv[2]))
bot.waitUntil(lambda: strip.isVisible() and strip.state is StripState.STOPPED, None)
strip.go_on_button.click()
bot.waitUntil(lambda: acts.run is None or acts.run.pid, None)
say("running", acts.run.pid if acts.run else 0)
keys = [case.key for case in reader.controller.review.study.cases]
for number in itertools.count():
    if strip.state is not StripState.RUNNING:
        break
    reader.choose(keys[number % len(keys)])
    reader.wait_for_prediction()
    reader.drag(Handle.CENTRE, 6, 3)
    head = reader.state.corrected_ellipse
    say("moved", reader.state.case.key, head.x.hex(), head.y.hex())
    bot.wait(150)
say("ended", strip.state.name, repr(strip.text))
app.exec()
"""


class Window:
    """A window in a process of its own, and what it told until it was killed."""

    def __init__(self, study):
        self._process = subprocess.Popen(
            [sys.executable, "-c", _READ_ON, os.path.dirname(__file__), str(study)],
            stdout=subprocess.PIPE, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        self._said, self._more = [], threading.Condition()
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()
        self.run_pid = int(self._until("running")[0])

    def _listen(self):
        with self._process.stdout as output:
            for line in output:
                if line.endswith("\n"):  # a kill may cut the last one
                    with self._more:
                        self._said.append(line.split())
                        self._more.notify()

    def _until(self, word):
        with self._more:
            assert self._more.wait_for(lambda: any(line[0] == word for line in self._said), 300)
            return next(line[1:] for line in self._said if line[0] == word)

    def until_ended(self):
        return " ".join(self._until("ended"))

    def end(self):
        """Kill it; return what it said that the reader moved."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        return [line[1:] for line in self._said if line[0] == "moved"]


def kill(pid):
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def gone(pid):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z":
                return
            os.kill(pid, 0)
        except (ProcessLookupError, FileNotFoundError):
            return
        time.sleep(0.02)
    pytest.fail(f"process {pid} does not end")


def lay_down_job(study):
    """Lay a fine-tuning down; return its job, to be laid down again as it is."""
    opened = open_study(study)
    with StudyStore.open(opened.root, None) as store:
        review = Review(opened, store, reader="A", model="tiny")
        wish = Wish("child", find_model("tiny"), minutes=None, reference=opened)
        _, folder = prepare_run(
            review, wish, device="cpu", report=ignore_progress, token=CancelToken())
    job = json.loads((folder / JOB_FILE).read_text())
    text = json.dumps({**job, "epochs": 4})
    (folder / JOB_FILE).write_text(text)
    return text


def make_whole(study):
    """Run the fine-tuning without a kill; return its version and its seconds."""
    window = Window(study)
    begun = time.monotonic()
    assert window.until_ended().startswith("MADE")
    seconds = time.monotonic() - begun
    window.end()
    gone(window.run_pid)
    version = read_whole("child")
    shutil.rmtree(paths.models_folder() / "child")
    return version, seconds


def read_whole(name):
    """Read all of a model; return its version."""
    network, card = load_model(model_folders()[name])
    assert read_gate_report(model_folders()[name], card).advice.sentence
    assert card.version == weights_version(network.state_dict())
    return card.version


def nothing_lost(study, moved):
    """Check that every move that was told is stored."""
    with StudyStore.open(open_study(study).root, None) as store:
        for key, *numbers in moved:
            heads = [getattr(each, "ellipse", None) for each in store.history(key)]
            assert numbers in [[head.x.hex(), head.y.hex()] for head in heads if head], key


def kill_often(study, times, seed):
    chance = random.Random(seed)
    job = lay_down_job(study)
    folder = paths.runs_folder() / "child"
    whole, seconds = make_whole(study)
    known = set(model_folders())
    made = 0
    for number in range(times):
        if "child" in model_folders():
            assert read_whole("child") == whole
            shutil.rmtree(paths.models_folder() / "child")
            made += 1
        if not folder.exists():
            folder.mkdir(parents=True)
            (folder / JOB_FILE).write_text(job)
        window = Window(study)
        time.sleep(chance.uniform(0, seconds))
        kind = KINDS[number % len(KINDS)]
        if kind != "window":
            kill(window.run_pid)
        if kind == "process":
            time.sleep(chance.uniform(0, 0.5))  # the window notices, or not yet
        moved = window.end()
        gone(window.run_pid)
        nothing_lost(study, moved)
        assert set(model_folders()) <= known | {"child"}
        for name in model_folders():
            load_model(model_folders()[name])
        left = [each.name for each in unfinished_runs()]
        assert left == ([] if "child" in model_folders() else ["child"]), (kind, number)
        print(f"{number + 1} of {times} kills, the last of the {kind}; {made} models", flush=True)  # noqa: T201
    if "child" not in model_folders():
        window = Window(study)
        assert window.until_ended().startswith("MADE")
        nothing_lost(study, window.end())
        gone(window.run_pid)
    assert read_whole("child") == whole
    return made + 1


def test_killed_a_few_times_it_ends_as_if_it_had_not_been(corrected_study):
    assert kill_often(corrected_study, 2, seed=1) >= 1


@pytest.mark.long
def test_killed_fifty_times_it_ends_as_if_it_had_not_been(corrected_study):
    made = kill_often(corrected_study, 50, seed=2)
    print(f"{made} models were made between 50 kills")  # noqa: T201 - the run's figure
