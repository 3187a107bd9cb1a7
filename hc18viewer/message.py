"""Texts that are English where they are made, and keep their parts for other languages.

Only the window speaks other languages than English. What lies below it makes a `Message`: a plain
English text for the command line, the log and the store, which remembers its template and values.
The window looks up the template's translation and fills in the same values.
"""

from __future__ import annotations


class Message(str):
    """An English text with the template and the values that it was made of.

    Attributes:
        template: the text before values were put in; the key of its translations.
        values: what stands in the template's places, by name.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, values: dict[str, object]) -> Message:
        """Make the English text."""
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template = template
        made.values = values
        return made

    def __str__(self) -> Message:
        """Return the message itself: so `str(error)` keeps the parts of what it was raised with."""
        return self

    def __reduce__(self) -> tuple[type[Message], tuple[str, dict[str, object]]]:
        """Keep the parts between processes too."""
        return Message, (self.template, self.values)


def message(template: str, **values: object) -> Message:
    """Make a message: `message("{path} is a folder.", path=path)`.

    The template is written out as a literal, so that Qt Linguist's tools find it. A template
    without values may hold braces.
    """
    return Message(template, values)
