"""The case: the question, the answer in words, the few items that carry it, and what is new since the last visit."""

from dataclasses import dataclass

from multivector.brief.answer import Answer, letters_of
from multivector.brief.dates import day_words
from multivector.brief.sources import date_range
from multivector.brief.words import KINDS, count
from multivector.web.ask import Ask
from multivector.web.curves import Curves, curves_of
from multivector.web.screen import Screen
from multivector.web.state import State

__all__ = ["SCREEN", "CaseView", "Changes"]


@dataclass(frozen=True, slots=True)
class Article:
    """An article in a list."""

    id: str
    title: str
    outlet: str
    day: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new since the last visit. `moved` is a sentence for each hypothesis whose share moved."""

    when: str
    articles: tuple[Article, ...]
    decisions: int
    moved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """The screen. `counts` are words ("14 statements"), `undecided` the number of records nobody has looked at."""

    question: str
    observer: str
    subject: str
    trigger: str
    answer: Answer
    letters: dict[str, str]
    retracted: tuple[str, ...]
    counts: tuple[str, ...]
    documents: int
    outlets: tuple[str, ...]
    dates: str
    undecided: int
    conflicts: int
    failures: int
    withheld: int
    changes: Changes | None
    curves: Curves | None


def view(state: State, ask: Ask) -> CaseView:
    """The view of a case."""
    question, book, judgement = state.dossier.question, state.book, state.judgement
    kinds = state.kinds
    return CaseView(
        question=question.text,
        observer=book.name(question.observer) if question.observer else "",
        subject=book.name(question.subject) if question.subject else "",
        trigger=day_words(question.trigger) if question.trigger else "",
        answer=state.answer,
        letters=letters_of(judgement),
        retracted=judgement.retracted,
        counts=tuple(count(kinds[kind], kind) for kind in KINDS if kinds[kind]),
        documents=len(state.readings),
        outlets=tuple(name for name, _ in state.base.outlets[:5]),
        dates=date_range(book),
        undecided=state.undecided,
        conflicts=len(state.conflicts),
        failures=len(state.view.failures()),
        withheld=state.base.withheld,
        changes=_changes(state),
        curves=curves_of(state.judging.course_if_ready(), judgement) if judgement.judged else None,
    )


def _changes(state: State) -> Changes | None:
    since = state.since
    if since is None:
        return None
    known, decided = set(since.documents), set(since.reviews)
    new = [one for one in state.documents if one.id not in known]
    moved = []
    if state.judgement.judged and len(since.posterior) == len(state.judgement.posterior):
        pairs = zip(since.posterior, state.judgement.posterior, letters_of(state.judgement).values(), strict=True)
        moved = [f"{key} from {was:.0%} to {now:.0%}" for was, now, key in pairs if f"{was:.0%}" != f"{now:.0%}"]
    articles = tuple(
        Article(d.id, d.title or d.name, d.outlet or "", day_words(d.published) if d.published else "undated")
        for d in new[:8]
    )
    decisions = sum(review.id not in decided for review in state.reviews)
    when = f"{day_words(since.when[:10])}, {since.when[11:16]} UTC"
    return Changes(when, articles, decisions, tuple(moved))


SCREEN = Screen(
    "case", "Case", "/", "case.html", view, "The question, the answer in words, what carries it, and what is new."
)
