"""Weighing rival explanations: hypotheses side by side, evidence by rule, numbers that cohere, an answer in words."""

from multivector.judge.added import added_of, kinds_to_add, words_added
from multivector.judge.case import load_case, load_forecasts, load_reliability, load_tone
from multivector.judge.case_text import write_case
from multivector.judge.default import default_question
from multivector.judge.dossier import Dossier
from multivector.judge.forecast import score
from multivector.judge.indicators import indicators
from multivector.judge.judge import judge
from multivector.judge.raters import pooled
from multivector.judge.replay import replay
from multivector.judge.scene import check_review
from multivector.judge.select import concerns
from multivector.judge.trigger import dated
from multivector.judge.varied import sensitivity

__all__ = [
    "Dossier", "added_of", "check_review", "concerns", "dated", "default_question", "indicators", "judge",
    "kinds_to_add", "load_case", "load_forecasts", "load_reliability", "load_tone", "pooled", "replay", "score",
    "sensitivity", "words_added", "write_case",
]  # fmt: skip
