"""Reading step by step, with articles coming and going and kills on the way, ends where reading anew ends."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from multivector import pipeline
from multivector.case_views import told
from multivector.model import Document, Evidence, Membership, Origin, Reading, Sentence, make_id
from multivector.pipeline import read_case, view_of
from multivector.store import Store
from multivector.store.export import export_lines
from multivector.story.timeline import timeline

QUIET = "Ruritania and Graustark {} talks on grain in Strelsau on {} March 2025, and {} trucks crossed the border."
TOLD = (
    "Russia {} its market for apples from Poland on {} March 2025, the Polish ministry of agriculture in Warsaw said. "
    "Russian inspectors stopped {} trucks with Polish apples at the border."
)
KILLS = 20
ARTICLES = 40
# One process that has everything imported and reads the case in a fork of its own for each line that it gets.
READER = """
import functools, os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from multivector import pipeline
import multivector.store.segments
from multivector.store import Store
from tests.test_incremental import quickly
Store.writer = functools.partialmethod(Store.writer, buffer=3)
pipeline.read_together = quickly
case = Path(sys.argv[1])
for _ in sys.stdin:
    child = os.fork()
    if child == 0:
        print(os.getpid(), flush=True)
        pipeline.read_case(case / "sources", case, lambda name: print(name, flush=True))
        print("done", flush=True)
        os._exit(0)
    os.waitpid(child, 0)
    print("ended", flush=True)
"""


def write(case: Path, numbers: list[int], words: str = QUIET) -> None:
    """Articles of those numbers; every fifth repeats the one before it."""
    (case / "sources").mkdir(parents=True, exist_ok=True)
    for n in numbers:
        verb = ("opened", "closed", "resumed")[(n - n % 5) % 3]
        text = words.format(verb, 1 + (n - (n % 5 == 1)) % 28, 10 + n - (n % 5 == 1))
        path = case / "sources" / f"{n:03}.txt"
        path.write_text(f"---\noutlet: Post {n % 7}\npublished: 2025-03-{1 + n % 28:02}\n---\n{text}\n", "utf-8")


def read(case: Path) -> list[str]:
    """Read the case in this process and give its export."""
    read_case(case / "sources", case, lambda name: None)
    return list(export_lines(view_of(case)))


def anew(case: Path) -> list[str]:
    """The export of the case after its store was deleted and everything read again."""
    shutil.rmtree(case / ".multivector")
    return read(case)


def test_articles_that_come_change_and_go_leave_what_reading_anew_gives(tmp_path: Path) -> None:
    write(tmp_path, list(range(12)))
    read(tmp_path)
    write(tmp_path, list(range(12, 16)))
    for n in (3, 7):
        (tmp_path / "sources" / f"{n:03}.txt").unlink()
    (tmp_path / "sources" / "005.txt").write_text("Ruritania denied that talks on grain had opened.", "utf-8")
    step_by_step = read(tmp_path)
    assert step_by_step == anew(tmp_path)
    assert not any('"003.txt"' in line or '"007.txt"' in line for line in step_by_step)


@pytest.mark.parametrize("seed", range(3))
def test_the_story_of_a_case_does_not_depend_on_how_its_articles_came(tmp_path: Path, seed: int) -> None:
    rng, numbers = random.Random(seed), list(range(14))
    rng.shuffle(numbers)
    for _ in range(3):
        write(tmp_path, numbers[: rng.randint(4, 14)], TOLD)
        gone = rng.sample(sorted((tmp_path / "sources").iterdir()), 2)
        read(tmp_path)
        for path in gone:
            path.unlink()
    write(tmp_path, numbers[:10], TOLD)
    step_by_step = story(tmp_path)
    shutil.rmtree(tmp_path / ".multivector")
    assert story(tmp_path) == step_by_step
    assert all(step_by_step)  # groups, contradictions, links and moments


def story(case: Path) -> tuple[object, ...]:
    """All that the case's articles tell together, read up to now."""
    readings, found = told(read_case(case / "sources", case, lambda name: None))
    return found.groups, found.contradictions, found.links, timeline(readings, found.claims), readings


def test_only_what_is_new_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, list(range(8)))
    read(tmp_path)
    segments = {path: path.stat().st_mtime_ns for path in (tmp_path / ".multivector").glob("segments/*/*")}
    seen: list[str] = []
    real = pipeline.read_together

    def counted(documents: Sequence[Document]) -> list[Callable[[], Reading]]:
        seen.extend(document.name for document in documents)
        return real(documents)

    monkeypatch.setattr(pipeline, "read_together", counted)
    write(tmp_path, [8, 9])
    read(tmp_path)
    assert seen == ["008.txt", "009.txt"]
    assert {path: path.stat().st_mtime_ns for path in segments} == segments


def test_what_rests_on_one_article_goes_with_it(tmp_path: Path) -> None:
    write(tmp_path, list(range(6)))
    before = read(tmp_path)
    (tmp_path / "sources" / "004.txt").unlink()
    after = read(tmp_path)
    assert [line for line in after if '"004.txt"' in line] == []
    assert {line for line in after if '"kind": "event"' in line} <= set(before)


def test_a_second_article_of_one_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    rows = '{"id": "a", "text": "Ruritania opened talks."}\n{"id": "a", "text": "Graustark closed them."}\n'
    (tmp_path / "sources" / "x.jsonl").write_text(rows, "utf-8")
    view = read_case(tmp_path / "sources", tmp_path, lambda name: None)
    assert [document.text for document in view.documents()] == ["Ruritania opened talks."]
    assert [failure.name for failure in view.failures()] == ["a (1)"]


def test_a_reading_that_does_not_stand_is_told_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(document: Document) -> Reading:
        reading = quick(document)
        return replace(reading, records=reading.records * 2) if document.name == "001.txt" else reading

    monkeypatch.setattr(pipeline, "read_together", lambda documents: [partial(broken, d) for d in documents])
    write(tmp_path, [0, 1, 2])
    view = read_case(tmp_path / "sources", tmp_path, lambda name: None)
    assert [document.name for document in view.documents()] == ["000.txt", "002.txt"]
    assert [failure.name for failure in view.failures()] == ["001.txt"]


def test_counting_needs_no_reading(tmp_path: Path) -> None:
    write(tmp_path, list(range(4)))
    read(tmp_path)
    view = Store.open(tmp_path).view()
    assert view.count() == (len(view.documents()), len(view.records()))


def quickly(documents: Sequence[Document]) -> list[Callable[[], Reading]]:
    """Each document read by `quick`."""
    return [partial(quick, document) for document in documents]


def quick(document: Document) -> Reading:
    """One record for each article, without a parser: what is tested is what a kill leaves."""
    words = document.text[:20]
    left = Membership(
        make_id("membership", document.id), Evidence(document.id, 0, 20, words), (Origin("quick", "test", "1"),), 0.6,
        "GRA", "LON", "withdrawn", None,
    )  # fmt: skip
    return Reading(document, (Sentence(0, 20, 0),), (), (), (left,))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_twenty_kills_lose_nothing_and_double_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read_together", quickly)
    root = str(Path(__file__).resolve().parents[1])
    write(tmp_path, list(range(ARTICLES)))
    rng = random.Random(11)
    command = [sys.executable, "-c", READER, str(tmp_path), root]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        for round_ in range(KILLS):
            if read_and_kill(reader, rng.randint(1, ARTICLES + 2)):
                for n in rng.sample(range(ARTICLES), 10):  # all was read: some articles change, and it goes on
                    path = tmp_path / "sources" / f"{n:03}.txt"
                    path.write_text(f"{path.read_text('utf-8')}Edition {round_}.\n", "utf-8")
    assert read(tmp_path) == anew(tmp_path)
    assert Store.open(tmp_path).view().count() == (ARTICLES, ARTICLES)


def read_and_kill(reader: "subprocess.Popen[str]", lines: int) -> bool:
    """Let the reader read until it has said so many lines, then kill it; gives whether it had read all before."""
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write("go\n")
    reader.stdin.flush()
    child = int(reader.stdout.readline())
    said = [reader.stdout.readline()]
    while len(said) < lines and said[-1] != "done\n":
        said.append(reader.stdout.readline())
    os.kill(child, signal.SIGKILL)
    while not said[-1].endswith("ended\n"):  # behind what the killed one had begun to say
        said.append(reader.stdout.readline())
    return "done\n" in said
