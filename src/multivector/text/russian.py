"""Russian: natasha's bundled models, turned into the one Parse that the rules read."""

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, NamedTuple

from multivector.codebook.agents import agent_nouns
from multivector.codebook.lexicon import lexicon
from multivector.model import Sentence
from multivector.text.base import Fixed, Parse, Token, joined
from multivector.text.russian_names import nominative, told
from multivector.text.russian_tree import relabel
from multivector.text.russian_tree_nodes import Node
from multivector.text.russian_words import reword
from multivector.text.scripts import unified
from multivector.text.threads import one_thread

if TYPE_CHECKING:
    from natasha import MorphVocab
    from numpy import ndarray

__all__ = ["parse_russian", "russian_model_name", "vocabulary", "word_vector"]

LANGUAGE = "ru"
# "С.В. Лавров", "Х. Клинтон"
INITIALS = re.compile(r"(?<![\w.])[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?\s?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")
MAX_WORDS = 150  # of a sentence: the parser's memory grows with the square, and no sentence of news is longer
ENTITIES = {"PER": "PERSON", "LOC": "GPE", "ORG": "ORG"}


class _Models(NamedTuple):
    words: Any
    morph: Any
    syntax: Any
    names: Any
    vocabulary: "MorphVocab"


class _Word(NamedTuple):
    form: str
    start: int
    end: int
    entity: str
    lemma: str


class _Line(NamedTuple):
    """A sentence before it is parsed."""

    paragraph: int
    start: int
    text: str


@cache
def _models() -> _Models:
    with warnings.catch_warnings():  # pymorphy2 asks for its dictionaries by way of pkg_resources
        warnings.simplefilter("ignore")
        # late: only when a text is parsed, so that --help stays fast
        from natasha import MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser

        embedding = NewsEmbedding()
        models = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding), MorphVocab()
        return _Models(embedding, *models)


def vocabulary() -> "MorphVocab":
    """The dictionary of Russian word forms, loaded once: called with a word it gives the forms that it may be."""
    return _models().vocabulary


def word_vector(word: str) -> "ndarray[Any, Any] | None":
    """The models' vector for a word in lower case (navec's, 300 numbers, about 6 long); None where they know it not."""
    found: ndarray[Any, Any] | None = _models().words.get(word)
    return found


def russian_model_name() -> str:
    """The name and version of the models in use, as "natasha 1.6.0"."""
    return f"natasha {version('natasha')}"


def parse_russian(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    fixed: Iterable[Fixed] = (),
    asides: Iterable[tuple[int, int]] = (),
) -> Parse:
    """Tag, parse and name the text, paragraph by paragraph; each span in `fixed` becomes one token.

    So does each person's name that the models find. Tokens carry the relations of text/base.py; lemmas and function
    words are the codebook's own where codebook/data/ru knows the word, with the Russian lemma kept in `own`. `asides`
    are not needed: the models keep inserted attributions apart by themselves.
    """
    del asides
    models = _models()
    plain = unified(text)
    lines = [line for number, span in enumerate(paragraphs) for line in _lines(plain, number, span)]
    with one_thread():
        found = list(models.names.map(line.text for line in lines))
    keep = sorted(fixed, key=lambda f: f.start)
    words: list[list[_Word]] = []
    places: list[_Line] = []
    for line, markup in zip(lines, found, strict=True):
        for some in _cut(_words(line, markup.spans, keep)):
            words.append(some)
            places.append(line)
    return _assemble(text, places, words)


def _lines(plain: str, number: int, span: tuple[int, int]) -> Iterator[_Line]:
    from razdel import sentenize

    for sentence in sentenize(plain[slice(*span)]):
        yield _Line(number, span[0] + sentence.start, sentence.text)


def _cut(words: list[_Word]) -> Iterator[list[_Word]]:
    for first in range(0, len(words), MAX_WORDS):
        yield words[first : first + MAX_WORDS]


def _words(line: _Line, spans: Sequence[Any], keep: Sequence[Fixed]) -> list[_Word]:
    """The line's words, known names and persons each as one."""
    from razdel import tokenize

    end = line.start + len(line.text)
    here = [f for f in keep if line.start <= f.start and f.end <= end]
    here = [f for f in here if not _is_surname(line, spans, f)]
    named = [(line.start + s.start, line.start + s.stop, ENTITIES[s.type]) for s in spans]
    named = [*_with_initials(line, named), *named]
    whole = [(f.start, f.end, f.form, f.lemma) for f in here]
    whole += [
        (a, b, told(line.text[a - line.start : b - line.start]), "")
        for a, b, kind in named
        if kind == "PERSON" and all(b <= f.start or f.end <= a for f in here)
    ]
    words: list[_Word] = []
    for token in tokenize(line.text):
        first, last = line.start + token.start, line.start + token.stop
        if words and first < words[-1].end:
            continue
        name = next((w for w in whole if w[0] == first and w[1] >= last), None)
        start, stop, form, lemma = name or (first, last, token.text, "")
        entity = next((kind for a, b, kind in named if a <= start and stop <= b), "")
        words.append(_Word(form, start, stop, entity, lemma))
    return words


def _with_initials(line: _Line, named: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The places of "С.В. Лавров", a person whom the models may take to pieces."""
    for match in INITIALS.finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        if not any(a <= start and end <= b and kind == "PERSON" for a, b, kind in named):
            yield start, end, "PERSON"


def _is_surname(line: _Line, spans: Sequence[Any], fixed: Fixed) -> bool:
    """ "Саймон Бирмингем": one known word that ends a name which the models take for a person's."""
    if fixed.form.count(" "):
        return False
    first, last = fixed.start - line.start, fixed.end - line.start
    return any(
        s.type == "PER" and s.start < first and s.stop == last and " " in line.text[s.start : first] for s in spans
    )


def _assemble(text: str, places: Sequence[_Line], words: Sequence[list[_Word]]) -> Parse:
    models = _models()
    forms = [[w.form for w in some] for some in words]
    with one_thread():
        tagged, parsed = list(models.morph.map(forms)), list(models.syntax.map(forms))
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    bounds: list[tuple[int, int]] = []
    for line, some, tags, tree in zip(places, words, tagged, parsed, strict=True):
        nodes = [
            _node(text, i, word, (tag, arc), len(some))
            for i, (word, tag, arc) in enumerate(zip(some, tags.tokens, tree.tokens, strict=True))
        ]
        relabel(nodes)
        reword(nodes)
        base = len(tokens)
        tokens.extend(_token(node, base, len(sentences)) for node in nodes)
        sentences.append(Sentence(some[0].start, some[-1].end, line.paragraph))
        bounds.append((base, len(tokens)))
    return joined(text, tokens, sentences, bounds, language=LANGUAGE)


def _node(text: str, i: int, word: _Word, told: tuple[Any, Any], count: int) -> Node:
    tag, arc = told
    head = int(arc.head_id) - 1
    if word.entity == "PERSON" and not word.lemma and _is_role(word.form, tag):
        word = word._replace(entity="")  # "подчеркнул Президент"
    words = text[word.start : word.end]
    lemma = _lemma(word, words, tag)
    pos = "PROPN" if word.entity == "PERSON" and tag.pos in ("NOUN", "ADJ", "X") else tag.pos
    head = head if 0 <= head < count else i
    return Node(i, word.start, word.end, words, lemma, pos, dict(tag.feats), arc.rel, head, word.entity)


def _is_role(form: str, tag: Any) -> bool:
    """True for a role in capitals, which the models take for a name."""
    from natasha.morph.lemma import lemmatize

    if " " in form or form.isupper():
        return False
    plain = lemmatize(_models().vocabulary, form.lower(), "NOUN", tag.feats)
    return any(wording.says in agent_nouns() for wording in lexicon(LANGUAGE).nouns.get(plain, ()))


def _lemma(word: _Word, words: str, tag: Any) -> str:
    from natasha.morph.lemma import lemmatize

    if word.lemma:
        return word.lemma
    vocabulary = _models().vocabulary
    if word.entity == "PERSON":
        return nominative(vocabulary, unified(words), tag.feats.get("Case", ""), tag.feats.get("Gender", ""))
    lemma: str = lemmatize(vocabulary, word.form, tag.pos, tag.feats)
    return lemma


def _token(node: Node, base: int, sentence: int) -> Token:
    return Token(
        i=base + node.i,
        start=node.start,
        end=node.end,
        text=node.text,
        lemma=node.says or node.lemma,
        pos=node.pos,
        tag=node.tag,
        dep=node.dep,
        case=node.case,
        head=base + node.head,
        sentence=sentence,
        entity=node.entity,
        norm=node.norm,
        own=node.lemma,
    )
