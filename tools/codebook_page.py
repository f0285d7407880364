"""Write docs/codebook.md from the codebook's YAML; `--check` only compares."""

import sys
from pathlib import Path

from multivector.codebook.acts import Act, acts, triggers

PAGE = Path(__file__).resolve().parents[1] / "docs" / "codebook.md"
HEAD = """# The codebook

Made from `codebook/data/acts/*.yaml` and `operators.yaml` by `python tools/codebook_page.py`; do not edit.
An act names a PLOVER type, its mode and CAMEO code, and the words that say it. `if` names what must stand at an
argument; `source` and `target` name the arguments in which its actors stand, in order of preference. Where `to` is
named, so is `iobj` behind it: "returned Kyiv its soldiers".
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for event in sorted({a.event or "" for a in acts()}, key=lambda e: (not e, e)):
        parts.append(f"\n## {event or 'Operators'}\n")
        parts += [entry(a) for a in acts() if (a.event or "") == event]
    return "\n".join(parts)


def entry(act: Act) -> str:
    """One act."""
    facts = [f"CAMEO {act.cameo}" if act.cameo else "", f"mode {act.mode}" if act.mode else ""]
    facts += [f"operator {act.operator}" if act.operator else "", f"its end is {act.reverse}" if act.reverse else ""]
    lines = [f"### {act.id}", "", "; ".join(f for f in facts if f) + "."]
    for kind in ("verb", "noun", "adjective"):
        words = [t for group in triggers(kind).values() for t in group if t.act.id == act.id]
        if words:
            said = [" ".join((*t.others, t.head) if kind == "noun" else (t.head, *t.others)) for t in words]
            lines.append(f"- {kind}s: {', '.join(sorted(said))}")
    lines += [f"- yes: {text}" for text in act.positive] + [f"- no: {text}" for text in act.near_miss]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write or compare; exit code 1 where the page is stale."""
    if "--check" in sys.argv[1:]:
        return int(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
