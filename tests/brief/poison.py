"""The small case with hostile text in every place that can hold text."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, get_type_hints

from fixture import synthetic_input

from multivector.brief import BriefInput

__all__ = ["hostile_input"]

POISON = (
    '</script><script>alert(1)</script><img src=x onerror=alert(1)>javascript:alert(1)"'
    " onmouseover=\"alert(1)' onfocus='x"
    "{{ 7*7 }}{% raw %}&lt;b&gt;<!-- ]]> \u202eevil\u202c\u2066x\u2069\u200f\u200e\u061c\x00\x1b[31m\x85\u2028\ud800"
    "<svg/onload=alert(1)></style><a href=javascript:alert(1)>" + "w" * 300
)
PLAIN = ("published", "retrieved", "start", "end", "day", "trigger")  # days, which a reader has made


def poisoned(value: Any, hint: Any = None, name: str = "") -> Any:
    """The value with the poison behind every text in it, but for days and for words of a closed list."""
    if isinstance(value, str):
        closed = "Literal" in str(hint) or "Status" in str(hint) or "Kind" in str(hint) or name in PLAIN
        return value if closed else value + POISON
    if is_dataclass(value) and not isinstance(value, type):
        hints = get_type_hints(type(value))
        changed = {f.name: poisoned(getattr(value, f.name), hints[f.name], f.name) for f in fields(value)}
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(poisoned(item, None, name) for item in value)
    return {key + POISON: poisoned(item) for key, item in value.items()} if isinstance(value, dict) else value


def hostile_input() -> BriefInput:
    """The small case with the poison in every text, and a document whose name is a script."""
    given: BriefInput = poisoned(synthetic_input())
    documents = [
        replace(reading, document=replace(reading.document, name="javascript:alert(1)", language='en" onload="x'))
        for reading in given.readings
    ]
    return replace(given, readings=tuple(documents))
