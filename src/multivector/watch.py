"""Watching: a case's feeds are read again, what is new is kept as text among its sources, and the health of each noted.

feeds.toml -> polite requests -> entries -> sources/watched/*.jsonl -> `multivector read`
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from multivector.errors import InputError
from multivector.net import Answer, Asking, Fetcher, FetchError, Robots
from multivector.sources import Failure
from multivector.sources.feeds import Entry, Watched, load_feeds, parse_feed
from multivector.sources.page import read_page
from multivector.store import Health, HealthBook, write_atomic
from multivector.store.store import FOLDER

__all__ = ["Looked", "watch_case"]

KEPT = Path("sources") / "watched"
# HTTP status -> what has become of the address; any other that is no success is a failure.
STATES = {404: "gone", 410: "gone", 401: "refused", 402: "refused", 403: "refused", 451: "refused"}
MOST_FOLLOWED = 200  # pages that one look at a feed may fetch
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Looked:
    """One look at a watched address: its health, the articles that are new, and those whose text changed."""

    health: Health
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()  # pages of entries that could not be had, each with the reason


def watch_case(case: Path, progress: Progress, fetcher: Fetcher | None = None) -> tuple[Looked, ...]:
    """Look at every feed and page of the case's feeds.toml once, and keep what is new.

    A 304 and an empty feed are told apart from one that is gone or fails. What was kept is never deleted: a changed
    article is kept beside its earlier version. One bad address stops nothing. Raises CaseError for a bad feeds.toml.
    """
    book = HealthBook(case / FOLDER)
    health = book.all()
    found = []
    with fetcher or Fetcher() as asks:
        robots = Robots(asks)
        for one in load_feeds(case):
            progress(one.url)
            looked = _Look(case, one, asks, robots).look(health.get(one.url))
            book.put([looked.health])
            found.append(looked)
    return tuple(found)


class _Look:
    """One look at one address."""

    def __init__(self, case: Path, watched: Watched, fetcher: Fetcher, robots: Robots) -> None:
        self._watched, self._fetcher, self._robots = watched, fetcher, robots
        self._now = datetime.now(UTC).isoformat(timespec="seconds")
        host = urlsplit(watched.url).hostname or "feed"
        mark = sha256(watched.url.encode()).hexdigest()[:8]
        self._path = case / KEPT / f"{host}-{mark}.jsonl"

    def look(self, earlier: Health | None) -> Looked:
        """Ask, keep what is new, and say how it went."""
        before = earlier or Health(self._watched.url, "new", self._now)
        asking = Asking(before.etag, before.modified) if self._path.exists() else Asking()
        try:
            answer = self._get(self._watched.url, asking)
        except FetchError as error:
            state = "refused" if "robots.txt does not" in str(error) else "failing"
            return Looked(self._failed(before, state, str(error)))
        except InputError as error:
            return Looked(self._failed(before, "refused", str(error)))
        return self._answered(before, answer)

    def _answered(self, before: Health, answer: Answer) -> Looked:
        if answer.status == 304:
            return Looked(self._well(before, "unchanged", 0, 0))
        if answer.status != 200:
            return Looked(self._failed(before, STATES.get(answer.status, "failing"), f"status {answer.status}"))
        return self._page(before, answer) if self._watched.page else self._feed(before, answer)

    def _get(self, url: str, asking: Asking | None = None) -> Answer:
        self._robots.check(url)
        return self._fetcher.get(url, asking, allowed=self._robots.check)

    def _feed(self, before: Health, answer: Answer) -> Looked:
        parsed = parse_feed(answer.body, answer.url)
        if parsed is None:
            return Looked(self._failed(before, "no_feed", "what answers there is no RSS or Atom feed"))
        title, entries = parsed
        failed: list[str] = []
        rows = list(self._rows(entries, self._watched.outlet or title, failed))
        new, changed = self._keep(rows)
        health = self._well(before, "ok" if entries else "empty", len(entries), len(new), answer)
        return Looked(health, new, changed, tuple(failed))

    def _page(self, before: Health, answer: Answer) -> Looked:
        row = self._page_row(self._watched.url, answer.body, self._watched.outlet)
        if isinstance(row, str):
            return Looked(self._failed(before, "no_feed", row))
        new, changed = self._keep([row])
        return Looked(self._well(before, "ok", 1, len(new), answer), new, changed)

    def _rows(self, entries: tuple[Entry, ...], outlet: str | None, failed: list[str]) -> Iterator[dict[str, str]]:
        """A row for each entry: the page's text where pages are followed, else what the feed itself says."""
        known = {row["url"] for row in _kept(self._path)}
        host = urlsplit(self._watched.url).hostname
        left = MOST_FOLLOWED
        for entry in entries:
            told = {"url": entry.url, "title": entry.title, "published": entry.published or "", "outlet": outlet or ""}
            if not self._watched.follow or urlsplit(entry.url).hostname != host:
                yield {**told, "text": "\n\n".join(filter(None, (entry.title, entry.text)))}
            elif entry.url not in known and left > 0:
                left -= 1
                row = self._followed(entry.url, outlet)
                if isinstance(row, str):
                    failed.append(f"{entry.url}: {row}")
                else:
                    yield {**{key: value for key, value in told.items() if value}, **row, "url": entry.url}

    def _followed(self, url: str, outlet: str | None) -> dict[str, str] | str:
        try:
            answer = self._get(url)
        except InputError as error:
            return str(error)
        return self._page_row(url, answer.body, outlet) if answer.status == 200 else f"status {answer.status}"

    def _page_row(self, url: str, data: bytes, outlet: str | None) -> dict[str, str] | str:
        """The page's article as a row, or why there is none."""
        page = read_page(url, data)
        if isinstance(page, Failure):
            return page.reason
        told = {"title": page.hints.title, "published": page.hints.published, "outlet": outlet or page.hints.outlet}
        return {"url": url, **{key: value for key, value in told.items() if value}, "text": page.text}

    def _keep(self, rows: list[dict[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Add the rows whose text is new to the kept file, whole or not at all; gives the new and the changed ones."""
        kept = _kept(self._path)
        texts: dict[str, set[str]] = {}
        for row in kept:
            texts.setdefault(row["url"], set()).add(row["text"])
        new: list[str] = []
        changed: list[str] = []
        added: list[dict[str, str]] = []
        for row in rows:
            if not row["text"].strip() or row["text"] in texts.get(row["url"], ()):
                continue
            again = row["url"] in texts
            (changed if again else new).append(row["url"])
            version = f"{row['url']} (version of {self._now})" if again else row["url"]
            added.append({"id": version, **row, "retrieved": self._now[:10]})
            texts.setdefault(row["url"], set()).add(row["text"])
        if added:
            lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in (*kept, *added))
            write_atomic(self._path, lines.encode("utf-8", "backslashreplace"))
        return tuple(new), tuple(changed)

    def _well(self, before: Health, state: str, items: int, new: int, answer: Answer | None = None) -> Health:
        asking = answer.asking if answer else Asking(before.etag, before.modified)
        items = items if answer else before.items
        return Health(self._watched.url, state, self._now, self._now, asking.etag, asking.modified, items, new)

    def _failed(self, before: Health, state: str, said: str) -> Health:
        return replace(before, state=state, checked=self._now, new=0, failures=before.failures + 1, said=said)


def _kept(path: Path) -> list[dict[str, str]]:
    """The rows kept so far; a line that is broken is passed over and stays out of the next writing."""
    found = []
    if path.exists():
        for line in path.read_text("utf-8").split("\n"):  # a text's own "\u2028" ends no row
            try:
                row = json.loads(line)
            except ValueError:
                continue
            if isinstance(row, dict) and isinstance(row.get("url"), str) and isinstance(row.get("text"), str):
                found.append(row)
    return found
