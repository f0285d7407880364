"""The workbench in a real browser: quiet, offline, fit for a phone, for a keyboard and for a screen reader."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import Bench

try:
    from playwright.sync_api import Error
except ImportError:  # the tests here are skipped
    Error = Exception  # type: ignore[assignment,misc]

from multivector.store.reviews import load
from multivector.web.vendor import has_htmx

pytestmark = pytest.mark.browser
PATIENCE = 600  # tenths of a second
WIDE, PHONE = {"width": 1360, "height": 900}, {"width": 390, "height": 844}
SCREENS = (
    "/", "/triage", "/timeline", "/actors", "/actors/KAZ", "/network?source=RUS&target=KAZ", "/map?toward=RUS",
    "/judge", "/judge?article=x", "/sources", "/decisions", "/search?q=Russia",
)  # fmt: skip
needs_htmx = pytest.mark.skipif(not has_htmx(), reason="htmx is not in the package: run `make test` once")


class Tab:
    """A page of the browser that has entered the workbench; `noise` and `abroad` collect what must not be."""

    def __init__(self, browser: Any, bench: Bench, **options: Any) -> None:
        self.context = browser.new_context(viewport=WIDE, **{"color_scheme": "light", **options})
        self.context.set_default_timeout(60000)  # a machine that does other things too takes its time
        self.page = self.context.new_page()
        self.noise: list[str] = []
        self.abroad: list[str] = []
        self.base = bench.base
        self.page.on("console", lambda message: self.noise.append(message.text))
        self.page.on("pageerror", lambda error: self.noise.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.noise.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.goto(bench.url)

    def _asked(self, url: str) -> None:
        if not url.startswith(self.base):
            self.abroad.append(url)

    def go(self, path: str) -> Any:
        """Go there and wait until all is quiet."""
        self.page.goto(self.base + path, wait_until="networkidle")
        return self.page

    def record(self) -> str:
        """The record that the page shows, by the address of the page."""
        return str(self.page.evaluate("new URLSearchParams(location.search).get('record') || ''"))

    def press(self, key: str, until: Callable[[], bool]) -> None:
        """Press a key on a page whose scripts have run, and wait until it has done its work: on a busy machine a page
        takes its time, and a key that comes before its script is lost."""
        self.page.wait_for_load_state("networkidle")
        self.page.keyboard.press(key)
        for _ in range(PATIENCE):
            with suppress(Error):  # between two pages there is none to ask
                if until():
                    break
            self.page.wait_for_timeout(100)
        self.page.wait_for_load_state("networkidle")
        assert until(), key


@pytest.fixture
def tab(browser: Any, bench: Bench) -> Iterator[Tab]:
    found = Tab(browser, bench)
    yield found
    found.context.close()
    assert found.noise == []
    assert found.abroad == []


def serious(page: Any) -> list[str]:
    """What axe finds that keeps people out."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found if v["impact"] in ("serious", "critical")]


@pytest.mark.parametrize(
    ("size", "scheme"), [(WIDE, "light"), (WIDE, "dark"), (PHONE, "light")], ids=["wide", "dark", "phone"]
)
def test_every_screen_is_quiet_fits_and_keeps_nobody_out(browser: Any, bench: Bench, scheme: str, size: Any) -> None:
    tab = Tab(browser, bench, color_scheme=scheme, bypass_csp=True)
    tab.page.set_viewport_size(size)
    faults = {}
    for path in SCREENS:
        page = tab.go(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], path
        faults[path] = serious(page)
    tab.context.close()
    assert not {path: found for path, found in faults.items() if found}
    assert tab.noise == []
    assert tab.abroad == []


def test_reading_works_without_javascript(browser: Any, bench: Bench) -> None:
    tab = Tab(browser, bench, java_script_enabled=False)
    page = tab.go("/triage")
    page.click(".decide summary.no")
    page.fill(".decide [open] [name=why]", "not said")
    page.click(".decide [open] button")
    assert "rejected" in page.text_content("[role=status]")
    tab.go("/judge?as_of=2024-10-20")
    assert "20 October 2024" in page.text_content(".kicker")
    tab.context.close()


def share(tab: Tab) -> str:
    """The answer at the foot of the matrix."""
    return str(tab.go("/judge").text_content(".matrix .total"))


def undo_on(tab: Tab, record: str) -> None:
    """Undo the decision on a record, at its page."""
    page = tab.go(f"/record/{record}")
    page.click(".past button")
    page.wait_for_selector("[role=status]")


def test_reject_and_undo_move_the_answer_there_and_back(tab: Tab, bench: Bench) -> None:
    before, record = share(tab), bench.desk.state().judgement.carried_by[0]
    page = tab.go(f"/record/{record}")
    page.keyboard.press("r")
    page.keyboard.type("not what he said")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]")
    assert share(tab) != before
    undo_on(tab, record)
    assert share(tab) == before


def test_a_correction_moves_the_answer_and_its_undo_brings_it_back(tab: Tab, bench: Bench) -> None:
    before, record = share(tab), bench.desk.state().judgement.carried_by[0]
    page = tab.go(f"/record/{record}")
    page.keyboard.press("c")
    page.select_option("[name=field]", "speaker.state")
    page.fill("[name=value]", "KAZ")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]")
    assert "corrected" in page.text_content(".verdict")
    assert share(tab) != before
    undo_on(tab, record)
    assert share(tab) == before


def test_keys_lead_through_the_records(tab: Tab, bench: Bench) -> None:
    page = tab.go("/triage")
    first = tab.record()
    tab.press("j", lambda: tab.record() != first)
    tab.press("k", lambda: tab.record() == first)
    tab.press("a", lambda: page.is_visible("[role=status]"))
    assert [review.act for review in load(bench.case)] == ["accept"]
    tab.press("u", lambda: page.is_visible("[role=status]:has-text('undone')"))
    assert [review.act for review in load(bench.case)] == ["accept", "undo"]
    page.keyboard.press("g")
    tab.press("j", lambda: page.url.endswith("/judge"))
    page.keyboard.press("?")
    assert page.is_visible("#keys")


def test_a_correction_by_keyboard(tab: Tab, bench: Bench) -> None:
    event = next(r for r in bench.desk.state().records.values() if r.id.startswith("eve"))
    page = tab.go(f"/record/{event.id}")
    page.keyboard.press("c")
    page.select_option("[name=field]", "target")
    page.keyboard.type("UZB")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]")
    assert bench.desk.state().records[event.id].target == ("UZB",)  # type: ignore[union-attr]
    assert "corrected" in page.text_content(".verdict")


def test_a_click_on_a_highlight_shows_its_record(tab: Tab) -> None:
    page = tab.go("/read")
    page.click("mark[id^='h-eve']")
    page.wait_for_url("**record=eve-**")
    assert page.is_visible(".record blockquote")


@needs_htmx
def test_a_likelihood_moves_the_answer_while_one_looks(tab: Tab, bench: Bench) -> None:
    page = tab.go("/judge")
    before = page.text_content("#posterior")
    box = page.locator(".matrix tbody input").first
    box.fill("0.95")
    box.press("Tab")
    page.wait_for_selector(".tried")
    assert page.text_content("#posterior") != before
    assert "l." in page.url
    page.reload()
    assert page.is_visible(".tried")
    assert not load(bench.case)


@needs_htmx
def test_the_slider_replays_the_answer(tab: Tab) -> None:
    page = tab.go("/judge")
    slider = page.locator("#day-slider")
    slider.focus()
    slider.press("ArrowLeft")
    page.wait_for_selector(".kicker:has-text('24 October')")
    for day in ("20 October", "17 October", "16 October"):
        page.locator("#day-slider").press("ArrowLeft")
        page.wait_for_selector(f".kicker:has-text('{day}')", timeout=60000)
    assert "cannot be judged" in page.text_content(".answer").lower()
    page.click("[data-play]")
    page.wait_for_selector(".kicker:has-text('today')", timeout=60000)


def test_print_leaves_the_controls_out(tab: Tab) -> None:
    page = tab.go("/triage")
    page.emulate_media(media="print")
    assert not page.is_visible(".top")
    assert not page.is_visible(".decide")
    assert page.is_visible(".text")


HOSTILE = """---
title: </title><script>alert(1)</script><img src=x onerror=alert(2)>
outlet: "><script>alert(3)</script>
date: 2024-10-23
---
Russia banned imports of <svg/onload=alert(4)>fish from Kazakhstan on Tuesday. "We </script><script>alert(5)</script>
condemn Kazakhstan," Foreign Minister Sergey Lavrov said. {{ 7*7 }} <a href=javascript:alert(6)>x</a> \u202eevil\u202c
Kazakhstan accused Russia of breaking the agreement.
President Putin thanked Kazakhstan for its <b onmouseover="alert(7)">help</b>.
"""


def test_a_hostile_article_is_inert_everywhere(browser: Any, example: Path, open_bench: Any) -> None:
    from multivector.pipeline import read_case

    name = '"><img src=x onerror=alert(8)>.txt'
    (example / "sources" / name).write_text(HOSTILE, "utf-8")
    read_case(example / "sources", example, lambda _: None)
    bench = open_bench(example)
    document = next(d.id for d in bench.desk.state().documents if d.name == name)
    records = [record.id for record in bench.desk.state().records_in(document)]
    assert records
    tab = Tab(browser, bench)
    alive = "main script, main img, iframe, [onerror], [onload]"
    for path in (
        *SCREENS,
        f"/read/{document}",
        f"/record/{records[0]}",
        "/search?q=alert",
        f"/explain?record={records[0]}",
    ):
        page = tab.go(path)
        assert page.locator(alive).count() == 0, path
        assert not set(page.content()) & set("\u202e\u202c"), path
    tab.context.close()
    assert tab.noise == []
    assert tab.abroad == []
