"""Faults of the small English parser that have one right reading, mended in place."""

from collections.abc import Sequence
from dataclasses import replace

from multivector.text.attachments import attached
from multivector.text.base import FINITE, TIMES, Token
from multivector.text.mends_clauses import (
    SUBJECTS,
    free_progressive,
    go_on,
    join_demand,
    lead_quotation,
    lower_participle,
    pair_names,
    part_claim,
    raise_clause,
    raise_deed,
    raise_past_comma,
    raise_word,
    set_beside,
    set_verb_apart,
    tell_content,
)
from multivector.text.mends_objects import (
    bare_infinitive,
    describe_name,
    describe_subject,
    first_of_two,
    free_outside,
    free_verb_of_noun,
    join_name,
    leave_particle,
    name_holder,
    raise_doer,
    raise_verdict,
    shift_object,
    state_of,
    take_name,
    take_object,
    whole_object,
)
from multivector.text.mends_speakers import close_with_speaker, free_speaker
from multivector.text.mends_tree import Below, Mend, hanging

__all__ = ["mended"]


def mended(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with these faults undone; their number, order and spans stay.

    - "granted asylum to officers holed up in ...": the noun behind a preposition taken for a clause's subject
    - "The agency operating in Iraq said ...": a participle taken for the subject of the verb behind it
    - "Rights group Amnesty accused ...": a title and a name taken for two subjects
    - "Lavrov, asked about it, would say ...": a participle between commas taken for the main verb
    - 'said it was "an insult" and accused ...': a verb behind a quotation taken for a part of it
    - "Rebels backed by Chad captured ...": a participle with its doer taken for the clause's verb
    - "Hungary's Viktor Orban blocked aid": a whole clause taken for one noun phrase
    - "Baku, meanwhile, has rejected ...": a name before an aside taken for a time
    - "said it would never join and accused Y ...": a verb of what X does taken for a part of what X said
    - "dismissed the charge as absurd and suspended visas": a verb taken for an adjective of its object
    - "agreed to talk, with Ankara hailing it": a clause beside taken for a partner
    - 'threw its weight behind it, with Sisi saying: "Do not ..."': the main verb taken for a part of what is quoted
    - "talks ended in Kazan, a source told TASS": who says it all taken for a second clause
    - "said X had offered to send aid and that Y had refused": a second said clause taken for part of the first
    - "denounced as a crime Oslo's raid", "shot down a plane", "pulled out of talks", "let migrants return", "handed the
      envoy a note", "gathered outside parliament", "called the decision to leave a mistake": objects (mends_objects.py)
    - "Bucharest backs Moldova's bid": a verb taken for a noun; "said Greenland was not for sale, rebuffing Washington"
    - "Turkey scrambled jets", "The Quai d'Orsay summoned Mali's envoy": a clause with a state's name taken for a phrase
    - "was accused of betraying X by Y": the doer taken for that of the verb inside; "were engaged in war": no passive
    - "that criticises Armenia": whom it is done to taken for a time
    - phrases that hang on the wrong word (attachments.py)
    """
    found = list(tokens)
    below = hanging(found)
    for token in tokens:
        if token.tag == "VBD" and token.i > 1:
            set_verb_apart(found, below, token)
        for tags, mend in BY_RELATION.get(token.dep, ()):
            if not tags or token.tag in tags:
                mend(found, below, token)
    return attached(found)


def _take_for_subject(found: list[Token], below: Below, name: Token) -> None:
    verb = found[name.head]
    aside = found[min(name.i + 1, len(found) - 1)].text == "," or (name.i + 1 == verb.i and verb.tag in FINITE)
    held = [found[j] for j in below[verb.i]]
    finite = verb.tag in FINITE or any(t.dep in ("aux", "auxpass") for t in held)
    if aside and finite and name.i < verb.i and name.entity not in TIMES and not any(t.dep in SUBJECTS for t in held):
        passive = any(t.dep == "auxpass" for t in held)
        found[name.i] = replace(name, dep="nsubjpass" if passive else "nsubj")


def _free_verb(found: list[Token], below: Below, verb: Token) -> None:
    adjective = found[verb.head]
    if adjective.pos != "ADJ":
        return
    noun = found[adjective.head]
    above = found[noun.head]
    joined = any(found[j].dep == "cc" and found[j].i < verb.i for j in below[adjective.i])
    if adjective.dep != "amod" or noun.case != "as" or noun.i < verb.i or not joined or above.tag not in ("VBD", "VBN"):
        return
    found[adjective.i] = replace(adjective, dep="oprd", head=above.i, case="as")
    found[verb.i] = replace(verb, pos="VERB", tag="VBD", dep="conj", head=above.i)
    found[noun.i] = replace(noun, dep="obj", case="", head=verb.i)
    for j in below[noun.i]:
        if found[j].dep == "case" and found[j].i < adjective.i:
            found[j] = replace(found[j], head=adjective.i)


def _free_clause(found: list[Token], below: Below, verb: Token) -> None:
    name, noun = found[verb.i - 1], found[verb.head]
    known = " " in name.text and name.text[:1].isupper()  # a name that is one token here
    known = known or (name.pos == "PROPN" and (name.entity == "GPE" or (name.dep, name.head) == ("nsubj", verb.i)))
    many = name.tag == "NNS" and name.dep == "compound"  # "troops bombarded camps": no noun stands so before another
    while noun.dep in ("poss", "compound") and found[noun.head].i > noun.i:  # "summoned Mali's envoy"
        noun = found[noun.head]
    person = verb.i > 0 and (name.entity == "PERSON" or known or many)
    if not person or name.head not in (noun.i, verb.i) or noun.i < verb.i or noun.dep not in ("root", "ccomp"):
        return
    led = "" if known or many else "det"
    if any(found[j].dep in ("nsubj", "relcl", "aux", led) for j in below[noun.i]):
        return
    root = noun.dep == "root"
    for j in below[noun.i]:
        if j < name.i:
            found[j] = replace(found[j], head=name.i)
        elif found[j].dep in ("punct", "advcl"):
            found[j] = replace(found[j], head=verb.i)
        elif found[j].dep == "nmod" and found[j].entity in TIMES:
            found[j] = replace(found[j], dep="obl", head=verb.i)
    pos, tag = (name.pos, name.tag) if many else ("PROPN", "NNP")
    found[name.i] = replace(name, pos=pos, tag=tag, dep="nsubj", head=verb.i)
    found[verb.i] = replace(verb, pos="VERB", tag="VBD", dep=noun.dep, head=verb.i if root else noun.head)
    found[noun.i] = replace(noun, dep="obj", head=verb.i)


def _join_preposition(found: list[Token], below: Below, token: Token) -> None:
    if below[token.i]:
        return
    noun = next((found[j] for j in range(token.i + 1, min(token.i + 8, len(found))) if _is_lost(found, token, j)), None)
    if noun is None or any(found[j].head > noun.i for j in range(token.i + 1, noun.i)):
        return
    clause = found[noun.head]
    if (
        clause.tag not in ("VBN", "VBD")
        or clause.i < noun.i
        or any(found[j].dep in ("aux", "auxpass") for j in below[clause.i])
    ):
        return
    dep = "obl" if found[token.head].pos in ("VERB", "AUX") else "nmod"
    found[noun.i] = replace(noun, dep=dep, case=token.text.lower(), head=token.head)
    found[clause.i] = replace(clause, dep="acl", head=noun.i)
    found[token.i] = replace(token, dep="case", head=noun.i)


def _is_lost(found: list[Token], preposition: Token, j: int) -> bool:
    noun = found[j]
    return noun.dep in ("nsubj", "nsubjpass") and found[noun.head].head == preposition.head


def _raise_subject(found: list[Token], below: Below, participle: Token) -> None:
    inner = next((found[j] for j in below[participle.i] if found[j].dep == "nsubj" and j < participle.i), None)
    if inner is None or participle.head < participle.i:
        return
    found[inner.i] = replace(inner, head=participle.head)
    found[participle.i] = replace(participle, dep="acl", head=inner.i)


def _join_title(found: list[Token], below: Below, title: Token) -> None:
    beside = found[title.i + 1] if title.i + 1 < len(found) else title
    name = beside
    while name.dep in ("compound", "amod") and name.head > name.i:
        name = found[name.head]
    if name.tag not in ("NNP", "NNPS") or name.dep != title.dep or name.head != title.head or name.i < beside.i:
        return
    found[title.i] = replace(title, dep="compound", head=name.i)


def _name_unwelcome(found: list[Token], below: Below, persona: Token) -> None:
    """ "declared the envoy persona non grata and barred him": three Latin words taken for a clause."""
    if persona.word != "persona" or persona.i + 2 >= len(found) or found[persona.i + 2].word != "grata":
        return
    above = persona.head
    for j in below[persona.i]:
        if found[j].dep in SUBJECTS:
            found[j] = replace(found[j], dep="obj", head=above)
        elif j > persona.i + 2:
            found[j] = replace(found[j], head=above)
    found[persona.i] = replace(persona, pos="NOUN", tag="NN", dep="oprd", head=above)
    for j in (persona.i + 1, persona.i + 2):
        found[j] = replace(found[j], pos="ADJ", tag="JJ", dep="amod", head=persona.i)


# Relation, tags (none: any), and the mend that looks at tokens with both; each asks the rest itself.
MENDS: tuple[tuple[str, tuple[str, ...], Mend], ...] = (
    ("prep", (), _join_preposition),
    ("root", ("NNS",), free_verb_of_noun),
    ("nsubj", ("VBG",), _raise_subject),
    ("nsubj", ("NN", "NNS"), _join_title),
    ("nsubj", ("NN",), describe_subject),
    ("nsubjpass", ("NN", "NNS"), _join_title),
    ("nsubjpass", (), state_of),
    ("amod", ("VBN", "VBD"), _free_clause),
    ("amod", ("JJ",), free_outside),
    ("obj", ("NN", "NNS"), first_of_two),
    ("ccomp", FINITE, lead_quotation),
    ("ccomp", ("VBP", "VBZ", "VB"), _name_unwelcome),
    ("ccomp", ("VBD",), part_claim),
    ("ccomp", ("VBP",), bare_infinitive),
    ("pobj", (), take_object),
    ("nmod", (), leave_particle),
    ("obl", (), leave_particle),
    ("obl", (), raise_doer),
    ("obl", ("NN", "NNS"), raise_verdict),
    ("obj", ("NN", "NNS"), raise_verdict),
    ("xcomp", ("JJ",), whole_object),
    ("advcl", ("VB",), join_demand),
    ("advcl", FINITE, close_with_speaker),
    ("advcl", ("VBG",), raise_word),
    ("relcl", (), tell_content),
    ("pcl", ("VBG",), set_beside),
    ("pcl", ("VBG",), go_on),
    ("compound", ("VBG",), free_progressive),
    ("amod", ("VBG",), free_progressive),
    ("npadvmod", ("NNP", "NNPS"), pair_names),
    ("npadvmod", ("NNP", "NNPS"), _take_for_subject),
    ("npadvmod", ("NNP", "NNPS"), take_name),
    ("advmod", (), join_name),
    ("root", FINITE, free_speaker),
    ("conj", FINITE, close_with_speaker),
    ("conj", FINITE, lower_participle),
    ("conj", ("VBD",), raise_deed),
    ("conj", ("VBD",), raise_past_comma),
    ("conj", ("VBN",), _free_verb),
    ("conj", (), raise_clause),
    ("conj", (), shift_object),
    ("conj", ("NNP",), name_holder),
    ("appos", ("NN",), describe_name),
    ("appos", ("NN",), raise_verdict),
    ("npadvmod", ("NN",), raise_verdict),
)
BY_RELATION = {dep: tuple((tags, mend) for d, tags, mend in MENDS if d == dep) for dep, _, _ in MENDS}
