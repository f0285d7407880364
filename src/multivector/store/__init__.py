"""A case's store, behind one small door: Parquet segments, a manifest, people's reviews."""

from multivector.store.atomic import write_atomic
from multivector.store.journal import Journal, identity_of
from multivector.store.manifest import Failure
from multivector.store.store import Store
from multivector.store.view import View
from multivector.store.writer import Writer

__all__ = ["Failure", "Journal", "Store", "View", "Writer", "identity_of", "write_atomic"]
