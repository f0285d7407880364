"""What a sentence says is not so: what it denies, the verbs there, and of whom or what."""

import re
from functools import cache

from multivector.codebook.story import story_words
from multivector.text.stemming import stemmer

__all__ = ["CLAUSE_END", "denied_in", "is_verb"]

CLAUSE_END = re.compile(r"[;:](?!\d\d)|,\s+(?:and|but|while|which|who|where|after|before)\b|\s[–—-]\s")
# Who says so, behind what is said: ", the ministry said", ", сообщил министр".
TELLER = re.compile(
    r",\s+(?:[^,;]{0,90}\b(?:said|says|told|reported|reports|announced|stressed|stated|wrote|confirmed|explained|warned|"
    r"believes|noted|added)\b|according to\b|(?:[—–-]\s)?(?:как\s+)?(?:заяв|сообщ|сказал|отмети|отмеча|подчеркн|уточни|"
    r"добави|рассказал|счита|поясни|утвержд|говорит|переда|пиш)\w*)"
)
# Not so for a time, or only then: "will not resume for five days", "не раньше чем через пять дней".
NOT_YET = re.compile(
    r"\b(?:not|never|no|нет|не)\b[^.;,]*\b(?:until|before|unless|without|yet|only|"
    r"for (?:at least|another|the next)?\s?\w+ (?:days|weeks|months|years))\b|"
    r"\bне (?:раньше|ранее|только|позднее|позже)\b",
    re.IGNORECASE,
)
SAYS_THAT = re.compile(
    r"\b(?:said|says|told \w+|stressed|noted|added|believes|insists|insisted)(?:\s+that)?\s|,\s+что\s|"
    r"\b(?:заяв|сообщ|сказал|отмети|подчеркн|счита)\w*:\s"
)


@cache
def _denials() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = story_words()
    objects = "|".join(words.denial_of)
    firm = rf"\b(?:{'|'.join(words.denial_firm)})\b(?:\s+(?:the|an|any|all|that|these|those|such)?\s*(?:{objects})\b)?"
    return re.compile(firm, re.IGNORECASE), re.compile(rf"\b(?:{'|'.join(words.denial_plain)})\b", re.IGNORECASE)


def denied_in(words: str) -> tuple[bool, frozenset[str], frozenset[str], frozenset[str]]:
    """Whether the sentence denies firmly, the stems of what it denies, of the verbs there, and of its subject."""
    if behind := _behind().search(words):
        return _not_so(words[: behind.start()], firm=not behind[0].startswith("нет"))
    firm, plain = _denials()
    match = firm.search(words) or plain.search(words)
    if match is None:
        return False, frozenset(), frozenset(), frozenset()
    if match.re is not firm and NOT_YET.search(words):
        return False, frozenset(), frozenset(), frozenset()
    ends = [end.start() for end in (CLAUSE_END.search(words, match.end()), TELLER.search(words, match.end())) if end]
    rest = words[match.end() : min(ends, default=len(words))]
    spans = stemmer().spans(rest)
    verbs = frozenset(stem for a, b, stem in spans if is_verb(rest[a:b]))
    if not verbs:  # "there is no ban": what there is not stands first
        verbs = frozenset(stem for _, _, stem in spans[:1])
    starts = [m.end() for pattern in (CLAUSE_END, SAYS_THAT) for m in pattern.finditer(words, 0, match.start())]
    before = stemmer().spans(words[max(starts, default=0) : match.start()])
    return match.re is firm, frozenset(stem for _, _, stem in spans), verbs, frozenset(stem for _, _, stem in before)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(story_words().denial_behind)})", re.IGNORECASE)


def _not_so(words: str, *, firm: bool) -> tuple[bool, frozenset[str], frozenset[str], frozenset[str]]:
    """The same where what is not so stands first: "Reports that Peru has left are false", "Запрета на ввоз нет"."""
    of = re.compile(
        rf"^\W*(?:(?:the|all|these|any)\s)?(?:{'|'.join(story_words().denial_of)})\b(?:\sо том)?", re.IGNORECASE
    )
    starts = [m.end() for pattern in (SAYS_THAT, of) for m in pattern.finditer(words)]
    rest = words[max(starts, default=0) :]
    spans = stemmer().spans(rest)
    verbs = frozenset(stem for a, b, stem in spans if is_verb(rest[a:b])) or frozenset(s for _, _, s in spans[:1])
    return firm, frozenset(stem for _, _, stem in spans), verbs, frozenset()


def is_verb(word: str) -> bool:
    """Whether a word looks like a past tense or a participle."""
    return word.islower() and ((len(word) > 4 and word.endswith(("ed", "ing"))) or word in story_words().irregular)
