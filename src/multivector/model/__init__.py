"""The nouns: frozen dataclasses without I/O."""

from multivector.model.actor import Actor, ActorKind, Mention, Office
from multivector.model.document import Document, Sentence, document_id
from multivector.model.event import Amount, Event, Good, Status
from multivector.model.evidence import Evidence, Origin, Span, check_evidence
from multivector.model.figure import Figure
from multivector.model.ids import content_hash, make_id
from multivector.model.judgement import Bearing, Hypothesis, Judgement, Question
from multivector.model.link import Link, LinkKind
from multivector.model.measure import MeasureKind, TradeMeasure
from multivector.model.membership import MEMBERSHIP_STATUSES, Membership, MembershipStatus
from multivector.model.reading import Reading, Withheld
from multivector.model.record import KINDS, Record, kind_of
from multivector.model.regard import Regard, Sign
from multivector.model.review import Review, ReviewAct
from multivector.model.shard import Shard
from multivector.model.statement import Speaker, Statement, Tone, words_of_speech
from multivector.model.when import Precision, When

__all__ = [
    "KINDS",
    "MEMBERSHIP_STATUSES",
    "Actor",
    "ActorKind",
    "Amount",
    "Bearing",
    "Document",
    "Event",
    "Evidence",
    "Figure",
    "Good",
    "Hypothesis",
    "Judgement",
    "Link",
    "LinkKind",
    "MeasureKind",
    "Membership",
    "MembershipStatus",
    "Mention",
    "Office",
    "Origin",
    "Precision",
    "Question",
    "Reading",
    "Record",
    "Regard",
    "Review",
    "ReviewAct",
    "Sentence",
    "Shard",
    "Sign",
    "Span",
    "Speaker",
    "Statement",
    "Status",
    "Tone",
    "TradeMeasure",
    "When",
    "Withheld",
    "check_evidence",
    "content_hash",
    "document_id",
    "kind_of",
    "make_id",
    "words_of_speech",
]  # fmt: skip
