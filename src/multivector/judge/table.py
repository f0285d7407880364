"""The table that a question is judged by: the template's rows, and before them the case's own."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from multivector.judge.template import Row, Template, load_template
from multivector.model.judgement import Question

__all__ = ["Cells", "Table", "table_of"]


@dataclass(frozen=True, slots=True)
class Cells:
    """A row for the question's hypotheses: the likelihoods, and which of them somebody gave a number for."""

    kind: str
    values: tuple[float, ...]
    given: tuple[bool, ...]
    reason: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A question with its template."""

    question: Question
    template: Template

    def find(self, kinds: Sequence[str]) -> Cells | None:
        """The first row for one of these kinds that rates a hypothesis of the question; the case's own goes first."""
        for kind in kinds:
            own = next((row for row in self.question.likelihood if row.kind == kind), None)
            shipped = self.template.rows.get(kind)
            values = {**_by_hypothesis(self.question, shipped), **dict(own.values if own else ())}
            if values:
                reason = own.reason if own else shipped.reason if shipped else ""
                return _cells(self.question, kind, values, reason, bool(own) or bool(shipped and shipped.counts))
        return None

    def rows_that_count(self) -> list[Cells]:
        """Every row whose evidence counts, by kind."""
        names = sorted({*self.template.rows, *(row.kind for row in self.question.likelihood)})
        rows = [cells for name in names if (cells := self.find([name])) is not None]
        return [cells for cells in rows if cells.kind.startswith("observer_") or cells.counts]

    def asks_observer(self) -> bool:
        """Whether the template judges by the observer's conduct rather than by the subject's."""
        return any(kind.startswith("observer_") for kind in self.template.rows)


def table_of(question: Question) -> Table:
    """The table of a question; CodebookError where its template is unknown."""
    return Table(question, load_template(question.template))


def _by_hypothesis(question: Question, row: Row | None) -> dict[str, float]:
    """The template's numbers under the question's own ids; a hypothesis takes the column it is `like`, or its own."""
    if row is None:
        return {}
    columns = {h.id: h.like or h.id for h in question.hypotheses}
    return {key: row.values[column] for key, column in columns.items() if column in row.values}


def _cells(question: Question, kind: str, values: dict[str, float], reason: str, counts: bool) -> Cells:
    """A hypothesis without a number gets the geometric mean of the others: it neither gains nor loses by the item."""
    middle = math.exp(math.fsum(math.log(value) for value in values.values()) / len(values))
    ids = [hypothesis.id for hypothesis in question.hypotheses]
    return Cells(
        kind, tuple(values.get(key, middle) for key in ids), tuple(key in values for key in ids), reason, counts
    )  # fmt: skip
