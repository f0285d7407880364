"""From a parsed document to its records."""

from multivector.extract.asides import find_asides
from multivector.extract.casing import in_small_letters
from multivector.extract.explain import Explained, explain
from multivector.extract.glance import glance, main_language
from multivector.extract.mixed import as_one, unread, unread_document
from multivector.extract.names import find_names, fixed_names
from multivector.extract.origin import READER, READER_VERSION
from multivector.extract.pair_features import features
from multivector.extract.reader import article_of, pair_of, read_pair, read_records
from multivector.extract.regards import regards
from multivector.extract.sieve import Sieve

__all__ = [
    "READER", "READER_VERSION", "Explained", "Sieve", "article_of", "as_one", "explain", "features", "find_asides",
    "find_names", "fixed_names", "glance", "in_small_letters", "main_language", "pair_of", "read_pair", "read_records",
    "regards", "unread", "unread_document",
]  # fmt: skip
