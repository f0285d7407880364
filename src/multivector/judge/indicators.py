"""Indicators: the kinds of conduct that each hypothesis leads one to expect more than its rivals do.

For each hypothesis the rows of the case's table with the greatest ratio between its likelihood and that of its nearest
rival; marked as seen where the case has an item of the kind. What tells nothing apart is no indicator.
"""

from multivector.judge.bearing import FAVOURS_RATIO
from multivector.judge.describe import with_article
from multivector.judge.dossier import Dossier
from multivector.judge.kinds import kind_label
from multivector.judge.scene import Scene, make_scene
from multivector.judge.table import Cells
from multivector.model import Judgement
from multivector.model.judgement import Indicator

__all__ = ["indicators"]

MOST = 5


def indicators(dossier: Dossier, judgement: Judgement) -> tuple[Indicator, ...]:
    """The strongest indicators of each hypothesis, at most five, in the order of the question's hypotheses."""
    scene = make_scene(dossier.question, dossier.readings, {}, dossier.names)
    seen = {row.kind for row in judgement.bearings}
    found: list[Indicator] = []
    for place, hypothesis in enumerate(scene.question.hypotheses):
        open_ = {i for i, h in enumerate(scene.question.hypotheses) if h.id in scene.open_ids()} - {place}
        rows = [
            (_ratio(cells, place, open_), cells)
            for cells in scene.table.rows_that_count()
            if "_before_" not in cells.kind
        ]
        best = sorted((row for row in rows if row[0] >= FAVOURS_RATIO), key=lambda row: (-row[0], row[1].kind))
        for ratio, cells in best[:MOST]:
            found.append(
                Indicator(hypothesis.id, cells.kind, _text(scene, cells.kind), round(ratio, 3), cells.kind in seen)
            )
    return tuple(found)


def _ratio(cells: Cells, place: int, open_: set[int]) -> float:
    others = [value for h, value in enumerate(cells.values) if h != place and h not in open_ and cells.given[h]]
    return cells.values[place] / max(others) if others and cells.given[place] else 0.0


def _text(scene: Scene, kind: str) -> str:
    side = scene.question.observer if kind.startswith("observer_") else scene.question.subject
    return kind_label(kind, with_article(scene.name(side)))
