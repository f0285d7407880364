"""Whom a statement is about."""

from collections.abc import Sequence

from multivector.codebook.grammar import words
from multivector.extract.answered import subjects_before
from multivector.extract.article import Article
from multivector.extract.organs import is_organ
from multivector.extract.parties import parties
from multivector.extract.subjects import subject
from multivector.model import Speaker
from multivector.world.actors import is_state

__all__ = ["about_whom"]

# Words that carry on what the speaker was talking about before.
ANAPHORS = words("about", "anaphors")
PLACES = ("city",)
SUBJECTS = ("nsubj", "nsubjpass", "agent")
DEEDS = words("about", "deeds") | words("roles", "deeds")
POINTING = ("this", "these", "it", "they", "them")
# "would veto any new sanctions" means none told
INDEFINITE = ("any", "no", "a", "an", "another", "some", "every", "each")
REACH = 3  # sentences back


def about_whom(
    article: Article, inside: Sequence[int], speaker: Speaker, topic: tuple[str, ...], *, cue: int | None = None
) -> list[tuple[str, tuple[int, ...]]]:
    """Codes with their mention tokens, in order of appearance; the speaker's own state only where it is the only one.

    Where the words name nobody else but point back ("this position"), the topic of the speaker's last statement is
    carried on, without tokens. Of a relative clause, whose verb is the `cue`, it is the one whose deed it tells of.
    """
    found = _named(article, inside)
    others = {code: spots for code, spots in found.items() if code not in (speaker.state, speaker.actor)}
    if topic and _points_back(article, inside) and not any(is_state(code) for code in others):
        others = {**others, **{code: others.get(code, []) for code in topic}}
    if not others:
        doer = _doer_above(article, cue, speaker) if cue is not None else []
        others = {code: [] for code in doer or _pointed_at(article, inside, speaker)}
    kept = others or found
    return [(code, tuple(spots)) for code, spots in kept.items()]


def _named(article: Article, inside: Sequence[int]) -> dict[str, list[int]]:
    """The codes of whom the words name, each with its tokens."""
    found: dict[str, list[int]] = {}
    for i in inside:
        for code in _codes(article, i):
            found.setdefault(code, []).append(i)
    return found


def _points_back(article: Article, inside: Sequence[int]) -> bool:
    return any(article.parse.tokens[i].word in ANAPHORS for i in inside)


def _pointed_at(article: Article, inside: Sequence[int], speaker: Speaker) -> list[str]:
    """Whose deed "the ban", "this move", "the claims" means: the last state before that acted and is not the speaker's,
    else the last one named."""
    tokens = article.parse.tokens
    deeds = [i for i in inside if _is_deed(article, i)]
    if not deeds:
        return []
    acted = subjects_before(article, deeds[0]) if article.parse.language == "en" else iter(())
    doer = next((p.code for p in acted if p.code != speaker.state and is_state(p.code)), None)
    doer = doer or _organ_before(article, deeds[0], speaker)
    if doer is not None:
        return [doer]
    for j, mention in article.before(deeds[0]):
        if tokens[deeds[0]].sentence - tokens[j].sentence > REACH:
            return []
        if mention.via in PLACES:
            continue
        if mention.state and mention.state != speaker.state and mention.kind in ("state", "body", "person"):
            return [mention.state]
    return []


def _doer_above(article: Article, cue: int, speaker: Speaker) -> list[str]:
    """ "Georgia halted imports, in a move that Yerevan called baseless": whoever does what the clause is about."""
    parse, clause = article.parse, article.parse.tokens[cue]
    deed = parse.tokens[clause.head]
    verb = next((t for t in parse.ancestors(deed.i) if t.pos == "VERB"), None)
    if clause.dep != "relcl" or deed.lemma not in DEEDS or verb is None:
        return []
    doer = subject(parse, verb.i)
    return [p.code for p in parties(article, doer) if p.code != speaker.state] if doer is not None else []


def _organ_before(article: Article, i: int, speaker: Speaker) -> str | None:
    """The state of the last organ without an owner that acted: "A court held him. Moscow rejected the charge"."""
    parse = article.parse
    first = parse.bounds[max(0, parse.tokens[i].sentence - REACH)][0]
    for token in reversed(parse.tokens[first:i]):
        if token.dep in SUBJECTS and article.mention(token) is None and is_organ(article, token):
            found = [p.code for p in parties(article, token.i) if p.code != speaker.state]
            if found:
                return found[0]
    return None


def _is_deed(article: Article, i: int) -> bool:
    token = article.parse.tokens[i]
    if token.lemma in DEEDS:
        article_word = article.parse.child(i, "det")
        return (
            article_word is not None and article_word.word not in INDEFINITE and article.parse.child(i, "poss") is None
        )
    return token.dep != "det" and token.word in POINTING


def _codes(article: Article, i: int) -> list[str]:
    token = article.parse.tokens[i]
    mention = article.mention(token)
    if mention is not None:
        if mention.via in PLACES:
            return []
        if mention.kind in ("person", "body"):
            known = article.actors.get(mention.actor)
            state = mention.state or (known.state if known else None)
            return [state] if state else []
        return [mention.actor]
    if token.pos in ("PRON", "NOUN"):
        return [p.code for p in parties(article, i) if len(p.code) < 12 and p.code.isupper()]
    return []
