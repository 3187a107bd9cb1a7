"""Measure what must be fast, and print it.

    python tests/benchmarks/run.py [--only NAME ...] [--json FILE] [--markdown FILE]

Runs on HC18 where it is at hand (HC18_DIR, or ../shared/hc18), else on the sample study. What the
figures mean stands in docs/performance.md. `--from FILE` measures nothing and writes the table of
a JSON file that was written before.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from figures import GOALS, LOADS, Figure, as_markdown, read_figures, write_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WINDOW_FIGURES = ("drag_p95_ms", "switch_prefetched_p95_ms", "switch_cold_p95_ms")
NAMES = (
    *WINDOW_FIGURES,
    *(f"{name}_{load}" for load in LOADS for name in WINDOW_FIGURES),
    *(name for name in GOALS if name not in WINDOW_FIGURES),
)


def measure(wanted: list[str], scratch: Path) -> Iterator[Figure]:
    """Yield the figures wanted: those of the quiet window first, then the loads, then the rest."""
    # Qt and the program are loaded only here: --from and --help need neither.
    from bench_window import BenchWindow, Frames, study_folder
    from dragging import drag_p95_ms
    from loads import fine_tuning
    from memory import memory_growth_mb
    from predicting import predict_case_ms
    from starting import start_ratio
    from switching import switch_cold_p95_ms, switch_prefetched_p95_ms

    study = study_folder(scratch)
    frames = Frames()
    frames.hook()
    by_name: dict[str, Callable[[BenchWindow], tuple[float, int]]] = {
        function.__name__: function
        for function in (switch_prefetched_p95_ms, switch_cold_p95_ms, drag_p95_ms,
                         memory_growth_mb)
    }

    def of_window(bench: BenchWindow, load: str = "") -> Iterator[Figure]:
        for name, function in by_name.items():
            full = f"{name}_{load}" if load else name
            if full in wanted:
                value, repeats = function(bench)
                yield Figure.of(full, value, "MB" if name == "memory_growth_mb" else "ms", repeats)

    def any_of(load: str) -> bool:
        return any(name.endswith(load) for name in wanted)

    os.environ["HC18VIEWER_HOME"] = str(scratch / "home")
    if "start_ratio" in wanted:
        first = next(iter(sorted((study / "training_set").glob("*_HC.png"))))
        value, repeats = start_ratio(study, first)
        yield Figure.of("start_ratio", value, "", repeats)
    if not any(name in wanted or any_of(name) for name in by_name) and not any(
        any_of(load) for load in LOADS
    ) and "predict_case_ms" not in wanted:
        return
    bench = BenchWindow(study, frames)
    bench.predict_first_cases()
    if any_of("inferring"):
        yield from of_window(bench, "inferring")
    bench.end_inference()
    cases = bench.controller.review.study.cases
    if "predict_case_ms" in wanted:
        value, repeats = predict_case_ms(cases)
        yield Figure.of("predict_case_ms", value, "ms", repeats)
    yield from of_window(bench)
    if any_of("tuning"):
        with fine_tuning(study, scratch / "tuned"):
            yield from of_window(bench, "tuning")
    bench.close()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=NAMES, default=list(NAMES), metavar="NAME",
                        help=", ".join(NAMES))
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write a table as well")
    parser.add_argument("--from", dest="source", type=Path, metavar="FILE")
    wanted = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = []
    if wanted.source:
        found = read_figures(wanted.source)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            for figure in measure(wanted.only, Path(scratch)):
                print(figure, flush=True)
                found.append(figure)
        found.sort(key=lambda figure: NAMES.index(figure.name))
    if wanted.json:
        write_figures(wanted.json, found)
    if wanted.markdown:
        wanted.markdown.write_text(as_markdown(found), encoding="utf-8")
    elif wanted.source:
        print(as_markdown(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
