"""Eight measures of voting for all pairs of states over all sessions, beside the matrix products that they need.

    python -m benchmarks.voting_similarity [VOTES.parquet] [--runs 5]

VOTES has the columns session, roll_call, state, vote; without it 78 sessions of 193 states are generated. The limit is
numpy's product of the same 0/1 matrices, which counts who chose what together and measures nothing.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.report import spread, tell

__all__ = ["main"]

STATES, SESSIONS, CALLS = 193, 78, 57  # 57 a session: as many votes in all as the real file has


def generated() -> pa.Table:
    """Votes of 193 states on 57 roll calls in each of 78 sessions, by a fixed seed."""
    draw = np.random.default_rng(7)
    rows = SESSIONS * CALLS * STATES
    call = np.repeat(np.arange(SESSIONS * CALLS), STATES)
    state = np.tile([f"S{i:03}" for i in range(STATES)], SESSIONS * CALLS)
    vote = draw.choice([1, 2, 3], rows, p=[0.75, 0.15, 0.10])
    return pa.table({"session": call // CALLS + 1, "roll_call": call, "state": state, "vote": vote})


def main() -> None:
    """Time both in turn and print seconds and the ratio."""
    parser = argparse.ArgumentParser(description="Voting similarity of all pairs against the bare matrix products.")
    parser.add_argument("votes", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    from multivector.measure.voting import all_pairs, sessions

    table = pq.read_table(given.votes) if given.votes else generated()
    choices = [one.choices for one in sessions(table)]
    ours, theirs, rows = [], [], 0
    for _ in range(given.runs):
        start = time.perf_counter()
        rows = all_pairs(table).num_rows
        ours.append(time.perf_counter() - start)
        start = time.perf_counter()
        for one in choices:
            wide = np.concatenate([(one == choice).astype(np.float32) for choice in (1, 2, 3)], axis=1)
            _ = wide.T @ wide
        theirs.append(time.perf_counter() - start)
    row = {
        "votes": table.num_rows, "sessions": len(choices), "pairs and sessions": rows, "eight measures s": spread(ours),
        "matrix products s": spread(theirs), "ratio": spread([a / b for a, b in zip(ours, theirs, strict=True)]),
    }  # fmt: skip
    tell("voting_similarity", [row], runs=given.runs)


if __name__ == "__main__":
    main()
