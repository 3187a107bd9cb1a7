import pytest

from hc18viewer.ui.command_search import matches, rank


@pytest.mark.parametrize(("letters", "text"), [
    ("con smo", "Smooth the contour"), ("", "Quit"), ("stc", "Smooth the contour"),
    ("smooth the", "Smooth the contour"), ("123 go", "Go to case 123_HC"),
])
def test_words_in_any_order_and_initials_are_found(letters, text):
    assert matches(letters, text)


def test_letters_that_are_nowhere_are_not_found():
    assert not matches("undo", "Redo")
    assert not matches("smooth ellipse", "Smooth the contour")


def test_accents_and_capitals_do_not_matter():
    assert matches("mo thu muc", "Mở thư mục")
    assert matches("DUONG", "đường")


def test_the_beginning_comes_before_initials_before_words_before_the_middle():
    texts = ["Zoom in", "Fit zoo image", "a zoom", "azoo"]
    assert sorted(texts, key=lambda text: rank("zoo", text))[0] == "Zoom in"
    assert rank("fi", "Fit image") == 0
    assert rank("ntr", "Next to read") == 1
    assert rank("image fit", "Fit image") == 2
    assert rank("oo", "Zoom in") == 3
