"""Trade measures: goods, headings, authority, reason, end."""

from collections.abc import Callable

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
