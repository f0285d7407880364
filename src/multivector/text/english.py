"""English: spaCy's small model, turned into the one Parse that the rules read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from multivector.model import Sentence
from multivector.text.base import Fixed, Parse, Token, joined
from multivector.text.english_model import MODELS, english_model, installed_model, model_name
from multivector.text.morphology import Form

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

__all__ = ["MODELS", "installed_model", "model_name", "parse_english"]

# Same length, so that offsets stay: the tokenizer's exceptions know the straight apostrophe only.
STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "\u00a0": " ", "\u2028": " ", "\u2029": " ", "\u2009": " ", "\n": " ", "\t": " "}
)

# ClearNLP relations (spaCy's English models) and what Parse calls them.
RELATIONS = {
    "dobj": "obj", "dative": "iobj", "ROOT": "root", "nmod": "compound", "nn": "compound", "poss": "poss",
    "quantmod": "advmod", "predet": "det", "meta": "dep", "parataxis": "ccomp", "pcomp": "pcl",
}  # fmt: skip

FOLDING = ("prep", "agent", "dative", "pcomp", "pobj")  # what a preposition folded into its noun may change

# A clause-initial verb of saying with its speaker behind it ("Said Smith: ...") is tagged as a name when capitalised.
LEADING_VERBS = {"Said", "Says", "Added", "Asked", "Noted", "Asks", "Adds", "Wrote", "Writes", "Explained", "Replied"}


# The model's table of lemmas takes these forms of "hope" for ones of "hop".
LEMMAS = {"hoping": "hope", "hoped": "hope"}


class _Word(NamedTuple):
    form: str
    start: int
    end: int
    space: bool


class _Plan(NamedTuple):
    number: int
    words: list[_Word]
    groups: list[list[int]]  # indices of the words of the running text, then those of each aside


def parse_english(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    fixed: Iterable[Fixed] = (),
    asides: Iterable[tuple[int, int]] = (),
) -> Parse:
    """Tag, parse and name the text, paragraph by paragraph; each span in `fixed` becomes one token.

    Each span in `asides` (", claimed the regulator,") is parsed by itself, so that the sentence around it stays whole;
    its root hangs on the sentence's root as "aside". Offsets of tokens and sentences refer to `text`. The same input
    gives the same parse.
    """
    model = english_model()
    nlp = model.nlp
    keep, apart = sorted(fixed, key=lambda f: f.start), sorted(asides)
    plans: list[_Plan] = []
    for number, (start, end) in enumerate(paragraphs):
        words = _words(nlp, text, start, end, keep)
        if words:
            plans.append(_plan(number, words, [a for a in apart if start <= a[0] and a[1] <= end]))
    docs = [_doc(nlp, [plan.words[i] for i in group]) for plan in plans for group in plan.groups]
    forms, labels = model.parse(docs), model.names(docs)
    return _assemble(text, plans, map(_Read, docs, forms, labels))


class _Read(NamedTuple):
    """What the model makes of a run of words: the parse, each word's form, and the name that it is part of."""

    doc: "Doc"
    forms: list[Form]
    labels: list[str]


def _plan(number: int, words: list[_Word], apart: list[tuple[int, int]]) -> _Plan:
    inside = [[i for i, w in enumerate(words) if start <= w.start and w.end <= end] for start, end in apart]
    groups = [g for g in inside if g]
    taken = {i for g in groups for i in g}
    return _Plan(number, words, [[i for i in range(len(words)) if i not in taken], *groups])


def _words(nlp: "Language", text: str, start: int, end: int, keep: Sequence[Fixed]) -> list[_Word]:
    plain = text[start:end].translate(STRAIGHT)
    here = [f for f in keep if start <= f.start and f.end <= end]
    words: list[_Word] = []
    k, covered = 0, -1
    for token in nlp.tokenizer(plain):
        first, last = start + token.idx, start + token.idx + len(token.text)
        if token.is_space or first < covered:
            continue
        while k < len(here) and here[k].start < first:
            k += 1
        if k < len(here) and here[k].start == first and here[k].end >= last:
            name = here[k]
            covered = name.end
            words.append(_Word(name.form, name.start, name.end, plain[name.end - start : name.end - start + 1] == " "))
        else:
            words.append(_Word(token.text, first, last, bool(token.whitespace_)))
    if len(words) > 1 and words[0].form in LEADING_VERBS and words[1].form[:1].isupper():
        words[0] = words[0]._replace(form=words[0].form.lower())
    return words


def _doc(nlp: "Language", words: list[_Word]) -> "Doc":
    from spacy.tokens import Doc  # late: only when a text is parsed, so that --help stays fast

    return Doc(nlp.vocab, words=[w.form for w in words], spaces=[w.space for w in words])


def _assemble(text: str, plans: list[_Plan], stream: Iterator[_Read]) -> Parse:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    bounds: list[tuple[int, int]] = []
    for plan in plans:
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
    return joined(text, tokens, sentences, bounds)


def _hang(text: str, base: int, plan: _Plan, group: list[int], read: _Read, made: dict[int, Token]) -> None:
    """Put an aside's tokens into the sentence around it."""
    host = made.get(group[0] - 1) or made[min(made)]
    root = next((t for t in made.values() if t.sentence == host.sentence and t.head == t.i), host)
    for place, own in _made(text, base, plan, group, read, host.sentence, apart=True).items():
        made[place] = replace(own, head=root.i, dep="aside") if own.head == own.i else own


def _made(
    text: str, base: int, plan: _Plan, group: list[int], read: _Read, sentence: int, *, apart: bool = False
) -> dict[int, Token]:
    """The tokens of a group of words by their places in the paragraph; sentences are numbered from `sentence` on,
    or are all that one where the group stands `apart`."""
    from spacy.attrs import DEP, HEAD, SENT_START, TAG  # late: only when a text is parsed

    strings = read.doc.vocab.strings
    made: dict[int, Token] = {}
    number = sentence - 1
    for i, (dep, step, start, tag) in enumerate(read.doc.to_array([DEP, HEAD, SENT_START, TAG]).tolist()):
        number += start == 1 or i == 0
        word, form = plan.words[group[i]], read.forms[i]
        relation, case, head = _relation(read, i, strings[dep], i + _signed(step))
        made[group[i]] = Token(
            base + group[i], word.start, word.end, text[word.start : word.end],
            _lemma(word, form), form.pos, strings[tag], relation, case,
            base + group[head], sentence if apart else number, read.labels[i],
        )  # fmt: skip
    return made


def _lemma(word: _Word, form: Form) -> str:
    return form.lemma if form.pos == "PROPN" else LEMMAS.get(word.form.lower(), form.lemma.lower())


def _signed(step: int) -> int:
    """The way to the head, which spaCy gives as an unsigned number of 64 bits."""
    return step - (1 << 64) if step >= 1 << 63 else step


def _relation(read: _Read, i: int, dep: str, head: int) -> tuple[str, str, int]:
    """The relation, the folded preposition and the head (an index in the run of words) of a token."""
    if dep not in FOLDING:
        return RELATIONS.get(dep, dep), "", head
    return _folding(read, read.doc[i], dep)


def _folding(read: _Read, token: "SpacyToken", dep: str) -> tuple[str, str, int]:
    head = token.head
    inner = next((c for c in token.children if c.dep_ == "pobj"), None)
    inner = inner or next((c for c in token.children if c.dep_ == "pcomp" and not _is_bare(c)), None)
    if inner is not None and (dep in ("prep", "agent", "dative") or (dep == "pcomp" and token.tag_ == "IN")):
        return "case", "", inner.i
    if dep == "pcomp" and token.tag_ == "IN" and inner is None:  # "of" in "because of"
        beside = next((c for c in head.children if c.dep_ == "pobj"), head)
        return "case", "", beside.i
    if dep in ("pobj", "pcomp") and head.dep_ in ("prep", "agent", "dative", "pcomp", "mark", "ROOT", "advmod", "conj"):
        return _folded(read, token, head)
    return RELATIONS.get(dep, dep), "", head.i


def _folded(read: _Read, token: "SpacyToken", preposition: "SpacyToken") -> tuple[str, str, int]:
    case, governor = _case(preposition), preposition.head
    if governor.dep_ in ("prep", "pcomp", "advmod") and _joins(governor) and governor.i != preposition.i:
        case, governor = f"{governor.lower_} {case}", governor.head  # "out of"
    if read.forms[governor.i].lemma == "include" and governor.dep_ == "prep":  # "imports, including from Russia"
        governor = governor.head
    first = next((c for c in preposition.children if c.dep_ == "pobj"), token)
    if first.i != token.i and token.dep_ == "pobj":  # a second object under one preposition is a lost conjunct
        return "conj", "", first.i
    if governor.i == preposition.i:
        return "root", case, token.i
    if preposition.dep_ == "conj":
        return "conj", case, governor.i
    if token.dep_ == "pcomp":
        return "pcl", case, governor.i
    if preposition.dep_ == "agent":
        return "agent", case, governor.i
    verbal = read.forms[governor.i].pos in ("VERB", "AUX", "ADJ", "ADV")
    return ("obl" if verbal else "nmod"), case, governor.i


def _is_bare(word: "SpacyToken") -> bool:
    """A preposition without an object of its own: "of" in "because of"."""
    return word.tag_ == "IN" and not any(c.dep_ in ("pobj", "pcomp") for c in word.children)


def _joins(word: "SpacyToken") -> bool:
    """True for the first word of a preposition of two: "out of", "according to", "due to"."""
    plain = word.dep_ != "advmod" and word.tag_ in ("IN", "RB")
    return plain or word.lower_ in ("according", "owing", "due", "thanks")


def _case(preposition: "SpacyToken") -> str:
    """The preposition's word, with the "of" of "because of" where there is one."""
    second = next((c for c in preposition.children if c.dep_ == "pcomp" and c.tag_ == "IN"), None)
    return f"{preposition.lower_} {second.lower_}" if second is not None else str(preposition.lower_)
