"""Hostile text goes through the whole journey and comes out as text."""

from html.parser import HTMLParser
from pathlib import Path

from multivector.brief import render, summary
from multivector.pipeline import Asked, brief_case

HOSTILE = """</script><script>alert(1)</script> strikes Iran

Canada </title><img src=x onerror=alert(1)> sanctioned Iran on Monday. "We <b onmouseover="alert(2)">condemn</b> Iran,"
Mark "</script>" Carney said. Russia banned imports of <svg/onload=alert(3)>fish from \u202eyawroN\u202c on Tuesday.

javascript:alert(4) [click](javascript:alert(5)) {{ 7*7 }} {% raw %} &lt;script&gt; \u0000\u200f
"""


class Found(HTMLParser):
    """Collects what could run."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "img", "base", "form"):
            self.bad.append(tag)
        for name, value in attributes:
            if name.startswith("on") or "javascript:" in (value or "").lower():
                self.bad.append(f"{tag} {name}={value}")


def test_nothing_in_the_page_can_run(tmp_path: Path) -> None:
    (tmp_path / 'a"><script>alert(6)</script>.txt'.replace("/", "_")).write_text(HOSTILE, "utf-8", newline="\n")
    given = brief_case(tmp_path, tmp_path, Asked(text="<script>alert(7)</script> Canada, Iran?"), lambda _: None)
    page = render(given)
    found = Found()
    found.feed(page)
    assert not found.bad
    assert not set(page) & set("\u202e\u202c\u200f\u0000")
    assert "49" not in page.split("{{")[0][-20:]
    assert not any(set(line) & set("\u202e\u200f\x1b\x00") for line in summary(given))
