"""The local engine: the same parts whatever the number of processes, and whatever dies meanwhile."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from stages import cut, job

from multivector.engine.local import run_local
from multivector.engine.parts import read_part
from multivector.engine.stage import Receipt
from multivector.errors import StoreError
from multivector.sources import shards

ROWS = [{"id": str(n), "text": "word " * (n % 7)} for n in range(24)]
LONG_RUN = """
import sys
from pathlib import Path
sys.path.insert(0, {here!r})
from stages import cut, job
from multivector.engine.local import run_local
from multivector.sources import shards
import multivector.engine.stage as stage
import time
shards.SMALLEST = 1
if __name__ == "__main__":
    run_local(job({out!r}), cut({given!r}), lambda shard, receipt: time.sleep(0.05), workers=2)
"""


@pytest.fixture(autouse=True)
def a_shard_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SMALLEST", 1)


def write(path: Path, rows: list[dict[str, str]] = ROWS) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def silent(*_: object) -> None:
    """Nobody hears."""


def counted(out: Path, receipts: list[Receipt]) -> Counter[tuple[str, int]]:
    rows = [row for r in receipts for row in read_part(str(out), r.file).to_pylist()]
    return Counter((row["id"], row["words"]) for row in rows)


EXPECTED = Counter((row["id"], len(row["text"].split())) for row in ROWS)


def test_one_process_and_two_give_the_same_parts(tmp_path: Path) -> None:
    given = write(tmp_path / "in.jsonl")
    one = run_local(job(tmp_path / "one"), cut(given), silent, workers=1)
    two = run_local(job(tmp_path / "two"), cut(given), silent, workers=2)
    assert one == two and len(one) == len(ROWS)
    for receipt in one:
        assert (tmp_path / "one" / receipt.file).read_bytes() == (tmp_path / "two" / receipt.file).read_bytes()
    assert counted(tmp_path / "two", two) == EXPECTED
    again = run_local(job(tmp_path / "two"), cut(given), silent)
    assert [r.file for r in again] == [r.file for r in two] and not any(r.fresh for r in again)
    assert all(r.fresh for r in run_local(job(tmp_path / "two", "2"), cut(given), silent))


def test_a_killed_child_is_replaced_and_its_shard_done_again(tmp_path: Path) -> None:
    rows = [
        *ROWS,
        {"id": "x", "text": f"kill once {tmp_path / 'mark'}"},
        *({**row, "id": row["id"] + "b"} for row in ROWS),
    ]
    given = write(tmp_path / "in.jsonl", rows)
    heard: list[Receipt] = []
    receipts = run_local(job(tmp_path / "out"), cut(given), lambda _, r: heard.append(r), workers=2)
    assert (tmp_path / "mark").exists()
    assert counted(tmp_path / "out", receipts) == Counter((r["id"], len(r["text"].split())) for r in rows)
    assert sorted(heard, key=lambda r: r.file) == sorted(receipts, key=lambda r: r.file)


def test_a_shard_that_always_kills_is_named_and_the_rest_is_done(tmp_path: Path) -> None:
    given = write(tmp_path / "in.jsonl", [ROWS[0], {"id": "x", "text": "kill always"}, *ROWS[1:]])
    heard: list[Receipt] = []
    with pytest.raises(StoreError, match=r"given up after 3 .* in\.jsonl, 24-59"):
        run_local(job(tmp_path / "out"), cut(given), lambda _, r: heard.append(r), workers=2)
    assert counted(tmp_path / "out", heard) == EXPECTED


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGINT])
def test_a_killed_parent_leaves_whole_parts_and_no_children(tmp_path: Path, sent: signal.Signals) -> None:
    given, out = write(tmp_path / "in.jsonl"), tmp_path / "out"
    code = LONG_RUN.format(here=str(Path(__file__).parent), out=str(out), given=str(given))
    (tmp_path / "long_run.py").write_text(code, "utf-8")
    with subprocess.Popen([sys.executable, str(tmp_path / "long_run.py")], stderr=subprocess.DEVNULL) as parent:
        while not out.is_dir() or len(list(out.glob("part-*"))) < 3:
            assert parent.poll() is None
            time.sleep(0.02)
        children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
        family = [int(child) for child in children.read_text().split()] if children.exists() else []
        parent.send_signal(sent)
    done = {path.name: path.stat().st_mtime_ns for path in out.glob("part-*")}
    assert len(done) >= 3
    deadline = time.monotonic() + 10
    while any(alive(child) for child in family):
        assert time.monotonic() < deadline, "a child outlived its parent"
        time.sleep(0.05)
    receipts = run_local(job(out), cut(given), silent, workers=1)
    assert counted(out, receipts) == EXPECTED
    assert len(list(out.glob("part-*"))) == len(ROWS)
    assert all((out / name).stat().st_mtime_ns == when for name, when in done.items())


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] != "Z"
