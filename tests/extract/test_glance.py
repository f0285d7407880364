"""A glance at a text: sentences, names and actors by its letters alone."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from multivector.extract import glance, main_language
from multivector.reading import bare_document, read_article
from multivector.world.own import read_own

TEXT = (
    "Russia banned imports of Kazakh wheat on Monday. The harvest was good!\n\nIn Astana, the U.S. envoy met Gen. "
    "Smith. Nothing else was said."
)


def test_sentences_names_and_actors() -> None:
    document = bare_document("a", TEXT, "2024-10-17")
    sentences, mentions, actors = glance(document)
    told = [(TEXT[s.start : s.end], s.paragraph) for s in sentences]
    assert told[:2] == [("Russia banned imports of Kazakh wheat on Monday.", 0), ("The harvest was good!", 0)]
    assert told[-1] == ("Nothing else was said.", 1)
    assert {(TEXT[m.start : m.end], m.state) for m in mentions} >= {("Russia", "RUS"), ("Kazakh", "KAZ")}
    assert {"RUS", "KAZ", "USA"} <= {actor.code for actor in actors} == {m.actor for m in mentions}


def test_names_are_those_of_the_reading() -> None:
    """What the parse alone tells, such as a person whom the text introduces, may be missing; nothing else differs."""
    document = bare_document("a", TEXT, None)
    reading = read_article(document)
    assert {m for m in glance(document)[1] if m.state} <= set(reading.mentions)


RUSSIAN = "Россия запретила ввоз казахстанской пшеницы. Урожай был хорошим, сообщили в министерстве."


def test_each_paragraph_is_looked_at_in_its_own_language() -> None:
    text = f"{RUSSIAN}\n\nIran praised the decision of the government on Thursday."
    assert main_language(text) == "ru" and main_language(TEXT) == "en" == main_language("")
    for language in ("en", "ru"):
        document = replace(bare_document("a", text, None), language=language)
        sentences, mentions, actors = glance(document)
        assert [m.state for m in mentions] == ["RUS", "KAZ", "IRN"]
        assert [actor.code for actor in actors] == ["IRN", "KAZ", "RUS"]
        assert text[sentences[1].start : sentences[1].end] == "Урожай был хорошим, сообщили в министерстве."


def test_a_user_s_own_actors_are_known(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "actors.csv").write_text("code,name\nZUB,Zubrovia\n", "utf-8")
    own = read_own(tmp_path / "actors.csv")
    document = bare_document("a", "Zubrovia condemned Russia.", None)
    assert [a.code for a in glance(document, own)[2]] == ["RUS", "ZUB"]
    assert [a.code for a in glance(document)[2]] == ["RUS"]


@given(st.text(st.sampled_from("aB. \n!?”Russia"), max_size=80))
def test_sentences_stand_in_the_text_in_order_without_overlap(text: str) -> None:
    sentences, mentions, _ = glance(bare_document("a", text, None))
    ends = [0]
    for sentence in sentences:
        assert ends[-1] <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        ends.append(sentence.end)
    left = "".join(text[a:b] for a, b in zip([*ends], [*(s.start for s in sentences), len(text)], strict=True))
    assert not left.strip()
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
