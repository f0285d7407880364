"""How the Russian sets are scored, on made-up rows."""

from dataclasses import replace

from evals.rusentrel import attitudes, scored

from multivector.model import document_id
from multivector.pipeline import code_row, read_article

TEXT = "Москва осудила Киев. Минск поддержал Москву. Ереван и Баку договорились о мире."


def test_attitudes_are_the_sign_of_what_is_said_and_done() -> None:
    bare = code_row("text", "None.", "2024-10-24").document
    reading = read_article(replace(bare, text=TEXT, language="ru", id=document_id("t", TEXT)))
    found = attitudes(reading)
    assert found["RUS", "UKR"] == "neg" and found["BLR", "RUS"] == "pos"
    assert found["ARM", "AZE"] == found["AZE", "ARM"] == "pos"
    gold = [
        {"source": "Россия", "target": "Украина", "polarity": "neg"},
        {"source": "Беларусь", "target": "Россия", "polarity": "neg"},
    ]
    figures = scored([({"text": TEXT, "entities": [], "attitudes": gold}, reading)])
    assert figures["recall"] == 0.5 and 0 < figures["f1_neg"] < 1
