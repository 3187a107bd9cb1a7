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
import json
import os
import platform
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlparse

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "hc18viewer-setup.json"
LOG = ROOT / "build" / "bootstrap.log"

PYTHONS = ((3, 11), (3, 12))
EXTRAS = {"run": "", "setup": "", "test": "dev", "build": "build"}

# What PySide6's wheels load and a minimal Debian or Ubuntu lacks.
OFFSCREEN_LIBRARIES = (
    "libgl1", "libegl1", "libxkbcommon0", "libglib2.0-0", "libdbus-1-3", "libfontconfig1",
    "fonts-dejavu-core",
)
WINDOW_LIBRARIES = (
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxkbcommon-x11-0", "libxcb-shape0",
)
# Ubuntu 24.04 and Debian 13 renamed these with the change to 64-bit times.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}

CPU_TORCH_INDEX = "https://download.pytorch.org/whl/cpu"
PROBE_SECONDS = 3.0


class SetupError(Exception):
    """Something that the user has to mend; the text says what."""


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    command = arguments[0] if arguments else ""
    if command not in EXTRAS:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        set_up(command)
        return hand_over(command, arguments[1:])
    except SetupError as error:
        print(f"bootstrap: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("bootstrap: interrupted; call it again to go on", file=sys.stderr)
        return 130


def set_up(command: str) -> None:
    """Install what `command` needs and is not there yet."""
    check_python()
    install_system_packages(missing_system_packages())
    extras = EXTRAS[command]
    stamp, wanted = read_stamp(), fingerprint()
    done = stamp.get(wanted)
    if done is not None and (not extras or extras in done):
        return
    make_environment(fresh=not stamp)
    install_torch()
    say("installing hc18viewer and what it needs" + (f" ({extras})" if extras else ""))
    pip("install", "--constraint", str(CONSTRAINTS), "--editable",
        f"{ROOT}[{extras}]" if extras else str(ROOT))
    STAMP.write_text(json.dumps({wanted: sorted({*(done or ()), *filter(None, [extras])})}))


def hand_over(command: str, arguments: list[str]) -> int:
    """Do what was asked for, with everything in place."""
    if command == "setup":
        say(f"ready: {script('hc18viewer')}")
        return 0
    if command == "run":
        return call([str(script("hc18viewer")), *(arguments or ["--sample"])])
    if command == "build":
        return call([str(python()), "-m", "PyInstaller", "--noconfirm",
                     str(ROOT / "packaging" / "hc18viewer.spec"), *arguments])
    return run_checks(arguments)


def run_checks(arguments: list[str]) -> int:
    """Run linter, type checker, import rules and tests; all of them, whatever fails."""
    checks = (
        [str(script("ruff")), "check", "--quiet", "."],
        [str(script("mypy"))],
        [str(script("lint-imports")), "--no-logo"],
        [str(python()), "-m", "pytest", *arguments],
    )
    environment = {**os.environ}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    codes = [call(check, environment) for check in checks]
    return next((code for code in codes if code), 0)


def check_python() -> None:
    """Refuse a Python that the program does not run on."""
    if sys.version_info[:2] not in PYTHONS:
        wanted = " or ".join(f"{major}.{minor}" for major, minor in PYTHONS)
        raise SetupError(
            f"hc18viewer needs Python {wanted}, this is {platform.python_version()}. "
            "Install one of them and call its python3 by name."
        )


def missing_system_packages() -> list[str]:
    """Return the Debian packages that are needed and not installed; none on other systems."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return []
    wanted = [*OFFSCREEN_LIBRARIES, *WINDOW_LIBRARIES]
    if not has_ensurepip():
        wanted.append(f"python3.{sys.version_info[1]}-venv")
    return [
        package for package in wanted
        if not installed(package) and not installed(RENAMED.get(package, package))
    ]


def has_ensurepip() -> bool:
    """Whether Python can put pip into a virtual environment (Debian splits that off)."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return False
    return True


def installed(package: str) -> bool:
    """Whether dpkg has the package installed."""
    answer = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Status}", package],
        capture_output=True, text=True, check=False,
    )
    return answer.stdout.strip() == "install ok installed"


def install_system_packages(packages: list[str]) -> None:
    """Install Debian packages, through sudo where needed."""
    if not packages:
        return
    names = " ".join(packages)
    as_root: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            raise SetupError(
                f"these system packages are missing; as root: apt-get install {names}"
            )
        as_root = ["sudo"]
    say(f"installing system packages: {names}")
    quietly([*as_root, "apt-get", "update", "-q"], "apt-get update")
    quietly(
        [*as_root, "env", "DEBIAN_FRONTEND=noninteractive",
         "apt-get", "install", "-qy", "--no-install-recommends", *packages],
        "apt-get install",
    )


def make_environment(*, fresh: bool) -> None:
    """Make the virtual environment; one that an interrupted call left half made is made anew."""
    if not fresh and works():
        return
    say(f"making a virtual environment in {ENVIRONMENT.name}")
    # A process of its own: an ensurepip that apt-get has just installed is not seen in this one.
    quietly([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], "python -m venv")


def works() -> bool:
    """Whether the virtual environment has a Python with pip."""
    if not python().exists():
        return False
    answer = subprocess.run([str(python()), "-m", "pip", "--version"],
                            capture_output=True, check=False)
    return answer.returncode == 0


def install_torch() -> None:
    """Install torch first: its CPU build where a Linux machine has no NVIDIA card.

    On Linux the package index's torch carries CUDA, gigabytes that such a machine has no use for.
    What torch needs comes with the rest, from the usual places.
    """
    say("installing torch, the largest part")
    torch = [
        line.strip() for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines()
        if line.startswith("torch==")
    ]
    index = []
    if sys.platform.startswith("linux") and not has_nvidia() and reachable(CPU_TORCH_INDEX):
        index = ["--extra-index-url", CPU_TORCH_INDEX]
    pip("install", "--no-deps", "--constraint", str(CONSTRAINTS), *index, *torch)


def has_nvidia() -> bool:
    """Whether an NVIDIA driver is on the machine."""
    return Path("/proc/driver/nvidia").exists() or shutil.which("nvidia-smi") is not None


def reachable(address: str) -> bool:
    """Whether a web server answers at all, within a few seconds."""
    host = urlparse(address).hostname or ""
    try:
        with socket.create_connection((host, 443), timeout=PROBE_SECONDS):
            return True
    except OSError:
        return False


def read_stamp() -> dict[str, list[str]]:
    """Return the extras that the last finished set-up installed, by its fingerprint."""
    try:
        found = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and works() else {}


def fingerprint() -> str:
    """Return a digest of everything that decides what is installed."""
    digest = hashlib.sha256(sys.version.encode())
    for path in (ROOT / "pyproject.toml", CONSTRAINTS, Path(__file__)):
        digest.update(path.read_bytes())
    digest.update(str(ROOT).encode())
    return digest.hexdigest()


def python() -> Path:
    """Return the virtual environment's Python."""
    return script("python")


def script(name: str) -> Path:
    """Return a program of the virtual environment."""
    if os.name == "nt":
        return ENVIRONMENT / "Scripts" / f"{name}.exe"
    return ENVIRONMENT / "bin" / name


def pip(*arguments: str) -> None:
    """Run pip quietly by the user's configuration, and if that leads nowhere without it."""
    command = [str(python()), "-m", "pip", "--disable-pip-version-check", *arguments]
    if logged(command):
        say("pip failed; trying again without pip's configuration files")
        quietly(command, f"pip {arguments[0]}", {**os.environ, "PIP_CONFIG_FILE": os.devnull})


def logged(command: list[str], environment: dict[str, str] | None = None) -> int:
    """Run a command with its output in the log and return its exit code."""
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("wb") as log:
        return subprocess.run(
            command, stdout=log, stderr=subprocess.STDOUT, env=environment, check=False
        ).returncode


def quietly(command: list[str], name: str, environment: dict[str, str] | None = None) -> None:
    """Run a command with its output in the log, which is shown when it fails."""
    code = logged(command, environment)
    if code:
        end = LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-30:]
        print("\n".join(end), file=sys.stderr)
        raise SetupError(f"{name} failed with code {code}; its whole output: {LOG}")


def call(command: list[str], environment: dict[str, str] | None = None) -> int:
    """Run a command in the project's folder and return its exit code."""
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def say(text: str) -> None:
    """Say in one line what is being done."""
    print(f"bootstrap: {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
