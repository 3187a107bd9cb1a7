import json
import logging
import os
import stat
from pathlib import Path

import pytest

from hc18viewer import log, paths
from hc18viewer.errors import Cancelled
from hc18viewer.files import replacing, write_text
from hc18viewer.progress import CancelToken
from hc18viewer.settings import Settings, load_settings, save_settings, settings_file


def test_settings_come_back_as_they_were(home):
    assert load_settings() == Settings()
    changed = Settings(theme="light", reader="Ngọc", recent_studies=("/a", "/b"),
                       show_prediction=False, last_cases={"/a": "x.png"})
    save_settings(changed)
    assert load_settings() == changed
    assert settings_file().is_relative_to(home)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"theme": 3, "reader": ["x"], "new": 1}'])
def test_damaged_settings_give_the_defaults(home, text):
    write_text(settings_file(), text)
    assert load_settings() == Settings()


def test_good_fields_of_damaged_settings_are_kept(home):
    write_text(settings_file(), json.dumps({"theme": "blue", "reader": "A"}))
    assert load_settings() == Settings(reader="A")


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "folder" / "file.txt"
    write_text(path, "one")

    def break_off():
        with replacing(path) as temporary:
            temporary.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert path.read_text() == "one"
    assert [entry.name for entry in path.parent.iterdir()] == ["file.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_written_file_has_the_usual_permissions(tmp_path):
    before = os.umask(0o022)
    try:
        write_text(tmp_path / "a", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_one_variable_holds_everything_of_the_users(home):
    places = (paths.config_folder(), paths.data_folder(), paths.log_folder(),
              paths.stores_folder(), paths.models_folder(), paths.sample_folder())
    assert all(place.is_relative_to(home) for place in places)


def test_without_it_the_systems_places_serve(monkeypatch):
    monkeypatch.delenv("HC18VIEWER_HOME", raising=False)
    assert "hc18viewer" in str(paths.data_folder())
    assert paths.home() is None


def test_the_resources_are_found():
    assert (paths.resources() / "icons" / "program.svg").is_file()


def test_a_set_token_stops_the_work():
    token = CancelToken()
    token.check()
    token.cancel()
    assert token.cancelled
    with pytest.raises(Cancelled):
        token.check()


@pytest.fixture
def own_logger():
    package = logging.getLogger("hc18viewer")
    before, propagate = list(package.handlers), package.propagate
    package.handlers.clear()
    yield package
    for handler in package.handlers:
        handler.close()
    package.handlers[:], package.propagate = before, propagate


def test_the_log_goes_to_its_file_once(home, own_logger):
    log.start_log_file()
    log.start_log_file()
    own_logger.info("a line")
    assert (home / "logs" / "hc18viewer.log").read_text().count("a line") == 1


def test_a_log_folder_that_cannot_be_made_is_no_reason_not_to_start(home, own_logger):
    home.mkdir()
    (home / "logs").write_text("a file in the way")
    log.start_log_file()
    assert not any(isinstance(h, logging.FileHandler) for h in own_logger.handlers)
    assert Path(home / "logs").is_file()
