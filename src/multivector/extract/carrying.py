"""Pronouns and bare roles that carry a speaker on: "he said" behind an unnamed source, "it added", "дипломат"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from multivector.codebook.agents import agent_key, agent_nouns
from multivector.codebook.grammar import words
from multivector.extract.article import Article
from multivector.extract.attribution import Attribution
from multivector.extract.role_holders import role_holder
from multivector.extract.subjects import is_ours
from multivector.model import Speaker
from multivector.text.base import Token

__all__ = ["NARRATED", "Before", "carry_on", "last_speaker"]

GENDERED = words("speakers", "gendered")
CARRYING = words("speakers", "carrying")
NARRATED = words("issuing", "narrated")  # "Напомним": said by the narrator
HUMAN = ("he", "she")
HE = ("he/it", "him/it")
OTHER_GENDERS = ("а", "я", "о", "е")  # of nouns; the roles of men that end so ("глава") are among those that carry
SUBJECTS = ("nsubj", "nsubjpass")
HERS = ("ее", "её", "ней")
CARRIED = 4  # sentences over which "он сказал" carries on
NEXT = 2  # sentences over which "it said" and "he said" take the last speaker

# What agencies call somebody again who has just spoken, and the words of an office by which that may be said.
RESTATED = {
    "diplomat": ("foreign", "ambassador", "envoy", "consul", "representative"),
    "spokesman": ("spokes",), "spokeswoman": ("spokes",), "spokesperson": ("spokes",),
    "envoy": ("envoy", "ambassador", "representative"), "lawmaker": ("speaker", "deputy", "senator", "lawmaker"),
    "official": ("minister", "secretary", "deputy", "head", "chief", "spokes", "official", "commissioner"),
    "politician": ("leader", "president", "minister", "deputy", "senator", "chairman"),
}  # fmt: skip

Before = Sequence[tuple[Attribution, Speaker]]


def carry_on(article: Article, i: int, before: Before) -> None:
    """Note in the article who a speaking pronoun is, where that is whoever spoke last.

    Where things have a gender, "он" beside a verb of speech is the last speaker, not the last thing.
    """
    token = article.parse.tokens[i]
    if i in article.speakers:
        return
    if article.parse.language == "en":
        last = _same_voice(article, token, before) or _restated(article, token, before)
    else:
        last = _last_told(article, token, before)
    if last is not None:
        article.speakers[i] = replace(last, start=token.start, end=token.end)


def _last_told(article: Article, token: Token, before: Before) -> Speaker | None:
    """The last speaker, or whoever a sentence since then has for its subject; None where the word carries nobody on."""
    if not _carries(article, token):
        return None
    if (body := _body_before(article, token, before)) is not None:
        return body
    held = role_holder(article, token, ()) if token.word not in GENDERED else ()
    if held and (actor := article.actors.get(held[0].actor)) is not None:
        return Speaker(actor.name, actor.code, actor.state, actor.role)  # whoever spoke since
    last, spoken = last_speaker(article, token, before)
    for j, mention in article.before(article.parse.bounds[token.sentence][0]):
        other = article.parse.tokens[j]
        if other.sentence <= spoken or token.sentence - other.sentence > CARRIED:
            break
        actor = article.actors.get(mention.actor) if mention.kind == "person" else None
        if actor is not None and (other.dep in SUBJECTS or last is None):
            return Speaker(actor.name, actor.code, actor.state, actor.role)
    return last


def _body_before(article: Article, token: Token, before: Before) -> Speaker | None:
    """ "сообщил комитет начальников штабов. По его информации": the body that spoke last, where no person did since."""
    if token.case != "according to" or token.pos != "PRON" or not before:
        return None
    attribution, speaker = before[-1]
    near = 0 < token.sentence - article.parse.tokens[attribution.cue].sentence <= NEXT
    person = article.actors.get(speaker.actor or "")
    if not near or attribution.speaker is None or (person is not None and person.kind == "person"):
        return None
    feminine = article.parse.tokens[attribution.speaker].dictionary.endswith(("а", "я"))
    return speaker if feminine == (token.text.lower() in HERS) else None


def _carries(article: Article, token: Token) -> bool:
    """True for "он", a verb in "we" and a role without an owner, "дипломат", where these carry a speaker on."""
    if token.word in GENDERED or (is_ours(article.parse, token) and token.dictionary not in NARRATED):
        return True
    role = token.dictionary in CARRYING and token.tag == "NN" and article.mention(token) is None
    return role and article.parse.child(token.i, "poss", "amod", "nmod", "appos", "det") is None


def last_speaker(article: Article, token: Token, before: Before) -> tuple[Speaker | None, int]:
    """The last who spoke by name or role within reach of the token, and the number of that sentence."""
    for attribution, speaker in reversed(before):
        sentence = article.parse.tokens[attribution.cue].sentence
        if token.sentence - sentence > CARRIED:
            break
        if (
            speaker.actor is not None
            and speaker.role
            and ":" in speaker.actor
            and _is_meant(article, token, attribution)
        ):
            return speaker, sentence
    return None, -1


def _is_meant(article: Article, token: Token, attribution: Attribution) -> bool:
    """False for "он" behind what has another gender: "сообщила пресс-служба. Он добавил"."""
    head = article.parse.tokens[attribution.speaker] if attribution.speaker is not None else token
    if token.word not in HE or article.mention(head) is not None or head.dictionary in CARRYING:
        return True
    return not head.dictionary.endswith(OTHER_GENDERS) or head.tag == "NNP"


def _same_voice(article: Article, token: Token, before: Before) -> Speaker | None:
    """ "it said" is the institution that spoke last, "he said" an unnamed source where no person stands between."""
    if token.pos != "PRON" or not before:
        return None
    attribution, speaker = _outermost(article, before)
    near = token.sentence - article.parse.tokens[attribution.cue].sentence <= NEXT
    head = attribution.speaker
    if not near or head is None or head >= token.i or _is_person(article, speaker):
        return None
    return speaker if _takes_over(article, token, head, speaker) else None


def _restated(article: Article, token: Token, before: Before) -> Speaker | None:
    """ "X told a briefing. ..., the diplomat stressed": a role that says again who spoke last, as agencies write."""
    roles = RESTATED.get(token.lemma)
    if roles is None or token.tag != "NN" or not before or article.mention(token) is not None:
        return None
    beside = list(article.parse.children(token.i))
    if [t.word for t in beside if t.dep != "punct"] != ["the"]:
        return None
    attribution, speaker = before[-1]
    near = token.sentence - article.parse.tokens[attribution.cue].sentence <= NEXT
    fits = any(word in (speaker.role or "").lower() for word in roles)
    return speaker if near and fits and speaker.state and _is_person(article, speaker) else None


def _outermost(article: Article, before: Before) -> tuple[Attribution, Speaker]:
    """The last who spoke, not whom they spoke of: "The White House said that Petro had agreed. It added ..."."""
    found = before[-1]
    for attribution, speaker in reversed(before[-3:-1]):
        if any(t.i == attribution.cue for t in article.parse.ancestors(found[0].cue)):
            found = (attribution, speaker)
    return found


def _takes_over(article: Article, token: Token, head: int, speaker: Speaker) -> bool:
    """Whether the pronoun fits the speaker, whose phrase is headed by the token `head`."""
    if token.word == "it":
        return bool(speaker.state or speaker.actor)
    fits = token.word in HUMAN and _is_agent(article.parse.tokens[head])
    return fits and not _person_since(article, token, head)


def _is_agent(token: Token) -> bool:
    noun = agent_key(token.lemma, token.text)
    return noun is not None and bool(agent_nouns()[noun].sector)


def _person_since(article: Article, token: Token, head: int) -> bool:
    since = takewhile(lambda spot: spot[0] > head, article.before(token.i))
    return any(mention.kind == "person" for _, mention in since)


def _is_person(article: Article, speaker: Speaker) -> bool:
    actor = article.actors.get(speaker.actor or "")
    return actor is not None and actor.kind == "person"
