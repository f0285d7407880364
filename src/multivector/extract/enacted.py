"""Who acts where the text lets an instrument act: "The measures ban imports", "signed a law that bars carriers"."""

from collections.abc import Sequence

from multivector.codebook.grammar import words
from multivector.codebook.lexicon import LANGUAGES, labels
from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.composed import Composed
from multivector.extract.frames import Match
from multivector.extract.parties import parties
from multivector.extract.refs import is_definite
from multivector.extract.refusing import refusal_above
from multivector.extract.status import RANK, status_of
from multivector.extract.subjects import subject
from multivector.model import Status
from multivector.text.base import Token

__all__ = ["enacted", "signed", "standing"]

INSTRUMENTS = words("arguments", "instruments") | words("enacted", "texts")
ENACTING = ("SANCTION", "COERCE", "CONCEDE", "THREATEN", "AGREE")  # types by which an instrument comes to be
REACH = 3  # sentences back
PAPERS = words("enacted", "texts") | words("enacted", "papers")
SIGNING = words("enacted", "signing")
DRAFTED = words("enacted", "drafted")


def enacted(article: Article, match: Match, before: Sequence[Composed]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who enacted the instrument that is the subject, and against whom; () for both where no such act was told.

    `before` are the events read so far, in text order. For verbs of restriction alone.
    """
    if match.kind != "verb" or match.act.event not in ("SANCTION", "CONCEDE"):
        return (), ()
    heads = [article.parse.tokens[core(article.parse, j)] for j in match.arguments.get("subj", ())]
    if not heads or not all(t.lemma in INSTRUMENTS and is_definite(article.parse, t) for t in heads):
        return (), ()
    for event in reversed(before):
        if heads[0].sentence - article.parse.tokens[event.match.token].sentence > REACH:
            break
        if event.type in ENACTING and event.source and event.status != "denied":
            return event.source, event.target
    return (), ()


def signed(article: Article, match: Match, chain: Sequence[Match]) -> tuple[Party, ...]:
    """Whose paper does it: "signed a decree banning exports", "the law, which bars carriers, was passed by parliament".

    `chain` are the operators above the act: "a regulation that imposes tariffs".
    """
    paper = _paper(article, [match, *chain])
    if paper is None:
        return ()
    verb = article.parse.tokens[paper.head]
    if refusal_above(article.parse, paper.i) is not None:
        return ()  # "declined to back a statement that condemned Iran"
    if not _is_signed(paper, verb):
        return tuple(p for t in article.parse.children(paper.i, "poss") for p in parties(article, t.i))
    by = article.parse.child(verb.i, "agent")
    doer = by.i if by is not None else subject(article.parse, verb.i)
    return parties(article, doer) if doer is not None and doer != paper.i else ()


def standing(article: Article, match: Match, chain: Sequence[Match]) -> Status:
    """How far the paper has come that does it: as its signing does, planned where it is only a draft or proposed."""
    parse, paper = article.parse, _paper(article, [match, *chain])
    if paper is None:
        return "asserted"
    beside = {t.lemma for t in parse.children(paper.i, "compound", "amod", "nmod")}
    verb = parse.tokens[paper.head]
    done = status_of(parse, verb.i) if _is_signed(paper, verb) else "asserted"
    drafted = not DRAFTED.isdisjoint({*beside, paper.lemma}) or (paper.dep == "obj" and verb.lemma in DRAFTED)
    return max(done, "planned", key=RANK.__getitem__) if drafted else done


def _is_signed(paper: Token, verb: Token) -> bool:
    return paper.dep in ("obj", "nsubjpass") and verb.lemma in SIGNING


def _paper(article: Article, matches: Sequence[Match]) -> Token | None:
    """The paper of whose clause one of the words is the verb, or the draft of it that stands above."""
    for token in (article.parse.tokens[m.token] for m in matches):
        noun = article.parse.tokens[token.head]
        if token.dep in ("acl", "relcl") and _is_paper(article, noun):
            above = article.parse.tokens[noun.head]
            return above if noun.dep == "nmod" and above.lemma in DRAFTED else noun
    return None


def _is_paper(article: Article, noun: Token) -> bool:
    language = article.parse.language
    return noun.lemma in PAPERS or (language in LANGUAGES and noun.dictionary in labels(language).decrees)
