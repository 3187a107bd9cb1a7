#!/usr/bin/env python3
"""Set hc18viewer up on a machine that has Python and nothing else, then run or test it.

    python3 packaging/bootstrap.py run     set up, open the window on the sample study
    python3 packaging/bootstrap.py test    set up, run all checks and tests
    python3 packaging/bootstrap.py setup   set up and stop there
    python3 packaging/bootstrap.py build   set up, freeze the program into dist/hc18viewer

What follows the command is handed on: `run PATH` opens PATH, `test -k store` tests the store.
A second call finds everything done and takes no time. Standard library only.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "hc18viewer-setup.json"
UNFINISHED = ENVIRONMENT / "hc18viewer-unfinished"
LOG = ENVIRONMENT / "bootstrap.log"

PYTHONS = ((3, 11), (3, 12))

# What PySide6's wheels load and a minimal Debian or Ubuntu lacks.
OFFSCREEN_LIBRARIES = (
    "libgl1", "libegl1", "libxkbcommon0", "libglib2.0-0", "libdbus-1-3", "libfontconfig1",
    "fonts-dejavu-core",
)
WINDOW_LIBRARIES = (
    *OFFSCREEN_LIBRARIES,
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxkbcommon-x11-0", "libxcb-shape0",
)
# Ubuntu 24.04 and Debian 13 renamed these with the change to 64-bit times.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}

CPU_TORCH_INDEX = "https://download.pytorch.org/whl/cpu"
PROBE_SECONDS = 3.0
INTERRUPT_GRACE_SECONDS = 1.0

WINDOWLESS = {"predict", "evaluate", "train", "sample"}
INFORMATION = {"-h", "--help", "--version"}
NO_WINDOW = "there is no display here: this sets up, and opens no window"
NO_DISPLAY = (
    "there is no display to open a window on; without one, use: "
    ".venv/bin/hc18viewer predict PATH --out DIR"
)


class SetupError(Exception):
    """Something that the user has to mend; the text says what."""


class Needs(NamedTuple):
    """What a command needs: Debian packages, and an extra of pyproject.toml or none."""

    libraries: tuple[str, ...]
    extra: str = ""

    def parts(self) -> set[str]:
        """Return the names under which the stamp knows these needs."""
        return {"hc18viewer", *self.libraries, *filter(None, [self.extra])}


class Stamp(NamedTuple):
    """What a finished set-up notes in the environment: for what, in which folder, and its parts."""

    fingerprint: str = ""
    root: str = ""
    parts: tuple[str, ...] = ()


NEEDS = {
    "run": Needs(WINDOW_LIBRARIES),
    "setup": Needs(WINDOW_LIBRARIES),
    "test": Needs(OFFSCREEN_LIBRARIES, "dev"),
    "build": Needs(WINDOW_LIBRARIES, "build"),
}


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    command = arguments[0] if arguments else ""
    if command not in NEEDS:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    handed_on = arguments[2:] if arguments[1:2] == ["--"] else arguments[1:]
    try:
        check_python()
        windowless = command == "run" and opens_window(handed_on) and not has_display()
        set_up(NEEDS[command], announce=NO_WINDOW if windowless else "")
        if windowless:
            raise SetupError(NO_DISPLAY)
        return hand_over(command, handed_on)
    except SetupError as error:
        print(f"bootstrap: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("bootstrap: interrupted; call it again to go on", file=sys.stderr)
        return 130


def set_up(needs: Needs, *, announce: str = "") -> None:
    """Install what is needed and not there yet; `announce` is said if there is anything to do.

    Raises:
        SetupError: the user has to mend something first.
    """
    stamp, now = read_stamp(), fingerprint()
    done = set(stamp.parts) if stamp.fingerprint == now else set()
    if needs.parts() <= done:
        return
    if announce:
        say(announce)
    ENVIRONMENT.mkdir(exist_ok=True)
    LOG.write_bytes(b"")
    install_system_packages(missing_system_packages(needs.libraries))
    make_environment(moved=stamp.root not in ("", str(ROOT)))
    install_cpu_torch()
    say("installing hc18viewer and what it needs" + (f" ({needs.extra})" if needs.extra else ""))
    install_project(f"{ROOT}[{needs.extra}]" if needs.extra else str(ROOT))
    write_stamp(Stamp(now, str(ROOT), tuple(sorted(done | needs.parts()))))


def hand_over(command: str, arguments: list[str]) -> int:
    """Do what was asked for, with everything in place, and return the exit code."""
    if command == "setup":
        say(f"ready: {script('hc18viewer')}")
        return 0
    if command == "run":
        return become([str(script("hc18viewer")), *(arguments or ["--sample"])])
    if command == "build":
        return call([str(script("python")), "-m", "PyInstaller", "--noconfirm",
                     str(ROOT / "packaging" / "hc18viewer.spec"), *arguments], folder=ROOT)
    return run_checks(arguments)


def run_checks(arguments: list[str]) -> int:
    """Run linter, type checker, import rules and tests; all of them, whatever fails."""
    checks = {
        "linter": [str(script("ruff")), "check", "--quiet", "."],
        "type checker": [str(script("mypy"))],
        "import rules": [str(script("lint-imports")), "--no-logo"],
        "tests": [str(script("python")), "-m", "pytest", "-q", *arguments],
    }
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    codes = []
    for name, check in checks.items():
        say(f"running the {name}")
        codes.append(call(check, folder=ROOT, environment=environment))
    return next((code for code in codes if code), 0)


def check_python() -> None:
    """Refuse a Python that the program does not run on."""
    if sys.version_info[:2] not in PYTHONS:
        wanted = " or ".join(f"{major}.{minor}" for major, minor in PYTHONS)
        raise SetupError(
            f"hc18viewer needs Python {wanted}, this is {platform.python_version()}. "
            "Install one of them and call its python3 by name."
        )


def opens_window(arguments: list[str]) -> bool:
    """Whether hc18viewer, called with these arguments, opens its window."""
    return not (WINDOWLESS.intersection(arguments[:1]) or INFORMATION.intersection(arguments))


def has_display() -> bool:
    """Whether Qt has a screen to draw on, or was told to do without."""
    if not sys.platform.startswith("linux"):
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def missing_system_packages(libraries: tuple[str, ...]) -> list[str]:
    """Return the Debian packages that are needed and not installed; none on other systems."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return []
    there = installed([*libraries, *RENAMED.values()])
    missing = [name for name in libraries if not {name, RENAMED.get(name, name)} & there]
    if not has_ensurepip():
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    return missing


def has_ensurepip() -> bool:
    """Whether Python can put pip into a virtual environment (Debian splits that off)."""
    try:
        import ensurepip  # noqa: F401 - only whether it is there
        import venv  # noqa: F401
    except ImportError:
        return False
    return True


def installed(packages: list[str]) -> set[str]:
    """Return those of the packages that dpkg has installed."""
    answer = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Package}=${Status}\\n", *packages],
        capture_output=True, text=True, check=False,  # it fails when it does not know one of them
    )
    lines = (line.partition("=") for line in answer.stdout.splitlines())
    return {name for name, _, status in lines if status == "install ok installed"}


def install_system_packages(packages: list[str]) -> None:
    """Install Debian packages, through sudo where needed.

    Raises:
        SetupError: apt-get failed, or there is no way to become root.
    """
    if not packages:
        return
    names = " ".join(packages)
    as_root: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            raise SetupError(
                "system packages are missing; as root, run: "
                f"apt-get update && apt-get install {names}"
            )
        as_root = ["sudo"]
    say(f"installing system packages: {names}")
    quietly([*as_root, "apt-get", "update", "-q"], "apt-get update")
    quietly(
        [*as_root, "env", "DEBIAN_FRONTEND=noninteractive",
         "apt-get", "install", "-qy", "--no-install-recommends", *packages],
        "apt-get install",
    )


def make_environment(*, moved: bool) -> None:
    """Make the virtual environment, unless one is there that works and was not left half made.

    One that was made in another folder is made anew too: its programs name that folder.
    """
    if not moved and not UNFINISHED.exists() and works():
        UNFINISHED.touch()
        return
    say(f"making a virtual environment in {ENVIRONMENT.name}")
    UNFINISHED.touch()
    for entry in ENVIRONMENT.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry not in (LOG, UNFINISHED):
            entry.unlink()
    # A process of its own: an ensurepip that apt-get has just installed is not seen in this one.
    quietly([sys.executable, "-m", "venv", str(ENVIRONMENT)], "python -m venv")


def works() -> bool:
    """Whether the virtual environment has a fitting Python with pip."""
    if not script("python").exists():
        return False
    code = f"import sys, pip; sys.exit(sys.version_info[:2] not in {PYTHONS})"
    answer = subprocess.run([str(script("python")), "-c", code], capture_output=True, check=False)
    return answer.returncode == 0


def install_cpu_torch() -> None:
    """Install torch's CPU build first where a Linux machine has no NVIDIA card.

    On Linux the package index's torch carries CUDA, gigabytes that such a machine has no use for.
    The user's own configuration of pip is asked for a CPU build first, then PyTorch's index is
    added to it, for torch alone. What torch needs comes with the rest, from the usual places.
    """
    if not sys.platform.startswith("linux") or has_nvidia():
        return
    say("installing torch, the largest part")
    torch = pip_install("--no-deps", f"{pinned_torch()}+cpu")
    if logged(torch) == 0:
        return
    if reachable(f"{CPU_TORCH_INDEX}/torch/") and not logged(
        [*torch, "--extra-index-url", CPU_TORCH_INDEX]
    ):
        return
    say("torch's CPU build cannot be had here: its CUDA build, gigabytes, comes instead")


def install_project(project: str) -> None:
    """Install the project in editable form with all that it needs, at the pinned versions.

    An index that pip is configured with comes first. Where that leads nowhere (a mirror that
    lacks a file it lists) pip's own index is tried once, said aloud.

    Raises:
        SetupError: pip failed.
    """
    install = pip_install("--constraint", str(CONSTRAINTS), "--editable", project)
    if logged(install) == 0:
        return
    if not pip_is_configured():
        quietly(install, "pip install")
        return
    say("pip failed by its configuration files; trying once more without them")
    quietly(install, "pip install", {**os.environ, "PIP_CONFIG_FILE": os.devnull})


def pip_is_configured() -> bool:
    """Whether files of pip's configuration say anything."""
    answer = subprocess.run(
        [str(script("python")), "-m", "pip", "config", "list"],
        capture_output=True, text=True, check=False,
    )
    return any(not line.startswith(":env:") for line in answer.stdout.splitlines())


def pinned_torch() -> str:
    """Return the line of the constraints that pins torch."""
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    return next(line.strip() for line in lines if line.startswith("torch=="))


def has_nvidia() -> bool:
    """Whether an NVIDIA driver is on the machine."""
    return Path("/proc/driver/nvidia").exists() or shutil.which("nvidia-smi") is not None


def reachable(address: str) -> bool:
    """Whether a web address answers well within a few seconds, through a proxy where one is set."""
    try:
        with urllib.request.urlopen(address, timeout=PROBE_SECONDS):
            return True
    except (OSError, http.client.HTTPException):
        return False


def read_stamp() -> Stamp:
    """Return what the last finished set-up noted; an empty stamp when it no longer holds."""
    there = script("python").exists() and script("hc18viewer").exists()
    if not there or UNFINISHED.exists():
        return Stamp()
    try:
        return Stamp(**json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):  # none, damaged, or of another version of this script
        return Stamp()


def write_stamp(stamp: Stamp) -> None:
    """Note that the set-up is finished; whole or not at all."""
    temporary = STAMP.with_suffix(".new")
    temporary.write_text(json.dumps(stamp._asdict()), encoding="utf-8")
    temporary.replace(STAMP)
    UNFINISHED.unlink()


def fingerprint() -> str:
    """Return a digest of everything that decides what is installed, and where."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (ROOT / "pyproject.toml", CONSTRAINTS, Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def script(name: str) -> Path:
    """Return a program of the virtual environment."""
    if os.name == "nt":
        return ENVIRONMENT / "Scripts" / f"{name}.exe"
    return ENVIRONMENT / "bin" / name


def pip_install(*arguments: str) -> list[str]:
    """Return a pip command that adds to the user's configuration of pip.

    An index, a constraint or a certificate that is configured stands for a reason.
    """
    return [str(script("python")), "-m", "pip", "install", "--disable-pip-version-check",
            *arguments]


def logged(command: list[str], environment: dict[str, str] | None = None) -> int:
    """Run a command with its output in the log and return its exit code."""
    with LOG.open("ab") as log:
        return wait_for(subprocess.Popen(
            command, stdout=log, stderr=subprocess.STDOUT, env=environment
        ))


def quietly(command: list[str], name: str, environment: dict[str, str] | None = None) -> None:
    """Run a command with its output in the log, whose end is shown when it fails.

    Raises:
        SetupError: the command failed.
    """
    start = LOG.stat().st_size
    code = logged(command, environment)
    if code:
        output = LOG.read_bytes()[start:].decode("utf-8", errors="replace").splitlines()
        print("\n".join(output[-30:]), file=sys.stderr)
        raise SetupError(f"{name} failed with code {code}; its whole output: {LOG}")


def call(
    command: list[str], *, folder: Path | None = None, environment: dict[str, str] | None = None
) -> int:
    """Run a command and return its exit code."""
    return wait_for(subprocess.Popen(command, cwd=folder, env=environment))


def become(command: list[str]) -> int:
    """Run a command in this process's place, so that signals and exit codes are its own."""
    if os.name == "nt":  # its exec returns to the prompt before the program has ended
        return call(command)
    os.execv(command[0], command)


def wait_for(process: subprocess.Popen[bytes]) -> int:
    """Wait for a process and return its exit code; an interrupt reaches it before it goes on."""
    try:
        return process.wait()
    except KeyboardInterrupt:
        try:
            # A terminal has told the process as well; `kill -INT` has told this one alone.
            process.wait(INTERRUPT_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            interrupt(process)
            process.wait()
        raise


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Pass an interrupt on."""
    if os.name == "nt":  # a console tells every process in it
        return
    try:
        process.send_signal(signal.SIGINT)
    except PermissionError:
        say("waiting for a process of root's to end")


def say(text: str) -> None:
    """Say in one line what is being done."""
    print(f"bootstrap: {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
