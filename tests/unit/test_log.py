import logging

import pytest

from hc18viewer import log


@pytest.fixture
def package(monkeypatch):
    """The package's logger without handlers; afterwards it is as it was."""
    logger = logging.getLogger("hc18viewer")
    monkeypatch.setattr(logger, "handlers", [])
    monkeypatch.setattr(logger, "propagate", True)
    level = logger.level
    yield logger
    logger.setLevel(level)
    for handler in logger.handlers:
        handler.close()


@pytest.fixture
def log_file(home):
    return home / "logs" / "hc18viewer.log"


def test_a_line_says_when_how_grave_and_where(package, log_file):
    log.start_log_file()
    logging.getLogger("hc18viewer.workers.lane").warning("3 jobs were dropped: %s", "größer")
    (line,) = log_file.read_text(encoding="utf-8").splitlines()
    assert line.endswith(" WARNING hc18viewer.workers.lane: 3 jobs were dropped: größer")
    assert line[:2] == "20"


def test_debugging_and_other_packages_stay_out(package, log_file):
    log.start_log_file()
    package.debug("small talk")
    logging.getLogger("other").warning("not ours")
    assert log_file.read_text(encoding="utf-8") == ""


def test_an_old_log_is_added_to(package, log_file):
    log_file.parent.mkdir(parents=True)
    log_file.write_text("earlier\n", encoding="utf-8")
    log.start_log_file()
    package.info("later")
    first, second = log_file.read_text(encoding="utf-8").splitlines()
    assert first == "earlier"
    assert second.endswith("later")


def test_the_log_never_takes_more_than_four_files(package, log_file):
    log.start_log_file()
    for _ in range(11):
        package.info("x" * 500_000)
    sizes = {path.name: path.stat().st_size for path in log_file.parent.iterdir()}
    assert set(sizes) == {"hc18viewer.log", *(f"hc18viewer.log.{n}" for n in (1, 2, 3))}
    assert max(sizes.values()) <= 1_000_000


def test_a_log_that_cannot_be_written_is_said_without_its_path(package, home, caplog):
    home.mkdir()
    (home / "logs").write_text("in the way")
    with caplog.at_level(logging.WARNING, "hc18viewer"):
        log.start_log_file()
    assert "no log file" in caplog.text
    assert str(home) not in caplog.text
    assert package.handlers == []


def test_the_log_goes_to_its_file_once(home, package):
    log.start_log_file()
    log.start_log_file()
    package.info("a line")
    assert (home / "logs" / "hc18viewer.log").read_text().count("a line") == 1
