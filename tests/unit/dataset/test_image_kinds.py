"""The less usual kinds of image file, and files with bytes changed at random."""

import io
import warnings

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from hc18viewer.dataset import images
from hc18viewer.dataset.images import ImageError, image_size, read_grey

RAMP = np.tile(np.arange(80, dtype=np.uint8) * 3, (60, 1))


def written(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def test_a_palette_with_transparency_is_read_without_a_warning(tmp_path):
    path = tmp_path / "a.png"
    palette = Image.fromarray(np.dstack([RAMP] * 3)).quantize(200)
    palette.save(path, transparency=bytes(range(200)))
    assert np.abs(read_grey(path).astype(int) - RAMP).max() <= 2


def test_colours_become_their_luminance(tmp_path):
    path = tmp_path / "a.png"
    colours = np.zeros((8, 24, 3), np.uint8)
    for third in range(3):
        colours[:, 8 * third : 8 * third + 8, third] = 255
    Image.fromarray(colours).save(path)
    red, green, blue = read_grey(path)[0, ::8].tolist()
    assert (red, green, blue) == pytest.approx((76, 150, 29), abs=1)


@pytest.mark.parametrize(("mode", "name"), [("1", "a.png"), ("LA", "a.png"), ("CMYK", "a.jpg")])
def test_two_tones_grey_with_alpha_and_print_colours_are_read(tmp_path, mode, name):
    tones = Image.fromarray(np.where(RAMP > 100, 255, 0).astype(np.uint8))
    path = tmp_path / name
    tones.convert(mode).save(path)
    grey = read_grey(path)
    assert grey.dtype == np.uint8
    # away from the step, where JPEG rings
    assert np.array_equal(grey[:, :24] > 127, np.zeros((60, 24), bool))
    assert np.array_equal(grey[:, 48:] > 127, np.ones((60, 32), bool))


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_sixteen_bits_keep_the_order_of_the_greys(tmp_path, name):
    path = tmp_path / name
    Image.fromarray(RAMP.astype(np.uint16) * 200 + 5000).save(path)
    assert np.abs(read_grey(path)[0] - np.linspace(0, 255, 80)).max() <= 0.51


def test_a_float_image_with_holes_is_read(tmp_path):
    path = tmp_path / "a.tif"
    values = RAMP.astype(np.float32) / 237
    values[0, 0], values[0, 1] = np.nan, np.inf
    Image.fromarray(values).save(path)
    grey = read_grey(path)
    assert (grey[0, 0], grey[0, 1], grey[5, 79]) == (0, 0, 255)


def test_a_deep_image_of_one_value_is_black(tmp_path):
    path = tmp_path / "a.tif"
    Image.fromarray(np.full((20, 20), 4000, np.uint16)).save(path)
    assert not read_grey(path).any()


def test_of_several_pages_the_first_is_taken(tmp_path):
    path = tmp_path / "a.tif"
    first, second = Image.fromarray(RAMP), Image.fromarray(255 - RAMP)
    first.save(path, save_all=True, append_images=[second])
    assert np.array_equal(read_grey(path), RAMP)


def test_a_sliver_is_no_scan(tmp_path):
    path = tmp_path / "a.png"
    Image.fromarray(RAMP[:7]).save(path)
    with pytest.raises(ImageError, match="only 80 x 7 pixels"):
        image_size(path)


def test_a_truncated_deep_image_is_refused(tmp_path):
    path = tmp_path / "a.png"
    noise = np.random.default_rng(0).integers(0, 60_000, (60, 80), np.uint16)
    path.write_bytes(written(Image.fromarray(noise), "PNG")[:4000])
    with pytest.raises(ImageError, match="damaged"):
        read_grey(path)


def test_an_image_of_another_format_is_refused_whatever_its_name(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(written(Image.fromarray(RAMP), "GIF"))
    with pytest.raises(ImageError, match="no PNG, JPEG, TIFF or BMP"):
        read_grey(path)


def test_a_file_that_may_not_be_read_says_so(tmp_path, monkeypatch):
    def refuse(*_given, **_named):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(images.Image, "open", refuse)
    with pytest.raises(ImageError, match=r"a\.png may not be read"):
        read_grey(tmp_path / "a.png")


@pytest.mark.parametrize("content", [b"", b"text", written(Image.fromarray(RAMP), "PNG")[:80]])
def test_a_refusal_names_the_file_and_not_its_folder(tmp_path, content):
    path = tmp_path / "scan 7.png"
    path.write_bytes(content)
    with pytest.raises(ImageError) as caught:
        read_grey(path)
    assert str(caught.value).startswith("scan 7.png ")
    assert str(tmp_path) not in str(caught.value)


WHOLE = [
    written(Image.fromarray(RAMP), "PNG"),
    written(Image.fromarray(RAMP.astype(np.uint16) * 40), "PNG"),
    written(Image.fromarray(np.dstack([RAMP] * 3)).quantize(64), "PNG"),
    written(Image.fromarray(RAMP), "JPEG"),
    written(Image.fromarray(RAMP), "BMP"),
    written(Image.fromarray(RAMP), "TIFF"),
    written(Image.fromarray(RAMP.astype(np.uint16) * 40), "TIFF"),
]
# most of what can go wrong lies in the header
changes = st.lists(st.tuples(st.integers(0, 400) | st.integers(0, 20_000), st.integers(0, 255)),
                   max_size=6)


@given(st.sampled_from(WHOLE), changes, st.none() | st.integers(0, 3000))
@settings(max_examples=400, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_bytes_there_is_an_image_or_a_refusal(tmp_path, whole, changed, length):
    content = bytearray(whole)
    for place, value in changed:
        content[place % len(content)] = value
    path = tmp_path / "a.png"
    path.write_bytes(content[:length])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, of odd metadata
        try:
            grey = read_grey(path)
        except ImageError:
            return
        assert (grey.dtype, grey.shape) == (np.uint8, image_size(path))
