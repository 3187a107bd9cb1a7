"""The size of a PNG from its first bytes: many times as quick as opening the file as an image."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Signature and chunks: Portable Network Graphics (PNG) Specification, W3C, sections 5.2 and 5.3.
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_FIRST_BYTES = 256
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""What depths each colour type may have."""
_PLAIN = frozenset({b"IHDR", b"pHYs", b"gAMA", b"cHRM", b"sRGB", b"tIME", b"PLTE"})


def png_size(path: Path) -> tuple[int, int] | None:
    """Return (height, width) in pixels of a PNG whose pixels begin after a few plain chunks.

    None for everything else, damage too: whoever asks then opens the file as an image, and learns
    what is wrong with it.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb", buffering=0) as file:
        data = file.read(_FIRST_BYTES)
    if not data.startswith(_SIGNATURE):
        return None
    place, size = len(_SIGNATURE), None
    while (chunk := _chunk_at(data, place)) is not None:
        kind, content = chunk
        if kind == b"IHDR" and size is None:
            size = _size(content)
        elif size is None:
            return None
        place += 12 + len(content)
    return size if data[place + 4 : place + 8] == b"IDAT" else None


def _chunk_at(data: bytes, place: int) -> tuple[bytes, bytes] | None:
    """Return a plain chunk's kind and content; None where it is another, or not whole."""
    length, kind = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
    end = place + 8 + length
    if kind not in _PLAIN or end + 4 > len(data):
        return None
    if zlib.crc32(data[place + 4 : end]) != int.from_bytes(data[end : end + 4]):
        return None
    return kind, data[place + 8 : end]


def _size(header: bytes) -> tuple[int, int] | None:
    if len(header) != 13:
        return None
    width, height, depth, colour, packing, filtering, interlace = struct.unpack(">IIBBBBB", header)
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or interlace > 1:
        return None
    return height, width
