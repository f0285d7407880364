"""English: spaCy's small model, turned into the one Parse that the rules read."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from multivector.model import Sentence
from multivector.text.base import Fixed, Parse, Token, joined
from multivector.text.english_model import MODELS, english_model, installed_model, model_name
from multivector.text.lemmas import noun_lemma, verb_lemma
from multivector.text.mends import mended
from multivector.text.morphology import Form
from multivector.text.plan import Plan, Word, narrowed, tags_of
from multivector.text.relations import Tree, relation
from multivector.text.threads import one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["MODELS", "Unparsed", "installed_model", "model_name", "parse_all", "parse_english"]

# Same length, so that offsets stay: the tokenizer's exceptions know the straight apostrophe only.
STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "\u00a0": " ", "\u2028": " ", "\u2029": " ", "\u2009": " ", "\n": " ", "\t": " "}
)

# A clause-initial verb of saying with its speaker behind it ("Said Smith: ...") is tagged as a name when capitalised.
LEADING_VERBS = {"Said", "Says", "Added", "Asked", "Noted", "Asks", "Adds", "Wrote", "Writes", "Explained", "Replied"}

_start = attrgetter("start")
MARK_RUN = re.compile(r"[^\w\s]{64,}")  # no sentence holds so many marks on end


Sift = Callable[[Mapping[int, str]], Sequence[tuple[int, int]]]


class Unparsed(NamedTuple):
    """A text, the spans of its paragraphs, and what `parse_english` is told besides."""

    text: str
    paragraphs: Sequence[tuple[int, int]]
    fixed: Iterable[Fixed] = ()
    asides: Iterable[tuple[int, int]] = ()
    skipped: Sequence[tuple[int, int]] = ()
    sift: Sift | None = None


def parse_english(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    fixed: Iterable[Fixed] = (),
    asides: Iterable[tuple[int, int]] = (),
    skipped: Sequence[tuple[int, int]] = (),
    *,
    sift: Sift | None = None,
) -> Parse:
    """Tag, parse and name the text, paragraph by paragraph; each span in `fixed` becomes one token.

    Each span in `asides` (", claimed the regulator,") is parsed by itself, so that the sentence around it stays whole;
    its root hangs on the sentence's root as "aside". The spans in `skipped`, sentences in text order, are not parsed:
    each counts as a sentence without tokens, and what stands on either side is parsed by itself. `sift` is given
    the tag of each word by where the word begins, and tells which further sentences can be skipped. Offsets of tokens
    and sentences refer to `text`. The same input gives the same parse.
    """
    return parse_all([Unparsed(text, paragraphs, fixed, asides, skipped, sift)])[0]


def parse_all(texts: Sequence[Unparsed]) -> list[Parse]:
    """The parse of each text, the same as `parse_english` gives it alone, in less time than one by one."""
    model = english_model()
    plans = [_planned(model.nlp, given) for given in texts]
    docs = [_docs(model.nlp, each) for each in plans]
    with one_thread():
        model.tag(docs)
        for n, given in enumerate(texts):
            if given.sift is not None and model.divisible and (more := given.sift(tags_of(plans[n], docs[n]))):
                plans[n], docs[n] = narrowed(plans[n], docs[n], more)
        whole = [doc for each in docs for doc in each]
        forms, labels = model.attach(whole), model.names(docs)
    read = map(_Read, whole, forms, labels)
    return [_assemble(given.text, each, read) for given, each in zip(texts, plans, strict=True)]


def _planned(nlp: "Language", given: Unparsed) -> list[Plan]:
    keep, apart = sorted(given.fixed, key=_start), sorted(given.asides)
    plans: list[Plan] = []
    for number, start, end, is_read in _pieces(given.paragraphs, given.skipped):
        if not is_read:
            plans.append(Plan(number, [Word("", start, end, False)], []))
        elif words := _words(nlp, given.text, start, end, _inside(keep, start, end)):
            plans.append(_plan(number, words, _within(apart, start, end)))
    return plans


def _docs(nlp: "Language", plans: Sequence[Plan]) -> list["Doc"]:
    """A document for each group of words."""
    return [_doc(nlp, [plan.words[i] for i in group]) for plan in plans for group in plan.groups]


def _inside(keep: Sequence[Fixed], start: int, end: int) -> Sequence[Fixed]:
    here = keep[bisect_left(keep, start, key=_start) : bisect_left(keep, end, key=_start)]
    return [f for f in here if f.end <= end]


def _within(apart: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    return [a for a in apart[bisect_left(apart, (start, 0)) : bisect_left(apart, (end, 0))] if a[1] <= end]


def _pieces(
    paragraphs: Sequence[tuple[int, int]], skipped: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int, bool]]:
    """Number of the paragraph, start, end, and whether it is to be read, of each piece in text order."""
    at = 0
    for number, (start, end) in enumerate(paragraphs):
        while at < len(skipped) and skipped[at][1] <= end:
            if start < skipped[at][0]:
                yield number, start, skipped[at][0], True
            yield number, *skipped[at], False
            start = skipped[at][1]
            at += 1
        if start < end:
            yield number, start, end, True


class _Read(NamedTuple):
    """What the model makes of a run of words: the parse, each word's form, and the name that it is part of."""

    doc: "Doc"
    forms: list[Form]
    labels: list[str]


def _plan(number: int, words: list[Word], apart: list[tuple[int, int]]) -> Plan:
    inside = [range(*(bisect_left(words, edge, key=_start) for edge in span)) for span in apart]
    groups = [[i for i in g if words[i].end <= span[1]] for g, span in zip(inside, apart, strict=True)]
    groups = [g for g in groups if g]
    taken = {i for g in groups for i in g}
    return Plan(number, words, [[i for i in range(len(words)) if i not in taken], *groups])


def _words(nlp: "Language", text: str, start: int, end: int, here: Sequence[Fixed]) -> list[Word]:
    plain = text[start:end].translate(STRAIGHT)
    words: list[Word] = []
    k, covered = 0, -1
    for form, offset, space in _raw(nlp, plain):
        first, last = start + offset, start + offset + len(form)
        if form.isspace() or first < covered:
            continue
        while k < len(here) and here[k].start < first:
            k += 1
        if k < len(here) and here[k].start == first and here[k].end >= last:
            name = here[k]
            covered = name.end
            words.append(Word(name.form, name.start, name.end, plain[name.end - start : name.end - start + 1] == " "))
        elif k < len(here) and here[k].start == first and text[here[k].end : here[k].end + 1] == "-":
            words += _hyphenated(text, here[k], last, space)
        else:
            words.append(Word(form, first, last, space))
    if len(words) > 1 and words[0].form in LEADING_VERBS and words[1].form[:1].isupper():
        words[0] = words[0]._replace(form=words[0].form.lower())
    return words


def _hyphenated(text: str, name: Fixed, last: int, space: bool) -> list[Word]:
    """ "U.S.-led" is one word to the tokenizer, though "US-led" is three."""
    hyphen = name.end + 1
    rest = [Word(text[hyphen:last], hyphen, last, space)] if hyphen < last else []
    return [Word(name.form, name.start, name.end, False), Word("-", name.end, hyphen, not rest and space), *rest]


def _raw(nlp: "Language", plain: str) -> Iterator[tuple[str, int, bool]]:
    """spaCy's tokens: the word, its offset, and whether a space follows. Its time grows with the square of an unbroken
    run of marks, so that long runs are left out."""
    from spacy.attrs import IDX, ORTH, SPACY  # late: only when a text is parsed

    at = 0
    strings = nlp.vocab.strings
    for run in [*MARK_RUN.finditer(plain), None]:
        end = run.start() if run else len(plain)
        for word, offset, space in nlp.tokenizer(plain[at:end]).to_array([ORTH, IDX, SPACY]).tolist():
            yield strings[word], at + offset, space == 1
        at = run.end() if run else end


def _doc(nlp: "Language", words: list[Word]) -> "Doc":
    from spacy.tokens import Doc  # late: only when a text is parsed, so that --help stays fast

    return Doc(nlp.vocab, words=[w.form for w in words], spaces=[w.space for w in words])


def _assemble(text: str, plans: list[Plan], stream: Iterator[_Read]) -> Parse:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    bounds: list[tuple[int, int]] = []
    for plan in plans:
        if not plan.groups:  # skipped
            bounds.append((len(tokens), len(tokens)))
            sentences.append(Sentence(plan.words[0].start, plan.words[0].end, plan.number))
            continue
        base, main = len(tokens), plan.groups[0]
        made = _made(text, base, plan, main, next(stream), len(sentences))
        last = -1
        for place in main:
            token = made[place]
            if token.sentence == last:
                bounds[-1], start = (bounds[-1][0], token.i + 1), sentences[-1].start
                sentences[-1] = Sentence(start, token.end, plan.number)
            else:
                last = token.sentence
                bounds.append((token.i, token.i + 1))
                sentences.append(Sentence(token.start, token.end, plan.number))
        for group in plan.groups[1:]:
            _hang(text, base, plan, group, next(stream), made)
        tokens.extend(made[i] for i in range(len(plan.words)))
    return joined(text, mended(tokens), sentences, bounds)


def _hang(text: str, base: int, plan: Plan, group: list[int], read: _Read, made: dict[int, Token]) -> None:
    """Put an aside's tokens into the sentence around it."""
    host = made.get(group[0] - 1) or made[min(made)]
    root = next((t for t in made.values() if t.sentence == host.sentence and t.head == t.i), host)
    for place, own in _made(text, base, plan, group, read, host.sentence, apart=True).items():
        made[place] = replace(own, head=root.i, dep="aside") if own.head == own.i else own


def _made(
    text: str, base: int, plan: Plan, group: list[int], read: _Read, sentence: int, *, apart: bool = False
) -> dict[int, Token]:
    """The tokens of a group of words by their places in the paragraph; sentences are numbered from `sentence` on,
    or are all that one where the group stands `apart`."""
    tree, starts = _tree(read, [plan.words[place].form for place in group])
    made: dict[int, Token] = {}
    number = sentence - 1
    for i, place in enumerate(group):
        number += starts[i]
        word, form, (dep, case, head) = plan.words[place], read.forms[i], relation(tree, i)
        made[place] = Token(
            base + place, word.start, word.end, text[word.start : word.end], _lemma(word, form), form.pos, tree.tags[i],
            dep, case, base + group[head], sentence if apart else number, read.labels[i],
        )  # fmt: skip
    return made


def _lemma(word: Word, form: Form) -> str:
    if form.pos == "VERB":
        return verb_lemma(word.form.lower(), form.lemma.lower())
    if form.pos == "NOUN":
        return noun_lemma(word.form.lower(), form.lemma.lower())
    return form.lemma if form.pos == "PROPN" else form.lemma.lower()


def _tree(read: _Read, words: Sequence[str]) -> tuple[Tree, list[bool]]:
    """The parse of a run of words as lists, and where its sentences start."""
    from spacy.attrs import DEP, HEAD, SENT_START, TAG  # late: only when a text is parsed

    strings = read.doc.vocab.strings
    deps, tags = read.doc.to_array([DEP, TAG]).T.tolist()
    steps, marks = read.doc.to_array([HEAD, SENT_START]).astype("int64").T.tolist()
    heads = [i + step for i, step in enumerate(steps)]
    below: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            below[head].append(i)
    known = {key: strings[key] for key in {*deps, *tags}}
    tree = Tree(words, [known[d] for d in deps], [known[t] for t in tags], heads, below, read.forms)
    return tree, [mark == 1 or i == 0 for i, mark in enumerate(marks)]
