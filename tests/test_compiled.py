"""The reading path is compiled where that was asked for, and reads the same as it stands."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = (ROOT / "tools" / "compiled.txt").read_text(encoding="utf-8").split()
TEXTS = sorted((ROOT / "evals" / "data" / "bundle").glob("*.txt"))
READ = """
import sys
from importlib.util import spec_from_file_location
from pathlib import Path


class Sources:
    def find_spec(self, name, path=None, target=None):
        file = Path("src", *name.split(".")).with_suffix(".py")
        return spec_from_file_location(name, file) if file.exists() else None


if sys.argv[1] == "sources":
    sys.meta_path.insert(0, Sources())

from multivector.pipeline import code_row

for name in sys.argv[2:]:
    for text in Path(name).read_text(encoding="utf-8").split("\\n\\n\\n"):
        for record in code_row("one", text, "2024-10-22").records:
            print(record)
print(sys.modules["multivector.extract.frames"].__file__)
"""


def is_compiled(module: str) -> bool:
    """True where the module that Python takes is a compiled one."""
    return not str(import_module("multivector." + module.replace("/", ".")).__file__).endswith(".py")


def read(way: str) -> list[str]:
    """What a process of its own reads in the texts of the first bundle, and last the file that its frames came from."""
    command = [sys.executable, "-c", READ, way, *map(str, TEXTS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=600)
    return done.stdout.splitlines()


def test_compiling_did_not_fail() -> None:
    """What the compiler cannot read is read as it stands, which would be slow without a word."""
    assert not (ROOT / "build" / "compile.failed").exists(), "the reason stands in build/compile.log"


def test_the_list_names_modules() -> None:
    assert sorted(set(MODULES)) == MODULES
    assert [m for m in MODULES if not (ROOT / "src" / "multivector" / f"{m}.py").exists()] == []


def test_all_of_the_list_is_compiled_or_nothing() -> None:
    assert len({is_compiled(module) for module in MODULES}) == 1


@pytest.mark.skipif(not is_compiled(MODULES[0]), reason="not compiled here (tools/compile.sh)")
def test_it_reads_the_same_as_it_stands() -> None:
    *compiled, file = read("compiled")
    *plain, source = read("sources")
    assert (file.endswith(".py"), source.endswith(".py")) == (False, True)
    assert len(plain) > 300
    assert compiled == plain
