"""The files that the field uses, read into the shapes that the measures take, and kept with origin and checksum."""

from multivector.world.datasets.keep import add_dataset, kept_datasets, remove_dataset, shaped_table
from multivector.world.datasets.known import DATASETS

__all__ = ["DATASETS", "add_dataset", "kept_datasets", "remove_dataset", "shaped_table"]
