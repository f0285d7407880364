"""Which phrases name which actor: the gazetteer that the first pass over a text looks for."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from multivector.model import ActorKind
from multivector.world.actors import actors
from multivector.world.declension import phrase_forms
from multivector.world.offices import persons
from multivector.world.table import cell_list, rows

__all__ = ["CITIES", "Name", "names"]

CITIES = ("capital", "city")  # kinds of `via` that name a town

LATIN_LETTERS = 3  # the shortest Latin name that is looked for in a text in another script


@dataclass(frozen=True, slots=True)
class Name:
    """A phrase that names an actor. `form` is the one word that a parser may see in its place."""

    phrase: str
    actor: str
    kind: ActorKind
    via: str  # name, acronym, demonym, capital, city (and other places), metonym, person, protected
    state: str | None
    sector: str | None
    form: str
    lemma: str = ""  # the dictionary form of the phrase, in languages where names have cases
    homes: tuple[str, ...] = ()  # the states that it may mean, the usual one first, where there are several


CASED = ("ru",)  # languages whose names are declined (declension.py)


def names(language: str = "en") -> dict[str, Name]:
    """Phrase -> name, for the language. Where a phrase has two readings the earlier table wins (see `_all`).

    Russian names stand in all their case forms, with е for ё; organisations also under their Latin names, since
    Russian texts write "BRICS" too. A language without columns of its own in the tables has the English names.
    """
    return _names(language)


@cache
def _names(language: str) -> dict[str, Name]:
    found: dict[str, Name] = {}
    for name in _all(language if f"name_{language}" in rows("states")[0] else "en"):
        if language in CASED:
            _put_cases(found, name)
        else:
            found.setdefault(name.phrase, name)
    if language in CASED:
        latin = _listed("organisations", "organisation", "")
        found |= {n.phrase: n for n in latin if len(n.phrase) >= LATIN_LETTERS and n.phrase not in found}
    return found


def _put_cases(found: dict[str, Name], name: Name) -> None:
    """Put the name in with all its case forms, and with a capital where it has none."""
    lemmas = _genders(name.phrase) if name.via in ("demonym", "city") else (name.phrase,)
    small, person = name.phrase[:1].islower(), name.kind == "person"
    for lemma in lemmas:
        for phrase, form in dict.fromkeys(phrase_forms(lemma.replace("ё", "е"), person=person)):
            for written in (phrase, phrase[0].upper() + phrase[1:]) if small else (phrase,):
                if written not in found:
                    found[written] = Name(
                        written, name.actor, name.kind, name.via, name.state, name.sector, form, name.phrase
                    )


def _genders(adjective: str) -> tuple[str, ...]:
    """An adjective in the masculine, feminine, neuter and plural; any other word alone."""
    if not adjective.endswith(("ий", "ый")):
        return (adjective,)
    stem = adjective[:-2]
    plural = "ие" if adjective.endswith("ий") else "ые"
    return (adjective, f"{stem}ая", f"{stem}ое", stem + plural)


def _all(language: str) -> Iterator[Name]:
    """Protected phrases first ("Persian Gulf" names nobody), then peoples and places of several states, metonyms
    (Brussels is the EU), states, organisations, bodies, and persons last."""
    suffix = "" if language == "en" else f"_{language}"
    if language == "en":
        yield from (
            Name(r["phrase"], "", "group", "protected", None, None, _last(r["phrase"])) for r in rows("protected")
        )
        yield from _homes()
    yield from _metonyms(language)
    yield from _states(suffix)
    yield from _city_adjectives(suffix)
    yield from _listed("organisations", "organisation", suffix)
    yield from _listed("bodies", "body", suffix)
    yield from _persons(suffix)


def _homes() -> Iterator[Name]:
    """Peoples, and places of which several states have one; without other signs they mean the first state."""
    via = {"people": "demonym", "place": "city", "name": "name"}
    for row in rows("homes"):
        homes = cell_list(row["states"])
        for phrase in cell_list(row["phrases"]):
            more = homes if len(homes) > 1 else ()
            sector = "CVL" if row["kind"] == "people" else None
            yield Name(phrase, homes[0], "state", via[row["kind"]], homes[0], sector, _last(phrase), homes=more)


def _metonyms(language: str) -> Iterator[Name]:
    known = actors()
    for row in rows("metonyms"):
        actor = known.get(row["actor"]) if row["language"] == language else None
        if actor is not None:
            via = "city" if row["kind"] == "place" else "metonym"
            sector = row["sector"] or None
            yield Name(row["phrase"], actor.code, actor.kind, via, actor.state, sector, _last(row["phrase"]))


def _states(suffix: str) -> Iterator[Name]:
    for row in rows("states"):
        code, form = row["code"], _last(row[f"name{suffix}"])
        groups = (
            ("name", (row[f"name{suffix}"], *cell_list(row[f"aliases{suffix}"]))),
            ("demonym", cell_list(row[f"demonyms{suffix}"])),
            ("capital", cell_list(row[f"capital{suffix}"])),
            ("city", cell_list(row[f"cities{suffix}"])),
        )
        for via, phrases in groups:
            for phrase in phrases:
                yield Name(phrase, code, "state", via, code, None, form if via == "name" else _last(phrase))


def _city_adjectives(suffix: str) -> Iterator[Name]:
    """ "минский": what is of a town, and so of its state; in languages that make adjectives of towns."""
    for row in rows("city_adjectives"):
        for phrase in cell_list(row.get(f"adjectives{suffix}", "") if suffix else ""):
            yield Name(phrase, row["state"], "state", "city", row["state"], None, phrase)


def _listed(table: str, kind: ActorKind, suffix: str) -> Iterator[Name]:
    for row in rows(table):
        state, sector = row.get("state") or None, row.get("sector") or None
        acronyms = cell_list(row.get(f"acronyms{suffix}", ""))
        form = acronyms[0] if acronyms else _last(row[f"name{suffix}"])
        for via, phrases in (
            ("name", (row[f"name{suffix}"], *cell_list(row[f"aliases{suffix}"]))),
            ("acronym", acronyms),
        ):
            for phrase in phrases:
                if phrase:
                    yield Name(phrase, row["code"], kind, via, state, sector, form)


def _persons(suffix: str) -> Iterator[Name]:
    for code, row in persons().items():
        for phrase in (row[f"name{suffix}"], *cell_list(row[f"aliases{suffix}"])):
            for spelling in (phrase, *_with_marks(phrase, row["name"])) if phrase else ():
                yield Name(spelling, code, "person", "person", row["state"] or None, None, _last(spelling))


def _with_marks(alias: str, name: str) -> list[str]:
    """The surname as its own language writes it, where the alias is that word without its marks: Vucic, Vučić."""
    if name.isascii():
        return []
    return [word for word in name.split() if word != alias and _unmarked(word) == alias]


def _unmarked(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _last(phrase: str) -> str:
    parts = phrase.rsplit(maxsplit=1)
    return parts[-1] if parts else phrase
