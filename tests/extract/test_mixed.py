"""Articles in more than one language: one reading, in which every record has an id of its own."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Read

from multivector.extract.mixed import unread
from multivector.store.check import check_reading

ENGLISH = "Indonesia has formally joined the BRICS group as a full member, Brazil said on Monday."
RUSSIAN = "Индонезия официально присоединилась к БРИКС в качестве полноправного члена, сообщила в понедельник Бразилия."
KAZAKH = "Мемлекет басшысы Астанада бірқатар елдің елшілерімен кездесіп, ынтымақтастық мәселелерін талқылады."
OTHER_ENGLISH = "Russia imposed a ban on imports of Kazakh wheat, and Astana protested."
OTHER_RUSSIAN = "Россия ввела запрет на ввоз казахстанской пшеницы, Астана выразила протест."


def test_a_standing_told_in_two_languages_is_one_record_with_the_words_of_both(read: Callable[..., Read]) -> None:
    found = read(f"{ENGLISH}\n\n{RUSSIAN}")
    (joined,) = [m for m in found.memberships if (m.state, m.status) == ("IDN", "member")]
    assert joined.evidence.quote.startswith("Indonesia has formally joined")
    assert [evidence.quote[:9] for evidence in joined.also] == ["Индонезия"]
    check_reading(found.reading)


def test_the_first_telling_leads_in_either_order(read: Callable[..., Read]) -> None:
    (joined,) = read(f"{RUSSIAN}\n\n{ENGLISH}").memberships
    assert joined.evidence.quote.startswith("Индонезия")
    assert [evidence.quote[:9] for evidence in joined.also] == ["Indonesia"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([ENGLISH, RUSSIAN, KAZAKH, OTHER_ENGLISH, OTHER_RUSSIAN]), min_size=2, max_size=5))
def test_any_mixture_stands_before_the_store(read: Callable[..., Read], passages: list[str]) -> None:
    reading = read("\n\n".join(passages)).reading
    check_reading(reading)
    assert [s.start for s in reading.sentences] == sorted(s.start for s in reading.sentences)
    assert {s.paragraph for s in reading.sentences} <= set(range(len(passages)))
    starts = [record.evidence.start for record in reading.records]
    assert starts == sorted(starts)


@pytest.mark.parametrize("length", [1, 79, 80, 81, 500])
def test_what_is_left_unread_is_shown_by_its_first_words(length: int) -> None:
    text = "қ" * length
    (held,) = unread(text, "kk", [(0, length)])
    assert held.quote == text[:80]
    assert held.end == len(held.quote)
    assert (held.start, held.reason) == (0, "there is no reader for its language (kk)")
