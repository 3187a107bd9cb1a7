from PySide6.QtCore import Qt

from hc18viewer.dataset.images import read_grey


def told(cases):
    role = Qt.ItemDataRole.AccessibleTextRole
    return [cases.data(cases.index(row), role) for row in range(cases.rowCount())]


def test_the_first_image_is_drawn_before_the_store_is_open(open_window, sample_dir):
    with open_window() as reader:
        window, seen = reader.window, []
        window._opener.first_read.connect(lambda opened: seen.append(
            (opened.first[0].key, window._session, reader.canvas.image,
             window._pages.currentWidget(), reader.canvas.annotation, told(window.page.cases))
        ))
        reader.open(sample_dir)
        ((key, session, image, page, truth, listed),) = seen
        assert session is None
        assert page is window.page
        assert (image == read_grey(sample_dir / key)).all()
        assert reader.state.case.key == key
        assert reader.canvas.image is image  # not read once more
        assert truth == reader.canvas.annotation is not None
        assert len(listed) == len(reader.controller.review.study.cases)
        assert not any("not read" in text for text in listed)  # nobody knows it yet
        assert all("not read" in text for text in told(window.page.cases))


def test_a_study_can_be_given_up_when_its_first_image_is_there(open_window, sample_dir):
    with open_window() as reader:
        window = reader.window
        window._opener.first_read.connect(lambda _opened: window.close_study())
        window.open_path(sample_dir)
        reader.qtbot.waitUntil(lambda: not window._opener.busy, timeout=20_000)
        reader.qtbot.wait(100)
        assert window._session is None
        assert window._pages.currentWidget() is window.start_page
        assert reader.canvas.image is None
