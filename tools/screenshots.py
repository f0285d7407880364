"""Pictures of every screen of the workbench over the bundled example, into docs/screenshots/.

    python tools/screenshots.py [name ...]

The server runs in this process, on a copy of the example; Debian's Chromium takes the pictures. Colours are cut to a
palette, so that each file is small.
"""

import io
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE, TARGET = ROOT / "examples" / "kazakhstan-brics", ROOT / "docs" / "screenshots"
CHROMIUM = "/usr/bin/chromium"
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
COLOURS = 200
# name: (path, what to press or click first)
SHOTS = {
    "case": "/", "read": "/triage", "timeline": "/timeline", "actors": "/actors/KAZ",
    "network": "/network?source=RUS&target=KAZ", "map": "/map?toward=RUS", "judge": "/judge", "sources": "/sources",
    "search": "/search?q=BRICS", "decisions": "/decisions",
}  # fmt: skip
HEIGHTS = {"judge": 1500, "case": 1150}
DARK, SMALL = ("judge", "network", "map"), ("case", "read", "timeline", "judge")


@contextmanager
def serving(case: Path) -> Iterator[str]:
    """The workbench over a case, in a thread; gives the address with its key."""
    import uvicorn

    from multivector.pipeline import read_case
    from multivector.web import Desk, make_app
    from multivector.web.serve import listen

    read_case(case / "sources", case, lambda _: None)
    place = listen("127.0.0.1", 0)
    app: Any = make_app(Desk(case, case / "sources"), place.lock, "Anna")
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [place.listening]}, daemon=True)
    thread.start()
    yield place.url
    server.should_exit = True
    thread.join()


def main(wanted: list[str]) -> None:
    """Take the pictures, all or those of the given names."""
    from playwright.sync_api import sync_playwright

    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        case = Path(folder) / EXAMPLE.name
        shutil.copytree(EXAMPLE, case, ignore=shutil.ignore_patterns(".multivector", "brief.html"))
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        with serving(case) as url:
            for kind, size, scheme, names in (
                ("-dark", WIDE, "dark", DARK), ("-phone", PHONE, "light", SMALL), ("", WIDE, "light", tuple(SHOTS)),
            ):  # fmt: skip
                options: Any = {"viewport": size, "color_scheme": scheme}
                context = browser.new_context(**options)
                page = context.new_page()
                page.goto(url)
                for name in names:
                    if name == "decisions":
                        _decide(case)
                    if not wanted or name in wanted or f"{name}{kind}" in wanted:
                        page.goto(url.split("/?")[0] + SHOTS[name], wait_until="networkidle")
                        page.set_viewport_size({"width": size["width"], "height": HEIGHTS.get(name, size["height"])})
                        _keep(page.screenshot(), TARGET / f"{name}{kind}.png")
                context.close()
        browser.close()


def _decide(case: Path) -> None:
    """What two people decided on the example, and where they disagree, for the screen that is taken last."""
    from multivector.decisions import Decision, decide
    from multivector.store import Store

    view = Store.open(case).view(reviewed=False)
    ban, *_ = view.records("trade_measure")
    event, other, *_ = view.records("event")
    for made in (
        Decision("accept", ban.id, "Anna", "read beside the text and found right", None, None),
        Decision("reject", ban.id, "Bolat", "the day is that of the announcement", None, None),
        Decision("correct", event.id, "Anna", "the text names the summit, not the group", "type", "CONSULT"),
        Decision("accept", other.id, "Bolat", "read beside the text and found right", None, None),
    ):
        decide(case, view, made)


def _keep(data: bytes, path: Path) -> None:
    from PIL import Image

    picture: Any = Image.open(io.BytesIO(data)).convert("RGB")
    cut = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
    cut.save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
