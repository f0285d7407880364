"""Figures and judgements as small pieces of HTML, for notebooks. Every word from outside is escaped."""

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multivector.model.figure import Figure
    from multivector.model.judgement import Judgement

__all__ = ["figure_html", "figure_row", "figures_html", "judgement_html"]

ROWS_SHOWN = 12
HEAD = "<tr><th>of</th><th>measure</th><th>value</th><th>interval</th><th>n</th></tr>"
BAR = "position:relative;display:inline-block;width:12em;height:.8em;border:solid;border-width:0 1px"


def figure_html(figure: "Figure") -> str:
    """One figure with its formula, or why it cannot be judged."""
    formula = f"<p><small>{escape(figure.formula)}</small></p>" if figure.formula else ""
    return f"<table>{HEAD}{figure_row('', figure)}</table>{formula}"


def figures_html(rows: "tuple[tuple[str, Figure], ...]") -> str:
    """Figures with what each is of, one a row, and each formula once."""
    formulas = dict.fromkeys(f"{one.name}: {one.formula}" for _, one in rows if one.formula)
    notes = "".join(f"<li><small>{escape(note)}</small></li>" for note in formulas)
    body = "".join(figure_row(of, figure) for of, figure in rows)
    return f"<table>{HEAD}{body}</table><ul>{notes}</ul>"


def figure_row(of: str, figure: "Figure") -> str:
    """A row of the table of figures; a figure without a value says why."""
    if figure.value is None:
        told = f'<td colspan="2"><i>{escape(figure.reason or "cannot be judged")}</i></td>'
    else:
        band = "" if figure.low is None or figure.high is None else f"{figure.low:.4g} to {figure.high:.4g}"
        told = f'<td title="{escape(figure.interval)}">{figure.value:.4g}</td><td>{band}</td>'
    return f"<tr><th>{escape(of)}</th><td>{escape(figure.name)}</td>{told}<td>{figure.n}</td></tr>"


def judgement_html(judgement: "Judgement") -> str:
    """The question, the answer, a bar for each hypothesis, and the items that weigh most."""
    rows = "".join(_hypothesis(judgement, place) for place in range(len(judgement.question.hypotheses)))
    items = "".join(
        f"<tr><td>{escape(row.label)}</td><td>{escape(' '.join(row.marks))}</td><td>{row.weight:.2f}</td></tr>"
        for row in judgement.bearings[:ROWS_SHOWN]
    )
    matrix = f"<table><tr><th>item</th><th>marks</th><th>weight</th></tr>{items}</table>" if items else ""
    return (
        f"<h3>{escape(judgement.question.text)}</h3><p>{escape(judgement.answer)}</p><table>{rows}</table>"
        f"<p><b>Confidence: {escape(judgement.confidence)}.</b> {escape(judgement.confidence_reason)}</p>{matrix}"
    )


def _hypothesis(judgement: "Judgement", place: int) -> str:
    text, word = judgement.question.hypotheses[place].text, judgement.words[place]
    if not judgement.judged:
        return f"<tr><td>{escape(text)}</td><td>{escape(word)}</td></tr>"
    p, low, high = (100 * values[place] for values in (judgement.posterior, judgement.low, judgement.high))
    band = f"position:absolute;top:.2em;height:.4em;left:{low:.0f}%;width:{high - low:.0f}%;background:#9ab"
    dot = f"position:absolute;top:0;height:.8em;width:3px;left:{p:.0f}%;background:currentColor"
    told = f"{word}, {judgement.percentages[place]}"
    parts = f'<span style="{band}"></span><span style="{dot}"></span>'
    bar = f'<span style="{BAR}" role="img" aria-label="{escape(told)}">{parts}</span>'
    return f"<tr><td>{escape(text)}</td><td>{bar}</td><td>{escape(told)}</td></tr>"
