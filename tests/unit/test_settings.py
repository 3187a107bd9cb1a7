import dataclasses
import json
import os
from pathlib import Path

import pytest

from hc18viewer.files import write_text
from hc18viewer.overlays import Layer, Overlays
from hc18viewer.settings import Settings, load_settings, save_settings, settings_file


@pytest.fixture
def stored(home):
    """Write the settings file as given, and load it."""

    def load(found):
        write_text(settings_file(), found if isinstance(found, str) else json.dumps(found))
        return load_settings()

    return load


CHANGES = [
    {"theme": "light"}, {"reader": "Hà Ü 😀"},
    {"overlays": Overlays().changed(Layer.PREDICTION, visible=False, colour="#f4f4f4", width=3.5)},
    {"go_on_after_verdict": False}, {"calibration_length_mm": 12.5},
    {"recent_studies": ("/b", "/a")}, {"window_geometry": "AdnQ=="},
    {"show_view_options": True}, {"text_size": 150}, {"language": "vi"},
    {"shortcuts": {"snap": ["Ctrl+J"], "flag": []}}, {"recent_commands": ("snap",)},
    {"last_cases": {"/a": "training_set/1.png"}},
    {"image_window": 90}, {"image_level": 40}, {"image_gamma": 1.25}, {"image_invert": True},
    {"image_clahe": True}, {"loupe": False}, {"loupe_magnification": 4}, {"keep_zoom": True},
    {"tuning_reference": "/hc18"},
]


@pytest.mark.parametrize("change", CHANGES)
def test_each_setting_comes_back(home, change):
    changed = dataclasses.replace(Settings(), **change)
    assert changed != Settings()
    save_settings(changed)
    assert load_settings() == changed


def test_no_setting_is_left_out_above():
    tried = {name for change in CHANGES for name in change}
    assert tried == {field.name for field in dataclasses.fields(Settings)}


@pytest.mark.parametrize("wrong", [
    {"text_size": 110}, {"text_size": "150"}, {"text_size": [100]},
    {"theme": "Dark"}, {"theme": None}, {"theme": ["dark"]}, {"reader": None}, {"reader": 7},
    {"show_annotation": "no"}, {"show_annotation": 0}, {"overlays": []}, {"overlays": None},
    {"recent_studies": "/a"}, {"recent_commands": "x"}, {"shortcuts": ["a"]}, {"shortcuts": 3},
    {"shortcuts": {"snap": "Ctrl+J", "flag": None}},
    {"recent_studies": {"a": 1}}, {"last_cases": []}, {"last_cases": "x"},
    {"window_geometry": 1.5},
])
def test_a_setting_of_the_wrong_kind_takes_its_default(stored, wrong):
    assert stored({**wrong, "go_on_after_verdict": False}) == Settings(go_on_after_verdict=False)


def test_settings_of_a_newer_version_are_left_out(stored):
    assert stored({"colour_of_hats": "red", "reader": "A"}) == Settings(reader="A")


def test_odd_entries_of_lists_become_text(stored):
    found = stored({"recent_studies": ["/a", 3], "last_cases": {"/a": 4}})
    assert found.recent_studies == ("/a", "3")
    assert found.last_cases == {"/a": "4"}


@pytest.mark.parametrize("text", ["null", "3", '"x"', "[" * 100_000, '{"a": ' * 50_000, "{}x"])
def test_a_file_that_holds_no_settings_gives_the_defaults(stored, text):
    assert stored(text) == Settings()


def test_a_file_that_is_no_text_gives_the_defaults(home):
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes(b"\xff\xfe{}")
    assert load_settings() == Settings()


def test_a_folder_in_the_files_place_gives_the_defaults(home):
    settings_file().mkdir(parents=True)
    assert load_settings() == Settings()


def test_a_folder_whose_name_is_no_utf_8_is_remembered(home):
    odd = os.fsdecode(b"/scans/\xe9t\xe9") if os.name != "nt" else "C:/\udce9"
    settings = Settings(recent_studies=(odd, "/Siêu âm"), last_cases={odd: "a.png"})
    save_settings(settings)
    assert load_settings() == settings
    assert "/Siêu âm" in settings_file().read_text(encoding="utf-8")


def test_the_file_is_readable_json_with_one_setting_a_line(home):
    save_settings(Settings(reader="Ngọc"))
    lines = settings_file().read_text(encoding="utf-8").splitlines()
    assert '  "reader": "Ngọc",' in lines
    assert len(json.loads("\n".join(lines))) == len(dataclasses.fields(Settings))


def test_settings_that_cannot_be_stored_say_so_and_keep_the_old(home, monkeypatch):
    def refuse(_from, _to):
        raise OSError(28, "No space left on device")

    save_settings(Settings(reader="A"))
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space left"):
        save_settings(Settings(reader="B"))
    assert load_settings().reader == "A"
    assert [entry.name for entry in home.iterdir()] == ["settings.json"]


def test_loading_writes_nothing(home):
    load_settings()
    assert not home.exists()


def test_settings_cannot_be_changed_in_place():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().reader = "B"
    assert Settings().last_cases is not Settings().last_cases


def test_settings_come_back_as_they_were(home):
    assert load_settings() == Settings()
    changed = Settings(theme="light", reader="Ngọc", recent_studies=("/a", "/b"),
                       last_cases={"/a": "x.png"})
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
