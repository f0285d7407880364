"""What wires, bulletins and papers say: each turn of phrase with the act that it tells, and its words without one."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from multivector.model import Event
from multivector.reading import bare_document, read_together

TABLE = yaml.safe_load(Path(__file__).with_name("russian_wire.yaml").read_text(encoding="utf-8"))
TOLD, UNTOLD = tuple(TABLE["told"]), tuple(TABLE["untold"])
ANY = "-"


@cache
def events() -> dict[str, tuple[Event, ...]]:
    """Sentence -> its events, all read together once."""
    texts = [row.split(" | ", 1)[1] for row in TOLD] + [*UNTOLD]
    documents = [bare_document(f"row {i}", text, None) for i, text in enumerate(texts)]
    found = [tuple(r for r in read().records if isinstance(r, Event)) for read in read_together(documents)]
    return dict(zip(texts, found, strict=True))


@pytest.mark.parametrize("row", TOLD)
def test_the_act_is_told(row: str) -> None:
    wanted, text = row.split(" | ", 1)
    source, kind, target, status = wanted.split()
    assert any(
        (source == ANY or source in e.source)
        and e.type == kind
        and (target == ANY or target in e.target)
        and e.status == status
        for e in events()[text]
    )


@pytest.mark.parametrize("text", UNTOLD)
def test_the_same_words_tell_nothing_there(text: str) -> None:
    assert events()[text] == ()


def test_the_table_names_each_sentence_once() -> None:
    assert len(events()) == len(TOLD) + len(UNTOLD)
