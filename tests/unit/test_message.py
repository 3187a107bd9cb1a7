import copy
import pickle

import pytest

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.message import Message, message


def test_a_message_is_english_and_keeps_its_parts():
    said = message("{path} holds {hc:.1f} mm.", path="a.png", hc=12.34)
    assert said == "a.png holds 12.3 mm."
    assert said.template == "{path} holds {hc:.1f} mm."
    assert said.values == {"path": "a.png", "hc": 12.34}


def test_a_message_without_values_may_hold_braces():
    assert message("{as it is}") == "{as it is}"


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda m: pickle.loads(pickle.dumps(m))])
def test_parts_outlive_copies(copied):
    again = copied(message("{n} cases", n=3))
    assert isinstance(again, Message)
    assert again == "3 cases"
    assert again.values == {"n": 3}


def test_an_error_gives_back_the_message_that_it_was_raised_with():
    error = Hc18ViewerError(message("{n} cases", n=3))
    assert isinstance(str(error), Message)
    assert f"{error}" == "3 cases"
