"""A judgement and what is made from it, each part when it is first asked for."""

from collections.abc import Iterable
from functools import cached_property
from threading import Thread

from multivector.judge import Dossier, indicators, pooled, replay, sensitivity
from multivector.judge.varied import Varied
from multivector.model import Judgement
from multivector.model.judgement import Indicator, Pool, Step

__all__ = ["Judging"]

SMALL = 3000  # records up to which the answer's course is made at once, not beside the pages
COURSE_DAYS = 20  # the answer is replayed for so many days at most, each of them a whole judgement
OF_THE_ANSWER = ("judgement", "varied", "indicators")
OF_ITS_DAYS = ("course", "pool")


class Judging:
    """What a dossier comes to. `like` is one of which nothing that counts has changed: its answer is taken over, and
    its course and raters too where they cannot have changed either."""

    def __init__(self, dossier: Dossier, like: "Judging | None" = None) -> None:
        self.dossier = dossier
        self._as_of: dict[str, Judgement] = {}
        self._made: Thread | None = None
        if like is not None:
            self._take(like, OF_THE_ANSWER)
            if (like.days, like.dossier.raters()) == (self.days, dossier.raters()):
                self._take(like, OF_ITS_DAYS)
                self._as_of = like._as_of

    def _take(self, other: "Judging", names: Iterable[str]) -> None:
        self.__dict__.update({name: other.__dict__[name] for name in names if name in other.__dict__})

    @cached_property
    def judgement(self) -> Judgement:
        """The judgement."""
        return self.dossier.judged()

    def judged_by(self, day: str) -> Judgement:
        """The judgement as of the end of an ISO day."""
        if day not in self._as_of:
            self._as_of[day] = self.dossier.as_of(day).judged()
        return self._as_of[day]

    @cached_property
    def varied(self) -> tuple[Varied, ...]:
        """What each item does to the answer."""
        return sensitivity(self.dossier)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """What to watch for."""
        return indicators(self.dossier, self.judgement) if self.judgement.judged else ()

    @cached_property
    def pool(self) -> Pool | None:
        """The raters."""
        return pooled(self.dossier, self.judgement) if self.judgement.judged else None

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days that the answer is replayed for: all on which something came, or an even choice of them."""
        days = self.dossier.days()
        if len(days) <= COURSE_DAYS:
            return days
        return tuple(days[round(i * (len(days) - 1) / (COURSE_DAYS - 1))] for i in range(COURSE_DAYS))

    @cached_property
    def course(self) -> tuple[Step, ...]:
        """The answer on each of these days."""
        return replay(self.dossier, self.days, self.judged_by)

    def course_if_ready(self) -> tuple[Step, ...]:
        """The course, empty while it is still being made: in a large case that takes long, and no page waits for it."""
        if "course" in self.__dict__ or sum(len(one.records) for one in self.dossier.readings) <= SMALL:
            return self.course
        if self._made is None:
            self._made = Thread(target=lambda: self.course, daemon=True)
            self._made.start()
        return ()
