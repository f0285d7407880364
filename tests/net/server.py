"""A small web server of the tests' own, and a fetcher that may ask it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from multivector.net import Fetcher, Guard

HERE = Guard(frozenset({"127.0.0.1"}))

Reply = tuple[int, dict[str, str], bytes]


class Site:
    """Pages by path; a page is a reply or a function of the request's headers. `asked` keeps what was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply | Callable[[dict[str, str]], Reply]] = {}
        self.asked: list[str] = []
        self.url = ""

    def page(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> None:
        """Put a page there."""
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, {key.replace("_", "-"): value for key, value in headers.items()}, data)

    def reply(self, path: str, headers: dict[str, str]) -> Reply:
        """What the site answers."""
        self.asked.append(path)
        found = self.pages.get(path, (404, {}, b"nothing here"))
        return found(headers) if callable(found) else found


@contextmanager
def site() -> Iterator[Site]:
    """A site on this machine, while the block lasts."""
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = made.reply(self.path, {k.lower(): v for k, v in self.headers.items()})
            self.send_response(status)
            for key, value in headers.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    made.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def fetcher(**options: int) -> Fetcher:
    """A fetcher that may ask this machine, without pauses."""
    return Fetcher(HERE, pause=0.0, **options)
