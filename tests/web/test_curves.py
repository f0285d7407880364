"""The answer's course as curves, and addresses and questions that come from outside."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judge.judge_builders import PERCEPTION, mixed_readings

from multivector.errors import InputError
from multivector.judge import judge
from multivector.model.judgement import Step
from multivector.web.ask import Ask
from multivector.web.curves import HEIGHT, WIDTH, curves_of
from multivector.web.links import added, document_url, local, query_url, record_url
from multivector.web.openapi import schema_of

JUDGED = judge(PERCEPTION, mixed_readings())
SHARES = st.floats(0, 1)


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    """Steps of several days in order, some of which cannot be judged."""
    days = sorted(draw(st.sets(st.dates(date(2024, 1, 1), date(2026, 1, 1)), min_size=2, max_size=8)))
    made = []
    for day in days:
        first = draw(SHARES)
        low, high = sorted((draw(SHARES), draw(SHARES)))
        shares = (first, 1 - first)
        made.append(Step(str(day), draw(st.booleans()), shares, (low, low), (high, high), ("", ""), True, ("news",)))
    return made


@given(steps())
def test_every_curve_stays_in_the_picture_and_ends_with_the_last_share(given_: list[Step]) -> None:
    found = curves_of(given_, JUDGED)
    assert found is not None
    assert [stop.iso for stop in found.stops] == [step.day for step in given_]
    assert [stop.x for stop in found.stops] == sorted(stop.x for stop in found.stops)
    for h, curve in enumerate(found.curves):
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", f"{curve.path} {curve.band}")]
        assert all(0 <= n <= max(WIDTH, HEIGHT) for n in numbers)
        shown = [step for step in given_ if step.judged]
        assert curve.share == (f"{shown[-1].posterior[h]:.0%}" if shown else "–")
        assert curve.path.count("V") == len(shown)
        assert f"{curve.letter} at {curve.share}" in found.says


def test_one_day_is_no_course() -> None:
    assert curves_of([], JUDGED) is None
    one = Step("2024-10-22", True, (0.5, 0.5), (0.4, 0.4), (0.6, 0.6), ("", ""), False, ())
    assert curves_of([one], JUDGED) is None


ODD = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(ODD, ODD)
def test_whatever_is_named_stays_one_part_of_its_address(one: str, other: str) -> None:
    for address in (record_url(one), document_url(one, other or None), query_url("/timeline", pair=one, kind=other)):
        assert address.startswith(("/record/", "/read/", "/timeline"))
        assert not re.search(r"[\s<>\"'\\]", address)
        assert address.split("?")[0].count("/") <= 2
    more = added(record_url(one), error=other)
    assert more.startswith(record_url(one))


@given(ODD)
def test_no_form_leads_to_another_host(target: str) -> None:
    safe = local(target)
    assert safe.startswith("/")
    assert not re.match(r"/[\x00-\x20]*[/\\]", safe)


@pytest.mark.parametrize(
    "target", ["/\t/evil.example", "/ /evil.example", "/\x00/evil", "//e", "/\\e", "", "e", "javascript:x"]
)
def test_what_a_browser_would_take_for_another_host_is_refused(target: str) -> None:
    assert local(target) == "/"


@given(st.dictionaries(st.sampled_from(["n", "day", "kind"]), ODD))
def test_questions_are_answered_or_refused_by_name(query: dict[str, str]) -> None:
    ask = Ask(query=query)
    asked: dict[str, Any] = {
        "n": lambda: ask.number("n", 3, 100),
        "day": lambda: ask.day("day"), "kind": lambda: ask.one_of("kind", ("a", "b"))
    }  # fmt: skip
    for name, question in asked.items():
        told = ""
        try:
            value = question()
        except InputError as error:
            told = str(error)
        else:
            assert name in query or value in (3, None, "a")
        assert not told or told.startswith(f"{name}=")


@pytest.mark.parametrize(
    ("hint", "schema"),
    [
        (str, {"type": "string"}), (int | None, {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        (tuple[str, ...], {"type": "array", "items": {"type": "string"}}),
        (tuple[int, str], {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}], "items": False}),
        (dict[str, bool], {"type": "object", "additionalProperties": {"type": "boolean"}}), (object, {}),
    ],
)  # fmt: skip
def test_schemas_of_plain_hints(hint: Any, schema: dict[str, Any]) -> None:
    assert schema_of(hint, {}) == schema


def test_a_hint_without_a_shape_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="no schema for"):
        schema_of(list[int], {})
