"""Multivector reads what states say and do to one another, and weighs what it means.

The command line is the front door (`multivector --help`); `multivector.pipeline` is the same journey in Python.
"""

from multivector.errors import InputError, MultivectorError

__all__ = ["InputError", "MultivectorError", "__version__"]

__version__ = "0.1.0"
