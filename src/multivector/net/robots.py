"""robots.txt: what a host asks of programs, read once a run (RFC 9309)."""

from urllib.parse import urlsplit

from protego import Protego

from multivector.net.fetch import AGENT, Fetcher, FetchError

__all__ = ["Robots"]

LONGEST_PAUSE = 60.0  # seconds: a longer Crawl-delay would stop the run; the host is then asked at this pace
MOST_TEXT = 500 * 1024  # bytes that RFC 9309 (2.5) asks a reader to take at least


class Robots:
    """The rules of the hosts that a run asks. A host without robots.txt allows all; one that fails allows nothing."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._rules: dict[str, Protego | None] = {}

    def check(self, url: str) -> None:
        """Raises FetchError where the host does not want the address fetched; sets the host's own pause."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        if site not in self._rules:
            self._rules[site] = self._read(site)
            self._pace(site, parts.hostname or "")
        rules = self._rules[site]
        if rules is None:
            raise FetchError(f"{url}: the host's robots.txt cannot be read at the moment; try again later")
        if not rules.can_fetch(url, AGENT):
            raise FetchError(f"{url}: the host's robots.txt does not want it fetched; save the page yourself")

    def _read(self, site: str) -> Protego | None:
        """The rules; None where the host fails, which RFC 9309 (2.3.1.4) has us take for "nothing"."""
        try:
            answer = self._fetcher.get(f"{site}/robots.txt")
        except FetchError:
            return None
        if answer.status >= 500 or answer.status == 429:
            return None
        text = answer.body[:MOST_TEXT].decode("utf-8", "replace") if answer.status < 300 else ""
        return Protego.parse(text)

    def _pace(self, site: str, host: str) -> None:
        rules = self._rules[site]
        delay = rules.crawl_delay(AGENT) if rules is not None else None
        if delay:
            self._fetcher.pauses[host] = min(float(delay), LONGEST_PAUSE)
