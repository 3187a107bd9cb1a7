"""The report of an evaluation: one HTML page that needs no other file and no script."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hc18viewer.evaluation.listing import figure_rows
from hc18viewer.export.html_text import DASH, escaped, measure, number
from hc18viewer.export.report_plots import Curve, agreement_plots, curve_plots
from hc18viewer.export.report_style import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hc18viewer.evaluation.listing import FigureRow
    from hc18viewer.evaluation.metrics import CaseFigures, Summary
    from hc18viewer.evaluation.strata import Intervals, Stratum
    from hc18viewer.export.pictures import Picture

# Nothing but what stands in the file: no browser fetches or runs anything for it.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

_LEGEND = (
    '<p class="legend"><span><i></i></span><b>truth (green, solid)</b>'
    '<span><i class="prediction"></i></span><b>prediction (orange, dashed)</b></p>'
)
_MEANINGS = (
    "Dice and IoU compare the two filled ellipses in the image, the Hausdorff distance their "
    "outlines. HC is the ellipse's perimeter, its error predicted minus true. A case in which no "
    "head was found counts with Dice 0 and IoU 0 and has no lengths; without a known pixel size "
    "there are no lengths either. Intervals are 95 % intervals of the mean, by a percentile "
    "bootstrap over cases. For research and teaching; not a medical device."
)


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case with its pictures; `note` says why there are none."""

    figures: CaseFigures
    pictures: tuple[Picture, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportContent:
    """All that the report says.

    Attributes:
        facts: what was evaluated and by which model, name and text.
        warning: what a reader has to know first, "" for nothing.
        failures: the cases that are in no figure, key and reason.
        curves_note: why there are no curves of the training, "" where there are.
    """

    model: str
    study: str
    made_at: str
    facts: tuple[tuple[str, str], ...]
    warning: str
    summary: Summary
    intervals_95: Intervals
    strata: tuple[Stratum, ...]
    cases: tuple[CaseFigures, ...]
    failures: tuple[tuple[str, str], ...]
    worst: tuple[ShownCase, ...]
    typical: tuple[ShownCase, ...]
    curves: tuple[Curve, ...]
    curves_note: str


def report_page(content: ReportContent) -> str:
    """Return the report as an HTML page."""
    title = escaped(f"Evaluation of {content.model} on {content.study}")
    warning = f'<p class="note">{escaped(content.warning)}</p>' if content.warning else ""
    return "\n".join((
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>",
        f'<h1>{title}</h1>\n<p class="quiet">{escaped(content.made_at)}</p>\n{warning}',
        _section("What was evaluated", _facts(content.facts), _failures(content.failures)),
        _section("Figures", _figures(figure_rows(content.summary, content.intervals_95)),
                 _strata(content.strata)),
        _section("Agreement of the head circumference", agreement_plots(content.cases)),
        _section(_worst_heading(len(content.worst)), *_cases(content.worst)),
        _section("Typical cases", *_typical(content)),
        _section("The training", _training(content)),
        f'<footer class="quiet"><p>{_MEANINGS}</p></footer>',
        "</main>\n</body>\n</html>\n",
    ))


def _section(heading: str, *parts: str) -> str:
    return "\n".join(("<section>", f"<h2>{heading}</h2>", *parts, "</section>"))


def _facts(facts: Sequence[tuple[str, str]]) -> str:
    rows = (f'<tr><th scope="row">{escaped(name)}</th><td>{escaped(text)}</td></tr>'
            for name, text in facts)
    return f"<table>{''.join(rows)}</table>"


def _failures(failures: Sequence[tuple[str, str]]) -> str:
    if not failures:
        return ""
    rows = [(escaped(key), escaped(reason)) for key, reason in failures]
    return ("<h3>Cases that could not be compared and are in no figure</h3>"
            + _table(("case", "why"), rows, figures_from=2))


def _figures(rows: Iterable[FigureRow]) -> str:
    cells = [
        (row.name, measure(row.value, row.unit, signed=row.signed), _interval(row)) for row in rows
    ]
    return _table(("measure", "value", "95 % interval"), cells, figures_from=1)


def _interval(row: FigureRow) -> str:
    if row.interval is None:
        return DASH
    low, high = (number(end, signed=row.signed) for end in row.interval)
    return f"{low} to {high}"


def _strata(strata: Sequence[Stratum]) -> str:
    header = ("true HC", "cases", "no head found", "Dice %", "IoU %", "Hausdorff mm",
              "HC error mm", "HC bias mm")
    if not strata:
        return "<p>No pixel size is known, so the cases cannot be told apart by their HC.</p>"
    rows = [
        (escaped(stratum.name), str(s.n), str(s.missed), number(s.dice_percent),
         number(s.iou_percent), number(s.hd_mm), number(s.hc_mae_mm),
         number(s.hc_bias_mm, signed=True))
        for stratum in strata for s in (stratum.summary,)
    ]
    return _table(header, rows, figures_from=1)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]], *, figures_from: int) -> str:
    """Return a table of cells that are HTML already; columns from that one on hold figures."""
    def row(cells: Sequence[str], tag: str) -> str:
        return "".join(
            f"<{tag}{' class=figure' if column >= figures_from else ''}>{cell}</{tag}>"
            for column, cell in enumerate(cells)
        )

    body = "".join(f"<tr>{row(cells, 'td')}</tr>" for cells in rows)
    return f"<table><thead><tr>{row(header, 'th')}</tr></thead><tbody>{body}</tbody></table>"


def _worst_heading(count: int) -> str:
    return f"The {count} worst cases by Dice" if count > 1 else "The worst case by Dice"


def _cases(cases: Sequence[ShownCase]) -> tuple[str, ...]:
    if not cases:
        return ("<p>There is no case to show.</p>",)
    return _LEGEND, *map(_case, cases)


def _typical(content: ReportContent) -> tuple[str, ...]:
    if content.worst and not content.typical:
        return ("<p>Those whose Dice is next to the median are among the cases above.</p>",)
    return "<p>Those whose Dice is next to the median.</p>", *_cases(content.typical)


def _case(case: ShownCase) -> str:
    f = case.figures
    words = ", ".join((
        f"Dice {number(f.dice_percent)} %", f"IoU {number(f.iou_percent)} %",
        f"Hausdorff {measure(f.hd_mm, 'mm')}", f"true HC {measure(f.hc_truth_mm, 'mm', 1)}",
        f"predicted HC {measure(f.hc_predicted_mm, 'mm', 1)}",
        f"HC error {measure(f.hc_error_mm, 'mm', signed=True)}",
    ))
    missed = "" if f.found else " (no head found)"
    note = f'<p class="note">{escaped(case.note)}</p>' if case.note else ""
    pictures = "".join(_picture(f.case_key, picture) for picture in case.pictures)
    return (f'<article class="case"><h3>{escaped(f.case_key)}{missed}</h3><p>{words}</p>{note}'
            f'<div class="pictures">{pictures}</div></article>')


def _picture(key: str, picture: Picture) -> str:
    data = base64.b64encode(picture.jpeg).decode("ascii")
    caption = escaped(picture.caption)
    return (
        f'<figure><img src="data:image/jpeg;base64,{data}" width="{picture.width}" '
        f'height="{picture.height}" alt="{escaped(key)}: {caption}">'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _training(content: ReportContent) -> str:
    if content.curves_note:
        return f"<p>{escaped(content.curves_note)} There are no curves to draw.</p>"
    return curve_plots(content.curves)
