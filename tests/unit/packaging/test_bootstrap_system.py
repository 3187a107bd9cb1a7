import os

import pytest


@pytest.fixture
def debian(tmp_path, monkeypatch):
    """A Debian of stand-ins; the packages given to the fixture's function are installed."""
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))

    def install(*packages):
        answers = "".join(f"echo '{name}=install ok installed'\n" for name in packages)
        for name, text in (("dpkg-query", answers + "exit 1\n"), ("apt-get", "exit 0\n")):
            program = programs / name
            program.write_text(f"#!/bin/sh\n{text}")
            program.chmod(0o755)
        return programs

    return install


def test_only_missing_packages_are_named(bootstrap, debian):
    debian("libgl1")
    assert bootstrap.missing_system_packages(("libgl1", "libegl1")) == ["libegl1"]


def test_package_under_its_new_name_is_not_missing(bootstrap, debian):
    debian("libglib2.0-0t64")
    assert bootstrap.missing_system_packages(("libglib2.0-0",)) == []


def test_removed_package_is_missing(bootstrap, debian):
    (debian() / "dpkg-query").write_text(
        "#!/bin/sh\necho 'libgl1=deinstall ok config-files'\nexit 0\n"
    )
    assert bootstrap.missing_system_packages(("libgl1",)) == ["libgl1"]


def test_venv_package_is_named_only_where_ensurepip_lacks(bootstrap, debian, monkeypatch):
    debian("libgl1")
    monkeypatch.setattr(bootstrap, "has_ensurepip", lambda: False)
    version = "{}.{}".format(*bootstrap.sys.version_info)
    assert bootstrap.missing_system_packages(("libgl1",)) == [f"python{version}-venv"]


def test_other_systems_need_no_packages(bootstrap, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.missing_system_packages(bootstrap.WINDOW_LIBRARIES) == []


def test_tests_ask_for_no_window_libraries(bootstrap):
    assert "libxcb-cursor0" in bootstrap.NEEDS["run"].libraries
    assert "libxcb-cursor0" not in bootstrap.NEEDS["test"].libraries
    assert set(bootstrap.NEEDS["test"].libraries) < set(bootstrap.NEEDS["run"].libraries)


@pytest.mark.parametrize(("user", "prefix"), [(0, []), (1000, ["sudo"])])
def test_lists_are_updated_before_packages_are_installed(
    bootstrap, debian, commands, monkeypatch, user, prefix
):
    (debian() / "sudo").symlink_to("apt-get")
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: user)
    bootstrap.ENVIRONMENT.mkdir()
    bootstrap.LOG.touch()
    bootstrap.install_system_packages(["libgl1"])
    update, install = commands
    assert update == [*prefix, "apt-get", "update", "-q"]
    assert install[: len(prefix) + 2] == [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    assert install[-1] == "libgl1"


def test_without_root_and_sudo_the_command_is_named(bootstrap, debian, commands, monkeypatch):
    debian()
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    with pytest.raises(bootstrap.SetupError) as caught:
        bootstrap.install_system_packages(["libgl1", "libegl1"])
    text = str(caught.value)
    assert text.endswith("apt-get update && apt-get install libgl1 libegl1")
    assert "\n" not in text
    assert commands == []


def test_complete_system_calls_no_apt(bootstrap, commands):
    bootstrap.install_system_packages([])
    assert commands == []


def test_card_is_seen_by_its_tool(bootstrap, tmp_path, monkeypatch):
    if os.path.exists("/proc/driver/nvidia"):
        pytest.skip("this machine has a card")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not bootstrap.has_nvidia()
    tool = tmp_path / "nvidia-smi"
    tool.write_text("#!/bin/sh\n")
    tool.chmod(0o755)
    assert bootstrap.has_nvidia()


def test_closed_port_is_not_reachable(bootstrap, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert not bootstrap.reachable("http://127.0.0.1:9/")
