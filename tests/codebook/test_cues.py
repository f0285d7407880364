"""The cues of cues.yaml, seen by what they govern."""

from multivector.codebook.cues import cues


def test_verbal_cues_are_all_verbs_that_report() -> None:
    table = cues()
    assert {"say", "believe", "show", "want", "call for", "condemn"} <= table.verbal
    assert table.clausal | table.regard | table.intend | table.act == table.verbal
    assert table.adjective.isdisjoint({"say"})


def test_quoting_verbs_say_think_or_judge() -> None:
    assert cues().speech <= cues().quoting
    assert "show" not in cues().quoting
