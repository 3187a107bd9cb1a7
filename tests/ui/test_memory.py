import pytest

from hc18viewer.settings import Settings
from hc18viewer.ui.memory import Memory


@pytest.mark.parametrize(("given", "kept"), [
    ("Nguyễn  Thị\nMinh\tKhai", "Nguyễn Thị Minh Khai"), ("Ren\udce9e", "Ren?e"), ("\n", "reader"),
])
def test_the_readers_name_is_one_line_that_can_be_stored(given, kept):
    assert Memory(Settings(reader=given)).reader == kept
