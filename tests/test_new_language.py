"""Adding a language is adding a folder (docs/languages.md): the steps, followed with a few words of Esperanto."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from multivector import reading
from multivector.codebook import base, goods, lexicon, stance
from multivector.extract import stance as tone
from multivector.model import Event, Reading, Sentence, Statement, document_id
from multivector.pipeline import code_row, read_article
from multivector.text import dates
from multivector.text.base import Fixed, Parse, Token, joined

LABELS = """
prepositions: {against: [kontraŭ], in: [en], of: [de]}
joined: {}
sources: []
objective: []
authority: []
times: []
modals: {}
naming: []
"""
WORDS = """
verbs:
  condemn: [kondamni]
  say: [diri]
words:
  that: [ke]
"""
TONE = """
- {value: -0.6, falls_on: object, words: [kondamni]}
"""
CACHES = (
    base.load, base.load_folder, lexicon.lexicon, lexicon.labels, stance.stance_lexicon, tone._by_first_words,
    goods._index,
)  # fmt: skip


def parse_esperanto(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    fixed: Iterable[Fixed] = (),
    asides: Iterable[tuple[int, int]] = (),
) -> Parse:
    """Step 2: the words before the verb in -is are its subject, those behind it its object."""
    tokens: list[Token] = []
    names = {f.start: f for f in fixed}
    for start, end in paragraphs:
        tokens += _tokens(text, (start, end), names)
    root = next(t.i for t in tokens if t.pos == "VERB")
    related = [replace(t, head=root, dep=_relation(t, root)) for t in tokens]
    sentence = Sentence(tokens[0].start, tokens[-1].end, 0)
    return joined(text, related, [sentence], [(0, len(tokens))], language="eo")


def _relation(token: Token, root: int) -> str:
    if token.i == root or token.pos == "PUNCT":
        return "root" if token.i == root else "punct"
    return "nsubj" if token.i < root else "obj"


def _tokens(text: str, span: tuple[int, int], names: dict[int, Fixed]) -> Iterator[Token]:
    known = lexicon.lexicon("eo").verbs
    for i, match in enumerate(re.finditer(r"[\w-]+|[.,]", text[slice(*span)])):
        start, end, word = span[0] + match.start(), span[0] + match.end(), match[0]
        own = re.sub("is$", "i", word) if word.endswith("is") else word
        says = known[own][0].says if own in known else own
        pos = "VERB" if own in known else "PROPN" if start in names else "PUNCT" if word in ".," else "NOUN"
        tag = {"VERB": "VBD", "PROPN": "NNP"}.get(pos, "NN")
        yield Token(i, start, end, word, says, pos, tag, "dep", "", i, 0, "", own=own)


@pytest.fixture
def esperanto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Step 1: a folder beside the others; step 3: no grammar of dates, which a language can do without."""
    data = Path(str(base.root()))
    for entry in data.iterdir():
        (tmp_path / entry.name).symlink_to(entry)
    for name, content in {"labels.yaml": LABELS, "lexicon/words.yaml": WORDS, "stance/words.yaml": TONE}.items():
        (tmp_path / "eo" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "eo" / name).write_text(content, "utf-8")
    monkeypatch.setattr(base, "root", lambda: tmp_path)
    monkeypatch.setitem(reading.PARSERS, "eo", parse_esperanto)
    for cached in CACHES:
        cached.cache_clear()
    yield
    monkeypatch.undo()
    for cached in CACHES:
        cached.cache_clear()


def read(text: str) -> Reading:
    bare = code_row("text", "None.", "2024-10-24").document
    return read_article(replace(bare, text=text, language="eo", id=document_id("t", text)))


def test_without_its_folder_and_parser_a_language_is_kept_unread() -> None:
    reading = read("France kondamnis Turkey.")
    assert reading.records == () and len(reading.withheld) == 1


@pytest.mark.usefixtures("esperanto")
def test_a_folder_and_a_parser_give_the_same_records() -> None:
    records = read("France kondamnis Turkey.").records
    (event,) = [r for r in records if isinstance(r, Event)]
    assert (event.source, event.type, event.target) == (("FRA",), "ACCUSE", ("TUR",))
    (said,) = [r for r in records if isinstance(r, Statement)]
    assert said.speaker.state == "FRA" and {t.actor: t.value < 0 for t in said.stance}["TUR"]


@pytest.mark.usefixtures("esperanto")
def test_the_folder_is_found_by_itself() -> None:
    assert base.languages() == ("eo", "ru")
    assert "eo" not in dates.GRAMMARS and dates.find_dates("hodiaŭ", "2024-10-24", "eo") == []
    assert goods.find_good(["tomato"], "eo") is None
