"""All that a judgement rests on, in one place, and the same cut down to a day, to one rater, or by a retraction."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from multivector.judge.judge import judge
from multivector.judge.scene import only, raters_of
from multivector.model import Judgement, Question, Reading, Review

__all__ = ["Dossier"]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A question, what was read, what people decided, and how sources and actors are rated and named."""

    question: Question
    readings: tuple[Reading, ...]
    reviews: tuple[Review, ...] = ()
    reliability: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def judged(self) -> Judgement:
        """The judgement."""
        return judge(self.question, self.readings, reviews=self.reviews, reliability=self.reliability, names=self.names)

    def as_of(self, day: str) -> "Dossier":
        """What was known at the end of an ISO day: articles published and reviews made by then.

        An article without a day cannot be shown to have been known, and is left out.
        """
        kept = [one for one in self.readings if one.document.published and one.document.published[:10] <= day[:10]]
        return replace(
            self, readings=tuple(kept), reviews=tuple(one for one in self.reviews if one.when[:10] <= day[:10])
        )

    def days(self) -> tuple[str, ...]:
        """The days on which something was published or decided, in order."""
        published = {one.document.published[:10] for one in self.readings if one.document.published}
        return tuple(sorted(published | {one.when[:10] for one in self.reviews}))

    def raters(self) -> tuple[str, ...]:
        """The people who rated or rejected evidence, by name."""
        return raters_of(self.reviews)

    def rated_by(self, who: str) -> "Dossier":
        """The dossier with this person's ratings and rejections alone; what people corrected or retracted stays."""
        return replace(self, reviews=only(self.reviews, who))
