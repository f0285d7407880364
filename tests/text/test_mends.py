"""Mended parses: the clauses that the small model gets wrong have the right parties again."""

from multivector.reading import bare_document, parsed_alike
from multivector.text.base import Token
from multivector.text.english import parse_english
from multivector.text.mends import mended


def parsed_whole(text: str) -> list[Token]:
    """With the known names in it whole, as an article is read."""
    ((_, _, _, parse),) = parsed_alike([bare_document("one", text, None)])
    return list(parse.tokens)


def parsed(text: str) -> dict[str, Token]:
    return {t.text: t for t in parse_english(text, [(0, len(text))]).tokens}


def test_a_noun_before_a_participle_stays_with_its_preposition() -> None:
    text = "Peru has granted diplomatic asylum to five Panamanian army officers holed up in a diplomatic residence."
    tokens = parsed(text)
    assert (tokens["officers"].dep, tokens["officers"].case) == ("obl", "to")
    assert tokens["holed"].dep == "acl"


def test_a_participle_is_not_the_subject() -> None:
    tokens = parsed("The agency operating in Iraq said that troops must leave.")
    assert tokens["agency"].dep == "nsubj"
    assert tokens["agency"].head == tokens["said"].i


def test_a_participle_with_its_doer_is_not_the_clause_s_verb() -> None:
    tokens = parsed("M23 rebels backed by Rwanda captured the town of Masisi in eastern Congo.")
    assert (tokens["captured"].dep, tokens["rebels"].head) == ("root", tokens["captured"].i)
    assert (tokens["backed"].dep, tokens["backed"].head) == ("acl", tokens["rebels"].i)


def test_a_sound_parse_is_left_alone() -> None:
    text = "Kazakhstan banned imports of Russian wheat, and officials in Moscow criticised the step."
    tokens = list(parse_english(text, [(0, len(text))]).tokens)
    assert mended(tokens) == tokens


def test_a_participle_between_commas_is_not_the_main_verb() -> None:
    tokens = parsed("Foreign Minister Sergei Lavrov, asked about it at a conference, would say only that talks go on.")
    assert tokens["Lavrov"].head == tokens["say"].i
    assert (tokens["asked"].dep, tokens["asked"].head) == ("acl", tokens["Lavrov"].i)


def test_a_verb_behind_a_quotation_goes_with_the_one_before_it() -> None:
    tokens = parsed('Oslo said the step was "a hostile act that will not go unanswered" and accused Rome of lying.')
    assert tokens["accused"].head == tokens["said"].i


def test_a_clause_is_no_noun_phrase() -> None:
    tokens = parsed("Hungary's Viktor Orban blocked aid to Ukraine.")
    assert (tokens["blocked"].dep, tokens["blocked"].pos) == ("root", "VERB")
    assert (tokens["Orban"].dep, tokens["aid"].dep) == ("nsubj", "obj")
    assert tokens["Hungary"].head == tokens["Orban"].i


def test_a_name_before_an_aside_is_the_subject() -> None:
    tokens = parsed("Azerbaijan, meanwhile, has rejected a French proposal for a conference.")
    assert (tokens["Azerbaijan"].dep, tokens["Azerbaijan"].head) == ("nsubj", tokens["rejected"].i)
    assert parsed("Monday, meanwhile, has brought no relief to Chad.")["Monday"].dep != "nsubj"


def test_a_second_clause_of_what_is_said_stands_beside_the_first() -> None:
    tokens = parsed("He said the CSTO had offered to send a mission and that Yerevan had turned it down.")
    assert tokens["turned"].head == tokens["offered"].i


def test_a_past_verb_beside_what_was_promised_goes_with_the_verb_of_saying() -> None:
    tokens = parsed("Serbia said Belgrade would never recognise Kosovo and accused Pristina of ethnic cleansing.")
    assert tokens["accused"].head == tokens["said"].i
    tokens = parsed("Berlin ordered all three Iranian consulates closed and recalled its ambassador.")
    assert tokens["recalled"].head == tokens["ordered"].i


def test_a_verb_behind_an_adjective_is_a_verb() -> None:
    tokens = parsed("India dismissed the charge as absurd and suspended visas for Canadians.")
    assert (tokens["suspended"].head, tokens["visas"].dep) == (tokens["dismissed"].i, "obj")


def test_a_clause_beside_is_no_partner() -> None:
    tokens = parsed("Somalia and Ethiopia agreed to end their feud, with Turkey hailing the declaration.")
    assert (tokens["hailing"].dep, tokens["hailing"].head) == ("advcl", tokens["agreed"].i)


def test_what_leads_a_quotation_in_is_no_part_of_it() -> None:
    text = 'Egypt threw its weight behind Mogadishu, with Sisi telling reporters in Cairo: "Do not try Egypt."'
    tokens = parsed(text)
    assert (tokens["threw"].dep, tokens["try"].dep) == ("root", "ccomp")


def test_an_allegation_that_is_denied_is_a_clause_of_its_own() -> None:
    tokens = parsed("Sudan accused the United Arab Emirates of arming rebels, an allegation Abu Dhabi has denied.")
    assert (tokens["accused"].dep, tokens["allegation"].dep) == ("root", "appos")
    assert tokens["denied"].head == tokens["allegation"].i


def test_persona_non_grata_is_no_clause() -> None:
    tokens = parsed(
        "Israel's Israel Katz declared UN Secretary-General Antonio Guterres persona non grata and barred him."
    )
    assert (tokens["persona"].dep, tokens["Guterres"].dep) == ("oprd", "obj")
    assert tokens["barred"].head == tokens["declared"].i


def test_behind_a_comma_the_main_verb_goes_on() -> None:
    text = "Japan lodged a protest with China after a Chinese plane violated its airspace, and called it a provocation."
    tokens = parsed(text)
    assert tokens["called"].head == tokens["lodged"].i


def test_what_is_demanded_in_a_row_is_one_demand() -> None:
    tokens = parsed("Aliyev demanded that Russia admit guilt, punish those responsible and pay compensation.")
    assert {tokens["punish"].head, tokens["pay"].head} == {tokens["admit"].i}


def test_who_says_it_all_stands_behind_a_comma() -> None:
    tokens = parsed(
        "Two countries were granted a new status at the talks in Kazan, a source in one delegation told TASS."
    )
    assert (tokens["told"].dep, tokens["source"].dep, tokens["source"].head) == ("root", "nsubj", tokens["told"].i)
    assert (tokens["granted"].dep, tokens["granted"].head) == ("ccomp", tokens["told"].i)
    text = "Ten countries were granted the status of BRICS partner states in Kazan, a source in a delegation told TASS."
    tokens = parsed(text)
    assert (tokens["source"].dep, tokens["source"].head) == ("nsubj", tokens["told"].i)
    tokens = parsed("Poland will close the border, an adviser to the prime minister told the BBC on Monday.")
    assert (tokens["told"].dep, tokens["close"].dep) == ("root", "ccomp")
    two = parsed("Poland closed the border, and an adviser to the prime minister told the BBC about it.")
    assert two["closed"].dep == "root"


def test_a_name_behind_a_role_is_no_adverb() -> None:
    tokens = parsed_whole("Macron met army chief Abdel Fattah al-Burhan in Paris.")
    name = next(t for t in tokens if t.text.startswith("Abdel"))
    assert (name.dep, tokens[name.head].text) in {("appos", "chief"), ("obj", "met")}


def test_who_is_accused_does_not_accuse() -> None:
    tokens = parsed("Paris said Rome had broken the rules and accused it of greed.")
    assert tokens["accused"].head == tokens["said"].i
    both = parsed("Berlin said Warsaw had closed the road and opened a bridge.")
    assert both["opened"].head == both["closed"].i
