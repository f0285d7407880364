"""From the subject of a cue to a speaker: a person, body, state, or an unnamed source that is said to be one."""

from collections.abc import Sequence
from dataclasses import replace

from multivector.codebook.agents import agent_key, agent_nouns
from multivector.codebook.cues import cues
from multivector.codebook.grammar import words
from multivector.extract.arguments import arguments
from multivector.extract.article import Article, Party
from multivector.extract.breakaway import breakaway
from multivector.extract.inside import within
from multivector.extract.parties import parties
from multivector.extract.role_holders import role_holder
from multivector.model import Mention, Speaker
from multivector.text.base import TIMES, Token
from multivector.text.russian_subjects import as_subject
from multivector.world.actors import is_state

__all__ = ["resolve_speaker", "voice_of"]

PRONOUNS = words("speakers", "pronouns")
MESSAGES = words("speakers", "messages")
MUTE = words("speakers", "mute")
RELATIVE = ("WP", "WDT")
FORMER = words("people", "former")
SKIPPED = ("relcl", "acl", "advcl", "ccomp", "punct", "conj", "cc", "appos", "aside")


def resolve_speaker(article: Article, i: int) -> Speaker | None:
    """The speaker behind the phrase headed by token `i`; None where the phrase cannot speak (a thing, an event)."""
    token = article.parse.tokens[i]
    if i in article.speakers:
        return article.speakers[i]
    if token.tag in RELATIVE and (noun := _governing_noun(article, token)) is not None:
        return _from_relative(article, token, noun)
    named = _named_token(article, token)
    if named is not None:
        region = breakaway(article, named[0])
        spoken = _from_mention(article, *named)
        return replace(spoken, actor=region[0].actor, role="region") if region else spoken
    if token.pos == "PRON" and (token.word in PRONOUNS or token.dep == "poss"):
        return _from_pronoun(article, token)
    lemma = token.lemma.lower()
    if (author := _author(article, token)) is not None:
        return resolve_speaker(article, author.i)
    if lemma in MUTE:
        return None
    if agent_key(token.lemma, token.text) or lemma in cues().document:
        return _from_agent(article, token)
    return _other(article, token)


def _author(article: Article, token: Token) -> Token | None:
    """Who speaks in "сообщение министерства": the owner of the message, in languages that put it so."""
    if article.parse.language == "en" or token.lemma.lower() not in MESSAGES:
        return None
    owners = (t for t in article.parse.children(token.i, "poss", "nmod") if t.case in ("", "of"))
    return next((t for t in owners if agent_key(t.lemma, t.text) or article.mention(t) is not None), None)


def _from_relative(article: Article, token: Token, noun: int) -> Speaker | None:
    """ "the envoy, who said": the noun's speaker, at the pronoun where the language has a word for it."""
    spoken = resolve_speaker(article, noun)
    if spoken is None or article.parse.language != "en":
        return spoken
    return replace(spoken, start=token.start, end=token.end)


def _governing_noun(article: Article, token: Token) -> int | None:
    """The noun that a relative pronoun stands for."""
    clause = next((t for t in article.parse.ancestors(token.i) if t.dep == "relcl"), None)
    return clause.head if clause is not None and clause.head != token.i else None


def _named_token(article: Article, token: Token) -> tuple[Token, Mention] | None:
    own = article.mention(token)
    if own is not None:
        return token, own
    beside = [(child, article.mention(child)) for child in article.parse.children(token.i, "appos", "compound", "flat")]
    for kind in ("person", "body"):  # "a State Department spokesman, Matthew Miller": the person speaks
        for child, mention in beside:
            if mention is not None and mention.kind == kind and token.pos in ("NOUN", "PROPN"):
                return child, mention
    return _named_low(article, token)


def _named_low(article: Article, token: Token) -> tuple[Token, Mention] | None:
    """ "the foreign minister of Chad, X": the parser hung the name on the country."""
    if agent_key(token.lemma, token.text) is None or article.parse.language != "en":
        return None
    for place in article.parse.children(token.i, "nmod"):
        for child in article.parse.children(place.i, "appos"):
            mention = article.mention(child)
            if place.case in ("of", "for") and mention is not None and mention.kind == "person":
                return child, mention
    return None


def _from_mention(article: Article, token: Token, mention: Mention) -> Speaker:
    actor = article.actors.get(mention.actor)
    words = _plain(article, token, article.parse.text[mention.start : mention.end])
    if mention.kind == "person" and actor is not None:
        state = actor.state or (_state(parties(article, token.i)) if actor.role else None)
        return Speaker(actor.name, actor.code, state, actor.role, mention.start, mention.end)
    role = {"state": "government", "body": "institution", "organisation": "organisation"}.get(mention.kind)
    name = actor.name if actor is not None and mention.kind == "body" else words
    return Speaker(name, mention.actor, mention.state, role, mention.start, mention.end)


def _plain(article: Article, token: Token, words: str) -> str:
    """A single word in its dictionary form, where the language has cases: "в Кремле считают" is the Kremlin's."""
    if article.parse.language == "en" or words.isupper():
        return words
    if article.mention(token) is not None and words == token.text:
        return token.dictionary
    if " " in words:
        return words
    return token.dictionary.capitalize() if words[:1].isupper() else token.dictionary


def _from_pronoun(article: Article, token: Token) -> Speaker:
    found = parties(article, token.i)
    if not found:
        return Speaker(token.text, None, None, None, token.start, token.end, f"nothing before it fits {token.text!r}")
    if len({p.code for p in found}) > 1:  # "they": several speak
        return Speaker(token.text, found[0].code, _state(found), None, token.start, token.end)
    return _from_party(article, found[0], token.start, token.end, token.text)


def _from_party(article: Article, party: Party, start: int, end: int, words: str) -> Speaker:
    actor = article.actors.get(party.actor)
    state = (actor.state if actor else None) or _state((party,))
    if actor is not None:
        return Speaker(actor.name, actor.code, state, actor.role or "institution", start, end)
    return Speaker(words, party.code, state, None, start, end)


def _from_agent(article: Article, token: Token) -> Speaker:
    start, end, words = _phrase(article, token)
    found = (*role_holder(article, token, parties(article, token.i)), *parties(article, token.i))
    found = found or _issuers(article, token)
    exact = _exact(article, token, found)
    if exact is not None:
        return _from_party(article, exact, start, end, words)
    state = _state(found)
    key = agent_key(token.lemma, token.text)
    kind = agent_nouns()[key] if key else None
    code = found[0].code if found else None
    former = any(t.word in FORMER for t in article.parse.children(token.i, "amod", "compound"))
    actor = f"{state}:{'ELI' if former else kind.sector}" if state and kind else code
    reason = None if actor else "unnamed source"
    return Speaker(words, actor, state, token.lemma, start, end, reason)


def _exact(article: Article, token: Token, found: tuple[Party, ...]) -> Party | None:
    """The person or body of the article whom the noun stands for."""
    first = next((p for p in found if p.actor in article.actors and ":" in p.actor), None)
    if first is None or article.actors[first.actor].kind not in ("person", "body"):
        return None
    return first if _stands_for(article, first, token) else None


def _issuers(article: Article, token: Token) -> tuple[Party, ...]:
    """Who adopted, signed or issued the document that speaks: "leaders of BRICS adopted a declaration that ..."."""
    maker = article.parse.tokens[token.head]
    if token.lemma.lower() not in cues().document or token.dep not in ("obj", "nsubjpass") or maker.pos != "VERB":
        return ()
    return tuple(p for j in arguments(article.parse, maker.i).get("subj", ()) for p in within(article, j))


def _state(found: tuple[Party, ...]) -> str | None:
    """The state of the first party; an organisation has none."""
    return found[0].code if found and is_state(found[0].code) else None


def _stands_for(article: Article, party: Party, token: Token) -> bool:
    """True if the party is who the noun refers to, not merely its owner ("the minister's spokesman")."""
    owner = article.parse.child(token.i, "poss")
    return owner is None or owner.i != party.token


def _other(article: Article, token: Token) -> Speaker | None:
    if token.pos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X") or token.entity in TIMES:
        return None
    start, end, words = _phrase(article, token)
    found = parties(article, token.i)
    state, code = _state(found), found[0].code if found else None
    return Speaker(words, code, state, None, start, end, None if code else "not known to the tables")


def _phrase(article: Article, token: Token) -> tuple[int, int, str]:
    tokens = article.parse.tokens
    dated = [t.i for t in article.parse.children(token.i, "nmod") if t.entity in TIMES]
    dates = {j for i in dated for j in article.parse.subtree(i)}
    indices = [j for j in article.parse.subtree(token.i, without=SKIPPED) if _near(article, j, token.i)]
    indices = [j for j in indices if j not in dates]  # "the court on July 10 rejected ..."
    while len(indices) > 1 and (tokens[indices[0]].dep in ("det", "case") or tokens[indices[0]].word == "whose"):
        indices = indices[1:]
    start, end = article.parse.span(indices)
    words = article.parse.text[start:end]
    if article.parse.language == "ru" and " " in words:
        return start, end, _in_nominative(article, [j for j in indices if j <= token.i], words)
    return start, end, _plain(article, token, words)


def _in_nominative(article: Article, front: Sequence[int], words: str) -> str:
    """The phrase with its noun and what stands right before it as a subject: "во внешнеполитическом ведомстве"."""
    tokens = [article.parse.tokens[j] for j in front]
    near = [t for t in tokens if t.i == tokens[-1].i or t.dep in ("amod", "det")]
    if len(near) < len(tokens):
        return words
    start, end = tokens[0].start, tokens[-1].end
    return " ".join(as_subject([t.text for t in tokens])) + words[end - start :]


def _near(article: Article, j: int, i: int) -> bool:
    token = article.parse.tokens[j]
    return token.i <= i or token.dep in ("nmod", "case", "det", "compound", "amod", "poss", "obl")


def voice_of(speaker: Speaker) -> Party | None:
    """Who "we" and "our" stand for in that speaker's mouth."""
    body = speaker.actor if speaker.actor is not None and speaker.actor.isupper() else None  # the EU, NATO
    whose = speaker.state or body
    if whose is None or speaker.start is None:
        return None
    return Party(whose, speaker.actor or whose, -1)
