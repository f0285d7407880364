"""Who speaks where somebody is quoted as saying something."""

from multivector.extract.subjects import is_passive
from multivector.text.base import Parse, Token

__all__ = ["quoted_speaker"]

QUOTERS = ("quote", "cite")


def quoted_speaker(parse: Parse, token: Token) -> int | None:
    """Who speaks in "TASS quoted him as saying" and "he was quoted as saying": the one who is quoted."""
    verb = parse.tokens[token.head]
    if token.dep != "pcl" or token.case != "as" or verb.lemma not in QUOTERS:
        return None
    quoted = parse.child(verb.i, "nsubjpass") if is_passive(parse, verb) else parse.child(verb.i, "obj")
    return quoted.i if quoted is not None else None
