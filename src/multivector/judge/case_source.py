"""The file case.toml as it was read, so that what is wrong can be named with its line."""

import re
import tomllib
from pathlib import Path
from typing import Any

from multivector.errors import CaseError
from multivector.judge.case_text import CASE_FILE

__all__ = ["Source", "read_case_file"]

KEYS = (
    "question", "observer", "subject", "trigger", "window", "about", "template", "hypothesis", "likelihood",
    "reliability", "forecast", "due", "tone",
)  # fmt: skip


class Source:
    """The file's text, to name the line of what is wrong."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.lines = path, text.splitlines()

    def error(self, key: str, message: str) -> CaseError:
        """The error, with the first line that has the key, and the key."""
        wanted = re.compile(rf"(^|[\[.\s,{{\"'])({re.escape(key)})(?=[\]\s.=\"'])")
        line = next((i for i, text in enumerate(self.lines, 1) if wanted.search(text.split("#")[0])), None)
        return CaseError(f"{self.path}{f', line {line}' if line else ''}: {key}: {message}")


def read_case_file(path: Path) -> tuple[Source, dict[str, Any]]:
    """The file in a case's folder, or the file itself; CaseError where it cannot be read or has an unknown key."""
    file = path / CASE_FILE if path.is_dir() else path
    try:
        text = file.read_text("utf-8")
    except OSError as error:
        raise CaseError(
            f"{file}: cannot be read ({error.strerror}); write one with: multivector init {file.parent}"
        ) from None
    except UnicodeDecodeError as error:
        raise CaseError(f"{file}: is not UTF-8 (byte {error.start})") from None
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CaseError(f"{file}: is not TOML: {error}") from None
    source = Source(file, text)
    for key in raw:
        if key not in KEYS:
            raise source.error(key, f"is no key of a case; the keys are {', '.join(KEYS)}")
    return source, raw
