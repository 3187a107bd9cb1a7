"""The training cases in memory, and batches drawn from them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from hc18viewer.dataset.images import ImageError, read_grey
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.fit import fit_ellipse
from hc18viewer.model.frame import Frame
from hc18viewer.progress import CancelToken, Progress, ProgressReport
from hc18viewer.training.augment import Strength, draw_example

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from hc18viewer.dataset.case import Case
    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.types import FloatImage

FINENESS = 2
"""Kept images have twice the grid's resolution: enough for the largest zoom, a tenth of the
memory of the originals. At zoom one, linear sampling then is the mean of two by two pixels, as
the predictor's area resize is."""


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One case as the training keeps it.

    Attributes:
        image: (H, W) uint8, laid into a grid of twice the network's resolution.
        ellipse: the truth in pixels of `image`.
        pixel_size_mm: of `image`, the mean over both directions; None where not known.
        case: where it comes from.
    """

    image: NDArray[np.uint8]
    ellipse: Ellipse
    pixel_size_mm: float | None
    case: Case


def load_examples(
    cases: Sequence[Case], *, grid: tuple[int, int], report: ProgressReport, token: CancelToken
) -> tuple[list[Example], list[str]]:
    """Read the cases that have a truth; return them and, in words, those that cannot be read."""
    examples, failures = [], []
    for number, case in enumerate(cases):
        token.check()
        try:
            example = _load(case, (FINENESS * grid[0], FINENESS * grid[1]))
        except ImageError as error:
            failures.append(f"{case.key}: {error}")
        else:
            if example is not None:
                examples.append(example)
        report(Progress(number + 1, len(cases), "Reading images"))
    return examples, failures


def _load(case: Case, fine_grid: tuple[int, int]) -> Example | None:
    truth = truth_ellipse(case)
    return None if truth is None else make_example(case, truth, grid=fine_grid)


def make_example(case: Case, truth: Ellipse, *, grid: tuple[int, int]) -> Example:
    """Read a case's image and lay it, and its true ellipse, into a grid (height, width).

    Raises:
        ImageError: the image cannot be read.
    """
    image = read_grey(case.image_path)
    frame = Frame.fit((image.shape[0], image.shape[1]), grid)
    ellipse = fit_ellipse(frame.to_grid(truth.points(72)))
    shrink = (frame.scale_x + frame.scale_y) / 2
    pixel_size_mm = case.pixel_size_mm / shrink if case.pixel_size_mm else None
    return Example(frame.lay(image), ellipse, pixel_size_mm, case)


def batches(
    examples: Sequence[Example],
    *,
    grid: tuple[int, int],
    size: int,
    seed: tuple[int, int],
    strength: Strength,
    part: tuple[int, int] = (0, 1),
) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield one epoch of (inputs, targets), both (size, 1, H, W) float32.

    Order and augmentation follow from `seed`, (run's seed, epoch), alone, so that a resumed
    epoch is the same. With `part` (rank, of how many) these are one process's parts, of `size`
    each, of batches that many times as large: no example comes twice in an epoch, in whichever
    process. A last batch that is not full is left out. The next batch is drawn in a thread while
    the network works on this one.
    """
    rank, parts = part
    whole = size * parts
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(examples))

    def draw(indices: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        drawn = [_draw(examples[i], grid, np.random.default_rng((*seed, int(i))), strength)
                 for i in indices]
        inputs, targets = (np.stack(part)[:, None] for part in zip(*drawn, strict=True))
        return torch.from_numpy(inputs), torch.from_numpy(targets)

    starts = range(rank * size, len(order) // whole * whole, whole)
    chunks = [order[i : i + size] for i in starts]
    with ThreadPoolExecutor(max_workers=1) as pool:
        ahead = [pool.submit(draw, chunk) for chunk in chunks[:2]]
        for number in range(len(chunks)):
            batch = ahead.pop(0).result()
            if number + 2 < len(chunks):
                ahead.append(pool.submit(draw, chunks[number + 2]))
            yield batch


def _draw(
    example: Example, grid: tuple[int, int], rng: np.random.Generator, strength: Strength
) -> tuple[FloatImage, FloatImage]:
    shape = (example.image.shape[0], example.image.shape[1])
    near = rng.random() < strength.close_look
    frame = Frame.around(example.ellipse, grid) if near else Frame.fit(shape, grid)
    return draw_example(
        example.image, example.ellipse, grid=grid, to_grid=frame.affine(), rng=rng,
        strength=strength,
    )
