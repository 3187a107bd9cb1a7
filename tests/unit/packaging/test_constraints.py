import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@pytest.fixture
def pins(checkout):
    """The requirements of constraints.txt, by name."""
    text = (checkout / "packaging" / "constraints.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found = [Requirement(line) for line in lines]
    return {canonicalize_name(pin.name): pin for pin in found}


@pytest.fixture
def wanted(checkout):
    """The requirements of pyproject.toml, extras too."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [Requirement(line) for group in (project["dependencies"], *extras) for line in group]


def test_every_requirement_is_pinned_to_an_allowed_version(pins, wanted):
    for requirement in wanted:
        pin = pins[canonicalize_name(requirement.name)]
        version = re.fullmatch(r"==([\d.]+)", str(pin.specifier))
        assert version, pin
        assert version[1] in requirement.specifier, requirement


def test_every_pin_is_one_exact_public_version(pins):
    for pin in pins.values():
        assert re.fullmatch(r"==\d+(\.\d+)*", str(pin.specifier)), pin


def test_torch_is_free_to_bring_its_own_cuda(pins):
    free = [name for name in pins if name.startswith(("nvidia-", "cuda-", "triton"))]
    assert free == []


def test_the_freezer_is_pinned_on_each_system(pins):
    systems = {"macholib": "darwin", "pefile": "win32", "pywin32-ctypes": "win32"}
    for name, system in systems.items():
        assert pins[name].marker.evaluate({"sys_platform": system})
        assert not pins[name].marker.evaluate({"sys_platform": "linux"})
