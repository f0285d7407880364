from multivector.sources.base import Hints, make_hints


def test_finds_fields_under_their_other_names() -> None:
    fields = {
        "Headline": " A  title ",
        "date": "22 Oct 2024",
        "Source": "Example Times",
        "lang": "en",
        "by": "Jane Doe",
    }
    assert make_hints(fields) == Hints("A title", "Jane Doe", None, "22 Oct 2024", None, "Example Times", "en")


def test_prefers_the_first_name_and_leaves_out_what_is_no_text() -> None:
    assert make_hints({"date": "2024-01-01", "published": "2024-10-22"}).published == "2024-10-22"
    assert make_hints({"title": 7, "source": [{"text": "Hungarian"}], "author": "x" * 501}) == Hints()
    assert make_hints({"author": ["Jane Doe", "John Smith"]}).author == "Jane Doe, John Smith"


def test_the_host_stands_in_for_the_outlet() -> None:
    assert make_hints({"url": "https://www.example.org/a"}).outlet == "example.org"
    assert make_hints({"url": "https://www.example.org/a", "outlet": "Example"}).outlet == "Example"
    assert make_hints({"url": "http://[broken"}).outlet is None
