"""Faults of the small English parser about what a verb is done to and by whom, mended in place."""

from dataclasses import replace

from multivector.text.base import TIMES, Token
from multivector.text.mends_tree import Below

__all__ = [
    "bare_infinitive",
    "describe_name",
    "describe_subject",
    "first_of_two",
    "free_outside",
    "free_verb_of_noun",
    "join_name",
    "leave_particle",
    "name_holder",
    "raise_doer",
    "raise_verdict",
    "role_of",
    "shift_object",
    "state_of",
    "take_name",
    "take_object",
    "whole_object",
]

NOUNS = ("NN", "NNS", "NNP", "NNPS")
NAMING = ("GPE", "NORP", "ORG", "PERSON")  # entities that can do something
STATAL = ("engage",)  # participles that tell a state
GIVING = ("hand", "give", "send", "offer", "grant", "lend", "show", "deliver", "award", "pay", "owe", "promise", "tell")
CALLING = ("call", "brand", "label", "term", "dub", "deem", "consider", "declare", "pronounce")
JUDGING = (
    *CALLING, "describe", "denounce", "condemn", "characterise", "characterize", "slam", "criticise", "criticize",
    "see", "dismiss", "reject", "hail", "welcome", "praise", "regard", "view", "decry", "portray", "blast", "applaud",
)  # fmt: skip
AWAY = ("back", "away", "forward", "ahead", "apart", "deep")  # adverbs that go with a verb
MOVING = ("go", "come", "live", "arrive", "head", "return", "stay", "work", "play", "be")
LETTING = ("let", "make", "help")  # verbs with a bare infinitive


def take_object(found: list[Token], below: Below, noun: Token) -> None:
    """ "shot down a plane": the noun taken for that of the particle."""
    particle = found[noun.head]
    verb = found[particle.head]
    if particle.dep == "prt" and verb.pos == "VERB" and not any(found[j].dep == "obj" for j in below[verb.i]):
        found[noun.i] = replace(noun, dep="obj", head=verb.i)


def take_name(found: list[Token], below: Below, name: Token) -> None:
    """ "a document that criticises Armenia": a name right behind a verb without an object taken for a time."""
    verb = found[name.head]
    if verb.i != name.i - 1 or verb.pos != "VERB" or name.entity not in NAMING or verb.lemma in MOVING:
        return
    if not any(found[j].dep in ("obj", "auxpass", "nsubjpass", "ccomp", "xcomp") for j in below[verb.i]):
        found[name.i] = replace(name, dep="obj")


def join_name(found: list[Token], below: Below, name: Token) -> None:
    """ "met army chief Abdel Fattah al-Burhan": the name right behind a role taken for an adverb of the verb."""
    role = found[name.i - 1] if name.i else name
    capital = name.text[:1].isupper() and (name.pos == "PROPN" or " " in name.text)
    if capital and role.tag == "NN" and role.head == name.head and name.entity not in TIMES:
        found[name.i] = replace(name, pos="PROPN", tag="NNP", dep="appos", head=role.i)


def leave_particle(found: list[Token], below: Below, noun: Token) -> None:
    """ "pulled out of talks": what goes with the verb taken for a part of the particle."""
    particle = found[noun.head]
    verb = found[particle.head]
    if verb.pos != "VERB" or particle.i > noun.i or not noun.case:
        return
    if particle.dep == "prt":
        found[noun.i] = replace(noun, dep="obl", head=verb.i, case=f"{particle.word} {noun.case}")
    elif particle.dep == "advmod" and particle.word in AWAY:  # "pulled back from the town"
        found[noun.i] = replace(noun, dep="obl", head=verb.i)


def shift_object(found: list[Token], below: Below, noun: Token) -> None:
    """ "denounced as a crime Turkey's seizure of two boats": the late object taken for a second "as"."""
    first = found[noun.head]
    verb = found[first.head]
    if first.case != "as" or first.dep != "obl" or verb.pos != "VERB" or noun.tag not in NOUNS:
        return
    joined = any(found[j].dep == "cc" or found[j].text == "," for j in below[first.i])
    if not joined and not any(found[j].dep in ("obj", "nsubjpass") for j in below[verb.i]):
        found[noun.i] = replace(noun, dep="obj", head=verb.i)


def state_of(found: list[Token], below: Below, doer: Token) -> None:
    """ "were engaged in fighting": what looks like a passive is none, and its subject acts."""
    verb = found[doer.head]
    held = [found[j] for j in below[verb.i]]
    if verb.lemma not in STATAL or any(t.dep == "agent" for t in held) or not any(t.case == "in" for t in held):
        return
    found[doer.i] = replace(doer, dep="nsubj")
    for token in held:
        if token.dep == "auxpass":
            found[token.i] = replace(token, dep="aux")


def name_holder(found: list[Token], below: Below, name: Token) -> None:
    """ "the head of the IAEA, Mohamed ElBaradei, said": the holder's name taken for a second body."""
    role = role_of(found, below, name)
    if role is not None and not any(found[j].dep == "cc" for j in below[name.head]):
        found[name.i] = replace(name, dep="appos", head=role.i)


def describe_name(found: list[Token], below: Below, noun: Token) -> None:
    """ "The sanctions on Rosneft, the oil company, took effect": what the name is, taken for what the sanctions are."""
    head = found[noun.head]
    first = min([noun.i, *below[noun.i]])
    if head.tag != "NNS" or first < 2 or found[first - 1].text != ",":
        return
    name = found[first - 2]
    if name.pos == "PROPN" and name.dep == "nmod" and name.head == head.i and found[first].dep == "det":
        found[noun.i] = replace(noun, head=name.i)


def describe_subject(found: list[Token], below: Below, noun: Token) -> None:
    """The same where both were taken for the verb's subjects: "Sanctions on X, a firm controlled by Y, took effect"."""
    first = min([noun.i, *below[noun.i]])
    if first < 2 or found[first - 1].text != "," or found[first].dep != "det":
        return
    name = found[first - 2]
    other = found[name.head]
    if name.pos == "PROPN" and name.dep == "nmod" and other.dep == noun.dep and other.head == noun.head:
        found[noun.i] = replace(noun, dep="appos", head=name.i)


def raise_verdict(found: list[Token], below: Below, noun: Token) -> None:
    """ "called Chile's decision to leave the pact a mistake", "condemned its plan to sell arms as folly": what the
    decision is said to be, taken for an object of the verb inside."""
    inner = found[noun.head]
    deed = found[inner.head]
    verb = found[deed.head]
    if noun.dep in ("appos", "npadvmod"):  # "called its move to withdraw an envoy "an insult""
        _free_verdict(found, below, noun)
        return
    if inner.dep != "acl" or inner.tag != "VB" or deed.dep != "obj" or verb.pos != "VERB":
        return
    objects = [found[j] for j in below[inner.i] if found[j].dep in ("obj", "iobj") and j < noun.i]
    if noun.case == "as" and verb.lemma in JUDGING:
        found[noun.i] = replace(noun, head=verb.i)
    elif noun.dep == "obj" and objects and verb.lemma in CALLING and inner.lemma not in GIVING:
        found[noun.i] = replace(noun, dep="oprd", head=verb.i)
        found[objects[0].i] = replace(found[objects[0].i], dep="obj")


def _free_verdict(found: list[Token], below: Below, noun: Token) -> None:
    deed = found[noun.head]
    article = next((found[j] for j in below[noun.i] if found[j].word in ("a", "an")), None)
    bare = article is not None and article.i > 1 and found[article.i - 1].text != ","
    if bare and deed.dep == "obj" and found[deed.head].lemma in CALLING:
        found[noun.i] = replace(noun, dep="oprd", head=deed.head)


def whole_object(found: list[Token], below: Below, adjective: Token) -> None:
    """ "began snap military drills": the first of two adjectives taken for a clause with the noun as its object."""
    noun = next((found[j] for j in below[adjective.i] if found[j].dep == "obj" and j > adjective.i), None)
    if adjective.pos != "ADJ" or noun is None or any(found[j].dep in ("aux", "mark") for j in below[adjective.i]):
        return
    found[noun.i] = replace(noun, head=adjective.head)
    found[adjective.i] = replace(adjective, dep="amod", head=noun.i)


def role_of(found: list[Token], below: Below, name: Token) -> Token | None:
    """The role whose holder a person's name behind "of" a body is, where no name stands beside the role yet."""
    body = found[name.head]
    role = found[body.head]
    behind = name.entity == "PERSON" and body.dep == "nmod" and body.case == "of" and body.entity != "PERSON"
    free = role.tag == "NN" and not any(found[j].dep == "appos" for j in below[role.i])
    return role if behind and free else None


def raise_doer(found: list[Token], below: Below, noun: Token) -> None:
    """ "was accused of betraying the king by Danish nobles": the doer taken for that of the verb inside, which has its
    object and so no need of one."""
    inner = found[noun.head]
    verb = found[inner.head]
    if noun.case != "by" or inner.tag != "VBG" or inner.dep != "pcl" or verb.i > noun.i:
        return
    passive = any(found[j].dep == "auxpass" for j in below[verb.i])
    done = any(found[j].dep == "agent" for j in below[verb.i])
    active = any(found[j].dep == "obj" for j in below[inner.i])
    named = any(t.entity in NAMING for t in (noun, *(found[j] for j in below[noun.i])))
    if passive and active and named and not done:
        found[noun.i] = replace(noun, dep="agent", head=verb.i)


def bare_infinitive(found: list[Token], below: Below, verb: Token) -> None:
    """ "will let migrants return": the infinitive taken for a present tense."""
    above = found[verb.head]
    if above.lemma in LETTING and not any(found[j].dep in ("aux", "mark") for j in below[verb.i]):
        found[verb.i] = replace(verb, tag="VB")


def first_of_two(found: list[Token], below: Below, noun: Token) -> None:
    """ "handed the ambassador a note": of two objects of a verb of giving the first is who gets the other."""
    verb = found[noun.head]
    objects = [found[j] for j in below[verb.i] if found[j].dep == "obj" and found[j].tag in NOUNS]
    if verb.lemma in GIVING and len(objects) == 2 and verb.i < noun.i == objects[0].i:
        found[noun.i] = replace(noun, dep="iobj")


def free_outside(found: list[Token], below: Below, word: Token) -> None:
    """ "gathered outside parliament": the preposition taken for an adjective of the noun."""
    noun = found[word.head]
    verb = found[noun.head]
    bare = all(found[j].dep not in ("det", "poss") for j in below[noun.i])
    if word.word != "outside" or noun.dep != "obj" or verb.i != word.i - 1 or not bare:
        return
    found[noun.i] = replace(noun, dep="obl", case="outside")
    found[word.i] = replace(word, dep="case", pos="ADP", tag="IN")


def free_verb_of_noun(found: list[Token], below: Below, noun: Token) -> None:
    """ "Bucharest backs Moldova's bid": the sentence's verb taken for a noun, though it has an object."""
    name = found[noun.i - 1] if noun.i else noun
    has_object = any(found[j].dep == "obj" and j > noun.i for j in below[noun.i])
    if name.head != noun.i or name.dep not in ("amod", "compound") or not name.text[:1].isupper() or not has_object:
        return
    found[name.i] = replace(name, pos="PROPN", tag="NNP", dep="nsubj")
    found[noun.i] = replace(noun, pos="VERB", tag="VBZ")
