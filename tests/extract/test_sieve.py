"""What the sieve leaves out holds no record: compared with the full pass, on own texts and on the shared ones."""

import json
from collections.abc import Sequence

import pytest
from tests.conftest import ARTICLE, EXAMPLE, SHARED

from multivector.codebook.acts import acts
from multivector.extract import Sieve, find_names
from multivector.extract.sieve_words import Way, vocabulary
from multivector.pipeline import code_row
from multivector.text.paragraphs import paragraphs

MOST_LOST = 0.005  # of the records of the full pass
READING = SHARED / "data" / "reading"
MIXED = (
    "Prices of copper eased 2 percent on Monday in thin trade.\n\nThe Kazakh foreign minister met his German colleague "
    "in Astana. Roads were wet. It rained all night. He said that the talks would go on.\n\nThe match ended level.",
    "Anna Keller, an analyst in Berlin, has followed the dispute for years. The weather was mild. Exports fell. In "
    "Keller’s view, Russia is punishing Kazakhstan. Temperatures dropped by nine degrees.",
    "“We took note of it.” Nobody was there.\n\nVolume was low. Moscow banned imports of tomatoes. Its decision was "
    "temporary. The dividend was left unchanged at 9 cents a share.",
)


def left_out(text: str) -> list[str]:
    return [text[a:b] for a, b in Sieve(text, paragraphs(text), find_names(text)).by_words()]


def lost(texts: Sequence[str], day: str | None = "2024-10-22") -> tuple[int, int]:
    """How many records the full pass finds, and how many of them the sieve loses."""
    found, missed = 0, 0
    for text in texts:
        full = {r.id for r in code_row("t", text, day, sieve=False).records}
        missed += len(full - {r.id for r in code_row("t", text, day).records})
        found += len(full)
    return found, missed


def test_sentences_without_anybody_or_anything_told_are_left_out() -> None:
    assert "Prices of copper eased 2 percent on Monday in thin trade." in left_out(MIXED[0])
    assert "Roads were wet." in left_out(MIXED[0])
    assert "Volume was low." in left_out(MIXED[2])


@pytest.mark.parametrize(
    "words", ["foreign minister met", "He said", "Anna Keller, an analyst", "We took note", "banned"]
)
def test_what_a_record_rests_on_is_kept(words: str) -> None:
    assert not any(words in piece for text in MIXED for piece in left_out(text))


def test_no_record_of_own_texts_is_lost() -> None:
    found, missed = lost(MIXED)
    assert found >= 3
    assert missed == 0


def test_every_frames_own_example_passes() -> None:
    examples = [example for act in acts() for example in act.positive if act.event]
    assert examples
    assert [example for example in examples if left_out(example)] == []


def test_the_bundled_article_loses_nothing() -> None:
    text = next((EXAMPLE / "sources").glob("*.txt")).read_text("utf-8")
    found, missed = lost([text])
    assert found > 5
    assert missed == 0


@pytest.mark.parametrize(("name", "rows"), [("polnear_dev", 6), ("plover_gsr", 80)])
def test_shared_texts_lose_next_to_nothing(name: str, rows: int) -> None:
    path = READING / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"{path} is not at hand")
    texts = [json.loads(row)["text"] for row in path.read_text("utf-8").splitlines()[:rows]]
    found, missed = lost(texts, None)
    assert found
    assert missed <= MOST_LOST * found


def test_the_shared_case_loses_nothing() -> None:
    if not ARTICLE.exists():
        pytest.skip(f"{ARTICLE} is not at hand")
    assert lost([ARTICLE.read_text("utf-8")])[1] == 0


def test_sentences_left_out_count_as_sentences() -> None:
    whole, sieved = (code_row("t", MIXED[0], None, sieve=flag).sentences for flag in (False, True))
    assert [(s.start, s.end, s.paragraph) for s in whole] == [(s.start, s.end, s.paragraph) for s in sieved]


def test_a_way_needs_all_its_words_and_one_of_each_group() -> None:
    way = Way(frozenset({"take", "part"}), (frozenset({"war", "talk"}),))
    assert way.fits({"take", "part", "talk", "in"})
    assert not way.fits({"take", "part"})
    assert not way.fits({"take", "talk"})


def test_the_vocabulary_is_the_codebooks() -> None:
    ways = vocabulary().ways
    heads = {phrase for act in acts() if act.event for phrase in ("impose",)} | {"say", "join", "retaliate"}
    assert heads - ways.keys() <= {"impose"}  # an operator has no event of its own


def tagged(text: str, **tags: str) -> list[str]:
    """What is left out besides where these words have these tags."""
    sieve = Sieve(text, paragraphs(text), find_names(text))
    sieve.by_words()
    return [text[a:b] for a, b in sieve.by_tags({text.index(word): tag for word, tag in tags.items()})]


def test_a_word_of_another_kind_tells_nothing() -> None:
    text = "Iran was there in the rain. Analysts voiced demand in the long queue of Iran."
    assert tagged(text, demand="NN", voiced="VBD") == []
    assert tagged("The rescue took Rovers two hours of rain.", rescue="NN", took="VBD") == []
    assert tagged("Rovers saw the post in the rain.", post="NN", saw="VBD") == ["Rovers saw the post in the rain."]
    assert tagged("Kenya posted that it had arrived.", posted="VBD", had="VBD") == []


def test_a_verb_of_speech_without_another_verb_reports_nothing() -> None:
    assert tagged("Northgate posted a net profit of 4 million.", posted="VBD") == [
        "Northgate posted a net profit of 4 million."
    ]


def test_a_verb_of_speech_beside_a_quotation_stays() -> None:
    text = "“Are we ready for it?” Senator Whitfield asked. “I am.”"
    assert tagged(text, asked="VBD", Are="VBP", am="VBP") == []


def test_a_place_alone_is_no_actor() -> None:
    dull = "Two roads meet in Hamburg under the bridge."
    assert left_out(dull) == [dull]
    assert left_out("A market in Aleppo was bombed at noon.") == []
    assert left_out("Police in Hamburg arrested two men.") == []


def test_what_may_be_an_abbreviation_stays_with_its_sentence() -> None:
    assert "Sens." not in left_out("It rained in all the valleys. Sens. Merkley and Brown accused Russia of delay.")


def test_a_person_whose_name_is_a_word_is_known_at_a_sentences_head() -> None:
    text = "The minister of Kenya, James Bush, met envoys. Roads were wet. Bush rejected the plan to pay for it."
    assert not any("Bush rejected" in piece for piece in left_out(text))


def test_a_pronoun_means_neither_is_nor_another_pronoun() -> None:
    assert "The road is wet." in left_out("Kenya banned rice. The road is wet. He said that it would last.")
    text = "The minister of Kenya met envoys. It rained in its valleys. He said that the talks would go on."
    assert "It rained in its valleys." in left_out(text)
    assert left_out("The minister of Kenya met envoys. The lender opened early. It said that rates would rise.") == []


def test_a_word_of_the_sentence_itself_is_no_actor_for_its_clause() -> None:
    assert "Rice that left ended the queue." in left_out("Kenya banned rice.\n\nRice that left ended the queue.")
    assert left_out("Kenya banned rice.\n\nWe ended the queue.") == []


def test_whoever_is_told_before_is_a_noun() -> None:
    dull = "Sales rose as demand for oil stayed firm."
    text = f"Kenya banned rice. {dull}"
    assert tagged(text, banned="VBD", demand="NN", firm="JJ") == [dull]
    assert tagged(text, banned="VBD", demand="NN", firm="NN") == []


def test_a_view_is_somebodys() -> None:
    dull = "The comet is seen with the naked eye in autumn."
    assert left_out(dull) == [dull]
    assert left_out("In the eyes of one broker, prices are high.") == []
    assert left_out("In Whitfield’s view prices are high.") == []
