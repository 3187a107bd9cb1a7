"""From the key for another case to the frame that shows it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bench_window import to_and_fro
from figures import p95, spread

if TYPE_CHECKING:
    from bench_window import BenchWindow

PREFETCHED_CASES = 20
ROUNDS = 4
COLD_SWITCHES = 60


def switch_prefetched_p95_ms(bench: BenchWindow) -> tuple[float, int]:
    """Go on and back by the keys' actions; each image has been read before its switch."""
    bench.show(bench.keys[0])
    keys = to_and_fro(bench.keys[:PREFETCHED_CASES], ROUNDS)
    times = []
    for key in [*keys[1:], keys[0]]:
        bench.wait(lambda wanted=key: bench.is_ahead(wanted))
        bench.rest(0.03)
        times.append(_switch(bench, key))
    print(f"  switch, prefetched: {spread(times)}; {bench.busy()}", file=sys.stderr)
    return p95(times), len(times)


def switch_cold_p95_ms(bench: BenchWindow) -> tuple[float, int]:
    """Go on by the key's action to a case whose image has not been read."""
    times = []
    for number in range(COLD_SWITCHES):
        here = number % (len(bench.keys) - 1)
        bench.show(bench.keys[here])
        bench.forget_images()
        times.append(_switch(bench, bench.keys[here + 1]))
    print(f"  switch, cold: {spread(times)}; {bench.busy()}", file=sys.stderr)
    return p95(times), len(times)


def _switch(bench: BenchWindow, key: str) -> float:
    index = bench.controller.position[0]
    on = bench.keys[index:index + 1] == [key]
    action = bench.window.actions_.next if on else bench.window.actions_.previous
    return bench.timed(
        action.trigger,
        lambda: bench.has_image(key) and bench.frames.image is bench.canvas.image,
    )
