import ast
import os
import signal
import subprocess
import sys
import time

import pytest


@pytest.fixture
def became(bootstrap, commands, monkeypatch):
    """What the script turned into."""
    seen = []
    monkeypatch.setattr(bootstrap, "become", lambda command: seen.append(command) or 0)
    return seen


@pytest.fixture
def no_display(monkeypatch, commands):
    """A Linux session without a screen."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_run_opens_the_sample_study(bootstrap, became):
    assert bootstrap.main(["run"]) == 0
    assert became == [[str(bootstrap.script("hc18viewer")), "--sample"]]


@pytest.mark.parametrize("arguments", [["run", "PATH"], ["run", "--", "PATH"]])
def test_run_hands_arguments_on(bootstrap, became, arguments):
    bootstrap.main(arguments)
    assert became[0][1:] == ["PATH"]


def test_without_display_it_sets_up_and_names_the_command(
    bootstrap, became, commands, no_display, capsys
):
    assert bootstrap.main(["run"]) == 1
    assert "--editable" in commands[-1]
    assert became == []
    shown = capsys.readouterr()
    assert "no display" in shown.out.splitlines()[0]
    assert ".venv/bin/hc18viewer predict PATH --out DIR" in shown.err
    assert len(shown.err.splitlines()) == 1


def test_without_display_a_finished_set_up_says_one_line(bootstrap, became, no_display, capsys):
    bootstrap.main(["setup"])
    capsys.readouterr()
    assert bootstrap.main(["run"]) == 1
    shown = capsys.readouterr()
    assert len((shown.out + shown.err).splitlines()) == 1


@pytest.mark.parametrize("arguments", [["predict", "PATH"], ["--help"], ["--version"]])
def test_commands_without_a_window_need_no_display(bootstrap, became, no_display, arguments):
    assert bootstrap.main(["run", *arguments]) == 0
    assert became[0][1:] == arguments


def test_qt_platform_of_the_users_own_is_a_display(bootstrap, became, no_display, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "vnc")
    assert bootstrap.main(["run"]) == 0


@pytest.mark.parametrize("arguments", [[], ["help"]])
def test_wrong_use_names_the_commands(bootstrap, commands, capsys, arguments):
    assert bootstrap.main(arguments) == 2
    assert "bootstrap.py test" in capsys.readouterr().err
    assert commands == []


def test_unfit_python_is_refused_in_one_line(bootstrap, commands, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(bootstrap.platform, "python_version", lambda: "3.9.2")
    assert bootstrap.main(["setup"]) == 1
    error = capsys.readouterr().err
    assert "needs Python 3.11 or 3.12, this is 3.9.2" in error
    assert len(error.splitlines()) == 1
    assert commands == []


def test_an_older_python_can_read_the_script(checkout):
    source = (checkout / "packaging" / "bootstrap.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 9))


@pytest.mark.parametrize("failing", [None, "ruff", "mypy", "lint-imports", "python"])
def test_all_checks_run_and_any_failure_counts(bootstrap, commands, monkeypatch, failing):
    ran, platforms = [], set()

    def call(command, *, folder, environment):
        ran.append(os.path.basename(command[0]))
        platforms.add(environment["QT_QPA_PLATFORM"])
        assert folder == bootstrap.ROOT
        return int(ran[-1] == failing)

    monkeypatch.setattr(bootstrap, "call", call)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert bootstrap.main(["test"]) == int(failing is not None)
    assert ran == ["ruff", "mypy", "lint-imports", "python"]
    assert platforms == {"offscreen"}


def test_arguments_of_test_reach_pytest(bootstrap, commands, monkeypatch):
    ran = []
    monkeypatch.setattr(bootstrap, "call", lambda command, **_where: ran.append(command) or 0)
    bootstrap.main(["test", "--", "-k", "store"])
    assert ran[-1][-5:] == ["-m", "pytest", "-q", "-k", "store"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_interrupt_reaches_the_program_that_runs(checkout, tmp_path):
    ready, told = tmp_path / "ready", tmp_path / "told"
    child = (
        "import pathlib, time\n"
        "try:\n"
        f"    pathlib.Path({str(ready)!r}).touch(); time.sleep(60)\n"
        "except KeyboardInterrupt:\n"
        f"    pathlib.Path({str(told)!r}).touch()\n"
    )
    parent = (
        # What was started in the background of a script ignores the interrupt from birth.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"import sys; sys.path.insert(0, {str(checkout / 'packaging')!r})\n"
        "import bootstrap\n"
        "bootstrap.INTERRUPT_GRACE_SECONDS = 0.05\n"
        f"bootstrap.hand_over = lambda *_: bootstrap.call([sys.executable, '-c', {child!r}])\n"
        "bootstrap.set_up = lambda *_, **__: None\n"
        "sys.exit(bootstrap.main(['setup']))\n"
    )
    with subprocess.Popen([sys.executable, "-B", "-c", parent], stderr=subprocess.PIPE) as process:
        try:
            _wait_until(ready.exists)
            process.send_signal(signal.SIGINT)
            _, error = process.communicate(timeout=30)
        finally:
            process.kill()
    assert process.returncode == 130
    assert told.exists()
    assert b"interrupted" in error


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_ci_runs_the_test_command_from_any_folder(checkout, tmp_path):
    stand_in = tmp_path / "python3"
    stand_in.write_text('#!/bin/sh\npwd -P\necho "$@"\nexit 7\n')
    stand_in.chmod(0o755)
    answer = subprocess.run(
        ["bash", str(checkout / ".ci" / "run")], cwd=tmp_path, capture_output=True, text=True,
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}, check=False,
    )
    assert answer.returncode == 7
    assert answer.stdout.split() == [str(checkout), "packaging/bootstrap.py", "test"]


def _wait_until(condition, seconds=30.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)
