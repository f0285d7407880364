"""The brief in a real browser: quiet, offline, and no wider than a phone."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fixture import large_input, synthetic_input
from poison import hostile_input

from multivector.brief import BriefInput, render

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]
GIVEN: dict[str, BriefInput] = {
    "small": synthetic_input(), "hostile": hostile_input(), "many": large_input(12)
}  # fmt: skip
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["small", "hostile", "many"])
def test_page_is_quiet_offline_and_fits_a_phone(browser: Any, tmp_path: Path, name: str, scheme: str) -> None:
    path = tmp_path / "brief.html"
    path.write_text(render(GIVEN[name]), "utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    noise: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("dialog", lambda dialog: noise.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    assert noise == []
    assert asked == [path.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["small", "many"])
def test_axe_finds_nothing_against_wcag_aa(browser: Any, tmp_path: Path, name: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    path = tmp_path / "brief.html"
    path.write_text(re.sub(r"<meta http-equiv[^>]*>", "", render(GIVEN[name])), "utf-8")  # axe is itself a script
    page = browser.new_page(viewport={"width": 1200, "height": 900}, color_scheme=scheme)
    page.goto(path.as_uri())
    found = axe.Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120], one["help"]) for one in found] == []
    page.close()


def test_every_chart_has_a_text_alternative(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_text(render(GIVEN["small"]), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    charts = "Array.from(document.querySelectorAll('svg')).filter(s => s.getAttribute('aria-hidden') !== 'true')"
    named = "s => s.getAttribute('role') === 'img' && (s.getAttribute('aria-label') || s.querySelector('title'))"
    assert page.evaluate(f"{charts}.length") > 0
    assert page.evaluate(f"{charts}.every({named})")
    page.close()


def test_a_claim_leads_to_its_words_and_back(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_text(render(synthetic_input()), "utf-8")
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(path.as_uri())
    page.click(".carriers a.quote")
    assert page.evaluate("document.querySelector('mark:target').textContent").startswith("Foreign Minister Ilsa Marek")
    page.click("mark:target + a.ref, mark:target ~ a.ref")
    assert page.evaluate("document.querySelector('tr:target').id").startswith("r-sta")
    page.close()
