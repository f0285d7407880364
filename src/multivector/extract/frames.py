"""Which acts and operators of the codebook a text holds, and with which arguments."""

from dataclasses import dataclass, replace

from multivector.codebook.acts import Act, Trigger, TriggerKind, modal_acts, phrases, triggers
from multivector.extract.arguments import Arguments, arguments, core
from multivector.extract.article import Article
from multivector.extract.frame_classes import CLASSES
from multivector.extract.inside import within
from multivector.extract.parties import parties
from multivector.extract.status import is_negated
from multivector.text.base import TIMES, Parse, Token

__all__ = ["Match", "candidates", "find_acts", "missing"]

# nouns of which the adjective tells all: "called it a hostile act"
EMPTY = ("act", "move", "step", "thing", "attempt", "measure", "action", "policy", "development", "gesture", "approach")
PREDICATE = "JJP"  # an adjective that is a predicate without "be"


@dataclass(frozen=True, slots=True)
class Match:
    """An act or operator at a token, with its arguments and the tokens of the words that triggered it."""

    act: Act
    token: int
    kind: TriggerKind
    arguments: Arguments
    words: tuple[int, ...]


def find_acts(article: Article) -> dict[int, Match]:
    """Token index -> its match, for every token at which an act or operator of the codebook applies."""
    if article.settled is None:
        article.settled = {}
    found = {}
    for token in article.parse.tokens:
        match = _demand(article, token) or _first(article, token) if _kind(token) else None
        if match is not None:
            found[token.i] = match
    return _lent(article, found)


def candidates(token: Token) -> tuple[Trigger, ...]:
    """The triggers that the token could be the head of, the most specific first."""
    kind = _kind(token)
    if not kind:
        return ()
    lemma = token.lemma.lower()
    return phrases().get(lemma, ()) if " " in lemma and kind == "verb" else triggers(kind).get(lemma, ())


def _attempt(article: Article, token: Token, trigger: Trigger, given: Arguments) -> Match | None:
    """The match of the trigger at the token with these arguments, None where its words or conditions are not met."""
    matched = _words(article.parse, token, trigger, given)
    if matched is None:
        return None
    words, labelled = matched
    if trigger.act.negated and not is_negated(article.parse, token.i):
        return None
    if trigger.act.voiced and not _is_of_another(article, token, given):
        return None
    return None if _unmet(article, trigger, labelled) else Match(trigger.act, token.i, trigger.kind, labelled, words)


def missing(article: Article, token: Token, trigger: Trigger, given: Arguments) -> str:
    """Why the trigger did not match there, in words; "" where it did."""
    matched = _words(article.parse, token, trigger, given)
    if matched is None:
        return f"needs the words {' '.join(trigger.others)!r} beside it"
    if trigger.act.negated and not is_negated(article.parse, token.i):
        return "needs a negation"
    if trigger.act.voiced and not _is_of_another(article, token, given):
        return "needs to be said by one party of another"
    unmet = _unmet(article, trigger, matched[1])
    return f"{unmet[0]} one of: {_some(unmet[1])}" if unmet else ""


def _is_of_another(article: Article, token: Token, given: Arguments) -> bool:
    """ "Ankara said that Tehran was arming rebels": told by one party of another, and not denied."""
    voice = article.voices.get(token.i)
    if voice is None or is_negated(article.parse, token.i):
        return False
    told = [p for j in given.get("subj", ()) for p in within(article, j)]
    return bool(told) and all(p.code != voice.code for p in told)


def _some(words: frozenset[str]) -> str:
    listed = sorted(words)
    return ", ".join(listed[:6]) + (f" and {len(listed) - 6} more" if len(listed) > 6 else "")


def _demand(article: Article, token: Token) -> Match | None:
    """What one party says that another must do is a demand."""
    voice = article.voices.get(token.i)
    if voice is None:
        return None
    modals = {t.word for t in article.parse.children(token.i, "aux")}
    act = next((a for a in modal_acts() if modals.intersection(a.modals)), None)
    if act is None:
        return None
    given = arguments(article.parse, token.i)
    asked = [p for j in given.get("subj", given.get("obj", ())) for p in parties(article, j)]
    if not asked or any(p.code == voice.code for p in asked):
        return None
    return Match(act, token.i, "verb", given, (token.i,))


def _lent(article: Article, found: dict[int, Match]) -> dict[int, Match]:
    """Light verbs lend their arguments to the noun they carry: in "imposed a ban on X" both hold "on X"."""
    lent = dict(found)
    for light in found.values():
        if light.act.operator != "do":
            continue
        for j in light.arguments.get("obj", ()):
            noun = found.get(core(article.parse, j))
            if noun is not None and noun.kind == "noun":
                given = {k: v for k, v in light.arguments.items() if k not in ("obj", "comp")}
                whole = replace(noun, arguments={**given, **noun.arguments})
                lent[noun.token] = whole
                if any(_argument_in(article, given, label, barred) for label, barred in noun.act.bars):
                    del lent[noun.token]  # "paid tribute to the singer"
    return lent


def _kind(token: Token) -> TriggerKind | None:
    if token.dep in ("aux", "auxpass", "case", "mark", "det", "punct"):
        return None
    if token.pos in ("VERB", "AUX") and token.dep != "amod":
        return "verb"
    if token.pos == "NOUN" and token.dep != "compound" and token.entity not in TIMES:  # not the end of the year
        return "noun"
    if token.pos == "ADJ" and (token.dep in ("acomp", "oprd", "xcomp", "conj", "attr") or token.tag == PREDICATE):
        return "adjective"
    return None


def _first(article: Article, token: Token) -> Match | None:
    possible = candidates(token)
    if not possible:
        return None
    given = arguments(article.parse, token.i)
    near = _near(article.parse, token, given) if any(t.others for t in possible) else frozenset[str]()
    possible = tuple(t for t in possible if near.issuperset(t.others))
    return next((m for t in possible if (m := _attempt(article, token, t, given)) is not None), None)


def _near(parse: Parse, token: Token, given: Arguments) -> frozenset[str]:
    """All words that could be a trigger's other words, so that most triggers need no closer look."""
    words = {word.lower() for t in parse.children(token.i) for word in (t.lemma, t.text)}
    cases = {t.case.split()[-1] for j in given.get("obj", ()) for t in parse.children(j, "nmod", "pcl") if t.case}
    cases |= {t.case.split()[0] for t in parse.children(token.i, "obl") if " " in t.case}
    return frozenset(words | cases | given.keys())


def _words(parse: Parse, token: Token, trigger: Trigger, given: Arguments) -> tuple[tuple[int, ...], Arguments] | None:
    """The tokens of a trigger's words, and the arguments with the one behind its preposition as the object."""
    words, labelled = [token.i], given
    for word in trigger.others:
        beside = next((t for t in parse.children(token.i) if _is_word(t, word, trigger.kind)), None)
        if beside is not None:
            words.append(beside.i)
        elif word in given and not _has_other_particle(parse, token, trigger):
            labelled = {**labelled, "obj": given[word], "iobj": [*given.get("iobj", ()), *given.get("obj", ())]}
        elif not _has_other_particle(parse, token, trigger) and (inner := _behind_object(parse, given, word)):
            labelled = {**labelled, "obj": inner}
        else:
            return None
    return tuple(words), labelled


def _has_other_particle(parse: Parse, token: Token, trigger: Trigger) -> bool:
    """ "ruled out force against X" is no "ruled against X": another particle makes another verb of it."""
    return any(t.word not in trigger.others for t in parse.children(token.i, "prt"))


def _is_word(token: Token, word: str, kind: TriggerKind) -> bool:
    if token.dep == "obl" and token.case.startswith(f"{word} "):
        return True  # the "out" of "out of the country", where the parser saw one preposition
    if kind == "noun":
        return token.lemma.lower() == word and token.dep in ("compound", "amod")
    if token.dep in ("prt", "advmod", "prep"):
        return token.word == word
    return token.lemma.lower() == word and token.dep in ("obj", "acomp", "oprd", "obl", "amod")


def _behind_object(parse: Parse, given: Arguments, word: str) -> list[int]:
    """ "take part in X", where the parser hung "in X" on "part"."""
    return [
        t.i for j in given.get("obj", ()) for t in parse.children(j, "nmod", "pcl") if t.case.split()[-1:] == [word]
    ]


def _unmet(article: Article, trigger: Trigger, labelled: Arguments) -> tuple[str, frozenset[str]] | None:
    """The first of the trigger's conditions that is not met: what it asks, and its words."""
    act = trigger.act
    holds = _argument_in if trigger.kind == "noun" else _anywhere
    for label, words in act.noun_needs if trigger.kind == "noun" else act.needs:
        if not holds(article, labelled, label, words):
            return f"needs as {label}", words
    for label, words in act.bars:
        if holds(article, labelled, label, words):
            return f"barred by its {label},", words
    return None


def _argument_in(article: Article, labelled: Arguments, label: str, words: frozenset[str]) -> bool:
    heads = [core(article.parse, j) for part in label.split("|") for j in labelled.get(part, ())]
    return any(_is_one_of(article, j, words) for j in heads)


def _anywhere(article: Article, labelled: Arguments, label: str, words: frozenset[str]) -> bool:
    """ "downgraded its mission in Chad": the parser may hang on the object what the verb's preposition holds."""
    parse, wanted = article.parse, label.split("|")
    low = (t for j in labelled.get("obj", ()) for t in parse.children(core(parse, j), "nmod"))
    return _argument_in(article, labelled, label, words) or any(
        _is_one_of(article, core(parse, t.i), words) for t in low if t.case and t.case.split()[-1] in wanted
    )


def _is_one_of(article: Article, i: int, words: frozenset[str]) -> bool:
    token = article.parse.tokens[i]
    titled = token.entity == "PERSON" and article.parse.language != "en"  # "вызван посол X" has its title below
    spots = [token, *article.parse.children(i, "conj", "appos" if titled else "conj")]
    if token.lemma == "be":
        spots += article.parse.children(i, "acomp", "attr")
    if any(t.lemma.lower() in words or _is_compound_of(article.parse, t, words) for t in spots):
        return True
    if token.lemma in EMPTY and any(t.lemma.lower() in words for t in article.parse.children(i, "amod")):
        return True
    return any(name in words and holds(article, token, spots) for name, holds in CLASSES)


def _is_compound_of(parse: Parse, token: Token, words: frozenset[str]) -> bool:
    """A word with the one before it: "aid convoy", "patrol boat"."""
    noun = token.lemma.lower()
    return any(f"{t.lemma.lower()} {noun}" in words for t in parse.children(token.i, "compound", "amod"))
