"""A command brings in no more than it needs: what is heavy comes late."""

import subprocess
import sys

import pytest

HEAVY = ("spacy", "pyarrow", "pandas", "duckdb", "scipy", "natasha", "jinja2", "starlette", "tantivy")


def brought_in(*words: str) -> set[str]:
    """The modules that a command has imported when it ends."""
    code = (
        "import sys; from multivector.cli.main import main\n"
        "try:\n    main(sys.argv[1:], standalone_mode=False)\nexcept BaseException:\n    pass\n"
        "print('\\n'.join(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return set(told.stdout.split("\n"))


@pytest.mark.parametrize("words", [("--help",), ("brief", "--help"), ("show", "--help"), ("code", "--help")])
def test_help_is_light(words: tuple[str, ...]) -> None:
    assert brought_in(*words).isdisjoint({*HEAVY, "multivector.pipeline"})
