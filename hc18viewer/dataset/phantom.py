"""Draw synthetic fetal heads.

Nothing here comes from a patient. An image is built as a convex probe would see it: tissue of
some echogenicity in decibels, times speckle that is fine along the beam and coarse across it,
weakened with depth and behind bone, then compressed to 8 bits.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Plane = NDArray[Any]

HEIGHT, WIDTH = 540, 800
_LINE_WIDTH = 3.0
_RANGE_DB = 52.0
_BONE_MM = 2.2


@dataclass(frozen=True, slots=True)
class PhantomHead:
    """One synthetic head: its ellipse and pixel size, and what makes its image its own.

    Attributes:
        x, y, a, b: centre and semi-axes in pixels, a >= b.
        angle_rad: of the longer axis, from +x towards +y, in [0, pi).
        pixel_size_mm: side of a pixel.
        seed: of speckle and of everything that is left to chance.
        zoom: how far the probe's apex lies above the image, in image heights.
        dropout: 0 to 1, how much of the skull that the beam only grazes is lost.
        gain_db: brightness of the whole image.
    """

    x: float
    y: float
    a: float
    b: float
    angle_rad: float
    pixel_size_mm: float
    seed: int
    zoom: float = 0.35
    dropout: float = 0.6
    gain_db: float = 0.0

    @property
    def hc_mm(self) -> float:
        """The perimeter in mm, by Ramanujan's second formula."""
        # This floor knows no geometry; the annotation drawn below is checked against it in tests.
        h = ((self.a - self.b) / (self.a + self.b)) ** 2
        around = math.pi * (self.a + self.b) * (1 + 3 * h / (10 + math.sqrt(4 - 3 * h)))
        return around * self.pixel_size_mm


def draw_phantom(head: PhantomHead) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the image and its annotation, both (540, 800) uint8.

    The annotation is a closed white line, 0 and 255, whose middle is the head's ellipse.
    """
    rng = np.random.default_rng(head.seed)
    beam = _Beam(head)
    place = _Place(head)
    level = _tissue(rng, place, beam)
    _add_fluid(level, rng, place)
    _add_brain(level, rng, place)
    _add_skull(level, rng, place, beam)
    level += _shadows(rng, place, beam)
    level += head.gain_db - 9.0 * beam.depth
    amplitude = np.power(10, level / 20, dtype=np.float32) * _speckle(rng, beam, head)
    grey = 255 * (1 + 20 * np.log10(np.maximum(amplitude, 1e-6)) / _RANGE_DB)
    image = np.where(beam.inside, np.clip(grey, 0, 255), 0).astype(np.uint8)
    image = np.asarray(cv2.GaussianBlur(image, (0, 0), 0.7), np.uint8)
    image[~beam.inside] = 0
    _add_screen_marks(image, rng)
    annotation = np.where(np.abs(place.distance) <= _LINE_WIDTH / 2, 255, 0).astype(np.uint8)
    return image, annotation


class _Beam:
    """The probe's sector: each pixel's depth, 0 to 1, the beam's direction, and its reach."""

    def __init__(self, head: PhantomHead) -> None:
        self.apex = (WIDTH / 2, -head.zoom * HEIGHT)
        x = np.arange(WIDTH, dtype=np.float32) - np.float32(self.apex[0])
        y = np.arange(HEIGHT, dtype=np.float32)[:, None] - np.float32(self.apex[1])
        self.radius: Plane = np.hypot(x, y)
        self.angle: Plane = np.arctan2(x, y)
        self.direction = (x / self.radius, y / self.radius)
        nearest = head.zoom * HEIGHT * 1.04
        furthest = (head.zoom + 1.0) * HEIGHT
        self.depth: Plane = np.clip((self.radius - nearest) / (furthest - nearest), 0, 1)
        half_width = math.atan2(WIDTH * 0.56, furthest * 0.86)
        self.inside = (
            (np.abs(self.angle) < half_width) & (self.radius > nearest) & (self.radius < furthest)
        )


class _Place:
    """Where each pixel lies in the head.

    Along and across in units of the semi-axes, the elliptic radius, and the distance in pixels
    from the ellipse, negative inside.
    """

    def __init__(self, head: PhantomHead) -> None:
        dx = np.arange(WIDTH, dtype=np.float32) - np.float32(head.x)
        dy = np.arange(HEIGHT, dtype=np.float32)[:, None] - np.float32(head.y)
        cos, sin = math.cos(head.angle_rad), math.sin(head.angle_rad)
        self.head = head
        self.along: Plane = (dx * cos + dy * sin) / head.a
        self.across: Plane = (dy * cos - dx * sin) / head.b
        self.radius: Plane = np.hypot(self.along, self.across)
        slope_along, slope_across = self.along / head.a, self.across / head.b
        steepness = np.maximum(np.hypot(slope_along, slope_across), 1e-9)
        self.distance: Plane = (self.radius - 1) * self.radius / steepness
        self.normal = (
            (slope_along * cos - slope_across * sin) / steepness,
            (slope_along * sin + slope_across * cos) / steepness,
        )
        self.inside = self.radius < 1


def _tissue(rng: Generator, place: _Place, beam: _Beam) -> Plane:
    """Return the echogenicity in dB of what lies round the head: layers along the depth."""
    layers = np.sin(beam.radius / rng.uniform(16, 26) + 5 * _clouds(rng, 120))
    level = -29 + 4.5 * _clouds(rng, 90) + 2.0 * _clouds(rng, 16)
    level += 2.5 * layers * _edge(0.35 - beam.depth, 0.06)
    # the uterus's wall: a bright band some way outside the skull, on the probe's side
    gap = rng.uniform(0.16, 0.34) * place.head.b
    wall = np.exp(-(((place.distance - gap - 14 * _clouds(rng, 90)) / 7) ** 2))
    return np.asarray(level + 9 * wall * (place.normal[1] < 0.1), np.float32)


def _add_fluid(level: Plane, rng: Generator, place: _Place) -> None:
    """Put dark fluid along part of the head."""
    turn = rng.uniform(0, 2 * math.pi)
    facing = np.cos(np.arctan2(place.across, place.along) - turn)
    width = (0.06 + 0.24 * np.clip(facing, 0, 1)) * place.head.b
    share = _edge(width + 16 * _clouds(rng, 50) - place.distance, 5.0) * (place.distance > 0)
    level += share * np.clip(0.25 + facing, 0, 1) * (-56 - level)


def _add_brain(level: Plane, rng: Generator, place: _Place) -> None:
    """Fill the head with brain: midline, cavum, plexus, ventricles."""
    brain = -41 + 3.0 * _clouds(rng, 60) + 2.2 * _clouds(rng, 14)
    along, across = place.along, place.across
    bend = 0.02 * np.sin(3 * along + rng.uniform(0, 6))
    reach = _edge(0.86 - np.abs(along), 0.03)
    falx = np.exp(-(((across - bend) / 0.022) ** 2)) * reach
    broken = np.clip(0.75 + 0.9 * _clouds(rng, 30), 0, 1)
    brain += 22 * falx * broken
    front = rng.choice((-1.0, 1.0))
    cavum = _blob(along - 0.42 * front, across - bend, 0.13, 0.055)
    rim = _blob(along - 0.42 * front, across - bend, 0.17, 0.095) - cavum
    brain += -14 * cavum + 10 * np.clip(rim, 0, 1)
    for side in (-1, 1):
        plexus = _blob(along + 0.33 * front, across - 0.36 * side, 0.30, 0.13)
        brain += rng.uniform(6, 12) * plexus
        ventricle = _blob(along - 0.15 * front, across - 0.3 * side, 0.34, 0.05)
        brain -= 9 * ventricle
        fissure = np.exp(-(((np.abs(along + 0.05) - 0.1) / 0.16) ** 2))
        brain += 7 * fissure * np.exp(-(((across * side - 0.66) / 0.03) ** 2))
    inside = _edge(-place.distance, 1.5)
    level += inside * (brain - level)


def _add_skull(level: Plane, rng: Generator, place: _Place, beam: _Beam) -> None:
    """Lay the skull just inside the ellipse: bright where the beam meets it squarely."""
    facing = np.abs(place.normal[0] * beam.direction[0] + place.normal[1] * beam.direction[1])
    thickness = np.clip(_BONE_MM / place.head.pixel_size_mm, 7, 24)
    middle = -0.5 * thickness
    profile = np.exp(-(np.abs((place.distance - middle) / (0.55 * thickness)) ** 2.6))
    grazed = 0.04 + 0.96 * np.power(facing, 1.8)
    lost = np.clip(1.5 * _clouds(rng, 36) + 0.55, 0, 1)
    strength = grazed * (1 - place.head.dropout * (1 - lost) * (1 - 0.6 * facing))
    bone = -38 + 41 * strength
    level += np.clip(profile * 1.15, 0, 1) * np.maximum(bone - level, 0)


def _shadows(rng: Generator, place: _Place, beam: _Beam) -> Plane:
    """Return the loss in dB behind the skull's flanks and behind something near the probe."""
    head = place.head
    middle = math.atan2(head.x - beam.apex[0], head.y - beam.apex[1])
    distance = math.hypot(head.x - beam.apex[0], head.y - beam.apex[1])
    flank = math.atan2(0.93 * (head.a + head.b) / 2, distance)
    loss = np.zeros_like(beam.depth)
    for side in (-1, 1):
        off = (beam.angle - middle - side * flank) / 0.06
        behind = _edge(beam.radius - distance, 0.15 * head.b)
        loss -= rng.uniform(8, 18) * np.exp(-(off**2)) * behind
    off = (beam.angle - rng.uniform(-0.5, 0.5)) / rng.uniform(0.03, 0.08)
    loss -= rng.uniform(0, 9) * np.exp(-(off**2))
    return np.asarray(loss, np.float32)


def _speckle(rng: Generator, beam: _Beam, head: PhantomHead) -> Plane:
    """Return speckle of mean one: Rayleigh, fine along the beam, coarse across it."""
    rows, columns = 700, 420
    real, imaginary = (
        cv2.GaussianBlur(
            rng.standard_normal((rows, columns), dtype=np.float32), (0, 0),
            sigmaX=1.5, sigmaY=1.5,
        )
        for _ in range(2)
    )
    polar = np.hypot(real, imaginary)
    polar /= polar.mean()
    half = float(np.abs(beam.angle[beam.inside]).max()) + 0.02
    nearest, furthest = float(beam.radius.min()), (head.zoom + 1.02) * HEIGHT
    to_column = ((beam.angle / half + 1) / 2 * (columns - 1)).astype(np.float32)
    to_row = ((beam.radius - nearest) / (furthest - nearest) * (rows - 1)).astype(np.float32)
    grain = cv2.remap(polar, to_column, to_row, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    # a real image averages several looks: less contrast than bare Rayleigh speckle
    return np.asarray(0.35 + 0.65 * grain, np.float32)


def _add_screen_marks(image: NDArray[np.uint8], rng: Generator) -> None:
    """Draw what HC18's images carry too: grey bar, black box; and the word that says synthetic."""
    if rng.random() < 0.7:
        image[24:186, 12:22] = np.linspace(250, 20, 162).astype(np.uint8)[:, None]
    if rng.random() < 0.6:
        image[400:520, 660:] = 0
    cv2.putText(image, "SYNTHETIC", (690, 22), cv2.FONT_HERSHEY_SIMPLEX, 0.5, 150, 1, cv2.LINE_AA)


def _clouds(rng: Generator, size: float) -> Plane:
    """Return smooth noise of unit deviation, with spots of about `size` pixels."""
    step = max(2, int(size / 3))
    coarse = rng.standard_normal((HEIGHT // step + 4, WIDTH // step + 4)).astype(np.float32)
    smooth = np.asarray(cv2.GaussianBlur(coarse, (0, 0), 1.2), np.float32)
    smooth = smooth / max(float(smooth.std()), 1e-6)
    spread = cv2.resize(smooth, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    return np.asarray(spread, np.float32)


def _blob(along: Plane, across: Plane, half_length: float, half_width: float) -> Plane:
    inside = (along / half_length) ** 2 + (across / half_width) ** 2
    return np.asarray(np.exp(-(inside**2)), np.float32)


def _edge(inside_by: Plane, softness: float) -> Plane:
    """Return 1 well inside, 0 well outside, one half on the edge."""
    return np.asarray(1 / (1 + np.exp(-np.clip(inside_by / softness, -30, 30))), np.float32)
