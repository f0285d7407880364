"""The brief as an outline: headings, paragraphs, points and tables, from which every format but HTML is written.

The outline says what the page says, in the page's order, but for what only a page can do: no chart stands in it whose
numbers are not in a table, and no link whose words are not beside it.
"""

from collections.abc import Iterator, Sequence

from multivector.brief.answer import Answer, answer_view
from multivector.brief.arguments import Apart, Point, arguments_view
from multivector.brief.blocks import Block, Bullet, Heading, Paragraph, Table, cited, cleaned
from multivector.brief.book import Book, make_book
from multivector.brief.course import Course, course_view
from multivector.brief.disagreements import disagreements_view
from multivector.brief.focus import Focus, focused
from multivector.brief.given import BriefInput
from multivector.brief.matrix import Matrix, matrix_view
from multivector.brief.outline_records import record_blocks
from multivector.brief.plain import clip
from multivector.brief.sources import Source, date_range, sources_view
from multivector.brief.text import articles_view
from multivector.brief.withheld import withheld_view
from multivector.brief.words import ICD_203, count

__all__ = ["outline"]

TITLE_LIMIT = 240


def outline(given: BriefInput) -> tuple[Block, ...]:
    """The outline of a brief. Every string is on one line and without control characters or direction marks."""
    focus = focused(given)
    return tuple(cleaned(block) for block in _blocks(given, focus, make_book(focus.given)))


def _blocks(whole: BriefInput, focus: Focus, book: Book) -> Iterator[Block]:
    given = focus.given
    answer, course = answer_view(given.judgement, book), course_view(given)
    yield Heading(1, clip(given.judgement.question.text, TITLE_LIMIT) or "Brief")
    dates = date_range(book)
    yield Paragraph(f"{count(len(whole.readings), 'document')} read{f', published {dates}' if dates else ''}.")
    if focus.notice:
        yield Paragraph(focus.notice)
    yield from _answer(answer)
    yield from _course(course)
    yield from _arguments(given, book)
    yield from _disagreements(given, book)
    yield from record_blocks(given, book)
    yield from _gaps(whole, book)
    if given.texts:
        yield from _articles(given, book)
    yield from _sources(sources_view(book, given.ratings), given)


def _answer(answer: Answer) -> Iterator[Block]:
    yield Heading(2, "The answer")
    yield Paragraph(" ".join("".join(part.text for part in parts) for parts in (answer.lede, answer.rest)))
    if answer.bars:
        rows = tuple((f"{bar.letter}. {bar.text}", bar.word, bar.about, bar.range) for bar in answer.bars)
        yield Table(("Reading", "Likelihood (ICD 203)", "Estimate", "Range"), rows)
    lead = f"Confidence: {answer.confidence}." if answer.judged else "No likelihood is given."
    yield Paragraph(answer.reason, lead)
    if answer.carriers:
        yield Heading(3, "What carries it")
        for carrier in answer.carriers:
            side = f"; speaks for {carrier.letter}" if carrier.letter else ""
            yield Bullet(cited(carrier.cite), (f"{carrier.who}, {carrier.day}{side}",))
    yield from _list("What would change it", ["".join(part.text for part in line) for line in answer.would_change])
    yield from _list("What the answer rests on", answer.assumptions)


def _course(course: Course) -> Iterator[Block]:
    yield from _list("Retracted", course.retracted)
    yield from _list(
        "What to watch for", [f"{one.letter} would be borne out by: {'; '.join(one.kinds)}." for one in course.watch]
    )
    if course.days:
        yield Heading(3, "How the answer moved from day to day")
        rows = tuple((one.day, *one.shares, "; ".join(one.news) or "nothing that counts") for one in course.days)
        yield Table(("Known by", *course.letters, "New on that day"), rows)
    if course.forecasts:
        yield Heading(3, "Forecasts")
        for one in course.forecasts:
            who = f" by {one.who}" if one.who else ""
            yield Bullet(f"{one.question} {one.p}, asked {one.asked}{who}; {one.known}", (f"Rule: {one.rule}",))
        if course.score:
            yield Paragraph(f"{course.score}.")
    if course.raters:
        yield Heading(3, f"Those who rated the evidence lie up to {course.spread} apart")
        yield Table(("Rater", *course.letters), tuple((who, *shares) for who, shares in course.raters))


def _arguments(given: BriefInput, book: Book) -> Iterator[Block]:
    view = arguments_view(given.judgement, book)
    yield Heading(2, "For and against")
    yield _matrix(matrix_view(given.judgement))
    if view.common:
        yield Paragraph(f"Common to every counted item: {'; '.join(view.common)}.")
    for side in view.sides:
        yield Heading(3, f"{side.letter}. {side.text}")
        yield from map(_point, side.points)
        if not len(side.points):
            yield Paragraph("Nothing counted speaks for this reading.")
    if len(view.level):
        yield Heading(3, "Counted, but hardly tells the readings apart")
        yield from map(_point, view.level)
    for title, group in (
        ("Opinion, not counted", view.opinions), ("Baseline, not counted", view.baseline),
        ("Set aside, not counted", view.set_aside),
    ):  # fmt: skip
        yield from _apart(title, group)


def _disagreements(given: BriefInput, book: Book) -> Iterator[Block]:
    found = disagreements_view(book, given.contradictions)
    if found:
        yield Heading(2, "Where the articles disagree")
    for one in found:
        sides = [f"“{told.quote}” {told.source}".strip() for side in one.sides for told in side.told[:1]]
        yield Bullet(f"{one.kind}: {one.about}", tuple(sides))


def _apart(title: str, group: Apart) -> Iterator[Block]:
    if len(group.points):
        yield Heading(3, title)
        if group.reason:
            yield Paragraph(f"{group.reason}.")
        yield from map(_point, group.points)


def _point(point: Point) -> Bullet:
    face = f"Taken at face value {point.face}; after discounts, {point.counted}." if point.face else ""
    rest = (f"{point.who}, {point.day}", face, point.reason, *point.discounts)
    return Bullet(cited(point.cite), tuple(line for line in rest if line))


def _gaps(given: BriefInput, book: Book) -> Iterator[Block]:
    view = withheld_view(given, book)
    yield Heading(2, "Withheld and not judged")
    yield Paragraph(
        f"{count(view.n, 'candidate')} looked like a record and {'was' if view.n == 1 else 'were'} withheld."
    )
    for reason in view.reasons:
        yield Bullet(f"{len(reason.quotes)} × {reason.kind}: {reason.reason}")
    if view.statements:
        yield Paragraph(
            f"In {view.toneless} of {count(view.statements, 'statement')} no tone toward anybody was judged."
        )
    if view.failures:
        yield Table(("File not read", "Why", "What helps"), view.failures)


def _articles(given: BriefInput, book: Book) -> Iterator[Block]:
    yield Heading(2, "The articles")
    for article in articles_view(book, given).texts:
        outlet = article.document.outlet or article.document.name
        yield Heading(3, article.document.title or article.document.name)
        yield Paragraph(f"{outlet}{f', {article.published}' if article.published else ''}")
        for paragraph in article.paragraphs:
            yield Paragraph("".join(piece.text for piece in paragraph if piece.act == "text"))


def _sources(sources: Sequence[Source], given: BriefInput) -> Iterator[Block]:
    yield Heading(2, "Sources, versions and method")
    for one in sources:
        yield Bullet(f"{one.number}. {one.title or one.name}", (one.descriptor,))
    yield Table(("What", "Version"), (*given.versions, ("case hash", given.case_hash)))
    yield Table(("Word of likelihood", "Probability (ICD 203)"), ICD_203)


def _matrix(view: Matrix) -> Table:
    rows = [(row.label, *row.marks, row.diagnosticity, row.weight, row.decibans) for row in view.rows]
    blank = ("", "", "")
    counts = [("Inconsistency, counted", *view.counted, *blank), ("Inconsistency, weighted", *view.weighted, *blank)]
    return Table(("Item", *view.letters, "Diagnosticity", "Weight", "Decibans"), (*rows, *counts))


def _list(title: str, lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield Heading(3, title)
        yield from (Bullet(line) for line in lines)
