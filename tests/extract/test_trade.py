"""Trade measures: goods, headings, authority, reason, end."""

from collections.abc import Callable

import pytest
from tests.conftest import Read


def test_a_ban_by_an_authority(read: Callable[..., Read]) -> None:
    text = "Russia's watchdog Rosselkhoznadzor imposed a temporary ban on imports of fish and apples from Norway."
    (measure,) = read(text).measures
    assert (measure.imposer, measure.target, measure.measure) == ("RUS", ("NOR",), "import_ban")
    assert measure.authority == "Rosselkhoznadzor"
    assert [g.text for g in measure.goods] == ["fish", "apples"]
    assert measure.goods[1].hs == ("0808",)
    assert measure.temporary


def test_the_end_is_resolved_against_publication(read: Callable[..., Read]) -> None:
    text = "Poland banned imports of wheat from Ukraine until the end of this year."
    (measure,) = read(text).measures
    assert measure.end == "2024-12-31"


def test_without_a_day_of_publication_no_end_is_invented(read: Callable[..., Read]) -> None:
    (measure,) = read("Poland banned imports of wheat from Ukraine until the end of this year.", None).measures
    assert measure.end is None


def test_a_tariff_and_its_target(read: Callable[..., Read]) -> None:
    (measure,) = read("The European Union imposed tariffs on electric cars from China.").measures
    assert (measure.imposer, measure.measure, measure.target) == ("EU", "tariff", ("CHN",))


def test_a_lifted_ban_is_lifted(read: Callable[..., Read]) -> None:
    (measure,) = read("China lifted a ban on imports of wine from Australia.").measures
    assert (measure.measure, measure.target) == ("lifted", ("AUS",))


def test_the_reason_stands_with_it(read: Callable[..., Read]) -> None:
    (measure,) = read("Turkey banned exports of cement to Israel over the war in Gaza.").measures
    assert measure.measure == "export_ban"
    assert measure.reason is not None
    assert "war" in measure.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In March Peru extended until July 31 a ban on the import of wheat from Chile.", ("PER", "CHL", "import_ban")),
        ("The import of grain from Mongolia to Russia has been banned.", ("RUS", "MNG", "import_ban")),
        ("The export of onions from India to Nepal has been halted.", ("IND", "NPL", "export_ban")),
        ("Egypt will allow imports of wheat from Romania from March 1.", ("EGY", "ROU", "lifted")),
        ("Russia reopened its market to Georgian wine.", ("RUS", "GEO", "lifted")),
        ("Japan resumed imports of beef from Brazil.", ("JPN", "BRA", "lifted")),
    ],
    ids=["extended", "import", "export", "allowed", "reopened", "resumed"],
)  # fmt: skip
def test_who_does_what_to_whose_trade(read: Callable[..., Read], text: str, expected: tuple[str, str, str]) -> None:
    (measure,) = read(text).measures
    assert (measure.imposer, *measure.target, measure.measure) == expected


def test_an_announced_end_is_an_end(read: Callable[..., Read]) -> None:
    text = "China will lift its ban on imports of wine from Australia."
    assert ("lifted", "planned") in {(m.measure, m.status) for m in read(text).measures}


def test_vehicles_kept_out_are_not_goods(read: Callable[..., Read]) -> None:
    assert not read("Turkey barred Israeli ships from docking at its ports.").measures
    assert read("Turkey banned the import of Israeli tractors.").measures


def test_a_word_for_all_the_goods_is_no_second_measure(read: Callable[..., Read]) -> None:
    text = (
        "Traders spoke of bans applied by Russia on agricultural products coming from Armenia. "
        "Russia imposed a ban on importing wheat and tomatoes from Armenia."
    )
    (measure,) = read(text).measures
    assert [g.text for g in measure.goods] == ["wheat", "tomatoes"]


def test_who_is_punished_for_a_trade_is_barred_from_no_goods(read: Callable[..., Read]) -> None:
    for text in (
        "OFAC is sanctioning a Chinese refinery for purchasing Iranian crude oil.",
        "The State Department imposed sanctions on 16 vessels for their part in Iran's oil industry.",
    ):
        assert not read(text).measures


def test_goods_that_are_sanctioned_themselves_are_barred(read: Callable[..., Read]) -> None:
    for text in ("The EU imposed sanctions on Russian oil.", "The EU imposed sanctions on imports of Russian oil."):
        (measure,) = read(text).measures
        assert (measure.imposer, measure.target, measure.measure) == ("EU", ("RUS",), "import_ban")
