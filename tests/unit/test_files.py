import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from hc18viewer.files import held, is_held, replacing, write_text


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_text_is_written_as_utf_8_with_the_given_line_ends(tmp_path):
    write_text(tmp_path / "a", "Ngọc\nb\n")
    write_text(tmp_path / "b", "x\ny\n", newline="\r\n")
    write_text(tmp_path / "c", "x\r\ny\n", newline="")
    assert (tmp_path / "a").read_bytes() == "Ngọc\nb\n".encode()
    assert (tmp_path / "b").read_bytes() == b"x\r\ny\r\n"
    assert (tmp_path / "c").read_bytes() == b"x\r\ny\n"


def test_folders_are_made_on_the_way(tmp_path):
    write_text(tmp_path / "a" / "b" / "c.txt", "x")
    assert (tmp_path / "a" / "b" / "c.txt").read_text() == "x"


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with replacing(path) as temporary:
        temporary.write_text("new")
        assert path.read_text() == "old"
        assert temporary.parent == path.parent
        assert temporary.suffix == ".txt"
        assert temporary.name.startswith(".")
    assert path.read_text() == "new"
    assert names(tmp_path) == ["a.txt"]


def test_content_is_synced_before_it_takes_the_place(tmp_path, monkeypatch):
    done = []
    sync, replace = os.fsync, Path.replace

    def note_sync(descriptor):
        done.append("sync")
        sync(descriptor)

    def note_replace(path, target):
        done.append("replace")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_replace)
    write_text(tmp_path / "a", "x")
    assert done[:2] == ["sync", "replace"]
    # the folder too, where the system can
    assert done[2:] == ([] if os.name == "nt" else ["sync"])


@pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError, ValueError])
def test_whatever_breaks_off_leaves_nothing_behind(tmp_path, fault):
    def break_off():
        with replacing(tmp_path / "a") as temporary:
            temporary.write_text("half")
            raise fault

    with pytest.raises(fault):
        break_off()
    assert names(tmp_path) == []


def test_a_folder_in_the_way_stays_and_the_temporary_file_goes(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        write_text(tmp_path / "a", "x")
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").is_dir()


def test_text_that_cannot_be_encoded_leaves_the_old_file(tmp_path):
    write_text(tmp_path / "a", "old")
    with pytest.raises(UnicodeEncodeError):
        write_text(tmp_path / "a", "\udce9")
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old"


@pytest.mark.parametrize("name", ["x" * 250 + ".png", "ệ" * 80 + ".png", ".hidden", "a.b.c"])
def test_any_name_that_the_system_takes_can_be_written(tmp_path, name):
    write_text(tmp_path / name, "x")
    assert names(tmp_path) == [name]


def test_a_block_that_writes_nothing_leaves_an_empty_file(tmp_path):
    with replacing(tmp_path / "a"):
        pass
    assert (tmp_path / "a").read_bytes() == b""


def test_two_writers_of_one_file_use_two_temporary_files(tmp_path):
    path = tmp_path / "a"
    with replacing(path) as outer:
        outer.write_text("outer")
        write_text(path, "inner")
        assert path.read_text() == "inner"
    assert path.read_text() == "outer"
    assert names(tmp_path) == ["a"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_written_file_has_the_usual_permissions(tmp_path):
    before = os.umask(0o022)
    try:
        write_text(tmp_path / "a", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_a_held_file_is_held_until_its_process_ends_however_it_does(tmp_path):
    path = tmp_path / "lock"
    code = (
        "import sys, time; from pathlib import Path; from hc18viewer.files import held\n"
        "with held(Path(sys.argv[1]), seconds=0): print('held', flush=True); time.sleep(600)"
    )
    other = subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE)
    with other:
        other.stdout.readline()
        assert is_held(path)
        with pytest.raises(BlockingIOError), held(path, seconds=0.1):
            pytest.fail("it was held twice")
        other.kill()
    assert not is_held(path)
    with held(path, seconds=0):
        assert path.exists()
    assert not path.exists()
