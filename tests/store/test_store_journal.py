"""A long run's output: killed anywhere and run again, it is byte for byte what one run writes."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.store import Journal, identity_of
from multivector.store import journal as module

ROWS = [[f"{n}-{i}" for i in range(n % 3)] for n in range(23)]
WHOLE = "".join(f"{line}\n" for row in ROWS for line in row)


def write(path: Path, stop: int | None, identity: str = "same") -> None:
    journal = Journal(path, identity)
    for place, row in enumerate(ROWS):
        if place < journal.done:
            continue
        if stop is not None and place >= stop:
            journal._file.close()  # without a mark: what a killed process may leave beyond the last one
            return
        journal.add(row)
    journal.finish()
    journal.publish()


@settings(max_examples=60, deadline=None)
@given(stops=st.lists(st.integers(0, len(ROWS) - 1), max_size=4), every=st.integers(1, 9))
def test_killed_and_run_again(tmp_path_factory, stops: list[int], every: int) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("journal") / "out.jsonl"
    before, module.EVERY = module.EVERY, every
    try:
        for stop in stops:
            write(path, stop)
            assert not path.exists()
        write(path, None)
    finally:
        module.EVERY = before
    assert path.read_text("utf-8") == WHOLE
    assert [child.name for child in path.parent.iterdir()] == ["out.jsonl"]


def test_another_input_or_reader_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with Journal(path, "one") as journal:
        journal.add(["old"])
    with Journal(path, "one") as journal:
        assert journal.done == 1
    with Journal(path, "two") as journal:
        assert journal.done == 0
    write(path, None, "two")
    assert path.read_text("utf-8") == WHOLE


def test_a_broken_mark_is_no_mark(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    (tmp_path / "out.jsonl.progress").write_text("{", "utf-8")
    with Journal(path, "one") as journal:
        assert journal.done == 0


def test_the_identity_tells_files_and_readers_apart(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"a" * 10)
    two.write_bytes(b"a" * 11)
    assert len({identity_of(one, "1"), identity_of(one, "2"), identity_of(two, "1")}) == 3
    assert identity_of(one, "1") == identity_of(one, "1")
