"""How fast the workbench's pages answer on a large case.

    python -m benchmarks.workbench_pages [--articles 5000] [--records 50000] [--rounds 12]

Wanted: each page within 200 ms at the median. The first answer, which makes what is derived, is told apart, and so is
the first page after a decision, when what depends on people's decisions is made anew.
"""

import argparse
import re
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from benchmarks.report import tell
from benchmarks.workbench_case import make_case
from multivector.web import Desk, make_app
from multivector.web.serve import listen

__all__ = ["main"]

WANTED = 0.2  # seconds


def main() -> None:
    """Make the case, ask every page again and again, print the table."""
    parser = argparse.ArgumentParser()
    for name, default in (("articles", 5000), ("records", 50_000), ("rounds", 12)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        took = _timed(lambda: make_case(case, asked.articles, asked.records))
        rows, facts = _measure(case, asked.rounds)
    facts = {"articles": asked.articles, "records": asked.records, "making_the_case_s": round(took)} | facts
    tell("workbench_pages", rows, **facts)


def _measure(case: Path, rounds: int) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    import uvicorn

    place = listen("127.0.0.1", 0)
    desk = Desk(case, case / "sources")
    app: Any = make_app(desk, place.lock, "Anna")
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False, ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [place.listening]}, daemon=True)
    thread.start()
    facts: dict[str, Any] = {}
    with httpx.Client(base_url=place.url.split("/?")[0], follow_redirects=True, timeout=600) as client:
        facts["opening_the_case_s"] = round(_timed(desk.warm), 1)
        facts["first_page_s"] = round(_timed(lambda: client.get(place.url)), 2)
        record = next(iter(desk.state().records))
        rows = [_row(client, path, rounds) for path in _paths(desk)]
        form = {"act": "accept", "record": record, "who": "Anna", "why": "right", "next": "/judge"}
        origin = {"Origin": str(client.base_url).rstrip("/")}
        decision = _timed(lambda: client.post("/review", data=form, headers=origin))
        facts["a_decision_and_the_next_page_s"] = round(decision, 1)
    server.should_exit = True
    thread.join()
    return rows, facts


def _paths(desk: Desk) -> tuple[str, ...]:
    state = desk.state()
    record, day = state.judgement.bearings[0].record, state.judging.days[len(state.judging.days) // 2]
    document = state.documents[len(state.documents) // 2].id
    return (
        "/", f"/read/{document}", f"/record/{record}", "/timeline", "/timeline?pair=RUS-KAZ", "/actors", "/actors/KAZ",
        "/network", "/network?source=RUS&target=KAZ", "/map?toward=KAZ", "/judge", f"/judge?as_of={day}", "/sources",
        "/decisions", "/search?q=wheat+Kazakhstan", "/api/records?limit=100",
    )  # fmt: skip


def _row(client: httpx.Client, path: str, rounds: int) -> dict[str, Any]:
    first = _timed(lambda: client.get(path))
    times, size = [], 0
    for _ in range(rounds):
        started = time.perf_counter()
        answer = client.get(path)
        times.append(time.perf_counter() - started)
        size = len(answer.content)
        assert answer.status_code == 200, path
    middle, high = statistics.median(times), sorted(times)[int(0.95 * (len(times) - 1))]
    page = re.sub(r"[a-z]{3}-[0-9a-f]{20}", "ID", path)
    return {
        "page": f"`{page}`", "first ms": round(first * 1000), "median ms": round(middle * 1000),
        "95% within ms": round(high * 1000), "kB": size // 1024, "within 200 ms": "yes" if middle <= WANTED else "NO",
    }  # fmt: skip


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
