"""The one error tree; every message names what failed and the mend.

MultivectorError
├── InputError          what the user gave cannot be used (exit code 2)
│   ├── MissingInput    no such file or folder
│   ├── UnreadableInput empty, binary, too large or not decodable
│   └── CaseError       case.toml or reviews.jsonl is wrong; names the line
├── EvidenceError       a record's words do not stand at its span
├── StoreError          a segment or the manifest cannot be read or written
└── CodebookError       a table or YAML file of the package is wrong
"""

__all__ = [
    "CaseError",
    "CodebookError",
    "EvidenceError",
    "InputError",
    "MissingInput",
    "MultivectorError",
    "StoreError",
    "UnreadableInput",
]


class MultivectorError(Exception):
    """The base of all errors that the package raises on purpose."""


class InputError(MultivectorError):
    """What the user gave cannot be used."""


class MissingInput(InputError):
    """No such file or folder."""


class UnreadableInput(InputError):
    """A file is empty, binary, too large or not decodable."""


class CaseError(InputError):
    """A case's own files are wrong; the message names file and line."""


class EvidenceError(MultivectorError):
    """A record's words do not stand at its span in the stored text."""


class StoreError(MultivectorError):
    """A segment or the manifest cannot be read or written."""


class CodebookError(MultivectorError):
    """A table or YAML file that ships with the package is wrong."""
