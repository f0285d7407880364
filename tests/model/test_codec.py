"""Nouns to plain values and back."""

import json
from dataclasses import dataclass, is_dataclass
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.errors import InputError
from multivector.model import KINDS, Actor, Document, Event, Judgement, Mention, Office, Review, Tone, When
from multivector.model.codec import from_plain, hints_of, inner_hint, to_plain

NOUNS = [Actor, Document, Judgement, Mention, Office, Review, *(cls for _, cls in KINDS)]


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value that fits the hint."""
    inner, optional = inner_hint(hint)
    return st.none() | some(inner) if optional else some(inner)


def some(hint: Any) -> st.SearchStrategy[Any]:
    if is_dataclass(hint) and isinstance(hint, type):
        return st.builds(hint, **{name: values(inner) for name, inner in hints_of(hint).items()})
    if get_origin(hint) is tuple:
        item, *rest = get_args(hint)
        if rest == [Ellipsis]:
            return st.lists(values(item), max_size=2).map(tuple)
        return st.tuples(*(values(part) for part in (item, *rest)))
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if hint is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    return {str: st.text(max_size=6), int: st.integers(), bool: st.booleans()}[hint]


@pytest.mark.parametrize("cls", NOUNS)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_every_noun_comes_back_as_it_was_even_through_json(cls: type, data: st.DataObject) -> None:
    noun = data.draw(values(cls))
    plain = to_plain(noun)
    assert list(plain) == list(hints_of(cls))
    assert from_plain(cls, plain) == noun
    assert from_plain(cls, json.loads(json.dumps(plain))) == noun


def test_plain_values_hold_no_tuples_and_no_nouns() -> None:
    tone = Tone("KAZ", 0.5, ("friend", "ally"))
    assert to_plain(tone) == {"actor": "KAZ", "value": 0.5, "words": ["friend", "ally"]}


def test_fields_with_a_default_may_be_absent() -> None:
    assert from_plain(Tone, {"actor": "KAZ", "value": 1}) == Tone("KAZ", 1.0)


@pytest.mark.parametrize(
    ("cls", "plain", "message"),
    [
        (
            When,
            {"start": None, "end": None, "precision": "minute"},
            r"When\.precision: 'minute' is not one of day, week",
        ),
        (When, {"start": 5, "end": None, "precision": "day"}, r"When\.start: needs str, not 5"),
        (When, {"end": None, "precision": "day"}, r"When: missing field 'start'"),
        (Tone, {"actor": "KAZ", "value": 1, "tone": 1}, r"Tone: unknown field 'tone'"),
        (Tone, {"actor": "KAZ", "value": float("nan")}, r"Tone\.value: needs a finite number, not nan"),
        (Tone, {"actor": "KAZ", "value": 10**400}, r"Tone\.value: needs a finite number"),
        (Tone, {"actor": "KAZ", "value": True}, r"Tone\.value: needs a finite number, not True"),
        (Tone, {"actor": "KAZ", "value": 1, "words": "ab"}, r"Tone\.words: needs a list, not 'ab'"),
        (Tone, {"actor": "KAZ", "value": 1, "words": [1]}, r"Tone\.words: needs str, not 1"),
        (Tone, ["KAZ", 1], r"Tone: needs its fields, not \['KAZ', 1\]"),
        (Tone, {"actor": None, "value": 1}, r"Tone\.actor: needs str, not None"),
    ],
)
def test_what_does_not_fit_is_refused_by_the_name_of_its_field(cls: type, plain: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        from_plain(cls, plain)


def test_the_path_leads_into_nested_nouns() -> None:
    hints = hints_of(Event)
    plain = dict.fromkeys(hints)
    plain["evidence"] = {"document": "d", "start": "0", "end": 1, "quote": "a"}
    with pytest.raises(InputError, match=r"Event\.\w+(\.start)?: needs"):
        from_plain(Event, plain)
    with pytest.raises(InputError, match=r"Event\.evidence\.start: needs int, not '0'"):
        from_plain(Event, {**plain, "id": "e"})


@dataclass(frozen=True)
class Pairs:
    """A noun with pairs of two types."""

    pairs: tuple[tuple[str, int], ...]


def test_tuples_of_a_fixed_size_may_mix_types_and_keep_their_size() -> None:
    assert from_plain(Pairs, to_plain(Pairs((("a", 1), ("b", 2))))) == Pairs((("a", 1), ("b", 2)))
    with pytest.raises(InputError, match=r"Pairs\.pairs: needs 2 values, not 3"):
        from_plain(Pairs, {"pairs": [["a", 1, 2]]})


@dataclass(frozen=True)
class Loose:
    """A noun that breaks the rules."""

    either: int | str


@dataclass(frozen=True)
class Mixed:
    """Another."""

    names: list[str]


@dataclass(frozen=True)
class Mapping:
    """And another."""

    table: dict[str, int]


@pytest.mark.parametrize("cls", [Loose, Mixed, Mapping])
def test_hints_that_nouns_may_not_have_are_a_mistake_of_the_program(cls: type) -> None:
    with pytest.raises(TypeError, match="a noun's"):
        from_plain(cls, {})
