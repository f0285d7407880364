"""`python -m multivector` is the command line."""

from multivector.cli.main import run

run()
