"""Headlines in capitals: which words the parser is to see in small letters, as they stand in a sentence."""

import re
from collections.abc import Iterator, Sequence

from multivector.codebook.acts import triggers
from multivector.codebook.agents import agent_nouns
from multivector.codebook.grammar import words
from multivector.extract.names import Hit
from multivector.text.base import Fixed
from multivector.text.word_forms import is_common, possible_lemmas

__all__ = ["in_small_letters"]

WORD = re.compile(r"[^\W\d_]+(?!['’][^\W\d_])")
LONGEST = 200  # characters of a headline
FEWEST = 4  # words of one; below that a capital tells nothing
CAPITALISED = 0.8  # share of its longer words that begin with a capital where each was given one
LONGER = 4  # letters from which on headlines give a word its capital
ACRONYM = 3  # letters up to which an unknown word in capitals stays so
ENDS = (".", "…")  # a sentence ends so, a headline does not
FUNCTION = words("sieve", "function_words")


def in_small_letters(text: str, paragraphs: Sequence[tuple[int, int]], hits: Sequence[Hit]) -> list[Fixed]:
    """For each headline whose words all begin with a capital, or are in capitals, its common words in small letters.

    Known names keep theirs ("IRAN" is seen as "Iran"), and so do words that no dictionary has, which are names.
    """
    found: list[Fixed] = []
    for start, end in paragraphs:
        headline = text[start:end]
        inside = list(WORD.finditer(text, start, end)) if end - start <= LONGEST else []
        if len(inside) < FEWEST:
            continue
        if headline.isupper():
            found += _from_capitals(inside, hits)
        elif not headline.rstrip().endswith(ENDS) and _is_titled(inside):
            found += _from_title(inside, hits)
    return found


def _is_titled(inside: Sequence[re.Match[str]]) -> bool:
    longer = [w for w in inside if len(w.group()) >= LONGER]
    return len(longer) >= FEWEST - 1 and sum(w.group()[0].isupper() for w in longer) >= CAPITALISED * len(longer)


def _from_capitals(inside: Sequence[re.Match[str]], hits: Sequence[Hit]) -> Iterator[Fixed]:
    first, last = inside[0].start(), inside[-1].end()
    within = [h for h in hits if first <= h.start and h.end <= last]
    yield from (Fixed(h.start, h.end, h.name.form, h.name.lemma) for h in within if h.name.phrase.isalpha())
    for word in _free(inside, within):
        lower = word.group().lower()
        if lower in FUNCTION or is_common(lower):
            yield Fixed(word.start(), word.end(), lower)
        elif len(lower) > ACRONYM:
            yield Fixed(word.start(), word.end(), lower.capitalize())


def _from_title(inside: Sequence[re.Match[str]], hits: Sequence[Hit]) -> Iterator[Fixed]:
    behind_name = False  # "Gordon Brown": a common word behind an unknown name may be a part of it
    for word in _free(inside, hits):
        lower = word.group().lower()
        known = lower in FUNCTION or is_common(lower)
        if known and (not behind_name or _is_telling(lower)):
            yield Fixed(word.start(), word.end(), lower)
        behind_name = not known


def _free(inside: Sequence[re.Match[str]], hits: Sequence[Hit]) -> list[re.Match[str]]:
    """The words that are no part of a known name."""
    taken = {i for h in hits for i in range(h.start, h.end)}
    return [w for w in inside if w.start() not in taken and len(w.group()) > 1]


def _is_telling(word: str) -> bool:
    """A word that tells what happens or who does it."""
    lemmas = possible_lemmas(word)
    return word in FUNCTION or not lemmas.isdisjoint(triggers("verb")) or not lemmas.isdisjoint(agent_nouns())
