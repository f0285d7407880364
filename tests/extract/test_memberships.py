"""Who belongs to what, as a text says it."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

STANDINGS = [
    ("Finland joined NATO in April 2023.", ("FIN", "member", "NATO")),
    ("Mongolia is an observer in the Shanghai Cooperation Organisation.", ("MNG", "observer", "SCO")),
    ("Russia was kicked out of the Council of Europe in 2022.", ("RUS", "expelled", "COE")),
    ("Argentina declined an invitation to join BRICS.", ("ARG", "declined", "BRICS")),
    ("Kazakhstan has no plans to seek membership in BRICS.", ("KAZ", "declined", "BRICS")),
    ("Armenia froze its participation in the CSTO.", ("ARM", "suspended", "CSTO")),
    ("Britain left the European Union in 2020.", ("GBR", "withdrawn", "EU")),
    ("Algeria applied for membership in BRICS.", ("DZA", "applicant", "BRICS")),
    ("Serbia took part in the summit of BRICS as a guest.", ("SRB", "guest", "BRICS")),
    ("Uzbekistan is involved in several groups, such as the CIS and the OTS.", ("UZB", "member", "OTS")),
]


@pytest.mark.parametrize(("text", "standing"), STANDINGS, ids=[s[0][:40] for s in STANDINGS])
def test_reads_standing(read: Callable[..., Read], text: str, standing: tuple[str, str, str]) -> None:
    found = {(m.state, m.status, m.organisation) for m in read(text).memberships}
    assert standing in found


def test_what_is_only_possible_is_no_membership(read: Callable[..., Read]) -> None:
    assert not read("Serbia could join BRICS one day.").memberships


def test_russia_was_expelled_from_the_g8_under_whatever_name(read: Callable[..., Read]) -> None:
    text = (
        "The G7, which was called the G8 from 1997 to 2014, the year Russia was expelled from the group, met in Italy."
    )
    assert ("RUS", "expelled", "G8") in {(m.state, m.status, m.organisation) for m in read(text).memberships}
