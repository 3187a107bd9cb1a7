"""Texts of the screen in the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str) -> str:
    """Return a text in the language that is installed; as it is where there is no translation.

    For places that are no QObject; those say `self.tr(text)`. Both arguments are written out as
    literals, so that Qt Linguist's tools find them.
    """
    return QCoreApplication.translate(context, text)
