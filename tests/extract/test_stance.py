"""Stance: negation, intensity, understatement, the doer told from the victim, the words shown, odd input."""

import json
from pathlib import Path

import pytest

from multivector.extract.stance import stance_hits, stance_toward
from multivector.model import Tone
from multivector.text.base import Parse
from multivector.text.english import parse_english

CUT = 0.15  # nearer to 0 is neutral
SENTENCES = Path(__file__).resolve().parents[2] / "evals" / "data" / "diplomatic_tone.jsonl"
FLOOR = 0.80  # accuracy on either half; .96 and .85 when it was set


def tone(text: str, *actors: str) -> Tone:
    """The tone of the text toward the actor, by the words that name it."""
    parse = parse_english(text, [(0, len(text))])
    hits = stance_hits(parse, range(len(parse.tokens)))
    spots = [i for actor in actors for i in places(parse, actor)]
    return stance_toward(parse, [("X", spots)], hits)[0]


def places(parse: Parse, actor: str) -> list[int]:
    start = parse.text.index(actor)
    return [t.i for t in parse.tokens if t.start < start + len(actor) and t.end > start]


def label(value: float) -> str:
    return "neutral" if abs(value) < CUT else "positive" if value > 0 else "negative"


@pytest.mark.parametrize(
    ("text", "actor", "expected"),
    [
        ("We took note of the position of Astana.", "Astana", "negative"),
        ("The stance of Riga still needs explaining.", "Riga", "negative"),
        ("Dhaka uses gas as leverage.", "Dhaka", "negative"),
        ("Rome would be wise to weigh its words.", "Rome", "negative"),
        ("Oslo has not raised a finger for the hostages.", "Oslo", "negative"),
        ("The sanctions of Washington are designed to weaken us.", "Washington", "negative"),
        ("Cairo has yet to keep its word.", "Cairo", "negative"),
        ("Cairo has kept its word.", "Cairo", "positive"),
        ("Yerevan can rely on us.", "Yerevan", "positive"),
        ("We will never let Rabat down.", "Rabat", "positive"),
        ("Bern held back part of its report.", "Bern", "neutral"),
        ("Trade is meant to grow this year, Hanoi said.", "Hanoi", "neutral"),
        ("We need to clarify the position of Astana.", "Astana", "negative"),
        ("We call for clarification from Astana.", "Astana", "negative"),
        ("Vilnius took an unfriendly step.", "Vilnius", "negative"),
        ("London regrets the decision of Tbilisi.", "Tbilisi", "negative"),
        ("The exchange with the Hungarian side was frank.", "Hungarian", "negative"),
        ("Kazakhstan is a friend and strategic partner.", "Kazakhstan", "positive"),
        ("The talks with Iran were constructive.", "Iran", "positive"),
        ("There is no hostility towards Russia.", "Russia", "positive"),
        ("The talks with Cairo will go on in November.", "Cairo", "neutral"),
        ("We would veto any new sanctions on Minsk.", "Minsk", "positive"),
        ("Our government opposes the sanctions against Caracas.", "Caracas", "positive"),
        ("We want tougher sanctions on Minsk.", "Minsk", "negative"),
        ("We reject the accusations of Minsk.", "Minsk", "negative"),
        ("Kazakhstan's membership does not prevent it from attending.", "Kazakhstan", "neutral"),
    ],
)
def test_diplomatic_words_are_read_as_the_field_reads_them(text: str, actor: str, expected: str) -> None:
    assert label(tone(text, actor).value) == expected


def test_negation_turns_praise_and_nearly_undoes_blame() -> None:
    assert tone("Ankara is reliable.", "Ankara").value > CUT
    assert tone("Ankara is not reliable.", "Ankara").value < -CUT
    blamed, cleared = tone("Ankara was corrupt.", "Ankara").value, tone("Ankara was not corrupt.", "Ankara").value
    assert blamed < -CUT < cleared < abs(blamed)


def test_a_negation_inside_a_phrase_does_not_turn_it() -> None:
    assert tone("We see no reason to doubt Lisbon.", "Lisbon").value > 0
    assert tone("This will not go unpunished, Tehran.", "Tehran").value < 0


def test_intensifiers_and_grades() -> None:
    plain, strong = tone("Tokyo was helpful.", "Tokyo").value, tone("Tokyo was extremely helpful.", "Tokyo").value
    assert 0 < plain < strong <= 1
    words = ["regret", "deplore", "condemn"]
    graded = [tone(f"We {word} the decision of Tbilisi.", "Tbilisi").value for word in words]
    assert graded == sorted(graded, reverse=True)
    concern, grave = (
        tone(f"We have {words} about Beijing.", "Beijing").value for words in ("concerns", "grave concerns")
    )
    assert grave < concern < 0


@pytest.mark.parametrize(
    ("text", "doer", "victim"),
    [
        ("Russia invaded Ukraine.", "Russia", "Ukraine"),
        ("Ukraine was invaded by Russia.", "Russia", "Ukraine"),
        ("Myanmar's attack on Bangladesh was a crime.", "Myanmar", "Bangladesh"),
        ("Serbia betrayed Armenia.", "Serbia", "Armenia"),
        ("Iran threatened Iraq.", "Iran", "Iraq"),
    ],
)
def test_the_doer_is_blamed_and_the_victim_is_not(text: str, doer: str, victim: str) -> None:
    assert tone(text, doer).value < -CUT
    assert tone(text, victim).value > -CUT


def test_blame_falls_on_whom_it_is_for() -> None:
    text = "Poland strongly condemned Belarus."
    assert tone(text, "Belarus").value < -0.5 < tone(text, "Poland").value


def test_condemning_an_attack_is_sympathy_with_who_was_attacked() -> None:
    assert tone("We condemn the attack on Turkey.", "Turkey").value > 0
    assert tone("We condemn the attack by Russia.", "Russia").value < -CUT


def test_an_ill_that_is_fought_speaks_for_the_fighter() -> None:
    assert tone("Kenya combats terrorism.", "Kenya").value > 0


def test_our_own_failings_are_not_the_actors() -> None:
    assert tone("We failed to convince Cyprus.", "Cyprus").value == 0


def test_words_are_shown_the_weightiest_first() -> None:
    found = tone("Georgia is a reliable but difficult partner.", "Georgia")
    assert found.words
    assert all(words in "Georgia is a reliable but difficult partner." for words in found.words)
    assert tone("Georgia has ten airports.", "Georgia") == Tone("X", 0.0)


def test_an_actor_without_tokens_takes_all_hits() -> None:
    text = "We need to clarify this position."
    parse = parse_english(text, [(0, len(text))])
    found = stance_toward(parse, [("KAZ", ())], stance_hits(parse, range(len(parse.tokens))))
    assert [(t.actor, label(t.value)) for t in found] == [("KAZ", "negative")]


def test_no_words_and_no_actors() -> None:
    parse = parse_english("", [(0, 0)])
    assert stance_hits(parse, []) == []
    assert stance_toward(parse, [], []) == ()
    assert stance_toward(parse, [("KAZ", ())], []) == (Tone("KAZ", 0.0),)


def test_heads_that_run_in_a_circle_end() -> None:
    text = 'The Obama campaign cast him as "out of step" with voters, and someone from a "bygone era."'
    assert tone(text, "Obama").value <= 1


def test_a_very_long_sentence_comes_to_an_end() -> None:
    text = (
        "Russia condemned the terrible attack on Ukraine and praised France, which betrayed Iran, and " * 300 + "left."
    )
    parse = parse_english(text, [(0, len(text))])
    hits = stance_hits(parse, range(len(parse.tokens)))
    (tone_,) = stance_toward(parse, [("RUS", [t.i for t in parse.tokens if t.text == "Russia"])], hits)
    assert -1 <= tone_.value <= 1


@pytest.mark.parametrize("half", ["a", "b"])
def test_the_diplomatic_sentences(half: str) -> None:
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    mine = [row for row in rows if row["half"] == half]
    right = sum(label(tone(row["text"], row["toward"]).value) == row["label"] for row in mine)
    assert right / len(mine) >= FLOOR
