import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from hc18viewer.dataset.images import ImageError, image_size, read_grey

RAMP = np.tile(np.arange(80, dtype=np.uint8) * 3, (60, 1))


def save(tmp_path, image, name="a.png"):
    path = tmp_path / name
    image.save(path)
    return path


def test_grey_comes_back_as_it_is(tmp_path):
    assert np.array_equal(read_grey(save(tmp_path, Image.fromarray(RAMP))), RAMP)


def test_colour_palette_and_transparency_become_grey(tmp_path):
    rgb = Image.fromarray(np.dstack([RAMP] * 3))
    rgba = rgb.copy()
    rgba.putalpha(10)
    for image in (rgb, rgba, rgb.quantize(256)):
        assert np.abs(read_grey(save(tmp_path, image)).astype(int) - RAMP).max() <= 2


def test_sixteen_bits_fill_the_range(tmp_path):
    deep = Image.fromarray(RAMP.astype(np.uint16) * 40)
    grey = read_grey(save(tmp_path, deep, "a.tif"))
    assert (grey.min(), grey.max(), grey.dtype) == (0, 255, np.uint8)
    assert np.all(np.diff(grey[0].astype(int)) >= 0)


def test_size_comes_from_the_header(tmp_path):
    assert image_size(save(tmp_path, Image.fromarray(RAMP))) == (60, 80)


def test_a_truncated_image_is_refused_when_read(tmp_path):
    noise = np.random.default_rng(0).integers(0, 255, (60, 80), np.uint8)
    path = save(tmp_path, Image.fromarray(noise))
    path.write_bytes(path.read_bytes()[:2000])
    assert image_size(path) == (60, 80)
    with pytest.raises(ImageError, match="damaged"):
        read_grey(path)


@pytest.mark.parametrize("content", [b"", b"not an image at all", b"\x89PNG\r\n\x1a\n1234"])
def test_what_is_no_image_is_refused(tmp_path, content):
    path = tmp_path / "a.png"
    path.write_bytes(content)
    for read in (image_size, read_grey):
        with pytest.raises(ImageError, match="damaged or no PNG"):
            read(path)


# the limit is the program's own for the first, and Pillow's for the second
@pytest.mark.parametrize("side", [9_000, 60_000])
def test_an_impossible_size_is_refused_before_memory_is_taken(tmp_path, side):
    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"")
                     + chunk(b"IEND", b""))
    for read in (image_size, read_grey):
        with pytest.raises(ImageError, match="too large"):
            read(path)


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(ImageError, match="missing"):
        read_grey(tmp_path / "a.png")
