import pytest


def test_a_fingerprint_is_the_same_until_something_that_counts_changes(bootstrap, tmp_path):
    script = tmp_path / "bootstrap.py"
    script.write_text("first")
    bootstrap.__file__ = str(script)
    seen = [bootstrap.fingerprint()]
    assert bootstrap.fingerprint() == seen[0]
    for path in (script, bootstrap.CONSTRAINTS, bootstrap.ROOT / "pyproject.toml"):
        path.write_text(path.read_text() + "# changed\n")
        seen.append(bootstrap.fingerprint())
    (tmp_path / "moved").mkdir()
    (tmp_path / "pyproject.toml").rename(tmp_path / "moved" / "pyproject.toml")
    bootstrap.ROOT = tmp_path / "moved"
    seen.append(bootstrap.fingerprint())
    assert len(set(seen)) == 5


def test_other_files_do_not_count(bootstrap):
    before = bootstrap.fingerprint()
    (bootstrap.ROOT / "README.md").write_text("x")
    assert bootstrap.fingerprint() == before


@pytest.fixture
def set_up_once(bootstrap):
    """An environment with its programs, whose set-up has not been noted yet."""
    for name in ("python", "hc18viewer"):
        bootstrap.script(name).parent.mkdir(parents=True, exist_ok=True)
        bootstrap.script(name).touch()
    bootstrap.UNFINISHED.touch()
    return bootstrap


def test_a_stamp_comes_back_and_ends_the_unfinished_state(set_up_once):
    stamp = set_up_once.Stamp("abc", "/here", ("dev", "hc18viewer"))
    set_up_once.write_stamp(stamp)
    found = set_up_once.read_stamp()
    assert found._replace(parts=tuple(found.parts)) == stamp
    assert not set_up_once.UNFINISHED.exists()


def test_a_stamp_does_not_hold_while_a_set_up_is_unfinished(set_up_once):
    set_up_once.write_stamp(set_up_once.Stamp("abc"))
    set_up_once.UNFINISHED.touch()
    assert set_up_once.read_stamp() == set_up_once.Stamp()


def test_missing_packages_keep_their_order(bootstrap, monkeypatch):
    asked = []

    def installed(packages):
        asked.extend(packages)
        return {"b", "libglib2.0-0t64"}

    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(bootstrap, "has_ensurepip", lambda: True)
    monkeypatch.setattr(bootstrap, "installed", installed)
    assert bootstrap.missing_system_packages(("c", "b", "libglib2.0-0", "a")) == ["c", "a"]
    assert set(asked) == {"a", "b", "c", "libglib2.0-0", "libglib2.0-0t64"}


@pytest.mark.parametrize(("version", "fits"), [
    ((3, 10), False), ((3, 11), True), ((3, 12), True), ((3, 13), False), ((4, 11), False),
])
def test_only_the_pythons_of_the_project_fit(bootstrap, monkeypatch, version, fits):
    monkeypatch.setattr(bootstrap.sys, "version_info", (*version, 0, "final", 0))
    if fits:
        bootstrap.check_python()
    else:
        with pytest.raises(bootstrap.SetupError, match=r"needs Python 3\.11 or 3\.12"):
            bootstrap.check_python()


def test_the_projects_own_bounds_are_the_same(bootstrap, checkout):
    text = (checkout / "pyproject.toml").read_text(encoding="utf-8")
    assert 'requires-python = ">=3.11,<3.13"' in text
    assert bootstrap.PYTHONS == ((3, 11), (3, 12))


@pytest.mark.parametrize("command", ["", "Run", "run ", "-h", "--version", "install"])
def test_a_command_that_is_none_starts_nothing(bootstrap, commands, capsys, command):
    assert bootstrap.main([command]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "packaging/bootstrap.py run" in shown.err
    assert commands == []
    assert not bootstrap.ENVIRONMENT.exists()


def test_the_pinned_torch_is_read_from_the_constraints(bootstrap):
    bootstrap.CONSTRAINTS.write_text("# torch==1.0\ntorchvision==3\n torch==2\ntorch==2.9.1\n")
    assert bootstrap.pinned_torch() == "torch==2.9.1"
