"""Bytes -> sources: files and folders of articles, decoded, each character with its place in the file."""

from multivector.sources.base import Failure, Found, Hints, Source, Unchanged
from multivector.sources.folder import find_sources
from multivector.sources.read import read_sources

__all__ = ["Failure", "Found", "Hints", "Source", "Unchanged", "find_sources", "read_sources"]
