"""Reads a report as a browser would, as far as the tests ask."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "img", "br"}


@dataclass
class Page:
    text: str = ""
    tags: list = field(default_factory=list)
    open_tags: list = field(default_factory=list)

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


class _Parser(HTMLParser):
    def __init__(self):
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag, attrs):
        self.page.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.page.open_tags.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.page.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.page.open_tags.pop() == tag

    def handle_data(self, data):
        if "style" not in self.page.open_tags:
            self.page.text += data


def read_page(html):
    """Return what a page holds; every tag that was opened must be closed in turn."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    assert parser.page.open_tags == []
    parser.page.text = " ".join(parser.page.text.split())
    return parser.page
