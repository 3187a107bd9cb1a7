"""A progress bar on stderr for work that takes over a second."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tqdm import tqdm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hc18viewer.progress import Progress, ProgressReport


@contextmanager
def progress_bar(*, shown: bool = True) -> Iterator[ProgressReport]:
    """Give a report that draws a bar, where it is to be shown, once a second has gone by."""
    bar = tqdm(file=sys.stderr, delay=1.0, dynamic_ncols=True, leave=False, disable=not shown)

    def report(progress: Progress) -> None:
        if progress.done < bar.n:  # another stage of the work begins
            bar.reset()
        bar.total = progress.total
        bar.set_description_str(progress.text, refresh=False)
        bar.update(progress.done - bar.n)

    try:
        yield report
    finally:
        bar.close()
