import os
import sys

import pytest


def test_first_call_makes_the_environment_and_installs(bootstrap, commands):
    assert bootstrap.main(["setup"]) == 0
    assert commands[0] == [sys.executable, "-m", "venv", str(bootstrap.ENVIRONMENT)]
    assert commands[-1][-4:] == ["--constraint", str(bootstrap.CONSTRAINTS), "--editable",
                                 str(bootstrap.ROOT)]


def test_second_call_starts_nothing(bootstrap, commands):
    bootstrap.main(["setup"])
    commands.clear()
    assert bootstrap.main(["setup"]) == 0
    assert commands == []


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_changed_requirements_are_installed(bootstrap, commands, name):
    bootstrap.main(["setup"])
    commands.clear()
    (bootstrap.ROOT / name).write_text("torch==2.14.0\n")
    bootstrap.main(["setup"])
    assert "--editable" in commands[-1]


def test_tests_need_more_than_the_window_and_are_noted(bootstrap, commands, monkeypatch):
    monkeypatch.setattr(bootstrap, "run_checks", lambda _arguments: 0)
    bootstrap.main(["setup"])
    commands.clear()
    bootstrap.main(["test"])
    assert commands[-1][-1] == f"{bootstrap.ROOT}[dev]"
    commands.clear()
    bootstrap.main(["test"])
    bootstrap.main(["setup"])
    assert commands == []


def test_interrupted_set_up_is_made_anew(bootstrap, commands, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(bootstrap, "install_cpu_torch", interrupted)
        assert bootstrap.main(["setup"]) == 130
    half_made = bootstrap.ENVIRONMENT / "lib" / "half"
    half_made.mkdir(parents=True)
    commands.clear()
    assert bootstrap.main(["setup"]) == 0
    assert "venv" in commands[0]
    assert not half_made.exists()
    assert not bootstrap.UNFINISHED.exists()


def test_environment_made_by_hand_is_kept(bootstrap, commands):
    bootstrap.script("python").parent.mkdir(parents=True)
    bootstrap.script("python").touch()
    own = bootstrap.ENVIRONMENT / "lib"
    own.mkdir()
    bootstrap.main(["setup"])
    assert own.exists()
    assert not any("venv" in command for command in commands)


def test_moved_folder_gets_a_new_environment(bootstrap, commands):
    bootstrap.main(["setup"])
    stamp = bootstrap.read_stamp()
    bootstrap.UNFINISHED.touch()
    bootstrap.write_stamp(stamp._replace(root="/elsewhere", fingerprint="other"))
    commands.clear()
    bootstrap.main(["setup"])
    assert "venv" in commands[0]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"fingerprint": "x", "age": 3}'])
def test_damaged_stamp_is_no_stamp(bootstrap, commands, text):
    bootstrap.main(["setup"])
    bootstrap.STAMP.write_text(text)
    assert bootstrap.read_stamp() == bootstrap.Stamp()


def test_environment_without_its_python_is_made_anew(bootstrap, commands):
    bootstrap.main(["setup"])
    bootstrap.script("python").unlink()
    commands.clear()
    bootstrap.main(["setup"])
    assert "venv" in commands[0]


def test_unfit_environment_does_not_work(bootstrap):
    assert not bootstrap.works()
    program = bootstrap.script("python")
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    assert not bootstrap.works()


def test_failed_step_shows_the_end_of_its_output(bootstrap, capfd):
    bootstrap.ENVIRONMENT.mkdir()
    bootstrap.LOG.write_text("an earlier step\n")
    code = "print('no such wheel'); raise SystemExit(3)"
    with pytest.raises(bootstrap.SetupError, match="pip install failed with code 3"):
        bootstrap.quietly([sys.executable, "-c", code], "pip install")
    shown = capfd.readouterr().err
    assert "no such wheel" in shown
    assert "an earlier step" not in shown
    assert "no such wheel" in bootstrap.LOG.read_text()


def test_configured_cpu_torch_is_taken_without_asking_elsewhere(bootstrap, commands, monkeypatch):
    def unexpected(_address):
        pytest.fail("asked the network")

    monkeypatch.setattr(bootstrap, "reachable", unexpected)
    bootstrap.main(["setup"])
    assert commands[1][-2:] == ["--no-deps", "torch==2.13.0+cpu"]


@pytest.mark.parametrize("answers", [True, False])
def test_cpu_torch_comes_from_its_own_index_where_that_answers(
    bootstrap, commands, monkeypatch, capsys, answers
):
    record = bootstrap.logged

    def without_a_local_build(command, _environment=None):
        configured = "torch==2.13.0+cpu" in command and "--extra-index-url" not in command
        return record(command) or int(configured)

    monkeypatch.setattr(bootstrap, "logged", without_a_local_build)
    monkeypatch.setattr(bootstrap, "reachable", lambda _address: answers)
    assert bootstrap.main(["setup"]) == 0
    from_index = [command for command in commands if "--extra-index-url" in command]
    assert len(from_index) == int(answers)
    assert all("torch==2.13.0+cpu" in command for command in from_index)
    assert ("CUDA build" in capsys.readouterr().out) is not answers


def test_card_gets_the_usual_torch(bootstrap, commands, monkeypatch):
    monkeypatch.setattr(bootstrap, "has_nvidia", lambda: True)
    bootstrap.main(["setup"])
    assert not any("torch" in argument for command in commands for argument in command[4:-4])


@pytest.mark.parametrize("configured", [True, False])
def test_pip_configuration_comes_first_and_is_left_once_aloud(
    bootstrap, commands, monkeypatch, capsys, configured
):
    environments = []

    def fail(command, environment=None):
        if "--editable" in command:
            commands.append(command)
            environments.append((environment or {}).get("PIP_CONFIG_FILE"))
        return 1

    monkeypatch.setattr(bootstrap, "logged", fail)
    monkeypatch.setattr(bootstrap, "pip_is_configured", lambda: configured)
    monkeypatch.setattr(bootstrap, "reachable", lambda _address: False)
    monkeypatch.setattr(bootstrap, "make_environment", lambda **_moved: None)
    assert bootstrap.main(["setup"]) == 1
    given = {argument for command in commands for argument in command}
    assert not given & {"--index-url", "-i", "--no-index", "--isolated", "--find-links", "--cert"}
    assert environments == [None, os.devnull if configured else None]
    assert ("without them" in capsys.readouterr().out) == configured

