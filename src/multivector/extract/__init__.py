"""From a parsed document to its records."""

from multivector.extract.asides import find_asides
from multivector.extract.names import find_names, fixed_names
from multivector.extract.origin import READER, READER_VERSION
from multivector.extract.reader import read_pair, read_records

__all__ = ["READER", "READER_VERSION", "find_asides", "find_names", "fixed_names", "read_pair", "read_records"]
