"""What a browser would make of a page, read with the standard library's parser."""

from html.parser import HTMLParser

__all__ = ["Page", "read_page"]

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """The elements with their attributes, the text, the ids and the links; `torn` names tags that do not pair."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.torn: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element of SVG that closes itself."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Check that it closes what was opened last."""
        if not self._open or self._open.pop() != tag:
            self.torn.append(tag)

    def handle_data(self, data: str) -> None:
        """Collect the text."""
        self.text.append(data)

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [value for _, attrs in self.elements if (value := attrs.get("id"))]

    @property
    def hrefs(self) -> list[str]:
        """Every link's target."""
        return [value for _, attrs in self.elements if (value := attrs.get("href")) is not None]

    @property
    def words(self) -> str:
        """The text on one line."""
        return " ".join("".join(self.text).split())


def read_page(html: str) -> Page:
    """The page of that source."""
    page = Page()
    page.feed(html)
    page.close()
    return page
