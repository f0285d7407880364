"""A case as an object: its records as tables, its judgement, its measures, its brief."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from multivector.errors import InputError, MissingInput
from multivector.model import Judgement, Question
from multivector.notebook.figures import Figures
from multivector.notebook.table import Table

if TYPE_CHECKING:
    from multivector.brief import BriefInput
    from multivector.judge import Dossier

__all__ = ["Case", "open_case"]

SOURCES = "sources"
Format = Literal["html", "md", "pdf", "docx", "json"]


@dataclass(frozen=True, slots=True)
class Case:
    """A folder of articles with a question. Reading is done by `open_case`; the rest reads what is stored."""

    path: Path

    @property
    def question(self) -> Question:
        """What the case asks."""
        return self._dossier().question

    @property
    def documents(self) -> Table:
        """The articles that were read."""
        return self._table("document")

    @property
    def actors(self) -> Table:
        """The actors that the articles name."""
        return self._table("actor")

    @property
    def statements(self) -> Table:
        """Who said what, about whom and in what tone."""
        return self._table("statement")

    @property
    def events(self) -> Table:
        """Who did what to whom."""
        return self._table("event")

    @property
    def trade_measures(self) -> Table:
        """Bans, tariffs, quotas, licences, and their lifting."""
        return self._table("trade_measure")

    @property
    def memberships(self) -> Table:
        """Which state belongs to what, by the articles."""
        return self._table("membership")

    @property
    def links(self) -> Table:
        """What answers, repeats or contradicts what, and who says so."""
        return self._table("link")

    def judge(self, as_of: str | None = None) -> Judgement:
        """The judgement, by what was published and decided by the ISO day `as_of` where one is given."""
        dossier = self._dossier()
        return (dossier.as_of(as_of) if as_of else dossier).judged()

    def cooperation(
        self, source: str, target: str, score: Literal["goldstein", "plover"] = "goldstein", as_of: str | None = None
    ) -> Figures:
        """Net cooperation of one state toward another, events by quad class, shares and attention."""
        from multivector.case_tables import case_events  # late: measures take half a second to import
        from multivector.measure.events import between, dyad_figures

        table = between(case_events(self.path), None, None, as_of)
        return Figures(tuple((f"{source} -> {target}", one) for one in dyad_figures(table, source, target, score)))

    def tone(self, state: str, toward: str, at: str | None = None, as_of: str | None = None) -> Figures:
        """The mean tone of a state's voices toward another one, and its shift at the ISO day `at`."""
        from multivector.case_tables import case_tones  # late, as above
        from multivector.measure.tone import tone, tone_shift, units

        found, inputs = units(case_tones(self.path), state, toward, as_of), ("statements", state, toward)
        figures = [tone(found, inputs), *(tone_shift(found, at, inputs) if at else ())]
        return Figures(tuple((f"{state} on {toward}", one) for one in figures))

    def answers(self, first: str, second: str, as_of: str | None = None) -> Figures:
        """Whether two states answer each other in kind, how fast, and whether one leads the other."""
        from multivector.case_tables import case_events  # late, as above
        from multivector.measure.events import between
        from multivector.measure.exchange import exchange

        return Figures(exchange(between(case_events(self.path), None, None, as_of), first, second))

    def brief(self, out: str | Path | None = None, *, form: Format = "html", texts: bool = True) -> bytes:
        """The brief in a format, also written to `out` where that is given; `texts` says if it may carry the texts."""
        from multivector.brief import written  # late, as above

        data = written(replace(self._brief(), texts=texts), form)
        if out is not None:
            Path(out).write_bytes(data)
        return data

    def _repr_html_(self) -> str:
        """The judgement, or why there is none."""
        return self.judge()._repr_html_()

    def _table(self, kind: str) -> Table:
        from multivector.pipeline import view_of  # late, as above
        from multivector.store.export.tables import tables

        return next(Table(name, tuple(rows)) for name, rows in tables(view_of(self.path)) if name == kind)

    def _dossier(self) -> "Dossier":
        from multivector.pipeline import Asked, dossier_of, readings_of, view_of  # late, as above

        return dossier_of(self.path, readings_of(view_of(self.path)), Asked())

    def _brief(self) -> "BriefInput":
        from multivector.pipeline import Asked, brief_case  # late, as above

        return brief_case(_sources(self.path), self.path, Asked(), lambda name: None)


def open_case(path: str | Path, *, read: bool = True) -> Case:
    """The case in a folder: one with `sources/`, or any folder of articles. New articles are read, if `read`.

    Raises MissingInput where there is no such folder, InputError where the path is a file.
    """
    folder = Path(path)
    if not folder.exists():
        raise MissingInput(f"{folder}: no such folder; name a case or a folder of articles")
    if not folder.is_dir():
        raise InputError(f"{folder}: is a file; put it into a folder of its own, or run: multivector brief {folder}")
    if read:
        from multivector.pipeline import read_case  # late: reading needs the models

        read_case(_sources(folder), folder, lambda name: None)
    return Case(folder)


def _sources(folder: Path) -> Path:
    inner = folder / SOURCES
    return inner if inner.is_dir() else folder
