"""Whom an answer is aimed at where it names only the deed: "Ташкент раскритиковал это решение"."""

from collections.abc import Iterator, Sequence

from multivector.codebook.agents import descriptions
from multivector.codebook.grammar import words
from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.composed import Composed
from multivector.extract.frames import Match
from multivector.text.base import Token
from multivector.world.successions import successor

__all__ = ["adversary", "blamer", "doer_before", "envoys_state", "subjects_before"]

ANSWERS = ("ACCUSE", "REJECT", "SUPPORT", "PROTEST", "REQUEST", "SANCTION")
UNAIMED = ("THREATEN",)  # needs no deed: "оставляет за собой право ответить"
PRESSING = ("THREATEN", "REQUEST")
ANSWERING = (*ANSWERS, *UNAIMED)
PEACEFUL = (
    "urge", "call on", "call for", "appeal", "thank", "welcome", "offer", "propose", "mediate", "congratulate",
    "condole", "suggest", "advise", "invite", "meet", "visit", "help",
)  # fmt: skip
BLAMING = ("ACCUSE", "REQUEST", "REJECT", "SANCTION")  # what goes before a threat to the same
DEEDS = words("roles", "deeds")
WARNING = ("THREATEN", "ACCUSE", "REQUEST")  # what is told to others and their envoys
ENVOYS = words("authorities", "diplomats")
NEIGHBOURS = ("neighbour", "neighbor")
PRONOUNS = ("this", "they", "them", "he/it", "him/it", "it")  # "назвал их враждебными"
COURTESIES = words("roles", "courtesies")  # what is thanked for: "поблагодарил за приглашение"
POINTING = ("this", "such")  # "этот шаг"
REACH = 2  # sentences back in which the deed was told
SUBJECTS = ("nsubj", "nsubjpass", "agent")
OWNING = ("poss", "amod", "nummod", "compound")
KINDS = ("state", "person", "body", "organisation")
LABELS = ("obj", "with", "on", "over", "by", "to", "of", "for")


def doer_before(article: Article, match: Match, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who did what is answered: the nearest subject before that is not the one who answers; () where nobody is.

    Asked for only in languages without articles, where a bare "решение" is the one told of before.
    """
    if article.parse.language == "en" or match.act.event not in ANSWERING or not source:
        return ()
    heads = [core(article.parse, j) for label in LABELS for j in match.arguments.get(label, ())]
    if match.act.event not in UNAIMED and not any(_is_deed(article, match, article.parse.tokens[j]) for j in heads):
        return ()
    own = {successor(c) for p in source for c in (p.code, p.actor)}
    others = (p for p in subjects_before(article, match.token) if successor(p.code) not in own)
    aimed = match.act.event not in UNAIMED
    return next(((p,) for p in others if aimed or not _only_speaks(article, p, own)), ())


def _only_speaks(article: Article, party: Party, own: set[str]) -> bool:
    """ "Франция призвала к сдержанности. Иран пообещал ответ": no threat is for who has only urged or helped others."""
    token = article.parse.tokens[party.token] if party.token >= 0 else None
    above = article.parse.ancestors(token.i) if token is not None else ()
    verb = next((t for t in above if t.pos in ("VERB", "AUX")), None)
    if token is None or verb is None or verb.lemma not in PEACEFUL:
        return False
    first, last = article.parse.bounds[token.sentence]
    return not any(m.state in own for j in range(first, last) if (m := article.named.get(j)))


def adversary(
    article: Article, match: Match, source: tuple[Party, ...], before: Sequence[Composed]
) -> tuple[Party, ...]:
    """Whom a threat or a demand without a target is for: whom the same speaker has just blamed; () where nobody is."""
    if article.parse.language == "en" or match.act.event != "THREATEN":
        return ()
    return next((t.target for t in _blamed(article, match, before) if _same(t.source, source) and t.target), ())


def blamer(article: Article, match: Match, target: tuple[Party, ...], before: Sequence[Composed]) -> tuple[Party, ...]:
    """Who gave a warning in the passive that names nobody: who has just blamed those that were warned."""
    passive = match.kind == "verb" and not match.arguments.get("subj")
    if article.parse.language == "en" or match.act.event not in WARNING or not passive or not target:
        return ()
    return next((t.source for t in _blamed(article, match, before) if _same(t.target, target) and t.source), ())


def envoys_state(
    article: Article, match: Match, parties: tuple[tuple[Party, ...], tuple[Party, ...]], before: Sequence[Composed]
) -> tuple[Party, ...]:
    """Whose envoy is summoned where the text says only "посла": of whom the host, the source of the `parties` (source,
    target), has just dealt with or been dealt with; () where the envoy's state is told."""
    source, target = parties
    told = any(article.parse.tokens[core(article.parse, j)].lemma in ENVOYS for j in match.arguments.get("obj", ()))
    if article.parse.language == "en" or match.act.event not in WARNING or not told or not source:
        return ()
    if target and not _same(source, target):
        return ()
    here = article.parse.tokens[match.token].sentence
    for event in reversed(before):
        if here - article.parse.tokens[event.match.token].sentence > REACH:
            return ()
        sides = [(event.source, event.target), (event.target, event.source)]
        if found := next((other for own, other in sides if _same(own, source) and other), ()):
            return found if not _same(found, source) else ()
    return ()


def _blamed(article: Article, match: Match, before: Sequence[Composed]) -> Iterator[Composed]:
    """Who has blamed or pressed whom in the sentences before, nearest first."""
    here = article.parse.tokens[match.token].sentence
    for told in reversed(before):
        if here - article.parse.tokens[told.match.token].sentence <= REACH and told.type in BLAMING:
            yield told


def _same(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    return bool({successor(p.code) for p in one} & {successor(p.code) for p in other})


def _is_deed(article: Article, match: Match, token: Token) -> bool:
    """A deed that nobody is said to own, or another country than the one that speaks of it.

    What a sanction cuts is no deed of the other side's: only "с соседом" is.
    """
    pointed = any(t.word in POINTING for t in article.parse.children(token.i, "det"))
    owned = any(article.mention(t) is not None for t in article.parse.children(token.i, *OWNING))
    if token.lemma in descriptions().state or token.lemma in NEIGHBOURS:
        return token.tag == "NN"
    if match.act.event == "SANCTION":
        return False
    if token.pos == "PRON":
        return token.word in PRONOUNS
    deeds = COURTESIES if match.act.event == "SUPPORT" and token.lemma in COURTESIES else DEEDS
    return not owned and token.lemma in deeds and (pointed or token.tag in ("NN", "NNS"))


def subjects_before(article: Article, i: int) -> Iterator[Party]:
    """Who acted before token `i`, nearest first: subjects and their owners, some sentences back."""
    here = article.parse.tokens[i].sentence
    for j, mention in article.before(i):
        token = article.parse.tokens[j]
        if here - token.sentence > REACH:
            return
        if mention.kind not in KINDS or not _acts(article, token):
            continue
        state = article.state_of(mention)
        code = state if mention.kind in ("person", "body", "state") and state else mention.actor
        yield Party(code, mention.actor, token.i, mention.sector)


def _acts(article: Article, token: Token) -> bool:
    """True for a subject, or for the owner of one: "визит премьер-министра Индии"."""
    for _ in range(4):
        if token.dep in SUBJECTS:
            return True
        if token.dep == "obj" and article.parse.child(token.head, *SUBJECTS) is None:
            return True  # "начался визит премьера Индии"
        if token.dep not in ("poss", "amod", "conj", "appos", "compound", "nmod") or token.head == token.i:
            return False
        token = article.parse.tokens[token.head]
    return False
