"""Studies made from HC18 for trials of the fine-tuning: another clinic, habit, wrong marks.

Each is one fixed transformation: the same images every time. They are written into a folder that
the caller names and removes; nothing of HC18 is kept.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image

from hc18viewer.dataset.images import read_grey
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.fit import fit_ellipse

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from hc18viewer.dataset.case import Case

STRETCH = 1.13
HABIT = 1.03
WRONG_SHARE = 0.3
_GRAIN_PX = 1.6
_GRAIN = 0.35
_GAMMA = 0.55
_SECTOR = 0.36
"""Half the narrower sector's width at the bottom, as a share of the image's."""


class Kind(Enum):
    """What is done to HC18."""

    PLAIN = "plain"
    CLINIC = "clinic"
    HABIT = "habit"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, eq=False)
class _Shown:
    image: NDArray[np.uint8]
    truth: Ellipse


def write_study(cases: Sequence[Case], folder: Path, kind: Kind, *, seed: int = 0) -> None:
    """Write the cases, which have a truth and a pixel size, into `folder` in HC18's layout.

    `seed` decides which marks are wrong and how.
    """
    place = folder / "training_set"
    place.mkdir(parents=True, exist_ok=True)
    rows = ["filename,pixel size(mm),head circumference (mm)"]
    wrong = _wrong_ones(cases, seed) if kind is Kind.WRONG else frozenset()
    for case in cases:
        truth = truth_ellipse(case)
        if truth is None or case.pixel_size_mm is None:
            raise ValueError(f"{case.key} has no truth or no pixel size")
        shown = _shown(read_grey(case.image_path), truth, kind, _rng(case, 0))
        if case.key in wrong:
            shown = _Shown(shown.image, _any_ellipse(shown.image.shape, _rng(case, 1 + seed)))
        Image.fromarray(shown.image).save(place / case.filename)
        name = f"{case.image_path.stem}_Annotation.png"
        Image.fromarray(_drawn(shown.truth, shown.image.shape)).save(place / name)
        hc_mm = shown.truth.perimeter * case.pixel_size_mm
        rows.append(f"{case.filename},{case.pixel_size_mm},{hc_mm:.2f}")
    (folder / "training_set_pixel_size_and_HC.csv").write_text("\r\n".join([*rows, ""]), newline="")


def _shown(
    image: NDArray[np.uint8], truth: Ellipse, kind: Kind, rng: np.random.Generator
) -> _Shown:
    if kind is Kind.HABIT:
        return _Shown(image, Ellipse(truth.x, truth.y, HABIT * truth.a, HABIT * truth.b,
                                     truth.angle_rad))
    if kind is not Kind.CLINIC:
        return _Shown(image, truth)
    height, width = image.shape
    tall = round(STRETCH * height)
    placed = cv2.resize(image[:, ::-1], (width, tall), interpolation=cv2.INTER_LINEAR)
    points = truth.points(180)
    moved = np.column_stack((
        width - 1 - points[:, 0], (points[:, 1] + 0.5) * tall / height - 0.5,
    ))
    return _Shown(_other_machine(placed, rng), fit_ellipse(moved))


def _other_machine(image: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return the image with another gain curve and speckle, seen through a narrower sector."""
    height, width = image.shape
    grey = (image.astype(np.float32) / 255) ** _GAMMA
    depth = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    grey *= 1.15 - 0.75 * depth
    grain = cv2.GaussianBlur(rng.standard_normal((height, width)).astype(np.float32), (0, 0),
                             _GRAIN_PX)
    grey *= 1 + _GRAIN * grain / float(grain.std())
    across = np.abs(np.arange(width, dtype=np.float32) / width - 0.5)
    grey[across[None] > 0.55 * _SECTOR + (1 - 0.55) * _SECTOR * depth * 2.0] = 0
    return np.asarray(np.clip(255 * grey, 0, 255), np.uint8)


def _wrong_ones(cases: Sequence[Case], seed: int) -> frozenset[str]:
    order = np.random.default_rng(seed).permutation(len(cases))
    return frozenset(cases[i].key for i in order[: round(WRONG_SHARE * len(cases))])


def _any_ellipse(shape: tuple[int, int], rng: np.random.Generator) -> Ellipse:
    height, width = shape
    a = rng.uniform(0.1, 0.3) * width
    return Ellipse(rng.uniform(0.3, 0.7) * width, rng.uniform(0.3, 0.7) * height,
                   a, a * rng.uniform(0.6, 0.95), rng.uniform(0, np.pi))


def _drawn(ellipse: Ellipse, shape: tuple[int, int]) -> NDArray[np.uint8]:
    canvas = np.zeros(shape, np.uint8)
    points = np.rint(ellipse.points(1440) * 16).astype(np.int32)
    cv2.polylines(canvas, [points], isClosed=True, color=255, thickness=1, shift=4)
    return canvas


def _rng(case: Case, salt: int) -> np.random.Generator:
    digest = hashlib.sha256(f"{case.filename} {salt}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "little"))
