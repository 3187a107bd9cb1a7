from hc18viewer.dataset.images import read_grey


def test_the_first_image_is_drawn_before_the_store_is_open(open_window, sample_dir):
    with open_window() as reader:
        window, seen = reader.window, []
        window._opener.first_read.connect(lambda case, _read: seen.append(
            (case.key, window._session, reader.canvas.image, window._pages.currentWidget())
        ))
        reader.open(sample_dir)
        ((key, session, image, page),) = seen
        assert session is None
        assert page is window.page
        assert (image == read_grey(sample_dir / key)).all()
        assert reader.state.case.key == key
        assert reader.canvas.image is image  # not read once more


def test_a_study_can_be_given_up_when_its_first_image_is_there(open_window, sample_dir):
    with open_window() as reader:
        window = reader.window
        window._opener.first_read.connect(lambda _case, _read: window.close_study())
        window.open_path(sample_dir)
        reader.qtbot.waitUntil(lambda: not window._opener.busy, timeout=20_000)
        reader.qtbot.wait(100)
        assert window._session is None
        assert window._pages.currentWidget() is window.start_page
        assert reader.canvas.image is None
