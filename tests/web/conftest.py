"""What the workbench's tests share: the example, read once, and a client at the door of its workbench."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from tests.conftest import EXAMPLE

from multivector.pipeline import read_case
from multivector.web import Desk, make_app
from multivector.web.serve import listen

CHROMIUM = Path("/usr/bin/chromium")


class Bench:
    """A running workbench: its case, its address, its key, and a client that has entered."""

    def __init__(self, case: Path) -> None:
        self.case = case
        self.place = listen("127.0.0.1", 0)
        self.url, self.token = self.place.url, self.place.lock.token
        self.base = self.url.split("/?")[0]
        self.desk = Desk(case, case / "sources")
        app: Any = make_app(self.desk, self.place.lock, "Anna")
        config = uvicorn.Config(app, log_level="error", access_log=False, ws="none", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self.place.listening]})
        self._thread.start()
        self.client = httpx.Client(base_url=self.base, follow_redirects=True, timeout=60)
        self.client.get(self.url)

    def post(self, path: str, **form: str) -> httpx.Response:
        """A form from a page of this workbench."""
        return self.client.post(path, data=form, headers={"Origin": self.base})

    def close(self) -> None:
        """Stop it."""
        self.client.close()
        self._server.should_exit = True
        self._thread.join()
        self.place.listening.close()


@pytest.fixture(scope="session")
def read_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled example with its store, read once."""
    case = tmp_path_factory.mktemp("bench") / "kazakhstan-brics"
    shutil.copytree(EXAMPLE, case, ignore=shutil.ignore_patterns(".multivector", "brief.html"))
    read_case(case / "sources", case, lambda _: None)
    return case


@pytest.fixture
def example(read_example: Path, tmp_path: Path) -> Path:
    """A copy of the example for one test."""
    return Path(shutil.copytree(read_example, tmp_path / "kazakhstan-brics"))


@pytest.fixture
def open_bench() -> Iterator[Callable[[Path], Bench]]:
    """A function that opens a workbench over a case and closes it after the test."""
    opened: list[Bench] = []

    def opening(case: Path) -> Bench:
        opened.append(Bench(case))
        return opened[-1]

    yield opening
    for bench in opened:
        bench.close()


@pytest.fixture
def bench(example: Path, open_bench: Callable[[Path], Bench]) -> Bench:
    """A workbench over a copy of the example."""
    return open_bench(example)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium; the test is skipped where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    with sync_api.sync_playwright() as play:
        found = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield found
        found.close()
