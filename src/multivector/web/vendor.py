"""What the set-up fetched into the package: htmx and the borders of states."""

from functools import cache
from importlib.resources import files

__all__ = ["VENDOR", "has_htmx"]

VENDOR = files(__package__).joinpath("static", "vendor")


@cache
def has_htmx() -> bool:
    """Whether the set-up could put htmx into the package; without it every change loads a page."""
    return VENDOR.joinpath("htmx.min.js").is_file()
