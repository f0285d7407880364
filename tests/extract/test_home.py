"""Whose an agent is that the text gives no owner."""

import pytest
from tests.extract.extract_builders import article_of, token_of

from multivector.extract.home import home_state

HOMES = [
    # those who suffer from one blow are of one state, also where it stands deeper in the phrase
    ("A camp for Sudanese refugees was attacked by Chadian gunmen, killing nine people.", "people", "SDN"),
    # where the clause beside takes place
    ("Two Chechen bombers killed 12 people when they blew themselves up in Ankara.", "people", "TUR"),
    # the only state that owns an agent in the sentence
    ("President Tamba Koroma has yielded to the opposition in Sierra Leone.", "Koroma", "SLE"),
    # who tells of it gives no home to those that a state deals with
    ("Cuba has trained 200 fighters, Peru's ministry said.", "fighters", None),
    ("Sudanese officials said rebels attacked a village.", "rebels", "SDN"),
    # those who are named with a state's own
    ("Norway brokered a truce between the Philippine government and guerrillas.", "guerrillas", "PHL"),
    # where the phrase says that they are
    ("Workers at a Chinese-owned mine in Zambia rioted.", "Workers", "ZMB"),
    ("Kurdish fighters and men operating in Turkey attacked a base.", "men", "TUR"),
    ("Men trained in Turkey attacked a base.", "Men", None),
    # what a phrase deals with is no place
    ("Men were shot in connection with a raid on ships of Greece.", "Men", None),
    ("Soldiers shot a farmer in the Turkish city of Izmir.", "farmer", "TUR"),
    # attackers of whom nothing is known are of the place where they strike, never of those whom they strike
    ("Attackers seized a Greek tanker in the Gulf on Monday.", "Attackers", None),
    ("Two Turkish engineers were kidnapped by gunmen on Monday.", "gunmen", None),
    ("The attackers fled after killing a Kenyan policeman.", "attackers", None),
    ("Gunmen fired on a bus carrying Greek tourists in Burgas, Bulgaria.", "Gunmen", "BGR"),
    # where people talk is not where those are of whom they talk; those who talk there are
    ("Iran and the United States discussed a prisoner swap in Muscat.", "prisoner", None),
    ("Lawmakers discussed a prisoner swap in Baghdad.", "Lawmakers", "IRQ"),
    # an envoy meets the ministers of where he serves, others those of where they come from
    ("The US ambassador in Kigali met the justice minister.", "minister", "RWA"),
    ("Kenyan lawmakers asked the minister.", "minister", "KEN"),
    # who suffers from what somebody accuses others of is the accuser's
    ("Kyrgyzstan accused Tajik troops of firing on road workers.", "workers", "KGZ"),
    ("Tajik troops fired on road workers.", "workers", "TJK"),
    # rebels fight their own state
    ("Rebels seized a Malian truck on Monday.", "Rebels", "MLI"),
]


@pytest.mark.parametrize(("text", "word", "state"), HOMES, ids=[f"{t[0][:30]} {t[1]}" for t in HOMES])
def test_home_by_the_clause(text: str, word: str, state: str | None) -> None:
    article = article_of(text)
    assert home_state(article, token_of(article, word)) == state
