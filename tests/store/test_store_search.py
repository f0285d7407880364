"""Full-text search: forms, languages, filters, order, and an index that follows the store."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from bulk_tables import tables_of
from click.testing import CliRunner
from store_readings import reading

from multivector.cli.main import main
from multivector.errors import InputError
from multivector.extract import READER_VERSION
from multivector.pipeline import read_case
from multivector.store import Store
from multivector.store.search_index import Asking, SearchIndex
from multivector.store.search_rows import TONES, Found, tone_word

ENGLISH = (
    "Kazakhstan banned imports of Russian wheat on Monday.\n\nRussia’s foreign minister Sergey Lavrov condemned the "
    "unfriendly ban. Lavrov said that Kazakhstan was a friend and ally.\n\nThe harvest was poor."
)
RUSSIAN = "Казахстан запретил ввоз российской пшеницы.\n\nЗапреты вводятся на полгода, сообщили в министерстве."

FOUND = Found("sentence", "", "d", "d.txt", 0, 1, "", (), "", None, (), "ru")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "2024-10-22-ban.txt").write_text(ENGLISH, "utf-8")
    (sources / "2024-10-20-zapret.txt").write_text(RUSSIAN, "utf-8")
    read_case(sources, tmp_path, lambda _: None)
    return tmp_path


def quotes(case: Path, asked: Asking) -> list[str]:
    return [one.quote for one in Store.open(case).search(asked)]


def test_words_are_found_in_any_form_and_all_are_needed(case: Path) -> None:
    found = quotes(case, Asking("importing wheat", kind="sentence"))
    assert found == ["Kazakhstan banned imports of Russian wheat on Monday."]
    assert quotes(case, Asking("wheat harvest")) == []


def test_russian_words_are_found_in_any_form(case: Path) -> None:
    assert "Запреты вводятся на полгода, сообщили в министерстве." in quotes(case, Asking("запрет", kind="sentence"))
    assert any("пшеницы" in quote for quote in quotes(case, Asking("пшеница", kind="sentence")))


def test_a_word_finds_those_of_its_root(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    texts = {
        "ru": ["Россельхознадзор запрещает ввоз томатов.", "МИД выслал дипломата.", "В борту нашли порчу."],
        "en": ["Oslo expelled a diplomat.", "A flow of the state budget."],
    }
    rows = [
        replace(FOUND, id=f"{language}{n}", language=language, quote=quote)
        for language, quotes_ in texts.items()
        for n, quote in enumerate(quotes_)
    ]
    index.update((), [("d", rows)], {"d": "1"})

    def ids(words: str) -> list[str]:
        return [one.id for one in index.find(Asking(words))]

    assert ids("запрет ввоз") == ["ru0"] and ids("запретил томаты") == ["ru0"]
    assert ids("высылка дипломатов") == ["ru1"]
    assert ids("expulsion diplomats") == ["en0"]
    assert ids("борщ") == ids("порт") == ids("statement") == []
    assert ids('"запрет ввоз"') == [] and ids("запрет NOT ввоз") == []  # signs ask for the words themselves


def test_the_word_itself_comes_before_those_of_its_root(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    quotes_ = ["Рим запретил сыр.", "Рим ввёл запрещение на сыр."]
    index.update((), [("d", [replace(FOUND, id=q, language="ru", quote=q) for q in quotes_])], {"d": "1"})
    assert [one.id for one in index.find(Asking("запрет сыр"))] == quotes_


def test_filters_narrow(case: Path) -> None:
    events = Store.open(case).search(Asking(kind="event", actors=("KAZ", "RUS"), type="SANCTION"))
    assert events and {one.kind for one in events} == {"event"}
    assert all({"KAZ", "RUS"} <= set(one.actors) and one.type == "SANCTION" for one in events)
    assert Store.open(case).search(Asking(kind="event", actors=("FRA",))) == ()


def test_the_tone_is_toward_the_actor_asked_for(case: Path) -> None:
    kind = Store.open(case).search(Asking(kind="statement", actors=("KAZ",), tone="positive"))
    assert any("friend and ally" in one.quote for one in kind)
    assert all(dict(one.tones)["KAZ"] > 0 for one in kind)


def test_days_bound_what_is_found(case: Path) -> None:
    assert quotes(case, Asking("ban", since="2024-10-23")) == []
    assert quotes(case, Asking("запрет", until="2024-10-20"))
    with pytest.raises(InputError, match="no day"):
        quotes(case, Asking("ban", since="October"))


@pytest.mark.parametrize("words", ["((", 'a"b', "kind:", "ban AND", "\u0000", "*", "[a TO", "x" * 5000])
def test_odd_queries_are_no_fault(case: Path, words: str) -> None:
    quotes(case, Asking(words))


def test_nothing_asked_is_refused(case: Path) -> None:
    with pytest.raises(InputError, match="nothing is asked"):
        quotes(case, Asking("  "))


def test_the_index_follows_the_store(case: Path) -> None:
    assert quotes(case, Asking("harvest"))
    (case / "sources" / "2024-10-22-ban.txt").unlink()
    (case / "sources" / "new.txt").write_text("Iran opened a port to Indian ships.", "utf-8")
    read_case(case / "sources", case, lambda _: None)
    assert quotes(case, Asking("harvest")) == []
    assert quotes(case, Asking("port"))
    assert len(quotes(case, Asking("port", kind="sentence"))) == 1


def test_a_second_search_writes_nothing(case: Path) -> None:
    quotes(case, Asking("ban"))
    index = case / ".multivector" / "index"
    before = {path: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()}
    quotes(case, Asking("ban"))
    assert {path: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()} == before


def test_a_run_killed_behind_its_commit_doubles_nothing(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[object] = []
    real = SearchIndex._note

    def killed(index: SearchIndex, held: dict[str, str]) -> None:
        noted.append(held)
        if len(noted) == 2:  # the commit stands, what it holds is not noted yet
            raise KeyboardInterrupt
        real(index, held)

    monkeypatch.setattr(SearchIndex, "_note", killed)
    with pytest.raises(KeyboardInterrupt):
        quotes(case, Asking("harvest"))
    monkeypatch.undo()
    assert quotes(case, Asking("harvest", kind="sentence")) == ["The harvest was poor."]


def test_the_same_question_has_the_same_answer(case: Path) -> None:
    assert quotes(case, Asking("ban")) == quotes(case, Asking("ban"))


def test_the_command_prints_and_gives_json(case: Path) -> None:
    plain = CliRunner().invoke(main, ["search", "wheat", "--case", str(case)])
    assert plain.exit_code == 0 and "2024-10-22-ban.txt" in plain.stdout
    told = CliRunner().invoke(main, ["search", "wheat", "--case", str(case), "--actor", "kaz", "--json", "-n", "2"])
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert 0 < len(rows) <= 2 and all("KAZ" in row["actors"] for row in rows)


def test_an_empty_case_finds_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path).writer(READER_VERSION):
        pass
    assert quotes(tmp_path, Asking("ban")) == []


@pytest.mark.parametrize(("value", "word"), [(-0.5, TONES[0]), (0.05, TONES[1]), (0.0, TONES[1]), (0.3, TONES[2])])
def test_tones_have_words(value: float, word: str) -> None:
    assert tone_word(value) == word


def bulk_case(folder: Path, *batches: list[str]) -> Store:
    store = Store.open(folder)
    with store.bulk("reader-1") as writer:
        for names in batches:
            writer.add(tables_of([reading(name) for name in names]))
    return store


def test_whole_tables_are_asked_as_readings_are(tmp_path: Path) -> None:
    """The same questions, with every filter, to a case of tables and to one of readings."""
    names = [f"{number}.txt" for number in range(7)]
    (tmp_path / "single").mkdir()
    (tmp_path / "bulk").mkdir()
    bulk, single = bulk_case(tmp_path / "bulk", names[:4], names[4:]), Store.open(tmp_path / "single")
    with single.writer("reader-1") as writer:
        for name in names:
            writer.add(reading(name))
    asked = [
        Asking("apples"), Asking("apples banned", kind="event", actors=("RUR", "GRA")), Asking(type="SANCTION"),
        Asking(actors=("GRA",), tone="negative"), Asking(actors=("GRA",), tone="positive"), Asking(tone="negative"),
        Asking("regret", kind="sentence"), Asking(kind="event", since="1938-01-02"), Asking(until="1938-01-01"),
        Asking("minister", kind="statement", since="1938-05-01", until="1938-05-01", limit=3),
    ]  # fmt: skip
    for one in asked:
        found = [replace(f, score=0.0) for f in bulk.search(one)]
        assert found == [replace(f, score=0.0) for f in single.search(one)], one
    assert sum(len(bulk.search(one)) for one in asked) > 50


def test_a_search_that_is_stopped_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was indexed before a kill is not indexed again, and nothing is found twice."""
    store = bulk_case(tmp_path, ["a.txt"], ["b.txt"], ["c.txt"])
    real, done = SearchIndex.update, list[list[str]]()

    def update(index: SearchIndex, gone: object, fresh: Iterable[tuple[str, Iterable[Found]]], held: object) -> None:
        units = list(fresh)
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append([unit for unit, _ in units])
        real(index, gone, units, held)  # type: ignore[arg-type]

    monkeypatch.setattr(SearchIndex, "update", update)
    with pytest.raises(KeyboardInterrupt):
        store.search(Asking("apples"))
    monkeypatch.undo()
    rows = list[int]()
    found = store.search(Asking("apples", kind="event"), rows.append)
    assert [f.name for f in found] == ["a.txt", "b.txt", "c.txt"]
    assert len(done) == 2 and len({unit for step in done for unit in step}) == 2
    assert 0 < sum(rows) < 20
    assert store.search(Asking("apples", kind="event"), rows.append) == found and sum(rows) < 20


def test_of_a_segment_only_what_has_gone_is_taken_out(tmp_path: Path) -> None:
    """The rest of it is not indexed again; a document that has come back in another segment stays."""
    store, rows = bulk_case(tmp_path, ["a.txt", "b.txt", "c.txt"]), list[int]()
    asked = Asking("apples", kind="event")
    assert len(store.search(asked, rows.append)) == 3
    whole = sum(rows)
    store.forget(["a.txt"])
    assert [f.name for f in store.search(asked, rows.append)] == ["b.txt", "c.txt"] and sum(rows) == whole
    bulk_case(tmp_path, ["a.txt"])
    assert [f.name for f in store.search(asked, rows.append)] == ["a.txt", "b.txt", "c.txt"]
    assert sum(rows) < 2 * whole
    store.forget(["c.txt"])
    assert [f.name for f in store.search(asked)] == ["a.txt", "b.txt"]
    store.forget(["a.txt", "b.txt"])
    assert store.search(asked) == ()
