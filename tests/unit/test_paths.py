import sys
from pathlib import Path

import pytest

from hc18viewer import paths


@pytest.fixture
def moved_package(tmp_path, monkeypatch):
    """The package in another place, without resources."""
    package = tmp_path / "site-packages" / "hc18viewer"
    package.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    return package


def test_a_checkouts_resources_lie_beside_the_package(moved_package):
    beside = moved_package.parent / "resources"
    beside.mkdir()
    assert paths.resources() == beside


def test_an_installed_packages_resources_lie_in_it(moved_package):
    (moved_package.parent / "resources").mkdir()  # of whatever other package
    (moved_package / "_resources").mkdir()
    assert paths.resources() == moved_package / "_resources"


def test_a_frozen_programs_resources_lie_in_its_bundle(moved_package, tmp_path, monkeypatch):
    (moved_package / "_resources").mkdir()
    (tmp_path / "bundle" / "resources").mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    assert paths.resources() == tmp_path / "bundle" / "resources"


def test_missing_resources_name_where_they_were_looked_for(moved_package):
    with pytest.raises(FileNotFoundError, match="_resources"):
        paths.resources()


def test_an_empty_variable_counts_as_none(monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, "")
    assert paths.home() is None


def test_a_short_or_relative_home_is_made_whole(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv(paths.HOME_VARIABLE, "~/heads")
    assert paths.home() == tmp_path.resolve() / "heads"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.HOME_VARIABLE, "heads")
    assert paths.home() == tmp_path.resolve() / "heads"


def test_stores_models_sample_and_log_lie_apart(home):
    folders = {paths.stores_folder(), paths.models_folder(), paths.sample_folder(),
               paths.log_folder()}
    assert len(folders) == 4
    assert {folder.parent for folder in folders} == {paths.home()}


def test_asking_makes_no_folder(home):
    paths.config_folder(), paths.stores_folder(), paths.log_folder()
    assert not home.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the desktop's variables of Linux")
def test_on_linux_the_desktops_variables_count(tmp_path, monkeypatch):
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    for name, place in (("XDG_CONFIG_HOME", "c"), ("XDG_DATA_HOME", "d"), ("XDG_STATE_HOME", "s")):
        monkeypatch.setenv(name, str(tmp_path / place))
    assert paths.config_folder() == tmp_path / "c" / "hc18viewer"
    assert paths.data_folder() == tmp_path / "d" / "hc18viewer"
    assert Path(paths.log_folder()).is_relative_to(tmp_path / "s")
    assert paths.stores_folder() == tmp_path / "d" / "hc18viewer" / "stores"


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
