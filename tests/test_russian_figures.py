"""How the Russian sets are scored, on made-up rows."""

from typing import Any

from evals.rusentrel import given, parsed, scored, told

TEXT = "{Author, Unknown} Москва осудила Киев. Минск поддержал Москву. С Асадом и Орбелем встретились в Женеве."


def row(*attitudes: tuple[str, str, str]) -> dict[str, Any]:
    """A row of the set with the attitudes (source, target, polarity)."""
    plain = [{"source": s, "target": t, "polarity": p} for s, t, p in attitudes]
    start = TEXT.index("Асадом")
    entities = [{"type": "PER", "start": start, "end": start + len("Асадом"), "text": "Асадом"}]
    return {"id": "made up", "text": TEXT, "entities": entities, "attitudes": plain}


def test_names_that_people_gave_become_our_codes() -> None:
    rows = row(("Россия", "Украина", "neg"), ("Беларусь", "Асад", "pos"), ("Незнакомец", "Россия", "pos"))
    _, reading = parsed(rows)
    assert "Author" not in reading.document.text
    gold = given(rows, reading)
    assert gold["RUS", "UKR"] == "neg" and gold["Незнакомец", "RUS"] == "pos"
    assert next(target for source, target in gold if source == "BLR") in {a.code for a in reading.actors}


def test_figures_count_pairs_with_their_sign() -> None:
    rows = row(("Россия", "Украина", "neg"), ("Беларусь", "Россия", "neg"))
    found = parsed(rows)
    ours = told(*found)
    assert ours["RUS", "UKR"] == "neg" and ours["BLR", "RUS"] == "pos"
    figures = scored([(given(rows, found[1]), {("RUS", "UKR"): "neg", ("BLR", "RUS"): "pos"})])
    assert figures["recall"] == figures["precision"] == 0.5 and 0 < figures["f1_neg"] < 1
    assert scored([]) == dict.fromkeys(figures, 0.0)
