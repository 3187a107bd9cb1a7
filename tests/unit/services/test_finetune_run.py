import json
import shutil
import threading
from dataclasses import replace

import pytest
from finetune_parent import clinic, tiny_parent
from safetensors.torch import load_file

from hc18viewer import paths
from hc18viewer.errors import Cancelled
from hc18viewer.evaluation.calibration import Measured
from hc18viewer.model.card import read_card, write_card
from hc18viewer.model.catalogue import DEFAULT_MODEL, find_model, model_folders
from hc18viewer.model.margin import MARGIN_FILE, read_margin
from hc18viewer.model.weights import load_model, weights_version
from hc18viewer.progress import CancelToken, PausableToken, ignore_progress
from hc18viewer.services import finetune_run as module
from hc18viewer.services import finetune_runs
from hc18viewer.services.finetune_mix import Mix
from hc18viewer.services.finetune_run import run_job
from hc18viewer.services.finetune_runs import (
    NameTakenError,
    Wish,
    discard_run,
    refuse_name,
    unfinished_runs,
)
from hc18viewer.services.finetune_study import fine_tune, prepare_run
from hc18viewer.services.finetuning import Choice, Kind
from hc18viewer.services.review import Review
from hc18viewer.store.study_store import StudyStore
from hc18viewer.training.lessons import Part, Source, read_job, write_job

ALL = Choice(frozenset({Kind.ANNOTATED}))


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    return clinic(tmp_path_factory.mktemp("clinic") / "clinic", count=24)


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    return clinic(tmp_path_factory.mktemp("few") / "few", count=9)


@pytest.fixture
def review(study, tmp_path, home):
    with StudyStore.open(study.root, tmp_path / "stores") as store:
        yield Review(study, store, reader="A", model="m 1")


def wish(home, name="child", **changes):
    parent = home / "parent"
    if not parent.exists():
        tiny_parent(parent)
    return Wish(name, parent, choice=ALL, minutes=None, **changes)


def prepared(review, home, name="child", **changes):
    asked = wish(home, name, reference=review.study, **changes)
    folder = prepare_run(
        review, asked, device="cpu", report=ignore_progress, token=CancelToken())[1]
    write_job(replace(read_job(folder), epochs=6), folder)
    return folder


def run(folder, token=None, watch=None):
    return run_job(folder, device="cpu", report=ignore_progress, token=token or CancelToken(),
                   watch=watch)


def test_a_child_comes_into_the_library_with_all_that_made_it(review, home):
    rows = []
    folder = prepared(review, home)
    done = run(folder, watch=rows.append)
    assert done.folder == paths.models_folder() / "child"
    network, card = load_model(done.folder)
    assert card == done.card == read_card(done.folder)
    assert card.version == weights_version(load_file(done.folder / "weights.safetensors"))
    assert card.parent == read_card(home / "parent").identity
    assert card.gate["gate"]["cases"] == 10
    assert done.gate.subjects == 10
    assert done.reference.cases > 0
    job = json.loads((done.folder / "lessons.json").read_text())
    assert len(job["lessons"]) >= 24
    assert [row.epoch for row in rows] == list(range(1, len(rows) + 1))
    assert not folder.exists()
    assert network.shape.channels == card.channels


def test_the_child_is_the_mix_that_was_chosen(review, home, monkeypatch):
    made = {}
    for level in (0.0, 0.7):
        monkeypatch.setattr(module.Outside, "best_mix", lambda *_, level=level: Mix(0.5, level))
        done = run(prepared(review, home, f"child-{10 * level:.0f}"))
        assert (done.card.recipe["share"], done.card.recipe["level"]) == (0.5, level)
        made[level] = load_file(done.folder / "weights.safetensors")
    assert (made[0.7]["head.bias"] - made[0.0]["head.bias"]).item() == pytest.approx(0.7)
    assert made[0.7]["head.weight"].equal(made[0.0]["head.weight"])
    assert not made[0.0]["head.weight"].equal(
        load_file(home / "parent" / "weights.safetensors")["head.weight"])


@pytest.mark.parametrize(("before", "total"), [
    (0.4, 1.1), (None, 0.7), ("unknown", 0.7), ([1], 0.7), (float("nan"), 0.7), (10**400, 0.7)])
def test_the_card_counts_the_parents_level_in(review, home, monkeypatch, before, total):
    folder = prepared(review, home)
    parent = read_job(folder).parent
    recipe = {} if before is None else {"level": before}
    write_card(replace(read_card(parent), recipe=recipe), parent)
    given = []

    class Seen(module.Outside):
        def __init__(self, *parts, level):
            given.append(level)
            super().__init__(*parts, level=level)

        def best_mix(self, margin):
            return Mix(0.5, 0.7)

    monkeypatch.setattr(module, "Outside", Seen)
    done = run(folder)
    assert done.card.recipe["level"] == pytest.approx(total)
    assert given == [pytest.approx(total - 0.7)]


def test_the_parts_take_as_many_steps_as_the_whole(review, home, monkeypatch):
    monkeypatch.setattr(module, "discard_run", lambda _: None)
    folder = prepared(review, home)
    run(folder)
    learn = len(read_job(folder).of(Part.LEARN))
    part = [(folder / f"part-{number}" / "log.csv").read_text().splitlines()[-1].split(",")
            for number in (1, 2, 3)]
    planned = 6 * (learn // 4)
    for row in part:
        epochs, steps = int(row[0]), int(row[1])
        assert epochs > 6
        assert abs(steps - planned) <= steps / epochs / 2


def test_a_run_that_was_stopped_ends_as_one_that_was_not(review, home):
    whole = run(prepared(review, home, "whole"))
    folder = prepared(review, home, "parts")
    token = CancelToken()

    def stop(row):
        if row.epoch == 4:
            token.cancel()

    with pytest.raises(Cancelled):
        run(folder, token, stop)
    assert unfinished_runs() == (folder,)
    assert "parts" not in model_folders()
    parts = run(folder)
    assert parts.card.version == whole.card.version
    assert parts.gate == whole.gate
    assert unfinished_runs() == ()


def test_what_is_cancelled_leaves_nothing(review, home):
    token = CancelToken()

    def report(progress):
        if progress.text.startswith("Epoch 2"):
            token.cancel()

    with pytest.raises(Cancelled):
        fine_tune(review, wish(home, reference=review.study), device="cpu", report=report,
                  token=token)
    assert unfinished_runs() == ()
    assert "child" not in model_folders()
    assert not (paths.runs_folder() / "child").exists()


def test_a_paused_run_stands_still_and_goes_on(review, home):
    token, seen = PausableToken(), threading.Event()
    rows = []

    def watch(row):
        rows.append(row.epoch)
        if row.epoch == 2:
            token.pause()
            seen.set()

    worker = threading.Thread(target=run, args=(prepared(review, home), token, watch))
    worker.start()
    assert seen.wait(60)
    worker.join(0.5)
    assert worker.is_alive()
    assert rows == [1, 2]
    token.resume()
    worker.join(120)
    assert not worker.is_alive()
    assert "child" in model_folders()


def test_accepted_cases_teach_but_do_not_judge(review, home):
    folder = prepared(review, home)
    job = read_job(folder)
    learn = [lesson for lesson in job.lessons if lesson.part is Part.LEARN]
    accepted = {lesson.case_key for lesson in learn[:5]}
    write_job(replace(job, lessons=tuple(
        replace(lesson, source=Source.ACCEPTED) if lesson.case_key in accepted else lesson
        for lesson in job.lessons
    )), folder)
    done = run(folder)
    assert done.gate.cases == 10
    assert done.unseen.cases == 10 + len(learn) - 5


def test_far_corrections_are_counted_among_corrections_alone_and_once(review, home, monkeypatch):
    folder = prepared(review, home)
    job = read_job(folder)
    learn = [lesson for lesson in job.lessons if lesson.part is Part.LEARN]
    accepted = {lesson.case_key for lesson in learn[:6]}
    write_job(replace(job, lessons=tuple(
        replace(lesson, source=Source.ACCEPTED) if lesson.case_key in accepted else lesson
        for lesson in job.lessons
    )), folder)
    counted = []
    monkeypatch.setattr(module, "far_share", lambda pairs: counted.append(len(pairs)) or 0.0)
    run(folder)
    assert counted == [10 + len(learn) - 6]


def test_a_gate_too_small_judges_all_the_same_and_is_not_taught(review, home):
    folder = prepared(review, home)
    job = read_job(folder)
    gate = job.of(Part.GATE)[:3]
    write_job(replace(job, crossed=True, lessons=(
        *job.of(Part.LEARN), *gate, *job.of(Part.REFERENCE))), folder)
    done = run(folder)
    assert done.gate.cases == done.unseen.cases == len(job.of(Part.LEARN)) + 3


def test_while_it_runs_no_window_takes_it_for_one_that_was_left(review, home):
    found = []

    def report(progress):
        if progress.text.startswith("Epoch 2"):
            found.append(unfinished_runs())

    fine_tune(review, wish(home, reference=review.study), device="cpu", report=report,
              token=CancelToken())
    assert set(found) == {()}


def test_few_subjects_are_judged_by_models_that_have_not_seen_them(few, tmp_path, home):
    with StudyStore.open(few.root, tmp_path / "stores") as store:
        review = Review(few, store, reader="A", model="m 1")
        folder = prepared(review, home)
        assert read_job(folder).crossed
        done = run(folder)
    assert (done.gate.cases, done.gate.subjects) == (9, 9)
    assert "cross-validation" in done.card.split


def test_the_gate_that_was_drawn_is_kept(review, home):
    folder = prepared(review, home)
    drawn = review.gate_draws()
    assert sum(drawn.values()) == 10
    discard_run(folder)
    prepared(review, home, seed=9)
    assert review.gate_draws() == drawn


def test_names_that_are_taken_or_impossible(review, home):
    folder = prepared(review, home)
    with pytest.raises(NameTakenError, match="not finished"):
        refuse_name("child")
    discard_run(folder)
    for name in ("HC18-UNET", "../x", "", "a/b", "con", "x" * 70, ".hidden", "serving.json"):
        with pytest.raises(NameTakenError):
            refuse_name(name)


def test_a_run_killed_after_its_model_came_into_the_library_is_cleared_away(
    review, home, monkeypatch
):
    folder = prepared(review, home)

    def killed(path):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, "discard_run", killed)
        with pytest.raises(KeyboardInterrupt):
            run(folder)
    assert folder.exists()
    assert unfinished_runs() == ()
    assert not folder.exists()
    assert "child" in model_folders()


def test_a_removing_that_is_killed_leaves_nothing_to_the_next_of_the_name(
    review, home, monkeypatch
):
    folder = prepared(review, home)

    def killed(path):
        (path / "job.json").unlink()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(finetune_runs.shutil, "rmtree", killed)
        with pytest.raises(KeyboardInterrupt):
            discard_run(folder)
    assert not folder.exists()
    assert unfinished_runs() == ()
    assert not list(paths.runs_folder().iterdir())
    assert run(prepared(review, home)).folder.name == "child"


def test_the_child_gets_a_margin_of_its_own(review, home, monkeypatch):
    """Its length by the gate; what counts as a head by all heads known, the reference's too."""
    folder = prepared(review, home)
    shutil.copy(find_model(DEFAULT_MODEL) / MARGIN_FILE, home / "parent" / MARGIN_FILE)
    parent = read_margin(home / "parent")

    def measured(_judge, _version, lessons):
        soft = replace(parent.usual, softness=0.9)
        return [
            Measured(lesson.subject, soft if lesson.part is Part.REFERENCE else parent.usual,
                     180.0, 20.0)
            for lesson in lessons
        ]

    monkeypatch.setattr(module.Judge, "measured", measured)
    margin = read_margin(run(folder).folder)
    assert margin.stretch > parent.stretch
    assert margin.limits.softness == pytest.approx(1.25 * 0.9)
    assert margin.cases == 24
    assert "clinic" in margin.source
