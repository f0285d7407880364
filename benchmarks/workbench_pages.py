"""How fast the workbench's pages answer on a large case.

    python -m benchmarks.workbench_pages [--articles 5000] [--records 50000] [--rounds 12]

Wanted: each page within 200 ms at the median. The first answer, for which the view is made, is told apart, and so is
the page after a decision, when what depends on it is made anew. The case is made by benchmarks/workbench_case.py.
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
from multivector.web import Desk, make_app, warm
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
        facts["opening_it_first_s"] = round(_timed(desk.state), 1)
        facts["opening_it_again_s"] = round(_timed(Desk(case, case / "sources").state), 1)
        facts["making_ready_what_pages_share_s"] = round(_timed(lambda: warm(desk)), 1)
        facts["first_page_s"] = round(_timed(lambda: client.get(place.url)), 2)
        rows = [_row(client, path, rounds) for path in _paths(desk)]
        rows += [_decided(client, words, record, rounds) for words, record in _decisions(desk)]
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
    times, size = [], 0
    for _ in range(rounds + 1):
        started = time.perf_counter()
        answer = client.get(path)
        times.append(time.perf_counter() - started)
        size = len(answer.content)
        assert answer.status_code == 200, path
    return _told(f"`{re.sub(r'[a-z]{3}-[0-9a-f]{20}', 'ID', path)}`", times[0], times[1:], size)


def _told(page: str, first: float, times: list[float], size: int) -> dict[str, Any]:
    middle, high = statistics.median(times), sorted(times)[int(0.95 * (len(times) - 1))]
    return {
        "page": page, "first ms": round(first * 1000), "median ms": round(middle * 1000),
        "95% within ms": round(high * 1000), "kB": size // 1024, "within 200 ms": "yes" if middle <= WANTED else "NO",
    }  # fmt: skip


def _decisions(desk: Desk) -> tuple[tuple[str, str], ...]:
    """A record on which the judgement does not rest, as most are, and the one on which it rests most."""
    state = desk.state()
    ids = state.base.focus(state.dossier.question).ids
    return (
        ("a decision on most records, and the next page", next(key for key in state.records if key not in ids)),
        ("a decision on the weightiest item, and the next page", state.judgement.bearings[0].record),
    )


def _decided(client: httpx.Client, words: str, record: str, rounds: int) -> dict[str, Any]:
    """Reject and accept in turn, each time on to the record's page, where the new answer stands at the head."""
    origin, times, size = {"Origin": str(client.base_url).rstrip("/")}, [], 0
    for n in range(rounds + 1):
        form = {"act": ("reject", "accept")[n % 2], "record": record, "who": "Anna", "why": "seen"}
        started = time.perf_counter()
        answer = client.post("/review", data={**form, "next": f"/record/{record}"}, headers=origin)
        times.append(time.perf_counter() - started)
        size = len(answer.content)
        assert answer.status_code == 200, answer.text[:200]
    return _told(words, times[0], times[1:], size)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
