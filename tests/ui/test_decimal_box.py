import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest

from hc18viewer.ui.decimal_box import DecimalBox


@pytest.mark.parametrize("language", ["en", "vi", "fr"])
@pytest.mark.parametrize("typed", ["1.25", "1,25"])
def test_either_decimal_sign_is_read_and_the_languages_is_shown(qtbot, language, typed):
    box = DecimalBox()
    qtbot.addWidget(box)
    box.setLocale(QLocale(language))
    box.show()
    box.selectAll()
    QTest.keyClicks(box, typed)
    assert box.value() == 1.25
    box.setValue(1.5)
    assert box.text() == f"1{box.locale().decimalPoint()}50"
