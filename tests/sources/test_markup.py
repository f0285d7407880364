from hypothesis import given
from hypothesis import strategies as st

from multivector.sources.markup import align, visible


def words(markup: str) -> str:
    return " ".join(visible(markup).text.split())


def test_tags_comments_and_scripts_go_and_entities_are_resolved() -> None:
    page = "<body><!-- a --><p>One &amp; two&nbsp;&mdash; 3 < 4</p><script>if (a<b) '<p>x</p>'</script><p>Five<br>six"
    assert words(page) == "One & two — 3 < 4 Five six"
    assert words("<nav>Menu</nav><p>Text</p><footer>©</footer>") == "Text"


def test_what_is_left_open_swallows_no_article() -> None:
    assert words("<nav><p>Text") == "Text"
    assert words("<p>Text</p><script>alert(1)") == "Text"
    assert words("<p>Text</p><!-- never closed <p>x</p>") == "Text"
    assert words("<p>Text</p><a href='x") == "Text"
    assert words("&#0;&#xFFFFFF;&bogus;") == "\ufffd\ufffd&bogus;"


def test_many_open_elements_take_no_time() -> None:
    assert words("<nav>" * 50_000 + "Text") == "Text"


@given(st.text(alphabet="<>/!-&;ab p\"'#script", max_size=80))
def test_places_are_inside_and_ascending(markup: str) -> None:
    found = visible(markup)
    assert len(found.text) == len(found.places)
    assert list(found.places) == sorted(found.places)
    assert all(0 <= place < len(markup) for place in found.places)


def test_extracted_text_is_led_back_to_the_markup() -> None:
    page = "<h1>A title</h1>\n<p>Some   <b>bold</b> words &amp; more.</p><p>Not kept.</p><p>The end.</p>"
    text = "A title\n\nSome bold words & more.\n\nThe end."
    places = align(text, visible(page))
    assert [page[p] for c, p in zip(text, places, strict=True) if c.isalpha()] == [c for c in text if c.isalpha()]


def test_words_that_are_not_in_the_markup_get_the_nearest_place() -> None:
    page = "<p>Some words stand here.</p>"
    places = align("Some words stand here, said differently by the tool.\n\nUnknown", visible(page))
    assert [page[p] for p in places[:4]] == list("Some")
    assert max(places) < len(page)
    assert list(align("abc", visible(""))) == [0, 0, 0]
