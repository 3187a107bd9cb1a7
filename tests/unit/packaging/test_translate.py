import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]


def test_the_files_of_translations_hold_the_texts_of_the_sources():
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / "packaging" / "translate.py"), "--check"],
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\nRun packaging/translate.py."
