import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
MOST_PICTURE_BYTES = 2_000_000
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")


def links(page):
    return LINK.findall(page.read_text(encoding="utf-8"))


def anchors(page):
    titles = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for place, anchor in links(page):
        target = page.parent / place if place else page
        assert target.exists(), place
        assert not anchor or anchor in anchors(target), f"{place}#{anchor}"


def test_every_picture_is_shown_and_together_they_are_small():
    shown = {(page.parent / place).resolve() for page in PAGES for place, _ in links(page)}
    pictures = list((ROOT / "docs" / "images").glob("*.png"))
    assert set(pictures) <= shown
    assert sum(picture.stat().st_size for picture in pictures) < MOST_PICTURE_BYTES
