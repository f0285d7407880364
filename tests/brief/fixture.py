"""Briefs to test with: a small synthetic case in own words, an empty one, a large one, and the shared case's gold."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from tests.shared_case import shared_case

from multivector.brief import BriefInput, Standing
from multivector.judge import judge
from multivector.model import (
    Actor,
    Bearing,
    Document,
    Event,
    Evidence,
    Good,
    Hypothesis,
    Judgement,
    Link,
    Membership,
    Origin,
    Question,
    Reading,
    Record,
    Span,
    Speaker,
    Statement,
    Tone,
    TradeMeasure,
    When,
    Withheld,
    content_hash,
    make_id,
)

ORIGIN = (Origin("hand", "written", "1"),)
NAMES = {
    "RUR": "Ruritania", "BOR": "Borduria", "SYL": "Syldavia", "LEAGUE": "Northern League", "UNION": "Grain Union",
}  # fmt: skip
ACTORS = (
    Actor("RUR", "state", "Ruritania", (), "RUR"),
    Actor("BOR", "state", "Borduria", (), "BOR"),
    Actor("person:ilsa-marek", "person", "Ilsa Marek", (), "RUR", "GOV", "Foreign Minister"),
    Actor("person:otto-brenn", "person", "Otto Brenn", (), "RUR", "GOV", "spokesman"),
    Actor("person:hanna-sy", "person", "Hanna Sy", (), "SYL", "EDU", "scholar"),
)
FIRST = """Borduria said on 3 May 2023 that it will not join the Northern League.

"Borduria remains our friend and partner," Ruritanian spokesman Otto Brenn said.

Foreign Minister Ilsa Marek accused Borduria of turning its back on its neighbours, and asked it to explain itself.

Ruritania banned imports of Bordurian cheese and apples, citing pests. \
Dairy traders saw the ban as an answer to Borduria's tariff on steel, in force until the end of 2023.

Ruritania left the Grain Union in 1998 and has kept troops at the border since early 2021."""
SECOND = """Borduria denied that it had cancelled the pipeline, and said it may raise its tariff on steel.

"It is a choice for balance, not a break," the scholar Hanna Sy told the Syldavian Post.

An official who asked not to be named said that the two would talk in June 2023."""


class Desk:
    """One document with records whose spans are found by their words."""

    def __init__(self, name: str, text: str, outlet: str | None, published: str | None) -> None:
        identity = make_id("document", name)
        digest = content_hash(text.encode("utf-8", "surrogatepass"))
        title = text.split("\n", 1)[0][:60]
        self.document = Document(
            identity, name, outlet, title, "A. Writer", "Strelsau", published, "2023-06-01", "en", text, digest,
            ((0, 0),), identity,
        )  # fmt: skip
        self.records: list[Record] = []
        self.withheld: list[Withheld] = []

    def evidence(self, quote: str) -> Evidence:
        """The first place of these words."""
        start = self.document.text.index(quote)
        return Evidence(self.document.id, start, start + len(quote), quote)

    def span(self, quote: str) -> Span:
        """The same without the document."""
        found = self.evidence(quote)
        return Span(found.start, found.end, found.quote)

    def statement(self, whole: str, said: str, speaker: Speaker, *tones: Tone, **more: Any) -> str:
        """A statement; its id."""
        made = make_id("statement", self.document.id, said)
        values = {
            "direct": True, "cue": "say", "about": tuple(tone.actor for tone in tones), "venue": None, "audience": None,
            "said_on": None, **more,
        }  # fmt: skip
        self.records.append(
            Statement(made, self.evidence(whole), ORIGIN, 0.9, speaker, content=self.span(said), stance=tones, **values)
        )
        return made

    def event(self, quote: str, source: str | None, kind: str, target: str | None, **more: Any) -> str:
        """An event; its id."""
        made = make_id("event", self.document.id, quote, kind)
        values = {
            "mode": None, "contexts": (), "cameo": None, "status": "asserted", "attributed_to": None, "date": None,
            **more,
        }  # fmt: skip
        whose = ((source,) if source else (), (target,) if target else ())
        self.records.append(Event(made, self.evidence(quote), ORIGIN, 0.8, *whose, kind, **values))
        return made

    def measure(self, quote: str, imposer: str, target: str, goods: tuple[Good, ...], **more: Any) -> str:
        """A trade measure; its id."""
        made = make_id("trade_measure", self.document.id, quote)
        values = {
            "authority": None, "measure": "import_ban", "reason": None, "temporary": False, "start": None, "end": None,
            **more,
        }  # fmt: skip
        self.records.append(
            TradeMeasure(
                made, self.evidence(quote), ORIGIN, 0.8, imposer=imposer, target=(target,), goods=goods, **values
            )
        )
        return made

    def membership(self, quote: str, state: str, organisation: str, status: Any, date: When | None = None) -> str:
        """A membership; its id."""
        made = make_id("membership", self.document.id, state, organisation, status)
        self.records.append(Membership(made, self.evidence(quote), ORIGIN, 0.8, state, organisation, status, date))
        return made

    def link(self, quote: str, kind: Any, one: str, other: str, by: str | None) -> str:
        """A link; its id."""
        made = make_id("link", kind, one, other)
        self.records.append(Link(made, self.evidence(quote), ORIGIN, 0.7, kind, one, other, by))
        return made

    def reading(self) -> Reading:
        """Everything of the document."""
        return Reading(self.document, (), (), ACTORS, tuple(self.records), tuple(self.withheld))


def bearing(
    record: str, label: str, said: str, likelihoods: tuple[float, ...], favours: str | None, **more: Any
) -> Bearing:
    """A bearing whose weight is halved."""
    used = tuple(round(value**0.5, 6) for value in likelihoods)
    values: dict[str, Any] = {
        "kind": "observer_statement", "role": "behaviour", "weight": 0.5,
        "discounts": ("×0.5: one outlet alone reports it",), "reason": "Praise is cheap.", "day": "2023-05-04", **more,
    }  # fmt: skip
    return Bearing(
        record, likelihoods=likelihoods, used=used, marks=("N",) * len(likelihoods), said=said, favours=favours,
        label=label, **values,
    )  # fmt: skip


def shown(record: str, label: str, said: str, role: str) -> Bearing:
    """A bearing that does not count."""
    return bearing(record, label, said, (1.0, 1.0), None, role=role, discounts=(), weight=0.0)


def first_desk() -> tuple[Desk, dict[str, str]]:
    """The first document and the ids of its records."""
    desk = Desk("first.txt", FIRST, "Strelsau Gazette", "2023-05-04")
    brenn = Speaker("Otto Brenn", "person:otto-brenn", "RUR", "spokesman")
    marek = Speaker("Ilsa Marek", "person:ilsa-marek", "RUR", "Foreign Minister")
    ids = {
        "praise": desk.statement(
            '"Borduria remains our friend and partner," Ruritanian spokesman Otto Brenn said',
            "Borduria remains our friend and partner,", brenn, Tone("BOR", 0.7, ("friend", "partner")),
        ),
        "blame": desk.statement(
            "Foreign Minister Ilsa Marek accused Borduria of turning its back on its neighbours",
            "accused Borduria of turning its back on its neighbours", marek,
            Tone("BOR", -0.6, ("accused", "turning its back")), direct=False, cue="accuse",
        ),
        "refusal": desk.event(
            "it will not join the Northern League", "BOR", "REJECT", "LEAGUE",
            date=When("2023-05-03", "2023-05-03", "day"),
        ),
        "demand": desk.event("asked it to explain itself", "RUR", "REQUEST", "BOR", actors=("person:ilsa-marek",)),
        "ban": desk.measure(
            "Ruritania banned imports of Bordurian cheese and apples, citing pests", "RUR", "BOR",
            (Good("cheese", ("0406",)), Good("apples", ("0808",))), reason="pests", temporary=True,
        ),
        "ban_event": desk.event(
            "Ruritania banned imports of Bordurian cheese and apples", "RUR", "SANCTION", "BOR", mode="discontinue"
        ),
        "tariff": desk.measure(
            "Borduria's tariff on steel, in force until the end of 2023", "BOR", "RUR", (Good("steel", ("72",)),),
            measure="tariff", end="2023-12-31",
        ),
        "troops": desk.event(
            "kept troops at the border since early 2021", "RUR", "MOBILIZE", None,
            date=When("2021-01-01", None, "season"),
        ),
        "left": desk.membership(
            "Ruritania left the Grain Union in 1998", "RUR", "UNION", "withdrawn",
            When("1998-01-01", "1998-12-31", "year"),
        ),
        "declined": desk.membership("it will not join the Northern League", "BOR", "LEAGUE", "declined"),
    }  # fmt: skip
    answer = "Dairy traders saw the ban as an answer"
    ids["link"] = desk.link(answer, "response_to", ids["ban"], ids["tariff"], "Dairy traders")
    desk.withheld.append(Withheld("event", "no source could be read", 0, 8, "Borduria"))
    return desk, ids


def second_desk() -> tuple[Desk, dict[str, str]]:
    """The second document and the ids of its records."""
    desk = Desk("second.txt", SECOND, None, "2023-05-09")
    scholar = Speaker("Hanna Sy", "person:hanna-sy", "SYL", "scholar")
    unnamed = Speaker("an official", None, None, None, unresolved="unnamed source")
    return desk, {
        "opinion": desk.statement(
            "It is a choice for balance, not a break", "It is a choice for balance, not a break", scholar,
            venue="the Syldavian Post", about=("BOR",),
        ),
        "talks": desk.statement(
            "An official who asked not to be named said that the two would talk in June 2023",
            "the two would talk in June 2023", unnamed, Tone("RUR", 0.0), direct=False, about=("RUR", "BOR"),
        ),
        "pipeline": desk.event(
            "had cancelled the pipeline", "BOR", "COERCE", "RUR", status="denied", attributed_to="BOR"
        ),
        "threat": desk.event("it may raise its tariff on steel", "BOR", "THREATEN", "RUR", status="hypothetical"),
        "meeting": desk.event(
            "the two would talk in June 2023", "BOR", "CONSULT", "RUR", status="planned",
            date=When("2023-06-01", "2023-06-30", "month"),
        ),
    }  # fmt: skip


def synthetic_judgement(ids: dict[str, str]) -> Judgement:
    """A judgement of two hypotheses, written by hand."""
    question = Question(
        "Does Ruritania see Borduria's refusal as a betrayal?", "RUR", "BOR",
        (
            Hypothesis("neutral", "Ruritania reads the refusal as neutral"),
            Hypothesis("betrayal", "Ruritania reads the refusal as a betrayal"),
        ),
    )  # fmt: skip
    praise = bearing(ids["praise"], "Otto Brenn's words “friend”", "Borduria remains our friend", (0.6, 0.4), "neutral")
    blame = bearing(
        ids["blame"], "Ilsa Marek's words “accused”", "accused Borduria", (0.2, 0.6), "betrayal", also=(ids["demand"],),
        reason="A minister's blame is rare. (the text gives no day for it)",
        discounts=("×0.5: one outlet alone reports it", "×1/2: the 2nd item of one source on one occasion"),
    )  # fmt: skip
    ban = bearing(ids["ban"], "Ruritania's ban", "banned imports", (0.3, 0.33), None, also=(ids["ban_event"],))
    return Judgement(
        question=question,
        bearings=(blame, praise, ban),
        prior=(0.5, 0.5),
        posterior=(0.38, 0.62),
        low=(0.25, 0.5),
        high=(0.5, 0.75),
        inconsistency=(1.0, 0.0),
        words=("unlikely", "likely"),
        confidence="low",
        confidence_reason="Confidence is low: two outlets tell it, and they point both ways.",
        answer=(
            "The evidence leans one way. “Ruritania reads the refusal as a betrayal” is likely, about 60% (between 50% "
            "and 75%). What speaks most for it is Ilsa Marek's words “accused”."
        ),
        carried_by=(ids["blame"], ids["praise"]),
        would_change=("Without Ilsa Marek's words “accused” another reading would lead.",),
        judged=True,
        opinions=(shown(ids["opinion"], "Hanna Sy's words", "a choice for balance", "opinion"),),
        baseline=(shown(ids["tariff"], "Borduria's tariff", "tariff on steel", "baseline"),),
        set_aside=(shown(ids["threat"], "a threat", "may raise its tariff", "set_aside"),),
        ranking=("betrayal", "neutral"),
        rated=(True, True),
        percentages=("about 40%", "about 60%"),
        assumptions=("Before the evidence the hypotheses stand level.",),
    )


def synthetic_input() -> BriefInput:
    """The small case: two documents of a made-up quarrel."""
    (one, ids), (other, more) = first_desk(), second_desk()
    return BriefInput(
        readings=(one.reading(), other.reading()),
        judgement=synthetic_judgement(ids | more),
        names=NAMES,
        failures=(("scan.pdf", "it holds pictures and no text", "give a PDF with a text layer"),),
        versions=(("reader", "1.0"), ("tables", "2023-06")),
        case_hash="0" * 64,
        memberships_known=(
            Standing("RUR", "UNION", "member", "1990", "1998-06-30", False, "founder", "union-site"),
            Standing("RUR", "UNION", "withdrawn", "1998-06-30", None, True, "", "union-site"),
            Standing("BOR", "LEAGUE", "observer", "2001-02", None, False, "", "league-site"),
        ),
        case="border-trade",
    )


def empty_input() -> BriefInput:
    """A case in which nothing was found."""
    question = Question("What happened?", None, None, ())
    why = "It cannot be judged: no two states were found."
    judgement = Judgement(
        question, (), (), (), (), (), (), (), "low", "There is too little evidence for any confidence.", why, (), (),
        False, why,
    )  # fmt: skip
    return BriefInput((), judgement, {}, (), (), "1" * 64)


def large_input(documents: int = 60) -> BriefInput:
    """The small case told by many documents, half of their words in other words."""
    given = synthetic_input()
    readings = [*given.readings]
    for n in range(documents - len(readings)):
        desk, _ = first_desk() if n % 2 else second_desk()
        day = f"2023-{5 + n // 28:02}-{n % 28 + 1:02}"
        swaps = {
            "friend and partner": f"friend, partner {n:02}", "explain itself": f"explain no. {n:02}",
            "talk in June 2023": f"talk in June {n:04}",
        }  # fmt: skip
        twin = Desk(f"copy-{n}.txt", reworded(desk.document.text, swaps), f"Outlet {n % 7}", day)
        names = {record.id: f"{record.id}-{n}" for record in desk.records} | {desk.document.id: twin.document.id}
        readings.append(Reading(twin.document, (), (), ACTORS, reworded(tuple(desk.records), swaps | names)))
    return replace(given, readings=tuple(readings))


def reworded(value: Any, swaps: dict[str, str]) -> Any:
    """The value with words of equal length in the place of others, wherever text stands in it."""
    if isinstance(value, str):
        for old, new in swaps.items():
            value = value.replace(old, new)
    elif isinstance(value, tuple):
        return tuple(reworded(item, swaps) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: reworded(getattr(value, f.name), swaps) for f in fields(value)})
    return value


def gold_input() -> BriefInput:
    """The shared case as people read it, judged by the project's own judge; the test is skipped where it is absent."""
    case = shared_case()
    names = {"RUS": "Russia", "KAZ": "Kazakhstan", "CHN": "China", "UKR": "Ukraine"}
    judgement = judge(case.question, [case.reading], names=names)
    return BriefInput((case.reading,), judgement, names, (), (("reader", "by hand"),), "2" * 64, (), "gold")
