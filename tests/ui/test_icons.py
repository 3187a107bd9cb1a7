from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap

from hc18viewer.ui.icons import themed_icon


def colours_of(pixmap):
    image = pixmap.toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {image.pixelColor(*place).name() for place in places
            if image.pixelColor(*place).alpha() == 255}


def test_an_icon_is_drawn_as_large_and_in_the_colour_it_is_asked_for(qapp):
    icon = themed_icon("open-folder", "#ff0000", dim="#0000ff")
    assert icon.pixmap(22, 22).size() == QSize(22, 22)
    assert icon.pixmap(QSize(22, 22), 2.0).size() == QSize(44, 44)
    assert colours_of(icon.pixmap(40, 40)) == {"#ff0000"}
    assert colours_of(icon.pixmap(QSize(40, 40), 1.0, QIcon.Mode.Disabled)) == {"#0000ff"}
    assert colours_of(icon.pixmap(QSize(40, 40), 1.0, QIcon.Mode.Active)) == {"#ff0000"}


def test_a_copy_that_gets_another_picture_still_draws(qapp):
    icon = QIcon(themed_icon("open-folder", "#ff0000"))
    icon.addPixmap(QPixmap(8, 8))
    assert colours_of(icon.pixmap(40, 40)) == {"#ff0000"}
