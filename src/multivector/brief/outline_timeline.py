"""The timeline of a brief as an outline: what the texts date, and what only the day of a report dates."""

from collections.abc import Iterator

from multivector.brief.blocks import Block, Bullet, Heading, Paragraph, Table, cited
from multivector.brief.book import Book
from multivector.brief.disagreements import Step, steps_view
from multivector.brief.given import BriefInput
from multivector.brief.moments import Moment
from multivector.brief.timeline import timeline_view

__all__ = ["timeline_blocks"]

UNDATED = "The texts give no day for these; they are known only to have happened by the day of the report."


def timeline_blocks(given: BriefInput, book: Book) -> Iterator[Block]:
    """The timeline in order of time; nothing where nothing has a date."""
    view = timeline_view(book)
    if not view.n:
        return
    yield Heading(2, "Timeline")
    own = (*view.earlier, *view.latest)
    if own:
        yield Table(("When", "What", "Words"), tuple((one.when, _told(one), _words(one)) for one in own))
    else:
        yield Paragraph("The texts date nothing themselves.")
    steps = steps_view(book, given.moments)
    if steps:
        yield Heading(3, "Decided, announced, in force, lifted")
        yield Table(("When", "How far", "Words"), tuple((one.when, _phase(one), _said(one)) for one in steps))
    if view.before or view.reported:
        yield Heading(3, "Without a date of their own")
        yield Paragraph(UNDATED)
        for day in (*view.before, *view.reported):
            yield Bullet(f"Reported {day.day}: {day.counts}", tuple(map(_line, day.moments)))


def _told(moment: Moment) -> str:
    whom = f"against {moment.whom}" if moment.whom and moment.kind == "trade_measure" else moment.whom
    status = f"({moment.status})" if moment.status else ""
    return " ".join(part for part in (moment.who, moment.what, whom, status) if part)


def _words(moment: Moment) -> str:
    labels = [f"[{cite.label}]" for cite in moment.shown if cite.label]
    return " ".join([cited(moment.cite), *labels, *([f"and {moment.more} more"] if moment.more else [])])


def _line(moment: Moment) -> str:
    return f"{_told(moment)}: {_words(moment)}"


def _phase(step: Step) -> str:
    return f"{step.phase}, lay ahead when told" if step.ahead else step.phase


def _said(step: Step) -> str:
    source = f"{step.told.source} and {step.more} more" if step.more else step.told.source
    labels = [f"[{cite.label}]" for cite in step.cites if cite.label]
    return " ".join((f"“{step.told.quote}”", *labels, source)).strip()
