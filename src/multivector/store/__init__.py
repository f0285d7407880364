"""A case's store, behind one small door: Parquet segments, a manifest, people's reviews."""

from multivector.store.atomic import write_atomic
from multivector.store.health import Health, HealthBook
from multivector.store.manifest import Failure
from multivector.store.store import FOLDER, Store
from multivector.store.view import View
from multivector.store.writer import Writer

__all__ = ["FOLDER", "Failure", "Health", "HealthBook", "Store", "View", "Writer", "write_atomic"]
