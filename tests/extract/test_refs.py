"""What pronouns and descriptions refer to."""

import pytest
from tests.extract.extract_builders import article_of, codes, token_of

from multivector.extract.parties import parties


def meant(text: str, word: str, turn: int = 1) -> list[str]:
    article = article_of(text)
    return codes(parties(article, token_of(article, word, turn).i))


PRONOUNS = [
    ("Chile said it would sign.", "it", ["CHL"]),
    ("Chile praised Peru. It signed the treaty.", "It", ["CHL"]),
    ("Chile and Peru said they would sign.", "they", ["CHL", "PER"]),
    ("Chile recalled its envoy.", "its", ["CHL"]),
    ("The road runs south. It is long.", "It", []),
    ("Zelensky thanked Norway. He signed the treaty.", "He", ["UKR"]),
    ("Turkey suspended trade with Israel over its offensive.", "its", ["ISR"]),
    ("Chile told Peru that it could not use the port.", "it", ["PER"]),
    ("Chile told Peru that it would sign.", "it", ["CHL"]),
    # roles that nobody's name stands beside
    ("Slovakia's premier said Kyiv had broken its word. He signed the law.", "He", ["SVK"]),
    ("A Chilean envoy flew to Lima, prompting Peru to praise him.", "him", ["CHL"]),
    ("Zelensky thanked a minister of Norway. He signed the treaty.", "He", ["UKR"]),
    ("A farmer praised the rain. He sang.", "He", []),
    # an object is not its clause's own subject
    ("Evo Morales expelled the U.S. ambassador, accusing him of plots.", "him", ["USA"]),
    ("Chile said Peru had threatened it.", "it", ["CHL"]),
    # what a decision is about is its maker's
    ("Iran regretted Canada's decision to close its embassy.", "its", ["CAN"]),
]


@pytest.mark.parametrize(("text", "word", "who"), PRONOUNS, ids=[t[0][:45] for t in PRONOUNS])
def test_pronouns(text: str, word: str, who: list[str]) -> None:
    assert meant(text, word) == who


DESCRIBED = [
    ("Egypt's Sisi hosted Sudan's Burhan. The two leaders signed.", "leaders", ["EGY", "SDN"]),
    ("India and Pakistan exchanged fire. Each side blamed the other.", "side", ["IND", "PAK"]),
    ("India and Pakistan exchanged fire. Both governments spoke.", "governments", ["IND", "PAK"]),
    ("Uzbekistan signed. Italy cheered. The Central Asian country buys gas.", "country", ["UZB"]),
    ("Poland signed. The country buys gas.", "country", ["POL"]),
    ("The European Union met. The bloc banned furs.", "bloc", ["EU"]),
    ("Kazakhstan complained about its northern neighbour.", "neighbour", ["RUS"]),
    ("Kazakhstan complained about its northern neighbor.", "neighbor", ["RUS"]),
    ("Poland, Latvia and Estonia met. The three countries signed.", "countries", ["EST", "LVA", "POL"]),
    ("Poland met Latvia. The two countries signed.", "countries", ["LVA", "POL"]),
    # nothing to go by
    ("Poland signed. The four countries met.", "countries", []),
    ("A country needs gas.", "country", []),
    ("Poland signed. Every country buys gas.", "country", []),
]


@pytest.mark.parametrize(("text", "word", "who"), DESCRIBED, ids=[t[0][:45] for t in DESCRIBED])
def test_descriptions(text: str, word: str, who: list[str]) -> None:
    assert sorted(meant(text, word)) == who


BODIES = [
    ("Norway's Ministry of Finance met banks. The ministry set a rate.", "ministry", ["NOR"]),
    ("Rosselkhoznadzor banned figs. The regulator cited worms.", "regulator", ["RUS"]),
    ("Malawian Foreign Minister Nancy Tembo arrived. The minister signed.", "minister", ["MWI"]),
    ("Rain fell. A ministry closed.", "ministry", []),
    # of two in one sentence its subject; of one alone whoever it is
    (
        "Malawian Foreign Minister Nancy Tembo met her counterpart, Sergei Lavrov. The minister signed.",
        "minister",
        ["MWI"],
    ),
    ("Malawi met Russian Foreign Minister Sergei Lavrov. The minister signed.", "minister", ["RUS"]),
]


@pytest.mark.parametrize(("text", "word", "who"), BODIES)
def test_the_body_or_official_last_named(text: str, word: str, who: list[str]) -> None:
    article = article_of(text)
    spots = [t for t in article.parse.tokens if t.text == word]
    assert codes(parties(article, spots[-1].i)) == who


def test_a_reference_reaches_no_further_than_three_sentences() -> None:
    assert meant("Poland signed." + " Rain fell on the hills." * 5 + " The country buys gas.", "country") == []


IT = [
    # the ministry stands for the state that owns it; what merely is of a state does not
    ("The Kyrgyz ministry handed the Tajik ambassador a note. It waited.", "It", ["KGZ"]),
    ("The Kyrgyz minister's wife handed Tajikistan a note. It waited.", "It", ["TJK"]),
    # the person beside the role, and the role alone
    ("Kosovo's prime minister, Albin Kurti, left. He called on NATO.", "He", ["XKX"]),
]


@pytest.mark.parametrize(("text", "word", "who"), IT)
def test_organs_stand_for_their_state(text: str, word: str, who: list[str]) -> None:
    assert meant(text, word) == who


def test_he_is_the_person_beside_the_role() -> None:
    article = article_of("Kosovo's prime minister, Albin Kurti, left. He called on NATO.")
    (party,) = parties(article, next(t.i for t in article.parse.tokens if t.text == "He"))
    assert party.actor == "person:albin-kurti"
