"""How an act is meant, by whole sentences: denied, planned, hypothetical, threatened, refused, demanded, ended."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

MEANT = [
    ("Moscow denied that it had accused Astana of smuggling.", "ACCUSE", "denied"),
    ("Armenia denied attacking Azerbaijan.", "ASSAULT", "denied"),
    ("Kazakhstan did not impose sanctions on Russia.", "SANCTION", "denied"),
    ("Tashkent has never banned imports of Kazakh flour.", "SANCTION", "denied"),
    ("Rwanda denied that its troops had attacked Congo.", "ASSAULT", "denied"),
    ("Neither Serbia nor Hungary imposed sanctions on Russia.", "SANCTION", "denied"),
    ("Kazakhstan will ban imports of Kyrgyz coal.", "SANCTION", "planned"),
    ("Poland plans to close its border with Belarus.", "SANCTION", "planned"),
    ("The European Union intends to impose sanctions on Georgia.", "SANCTION", "planned"),
    ("Tokayev will visit Serbia in May.", "AGREE", "planned"),
    ("Japan will provide aid to Uzbekistan.", "AGREE", "planned"),
    ("Turkey and Azerbaijan are to sign an agreement in June.", "AGREE", "planned"),
    ("Kazakhstan is going to sell uranium to Finland.", "AGREE", "planned"),
    ("The United States may impose sanctions on Georgia.", "SANCTION", "hypothetical"),
    ("Lithuania could ban the transit of Belarusian goods.", "SANCTION", "hypothetical"),
    ("If Georgia adopted the law, the European Union would impose sanctions on Georgia.", "SANCTION", "hypothetical"),
    ("China might attack Taiwan.", "ASSAULT", "hypothetical"),
    ("Did Poland ban imports of Ukrainian grain?", "SANCTION", "hypothetical"),
    ("Would Russia attack Estonia?", "ASSAULT", "hypothetical"),
    ("Germany stopped short of imposing sanctions on Hungary.", "SANCTION", "denied"),
    ("Brussels refrained from imposing sanctions on Serbia.", "SANCTION", "denied"),
    ("Chile failed to ratify the treaty with Panama.", "SUPPORT", "denied"),
    ("Armenia failed to withdraw its troops from Azerbaijan.", "RETREAT", "denied"),
    ("Belgium failed to impose sanctions on Belarus.", "SANCTION", "denied"),
    ("Russia threatened to cut off gas to Moldova.", "THREATEN", "asserted"),
    ("Iran threatened to attack Israel.", "THREATEN", "asserted"),
    ("Ankara threatened Athens with war.", "THREATEN", "asserted"),
    ("Moscow warned that it would ban Armenian fruit.", "THREATEN", "asserted"),
    ("Russia will suspend gas supplies to Moldova unless Moldova pays its debt.", "THREATEN", "planned"),
    ("Mali will expel the French ambassador unless France apologises.", "THREATEN", "planned"),
    ("Turkey will attack Syria unless the militia leaves.", "THREATEN", "planned"),
    ("Kazakhstan refused to recognise Crimea.", "REJECT", "asserted"),
    ("Hungary refused to support Ukraine.", "REJECT", "asserted"),
    ("Serbia refused to join the sanctions against Russia.", "REJECT", "asserted"),
    ("Uzbekistan declined to join the EAEU.", "REJECT", "asserted"),
    ("Armenia will not attend the summit in Russia.", "REJECT", "asserted"),
    ("Kazakhstan has no plans to join BRICS.", "REJECT", "asserted"),
    ("Kazakhstan decided not to join BRICS.", "REJECT", "asserted"),
    ("Georgia is not ready to meet Russia.", "REJECT", "asserted"),
    ("Kyrgyzstan would not extradite the suspect to Turkey.", "REJECT", "asserted"),
    ("Russia rejected Ukraine's demand to withdraw its troops.", "REJECT", "asserted"),
    ("Armenia demanded the withdrawal of Azerbaijani troops.", "REQUEST", "asserted"),
    ("Poland demanded that Germany pay reparations.", "REQUEST", "asserted"),
    ("Kyiv called on Berlin to deliver tanks to Ukraine.", "REQUEST", "asserted"),
    ("Russia ordered Georgia to release the pilots.", "REQUEST", "asserted"),
    ("Kazakhstan urged Russia to lift the ban on wheat.", "REQUEST", "asserted"),
    ("Chisinau asked Moscow to withdraw its troops.", "REQUEST", "asserted"),
    ("Russia lifted the ban on Moldovan wine.", "CONCEDE", "asserted"),
    ("The European Union ended sanctions against Burundi.", "CONCEDE", "asserted"),
    ("Israel ended its blockade of Gaza.", "CONCEDE", "asserted"),
    ("Russia ended cooperation with Norway.", "SANCTION", "asserted"),
    ("Germany stopped aid to Mali.", "SANCTION", "asserted"),
    ("Turkey suspended trade with Israel.", "SANCTION", "asserted"),
    ("Ethiopia ended its offensive against Tigray.", "RETREAT", "asserted"),
    ("Israel agreed to lift its blockade of Gaza.", "AGREE", "asserted"),
    ("Russia promised to lift the ban on Kazakh fish.", "AGREE", "asserted"),
    ("Russia condemned the so-called sanctions of the European Union.", "ACCUSE", "asserted"),
    ("It is unclear whether Turkey supports Sweden.", "SUPPORT", "hypothetical"),
    ("Had Germany delivered tanks to Ukraine, the front would have held.", "AID", "hypothetical"),
    ("Romania has no ban on Ukrainian grain.", "SANCTION", "denied"),
    ("Kazakhstan does not sell gas to Moldova.", "COOPERATE", "denied"),
    ("Brussels is considering sanctions against Georgia.", "SANCTION", "hypothetical"),
    ("Kazakhstan is considering a ban on imports of Russian wheat.", "SANCTION", "hypothetical"),
    ("Moldova hopes to sign an agreement with Romania.", "SUPPORT", "hypothetical"),
    ("Latvia decided to ban imports of Russian grain.", "SANCTION", "planned"),
    ("France ruled out sending troops to Mali.", "REJECT", "asserted"),
    ("Iran rejected talks with the United States.", "REJECT", "asserted"),
]


@pytest.mark.parametrize(("text", "kind", "status"), MEANT, ids=[text for text, _, _ in MEANT])
def test_an_act_is_read_as_it_is_meant(read: Callable[..., Read], text: str, kind: str, status: str) -> None:
    assert (kind, status) in {(e.type, e.status) for e in read(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "Germany stopped short of imposing sanctions on Hungary.",
        "Serbia refused to join the sanctions against Russia.",
        "Russia will suspend gas supplies to Moldova unless Moldova pays its debt.",
        "The European Union ended sanctions against Burundi.",
    ],
)
def test_what_did_not_happen_is_no_asserted_sanction(read: Callable[..., Read], text: str) -> None:
    assert ("SANCTION", "asserted") not in {(e.type, e.status) for e in read(text).events}
