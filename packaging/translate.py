"""Bring the translations up to date: `.venv/bin/python packaging/translate.py`.

It collects all texts of the program into `resources/translations/*.ts` (pyside6-lupdate) and
compiles these to the `.qm` files that the program reads (pyside6-lrelease). New texts are
"unfinished" in the `.ts` files until somebody, with Qt Linguist or an editor, translates them;
run this again afterwards. `--check` changes nothing and tells whether everything is up to date,
whole and translated.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("vi", "fr")
_ALIAS = "tr+=message"


def tool(name: str) -> str:
    """Return one of Qt's tools: beside this Python, or on the path."""
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    found = beside or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is missing: install PySide6-Essentials.")
    return found


def sources() -> list[str]:
    """Return the program's files, relative to the checkout."""
    package = ROOT / "hc18viewer"
    return sorted(str(path.relative_to(ROOT)) for path in package.rglob("*.py"))


def update(target: Path) -> None:
    """Collect the program's texts into a `.ts` file; texts that are gone are dropped."""
    _run("pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none", "-tr-function-alias",
         _ALIAS, "-source-language", "en", *sources(), "-ts", str(target))


def release(source: Path, target: Path) -> None:
    """Compile a `.ts` file."""
    _run("pyside6-lrelease", "-silent", str(source), "-qm", str(target))


def stale() -> list[str]:
    """Return what is not up to date, one sentence each."""
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for committed in sorted(FOLDER.glob("*.ts")):
            fresh = Path(scratch) / committed.name
            shutil.copyfile(committed, fresh)
            if committed.name.startswith("hc18viewer_"):
                update(fresh)
                if fresh.read_bytes() != committed.read_bytes():
                    found.append(f"{committed.name} does not hold the texts of the program.")
            compiled = fresh.with_suffix(".qm")
            release(committed, compiled)
            kept = committed.with_suffix(".qm")
            if not kept.is_file() or kept.read_bytes() != compiled.read_bytes():
                found.append(f"{kept.name} is not what {committed.name} compiles to.")
            if 'type="unfinished"' in committed.read_text(encoding="utf-8"):
                found.append(f"{committed.name} has texts without a translation.")
    return found


def main() -> int:
    """Update and compile, or check."""
    parser = argparse.ArgumentParser(description="Bring the translations up to date.")
    parser.add_argument("--check", action="store_true", help="change nothing, only tell")
    if not parser.parse_args().check:
        for language in LANGUAGES:
            update(FOLDER / f"hc18viewer_{language}.ts")
        for source in sorted(FOLDER.glob("*.ts")):
            release(source, source.with_suffix(".qm"))
    found = stale()
    print("\n".join(found) or "The translations are up to date.")
    return 1 if found else 0


def _run(name: str, *arguments: str) -> None:
    done = subprocess.run([tool(name), *arguments], cwd=ROOT, capture_output=True, text=True,
                          check=False)
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
