"""What pyproject.toml cannot say: where MULTIVECTOR_COMPILE=1 the reading path is compiled to C by mypyc.

Compiled or not, it reads the same; which modules and why stands in docs/decisions/2026-11-compiled-reading.md.
"""

import os
from pathlib import Path

from setuptools import Extension, setup

LIST = Path("tools", "compiled.txt")  # modules of the reading path, one a line


def extensions() -> list[Extension]:
    """The modules to compile; none where it is not asked for."""
    if os.environ.get("MULTIVECTOR_COMPILE") != "1":
        return []
    from mypyc.build import mypycify

    modules = LIST.read_text(encoding="utf-8").split()
    made: list[Extension] = mypycify(
        ["--strict", *(f"src/multivector/{name}.py" for name in modules)],
        opt_level="1",
        debug_level="0",
        group_name="multivector",
    )
    for extension in made:  # warnings about made code help nobody, and looking for them takes longer than compiling
        extension.extra_compile_args += ["-Wno-all", "-w"] if os.name == "posix" else []
    return made


setup(ext_modules=extensions())
