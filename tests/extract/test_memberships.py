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
    ("BRICS admitted Egypt, Ethiopia and Iran on January 1, 2024.", ("ETH", "member", "BRICS")),
    ("Kenya does not intend to submit an application for membership of BRICS.", ("KEN", "declined", "BRICS")),
    ("Vietnam will refrain from submitting an application to BRICS.", ("VNM", "declined", "BRICS")),
    ("Leaders of BRICS met in Kazan. Vietnam declined full membership.", ("VNM", "declined", "BRICS")),
    ("Armenia has suspended its membership in the CSTO.", ("ARM", "suspended", "CSTO")),
    ("Azerbaijan applied to become a member of BRICS in August.", ("AZE", "applicant", "BRICS")),
    ("Norway has decided against joining the European Union.", ("NOR", "declined", "EU")),
    ("Algeria withdrew its bid to join BRICS.", ("DZA", "declined", "BRICS")),
    ("Kazakhstan's accession to the WTO was welcomed by Japan.", ("KAZ", "member", "WTO")),
    ("Malaysia snubs BRICS membership", ("MYS", "declined", "BRICS")),
    ("Uzbekistan is involved in several groups, such as the CIS and the OTS.", ("UZB", "member", "OTS")),
]


@pytest.mark.parametrize(("text", "standing"), STANDINGS, ids=[s[0][:40] for s in STANDINGS])
def test_reads_standing(read: Callable[..., Read], text: str, standing: tuple[str, str, str]) -> None:
    found = {(m.state, m.status, m.organisation) for m in read(text).memberships}
    assert standing in found


@pytest.mark.parametrize(
    "text",
    [
        "Serbia could join BRICS one day.",
        "Saudi Arabia has not yet decided whether to join BRICS.",
        "Leaders of BRICS and of the SCO met in Kazan. Vietnam declined full membership.",
        "Kazakhstan admitted the mistakes of the inspectors.",
        "Hungary reaffirmed its support for Serbia's accession to the European Union.",
        "France delayed Albania's accession to the European Union.",
        "Italy asked its European Union partners for help.",
        "Hungary's parliament voted to ratify Sweden's NATO membership.",
    ],
)
def test_what_is_open_is_no_membership(read: Callable[..., Read], text: str) -> None:
    assert not read(text).memberships


def test_a_standing_beside_a_name_has_no_date(read: Callable[..., Read]) -> None:
    (membership,) = read("Turkey, a NATO member, applied in September.").memberships
    assert (membership.status, membership.date) == ("member", None)


def test_russia_was_expelled_from_the_g8_under_whatever_name(read: Callable[..., Read]) -> None:
    text = (
        "The G7, which was called the G8 from 1997 to 2014, the year Russia was expelled from the group, met in Italy."
    )
    assert ("RUS", "expelled", "G8") in {(m.state, m.status, m.organisation) for m in read(text).memberships}


@pytest.mark.parametrize(
    "text",
    [
        "Azerbaijan pulled out of talks with Armenia in Brussels.",
        "Azerbaijan pulled out of talks with the European Union.",
        "Hungary pulled out of a NATO exercise.",
        "Ireland withdrew from the European Union's naval mission.",
        "Mali walked out of the ECOWAS summit.",
    ],
)
def test_who_leaves_talks_stays_a_member(read: Callable[..., Read], text: str) -> None:
    assert not read(text).memberships
