import json

import pytest

from hc18viewer import paths
from hc18viewer.model.catalogue import DEFAULT_MODEL, UnknownModelError, find_model
from hc18viewer.model.serving import (
    SERVING_FILE,
    ServingError,
    find_serving,
    promote,
    promotions,
    roll_back,
    serving_model,
)


@pytest.fixture
def models(home):
    """Two models of the user's: their cards alone, which is all that a name needs."""
    card = (find_model(DEFAULT_MODEL) / "card.json").read_text()
    for name in ("a", "b"):
        folder = paths.models_folder() / name
        folder.mkdir(parents=True)
        (folder / "card.json").write_text(card)
    return paths.models_folder()


def test_what_came_with_the_program_serves_until_another_is_promoted(models):
    assert serving_model() == DEFAULT_MODEL
    promote("a", by="A")
    assert serving_model() == "a"
    assert find_serving() == models / "a"
    assert find_serving("b") == models / "b"


def test_rolling_back_goes_one_step_each_time_and_strikes_nothing_out(models):
    for name in ("a", "b"):
        promote(name)
    assert roll_back().model == "a"
    assert roll_back().model == DEFAULT_MODEL
    with pytest.raises(ServingError, match="nothing to go back to"):
        roll_back()
    promote("b")
    assert roll_back().model == DEFAULT_MODEL
    assert [each.model for each in promotions()] \
        == ["a", "b", "a", DEFAULT_MODEL, "b", DEFAULT_MODEL]


def test_a_model_that_is_gone_serves_no_longer(models):
    promote("a")
    promote("b")
    (models / "b" / "card.json").unlink()
    assert serving_model() == "a"
    assert roll_back().model == DEFAULT_MODEL


def test_an_unknown_model_is_not_promoted(models):
    with pytest.raises(UnknownModelError, match="There are: "):
        promote("c")
    assert promotions() == ()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"model": 1, "x": 2}]', "[" * 10_000])
def test_a_damaged_list_is_said_and_left_alone(models, text):
    path = models / SERVING_FILE
    path.write_text(text)
    if text == "{}":  # no promotions, as JSON writes none too
        assert serving_model() == DEFAULT_MODEL
        return
    with pytest.raises(ServingError, match="Move it away"):
        promote("a")
    assert path.read_text() == text


def test_the_list_is_readable(models):
    promote("a", by="B", note="loses 0.3 points")
    (entry,) = json.loads((models / SERVING_FILE).read_text())
    assert (entry["model"], entry["by"], entry["note"]) == ("a", "B", "loses 0.3 points")
