"""Texts and numbers of the screen in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from hc18viewer import paths
from hc18viewer.message import Message

if TYPE_CHECKING:
    from hc18viewer.settings import Language

LANGUAGES: dict[Language, str] = {"en": "English", "vi": "Tiếng Việt", "fr": "Français"}
"""The languages of the screen by their codes, each named in itself."""


def translate(context: str, text: str) -> str:
    """Return a text in the language that is installed; as it is where there is no translation.

    For places that are no QObject; those say `self.tr(text)`. Both arguments are written out as
    literals, so that Qt Linguist's tools find them.
    """
    return QCoreApplication.translate(context, text)


def say(text: str) -> str:
    """Return a text that was made with `message`, or stored as such, in the reader's language.

    A text that is no message and that no translation knows, such as a name or a reason that the
    reader wrote, comes back as it is.
    """
    if not isinstance(text, Message):
        return QCoreApplication.translate("", text) if text else ""
    template = QCoreApplication.translate("", text.template)
    if not text.values:
        return template
    return template.format(**{name: _said(value) for name, value in text.values.items()})


def screen_locale() -> QLocale:
    """Return how numbers are written in the language of the screen."""
    return QLocale(translate("Language", "en"))


def system_language() -> Language:
    """Return the first of the system's languages that the program speaks; English for none."""
    wanted = [name.replace("_", "-").split("-")[0] for name in QLocale.system().uiLanguages()]
    known = [code for name in wanted for code in LANGUAGES if code == name]
    return known[0] if known else "en"


class Translation(QObject):
    """The translation files that are installed; they go when this goes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []

    def choose(self, language: Language) -> None:
        """Speak a language of `LANGUAGES` from now on; "" is the system's.

        Texts that are drawn already stay as they are.
        """
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()
        code = language or system_language()
        own = str(paths.resources() / "translations")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"qtbase_{code}", qt), (f"qtbase_{code}", own),
                             (f"hc18viewer_{code}", own)):
            translator = QTranslator(self)
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)
        QLocale.setDefault(screen_locale())


class _Figure(float):
    """A number that formats itself with the decimal sign of the screen's language."""

    def __format__(self, form: str) -> str:
        return super().__format__(form).replace(".", screen_locale().decimalPoint())


def _said(value: object) -> object:
    if isinstance(value, str):
        return say(value)
    return _Figure(value) if isinstance(value, float) else value
