import string
import xml.etree.ElementTree as ElementTree
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox

from hc18viewer import paths
from hc18viewer.biometry.age import GestationalAge
from hc18viewer.message import message
from hc18viewer.settings import Settings, load_settings
from hc18viewer.ui.growth_wording import day_in_words, day_to_edit, parse_age, parse_day
from hc18viewer.ui.language import LANGUAGES, Translation, say, screen_locale
from hc18viewer.ui.program import Program
from hc18viewer.ui.reject_dialog import RejectDialog


@pytest.fixture
def speak(qapp):
    before, translation = QLocale(), Translation(qapp)
    yield translation.choose
    translation.choose("en")
    QLocale.setDefault(before)


def texts(language):
    """Each source text with its translations: one, or a form for each number."""
    tree = ElementTree.parse(paths.resources() / "translations" / f"hc18viewer_{language}.ts")
    for entry in tree.iter("message"):
        translation = entry.find("translation")
        forms = [form.text or "" for form in translation.iter("numerusform")]
        yield entry.findtext("source"), forms or [translation.text or ""]


def places(text):
    return sorted(
        (name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None
    )


@pytest.mark.parametrize("language", ["vi", "fr"])
def test_every_text_is_translated_with_the_same_places_for_values(language):
    found = dict(texts(language))
    assert len(found) > 1
    for source, forms in found.items():
        for form in forms:
            assert form.strip(), source
            assert places(form) == places(source), source
            assert ("%n" in form) == ("%n" in source), source
            assert form.endswith("…") == source.endswith("…"), source
            assert ("&" in form) == ("&" in source), source


@pytest.mark.parametrize(("language", "sign"), [("en", "."), ("vi", ","), ("fr", ",")])
def test_each_language_is_installed_and_writes_its_decimal_sign(speak, language, sign):
    speak(language)
    assert QCoreApplication.translate("Language", "en") == language
    assert screen_locale().toString(12.5, "f", 1) == f"12{sign}5"
    assert QLocale() == screen_locale()
    assert say(message("{hc:.1f} mm", hc=12.5)) == f"12{sign}5 mm"


def test_what_no_translation_knows_stays_as_it_is(speak):
    speak("fr")
    assert say("a reason that a reader wrote {1}") == "a reason that a reader wrote {1}"
    assert say("") == ""


def test_choosing_a_language_makes_the_window_anew_with_the_same_study(
    qtbot, qapp, speak, sample_dir
):
    program = Program(qapp, Settings(language="en", reader="A"))
    first = program.window
    first.open_path(sample_dir)
    qtbot.waitUntil(lambda: first._session is not None, timeout=20_000)
    first._session.controller.step(3)
    key = first._session.controller.current.case.key
    first.actions_.languages["fr"].trigger()
    second = program.window
    assert second is not first
    assert second._session.controller.current.case.key == key
    assert second.actions_.languages["fr"].isChecked()
    assert second.page.view_panel.accessibleName() == "Options d’affichage"
    assert load_settings().language == "fr"
    second.actions_.languages["fr"].trigger()
    assert program.window is second
    second.close()
    second.deleteLater()
    program.deleteLater()
    qtbot.wait(20)


def test_a_language_that_the_settings_file_gets_wrong_is_the_systems(home):
    home.mkdir()
    (home / "settings.json").write_text('{"language": "de", "reader": "B"}')
    assert load_settings() == Settings(reader="B")


def test_each_language_can_be_chosen(speak):
    for language in LANGUAGES:
        speak(language)
        assert screen_locale().name().startswith(language)


@pytest.mark.parametrize("language", ["vi", "fr"])
def test_qts_own_buttons_speak_the_language(speak, language):
    speak(language)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert buttons.buttons()[0].text() == {"vi": "Hủy", "fr": "Annuler"}[language]


def test_dates_are_read_as_the_language_writes_them(speak):
    day = date(2026, 3, 4)
    assert parse_day("4/3/2026") is None
    assert day_to_edit(day) == "2026-03-04"
    for language, words in (("vi", "ngày 4 tháng 3 năm 2026"), ("fr", "4 mars 2026")):
        speak(language)
        assert day_in_words(day) == words
        assert parse_day("4/3/2026") == parse_day(day_to_edit(day)) == day
        for age in ("12+3", "12 SA + 3 j", "12 sem. 3 j", "12 tuần 3 ngày", "12 w 3 d", "12 3"):
            assert parse_age(age) == GestationalAge(87), age


def test_a_reason_is_stored_in_english_and_shown_in_the_language(qtbot, speak):
    speak("fr")
    dialog = RejectDialog("a.png")
    qtbot.addWidget(dialog)
    given = []
    dialog.reason_given.connect(given.append)
    assert dialog.reason.itemText(0) == "Pas de tête sur l’image"
    dialog.reason.setCurrentIndex(0)
    dialog.accept()
    assert given == ["No head in the image"]
    assert say(given[0]) == "Pas de tête sur l’image"
