"""Views become pages: Jinja with autoescape, strict about what is missing, with the addresses of everything."""

from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from multivector.brief.dates import day_words
from multivector.brief.plain import clip, shown
from multivector.brief.words import count, tone_step, tone_word
from multivector.kept import compiled_templates
from multivector.web import links
from multivector.web.frame import frame_of
from multivector.web.vendor import has_htmx

__all__ = ["page"]


def page(request: Request, template: str, status: int = 200, **views: Any) -> Response:
    """The page of a template with its views and the frame around every page."""
    whole = {"frame": frame_of(request), "htmx": has_htmx(), **views}
    return HTMLResponse(_environment().get_template(template).render(whole), status)


@cache
def _environment() -> Environment:
    found = Environment(
        loader=ChoiceLoader([
            PackageLoader("multivector", "web/templates"),
            PrefixLoader({"brief": PackageLoader("multivector", "brief/templates")}),
        ]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(),
    )  # fmt: skip
    found.globals.update(
        count=count, record_url=links.record_url, document_url=links.document_url, actor_url=links.actor_url,
        pair_url=links.pair_url, query_url=links.query_url, record_of=links.record_of, day_words=day_words,
        tone_step=tone_step, tone_word=tone_word, clip=clip,
    )  # fmt: skip
    return found
