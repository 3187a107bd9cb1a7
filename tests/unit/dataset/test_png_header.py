import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from hc18viewer.dataset.png_header import png_size

GREY = Image.fromarray(np.arange(60 * 80, dtype=np.uint8).reshape(60, 80))


def written(path, image=GREY, **how):
    image.save(path, "PNG", **how)
    return path


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_the_size_of_every_kind_is_found(tmp_path, mode):
    image = Image.new(mode, (80, 60)) if mode == "I;16" else GREY.convert(mode)
    path = written(tmp_path / "a.png", image, dpi=(96, 96))
    assert png_size(path) in ((60, 80), None if mode == "P" else (60, 80))


def test_other_files_and_chunks_are_left_to_pillow(tmp_path):
    info = PngInfo()
    info.add_text("note", "a" * 20)
    assert png_size(written(tmp_path / "a.png", pnginfo=info)) is None
    GREY.save(tmp_path / "b.png", "JPEG")
    assert png_size(tmp_path / "b.png") is None


@given(st.integers(8, 53), st.integers(1, 255))
def test_damage_before_the_pixels_is_never_passed_over(place, by):
    data = io.BytesIO()
    GREY.save(data, "PNG", dpi=(96, 96))
    damaged = bytearray(data.getvalue())
    damaged[place] ^= by

    class Path:
        def open(self, *_how, **_more):
            return io.BytesIO(damaged)

    assert png_size(Path()) is None
