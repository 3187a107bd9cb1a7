"""Read an image file as 8-bit grey."""

from __future__ import annotations

import struct
import threading
import warnings
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, UnidentifiedImageError

from hc18viewer.dataset.png_header import png_size
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.message import message

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"})

MAX_PIXELS = 64_000_000
"""No ultrasound frame comes near this; a file that claims more would fill the memory."""

MIN_SIDE = 8

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
# What Pillow raises on files that are not what they claim to be.
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, struct.error, IndexError, KeyError,
            TypeError, OverflowError)


# What is ignored is a setting of the whole process, and several threads read images.
_WARNINGS = threading.Lock()


class ImageError(Hc18ViewerError):
    """An image file that cannot be read; the text says why in plain words."""


def image_size(path: Path) -> tuple[int, int]:
    """Return (height, width) in pixels from the file's header alone.

    Raises:
        ImageError: the file is missing, no image, or of a size that cannot be a scan.
    """
    size = _size_of_png(path)
    if size is not None and not _size_problem(path.name, size):
        return size
    with _opened(path) as image:
        return image.height, image.width


def read_grey(path: Path) -> NDArray[np.uint8]:
    """Return the image as (H, W) uint8.

    Colour becomes luminance, transparency is dropped, and deeper greys are scaled so that their
    range fills 0 to 255. Of a file with several pages the first is taken.

    Raises:
        ImageError: the file is missing, damaged, no image, or of a size that cannot be a scan.
    """
    with _opened(path) as image:
        try:
            if image.mode in ("I", "I;16", "I;16B", "I;16L", "F"):
                return _to_eight_bits(np.asarray(image, dtype=np.float64))
            if image.mode in ("P", "PA"):
                # by way of RGBA: Pillow warns of a palette's transparency when it has no place
                return np.asarray(image.convert("RGBA").convert("L"))
            return np.asarray(image.convert("L"))
        except _DAMAGED as error:
            raise ImageError(message(
                "{file} is damaged and cannot be shown ({reason}). Copy it again from its source.",
                file=path.name, reason=_reason(error),
            )) from error


def _opened(path: Path) -> Image.Image:
    try:
        with _WARNINGS, warnings.catch_warnings():
            # Pillow warns of odd metadata and of large images; the size is judged below.
            warnings.simplefilter("ignore")
            image = Image.open(path, formats=_FORMATS)
    except FileNotFoundError as error:
        raise ImageError(message("{file} is missing.", file=path.name)) from error
    except PermissionError as error:
        raise ImageError(
            message("{file} may not be read: permission denied.", file=path.name)
        ) from error
    except Image.DecompressionBombError as error:  # Pillow's own limit lies above ours
        raise ImageError(
            message("{file} claims a size that is too large for a scan.", file=path.name)
        ) from error
    except (UnidentifiedImageError, *_DAMAGED) as error:
        raise ImageError(message(
            "{file} is damaged or no PNG, JPEG, TIFF or BMP image. Copy it again from its source.",
            file=path.name,
        )) from error
    problem = _size_problem(path.name, (image.height, image.width))
    if problem:
        image.close()
        raise ImageError(problem)
    return image


def _size_of_png(path: Path) -> tuple[int, int] | None:
    try:
        return png_size(path)
    except OSError:  # what is wrong is told when the file is opened as an image
        return None


def _size_problem(file: str, size: tuple[int, int]) -> str:
    height, width = size
    if min(size) < MIN_SIDE:
        return message("{file} is only {width} x {height} pixels: too small for a scan.",
                       file=file, width=width, height=height)
    if width * height > MAX_PIXELS:
        return message("{file} claims {width} x {height} pixels: too large for a scan.",
                       file=file, width=width, height=height)
    return ""


def _reason(error: Exception) -> str:
    return str(error).split("\n")[0][:120] or type(error).__name__


def _to_eight_bits(values: NDArray[Any]) -> NDArray[np.uint8]:
    finite = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(finite.min()), float(finite.max())
    if high <= low:
        return np.zeros(finite.shape, np.uint8)
    scaled: NDArray[np.uint8] = np.round((finite - low) * (255 / (high - low))).astype(np.uint8)
    return scaled
