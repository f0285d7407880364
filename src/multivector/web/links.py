"""The addresses of pages: every thing that a page shows has one of its own."""

import re
from urllib.parse import quote, urlencode

__all__ = ["actor_url", "added", "document_url", "local", "pair_url", "query_url", "record_of", "record_url"]

# A path: browsers leave out control characters and take a backslash for a slash, and two slashes lead to a host.
OWN = re.compile(r"/(?![\s\x00-\x20]*[/\\])[^\x00-\x1f]*\Z")


def record_url(record: str) -> str:
    """A record in its article."""
    return f"/record/{quote(record, safe='')}"


def document_url(document: str, record: str | None = None) -> str:
    """An article, and in it a record."""
    page = f"/read/{quote(document, safe='')}"
    return f"{page}?{urlencode({'record': record})}#h-{quote(record, safe='')}" if record else page


def actor_url(code: str) -> str:
    """An actor's page."""
    return f"/actors/{quote(code, safe='')}"


def pair_url(source: str, target: str) -> str:
    """A directed pair on the network, with its evidence."""
    return query_url("/network", source=source, target=target)


def query_url(path: str, **query: str | int | None) -> str:
    """A path with those parts of the query that are given."""
    given = {name: str(value) for name, value in query.items() if value not in (None, "")}
    return f"{path}?{urlencode(given)}" if given else path


def added(url: str, **query: str) -> str:
    """The address with these parts in its query, where they are not empty."""
    given = urlencode({name: value for name, value in query.items() if value})
    if not given:
        return url
    target, _, anchor = url.partition("#")
    return f"{target}{'&' if '?' in target else '?'}{given}{'#' if anchor else ''}{anchor}"


def record_of(mark: str | None) -> str:
    """The record that the mark or the row of a brief stands for."""
    return (mark or "")[2:]


def local(target: str) -> str:
    """The target where it is a path of this server, else the first page: no form leads elsewhere."""
    return target if OWN.match(target) else "/"
