"""Which texts a few letters mean, and which of them come first."""

from __future__ import annotations

import re
import unicodedata

_NO_MATCH = 9


def matches(letters: str, text: str) -> bool:
    """Whether the letters mean a text; "" means every text.

    Each word of them stands somewhere in it, in any order, or they are its words' initials.
    """
    return rank(letters, text) < _NO_MATCH


def rank(letters: str, text: str) -> int:
    """Return how well letters mean a text, the best 0; see `matches`."""
    wanted, found = _plain(letters), _plain(text)
    words = re.findall(r"\w+", found)
    asked = wanted.split()
    if not asked or found.startswith(wanted.strip()):
        return 0
    initials = "".join(word[0] for word in words)
    if len(asked) == 1 and len(wanted) > 1 and initials.startswith(asked[0]):
        return 1
    if all(any(word.startswith(part) for word in words) for part in asked):
        return 2
    if all(part in found for part in asked):
        return 3
    return _NO_MATCH


def _plain(text: str) -> str:
    """Write a text in small letters without accents, which nobody should have to type."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
