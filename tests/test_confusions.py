"""The page of confusions, on a few made-up readings."""

from evals.confusions import SETS, Case, confusion, page, worst_frames

CASES: list[Case] = [
    ("AID", (("AID", "aid.provide"), ("AGREE", "agree.aid"))),
    ("AID", (("MOBILIZE", "mobilize.deploy"),)),
    ("MOBILIZE", (("MOBILIZE", "mobilize.deploy"), ("MOBILIZE", "mobilize.deploy"))),
    ("MOBILIZE", ()),
]


def test_the_first_event_counts_and_none_is_a_column() -> None:
    header, _, aid, mobilize, none = confusion(CASES).splitlines()
    assert header == "| | AID | MOBILI | none | recall | precision |"
    assert aid == "| AID | 1 | 1 |  | 0.50 | 1.00 |"
    assert mobilize == "| MOBILIZE |  | 1 | 1 | 0.50 | 0.50 |"
    assert none.startswith("| none ")


def test_frames_are_sorted_by_how_often_they_were_wrong_and_say_what_was_meant() -> None:
    lines = worst_frames([*CASES, ("AID", (("MOBILIZE", "mobilize.deploy"),))]).splitlines()
    assert lines[2] == "| mobilize.deploy | 3 | 2 | 2 AID |"
    assert lines[3] == "| agree.aid | 1 | 1 | 1 AID |"
    assert len(lines) == 4


def test_the_page_has_a_part_for_each_set() -> None:
    text = page(dict.fromkeys(SETS, CASES))
    assert all(f"## {name}: " in text for name in SETS)
