"""Weighing rival explanations: hypotheses side by side, evidence by rule, numbers that cohere, an answer in words."""

from multivector.judge.case import load_case, load_reliability
from multivector.judge.case_text import write_case
from multivector.judge.default import default_question
from multivector.judge.judge import judge

__all__ = ["default_question", "judge", "load_case", "load_reliability", "write_case"]
