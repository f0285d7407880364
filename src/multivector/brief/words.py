"""The brief's own vocabulary: codes in plain words, lists, plurals and ratios."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

__all__ = [
    "EVENTS", "ICD_203", "KINDS", "MEASURES", "MEMBERSHIPS", "STATUSES", "TONE_NAMES", "act_words", "capital", "count",
    "listed", "percent", "possessive", "ratio_words", "tone_step", "tone_word", "with_article",
]  # fmt: skip

# (up to this value, word): a stance nearer to 0 than 0.15 is neutral, as in the judgement's table
TONES = ((-0.6, "hostile"), (-0.15, "critical"), (0.15, "neutral"), (0.6, "warm"), (2.0, "very warm"))
TONE_NAMES = tuple(word for _, word in TONES)
EVENTS: Mapping[str, str] = MappingProxyType({
    "AGREE": "agreed to cooperate", "CONSULT": "met or consulted", "SUPPORT": "expressed support",
    "CONCEDE": "conceded", "COOPERATE": "cooperated", "AID": "gave aid", "RETREAT": "eased or withdrew",
    "REQUEST": "made a demand", "ACCUSE": "accused or criticised", "REJECT": "refused", "THREATEN": "threatened",
    "PROTEST": "protested", "SANCTION": "restricted or sanctioned", "MOBILIZE": "mobilised forces", "COERCE": "coerced",
    "ASSAULT": "attacked",
})  # fmt: skip
# What joins the words above to whom it was done; those that need nothing are left out
TOWARD: Mapping[str, str] = MappingProxyType({
    "AGREE": "with", "CONSULT": "with", "SUPPORT": "for", "CONCEDE": "to", "COOPERATE": "with", "AID": "to",
    "RETREAT": "from", "REQUEST": "on", "PROTEST": "against", "MOBILIZE": "against",
})  # fmt: skip
MEASURES: Mapping[str, str] = MappingProxyType({
    "import_ban": "import ban", "export_ban": "export ban", "transit_ban": "transit ban", "tariff": "tariff",
    "quota": "quota", "licence": "licence requirement", "lifted": "measure lifted",
})  # fmt: skip
STATUSES: Mapping[str, str] = MappingProxyType({
    "asserted": "told as done", "denied": "denied", "planned": "planned", "hypothetical": "only supposed",
})  # fmt: skip
MEMBERSHIPS: Mapping[str, str] = MappingProxyType({
    "member": "is a member", "associate": "is an associate", "observer": "is an observer", "partner": "is a partner",
    "guest": "is a guest", "applicant": "has applied", "declined": "declined to join", "withdrawn": "withdrew",
    "suspended": "is suspended", "expelled": "was expelled",
})  # fmt: skip
# kind: (one, many)
KINDS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "statement": ("statement", "statements"), "event": ("event", "events"),
    "trade_measure": ("trade measure", "trade measures"), "membership": ("membership", "memberships"),
    "link": ("link", "links"), "document": ("document", "documents"),
})  # fmt: skip
# Intelligence Community Directive 203 (2015), D.6.e(2)(a)
ICD_203 = (
    ("almost no chance", "1–5%"), ("very unlikely", "5–20%"), ("unlikely", "20–45%"), ("roughly even chance", "45–55%"),
    ("likely", "55–80%"), ("very likely", "80–95%"), ("almost certain", "95–99%"),
)  # fmt: skip
FINE_WIDTH, FINE, COARSE = 0.10, 1, 5  # an interval up to this width allows steps of one per cent, a wider one of five
ARTICLE_FIRST = (
    "United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Holy See", "Kremlin",
    "Group of ",
)  # fmt: skip
ARTICLE_LAST = (
    "Republic", "Islands", "Union", "States", "Federation", "Emirates", "Kingdom", "League", "Organisation",
    "Organization", "Council", "Commission", "Community", "Bank", "Fund",
)  # fmt: skip


def tone_step(value: float) -> int:
    """The step of a stance on the five-step scale, 0 (hostile) to 4 (very warm)."""
    if abs(value) < TONES[2][0]:
        return 2
    return next(i for i, (top, _) in enumerate(TONES) if value < top or (value == top and value < 0))


def tone_word(value: float) -> str:
    """The word for a stance between -1 and 1."""
    return TONES[tone_step(value)][1]


def act_words(kind: str, whom: str) -> str:
    """An event's type as the verb of a sentence, ready for the name of whom it was done to."""
    words = EVENTS.get(kind, kind.lower())
    return f"{words} {TOWARD[kind]}" if whom and kind in TOWARD else words


def with_article(name: str) -> str:
    """The name with "the" where English wants it."""
    return f"the {name}" if name.startswith(ARTICLE_FIRST) or name.endswith(ARTICLE_LAST) else name


def possessive(name: str) -> str:
    """The name's possessive."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def listed(parts: Sequence[str]) -> str:
    """The parts as a list in a sentence: "a, b and c"."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def count(n: int, kind: str) -> str:
    """A number with its noun: "1 event", "14 statements"."""
    one, many = KINDS.get(kind, (kind, f"{kind}s"))
    return f"{n:,} {one if n == 1 else many}"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def percent(p: float, low: float, high: float) -> int:
    """A share as a percentage, 1..99, in steps as fine as its interval allows (the rule of the judgement's words)."""
    step = FINE if round(high - low, 6) <= FINE_WIDTH else COARSE
    return min(99, max(1, step * int(100 * p / step + 0.5)))


def ratio_words(ratio: float) -> str:
    """A likelihood ratio of at least 1 in words: "about 1.4 times as likely"."""
    if ratio < 1.05:
        return "about as likely"
    if ratio < 1.15:
        return "hardly more likely"
    if 1.9 <= ratio < 2.1:
        return "about twice as likely"
    return f"about {ratio:.1f} times as likely" if ratio < 9.5 else f"about {ratio:.0f} times as likely"
