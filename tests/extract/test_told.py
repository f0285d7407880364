"""Whom an act answers that names nobody, by what the text told before."""

import pytest
from tests.extract.test_provoked import pairs

ANSWERED = [
    # whose the deed is
    ("Ecuador raided the embassy of Mexico. Brazil condemned the raid.", ("ACCUSE", ("BRA",), ("ECU",))),
    (
        "Hungary closed its border with Serbia. Belgrade called the decision unacceptable.",
        ("ACCUSE", ("SRB",), ("HUN",)),
    ),
    (
        "Hungary closed its border with Serbia. Belgrade criticised the step. Greece rejected the move.",
        ("REJECT", ("GRC",), ("HUN",)),  # not Serbia's, which only spoke
    ),
    ("Eritrea accused Ethiopia of massing troops, a charge that Addis Ababa denied.", ("REJECT", ("ETH",), ("ERI",))),
    (
        "Panama's canal authority cut the number of crossings. Chile complained about the restrictions.",
        ("ACCUSE", ("CHL",), ("PAN",)),
    ),
    # who struck first
    ("Kenya expelled two Somali diplomats, and Mogadishu vowed to respond.", ("THREATEN", ("SOM",), ("KEN",))),
    ("Ugandan troops attacked a village in Congo. Kinshasa lodged a protest.", ("ACCUSE", ("COD",), ("UGA",))),
]


@pytest.mark.parametrize(("text", "event"), ANSWERED, ids=[t[0][:45] for t in ANSWERED])
def test_an_answer_is_aimed_at_whose_deed_it_answers(text: str, event: tuple[str, ...]) -> None:
    assert event in pairs(text)


LEFT = [
    "Ecuador raided the embassy of Mexico. Ecuador defended the raid.",  # nobody answers oneself
    "Ecuador raided the embassy of Mexico. Brazil condemned a raid.",  # no deed that was told
    "Kenya expelled two Somali diplomats. Chile vowed to respond.",  # struck somebody else
]


@pytest.mark.parametrize("text", LEFT)
def test_without_a_deed_told_before_nobody_is_answered(text: str) -> None:
    assert not {("ACCUSE", ("BRA",), ("ECU",)), ("THREATEN", ("CHL",), ("KEN",))} & pairs(text)
    assert all(source != target for _, source, target in pairs(text))
