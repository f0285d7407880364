import pytest

from multivector.text.stems import Stemmer, stem


@pytest.mark.parametrize(
    "forms",
    [
        "ban bans banned banning", "approve approves approved approving", "inspect inspected inspection inspections",
        "kill kills killed killing", "expel expelled expelling", "country countries", "supply supplies supplied",
        "duty duties", "fire fired firing", "import imports imported importing",
    ],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


def test_words_apart_stay_apart() -> None:
    words = "ban bank fire firm import impose kill country county duty supply support"
    assert len({stem(word) for word in words.split()}) == len(words.split())


def test_word_lists() -> None:
    made = Stemmer(frozenset({"the", "said"}), {"met": "meet"}, {"halt": "stop", "stop": "stop"})
    assert [made.of(word) for word in ("met", "meeting", "halted", "stops", "The", "of", "EU", "Iran's")] == [
        "meet", "meet", "stop", "stop", "", "", "eu", "iran",
    ]  # fmt: skip
    assert made.spans("The talks were halted.") == [(4, 9, "talk"), (10, 14, "wer"), (15, 21, "stop")]


def test_russian_words_lose_their_endings() -> None:
    assert stem("запретил") == stem("запретила") == stem("запретило")


def test_forms_of_a_given_word_go_where_the_nearest_one_leads() -> None:
    stems = Stemmer(alike={"посол": "ambassador", "посольство": "embassy", "доллар": "dollar", "предприятие": "company",
                           "предупредил": "warn", "ноту": "note"}, empty=frozenset({"note"}))  # fmt: skip
    leads = {word: stems.of(word) for word in ("посольства", "посол", "долларов", "доллара", "предприятий", "ноту")}
    assert leads == {"посольства": "embass", "посол": "ambassad", "долларов": "dollar", "доллара": "dollar",
                     "предприятий": "compan", "ноту": ""}  # fmt: skip
