"""Figures and judgements become one self-contained HTML file, and ten lines for the terminal."""

from multivector.brief.formats import FORMATS, written
from multivector.brief.given import BriefInput, Standing
from multivector.brief.page import render
from multivector.brief.summary import summary

__all__ = ["FORMATS", "BriefInput", "Standing", "render", "summary", "written"]
